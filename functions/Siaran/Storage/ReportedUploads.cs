using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>What could not be taken.</summary>
public sealed class RejectedUploads(StorageAccount account, Inbox inbox) : ReportedUploads(inbox, account.Container(Names.Rejected));

/// <summary>
/// What may have been misread. A blob that is copied from here back to <c>incoming</c> with its metadata is confirmed by that.
/// </summary>
public sealed class DoubtfulUploads(StorageAccount account, Inbox inbox) : ReportedUploads(inbox, account.Container(Names.Doubtful))
{
    /// <summary>The last upload under a name that is held here.</summary>
    /// <returns>As it is to be added to <c>incoming</c> once it is confirmed; null where none is held.</returns>
    public async Task<HeldUpload?> FindAsync(string upload, CancellationToken cancellationToken)
    {
        try
        {
            var held = (await Container.GetBlobClient(NameFor(upload)).DownloadContentAsync(cancellationToken)).Value;
            var metadata = held.Details.Metadata;
            return new HeldUpload(
                new NewUpload(upload, held.Content, held.Details.ContentType) { Metadata = UploadMetadata.Of(metadata) },
                metadata.TryGetValue(SourceKey, out var source) ? source : ""
            );
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    private protected override UploadMetadata MetadataOf(IncomingUpload upload) => upload.Metadata with { IsConfirmed = true };
}

/// <summary>An upload that waits for an editor's word.</summary>
/// <param name="Upload">What is taken once it is confirmed.</param>
/// <param name="Version">The <see cref="IncomingUpload.VersionName"/> of the upload that was held.</param>
public sealed record HeldUpload(NewUpload Upload, string Version);

/// <summary>An upload that was not published, as its container keeps it.</summary>
/// <param name="Name">Its name in <c>incoming</c>.</param>
/// <param name="KeptAt">When it was kept, UTC.</param>
/// <param name="ContentType">As its uploader gave it.</param>
public sealed record KeptUpload(string Name, DateTimeOffset KeptAt, string? ContentType)
{
    public UploadMetadata Metadata { get; init; } = UploadMetadata.None;
}

/// <summary>Uploads that were not published: each original as it came, and <c>NAME.report.json</c> next to it.</summary>
public abstract class ReportedUploads
{
    private protected const string SourceKey = "source";
    private const string SettledKey = "settled";
    private const string ReportExtension = ".report.json";

    private readonly Inbox inbox;

    private protected ReportedUploads(Inbox inbox, BlobContainerClient container) => (this.inbox, Container) = (inbox, container);

    private protected BlobContainerClient Container { get; }

    /// <summary>Where an upload's original is kept: under its own name, unless that is too long or a report's.</summary>
    public static string NameFor(string upload)
    {
        var kept = BlobName.Shorten(upload, BlobName.Longest - 64);
        return kept.EndsWith(ReportExtension, StringComparison.OrdinalIgnoreCase) ? kept + ".original" : kept;
    }

    /// <summary>
    /// Keeps an upload. Another one of the same name is put aside with its report, never overwritten; where it came later, this one is.
    /// </summary>
    /// <param name="upload">The upload.</param>
    /// <param name="content">Its bytes, or null where it was too large to read: then storage copies it itself.</param>
    /// <param name="report">JSON.</param>
    /// <param name="cancellationToken">Ends the copy.</param>
    public async Task KeepAsync(IncomingUpload upload, BinaryData? content, BinaryData report, CancellationToken cancellationToken)
    {
        await OptimisticRetry.RunAsync(
            $"The last upload under {upload.Name}",
            ct => TryKeepAsync(upload, content, report, ct),
            cancellationToken
        );
    }

    /// <returns>Null where another upload took its name meanwhile.</returns>
    private async Task<string?> TryKeepAsync(
        IncomingUpload upload,
        BinaryData? content,
        BinaryData report,
        CancellationToken cancellationToken
    )
    {
        var place = UploadPlace.Of(upload);
        return
            await TryKeepAsync(upload, content, cancellationToken) is { } kept
            && await LatestBlob.PutAsync(
                Container.GetBlobClient(kept + ReportExtension),
                report,
                "application/json",
                place,
                cancellationToken
            )
            ? kept
            : null;
    }

    /// <returns>The blob that holds it; null where another upload took its name meanwhile.</returns>
    // The last upload of a name keeps the name, so that an editor finds the report where the upload
    // was; older ones get a time and a hash behind theirs.
    private async Task<string?> TryKeepAsync(IncomingUpload upload, BinaryData? content, CancellationToken cancellationToken)
    {
        var original = Container.GetBlobClient(NameFor(upload.Name));
        // The usual case: nothing of this name was rejected before.
        var there = await LatestBlob.FindAsync(original, cancellationToken);
        if (there is not null && SourceOf(there) == upload.VersionName)
        {
            return original.Name;
        }

        if (there is not null && UploadPlace.Of(upload).IsBefore(UploadPlace.In(there.Metadata)))
        {
            var aside = Container.GetBlobClient(AsideOf(original.Name, upload.UploadedAt, upload.VersionName));
            await PutAsync(aside, upload, content, new BlobRequestConditions(), cancellationToken);
            return aside.Name;
        }

        if (there is not null)
        {
            await SetAsideAsync(original.Name, there, cancellationToken);
        }

        var condition = LatestBlob.ConditionsFor(there);
        return await Conditional.SucceedsAsync(() => PutAsync(original, upload, content, condition, cancellationToken))
            ? original.Name
            : null;
    }

    private async Task PutAsync(
        BlobClient blob,
        IncomingUpload upload,
        BinaryData? content,
        BlobRequestConditions condition,
        CancellationToken cancellationToken
    )
    {
        var metadata = MetadataOf(upload).ToDictionary();
        metadata[SourceKey] = upload.VersionName;
        UploadPlace.Of(upload).AddTo(metadata);
        if (content is not null)
        {
            var options = new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = upload.ContentType },
                Metadata = metadata,
                Conditions = condition,
            };
            await blob.UploadAsync(content, options, cancellationToken);
        }
        else
        {
            // Too large to be read into memory. Storage copies it itself, whatever its size.
            var options = new BlobCopyFromUriOptions { Metadata = metadata, DestinationConditions = condition };
            var copy = await blob.StartCopyFromUriAsync(inbox.AddressOf(upload), options, cancellationToken);
            await copy.WaitForCompletionAsync(cancellationToken);
        }
    }

