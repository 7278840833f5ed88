namespace Siaran.Listings;

/// <summary>Makes one list of several listings.</summary>
internal static class ListingMerge
{
    /// <summary>The newest entries of any of them, each release once.</summary>
    // Open entries alone suffice: each listing's newest fifty are open, and the newest fifty of the
    // union are among them.
    public static IReadOnlyList<ListingEntry> Any(IEnumerable<Listing> listings) =>
        [.. Distinct(listings.SelectMany(listing => listing.Entries)).Order(Archive.Order).Take(Archive.Newest)];

    /// <summary>The newest entries that belong to every key. A tombstone belongs where every listing holds it.</summary>
    /// <param name="listings">One for each key.</param>
    /// <param name="keys">What an entry must belong to.</param>
    /// <param name="older">Entries of closed pages.</param>
    public static IReadOnlyList<ListingEntry> All(
        IReadOnlyList<Listing> listings,
        IReadOnlyList<FeedKey> keys,
        IReadOnlyList<ListingEntry> older
    )
    {
        // A tombstone keeps no tags, so nothing in it says which keys it had. That each listing has it is what is left to know.
        var buried = listings
            .Select(listing => listing.Entries.OfType<ListingEntry.Tombstone>().Select(entry => entry.Id).ToHashSet())
            .Aggregate((one, other) => [.. one.Intersect(other)]);
        var open = listings.SelectMany(listing => listing.Entries);
        // The intersection may need older ones: an entry can be new in one listing and long closed in
        // the other.
        return [.. Distinct(open.Concat(older)).Where(Belongs).Order(Archive.Order).Take(Archive.Newest)];

        bool Belongs(ListingEntry entry) =>
            entry switch
            {
                ListingEntry.Live live => !keys.Except(FeedKeys.Of(live.Tagged)).Any(),
                _ => buried.Contains(entry.Id),
            };
    }

    /// <summary>
    /// Of two entries with one id the later revision, and of equal ones the first, stays; a tombstone outdoes what was updated before it.
    /// </summary>
    // O(n) and not a merge of sorted lists: listings overlap, and a duplicate may be anywhere.
    public static IEnumerable<ListingEntry> Distinct(IEnumerable<ListingEntry> entries) =>
        entries.GroupBy(entry => entry.Id).Select(same => same.MaxBy(entry => (entry.UpdatedAt, Revision(entry)))!);

    private static int Revision(ListingEntry entry) => entry is ListingEntry.Live live ? live.Tagged.Release.Revision : int.MaxValue;
}
