using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>What could not be taken: the original as it came, and <c>NAME.report.json</c> beside it.</summary>
public sealed class RejectedUploads(StorageAccount account, Inbox inbox)
{
    private const string ReportExtension = ".report.json";

    private readonly BlobContainerClient rejected = account.Container(Names.Rejected);

    /// <summary>Where an upload's original is kept: under its own name, unless that is too long or a report's.</summary>
    public static string NameFor(string upload)
    {
        var kept = BlobName.Shorten(upload, BlobName.Longest - 64);
        return kept.EndsWith(ReportExtension, StringComparison.OrdinalIgnoreCase) ? kept + ".original" : kept;
    }

    /// <summary>Keeps a rejected upload. Another one of the same name is put aside with its report, never overwritten.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="content">Its bytes, or null where it was too large to read: then storage copies it itself.</param>
    /// <param name="report">JSON.</param>
    /// <param name="cancellationToken">Ends the copy.</param>
    public async Task KeepAsync(IncomingUpload upload, BinaryData? content, BinaryData report, CancellationToken cancellationToken)
    {
        var original = rejected.GetBlobClient(NameFor(upload.Name));
        var source = upload.VersionName;
        if (await SetAsideAsync(original, source, cancellationToken))
        {
            var metadata = new Dictionary<string, string> { ["source"] = source };
            if (content is not null)
            {
                var options = new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = upload.ContentType },
                    Metadata = metadata,
                };
                await original.UploadAsync(content, options, cancellationToken);
            }
            else
            {
                var copy = await original.StartCopyFromUriAsync(
                    inbox.AddressOf(upload),
                    new BlobCopyFromUriOptions { Metadata = metadata },
                    cancellationToken
                );
                await copy.WaitForCompletionAsync(cancellationToken);
            }
        }

        await rejected
            .GetBlobClient(original.Name + ReportExtension)
            .UploadAsync(
                report,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
                cancellationToken
            );
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
            var aside = $"{blob.Name}.{time}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from ?? "")))[..8]}";
            await CopyAsync(blob.Name + ReportExtension, aside + ReportExtension, cancellationToken);
            await CopyAsync(blob.Name, aside, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            // The usual case: nothing of this name was rejected before.
        }

        return true;
    }

    private async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        var source = rejected.GetBlobClient(from);
        if (await source.ExistsAsync(cancellationToken))
        {
            await (
                await rejected.GetBlobClient(to).StartCopyFromUriAsync(source.Uri, cancellationToken: cancellationToken)
            ).WaitForCompletionAsync(cancellationToken);
        }
    }
}
