using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>What the check shows of a draft besides its fields.</summary>
/// <param name="Inspection">What would come of it.</param>
/// <param name="Current">The release that it corrects; null for a new one.</param>
/// <param name="Alike">
/// Releases that seem to say the same, public or scheduled, of which its writer has not said yet whether it corrects one of them.
/// </param>
public sealed record DraftSeen(DraftInspection Inspection, Release? Current, IReadOnlyList<Release> Alike);

/// <summary>Looks at a draft as the pipeline would, and for releases that it may be a revision of.</summary>
public sealed class Lookalikes(
    Drafts drafts,
    DraftReader reader,
    ReleaseTable releases,
    EmbargoTable embargoes,
    IListings listings,
    TimeProvider time
)
{
    private const int MostAlike = 3;
    private const int MostScheduled = 60;

    public async Task<DraftSeen> InspectAsync(OpenDraft open, CancellationToken cancellationToken) =>
        await InspectAsync(open, await CurrentAsync(open, cancellationToken), cancellationToken);

    /// <param name="open">The draft.</param>
    /// <param name="current">From <see cref="CurrentAsync"/>.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async Task<DraftSeen> InspectAsync(OpenDraft open, Release? current, CancellationToken cancellationToken)
    {
        var whole = await drafts.WithFilesAsync(open, cancellationToken);
        var inspection = reader.Inspect(whole, open.Id, current);
        var alike = current is null && inspection.Tagged is { } tagged ? await AlikeAsync(open, tagged.Release, cancellationToken) : [];
        return new DraftSeen(inspection, current, alike);
    }

    /// <summary>The release that a draft corrects, as it is now; null for a new one.</summary>
    public async Task<Release?> CurrentAsync(OpenDraft open, CancellationToken cancellationToken) =>
        open.Draft.Target is { } target ? (await releases.FindAsync(target, cancellationToken))?.Release : null;

    /// <summary>What a release says now, as a draft that corrects it would begin, to be compared with one.</summary>
    public Draft AsDraft(Release current, Draft other) =>
        reader.ToCorrect(current, new DraftWithFiles(other, [])).Draft with
        {
            ChangeNote = other.ChangeNote,
        };

    /// <summary>The draft as a correction of the release that its form names, unless it corrects one already.</summary>
    /// <param name="visit">The form.</param>
    /// <param name="open">The draft.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>As it was where the form names no release of the visitor's offices.</returns>
    public async Task<OpenDraft> ChooseAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        if (
            open.Draft.Target is not null
            || !ReleaseId.TryParse(visit.Field("revises"), out var target)
            || await releases.FindAsync(target, cancellationToken) is not { Release: var release }
            // A draft shows the address and the embargo of what it corrects.
            || !visit.User.Actor.ActsFor(visit.Register.OfficeOf(release))
        )
        {
            return open;
        }

        var draft = open.Draft with { Target = target, Seen = release.Revision };
        return new OpenDraft(open.Row with { Office = visit.Register.OfficeOf(release) }, draft);
    }

    /// <summary>Public ones of any office, and scheduled ones of its own: of others' nobody may know.</summary>
    private async Task<IReadOnlyList<Release>> AlikeAsync(OpenDraft open, Release release, CancellationToken cancellationToken)
    {
        var listed = (await listings.ReadAsync(FeedKey.All, cancellationToken))?.Entries ?? [];
        // Listings hold what is about to come out.
        var shown = listed
            .OfType<ListingEntry.Live>()
            .Select(entry => entry.Tagged.Release)
            .Where(other => other.VisibilityAt(time.GetUtcNow()) is Visibility.Visible);
        return
        [
            .. shown
                .Concat(await ScheduledAsync(open.Row.Office, cancellationToken))
                .Where(other => !IsDecided(open, other.Id) && ReleaseSimilarity.IsSameRelease(release.Content, other.Content))
                .DistinctBy(other => other.Id)
                .Take(MostAlike),
        ];
    }

    /// <summary>Its writer has said that it is another, or the id that its document gives says that it is this one.</summary>
    private static bool IsDecided(OpenDraft open, ReleaseId other) =>
        open.Draft.Others.Contains(other)
        || (
            open.Draft.Rest.EditorKey is { } key
            && (other == ReleaseId.FromEditorKey(key) || (open.Row.Office is { } office && other == ReleaseId.FromEditorKey(key, office)))
        );

    private async Task<IEnumerable<Release>> ScheduledAsync(string? office, CancellationToken cancellationToken)
    {
        var waiting = await embargoes
            .EndedAsync(DateTimeOffset.MaxValue, cancellationToken)
            .Take(MostScheduled)
            .ToListAsync(cancellationToken);
        var found = await Task.WhenAll(
            waiting.Select(one => one.Id).Distinct().Select(id => releases.FindWholeAsync(id, cancellationToken))
        );
        return found
            .OfType<StoredRelease>()
            .Select(stored => stored.Release)
            .Where(release => release.Status is ReleaseStatus.Published && release.Office == office);
    }
}
