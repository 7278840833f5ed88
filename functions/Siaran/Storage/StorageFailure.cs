using Azure;

namespace Siaran.Storage;

/// <summary>Whose fault a failed write was.</summary>
public static class StorageFailure
{
    /// <summary>Whether storage refuses what was to be stored, and always will.</summary>
    public static bool IsPermanent(Exception failure) => failure is RequestFailedException { Status: 400 or 413 };

    /// <summary>
    /// Whether storage, the line to it, a damaged row or other writers caused it: the same work may well succeed later.
    /// </summary>
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
