using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>An upload that waits in <c>incoming</c>.</summary>
/// <param name="Name">The blob's name, folders included.</param>
/// <param name="Version">Tells this upload from the next one under the same name.</param>
/// <param name="UploadedAt">UTC.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">As the uploader gave it.</param>
public sealed record IncomingUpload(string Name, ETag Version, DateTimeOffset UploadedAt, long Length, string? ContentType)
{
    public UploadMetadata Metadata { get; init; } = UploadMetadata.None;

    /// <summary>The id of the release that the upload must revise, where the uploader said so over HTTP.</summary>
    public string? Target => Metadata.Target;

    /// <summary>The revision that the uploader had seen (<c>If-Match</c>).</summary>
    public int? ExpectedRevision => Metadata.ExpectedRevision;

    /// <summary><see cref="Version"/> as text, alike however it was learned: lists give it without quotes and answers with them.</summary>
    public string VersionName => NameOf(Version);

    internal static string NameOf(ETag version) => version.ToString().Trim('"');
}

/// <summary>An upload that is to be put into <c>incoming</c>.</summary>
/// <param name="Name">The blob's name, folders included.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">As the uploader gave it.</param>
public sealed record NewUpload(string Name, BinaryData Content, string? ContentType)
{
    public UploadMetadata Metadata { get; init; } = UploadMetadata.None;
}

/// <summary>The container that editors write to.</summary>
public sealed class Inbox(StorageAccount account)
{
    private readonly BlobContainerClient incoming = account.Container(Names.Incoming);

    /// <summary>All that waits, a page of up to 5,000 at a time; one call where nothing does.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IncomingUpload>> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
        await foreach (var page in incoming.GetBlobsAsync(options, cancellationToken).AsPages().WithCancellation(cancellationToken))
        {
            yield return
            [
                .. page.Values.Select(blob => new IncomingUpload(
                    blob.Name,
                    blob.Properties.ETag ?? default,
                    blob.Properties.LastModified ?? default,
                    blob.Properties.ContentLength ?? 0,
                    blob.Properties.ContentType
                )
                {
                    Metadata = UploadMetadata.Of(blob.Metadata),
                }),
            ];
        }
    }

    /// <summary>All that waits: one call for each 5,000.</summary>
    public async Task<IReadOnlyList<IncomingUpload>> ListAllAsync(CancellationToken cancellationToken)
    {
        var all = new List<IncomingUpload>();
        await foreach (var page in ListAsync(cancellationToken))
        {
            all.AddRange(page);
        }

        return all;
    }

    /// <summary>Stores an upload as if its editor had put it there.</summary>
    public async Task<IncomingUpload> AddAsync(NewUpload upload, CancellationToken cancellationToken) =>
        await AddAsync(upload, new BlobRequestConditions(), cancellationToken);

    /// <returns>Null where another upload waits under this name.</returns>
    public async Task<IncomingUpload?> TryAddAsync(NewUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            return await AddAsync(upload, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            return null;
        }
    }

    private async Task<IncomingUpload> AddAsync(NewUpload upload, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = upload.ContentType },
            Metadata = upload.Metadata.ToDictionary(),
            Conditions = conditions,
        };
        var stored = await incoming.GetBlobClient(upload.Name).UploadAsync(upload.Content, options, cancellationToken);
        return new IncomingUpload(
            upload.Name,
            stored.Value.ETag,
            stored.Value.LastModified,
            upload.Content.ToMemory().Length,
            upload.ContentType
        )
        {
            Metadata = upload.Metadata,
        };
    }

    /// <summary>Whether something waits under a name; one call.</summary>
    public async Task<bool> HasAsync(string name, CancellationToken cancellationToken) =>
        await incoming.GetBlobClient(name).ExistsAsync(cancellationToken);

    /// <summary>Whether it is this version that waits under a name; one call.</summary>
    /// <param name="name">The name.</param>
    /// <param name="version">The <see cref="IncomingUpload.VersionName"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> HasAsync(string name, string version, CancellationToken cancellationToken)
    {
        try
        {
            var there = await incoming.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return IncomingUpload.NameOf(there.Value.ETag) == version;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return false;
        }
    }

    /// <returns>Null where the upload was replaced or taken away since it was listed.</returns>
    public async Task<BinaryData?> ReadAsync(IncomingUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            // Under the version that was listed: an upload that was replaced meanwhile is the next
            // run's, with its own time.
            var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = upload.Version } };
            return (await incoming.GetBlobClient(upload.Name).DownloadContentAsync(options, cancellationToken)).Value.Content;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Takes the upload away, unless a newer one has taken its name.</summary>
    public async Task RemoveAsync(IncomingUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            await incoming
                .GetBlobClient(upload.Name)
                .DeleteIfExistsAsync(
                    conditions: new BlobRequestConditions { IfMatch = upload.Version },
                    cancellationToken: cancellationToken
                );
        }
        catch (RequestFailedException ex) when (ex.Status is 412)
        {
            // There is a newer upload under this name: the next run takes it.
        }
    }

    /// <summary>The address from which storage itself can copy an upload.</summary>
    internal Uri AddressOf(IncomingUpload upload) => incoming.GetBlobClient(upload.Name).Uri;
}
