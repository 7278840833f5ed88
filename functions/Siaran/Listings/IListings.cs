namespace Siaran.Listings;

/// <summary>The releases of every feed, as stored. Embargoed ones are in none.</summary>
public interface IListings
{
    /// <summary>One point read. Null for a key under which no release was ever listed.</summary>
    Task<ListingHead?> ReadHeadAsync(FeedKey key, CancellationToken cancellationToken);

    /// <summary>
    /// One query of one partition: the head and every open entry. Null as above; a key that has lost all its releases gives an empty
    /// listing.
    /// </summary>
    Task<Listing?> ReadAsync(FeedKey key, CancellationToken cancellationToken);

    /// <summary>One query of one partition: a closed page. Null where it is not there.</summary>
    Task<ListingPage?> ReadPageAsync(FeedKey key, int page, CancellationToken cancellationToken);

    /// <summary>Keys that exist, in ordinal order, at most <paramref name="limit"/>.</summary>
    /// <param name="kind">Only keys of one kind; null for all.</param>
    /// <param name="limit">At least 1.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<ListedKey>> ListKeysAsync(FeedKind? kind, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// One point read. A number that rises whenever <see cref="ListKeysAsync"/> would answer otherwise than before; 0 where there are no
    /// keys.
    /// </summary>
    Task<long> ReadKeysVersionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// How many releases are out whose embargo has ended since the last run: what is kept of the directory is of no use once this changes.
    /// </summary>
    Task<int> CountDueAsync(CancellationToken cancellationToken);
}
