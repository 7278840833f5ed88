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

/// <summary>Whether tables are being rebuilt, and which rebuild was the last.</summary>
/// <param name="IsUnderWay">Whether one is under way.</param>
/// <param name="Version">Another one for each that has begun, gone on or ended; default where there never was one.</param>
public readonly record struct RebuildMark(bool IsUnderWay, ETag Version);

/// <summary>The mark that the tables are being built again. It is not in a table, since those may be lost.</summary>
// One blob for the rebuild under way and for the report of the last: whoever began before a rebuild and ends after it sees that by one
// call.
public sealed class RebuildProgress(StorageAccount account)
{
    private const string EndedKey = "ended";

    private readonly BlobClient blob = account.Container(Names.Documents).GetBlobClient("rebuild");

    /// <summary>What <see cref="MarkAsync"/> found last.</summary>
    public bool WasUnderWay { get; private set; }

    /// <summary>One call.</summary>
    public async Task<bool> IsUnderWayAsync(CancellationToken cancellationToken) => (await MarkAsync(cancellationToken)).IsUnderWay;

    /// <summary>One call. What is asked twice and is the same has seen no rebuild in between.</summary>
    public async Task<RebuildMark> MarkAsync(CancellationToken cancellationToken)
    {
        var mark = await ReadMarkAsync(cancellationToken);
        WasUnderWay = mark.IsUnderWay;
        return mark;
    }

    /// <returns>Null where no rebuild is under way.</returns>
    public async Task<StoredRebuild?> FindAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is { } found && !HasEnded(found.Details.Metadata) ? UnderWay(found) : null;

    /// <param name="state">What to store.</param>
    /// <param name="over">The version that it follows; null where there must be none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The new version; null where another instance was faster.</returns>
    public async Task<ETag?> TryStoreAsync(RebuildState state, ETag? over, CancellationToken cancellationToken)
    {
        // A lease by compare-and-swap: the state holds until when it is held, and each write names the
        // version before. A blob lease would need renewals and could not be taken from a process that
        // hangs.
        if (over is { } version)
        {
            return await TryWriteAsync(state, new BlobRequestConditions { IfMatch = version }, cancellationToken);
        }

        if (await TryWriteAsync(state, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken) is { } first)
        {
            return first;
        }

        return await ReadMarkAsync(cancellationToken) is { IsUnderWay: false, Version: var ended } && ended != default
            ? await TryWriteAsync(state, new BlobRequestConditions { IfMatch = ended }, cancellationToken)
            : null;
    }

    /// <summary>What the rebuild under way has come to, or the last one; null where there was none. One call.</summary>
    public async Task<RebuildReport?> ReportAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is not { } found ? null
        : HasEnded(found.Details.Metadata) ? found.Content.ToObjectFromJson<RebuildReport>()
        : RebuildReport.Of(UnderWay(found).State);

    public async Task EndAsync(RebuildReport report, CancellationToken cancellationToken)
    {
        await blob.UploadAsync(
            BinaryData.FromObjectAsJson(report),
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { [EndedKey] = "yes" } },
            cancellationToken
        );
        WasUnderWay = false;
    }

    private static bool HasEnded(IDictionary<string, string> metadata) => metadata.ContainsKey(EndedKey);

    private static StoredRebuild UnderWay(BlobDownloadResult found) =>
        new(
            found.Content.ToObjectFromJson<RebuildState>() ?? throw new InvalidDataException("The mark of the rebuild is empty."),
            found.Details.ETag
        );

    private async Task<RebuildMark> ReadMarkAsync(CancellationToken cancellationToken) =>
        await LatestBlob.FindAsync(blob, cancellationToken) is { } there ? new RebuildMark(!HasEnded(there.Metadata), there.ETag) : default;

    private async Task<BlobDownloadResult?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellationToken)).Value;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    private async Task<ETag?> TryWriteAsync(RebuildState state, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = conditions };
            return (await blob.UploadAsync(BinaryData.FromObjectAsJson(state), options, cancellationToken)).Value.ETag;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return null;
        }
    }
}
