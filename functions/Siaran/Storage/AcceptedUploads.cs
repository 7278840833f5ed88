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
)
{
    /// <summary>The number of the revision that it made, or was to make when it was kept; null where it was not noted.</summary>
    public int? Revision { get; init; }

    /// <summary>The office that the release belongs to; null where offices were not kept apart.</summary>
    public string? Office { get; init; }

    /// <summary>The release that its release translates; null where it translates none.</summary>
    public ReleaseId? TranslationOf { get; init; }

    /// <summary>The release that takes the place of its release where it withdrew that; null where none does or none was noted.</summary>
    public ReleaseId? Successor { get; init; }

    /// <summary>Who brought it; null where it was not noted.</summary>
    public string? Actor { get; init; }

    /// <summary>As <see cref="IntakeRecord.Pictures"/>.</summary>
    public string? Pictures { get; init; }
}

/// <summary>An original that was kept just now.</summary>
/// <param name="Blob">Its name in <c>accepted</c>.</param>
/// <param name="Before">What was noted of it before; null where nothing was, or the same, or where it was refused for good.</param>
/// <param name="Version">What was written.</param>
public sealed record KeptOriginal(string Blob, AcceptedOriginal? Before, ETag Version);

/// <summary>An original as it is kept.</summary>
/// <param name="Content">Its bytes as they came.</param>
/// <param name="ContentType">What it was accepted as; of a form, with its boundary.</param>
public sealed record OriginalContent(BinaryData Content, string? ContentType);

/// <summary>Each accepted original, every revision, kept for good: from these blobs alone every table can be built again.</summary>
public sealed class AcceptedUploads(StorageAccount account)
{
    private const string RefusedKey = "refused";

    private readonly BlobContainerClient accepted = account.Container(Names.Accepted);

    /// <summary>The blob that will hold an original: <c>id/time-hash/file name</c>, so that no upload ever takes another's place.</summary>
    // Release first, so that one prefix lists a release's originals. The hash takes in name and version
    // too: two editors may upload the same bytes in the same second, and each original is kept.
    public static string NameFor(ReleaseId id, IncomingUpload upload, BinaryData content)
    {
        var file = upload.Name[(upload.Name.LastIndexOf('/') + 1)..];
        var time = upload.UploadedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        byte[] identity = [.. SHA256.HashData(content.ToMemory().Span), .. Encoding.UTF8.GetBytes(upload.Name + '\n' + upload.VersionName)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(identity))[..8];
        return $"{id}/{time}-{hash}/{(file.Length > 0 ? BlobName.Shorten(file, BlobName.Longest - 128) : "upload")}";
    }

    /// <summary>
    /// Keeps an original before it makes its revision. Where an earlier try or another instance has kept it, what is noted of it becomes
    /// that of this try.
    /// </summary>
    /// <param name="original">Its name is from <see cref="NameFor"/>.</param>
    /// <param name="content">The bytes as they came.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="ContentionException">Others noted something else of it all the while.</exception>
    public async Task<KeptOriginal> KeepAsync(AcceptedOriginal original, BinaryData content, CancellationToken cancellationToken) =>
        await TryWriteAsync(original, content, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken) is { } version
            ? new KeptOriginal(original.Blob, null, version)
            : await OptimisticRetry.RunAsync(
                $"The original {original.Blob}",
                ct => KeepAgainAsync(original, content, ct),
                cancellationToken
            );

    /// <summary>Notes of an original again what was noted before, since it was another instance that made the revision of it.</summary>
    /// <param name="kept">From <see cref="KeepAsync"/>.</param>
    /// <param name="content">The bytes as they came.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public Task PutBackAsync(KeptOriginal kept, BinaryData content, CancellationToken cancellationToken) =>
        kept.Before is { } before
            ? TryWriteAsync(before, content, new BlobRequestConditions { IfMatch = kept.Version }, cancellationToken)
            : Task.CompletedTask;

