using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>
/// What the originals in <c>accepted</c> cannot tell and the tables need to be built again: when embargoes ended, and the outcome of
/// uploads that made no revision. One small blob each.
/// </summary>
public sealed class Journal(StorageAccount account)
{
    private const string Releases = "journal/released/";
    private const string Uploads = "journal/uploads/";

    private readonly BlobContainerClient accepted = account.Container(Names.Accepted);

    /// <summary>Notes that embargoes end now, before they do.</summary>
    public Task NoteReleasedAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        accepted.GetBlobClient(Releases + BatchId.New(now)).UploadAsync(BinaryData.Empty, overwrite: true, cancellationToken);

    /// <summary>Notes the outcome of an upload that made no revision; the last under a name stands for all before.</summary>
    public Task NoteAsync(IntakeRecord record, CancellationToken cancellationToken) =>
        LatestBlob.PutAsync(
            accepted.GetBlobClient(Uploads + TableKey.Hash("name", record.Name)),
            BinaryData.FromObjectAsJson(record),
            null,
            record.Place,
            cancellationToken
        );

    /// <summary>The <see cref="BatchId"/>s at which embargoes ended, oldest first.</summary>
    public async IAsyncEnumerable<string> ReleasedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in accepted.GetBlobsAsync(new GetBlobsOptions { Prefix = Releases }, cancellationToken))
        {
            yield return blob.Name[Releases.Length..];
        }
    }

    public async IAsyncEnumerable<IntakeRecord> UploadsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in accepted.GetBlobsAsync(new GetBlobsOptions { Prefix = Uploads }, cancellationToken))
        {
            var content = await accepted.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            yield return content.Value.Content.ToObjectFromJson<IntakeRecord>() ?? throw new InvalidDataException($"{blob.Name} is empty.");
        }
    }
}
