using Azure;

namespace Siaran.Storage;

/// <summary>Writes under a condition, which another writer may have made untrue.</summary>
internal static class Conditional
{
    /// <summary>
    /// Whether the write was done: not where the row is there already, is not the one that was read, or is gone for another.
    /// </summary>
    public static async Task<bool> SucceedsAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            return false;
        }
    }
}