    /// <returns>Null where it was deleted or written meanwhile.</returns>
    private async Task<KeptOriginal?> KeepAgainAsync(AcceptedOriginal original, BinaryData content, CancellationToken cancellationToken)
    {
        BlobProperties there;
        try
        {
            there = await accepted.GetBlobClient(original.Blob).GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            var added = await TryWriteAsync(original, content, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
            return added is { } first ? new KeptOriginal(original.Blob, null, first) : null;
        }

        // Its revision cannot be stored any more, and the blob must go on saying so.
        if (there.Metadata.ContainsKey(RefusedKey))
        {
            return new KeptOriginal(original.Blob, null, there.ETag);
        }

        // What is noted decides the replay: time, batch and revision must be those of the try that made
        // the revision, so a later try writes them over, under the ETag that it saw.
        var before = Noted(original.Blob, original.Id, there.Metadata, there.CreatedOn, there.ContentLength, there.ContentType);
        if ((before.Batch, before.CollectedAt, before.Revision) == (original.Batch, original.CollectedAt, original.Revision))
        {
            return new KeptOriginal(original.Blob, null, there.ETag);
        }

        var condition = new BlobRequestConditions { IfMatch = there.ETag };
        return await TryWriteAsync(original, content, condition, cancellationToken) is { } version
            ? new KeptOriginal(original.Blob, before, version)
            : null;
    }

    /// <returns>The version written; null where the condition does not hold.</returns>
    private async Task<ETag?> TryWriteAsync(
        AcceptedOriginal original,
        BinaryData content,
        BlobRequestConditions condition,
        CancellationToken cancellationToken
    )
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = original.Upload.ContentType },
            Metadata = MetadataOf(original),
            Conditions = condition,
        };
        try
        {
            return (await accepted.GetBlobClient(original.Blob).UploadAsync(content, options, cancellationToken)).Value.ETag;
        }
        // A blob that is there answers If-None-Match: * by 409, and a changed one If-Match by 412.
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            return null;
        }
    }

    private static Dictionary<string, string> MetadataOf(AcceptedOriginal original)
    {
        var upload = original.Upload;
        // Metadata and not a table: a rebuild starts from the originals alone, when every table may be
        // lost. Names are escaped, for metadata are HTTP headers and take ASCII only.
        var metadata = new Dictionary<string, string>
        {
            ["uploadname"] = Uri.EscapeDataString(upload.Name),
            ["uploadedat"] = upload.UploadedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["uploadversion"] = Uri.EscapeDataString(upload.VersionName),
            ["collectedat"] = original.CollectedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["batch"] = original.Batch,
        };
        foreach (
            var (key, value) in new[]
            {
                ("slug", original.Slug),
                ("revision", original.Revision?.ToString(CultureInfo.InvariantCulture)),
                ("office", original.Office),
                ("translationof", original.TranslationOf?.ToString()),
                ("successor", original.Successor?.ToString()),
                ("actor", original.Actor is { Length: > 0 } actor ? Uri.EscapeDataString(actor) : null),
                ("pictures", original.Pictures),
            }
        )
        {
            if (value is not null)
            {
                metadata[key] = value;
            }
        }

        return metadata;
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
            // Reports and the journal are in this container as well, under prefixes that are no ids.
            if (ReleaseId.TryParse(blob.Name.Split('/')[0], out var id) && !blob.Metadata.ContainsKey(RefusedKey))
            {
                var (said, of) = (blob.Metadata, blob.Properties);
                yield return Noted(blob.Name, id, said, of.CreatedOn, of.ContentLength ?? 0, of.ContentType);
            }
        }
    }

    private static ReleaseId? IdOf(IDictionary<string, string> said, string key) =>
        said.TryGetValue(key, out var text) && ReleaseId.TryParse(text, out var id) ? id : null;

    private static AcceptedOriginal Noted(
        string blob,
        ReleaseId id,
        IDictionary<string, string> said,
        DateTimeOffset? createdOn,
        long length,
        string? contentType
    )
    {
        // Blobs that were copied in by hand bring no metadata: storage's own time stands for what was
        // not noted.
        var collectedAt = TimeIn(said, "collectedat") ?? createdOn ?? default;
        var upload = new IncomingUpload(
            said.TryGetValue("uploadname", out var name) ? Uri.UnescapeDataString(name) : blob[(blob.LastIndexOf('/') + 1)..],
            new ETag(said.TryGetValue("uploadversion", out var version) ? Uri.UnescapeDataString(version) : ""),
            TimeIn(said, "uploadedat") ?? collectedAt,
            length,
            contentType
        );
        return new AcceptedOriginal(
            blob,
            id,
            upload,
            collectedAt,
            said.TryGetValue("batch", out var batch) ? batch : BatchId.Of(collectedAt, blob),
            said.TryGetValue("slug", out var slug) ? slug : null
        )
        {
            Revision =
                said.TryGetValue("revision", out var number) && int.TryParse(number, CultureInfo.InvariantCulture, out var revision)
                    ? revision
                    : null,
            Office = said.TryGetValue("office", out var office) ? office : null,
            TranslationOf = IdOf(said, "translationof"),
            Successor = IdOf(said, "successor"),
            Actor = said.TryGetValue("actor", out var actor) ? Uri.UnescapeDataString(actor) : null,
            Pictures = said.TryGetValue("pictures", out var pictures) ? pictures : null,
        };
    }

    /// <summary>Takes back an original that in the end made no revision.</summary>
    public Task ForgetAsync(string name, CancellationToken cancellationToken) =>
        accepted.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>
    /// Takes the place of an original whose upload was refused for good: an instance that is late with the same upload cannot keep it as if
    /// it made a revision, even where it dies of it. Repeating it changes nothing.
    /// </summary>
    public Task RefuseAsync(string name, CancellationToken cancellationToken) =>
        accepted
            .GetBlobClient(name)
            .UploadAsync(
                BinaryData.Empty,
                new BlobUploadOptions { Metadata = new Dictionary<string, string> { [RefusedKey] = "yes" } },
                cancellationToken
            );

    /// <summary>Keeps the report of the last upload under a name: <c>reports/NAME.report.json</c>.</summary>
    /// <param name="upload">The upload's name in <c>incoming</c>.</param>
    /// <param name="report">JSON.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public Task KeepReportAsync(IncomingUpload upload, BinaryData report, CancellationToken cancellationToken) =>
        LatestBlob.PutAsync(Report(upload.Name), report, "application/json", UploadPlace.Of(upload), cancellationToken);

    /// <summary>Takes away the report of an earlier upload under a name.</summary>
    public Task ClearReportAsync(IncomingUpload upload, CancellationToken cancellationToken) =>
        LatestBlob.ClearAsync(Report(upload.Name), UploadPlace.Of(upload), cancellationToken);

    /// <summary>Takes away the report of an upload that a later one of its name overtook.</summary>
    public Task TakeBackReportAsync(IncomingUpload upload, CancellationToken cancellationToken) =>
        LatestBlob.TakeBackAsync(Report(upload.Name), UploadPlace.Of(upload), cancellationToken);

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
    public async Task<OriginalContent?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var there = (await accepted.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value;
            return new OriginalContent(there.Content, there.Details.ContentType);
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }
}
