using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>An original that was accepted once.</summary>
/// <param name="Blob">Its name in <c>accepted</c>.</param>
/// <param name="Id">The release that it made or revised.</param>
/// <param name="Upload">The upload as it stood in <c>incoming</c>.</param>
/// <param name="CollectedAt">The moment that decided whether earlier revisions had been public, UTC.</param>
/// <param name="Batch">The <see cref="BatchId"/> of the batch that it was collected in.</param>
/// <param name="Slug">The address that its release has; null where it was not noted.</param>
public sealed record AcceptedOriginal(
    string Blob,
    ReleaseId Id,
    IncomingUpload Upload,
    DateTimeOffset CollectedAt,
    string Batch,
    string? Slug
);

/// <summary>Each accepted original, every revision, kept for good: from these blobs alone every table can be built again.</summary>
public sealed class AcceptedUploads(StorageAccount account)
{
    private readonly BlobContainerClient accepted = account.Container(Names.Accepted);

    /// <summary>The blob that will hold an original: <c>id/time-hash/file name</c>, so that no upload ever takes another's place.</summary>
    public static string NameFor(ReleaseId id, IncomingUpload upload, BinaryData content)
    {
        var file = upload.Name[(upload.Name.LastIndexOf('/') + 1)..];
        var time = upload.UploadedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        byte[] identity = [.. SHA256.HashData(content.ToMemory().Span), .. Encoding.UTF8.GetBytes(upload.Name + '\n' + upload.VersionName)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(identity))[..8];
        return $"{id}/{time}-{hash}/{(file.Length > 0 ? BlobName.Shorten(file, BlobName.Longest - 128) : "upload")}";
    }

    /// <summary>Keeps an original. Repeating it changes nothing.</summary>
    /// <param name="name">From <see cref="NameFor"/>.</param>
    /// <param name="content">The bytes as they came.</param>
    /// <param name="upload">Where they came from.</param>
    /// <param name="collectedAt">The moment that decided whether earlier revisions had been public.</param>
    /// <param name="batch">The <see cref="BatchId"/> of the batch: what was published together is so again when all is rebuilt.</param>
    /// <param name="slug">The address of its release.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public async Task KeepAsync(
        string name,
        BinaryData content,
        IncomingUpload upload,
        DateTimeOffset collectedAt,
        string batch,
        string slug,
        CancellationToken cancellationToken
    )
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = upload.ContentType },
            Metadata = new Dictionary<string, string>
            {
                ["uploadname"] = Uri.EscapeDataString(upload.Name),
                ["uploadedat"] = upload.UploadedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                ["uploadversion"] = Uri.EscapeDataString(upload.VersionName),
                ["collectedat"] = collectedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                ["batch"] = batch,
                ["slug"] = slug,
            },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await accepted.GetBlobClient(name).UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 409)
        {
            // An earlier run kept it and was cut short afterwards.
        }
    }

    /// <summary>Every original there is, in no order; one call for 5,000.</summary>
    public IAsyncEnumerable<AcceptedOriginal> ListAsync(CancellationToken cancellationToken) => ListAsync("", cancellationToken);

    /// <summary>The originals of one release, in no order.</summary>
    public IAsyncEnumerable<AcceptedOriginal> ListAsync(ReleaseId id, CancellationToken cancellationToken) =>
        ListAsync($"{id}/", cancellationToken);

    private async IAsyncEnumerable<AcceptedOriginal> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = prefix };
        await foreach (var blob in accepted.GetBlobsAsync(options, cancellationToken))
        {
            if (!ReleaseId.TryParse(blob.Name.Split('/')[0], out var id))
            {
                continue;
            }

            var said = blob.Metadata;
            var collectedAt = TimeIn(said, "collectedat") ?? blob.Properties.CreatedOn ?? default;
            var upload = new IncomingUpload(
                said.TryGetValue("uploadname", out var name) ? Uri.UnescapeDataString(name) : blob.Name[(blob.Name.LastIndexOf('/') + 1)..],
                new ETag(said.TryGetValue("uploadversion", out var version) ? Uri.UnescapeDataString(version) : ""),
                TimeIn(said, "uploadedat") ?? collectedAt,
                blob.Properties.ContentLength ?? 0,
                blob.Properties.ContentType
            );
            yield return new AcceptedOriginal(
                blob.Name,
                id,
                upload,
                collectedAt,
                said.TryGetValue("batch", out var batch) ? batch : BatchId.Of(collectedAt, blob.Name),
                said.TryGetValue("slug", out var slug) ? slug : null
            );
        }
    }

    /// <summary>Takes back an original that in the end made no revision.</summary>
    public Task ForgetAsync(string name, CancellationToken cancellationToken) =>
        accepted.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Keeps the report of the last upload under a name: <c>reports/NAME.report.json</c>.</summary>
    /// <param name="upload">The upload's name in <c>incoming</c>.</param>
    /// <param name="report">JSON.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public Task KeepReportAsync(string upload, BinaryData report, CancellationToken cancellationToken) =>
        Report(upload)
            .UploadAsync(
                report,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
                cancellationToken
            );

    /// <summary>Takes away the report of an earlier upload under a name.</summary>
    public Task ClearReportAsync(string upload, CancellationToken cancellationToken) =>
        Report(upload).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Report(string upload) =>
        accepted.GetBlobClient($"reports/{BlobName.Shorten(upload, BlobName.Longest - 64)}.report.json");

    /// <summary>Whether nothing was ever accepted.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in accepted.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            return false;
        }

        return true;
    }

    private static DateTimeOffset? TimeIn(IDictionary<string, string> metadata, string key) =>
        metadata.TryGetValue(key, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <returns>Null where it is not there.</returns>
    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await accepted.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }
}