    /// <summary>Takes away the last upload under a name, and its report, where this one has been taken and came after it.</summary>
    public Task ClearAsync(IncomingUpload upload, CancellationToken cancellationToken) =>
        ForBothAsync(upload, blob => LatestBlob.ClearAsync(blob, UploadPlace.Of(upload), cancellationToken));

    /// <summary>Takes away this very upload and its report, where a later one of its name overtook it.</summary>
    public Task TakeBackAsync(IncomingUpload upload, CancellationToken cancellationToken) =>
        ForBothAsync(upload, blob => LatestBlob.TakeBackAsync(blob, UploadPlace.Of(upload), cancellationToken));

    private async Task ForBothAsync(IncomingUpload upload, Func<BlobClient, Task> act)
    {
        var original = Container.GetBlobClient(NameFor(upload.Name));
        await act(original);
        await act(Container.GetBlobClient(original.Name + ReportExtension));
    }

    /// <summary>The last uploads of each name that are kept here; one call for each 5,000.</summary>
    /// <param name="since">Nothing that was kept before.</param>
    /// <param name="most">The newest so many.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<KeptUpload>> ListAsync(DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var newest = new PriorityQueue<KeptUpload, DateTimeOffset>();
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
        await foreach (var blob in Container.GetBlobsAsync(options, cancellationToken))
        {
            // Of what was set aside a newer one is there; reports have no source.
            if (
                blob.Metadata.ContainsKey(SourceKey)
                && !blob.Metadata.ContainsKey(SettledKey)
                && blob.Properties.LastModified is { } at
                && at >= since
                && !IsSetAside(blob.Name)
            )
            {
                newest.Enqueue(Kept(blob.Name, at, blob.Properties.ContentType, blob.Metadata), at);
                if (newest.Count > most)
                {
                    newest.Dequeue();
                }
            }
        }

        return [.. newest.UnorderedItems.Select(item => item.Element).OrderByDescending(kept => kept.KeptAt)];
    }

    /// <summary>
    /// Takes the last upload under a name out of the list and leaves it where it is; the next of its name is listed again.
    /// </summary>
    /// <returns>False where none is kept.</returns>
    public async Task<bool> SettleAsync(string upload, CancellationToken cancellationToken)
    {
        var blob = Container.GetBlobClient(NameFor(upload));
        try
        {
            var metadata = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
            metadata[SettledKey] = "yes";
            await blob.SetMetadataAsync(metadata, cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return false;
        }
    }

    /// <summary>The last upload under a name; null where none is kept.</summary>
    public async Task<KeptUpload?> FindKeptAsync(string upload, CancellationToken cancellationToken) =>
        await LatestBlob.FindAsync(Container.GetBlobClient(NameFor(upload)), cancellationToken) is { } found
            ? Kept(upload, found.LastModified, found.ContentType, found.Metadata)
            : null;

    /// <summary>The bytes of the last upload under a name; null where none is kept.</summary>
    public async Task<BinaryData?> ReadAsync(string upload, CancellationToken cancellationToken)
    {
        try
        {
            return (await Container.GetBlobClient(NameFor(upload)).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    private static KeptUpload Kept(string name, DateTimeOffset at, string? contentType, IDictionary<string, string> metadata) =>
        new(name, at, contentType) { Metadata = UploadMetadata.Of(metadata) };

    /// <summary>Whether a blob's name ends as <see cref="SetAsideAsync"/> makes it.</summary>
    private static bool IsSetAside(string name) =>
        name.Length > 26 && name[^9] == '-' && name[^10] == 'Z' && name[^26] == '.' && name[^17] == 'T';

    /// <summary>The report of the last upload under a name.</summary>
    /// <returns>JSON; null where there is none.</returns>
    public async Task<BinaryData?> ReportOfAsync(string upload, CancellationToken cancellationToken)
    {
        try
        {
            var report = Container.GetBlobClient(NameFor(upload) + ReportExtension);
            return (await report.DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    private protected virtual UploadMetadata MetadataOf(IncomingUpload upload) => upload.Metadata;

    private async Task SetAsideAsync(string name, BlobProperties there, CancellationToken cancellationToken)
    {
        var place = UploadPlace.In(there.Metadata);
        var aside = AsideOf(name, place.At == default ? there.LastModified : place.At, SourceOf(there));
        // The report before its original: a death between leaves the original in place, and the
        // next try sets both aside.
        await CopyAsync(name + ReportExtension, aside + ReportExtension, cancellationToken);
        await CopyAsync(name, aside, cancellationToken);
    }

    private static string AsideOf(string name, DateTimeOffset at, string source)
    {
        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return $"{name}.{time}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..8]}";
    }

    private static string SourceOf(BlobProperties kept) => kept.Metadata.TryGetValue(SourceKey, out var source) ? source : "";

    private async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        var source = Container.GetBlobClient(from);
        if (await source.ExistsAsync(cancellationToken))
        {
            await (
                await Container.GetBlobClient(to).StartCopyFromUriAsync(source.Uri, cancellationToken: cancellationToken)
            ).WaitForCompletionAsync(cancellationToken);
        }
    }
}
