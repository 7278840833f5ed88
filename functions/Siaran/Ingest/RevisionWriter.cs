using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Writes revisions, with the translations of a release always behind it.</summary>
public sealed class RevisionWriter(ReleaseTable releases, Translations translations)
{
    /// <inheritdoc cref="ReleaseTable.ClaimSlugAsync"/>
    public Task<ClaimedSlug> ClaimSlugAsync(Release release, CancellationToken cancellationToken) =>
        releases.ClaimSlugAsync(release, cancellationToken);

    /// <summary>
    /// Lets translations that wait for a release follow it, where it is there once more after its first revision was taken back.
    /// </summary>
    public Task ReturnAsync(Release release, CancellationToken cancellationToken) =>
        translations.FollowAsync(new Original(release.Id, release.KnownFrom()), cancellationToken);

    /// <param name="previous">The current revision; null for a first one.</param>
    /// <param name="next">What follows it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>False where another writer was faster.</returns>
    public async Task<bool> TryWriteAsync(StoredRelease? previous, StoredRelease next, CancellationToken cancellationToken)
    {
        if (previous is null)
        {
            return await releases.TryAddAsync(next, cancellationToken);
        }

        var (id, knownFrom) = (next.Release.Id, next.Release.KnownFrom());
        if (knownFrom <= previous.Release.KnownFrom())
        {
            // Sooner or the same: translations follow when it is published.
            return await releases.TryReviseAsync(previous, next, cancellationToken);
        }

        // Later: translations go first, so that none is out where a run dies between.
        await translations.FollowAsync(new Original(id, knownFrom), cancellationToken);
        var written = false;
        try
        {
            return written = await releases.TryReviseAsync(previous, next, cancellationToken);
        }
        finally
        {
            if (!written)
            {
                await translations.FollowAsync(await translations.OriginalAsync(id, cancellationToken), cancellationToken);
            }
        }
    }
}
