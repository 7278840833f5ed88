using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Storage;

/// <summary>The current revision of a release as stored, with what storage itself must remember of it.</summary>
/// <param name="Tagged">The release and what was understood of it.</param>
/// <param name="Original">The blob in <c>accepted</c> that holds the upload as it came.</param>
/// <param name="FeedKeys">Every feed that has listed this release or is about to: none while it is under an embargo.</param>
/// <param name="ETag">Refuses a write over a newer revision.</param>
/// <param name="WrittenAt">When it was last written, UTC.</param>
public sealed record StoredRelease(
    TaggedRelease Tagged,
    string Original,
    IReadOnlyList<FeedKey> FeedKeys,
    ETag ETag,
    DateTimeOffset WrittenAt
)
{
    public Release Release => Tagged.Release;

    /// <summary>
    /// The <see cref="IncomingUpload.VersionName"/> of the very upload that made this revision; empty where it was not noted.
    /// </summary>
    public string UploadVersion { get; init; } = "";
}

/// <summary>Releases by id and by address: the current revision, each older one, and the embargoes that wait.</summary>
public sealed partial class ReleaseTable(StorageAccount account, ILogger<ReleaseTable> logger) : IReleaseArchive, IDueReleases
{
    private const string Current = "current";
    private const string BySlug = "slug";
    private const string Embargoes = "embargoes";
    private const string Revision = "Revision";
    private const string TaggingPass = "TaggingPass";
    private const string UploadVersion = "UploadVersion";
    private const int LongestHeadline = 200;
    private const int ReleasesInOnePage = 100;

    private readonly TableClient table = account.Table(Names.Releases);
    private readonly Payload payload = new(account);
    private readonly DamagedReleases damaged = new(account);

