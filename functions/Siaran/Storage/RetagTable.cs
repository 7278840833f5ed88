using Azure;
using Azure.Data.Tables;

namespace Siaran.Storage;

/// <summary>How far the archive has been read again.</summary>
/// <param name="Version">The tagger's version that it is read by.</param>
/// <param name="Pass">How many versions there have been, this one included.</param>
/// <param name="Since">When this version was first seen, UTC.</param>
/// <param name="Cursor">Where the next step begins; null at the start.</param>
/// <param name="IsDone">Whether all releases have been read.</param>
/// <param name="ETag">Refuses a write over another's.</param>
public sealed record RetagProgress(string Version, int Pass, DateTimeOffset Since, string? Cursor, bool IsDone, ETag ETag);

/// <summary>Remembers how far re-tagging has come, in one row.</summary>
public sealed class RetagTable(StorageAccount account)
{
    // In the table of intake, since it is one row; a rebuild leaves this partition alone
    // (RebuiltTable).
    internal const string Partition = "retagging";
    private const string Row = "latest";

    private readonly TableClient table = account.Table(Names.Intake);

    /// <summary>One point read. Null before the first run.</summary>
    public async Task<RetagProgress?> FindAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new RetagProgress(
                row.GetString("Version"),
                row.GetInt32("Pass") ?? 0,
                row.GetDateTimeOffset("Since") ?? default,
                row.GetString("Cursor") is { Length: > 0 } cursor ? cursor : null,
                row.GetBoolean("IsDone") ?? false,
                row.ETag
            )
            : null;
    }

    /// <exception cref="RequestFailedException">409 or 412: another instance was here meanwhile.</exception>
    public async Task<RetagProgress> WriteAsync(RetagProgress progress, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, Row)
        {
            ["Version"] = progress.Version,
            ["Pass"] = progress.Pass,
            ["Since"] = progress.Since,
            ["Cursor"] = progress.Cursor ?? "",
            ["IsDone"] = progress.IsDone,
        };
        var written =
            progress.ETag == default
                ? await table.AddEntityAsync(row, cancellationToken)
                : await table.UpdateEntityAsync(row, progress.ETag, TableUpdateMode.Replace, cancellationToken);
        return progress with
        {
            ETag = written.Headers.ETag ?? throw new InvalidOperationException("Storage gave a written row no version."),
        };
    }
}
