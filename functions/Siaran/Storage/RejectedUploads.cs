using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>What could not be taken: the original as it came, and <c>NAME.report.json</c> beside it.</summary>
public sealed class RejectedUploads(StorageAccount account, Inbox inbox)
{
    private readonly BlobContainerClient rejected = account.Container(Names.Rejected);

    /// <summary>Keeps a rejected upload. Another one of the same name is put aside under its own time, never overwritten.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="content">Its bytes, or null where it was too large to read: then storage copies it itself.</param>
    /// <param name="report">JSON.</param>
    /// <param name="cancellationToken">Ends the copy.</param>
    public async Task KeepAsync(IncomingUpload upload, BinaryData? content, BinaryData report, CancellationToken cancellationToken)
    {
        var original = rejected.GetBlobClient(upload.Name);
        var source = upload.Version.ToString().Trim('"');
        if (await SetAsideAsync(original, source, cancellationToken))
        {
            var metadata = new Dictionary<string, string> { ["source"] = source };
            if (content is not null)
            {
                var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = upload.ContentType }, Metadata = metadata };
                await original.UploadAsync(content, options, cancellationToken);
            }
            else
            {
                var copy = await original.StartCopyFromUriAsync(inbox.AddressOf(upload), new BlobCopyFromUriOptions { Metadata = metadata }, cancellationToken);
                await copy.WaitForCompletionAsync(cancellationToken);
            }
        }

        await rejected.GetBlobClient(upload.Name + ".report.json").UploadAsync(
            report, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancellationToken);
    }

    /// <returns>False where this very upload stands there already.</returns>
    private async Task<bool> SetAsideAsync(BlobClient blob, string source, CancellationToken cancellationToken)
    {
        try
        {
            var existing = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            if (existing.Metadata.TryGetValue("source", out var from) && from == source)
            {
                return false;
            }

            var time = existing.LastModified.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            var aside = rejected.GetBlobClient($"{blob.Name}.{time}");
            await (await aside.StartCopyFromUriAsync(blob.Uri, cancellationToken: cancellationToken)).WaitForCompletionAsync(cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            // The usual case: nothing of this name was rejected before.
        }

        return true;
    }
}
