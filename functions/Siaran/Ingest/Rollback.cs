using Siaran.Related;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>
/// Takes back a revision that was stored and can never be published: the page, the listings and the lists of related news show the revision
/// before it again, or nothing where there was none. Another instance that has the same upload in hand cannot bring it back.
/// </summary>
public sealed class Rollback(
    ReleaseTable releases,
    UploadDecisions decisions,
    ListingTable listings,
    ChangeLog changes,
    RelatedIndexer indexer,
    Translations translations,
    TimeProvider time
)
{
    /// <summary>Repeating it after it was cut short goes on; the upload must stay in <c>incoming</c> until it has ended well.</summary>
    /// <param name="id">The release.</param>
    /// <param name="made">The revision; null where it was not made here.</param>
    /// <param name="upload">The upload that made it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>
    /// The original in <c>accepted</c> of the revision, which nothing must be made of any more; null where nothing is to be taken back:
    /// another revision has followed, or the change log names it, so that it is published.
    /// </returns>
    public async Task<string?> TakeBackAsync(ReleaseId id, TaggedRelease? made, IncomingUpload upload, CancellationToken cancellationToken)
    {
        var current = await releases.FindAsync(id, cancellationToken);
        var original =
            current?.UploadVersion == upload.VersionName
                ? await TakeBackAsync(current, cancellationToken)
                : (await decisions.FindAsync(id, upload, cancellationToken)).TakenBack;
        if (original is null)
        {
            return null;
        }

        // Also where another instance took it back: this one may have related it since.
        await RelateAsync(id, made, cancellationToken);
        await translations.FollowAsync(id, cancellationToken);
        return original;
    }

    private async Task<string?> TakeBackAsync(StoredRelease current, CancellationToken cancellationToken)
    {
        // The change log is the point of no return: what partners were given may be corrected, never taken back. So it comes first.
        // Listings come before the release, which remembers the feeds that a run which dies here has to go on with.
        if (!await changes.TryTakeBackAsync(current, cancellationToken))
        {
            return null;
        }

        var (id, revision) = (current.Release.Id, current.Release.Revision);
        var previous = revision == 1 ? null : await releases.FindOlderAsync(id, revision - 1, cancellationToken);
        await LeaveAsync([.. ChangesOf(current, previous)], cancellationToken);
        return await releases.TryTakeBackAsync(current, previous, cancellationToken) ? current.Original : null;
    }

    private async Task LeaveAsync(IReadOnlyList<ListingChange> changes, CancellationToken cancellationToken)
    {
        if (await TryLeaveAsync(changes, cancellationToken))
        {
            return;
        }

        foreach (var change in changes)
        {
            await TryLeaveAsync([change], cancellationToken);
        }
    }

    /// <returns>
    /// False where storage never takes one of the changes, whoever writes it: then there is nothing of the revision in that listing.
    /// </returns>
    private async Task<bool> TryLeaveAsync(IReadOnlyList<ListingChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            await listings.CommitAsync(changes, (_, _) => Task.CompletedTask, cancellationToken);
            return true;
        }
        catch (Exception ex) when (StorageFailure.IsPermanent(ex))
        {
            return false;
        }
    }

    private IEnumerable<ListingChange> ChangesOf(StoredRelease current, StoredRelease? previous) =>
        Publisher
            .ChangesOf((previous ?? current) with { FeedKeys = current.FeedKeys }, time.GetUtcNow())
            .Select(change =>
                change with
                {
                    Entry = previous is null ? null : change.Entry,
                    Edition = previous?.Tagged.Edition ?? default,
                    // TakesBack lets the older edition in, which ListingCommit would refuse as late.
                    TakesBack = new TakenBackRevision(current.Release.Revision, current.UploadVersion),
                }
            );

    private async Task RelateAsync(ReleaseId id, TaggedRelease? made, CancellationToken cancellationToken)
    {
        var now = await releases.FindAsync(id, cancellationToken);
        if (now?.Release.VisibilityAt(time.GetUtcNow()) is Visibility.Visible or Visibility.Withdrawn)
        {
            await indexer.RelateAsync([now.Tagged], cancellationToken);
        }
        else if (made is not null)
        {
            await indexer.ForgetAsync(made, cancellationToken);
        }
    }
}
