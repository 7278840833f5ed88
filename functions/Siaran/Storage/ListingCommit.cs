using Azure.Data.Tables;
using Siaran.Listings;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>One commit of one listing in the making: what is there, what changes, and the head that results.</summary>
internal sealed class ListingCommit(FeedKey key, TableEntity? stored, DateTimeOffset now)
{
    /// <summary>
    /// Changes in one commit: each may delete an entry, write one, write its member row and rewrite a page; ten of the largest entries fit
    /// in a batch's bytes.
    /// </summary>
    public const int MaxChanges = 10;

    // Optimistic concurrency on one partition (Kung and Robinson, 1981): rows, pages and head go out in one batch under the head's ETag,
    // so that a feed and its validators cannot disagree, and of two writers one starts again from what the other wrote.
    // A lease would make the loser wait for a writer that may have died.

    /// <summary>Before all that a table can hold as the time of a release.</summary>
    private static readonly DateTimeOffset Earliest = new(1700, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ListingHead before = stored is null
        ? new ListingHead
        {
            Key = key,
            Title = "",
            Version = 0,
            LastModified = Earliest,
        }
        : ListingRows.ReadHead(key, stored);

    private readonly List<TableTransactionAction> rows = [];
    private readonly Dictionary<int, ListingEntry[]> pages = [];
    private DateTimeOffset titledAt = stored is null ? Earliest : ListingRows.ReadTitledAt(stored);
    private string title = stored?.GetString(ListingRows.Title) ?? "";
    private bool isSeen;
    private int count;
    private int open;
    private int closed;

    public async Task ApplyAsync(
        ListingChange change,
        TableEntity? memberRow,
        Func<ListingEntry, PackedEntry> pack,
        Payload payload,
        Func<FeedKey, int, CancellationToken, Task<IReadOnlyList<ListingEntry>?>> readPage,
        CancellationToken cancellationToken
    )
    {
        // Everything here is decided from the member's row, which the commit read under the head's
        // ETag: a commit costs one query and one batch whatever the listing's size, and a read for each
        // closed page that a withdrawal touches.
        var member = ListingRows.ReadMember(memberRow);
        if (IsLate(change, member))
        {
            return;
        }

        if (change.TakesBack is { } undone)
        {
            member = member with { TakenBack = undone.UploadVersion };
            if (change.Edition < member.Edition && member.Edition.Revision != undone.Revision)
            {
                WriteMember(change, member);
                return;
            }
        }

        await ShowAsync(change, member, pack, payload, readPage, cancellationToken);
    }

    private async Task ShowAsync(
        ListingChange change,
        Membership member,
        Func<ListingEntry, PackedEntry> pack,
        Payload payload,
        Func<FeedKey, int, CancellationToken, Task<IReadOnlyList<ListingEntry>?>> readPage,
        CancellationToken cancellationToken
    )
    {
        // A release that never was in this listing leaves no tombstone in it.
        var entry = change.Entry is ListingEntry.Tombstone && member is { ContentHash: "", Live: false, Pages: [] } ? null : change.Entry;
        if (entry is null)
        {
            Remove(change, member);
            return;
        }

        var packed = pack(entry);
        // The same bytes again must not move the version, or every reader would fetch the feed for nothing.
        var isWritten = packed.ContentHash == member.ContentHash && !(change.Rewrites && member.Open is not null);
        if (isWritten || (change.KeepsPages && member is { Open: null, Live: true }))
        {
            Remember(change, member);
            return;
        }

        var rowKey = await PutAsync(entry, member, packed, payload, cancellationToken);
        var live = entry is ListingEntry.Live;
        count += (live ? 1 : 0) - (member.Live ? 1 : 0);
        WriteMember(change, member with { Open = rowKey, ContentHash = packed.ContentHash, Live = live, Edition = change.Edition });
        if (!live)
        {
            await WriteTombstonesAsync(entry, member.Pages, readPage, cancellationToken);
        }
        else if (change.PublishAt > titledAt || (change.PublishAt == titledAt && string.CompareOrdinal(change.Title, title) < 0))
        {
            (title, titledAt) = (change.Title, change.PublishAt);
        }
    }

    /// <summary>
    /// The newest state wins, however late an older one comes: the member row remembers what it was made from, and which revision was taken
    /// back, so that this is done once.
    /// </summary>
    private static bool IsLate(ListingChange change, Membership member) =>
        change.TakesBack is { } undone
            ? member.TakenBack == undone.UploadVersion
            : change.Edition < member.Edition || (member.TakenBack.Length > 0 && member.TakenBack == change.UploadVersion);

    /// <summary>Writes the entry's row, and takes away the one it had under another key.</summary>
    /// <returns>The key of the row.</returns>
    private async Task<string> PutAsync(
        ListingEntry entry,
        Membership member,
        PackedEntry packed,
        Payload payload,
        CancellationToken cancellationToken
    )
    {
        isSeen = true;
        // A changed time changes the key, since keys are what orders a listing; then the old row must
        // go in the same batch, or the entry would be shown twice.
        var rowKey = TableKey.NewestFirst(entry.PublishAt, entry.Id);
        if (member.Open is { } old && old != rowKey)
        {
            rows.Add(new(TableTransactionActionType.Delete, new TableEntity(key.ToString(), old)));
        }

        var row = new TableEntity(key.ToString(), rowKey);
        await payload.WriteAsync(row, packed.Bytes, cancellationToken);
        rows.Add(new(TableTransactionActionType.UpsertReplace, row));
        // An entry of closed pages that is revised is open again, and its old page stays as it was (RFC
        // 5005 allows it: the later document counts).
        open += member.Open is null ? 1 : 0;
        return rowKey;
    }

    /// <summary>Moves open entries into the next closed page.</summary>
    public void Close(IReadOnlyList<ListingEntry> closing, IReadOnlyDictionary<string, TableEntity> members)
    {
        isSeen = true;
        var page = before.ClosedPages + ++closed;
        pages[page] = [.. closing];
        foreach (var entry in closing)
        {
            var member = ListingRows.ReadMember(members[ListingRows.MemberKey(entry.Id)]);
            rows.Add(
                new(
                    TableTransactionActionType.Delete,
                    new TableEntity(key.ToString(), member.Open ?? throw new InvalidOperationException("An open entry has no row."))
                )
            );
            rows.Add(
                new(
                    TableTransactionActionType.UpsertReplace,
                    ListingRows.WriteMember(key, entry.Id, member with { Open = null, Pages = [.. member.Pages, page] })
                )
            );
            open--;
        }
    }

    /// <summary>Writes a closed page again.</summary>
    public void Rewrite(int page, IReadOnlyList<ListingEntry> entries)
    {
        isSeen = true;
        pages[page] = [.. entries];
    }

    /// <summary>The batch; null where nothing changes.</summary>
    public async Task<PartitionCommit?> FinishAsync(Payload payload, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 && pages.Count == 0)
        {
            return null;
        }

        if (!isSeen)
        {
            // Only members' rows change: the head is written for its ETag, without another version, and
            // readers fetch nothing.
            return new PartitionCommit(stored ?? ListingRows.WriteHead(before, titledAt), rows) { IsSeen = false };
        }

        // HTTP dates have whole seconds. Two commits within one second would share a Last-Modified, and a reader that asks by date
        // would never see the second: so each is at least a second after the one before.
        var lastModified = WholeSeconds.Later(WholeSeconds.Of(now), before.LastModified.AddSeconds(1));
        foreach (var (number, entries) in pages)
        {
            var row = new TableEntity(key.ToString(), ListingRows.PageKey(number)) { [ListingRows.LastModified] = lastModified };
            await payload.WriteAsync(row, Payload.Pack(entries.Select(StoredEntry.Of).ToArray()), cancellationToken);
            rows.Add(new(TableTransactionActionType.UpsertReplace, row));
        }

        var head = before with
        {
            Title = title,
            Version = before.Version + 1,
            LastModified = lastModified,
            Count = before.Count + count,
            Open = before.Open + open,
            ClosedPages = before.ClosedPages + closed,
        };
        return new PartitionCommit(ListingRows.WriteHead(head, titledAt), rows);
    }

