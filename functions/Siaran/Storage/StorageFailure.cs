using Azure;

namespace Siaran.Storage;

/// <summary>Whose fault a failed write was.</summary>
public static class StorageFailure
{
    /// <summary>Whether storage refuses what was to be stored, and always will.</summary>
    // 400 and 413: the row is what storage will refuse tomorrow too, such as a value too large. 404,
    // 409 and 412 depend on others.
    public static bool IsPermanent(Exception failure) => failure is RequestFailedException { Status: 400 or 413 };

    /// <summary>
    /// Whether storage, the line to it, a damaged row or other writers caused it: the same work may well succeed later.
    /// </summary>
    // Everything else is a fault of ours in the code or an upload that triggers one: it is counted
    // against the upload, so that it is not tried for ever.
    public static bool IsOthers(Exception failure) =>
        !IsPermanent(failure)
        && failure
            is RequestFailedException
                or IOException
                or InvalidDataException
                or TimeoutException
                or OperationCanceledException
                or AggregateException;
}