    /// <summary>One point read. Null where there is no such release.</summary>
    /// <exception cref="InvalidDataException">The row is damaged, which is noted.</exception>
    public async Task<StoredRelease?> FindAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), Current, cancellationToken: cancellationToken);
        return row.HasValue ? await ReadOrNoteAsync(row.Value!, cancellationToken) : null;
    }

    /// <summary>As above; null where the row is damaged too.</summary>
    public async Task<StoredRelease?> FindWholeAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), Current, cancellationToken: cancellationToken);
        return row.HasValue ? await ReadOrSkipAsync(row.Value!, cancellationToken) : null;
    }

    /// <summary>
    /// As <see cref="FindAsync(ReleaseId, CancellationToken)"/>, for readers: storage itself keeps back what nobody may know of at
    /// <paramref name="now"/>, so that it costs what a release costs that is not there.
    /// </summary>
    public async Task<StoredRelease?> FindKnownAsync(ReleaseId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.ToString()} and RowKey eq {Current} and PublishAt le {now}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: cancellationToken))
        {
            return await ReadOrNoteAsync(row, cancellationToken);
        }

        return null;
    }

    /// <summary>Two point reads. Null where no release has this address.</summary>
    public async Task<StoredRelease?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await FindIdAsync(slug, cancellationToken) is { } id ? await FindAsync(id, cancellationToken) : null;

    /// <summary>One point read. Null where no release has this address; what it once answered holds for good.</summary>
    public async Task<ReleaseId?> FindIdAsync(string slug, CancellationToken cancellationToken)
    {
        if (!Slug.IsOfRelease(slug))
        {
            return null;
        }

        var row = await table.GetEntityIfExistsAsync<TableEntity>(SlugPartition(slug), BySlug, ["Id"], cancellationToken);
        return row.HasValue && ReleaseId.TryParse(row.Value!.GetString("Id"), out var id) ? id : null;
    }

    /// <summary>The revision numbered <paramref name="revision"/>, current or older.</summary>
    public async Task<TaggedRelease?> FindRevisionAsync(ReleaseId id, int revision, CancellationToken cancellationToken)
    {
        if (await FindOlderAsync(id, revision, cancellationToken) is { } older)
        {
            return older.Tagged;
        }

        var current = await FindAsync(id, cancellationToken);
        return current?.Release.Revision == revision ? current.Tagged : null;
    }

    /// <summary>
    /// Takes an address for a release for good: the one it asks for, or where another release has that, one with more digits of the id.
    /// Repeating it gives the same.
    /// </summary>
    /// <returns>The address.</returns>
    public async Task<string> ClaimSlugAsync(Release release, CancellationToken cancellationToken)
    {
        foreach (var slug in release.Slugs())
        {
            var row = new TableEntity(SlugPartition(slug), BySlug) { ["Id"] = release.Id.ToString() };
            if (
                await SucceedsAsync(() => table.AddEntityAsync(row, cancellationToken))
                || await FindIdAsync(slug, cancellationToken) == release.Id
            )
            {
                return slug;
            }
        }

        throw new InvalidOperationException($"Every address that {release.Id} could have belongs to another release.");
    }

    /// <summary>
    /// The number of the revision that an upload made of a release, current or older; null where it made none. No call for the current one
    /// and for releases of one revision.
    /// </summary>
    public async Task<int?> RevisionMadeByAsync(IncomingUpload upload, StoredRelease current, CancellationToken cancellationToken)
    {
        if (current.UploadVersion == upload.VersionName || current.Release.Revision == 1)
        {
            return current.UploadVersion == upload.VersionName ? current.Release.Revision : null;
        }

        var (partition, from, end) = (current.Release.Id.ToString(), OlderKey(0), OlderKey(current.Release.Revision));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {end}");
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, select: [Revision, UploadVersion], cancellationToken: cancellationToken)
        )
        {
            if (row.GetString(UploadVersion) == upload.VersionName)
            {
                return row.GetInt32(Revision);
            }
        }

        return null;
    }

    /// <summary>Writes the first revision, whose address is claimed.</summary>
    /// <returns>False where another writer was first.</returns>
    public async Task<bool> TryAddAsync(StoredRelease first, CancellationToken cancellationToken)
    {
        var row = await RowAsync(Current, first, cancellationToken);
        return await SucceedsAsync(() => table.AddEntityAsync(row, cancellationToken));
    }

    /// <summary>Writes a further revision and puts <paramref name="previous"/> next to it, both or neither.</summary>
    /// <returns>False where <paramref name="previous"/> is no longer the current one.</returns>
    public async Task<bool> TryReviseAsync(StoredRelease previous, StoredRelease next, CancellationToken cancellationToken)
    {
        var current = await RowAsync(Current, next, cancellationToken);
        var older = await RowAsync(OlderKey(previous.Release.Revision), previous, cancellationToken);
        return await SucceedsAsync(() =>
            table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpdateReplace, current, previous.ETag),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, older),
                ],
                cancellationToken
            )
        );
    }

    /// <summary>Takes the current revision back, so that the one before it is current again, or none is.</summary>
    /// <param name="current">As it was found.</param>
    /// <param name="previous">From <see cref="FindOlderAsync"/>; null for the first revision.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>False where <paramref name="current"/> is no longer the current one.</returns>
    public async Task<bool> TryTakeBackAsync(StoredRelease current, StoredRelease? previous, CancellationToken cancellationToken)
    {
        var id = current.Release.Id.ToString();
        if (previous is null)
        {
            return await SucceedsAsync(() => table.DeleteEntityAsync(id, Current, current.ETag, cancellationToken));
        }

        var restored = await RowAsync(Current, previous, cancellationToken);
        return await SucceedsAsync(() =>
            table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpdateReplace, restored, current.ETag),
                    new TableTransactionAction(
                        TableTransactionActionType.Delete,
                        new TableEntity(id, OlderKey(previous.Release.Revision)),
                        ETag.All
                    ),
                ],
                cancellationToken
            )
        );
    }

    /// <summary>A revision that is no longer current, as it was stored; null where it is or never was.</summary>
    public async Task<StoredRelease?> FindOlderAsync(ReleaseId id, int revision, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), OlderKey(revision), cancellationToken: cancellationToken);
        return row.HasValue ? await ReadAsync(row.Value!, cancellationToken) : null;
    }

    /// <summary>Writes over the current revision without making a new one: other tags, other feeds.</summary>
    /// <returns>False where <paramref name="stored"/> is no longer the current one.</returns>
    public async Task<bool> TryReplaceAsync(
        StoredRelease stored,
        TaggedRelease tagged,
        IReadOnlyList<FeedKey> feedKeys,
        CancellationToken cancellationToken
    )
    {
        var row = await RowAsync(Current, stored with { Tagged = tagged, FeedKeys = feedKeys }, cancellationToken);
        return await SucceedsAsync(() => table.UpdateEntityAsync(row, stored.ETag, TableUpdateMode.Replace, cancellationToken));
    }

    /// <summary>Writes over a damaged row what was made again of its originals.</summary>
    /// <returns>Null where the row holds another revision than that.</returns>
    public async Task<StoredRelease?> RestoreAsync(StoredRelease made, CancellationToken cancellationToken)
    {
        var id = made.Release.Id;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), Current, [Revision, TaggingPass], cancellationToken);
        if (!found.HasValue || found.Value!.GetInt32(Revision) != made.Release.Revision)
        {
            return null;
        }

        var tagged = made.Tagged with { TaggingPass = found.Value.GetInt32(TaggingPass) ?? 0 };
        return await TryReplaceAsync(made with { ETag = found.Value.ETag }, tagged, made.FeedKeys, cancellationToken)
            ? await FindAsync(id, cancellationToken)
            : null;
    }

    public async Task<IReadOnlyList<TaggedRelease>> NewerAsync(
        IReadOnlyCollection<TaggedRelease> releases,
        CancellationToken cancellationToken
    )
    {
        var newer = new ConcurrentBag<TaggedRelease>();
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = account.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            releases,
            parallelism,
            async (tagged, ct) =>
            {
                var row = await table.GetEntityIfExistsAsync<TableEntity>(
                    tagged.Release.Id.ToString(),
                    Current,
                    [Revision, TaggingPass],
                    ct
                );
                if (
                    row.HasValue
                    && new Edition(row.Value!.GetInt32(Revision) ?? 0, row.Value.GetInt32(TaggingPass) ?? 0) > tagged.Edition
                    && await FindAsync(tagged.Release.Id, ct) is { } now
                )
                {
                    newer.Add(now.Tagged);
                }
            }
        );
        return [.. newer];
    }

    public async Task<ArchivePage> ReadAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = await ReadStoredAsync(cursor, ReleasesInOnePage, cancellationToken);
        return new ArchivePage([.. page.Releases.Select(stored => stored.Tagged)], page.Next);
    }

    /// <summary>
    /// At most <paramref name="take"/> of all releases there are, always in the same order, as stored. A damaged row is passed over and
    /// logged: it must not keep the rest from being read.
    /// </summary>
    /// <param name="cursor">From the page before; null from the start.</param>
    /// <param name="take">From 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<StoredPage> ReadStoredAsync(string? cursor, int take, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {Current}");
        await foreach (
            var page in table
                .QueryAsync<TableEntity>(filter, take, cancellationToken: cancellationToken)
                .AsPages(cursor)
                .WithCancellation(cancellationToken)
        )
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
            cancellationToken
        );

    /// <summary>The embargoes that have ended, oldest first: one query where there are none.</summary>
    public async IAsyncEnumerable<Embargo> EndedEmbargoesAsync(
        DateTimeOffset now,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var end = TableKey.AfterAllOf(now);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Embargoes} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ReleaseId.TryParse(row.GetString("Id"), out var id))
            {
                yield return new Embargo(id, row.RowKey, row.ETag);
            }
        }
    }

    public async Task<IReadOnlyList<TaggedRelease>> ReadDueAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        var waiting = await EndedEmbargoesAsync(until, cancellationToken)
            .Take(limit)
            .Select(embargo => embargo.Id)
            .Distinct()
            .ToListAsync(cancellationToken);
        var found = await Task.WhenAll(waiting.Select(id => FindWholeAsync(id, cancellationToken)));

        // A row may be of an embargo that was changed or of a release that was withdrawn since.
        return
        [
            .. found
                .OfType<StoredRelease>()
                .Where(stored => stored.Release is { Status: ReleaseStatus.Published } release && release.PublishAt <= until)
                .Select(stored => stored.Tagged),
        ];
    }

    /// <summary>Forgets an embargo that has ended, unless it was noted again meanwhile.</summary>
    public Task RemoveEmbargoAsync(Embargo embargo, CancellationToken cancellationToken) =>
        SucceedsAsync(() => table.DeleteEntityAsync(Embargoes, embargo.Key, embargo.Version, cancellationToken));

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

    private async Task<TableEntity> RowAsync(string key, StoredRelease stored, CancellationToken cancellationToken)
    {
        var (tagged, release) = (stored.Tagged, stored.Release);
        var headline = release.Content.Headline;
        var row = new TableEntity(release.Id.ToString(), key)
        {
            [Revision] = release.Revision,
            [TaggingPass] = tagged.TaggingPass,
            ["Headline"] = headline[..Math.Min(headline.Length, LongestHeadline)],
            ["Status"] = release.Status.ToString(),
            ["PublishAt"] = release.KnownFrom(),
            ["Original"] = stored.Original,
            [UploadVersion] = stored.UploadVersion,
        };
        await payload.WriteAsync(row, Payload.Pack(new Document(tagged, stored.FeedKeys)), cancellationToken);
        return row;
    }

    private async Task<StoredRelease> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var document = await payload.ReadAsync<Document>(row, cancellationToken);
        return new StoredRelease(document.Tagged, row.GetString("Original"), document.FeedKeys, row.ETag, row.Timestamp ?? default)
        {
            UploadVersion = row.GetString(UploadVersion) ?? "",
        };
    }

    private async Task<StoredRelease?> ReadOrSkipAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(row, cancellationToken);
        }
        catch (InvalidDataException ex)
        {
            await NoteDamageAsync(row, ex, cancellationToken);
            return null;
        }
    }

    private async Task<StoredRelease> ReadOrNoteAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(row, cancellationToken);
        }
        catch (InvalidDataException ex)
        {
            await NoteDamageAsync(row, ex, cancellationToken);
            throw;
        }
    }

    private Task NoteDamageAsync(TableEntity row, InvalidDataException ex, CancellationToken cancellationToken)
    {
        LogDamagedRow(ex, row.PartitionKey);
        return ReleaseId.TryParse(row.PartitionKey, out var id) ? damaged.NoteAsync(id, cancellationToken) : Task.CompletedTask;
    }

    [LoggerMessage(1201, LogLevel.Error, "The stored release {Id} cannot be read; the timer restores it from accepted")]
    private partial void LogDamagedRow(Exception ex, string id);

    private sealed record Document(TaggedRelease Tagged, [property: JsonPropertyName("Places")] IReadOnlyList<FeedKey> FeedKeys);
}

/// <summary>Some of all releases there are.</summary>
/// <param name="Releases">In their current revision.</param>
/// <param name="Next">Where the next page starts; null where this is the last.</param>
public sealed record StoredPage(IReadOnlyList<StoredRelease> Releases, string? Next);

/// <summary>A release that waits for its time.</summary>
/// <param name="Id">The release.</param>
/// <param name="Key">Where the embargo is noted.</param>
/// <param name="Version">Changes when it is noted again.</param>
public sealed record Embargo(ReleaseId Id, string Key, ETag Version);
