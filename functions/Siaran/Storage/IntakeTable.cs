using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>The outcome of one upload.</summary>
/// <param name="Name">The blob's name in <c>incoming</c>.</param>
/// <param name="Version">The blob's ETag: this very upload, not the next under its name.</param>
/// <param name="Outcome"><c>created</c>, <c>revised</c>, <c>unchanged</c> or <c>rejected</c>.</param>
/// <param name="Id">The release that it made or spoke of.</param>
/// <param name="At">When it was done with, UTC.</param>
public sealed record IntakeRecord(string Name, string Version, string Outcome, ReleaseId? Id, DateTimeOffset At)
{
    /// <summary>The office that it spoke for; null where offices were not kept apart.</summary>
    public string? Office { get; init; }

    /// <summary>The versions of the pictures that were taken with it, between commas; null where there were none.</summary>
    public string? Pictures { get; init; }

    /// <summary>When it came into <c>incoming</c>, UTC; null where it was not noted.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>Where it came among the uploads of its name.</summary>
    [JsonIgnore]
    public UploadPlace Place => new(UploadedAt ?? default, Version);

    /// <summary>Whether it made a revision.</summary>
    [JsonIgnore]
    public bool MadeRevision => Outcome is "created" or "revised";

    /// <summary>Whether it was sent back to its editor, and leaves to its name what that had.</summary>
    [JsonIgnore]
    public bool WasRefused => Outcome is "rejected" or "stale";
}

/// <summary>An upload that is about to make a revision, or has made one and is not closed.</summary>
/// <param name="Version">The <see cref="IncomingUpload.VersionName"/>.</param>
/// <param name="Id">The release.</param>
/// <param name="UploadedAt">When it came into <c>incoming</c>, UTC.</param>
public sealed record NameClaim(string Version, ReleaseId Id, DateTimeOffset UploadedAt)
{
    /// <summary>Where it came among the uploads of its name.</summary>
    public UploadPlace Place => new(UploadedAt, Version);
}

/// <summary>What is known of the uploads of one name.</summary>
/// <param name="Closed">The last one that was closed; null where none was.</param>
/// <param name="Claim">The last one that claimed the name for a release and is not closed; null where none is.</param>
public sealed record NameRecord(IntakeRecord? Closed, NameClaim? Claim)
{
    /// <summary>Of a name that no upload had.</summary>
    public static readonly NameRecord None = new(null, null);

    /// <summary>The row that it was read from; default where there is none.</summary>
    public ETag Row { get; init; }

    /// <summary>The release that the name stands for; null where it stands for none.</summary>
    public ReleaseId? Id => Claim?.Id ?? Closed?.Id;

    /// <summary>The claim, unless it is that of this version itself.</summary>
    public NameClaim? ClaimOfOther(string version) => Claim?.Version == version ? null : Claim;

    /// <summary>Whether an upload of the name is known that came later.</summary>
    public bool HasLaterThan(UploadPlace place) =>
        (Closed is { } closed && place.IsBefore(closed.Place)) || (Claim is { } claim && place.IsBefore(claim.Place));
}

/// <summary>A run of collecting that ended well.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Uploads">How many uploads it took.</param>
/// <param name="Failed">How many stay in <c>incoming</c> through a fault of ours.</param>
/// <param name="Released">How many embargoes ended.</param>
public sealed record RunRecord(DateTimeOffset At, int Uploads, int Failed, int Released)
{
    /// <summary>Since when the tables were being rebuilt, so that uploads waited; null where they were not.</summary>
    public DateTimeOffset? RebuildingSince { get; init; }
}

/// <summary>The outcome of each upload, by its name and by what it says: so the same upload is never taken twice.</summary>
public sealed class IntakeTable(StorageAccount account)
{
    private const string Latest = "latest";
    private const string ClaimVersion = "ClaimVersion";
    private const string ClaimId = "ClaimId";
    private const string ClaimUploadedAt = "ClaimUploadedAt";
    private const string Tries = "tries";
    private const string Owner = "owner";
    internal const string Runs = "runs";

    private readonly TableClient table = account.Table(Names.Intake);

