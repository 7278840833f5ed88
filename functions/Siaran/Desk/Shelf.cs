using Siaran.Actors;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>What the list is narrowed to.</summary>
/// <param name="Office">Id of an office; null for all of the user's.</param>
/// <param name="Since">Nothing from before this day; null for all.</param>
/// <param name="Words">All of them, anywhere in a headline; empty for all.</param>
public sealed record ShelfFilter(string? Office, DateTimeOffset? Since, string Words)
{
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
    IReadOnlyList<StoredDraft> Drafts,
    IReadOnlyList<Shelved> Scheduled,
    IReadOnlyList<Shelved> Public,
    IReadOnlyList<Shelved> Withdrawn
);

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

    /// <summary>A scheduled release is out with its page at its moment; the run that follows it up comes each minute.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan MendedWithin = TimeSpan.FromDays(30);

    public async Task<ShelfView> ReadAsync(DeskVisit visit, ShelfFilter filter, CancellationToken cancellationToken)
    {
        var mend = ToMendAsync(visit, filter, cancellationToken);
        var own = drafts.ListAsync(visit.User, cancellationToken);
        var scheduled = ScheduledAsync(visit, filter, cancellationToken);
        var listing = await listings.ReadAsync(FeedKey.All, cancellationToken);
        var entries = listing?.Entries ?? [];
        return new ShelfView(
            await mend,
            [.. (await own).Where(draft => filter.Takes(draft.Office, draft.SavedAt, draft.Title))],
            await scheduled,
            [
                .. entries
                    .OfType<ListingEntry.Live>()
                    .Select(entry => entry.Tagged.Release)
                    .Where(release => release.VisibilityAt(time.GetUtcNow()) is Visibility.Visible)
                    .Select(release => Shelve(release, visit.Register))
                    .Where(one => IsShown(one, visit, filter)),
            ],
            [
                .. entries
                    .OfType<ListingEntry.Tombstone>()
                    .Where(gone => filter is { Office: null } && filter.Takes(null, gone.WithdrawnAt, gone.Slug))
                    .Select(gone => new Shelved(gone.ReleaseId, gone.Slug, null, gone.WithdrawnAt)),
            ]
        );
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

    /// <summary>Whether an upload that was not published came from one of a person's offices.</summary>
    public static bool MaySee(DeskVisit visit, KeptUpload upload) =>
        visit.User.Actor.Offices is not { } own
        || (
            upload.Name.Split('/') is [("http" or "desk"), ..]
                ? upload.Metadata.Offices?.Split(',').Any(own.Contains)
                : visit.Register.Find(HolderKind.Folder, upload.Name.Split('/')[0])?.Offices.Any(own.Contains)
        )
            is true;

    private static bool IsShown(Shelved one, DeskVisit visit, ShelfFilter filter) =>
        visit.User.Actor.ActsFor(one.Office) && filter.Takes(one.Office, one.At, one.Headline);

    private static Shelved Shelve(Release release, OfficeRegister register) =>
        new(release.Id, release.Content.Headline, register.OfficeOf(release), release.PublishAt);
}
