using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>What the check shows of a draft besides its fields.</summary>
/// <param name="Inspection">What would come of it.</param>
/// <param name="Current">The release that it corrects; null for a new one.</param>
/// <param name="Alike">Releases that seem to say the same, which it may be meant to correct.</param>
public sealed record DraftSeen(DraftInspection Inspection, Release? Current, IReadOnlyList<Release> Alike);

/// <summary>Looks at a draft as the pipeline would, and for releases that it may be a revision of.</summary>
public sealed class Lookalikes(Drafts drafts, DraftReader reader, ReleaseTable releases, IListings listings)
{
    private const int MostAlike = 3;

    public async Task<DraftSeen> InspectAsync(OpenDraft open, CancellationToken cancellationToken)
    {
        var whole = await drafts.WithFilesAsync(open, cancellationToken);
        var current = open.Draft.Target is { } target ? (await releases.FindAsync(target, cancellationToken))?.Release : null;
        var inspection = reader.Inspect(whole, open.Id, current);
        var alike = current is null && inspection.Tagged is { } tagged ? await AlikeAsync(tagged.Release, cancellationToken) : [];
        return new DraftSeen(inspection, current, alike);
    }

    private async Task<IReadOnlyList<Release>> AlikeAsync(Release release, CancellationToken cancellationToken) =>
        [
            .. ((await listings.ReadAsync(FeedKey.All, cancellationToken))?.Entries ?? [])
                .OfType<ListingEntry.Live>()
                .Select(entry => entry.Tagged.Release)
                .Where(other => ReleaseSimilarity.IsSameRelease(release.Content, other.Content))
                .Take(MostAlike),
        ];
}