    /// <summary>The last upload under this name that was closed; one point read.</summary>
    public async Task<IntakeRecord?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await FindNameAsync(name, cancellationToken)).Closed;

    /// <summary>All that is known of a name; one point read.</summary>
    public async Task<NameRecord> FindNameAsync(string name, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(NamePartition(name), Latest, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new NameRecord(ClosedIn(row), ClaimIn(row)) { Row = row.ETag }
            : NameRecord.None;
    }

    private static IntakeRecord? ClosedIn(TableEntity row) =>
        row.GetString("Outcome") is { } outcome
            ? new IntakeRecord(
                row.GetString("Name"),
                row.GetString("Version"),
                outcome,
                IdIn(row, "Id"),
                row.GetDateTimeOffset("At") ?? default
            )
            {
                Office = row.GetString("Office"),
                Pictures = row.GetString("Pictures"),
                UploadedAt = row.GetDateTimeOffset("UploadedAt"),
            }
            : null;

    private static NameClaim? ClaimIn(TableEntity row) =>
        row.GetString(ClaimVersion) is { } version && IdIn(row, ClaimId) is { } id
            ? new NameClaim(version, id, row.GetDateTimeOffset(ClaimUploadedAt) ?? default)
            : null;

    private static ReleaseId? IdIn(TableEntity row, string column) => ReleaseId.TryParse(row.GetString(column), out var id) ? id : null;

    /// <summary>The release that first said exactly this; one point read.</summary>
    public async Task<ReleaseId?> FindOwnerAsync(Fingerprint text, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TextPartition(text), Owner, cancellationToken: cancellationToken);
        return row.HasValue && ReleaseId.TryParse(row.Value!.GetString("Id"), out var id) ? id : null;
    }

    /// <summary>Notes that <paramref name="id"/> says this. The first to say it stays its owner. One call.</summary>
    public async Task OwnAsync(Fingerprint text, ReleaseId id, CancellationToken cancellationToken)
    {
        try
        {
            // Add and not upsert: the first to say it stays its owner, and two instances agree without
            // a lock.
            await table.AddEntityAsync(new TableEntity(TextPartition(text), Owner) { ["Id"] = id.ToString() }, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 409)
        {
            // It was said before.
        }
    }

    /// <summary>Counts a try to take an upload that failed through its own fault.</summary>
    /// <returns>How many there have been, this one included.</returns>
    public async Task<int> CountTryAsync(IncomingUpload upload, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            NamePartition(upload.Name),
            Tries,
            cancellationToken: cancellationToken
        );
        // Counted for this very version. A mended upload of the same name begins at nought.
        var before =
            found is { HasValue: true, Value: { } row } && row.GetString("Version") == upload.VersionName ? row.GetInt32("Count") ?? 0 : 0;
        await table.UpsertEntityAsync(
            new TableEntity(NamePartition(upload.Name), Tries) { ["Version"] = upload.VersionName, ["Count"] = before + 1 },
            TableUpdateMode.Replace,
            cancellationToken
        );
        return before + 1;
    }

    /// <summary>Closes an upload: all that follows from it is stored. Whatever was noted of its name is written over.</summary>
    public Task RecordAsync(IntakeRecord record, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(RowOf(record.Name, record, null), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Closes an upload, unless another of its name was closed or claimed it since. The claim of another stays.</summary>
    /// <param name="record">Its outcome.</param>
    /// <param name="seen">What was found under its name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the row is another by now.</returns>
    public async Task<bool> TryRecordAsync(IntakeRecord record, NameRecord seen, CancellationToken cancellationToken)
    {
        var row = RowOf(record.Name, record, seen.ClaimOfOther(record.Version));
        return await TryWriteAsync(row, seen, cancellationToken) is not null;
    }

    /// <summary>
    /// Claims a name for the release that an upload is about to make a revision of, in place of an earlier claim. One call.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="claim">The upload.</param>
    /// <param name="seen">What was found under the name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What is known of the name now; null where the row is another by now.</returns>
    public async Task<NameRecord?> TryClaimAsync(string name, NameClaim claim, NameRecord seen, CancellationToken cancellationToken) =>
        await TryWriteAsync(RowOf(name, seen.Closed, claim), seen, cancellationToken) is { } row
            ? seen with
            {
                Claim = claim,
                Row = row,
            }
            : null;

    /// <returns>The row's new version; null where it is not the one that was seen.</returns>
    private async Task<ETag?> TryWriteAsync(TableEntity row, NameRecord seen, CancellationToken cancellationToken)
    {
        try
        {
            var written = await (
                seen.Row == default
                    ? table.AddEntityAsync(row, cancellationToken)
                    : table.UpdateEntityAsync(row, seen.Row, TableUpdateMode.Replace, cancellationToken)
            );
            return written.Headers.ETag ?? throw new InvalidOperationException("Storage gave no version of a row that it wrote.");
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private static TableEntity RowOf(string name, IntakeRecord? closed, NameClaim? claim)
    {
        var row = new TableEntity(NamePartition(name), Latest) { ["Name"] = name };
        if (closed is not null)
        {
            AddTo(row, closed);
        }

        if (claim is not null)
        {
            row[ClaimVersion] = claim.Version;
            row[ClaimId] = claim.Id.ToString();
            row[ClaimUploadedAt] = claim.UploadedAt;
        }

        return row;
    }

    private static void AddTo(TableEntity row, IntakeRecord record)
    {
        row["Version"] = record.Version;
        row["Outcome"] = record.Outcome;
        row["At"] = record.At;
        if (record.Id is { } id)
        {
            row["Id"] = id.ToString();
        }

        if (record.Office is { } office)
        {
            row["Office"] = office;
        }

        if (record.Pictures is { } pictures)
        {
            row["Pictures"] = pictures;
        }

        if (record.UploadedAt is { } uploadedAt)
        {
            row["UploadedAt"] = uploadedAt;
        }
    }

    /// <summary>Notes that a run ended well.</summary>
    public Task RecordRunAsync(RunRecord run, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(
            new TableEntity(Runs, Latest)
            {
                ["At"] = run.At,
                ["Uploads"] = run.Uploads,
                ["Failed"] = run.Failed,
                ["Released"] = run.Released,
                ["RebuildingSince"] = run.RebuildingSince,
            },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>The last run that ended well; one point read.</summary>
    public async Task<RunRecord?> FindRunAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Runs, Latest, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new RunRecord(
                row.GetDateTimeOffset("At") ?? default,
                row.GetInt32("Uploads") ?? 0,
                row.GetInt32("Failed") ?? 0,
                row.GetInt32("Released") ?? 0
            )
            {
                RebuildingSince = row.GetDateTimeOffset("RebuildingSince"),
            }
            : null;
    }

    // Hashed, since a file name may hold what a table key forbids, and be of any length.
    private static string NamePartition(string name) => TableKey.Hash("name", name);

    private static string TextPartition(Fingerprint text) => "text:" + text.Value;
}
