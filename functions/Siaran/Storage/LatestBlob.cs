using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>
/// Blobs that speak of the last upload under a name. However late the writer of an earlier one comes, it changes nothing of a later one's.
/// </summary>
internal static class LatestBlob
{
    /// <summary>Writes it unless what is there is of a later upload: one call where nothing is there, else three.</summary>
    /// <returns>Whether it was written.</returns>
    public static async Task<bool> PutAsync(
        BlobClient blob,
        BinaryData content,
        string? type,
        UploadPlace place,
        CancellationToken cancellationToken
    )
    {
        var isWritten = true;
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string>(),
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = type is null ? null : new BlobHttpHeaders { ContentType = type },
        };
        place.AddTo(options.Metadata);
        await OptimisticRetry.RunAsync($"The blob {blob.Name}", PutAsync, cancellationToken);
        return isWritten;

        async Task<BlobClient?> PutAsync(CancellationToken ct)
        {
            if (await Conditional.SucceedsAsync(() => blob.UploadAsync(content, options, ct)))
            {
                return blob;
            }

            var there = await FindAsync(blob, ct);
            if (there is not null && place.IsBefore(UploadPlace.In(there.Metadata)))
            {
                isWritten = false;
                return blob;
            }

            options.Conditions = ConditionsFor(there);
            return await Conditional.SucceedsAsync(() => blob.UploadAsync(content, options, ct)) ? blob : null;
        }
    }

    /// <summary>Deletes it where it is of that upload or of an earlier one: one call where nothing is there, else two.</summary>
    public static Task ClearAsync(BlobClient blob, UploadPlace place, CancellationToken cancellationToken) =>
        DeleteAsync(blob, there => !place.IsBefore(there), cancellationToken);

    /// <summary>Deletes it where it is of that very upload.</summary>
    public static Task TakeBackAsync(BlobClient blob, UploadPlace place, CancellationToken cancellationToken) =>
        DeleteAsync(blob, there => there == place, cancellationToken);

    /// <summary>Null where there is none.</summary>
    public static async Task<BlobProperties?> FindAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    /// <summary>That it is as it was found.</summary>
    public static BlobRequestConditions ConditionsFor(BlobProperties? found) =>
        found is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = found.ETag };

    private static async Task DeleteAsync(BlobClient blob, Func<UploadPlace, bool> isMeant, CancellationToken cancellationToken)
    {
        if (await FindAsync(blob, cancellationToken) is { } there && isMeant(UploadPlace.In(there.Metadata)))
        {
            // What was put in its place meanwhile is of another upload, which sees to its own.
            await Conditional.SucceedsAsync(() =>
                blob.DeleteIfExistsAsync(
                    conditions: new BlobRequestConditions { IfMatch = there.ETag },
                    cancellationToken: cancellationToken
                )
            );
        }
    }
}
