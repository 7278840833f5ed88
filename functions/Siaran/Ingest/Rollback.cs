using Siaran.Related;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>
/// Takes back a revision that was stored and can never be published: the page, the listings and the lists of related news show the revision
/// before it again, or nothing where there was none.
/// </summary>
public sealed class Rollback(
    ReleaseTable releases,
    ListingTable listings,
    ChangeLog changes,
    RelatedIndexer indexer,
    Translations translations,
    TimeProvider time
)
{
    /// <summary>Repeating it after it was cut short goes on; the upload must stay in <c>incoming</c> until it has ended well.</summary>
    /// <param name="id">The release.</param>
    /// <param name="upload">The upload that made the revision.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>
    /// The revision as it was stored; null where nothing is to be taken back: another revision has followed, or the change log names it, so
    /// that it is published.
    /// </returns>
    public async Task<StoredRelease?> TakeBackAsync(ReleaseId id, IncomingUpload upload, CancellationToken cancellationToken)
    {
        if (
            await releases.FindAsync(id, cancellationToken) is not { } current
            || current.UploadVersion != upload.VersionName
            // The change log is the point of no return: what partners were given may be corrected,
            // never taken back.
            || (await changes.LastNotedAsync(current.Release, cancellationToken)).Revision >= current.Release.Revision
        )
        {
            return null;
        }

        var revision = current.Release.Revision;
        var previous = revision == 1 ? null : await releases.FindOlderAsync(id, revision - 1, cancellationToken);
        if (!await releases.TryTakeBackAsync(current, previous, cancellationToken))
        {
            return null;
        }

        await listings.CommitAsync([.. ChangesOf(current, previous)], (_, _) => Task.CompletedTask, cancellationToken);
        await RelateAsync(current, previous, cancellationToken);
        await translations.FollowAsync(id, cancellationToken);
        return current;
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
                    TakesBack = current.Release.Revision,
                }
            );

    private async Task RelateAsync(StoredRelease current, StoredRelease? previous, CancellationToken cancellationToken)
    {
        if (previous?.Release.VisibilityAt(time.GetUtcNow()) is Visibility.Visible or Visibility.Withdrawn)
        {
            await indexer.RelateAsync([previous.Tagged], cancellationToken);
        }
        else
        {
            await indexer.ForgetAsync(current.Tagged, cancellationToken);
        }
    }
}
