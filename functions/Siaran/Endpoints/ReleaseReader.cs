using Azure;
using Siaran.Pages.Revisions;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>Reads releases, and what is written under them, through the cache.</summary>
public sealed class ReleaseReader(ReleaseTable releases, ReplyReader replies, DocumentCache cache, TimeProvider time)
{
    /// <inheritdoc cref="ReplyReader.FindAsync"/>
    public Task<ReplyView?> RepliesAsync(Release release, CancellationToken cancellationToken) =>
        replies.FindAsync(release, cancellationToken);

    /// <summary>
    /// The id that an id or an address names, without asking whether there is a release of that id. No read for an id, one point read for
    /// an address that this instance does not know of.
    /// </summary>
    /// <remarks>
    /// An address that no release has names an id that no release has either, so that all that follows costs just what it costs for a
    /// release under an embargo.
    /// </remarks>
    /// <returns>Null where no release could have such an address.</returns>
    public async Task<ReleaseId?> IdOfAsync(string name, CancellationToken cancellationToken)
    {
        if (ReleaseId.TryParse(name, out var id))
        {
            return id;
        }

        var slug = name.ToLowerInvariant();
        // An unknown address gets an id that no release has, so that all that follows costs just what
        // it costs for a release under an embargo: a clock cannot tell them apart.
        return cache.Find<KnownSlug>(KeyOf(slug)) is { } known ? known.Id
            : !Slug.IsOfRelease(slug) ? null
            : await releases.FindIdAsync(slug, cancellationToken) ?? new ReleaseId(NameBasedUuid.Create("none:" + slug));
    }

    /// <summary>A release by its slug or id, whether it may be seen or not; null where there is none.</summary>
    public async Task<ReleaseView?> FindNamedAsync(string name, CancellationToken cancellationToken) =>
        await IdOfAsync(name, cancellationToken) is { } id ? await FindAsync(id, cancellationToken) : null;

    /// <summary>
    /// A release as it is stored at this moment, whether it may be seen or not; null where there is none. One point read.
    /// </summary>
    public async Task<Release?> FindStoredAsync(ReleaseId id, CancellationToken cancellationToken) =>
        (await releases.FindAsync(id, cancellationToken))?.Release;

    /// <summary>Remembers the address of a release that may be seen: it names that release for good.</summary>
    public void Know(string slug, ReleaseId id)
    {
        // Only after the gate has let the release through: what is kept here answers faster, and that
        // must not give an embargoed address away.
        if (cache.Find<KnownSlug>(KeyOf(slug)) is null)
        {
            cache.Keep(KeyOf(slug), new KnownSlug(id));
        }
    }

    /// <summary>
    /// One point read, none within the freshness. Null where there is no such release or nobody may know of it yet; the gate is the
    /// caller's to ask all the same.
    /// </summary>
    public Task<ReleaseView?> FindAsync(ReleaseId id, CancellationToken cancellationToken) =>
        cache.GetAsync<ReleaseView>(
            "release:" + id,
            async (held, ct) =>
            {
                var stored = await releases.FindKnownAsync(id, time.GetUtcNow(), ct);
                return stored is null ? null
                    : held?.Stored.ETag == stored.ETag ? held
                    : new ReleaseView(stored);
            },
            cancellationToken
        );

    /// <summary>
    /// As above, but never a revision before <paramref name="atLeast"/> where there is a later one: what memory holds is passed by then,
    /// for one point read.
    /// </summary>
    public async Task<ReleaseView?> FindAsync(ReleaseId id, int atLeast, CancellationToken cancellationToken)
    {
        var view = await FindAsync(id, cancellationToken);
        return
            view?.Stored.Release.Revision < atLeast && await releases.FindKnownAsync(id, time.GetUtcNow(), cancellationToken) is { } stored
            ? new ReleaseView(stored)
            : view;
    }

    /// <summary>
    /// What was changed in a release since the public first saw it: one query, none while the release stays as it is.
    /// </summary>
    /// <returns>Null where it has one revision, or the public has seen none before this one.</returns>
    public async Task<RevisionHistory?> HistoryAsync(ReleaseView view, CancellationToken cancellationToken)
    {
        var release = view.Stored.Release;
        if (release.Revision == 1 || !release.EverShown)
        {
            return null;
        }

        var held = await cache.GetAsync<History>(
            "revisions:" + release.Id,
            async (known, ct) =>
                // What lacks a revision is read again, since the timer makes damaged ones again.
                known?.ETag == view.Stored.ETag
                && known.Value.IsWhole
                    ? known
                    : new History(await ReadHistoryAsync(view, ct), view.Stored.ETag),
            cancellationToken
        );
        return held!.Value;
    }

    private async Task<RevisionHistory> ReadHistoryAsync(ReleaseView view, CancellationToken cancellationToken)
    {
        var current = view.Stored.Release;
        var (older, isWhole, left) = (new List<TaggedRelease>(), true, RevisionHistory.MostCharacters - current.Content.BodyLength);
        var from = Math.Max(1, current.Revision - RevisionHistory.Most);
        await foreach (var revision in releases.ReadOlderAsync(current.Id, from, current.Revision - 1, cancellationToken))
        {
            isWhole &= revision.Tagged is not null;
            if (revision.Tagged is { } tagged)
            {
                older.Add(tagged);
                left -= tagged.Release.Content.BodyLength;
            }

            if (left <= 0)
            {
                break;
            }
        }

        older.Reverse();
        return RevisionHistory.Of(view.Stored.Tagged, older, isWhole);
    }

    private static string KeyOf(string slug) => "slug:" + slug;

    private sealed record History(RevisionHistory Value, ETag ETag) : ICached
    {
        public long Size =>
            1024 + Value.Changes.Sum(change => 1024L + (4L * change.Revision.Content.BodyHtml.Length) + change.Parts.Sum(PartSize));

        private static long PartSize(ChangedPart part) => part.Paragraphs.Sum(runs => runs.Sum(run => 64L + (2L * run.Text.Length)));
    }

    private sealed record KnownSlug(ReleaseId Id) : ICached
    {
        public long Size => 256;
    }
}
