using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Reads the directory of feeds, named in the site's language, through the cache.</summary>
internal static class FeedDirectories
{
    /// <summary>More keys than anybody would read in one document.</summary>
    public const int MostKeys = 5000;

    public static async Task<DirectoryDocuments> ReadAsync(
        DocumentCache cache,
        IListings listings,
        Site site,
        CancellationToken cancellationToken
    ) =>
        (
            await cache.GetAsync<DirectoryDocuments>(
                // The count of what is due is part of the key: a directory from before an embargo ended
                // is another one.
                $"feeds {await listings.CountDueAsync(cancellationToken)}",
                async (held, ct) =>
                {
                    var keys = (await listings.ListKeysAsync(null, MostKeys, ct)).Select(key => SiteNames.In(key, site)).ToList();
                    return held is not null && keys.SequenceEqual(held.Directory.Keys)
                        ? held
                        : new DirectoryDocuments(new FeedDirectory(keys));
                },
                cancellationToken
            )
        )!;
}
