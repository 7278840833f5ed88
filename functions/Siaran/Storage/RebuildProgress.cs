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

    /// <summary>Originals still to do.</summary>
    public int Left { get; init; }
}

/// <summary>What a rebuild has come to.</summary>
/// <param name="Done">Whether all is rebuilt.</param>
/// <param name="Replayed">Originals done again so far.</param>
/// <param name="Unreadable">Originals that are not understood any more; the log names them.</param>
/// <param name="Left">Originals still to do, as far as that was counted.</param>
/// <param name="Since">When it began; UTC.</param>
public sealed record RebuildReport(bool Done, int Replayed, int Unreadable, int Left, DateTimeOffset Since)
{
    public static RebuildReport Of(RebuildState state, bool isDone = false) =>
        new(isDone, state.Replayed, state.Unreadable, isDone ? 0 : state.Left, state.StartedAt);
}

/// <param name="State">As stored.</param>
/// <param name="Version">What a write on top of it names.</param>
public sealed record StoredRebuild(RebuildState State, ETag Version);

/// <summary>The mark that the tables are being built again. It is not in a table, since those may be lost.</summary>
public sealed class RebuildProgress(StorageAccount account)
{
    private readonly BlobClient blob = account.Container(Names.Documents).GetBlobClient("rebuild");
    private readonly BlobClient last = account.Container(Names.Documents).GetBlobClient("rebuilt");

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
        // A lease by compare-and-swap: the state holds until when it is held, and each write names the
        // version before. A blob lease would need renewals and could not be taken from a process that
        // hangs.
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

    /// <summary>What the rebuild under way has come to, or the last one; null where there was none. At most two calls.</summary>
    public async Task<RebuildReport?> ReportAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { State: var state })
        {
            return RebuildReport.Of(state);
        }

        try
        {
            return (await last.DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<RebuildReport>();
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    public async Task EndAsync(RebuildReport report, CancellationToken cancellationToken)
    {
        // The report first: a death between leaves a rebuild that ends once more, and not one without a
        // report.
        await last.UploadAsync(BinaryData.FromObjectAsJson(report), overwrite: true, cancellationToken);
        await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        WasUnderWay = false;
    }
}
