using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Siaran.Feeds;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Storage;

/// <summary>The current revision of a release as stored, with what storage itself must remember of it.</summary>
/// <param name="Tagged">The release and what was understood of it.</param>
/// <param name="Original">The blob in <c>accepted</c> that holds the upload as it came.</param>
/// <param name="FeedKeys">Every feed that has listed this release or is about to: none while it is under an embargo.</param>
/// <param name="ETag">Refuses a write over a newer revision.</param>
/// <param name="WrittenAt">When it was last written, UTC.</param>
public sealed record StoredRelease(TaggedRelease Tagged, string Original, IReadOnlyList<FeedKey> FeedKeys, ETag ETag, DateTimeOffset WrittenAt)
{
    public Release Release => Tagged.Release;
}

/// <summary>Releases by id and by address: the current revision, each older one beside it, and the embargoes that wait.</summary>
public sealed partial class ReleaseTable(StorageAccount account, ILogger<ReleaseTable> logger) : IReleaseArchive
{
    private const string Current = "current";
    private const string BySlug = "slug";
    private const string Embargoes = "embargoes";
    private const int ReleasesInOnePage = 100;

    private readonly TableClient table = account.Table(Names.Releases);
    private readonly Payload payload = new(account);

    /// <summary>One point read. Null where there is no such release.</summary>
    public async Task<StoredRelease?> FindAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), Current, cancellationToken: cancellationToken);
        return row.HasValue ? await ReadAsync(row.Value!, cancellationToken) : null;
    }

    /// <summary>Two point reads. Null where no release has this address.</summary>
    public async Task<StoredRelease?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await FindIdAsync(slug, cancellationToken) is { } id ? await FindAsync(id, cancellationToken) : null;

    /// <summary>One point read. Null where no release has this address; what it once answered holds for good.</summary>
    public async Task<ReleaseId?> FindIdAsync(string slug, CancellationToken cancellationToken)
    {
        if (slug.Length > Slug.MaxLength + 10 || Slug.From(slug) is "" || slug.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            return null;
        }

        var row = await table.GetEntityIfExistsAsync<TableEntity>(SlugPartition(slug), BySlug, cancellationToken: cancellationToken);
        return row.HasValue && ReleaseId.TryParse(row.Value!.GetString("Id"), out var id) ? id : null;
    }

    /// <summary>The revision numbered <paramref name="revision"/>, current or older.</summary>
    public async Task<TaggedRelease?> FindRevisionAsync(ReleaseId id, int revision, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), OlderKey(revision), cancellationToken: cancellationToken);
        if (row.HasValue)
        {
            return (await ReadAsync(row.Value!, cancellationToken)).Tagged;
        }

        var current = await FindAsync(id, cancellationToken);
        return current?.Release.Revision == revision ? current.Tagged : null;
    }

    /// <summary>Writes the first revision.</summary>
    /// <returns>False where another writer was first.</returns>
    public async Task<bool> TryAddAsync(TaggedRelease tagged, string original, IReadOnlyList<FeedKey> feedKeys, CancellationToken cancellationToken)
    {
        var release = tagged.Release;
        await table.UpsertEntityAsync(
            new TableEntity(SlugPartition(release.Slug), BySlug) { ["Id"] = release.Id.ToString() }, TableUpdateMode.Replace, cancellationToken);
        var row = await RowAsync(Current, tagged, original, feedKeys, cancellationToken);
        return await SucceedsAsync(() => table.AddEntityAsync(row, cancellationToken));
    }

    /// <summary>Writes a further revision and puts <paramref name="previous"/> beside it, both or neither.</summary>
    /// <returns>False where <paramref name="previous"/> is no longer the current one.</returns>
    public async Task<bool> TryReviseAsync(
        StoredRelease previous, TaggedRelease tagged, string original, IReadOnlyList<FeedKey> feedKeys, CancellationToken cancellationToken)
    {
        var current = await RowAsync(Current, tagged, original, feedKeys, cancellationToken);
        var older = await RowAsync(OlderKey(previous.Release.Revision), previous.Tagged, previous.Original, previous.FeedKeys, cancellationToken);
        return await SucceedsAsync(() => table.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, current, previous.ETag),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, older),
            ],
            cancellationToken));
    }

    /// <summary>Writes over the current revision without making a new one: other tags, other feeds.</summary>
    /// <returns>False where <paramref name="stored"/> is no longer the current one.</returns>
    public async Task<bool> TryReplaceAsync(StoredRelease stored, TaggedRelease tagged, IReadOnlyList<FeedKey> feedKeys, CancellationToken cancellationToken)
    {
        var row = await RowAsync(Current, tagged, stored.Original, feedKeys, cancellationToken);
        return await SucceedsAsync(() => table.UpdateEntityAsync(row, stored.ETag, TableUpdateMode.Replace, cancellationToken));
    }

    public async Task<ArchivePage> ReadAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = await ReadStoredAsync(cursor, ReleasesInOnePage, cancellationToken);
        return new ArchivePage([.. page.Releases.Select(stored => stored.Tagged)], page.Next);
    }

    /// <summary>At most <paramref name="take"/> of all releases there are, always in the same order, as stored. A damaged row is passed over and logged: it must not keep the rest from being read.</summary>
    /// <param name="cursor">From the page before; null from the start.</param>
    /// <param name="take">From 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<StoredPage> ReadStoredAsync(string? cursor, int take, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {Current}");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, take, cancellationToken: cancellationToken).AsPages(cursor).WithCancellation(cancellationToken))
        {
            var releases = await Task.WhenAll(page.Values.Select(row => ReadOrSkipAsync(row, cancellationToken)));
            return new StoredPage([.. releases.OfType<StoredRelease>()], page.ContinuationToken);
        }

        return new StoredPage([], null);
    }

    /// <summary>Notes that a release waits for its time. Repeating it changes nothing.</summary>
    public Task AddEmbargoAsync(Release release, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(
            new TableEntity(Embargoes, TableKey.OldestFirst(release.PublishAt, release.Id)) { ["Id"] = release.Id.ToString() },
            TableUpdateMode.Replace,
            cancellationToken);

    /// <summary>The embargoes that have ended, oldest first: one query where there are none.</summary>
    public async IAsyncEnumerable<Embargo> EndedEmbargoesAsync(
        DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = TableKey.AfterAllOf(now);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Embargoes} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ReleaseId.TryParse(row.GetString("Id"), out var id))
            {
                yield return new Embargo(id, row.RowKey);
            }
        }
    }

    public Task RemoveEmbargoAsync(Embargo embargo, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(Embargoes, embargo.Key, cancellationToken: cancellationToken);

    private static string SlugPartition(string slug) => "slug:" + slug;

    private static string OlderKey(int revision) => "revision:" + revision.ToString("D8", CultureInfo.InvariantCulture);

    private static async Task<bool> SucceedsAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task<TableEntity> RowAsync(
        string key, TaggedRelease tagged, string original, IReadOnlyList<FeedKey> feedKeys, CancellationToken cancellationToken)
    {
        var release = tagged.Release;
        var row = new TableEntity(release.Id.ToString(), key)
        {
            ["Revision"] = release.Revision,
            ["Headline"] = release.Content.Headline,
            ["Status"] = release.Status.ToString(),
            ["PublishAt"] = release.PublishAt,
            ["Original"] = original,
        };
        await payload.WriteAsync(row, Payload.Pack(new Document(tagged, feedKeys)), cancellationToken);
        return row;
    }

    private async Task<StoredRelease> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var document = await payload.ReadAsync<Document>(row, cancellationToken);
        return new StoredRelease(document.Tagged, row.GetString("Original"), document.FeedKeys, row.ETag, row.Timestamp ?? default);
    }

    private async Task<StoredRelease?> ReadOrSkipAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(row, cancellationToken);
        }
        catch (InvalidDataException ex)
        {
            LogDamagedRow(ex, row.PartitionKey);
            return null;
        }
    }

    [LoggerMessage(1201, LogLevel.Error, "The stored release {Id} cannot be read; restore it from accepted by a rebuild")]
    private partial void LogDamagedRow(Exception ex, string id);

    private sealed record Document(TaggedRelease Tagged, [property: JsonPropertyName("Places")] IReadOnlyList<FeedKey> FeedKeys);
}

/// <summary>Some of all releases there are.</summary>
/// <param name="Releases">In their current revision.</param>
/// <param name="Next">Where the next page starts; null where this is the last.</param>
public sealed record StoredPage(IReadOnlyList<StoredRelease> Releases, string? Next);

/// <summary>A release that waits for its time.</summary>
public sealed record Embargo(ReleaseId Id, string Key);
