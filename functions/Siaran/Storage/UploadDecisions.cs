using Azure.Data.Tables;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>What was decided of an upload.</summary>
/// <param name="Refusal">Why it makes no revision; null where that was not decided.</param>
/// <param name="Batch">The <see cref="BatchId"/> of the batch that made a revision of it; null where none did.</param>
public sealed record UploadDecision(Refusal? Refusal, string? Batch)
{
    /// <summary>
    /// The original in <c>accepted</c> of the revision that it made and that was taken back: it makes none any more. Null where none was.
    /// </summary>
    public string? TakenBack { get; init; }
}

/// <summary>
/// Whether an upload made a revision of a release, which may have been taken back, or makes none: one row for each, next to the revisions.
/// Of several instances that take the same upload, the first decides for all.
/// </summary>
// What an upload is refused for may be otherwise a moment later, as where it translates a release that is withdrawn meanwhile. Without
// this row one instance could publish what another closes as rejected.
public sealed class UploadDecisions(StorageAccount account)
{
    private const string RevisionColumn = "Revision";
    private const string RefusalColumn = "Refusal";
    private const string BatchColumn = "Batch";
    private const string TakenBackColumn = "TakenBack";

    private readonly TableClient table = account.Table(Names.Releases);

    /// <summary>Notes that an upload makes no revision; from then on no instance can store one that it makes.</summary>
    /// <param name="id">The release that it speaks of.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="why">The reason.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was noted first: this refusal, another, or that the upload has made a revision.</returns>
    public Task<UploadDecision> RefuseAsync(ReleaseId id, IncomingUpload upload, Refusal why, CancellationToken cancellationToken) =>
        RefuseKeyAsync(id, KeyOf(upload.Name, upload.VersionName), why, cancellationToken);

    /// <summary>As above, of an upload that claimed a name.</summary>
    public Task<UploadDecision> RefuseClaimAsync(string name, NameClaim claim, Refusal why, CancellationToken cancellationToken) =>
        RefuseKeyAsync(claim.Id, KeyOf(name, claim.Version), why, cancellationToken);

    private async Task<UploadDecision> RefuseKeyAsync(ReleaseId id, string key, Refusal why, CancellationToken cancellationToken)
    {
        var row = new TableEntity(id.ToString(), key) { [RefusalColumn] = why.ToString() };
        return await Conditional.SucceedsAsync(() => table.AddEntityAsync(row, cancellationToken))
            ? new UploadDecision(why, null)
            : await FindKeyAsync(id, key, cancellationToken);
    }

    /// <summary>What was decided of an upload. One point read.</summary>
    public Task<UploadDecision> FindAsync(ReleaseId id, IncomingUpload upload, CancellationToken cancellationToken) =>
        FindKeyAsync(id, KeyOf(upload.Name, upload.VersionName), cancellationToken);

    /// <summary>As above, of an upload that claimed a name.</summary>
    public Task<UploadDecision> FindOfClaimAsync(string name, NameClaim claim, CancellationToken cancellationToken) =>
        FindKeyAsync(claim.Id, KeyOf(name, claim.Version), cancellationToken);

    private async Task<UploadDecision> FindKeyAsync(ReleaseId id, string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), key, cancellationToken: cancellationToken);
        var row = found.HasValue ? found.Value : null;
        return new UploadDecision(Enum.TryParse(row?.GetString(RefusalColumn), out Refusal why) ? why : null, row?.GetString(BatchColumn))
        {
            TakenBack = row?.GetString(TakenBackColumn),
        };
    }

    /// <summary>What goes in one transaction with a revision, which fails where the upload was refused.</summary>
    internal static IEnumerable<TableTransactionAction> Made(StoredRelease revision)
    {
        // Of an original that was copied to accepted by hand nothing is known.
        if (revision.UploadVersion.Length == 0)
        {
            return [];
        }

        var row = RowOf(revision);
        (row[RevisionColumn], row[BatchColumn]) = (revision.Release.Revision, revision.Batch);
        return [new(TableTransactionActionType.Add, row)];
    }

    /// <summary>What goes in one transaction with the end of a revision that is taken back.</summary>
    internal static TableTransactionAction TakenBack(StoredRelease revision)
    {
        var row = RowOf(revision);
        row[TakenBackColumn] = revision.Original;
        return new(TableTransactionActionType.UpsertReplace, row);
    }

    private static TableEntity RowOf(StoredRelease revision) =>
        new(revision.Release.Id.ToString(), KeyOf(revision.Release.UploadName, revision.UploadVersion));

    private static string KeyOf(string name, string version) => TableKey.Hash("upload", $"{name}\n{version}");
}
