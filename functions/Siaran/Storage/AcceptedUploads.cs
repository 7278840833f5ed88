using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>Each accepted original, every revision, kept for good: from these blobs alone every table can be built again.</summary>
public sealed class AcceptedUploads(StorageAccount account)
{
    private readonly BlobContainerClient accepted = account.Container(Names.Accepted);

    /// <summary>The blob that will hold an original: <c>id/time-hash/file name</c>, so that no upload ever takes another's place.</summary>
    public static string NameFor(ReleaseId id, IncomingUpload upload, BinaryData content)
    {
        var file = upload.Name[(upload.Name.LastIndexOf('/') + 1)..];
        var time = upload.UploadedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span))[..8];
        return $"{id}/{time}-{hash}/{(file.Length > 0 ? file : "upload")}";
    }

    /// <summary>Keeps an original. Repeating it changes nothing.</summary>
    /// <param name="name">From <see cref="NameFor"/>.</param>
    /// <param name="content">The bytes as they came.</param>
    /// <param name="upload">Where they came from.</param>
    /// <param name="collectedAt">The moment that decided whether earlier revisions had been public.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public async Task KeepAsync(string name, BinaryData content, IncomingUpload upload, DateTimeOffset collectedAt, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = upload.ContentType },
            Metadata = new Dictionary<string, string>
            {
                ["uploadname"] = Uri.EscapeDataString(upload.Name),
                ["uploadedat"] = upload.UploadedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                ["collectedat"] = collectedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await accepted.GetBlobClient(name).UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 409)
        {
            // An earlier run kept it and was cut short afterwards.
        }
    }

    /// <summary>Whether nothing was ever accepted.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in accepted.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            return false;
        }

        return true;
    }

    /// <returns>Null where it is not there.</returns>
    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await accepted.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException failure) when (failure.Status is 404)
        {
            return null;
        }
    }
}