    private void Remove(ListingChange change, Membership member)
    {
        if (member.Open is null && !member.Live)
        {
            Remember(change, member);
            return;
        }

        isSeen = true;

        if (member.Open is { } old)
        {
            rows.Add(new(TableTransactionActionType.Delete, new TableEntity(key.ToString(), old)));
            open--;
        }

        // Pages keep a live entry that no longer belongs to the feed, since archives do not change.
        count -= member.Live ? 1 : 0;
        WriteMember(change, member with { Open = null, ContentHash = "", Live = false, Edition = change.Edition });
    }

    /// <summary>
    /// Where nothing changes for readers: a writer that is still under way with an earlier state must find that a later one was here.
    /// </summary>
    private void Remember(ListingChange change, Membership member)
    {
        if (member.Edition != change.Edition || change.TakesBack is not null)
        {
            WriteMember(change, member with { Edition = change.Edition });
        }
    }

    private void WriteMember(ListingChange change, Membership member) =>
        rows.Add(new(TableTransactionActionType.UpsertReplace, ListingRows.WriteMember(key, change.Id, member)));

    private async Task WriteTombstonesAsync(
        ListingEntry tombstone,
        IReadOnlyList<int> holding,
        Func<FeedKey, int, CancellationToken, Task<IReadOnlyList<ListingEntry>?>> readPage,
        CancellationToken cancellationToken
    )
    {
        // The one change that a closed page takes: what was withdrawn must not be read in an archive
        // either.
        foreach (var number in holding)
        {
            if (!pages.TryGetValue(number, out var entries))
            {
                if (await readPage(key, number, cancellationToken) is not { } read)
                {
                    // Damaged: it must not keep the release from being withdrawn. It gets the tombstone as it is made again.
                    continue;
                }

                entries = [.. read];
            }

            pages[number] = [.. entries.Select(entry => entry.Id == tombstone.Id ? tombstone : entry)];
        }
    }
}
