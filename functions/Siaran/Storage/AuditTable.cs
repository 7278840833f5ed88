using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Siaran.Actors;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>Every change, newest first, a partition for each month: so the changes of one run go in one call.</summary>
public sealed class AuditTable(StorageAccount account)
{
    // What one transaction of Table storage takes, all in one partition: hence a partition by month and
    // not by release, for which each release of a run would cost a call.
    private const int MostInBatch = 100;
    private const int LongestText = 1000;

    private readonly TableClient table = account.Table(Names.Audit);

    /// <summary>Notes changes: one call for each hundred of a month. Repeating it changes nothing.</summary>
    public async Task WriteAsync(IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
    {
        // A transaction that names a row twice is refused as a whole.
        var rows = lines.Select(RowOf).DistinctBy(row => (row.PartitionKey, row.RowKey));
        foreach (var batch in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal).SelectMany(month => month.Chunk(MostInBatch)))
        {
            await table.SubmitTransactionAsync(
                batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken
            );
        }
    }

    /// <summary>Changes from a day on, newest first within each month, and months oldest first.</summary>
    /// <param name="from">Of the first month that is read.</param>
    /// <param name="until">Of the last.</param>
    /// <param name="release">Only of one release; null for all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async IAsyncEnumerable<AuditLine> ReadAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        ReleaseId? release,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (first, last) = (MonthOf(from), MonthOf(until));
        var filter = release is { } id
            ? TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last} and Release eq {id.ToString()}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return LineOf(row);
        }
    }

    private static string MonthOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static TableEntity RowOf(AuditLine line)
    {
        // A table sorts by row key, rising: counted down to the end of time, the newest is first.
        var ticks = (DateTimeOffset.MaxValue.UtcTicks - line.At.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
        // Of the change's own key and not at random: a run that is repeated after a crash writes the
        // same rows.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.Key)))[..16];
        var row = new TableEntity(MonthOf(line.At), $"{ticks}:{hash}")
        {
            ["Key"] = Bounded(line.Key),
            ["At"] = line.At,
            ["Actor"] = Bounded(line.Actor),
            ["Act"] = line.Act,
        };
        foreach (
            var (name, text) in ((string, string?)[])
                [("Office", line.Office), ("Release", line.Release?.ToString()), ("From", line.From), ("Detail", line.Detail)]
        )
        {
            if (text is not null)
            {
                row[name] = Bounded(text);
            }
        }

        if (line.Revision is { } revision)
        {
            row["Revision"] = revision;
        }

        return row;
    }

    private static AuditLine LineOf(TableEntity row) =>
        new(
            row.GetString("Key") ?? row.RowKey,
            row.GetDateTimeOffset("At") ?? default,
            row.GetString("Actor") ?? "",
            row.GetString("Act") ?? ""
        )
        {
            Office = row.GetString("Office"),
            Release = ReleaseId.TryParse(row.GetString("Release"), out var id) ? id : null,
            Revision = row.GetInt32("Revision"),
            From = row.GetString("From"),
            Detail = row.GetString("Detail"),
        };

    private static string Bounded(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
