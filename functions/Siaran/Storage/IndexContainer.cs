using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Siaran.Related;

namespace Siaran.Storage;

/// <summary>The index of related news as blobs: segments under <c>segments/</c>, and <c>manifest</c>.</summary>
public sealed class IndexContainer(StorageAccount account) : IIndexStore
{
    private const string Segments = "segments/";

    private readonly BlobContainerClient index = account.Container(Names.Index);

    private BlobClient Manifest => index.GetBlobClient("manifest");

    public async Task<StoredManifest?> ReadManifestAsync(CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await Manifest.DownloadContentAsync(cancellationToken)).Value;
            return new StoredManifest(blob.Content.ToMemory(), blob.Details.ETag.ToString());
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    public async Task<string?> SwapManifestAsync(ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken)
    {
        var conditions = ifMatch is null
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = new ETag(ifMatch) };
        try
        {
            // The compare-and-swap of the index: all concurrency of RelatedIndex rests on this one
            // condition.
            var written = await Manifest.UploadAsync(
                BinaryData.FromBytes(content),
                new BlobUploadOptions { Conditions = conditions },
                cancellationToken
            );
            return written.Value.ETag.ToString();
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            return null;
        }
    }

    public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        // Spooled first, so that a write that breaks off leaves nothing behind.
        await using var spool = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        await write(spool, cancellationToken);
        spool.Position = 0;
        await index.GetBlobClient(Segments + name).UploadAsync(spool, overwrite: true, cancellationToken);
    }

    public async Task<int> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(offset, buffer.Length) };
            using var download = (await index.GetBlobClient(Segments + name).DownloadStreamingAsync(options, cancellationToken)).Value;
            // A download may come in pieces; fewer bytes than asked mean that the blob ends there.
            return await download.Content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return -1;
        }
        // The range begins behind the blob's end.
        catch (RequestFailedException ex) when (ex.Status is 416)
        {
            return 0;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        index.GetBlobClient(Segments + name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    public async IAsyncEnumerable<StoredSegment> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in index.GetBlobsAsync(new GetBlobsOptions { Prefix = Segments }, cancellationToken))
        {
            yield return new StoredSegment(
                blob.Name[Segments.Length..],
                blob.Properties.ContentLength ?? 0,
                blob.Properties.LastModified ?? default
            );
        }
    }
}
