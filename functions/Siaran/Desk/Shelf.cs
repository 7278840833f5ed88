using Siaran.Actors;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>What the list is narrowed to.</summary>
/// <param name="Office">Id of an office; null for all of the user's.</param>
/// <param name="Since">Nothing from before this day; null for all.</param>
/// <param name="Words">All of them, anywhere in a headline; empty for all.</param>
/// <param name="Page">The page of what is public that it begins with; null for the newest, with all else.</param>
public sealed record ShelfFilter(string? Office, DateTimeOffset? Since, string Words, int? Page)
{
    /// <summary>The draft that the list of drafts goes on from with older ones; null for the newest.</summary>
    public string? DraftsBefore { get; init; }

    public bool IsNarrow => Office is not null || Since is not null || !string.IsNullOrWhiteSpace(Words);

    public bool Takes(string? office, DateTimeOffset at, string headline) =>
        (Office is null || office == Office)
        && (Since is null || at >= Since)
        && Words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word => headline.Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An upload that was not published.</summary>
/// <param name="Name">Its name in <c>incoming</c>.</param>
/// <param name="At">When it was kept aside.</param>
/// <param name="IsDoubtful">Whether it waits for a look, and is not refused.</param>
public sealed record ToMend(string Name, DateTimeOffset At, bool IsDoubtful);

/// <summary>A release in the list.</summary>
public sealed record Shelved(ReleaseId Id, string Headline, string? Office, DateTimeOffset At)
{
    /// <summary>The moment has passed, and no run has brought it out.</summary>
    public bool IsLate { get; init; }
}

/// <summary>All that a person has before them, newest first but for what is to come.</summary>
public sealed record ShelfView(
    IReadOnlyList<ToMend> ToMend,
    DraftPage Drafts,
    IReadOnlyList<Shelved> Scheduled,
    IReadOnlyList<Shelved> Public,
    IReadOnlyList<Shelved> Withdrawn
)
{
    /// <summary>The page that goes on with what is public; 0 where there is none.</summary>
    public int Older { get; init; }
}

/// <summary>Gathers what there is for a person's offices.</summary>
public sealed class Shelf(
    ReleaseTable releases,
    EmbargoTable embargoes,
    IListings listings,
    Drafts drafts,
    RejectedUploads rejected,
    DoubtfulUploads doubtful,
    TimeProvider time
)
{
    private const int MostScheduled = 200;
    private const int MostToMend = 50;

    /// <summary>Of what is public, as many as the newest screen shows; further ones are on pages of their own.</summary>
    public const int MostAtFirst = 20;

    /// <summary>
    /// The same for what is scheduled, withdrawn, or to be mended; words and days narrow it. So a full screen has less than 30 KB.
    /// </summary>
    public const int MostOthersAtFirst = 12;

    /// <summary>Where words are looked for, pages are read until so many releases are found, or so many pages.</summary>
    private const int EnoughFound = 50;
    private const int MostPages = 12;

    /// <summary>A scheduled release is out with its page at its moment; the run that follows it up comes each minute.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan MendedWithin = TimeSpan.FromDays(30);

    public async Task<ShelfView> ReadAsync(DeskVisit visit, ShelfFilter filter, CancellationToken cancellationToken)
    {
        var mend = ToMendAsync(visit, filter, cancellationToken);
        var own = drafts.ListAsync(
            visit.User,
            draft => filter.Takes(draft.Office, draft.SavedAt, draft.Title),
            filter.DraftsBefore,
            cancellationToken
        );
        var scheduled = ScheduledAsync(visit, filter, cancellationToken);
        var listed = await ListedAsync(visit, filter, cancellationToken);
        return new ShelfView(await mend, await own, await scheduled, listed.Public, listed.Withdrawn) { Older = listed.Older };
    }

    /// <summary>
    /// Public releases of a person's offices with all these words in their headlines, newest first; the newest where there are none.
    /// </summary>
    public async Task<IReadOnlyList<Shelved>> FindPublicAsync(DeskVisit visit, string words, CancellationToken cancellationToken) =>
        (await ListedAsync(visit, new ShelfFilter(null, null, words, null), cancellationToken)).Public;

    /// <summary>
    /// One page of what the feed of everything holds, open or closed; where the list is narrowed, as many as it takes to find enough.
    /// </summary>
    private async Task<ListedReleases> ListedAsync(DeskVisit visit, ShelfFilter filter, CancellationToken cancellationToken)
    {
        var listing = await listings.ReadAsync(FeedKey.All, cancellationToken);
        var open = 1 + (listing?.Head.ClosedPages ?? 0);
        var (shown, gone) = (new List<Shelved>(), new List<Shelved>());
        var page = Math.Clamp(filter.Page ?? open, 1, open);
        for (var read = 0; page > 0 && (read == 0 || (filter.IsNarrow && read < MostPages && shown.Count < EnoughFound)); read++, page--)
        {
            var entries = page == open ? listing?.Entries : (await listings.ReadPageAsync(FeedKey.All, page, cancellationToken))?.Entries;
            shown.AddRange(
                (entries ?? [])
                    .OfType<ListingEntry.Live>()
                    .Select(entry => entry.Tagged.Release)
                    .Where(release => release.VisibilityAt(time.GetUtcNow()) is Visibility.Visible)
                    .Select(release => Shelve(release, visit.Register))
                    .Where(one => IsShown(one, visit, filter))
            );
            gone.AddRange(await WithdrawnAsync(entries ?? [], visit, filter, cancellationToken));
        }

        return new ListedReleases(
            [.. shown.DistinctBy(one => one.Id)],
            [.. gone.DistinctBy(one => one.Id)],
            filter is { Page: null, IsNarrow: false } && shown.Count > MostAtFirst ? open : page
        );
    }

    /// <summary>A tombstone names neither headline nor office, so each is looked up: one point read.</summary>
    private async Task<IEnumerable<Shelved>> WithdrawnAsync(
        IEnumerable<ListingEntry> entries,
        DeskVisit visit,
        ShelfFilter filter,
        CancellationToken cancellationToken
    )
    {
        var found = await Task.WhenAll(
            entries.OfType<ListingEntry.Tombstone>().Select(gone => releases.FindAsync(gone.ReleaseId, cancellationToken))
        );
        return found
            .OfType<StoredRelease>()
            .Select(stored => Shelve(stored.Release, visit.Register) with { At = stored.Release.UpdatedAt })
            .Where(one => IsShown(one, visit, filter));
    }

    private async Task<IReadOnlyList<Shelved>> ScheduledAsync(DeskVisit visit, ShelfFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await embargoes
            .EndedAsync(DateTimeOffset.MaxValue, cancellationToken)
            .Take(MostScheduled)
            .ToListAsync(cancellationToken);
        var found = await Task.WhenAll(
            waiting.Select(embargo => embargo.Id).Distinct().Select(id => releases.FindWholeAsync(id, cancellationToken))
        );
        return
        [
            .. found
                .OfType<StoredRelease>()
                .Select(stored => stored.Release)
                .Where(release => release.Status is ReleaseStatus.Published)
                .Select(release => Shelve(release, visit.Register) with { IsLate = release.PublishAt < now - Patience })
                .Where(one => IsShown(one, visit, filter))
                .OrderBy(one => one.At),
        ];
    }

    private async Task<IReadOnlyList<ToMend>> ToMendAsync(DeskVisit visit, ShelfFilter filter, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - MendedWithin;
        var refused = await rejected.ListAsync(since, MostToMend, cancellationToken);
        var held = await doubtful.ListAsync(since, MostToMend, cancellationToken);
        return
        [
            .. refused
                .Select(one => (Upload: one, IsDoubtful: false))
                .Concat(held.Select(one => (Upload: one, IsDoubtful: true)))
                .Where(one => MaySee(visit, one.Upload))
                .Where(one => filter.Takes(null, one.Upload.KeptAt, one.Upload.Name))
                .OrderByDescending(one => one.Upload.KeptAt)
                .Select(one => new ToMend(one.Upload.Name, one.Upload.KeptAt, one.IsDoubtful)),
        ];
    }

    /// <summary>
    /// Whether an upload that was not published came from a person's offices. Nobody has decided yet which of the sender's offices it is
    /// for, so it is shown to those who act for all of them.
    /// </summary>
    public static bool MaySee(DeskVisit visit, KeptUpload upload) =>
        visit.User.Actor.Offices is not { } own
        || (
            upload.Name.Split('/') is [("http" or "desk"), ..]
                ? upload.Metadata.Offices?.Split(',').All(own.Contains)
                : visit.Register.Find(HolderKind.Folder, upload.Name.Split('/')[0])?.Offices.All(own.Contains)
        )
            is true;

    private static bool IsShown(Shelved one, DeskVisit visit, ShelfFilter filter) =>
        visit.User.Actor.ActsFor(one.Office) && filter.Takes(one.Office, one.At, one.Headline);

    private static Shelved Shelve(Release release, OfficeRegister register) =>
        new(release.Id, release.Content.Headline, register.OfficeOf(release), release.PublishAt);

    private sealed record ListedReleases(IReadOnlyList<Shelved> Public, IReadOnlyList<Shelved> Withdrawn, int Older);
}
