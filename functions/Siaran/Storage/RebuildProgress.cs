using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Cleared">Whether the staging tables are there and were empty.</param>
/// <param name="After">The <see cref="BatchId"/> of the last thing that was done again.</param>
/// <param name="Replayed">Originals so far.</param>
/// <param name="Unreadable">Originals that are no longer understood, and so were passed over.</param>
/// <param name="HeldUntil">Until when a request holds it; UTC.</param>
/// <param name="TakenOver">How many of <see cref="Names.Rebuildable"/> readers see already as they were rebuilt.</param>
/// <param name="Partition">The last partition of the next one that they see so.</param>
public sealed record RebuildState(
    bool Cleared,
    string After,
    int Replayed,
    int Unreadable,
    DateTimeOffset HeldUntil,
    int TakenOver = 0,
    string Partition = ""
)
{
    /// <summary>When it began; UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }
}

/// <param name="State">As stored.</param>
/// <param name="Version">What a write on top of it names.</param>
public sealed record StoredRebuild(RebuildState State, ETag Version);

/// <summary>The mark that the tables are being built again. It is not in a table, since those may be lost.</summary>
public sealed class RebuildProgress(StorageAccount account)
{
    private readonly BlobClient blob = account.Container(Names.Documents).GetBlobClient("rebuild");

    /// <summary>What <see cref="IsUnderWayAsync"/> found last.</summary>
    public bool WasUnderWay { get; private set; }

    /// <summary>One call.</summary>
    public async Task<bool> IsUnderWayAsync(CancellationToken cancellationToken) => WasUnderWay = await blob.ExistsAsync(cancellationToken);

    /// <returns>Null where no rebuild is under way.</returns>
    public async Task<StoredRebuild?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return new(
                found.Content.ToObjectFromJson<RebuildState>() ?? throw new InvalidDataException("The mark of the rebuild is empty."),
                found.Details.ETag
            );
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    /// <param name="state">What to store.</param>
    /// <param name="over">The version that it follows; null where there must be none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The new version; null where another instance was faster.</returns>
    public async Task<ETag?> TryStoreAsync(RebuildState state, ETag? over, CancellationToken cancellationToken)
    {
        var conditions = over is { } version
            ? new BlobRequestConditions { IfMatch = version }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            return (
                await blob.UploadAsync(
                    BinaryData.FromObjectAsJson(state),
                    new BlobUploadOptions { Conditions = conditions },
                    cancellationToken
                )
            )
                .Value
                .ETag;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        WasUnderWay = false;
    }
}
