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

    /// <summary>The row that it was read from; default for one that is to be written.</summary>
    [JsonIgnore]
    public ETag Row { get; init; }

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
    private const string Tries = "tries";
    private const string Owner = "owner";
    internal const string Runs = "runs";

    private readonly TableClient table = account.Table(Names.Intake);

    /// <summary>The last upload under this name; one point read.</summary>
    public async Task<IntakeRecord?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(NamePartition(name), Latest, cancellationToken: cancellationToken);
        if (!found.HasValue)
        {
            return null;
        }

        var row = found.Value!;
        return new IntakeRecord(
            row.GetString("Name"),
            row.GetString("Version"),
            row.GetString("Outcome"),
            ReleaseId.TryParse(row.GetString("Id"), out var id) ? id : null,
            row.GetDateTimeOffset("At") ?? default
        )
        {
            Office = row.GetString("Office"),
            Pictures = row.GetString("Pictures"),
            UploadedAt = row.GetDateTimeOffset("UploadedAt"),
            Row = row.ETag,
        };
    }

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
        table.UpsertEntityAsync(RowOf(record), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Closes an upload, unless another of its name was closed since.</summary>
    /// <param name="record">Its outcome.</param>
    /// <param name="seen">What was found under its name; null where nothing was.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the row is another by now.</returns>
    public async Task<bool> TryRecordAsync(IntakeRecord record, IntakeRecord? seen, CancellationToken cancellationToken)
    {
        try
        {
            await (
                seen is null
                    ? table.AddEntityAsync(RowOf(record), cancellationToken)
                    : table.UpdateEntityAsync(RowOf(record), seen.Row, TableUpdateMode.Replace, cancellationToken)
            );
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static TableEntity RowOf(IntakeRecord record)
    {
        var row = new TableEntity(NamePartition(record.Name), Latest)
        {
            ["Name"] = record.Name,
            ["Version"] = record.Version,
            ["Outcome"] = record.Outcome,
            ["At"] = record.At,
        };
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

        return row;
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
