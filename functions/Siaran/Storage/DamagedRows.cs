using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Siaran.Listings;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>Something stored that could not be read.</summary>
public abstract record Damage
{
    private Damage() { }

    /// <summary>Its row in the table of the damaged.</summary>
    internal abstract string RowKey { get; }

    /// <summary>A release of which some row is damaged: of itself, of an older revision, in a listing or of its related news.</summary>
    public sealed record OfRelease(ReleaseId Id) : Damage
    {
        internal override string RowKey => Id.ToString();
    }

    /// <summary>A closed page of a listing.</summary>
    public sealed record OfPage(FeedKey Key, int Page) : Damage
    {
        // Sorts after every id.
        public const string Prefix = "page:";

        internal override string RowKey => $"{Prefix}{Page.ToString("D8", CultureInfo.InvariantCulture)}:{Key}";
    }

    internal static Damage? Parse(string rowKey)
    {
        if (!rowKey.StartsWith(OfPage.Prefix, StringComparison.Ordinal))
        {
            return ReleaseId.TryParse(rowKey, out var id) ? new OfRelease(id) : null;
        }

        return
            rowKey.Split(':', 3) is [_, var number, var text]
            && int.TryParse(number, CultureInfo.InvariantCulture, out var page)
            && FeedKey.TryParse(text, out var key)
            ? new OfPage(key, page)
            : null;
    }
}

/// <summary>What could not be read. Whoever meets it notes it here, on any instance; the timer repairs it.</summary>
public sealed class DamagedRows(StorageAccount account)
{
    private const string Partition = "damaged";

    private readonly TableClient table = account.Table(Names.Releases);

    /// <summary>Notes a release of which a row is damaged.</summary>
    public Task NoteAsync(ReleaseId id, CancellationToken cancellationToken) => NoteAsync(new Damage.OfRelease(id), cancellationToken);

    /// <summary>Doing it again changes nothing. Never fails: whoever reads has something better to do.</summary>
    public async Task NoteAsync(Damage damage, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpsertEntityAsync(new TableEntity(Partition, damage.RowKey), TableUpdateMode.Replace, cancellationToken);
        }
        catch (Exception ex) when (StorageFailure.IsOthers(ex) && !cancellationToken.IsCancellationRequested)
        {
            // The next one to read the row notes it.
        }
    }

    /// <summary>Some that wait to be repaired, at most <paramref name="limit"/>, releases first; one query.</summary>
    public async Task<IReadOnlyList<Damage>> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var found = new List<Damage>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: limit, cancellationToken: cancellationToken))
        {
            if (found.Count == limit)
            {
                break;
            }

            if (Damage.Parse(row.RowKey) is { } damage)
            {
                found.Add(damage);
            }
        }

        return found;
    }

    /// <summary>Forgets what is repaired, or what cannot be.</summary>
    public Task RemoveAsync(Damage damage, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(Partition, damage.RowKey, ETag.All, cancellationToken);
}
