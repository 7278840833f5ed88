using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Storage;

/// <summary>Releases by id and by address: the current revision, each older one, and the embargoes that wait.</summary>
public sealed class ReleaseTable(StorageAccount account, ILogger<ReleaseTable> logger) : IReleaseArchive
{
    private const string Current = "current";

    /// <summary>The key of the row by which an address belongs to a release.</summary>
    internal const string BySlug = "slug";

    private const int ReleasesInOnePage = 100;

    private const int RevisionsInOneQuery = 20;

    /// <summary>Characters of the bodies of one page of all releases, but for the last: some tens of megabytes of memory.</summary>
    private const long CharactersInOnePage = 8 * 1024 * 1024;

    private readonly TableClient table = account.Table(Names.Releases);
    private readonly ReleaseRows rows = new(account, logger);
    private readonly DamagedRows damaged = new(account);

    /// <summary>One point read. Null where there is no such release.</summary>
    /// <exception cref="InvalidDataException">The row is damaged, which is noted.</exception>
    public async Task<StoredRelease?> FindAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), Current, cancellationToken: cancellationToken);
        return row.HasValue ? await rows.ReadOrNoteAsync(row.Value!, cancellationToken) : null;
    }

    /// <summary>As above; null where the row is damaged too.</summary>
    public async Task<StoredRelease?> FindWholeAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), Current, cancellationToken: cancellationToken);
        return row.HasValue ? await rows.ReadOrSkipAsync(row.Value!, cancellationToken) : null;
    }

    /// <summary>
    /// As <see cref="FindAsync(ReleaseId, CancellationToken)"/>, for readers: storage itself keeps back what nobody may know of at
    /// <paramref name="now"/>, so that it costs what a release costs that is not there.
    /// </summary>
    public async Task<StoredRelease?> FindKnownAsync(ReleaseId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A query and not a point read: for an embargoed release it costs what it costs for one that
        // does not exist, so that nobody can tell them apart by a clock.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.ToString()} and RowKey eq {Current} and PublishAt le {now}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: cancellationToken))
        {
            return await rows.ReadOrNoteAsync(row, cancellationToken);
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
    public async Task<ClaimedSlug> ClaimSlugAsync(Release release, CancellationToken cancellationToken)
    {
        foreach (var slug in release.Slugs())
        {
            // Adding is the claim: two releases that ask for one address at once cannot both get it.
            // Claims are never given back, for what an address once answered holds for good.
            var row = new TableEntity(SlugPartition(slug), BySlug) { ["Id"] = release.Id.ToString() };
            if (await Conditional.SucceedsAsync(() => table.AddEntityAsync(row, cancellationToken)))
            {
                return new ClaimedSlug(slug, IsNew: true);
            }

            if (await FindIdAsync(slug, cancellationToken) == release.Id)
            {
                return new ClaimedSlug(slug, IsNew: false);
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

        // A range of one partition, and two columns of it: no document is read.
        var (partition, from, end) = (current.Release.Id.ToString(), OlderKey(0), OlderKey(current.Release.Revision));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {end}");
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                filter,
                select: [ReleaseRows.RevisionColumn, ReleaseRows.UploadVersionColumn],
                cancellationToken: cancellationToken
            )
        )
        {
            if (row.GetString(ReleaseRows.UploadVersionColumn) == upload.VersionName)
            {
                return row.GetInt32(ReleaseRows.RevisionColumn);
            }
        }

        return null;
    }

    /// <summary>Writes the first revision, whose address is claimed.</summary>
    /// <returns>False where another writer was first, or has refused the upload.</returns>
    public async Task<bool> TryAddAsync(StoredRelease first, CancellationToken cancellationToken)
    {
        var row = await rows.WriteAsync(Current, first, cancellationToken);
        return await Conditional.SucceedsAsync(() =>
            table.SubmitTransactionAsync(
                [new TableTransactionAction(TableTransactionActionType.Add, row), .. UploadDecisions.Made(first)],
                cancellationToken
            )
        );
    }

    /// <summary>Writes a further revision and puts <paramref name="previous"/> next to it, both or neither.</summary>
    /// <returns>False where <paramref name="previous"/> is no longer the current one, or another writer has refused the upload.</returns>
    public async Task<bool> TryReviseAsync(StoredRelease previous, StoredRelease next, CancellationToken cancellationToken)
    {
        var current = await rows.WriteAsync(Current, next, cancellationToken);
        var older = await rows.WriteAsync(OlderKey(previous.Release.Revision), previous, cancellationToken);
        // Both or neither: without the older row a revision would be lost, without the condition two
        // revisions of one number could be written.
        return await Conditional.SucceedsAsync(() =>
            table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpdateReplace, current, previous.ETag),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, older),
                    .. UploadDecisions.Made(next),
                ],
                cancellationToken
            )
        );
    }

    /// <summary>
    /// Takes the current revision back, so that the one before it is current again, or none is; its upload makes none any more.
    /// </summary>
    /// <param name="current">As it was found.</param>
    /// <param name="previous">From <see cref="FindOlderAsync"/>; null for the first revision.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>False where <paramref name="current"/> is no longer the current one.</returns>
    public async Task<bool> TryTakeBackAsync(StoredRelease current, StoredRelease? previous, CancellationToken cancellationToken)
    {
        var id = current.Release.Id.ToString();
        // Whoever still has the upload in hand must not make the revision once more.
        var actions = new List<TableTransactionAction> { UploadDecisions.TakenBack(current) };
        if (previous is null)
        {
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(id, Current), current.ETag));
        }
        else
        {
            var restored = await rows.WriteAsync(Current, previous, cancellationToken);
            actions.Add(new(TableTransactionActionType.UpdateReplace, restored, current.ETag));
            var older = new TableEntity(id, OlderKey(previous.Release.Revision));
            actions.Add(new(TableTransactionActionType.Delete, older, ETag.All));
        }

        return await Conditional.SucceedsAsync(() => table.SubmitTransactionAsync(actions, cancellationToken));
    }

    /// <summary>A revision that is no longer current, as it was stored; null where it is or never was.</summary>
    public async Task<StoredRelease?> FindOlderAsync(ReleaseId id, int revision, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), OlderKey(revision), cancellationToken: cancellationToken);
        return row.HasValue ? await rows.ReadOrNoteAsync(row.Value!, cancellationToken) : null;
    }

    /// <summary>
    /// The revisions that are no longer current, from one to another, the newest first: one query for each twenty. A damaged or lost one is
    /// null, which is noted.
    /// </summary>
    public async IAsyncEnumerable<OlderRevision> ReadOlderAsync(
        ReleaseId id,
        int from,
        int to,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var isNoted = false;
        for (var last = to; last >= from; last -= RevisionsInOneQuery)
        {
            var first = Math.Max(from, last - RevisionsInOneQuery + 1);
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {id.ToString()} and RowKey ge {OlderKey(first)} and RowKey le {OlderKey(last)}"
            );
            // Packed, they take a fraction of what they take as objects: each is unpacked when it is asked for.
            var packed = await table
                .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
                .ToDictionaryAsync(row => row.RowKey, StringComparer.Ordinal, cancellationToken);
            for (var number = last; number >= first; number--)
            {
                var stored = packed.Remove(OlderKey(number), out var row) ? await rows.ReadOrSkipAsync(row, cancellationToken) : null;
                if (stored is null && !isNoted)
                {
                    await damaged.NoteAsync(id, cancellationToken);
                    isNoted = true;
                }

                yield return new OlderRevision(number, stored?.Tagged);
            }
        }
    }

    /// <summary>Writes an older revision again that was damaged or lost.</summary>
    public async Task RestoreOlderAsync(StoredRelease made, CancellationToken cancellationToken)
    {
        // Nothing else writes this row while there is a later revision; and where that is taken back just now, it holds the same.
        var row = await rows.WriteAsync(OlderKey(made.Release.Revision), made, cancellationToken);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
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
        var row = await rows.WriteAsync(Current, stored with { Tagged = tagged, FeedKeys = feedKeys }, cancellationToken);
        return await Conditional.SucceedsAsync(() => table.UpdateEntityAsync(row, stored.ETag, TableUpdateMode.Replace, cancellationToken));
    }

    /// <summary>Writes over a damaged row what was made again of its originals.</summary>
    /// <returns>Null where the row holds another revision than that.</returns>
    public async Task<StoredRelease?> RestoreAsync(StoredRelease made, CancellationToken cancellationToken)
    {
        var id = made.Release.Id;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            id.ToString(),
            Current,
            [ReleaseRows.RevisionColumn, ReleaseRows.TaggingPassColumn],
            cancellationToken
        );
        // The row's key columns are read without its document, which is what is damaged.
        if (!found.HasValue || found.Value!.GetInt32(ReleaseRows.RevisionColumn) != made.Release.Revision)
        {
            return null;
        }

        var tagged = made.Tagged with { TaggingPass = found.Value.GetInt32(ReleaseRows.TaggingPassColumn) ?? 0 };
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
                // Two columns for each; the whole release only where it is newer.
                var row = await table.GetEntityIfExistsAsync<TableEntity>(
                    tagged.Release.Id.ToString(),
                    Current,
                    [ReleaseRows.RevisionColumn, ReleaseRows.TaggingPassColumn],
                    ct
                );
                if (
                    row.HasValue
                    && new Edition(
                        row.Value!.GetInt32(ReleaseRows.RevisionColumn) ?? 0,
                        row.Value.GetInt32(ReleaseRows.TaggingPassColumn) ?? 0
                    ) > tagged.Edition
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
    /// At most <paramref name="take"/> of all releases there are, in the order of their ids, as stored; fewer where their bodies are large.
    /// A damaged row is passed over and logged: it must not keep the rest from being read.
    /// </summary>
    /// <param name="cursor">From the page before; null, and all that no page has given, from the start.</param>
    /// <param name="take">From 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<StoredPage> ReadStoredAsync(string? cursor, int take, CancellationToken cancellationToken)
    {
        // The whole table, a page at a time, for re-tagging and the rebuild of the index. The cursor is
        // the last id and not storage's own token, so that a page may end where memory says so.
        var after = ReleaseId.TryParse(cursor ?? "", out var last) ? last.ToString() : "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after} and RowKey eq {Current}");
        var pages = table.QueryAsync<TableEntity>(filter, take, cancellationToken: cancellationToken).AsPages();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            // Storage may give an empty page where it has looked through many rows.
            if (page.Values.Count > 0)
            {
                return await UnpackAsync(page, cancellationToken);
            }
        }

        return new StoredPage([], null);
    }

    private async Task<StoredPage> UnpackAsync(Page<TableEntity> page, CancellationToken cancellationToken)
    {
        var releases = new List<StoredRelease>();
        var left = CharactersInOnePage;
        for (var at = 0; at < page.Values.Count; at++)
        {
            if (left <= 0)
            {
                return new StoredPage(releases, page.Values[at - 1].PartitionKey);
            }

            if (await rows.ReadOrSkipAsync(page.Values[at], cancellationToken) is { } stored)
            {
                releases.Add(stored);
                left -= stored.Release.Content.BodyLength;
            }
        }

        return new StoredPage(releases, page.ContinuationToken is null ? null : page.Values[^1].PartitionKey);
    }

    private static string SlugPartition(string slug) => "slug:" + slug;

    private static string OlderKey(int revision) => "revision:" + revision.ToString("D8", CultureInfo.InvariantCulture);
}
