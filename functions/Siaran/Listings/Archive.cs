namespace Siaran.Listings;

/// <summary>When a listing's older entries are closed into a page that never changes again (RFC 5005 §4).</summary>
/// <remarks>
/// The newest <see cref="Newest"/> entries are always open, and the open ones are just what the subscription document shows.
/// </remarks>
public static class Archive
{
    // Entries enter as open. Once ClosesAt are open, the PageSize oldest become the next closed page. A
    // late or revised old entry enters as open and is closed in its turn; the page that holds its
    // former revision stays, since of two entries with one id the later page's counts. Which entries
    // share a page follows from the releases alone as long as none comes later than Newest newer ones.

    /// <summary>Entries that a subscription document holds at least, if there are as many.</summary>
    public const int Newest = 50;

    public const int PageSize = 25;

    /// <summary>Open entries at which a page is closed.</summary>
    public const int ClosesAt = Newest + PageSize;

    /// <summary>The order of entries in every document: newest first, then by id.</summary>
    public static IComparer<ListingEntry> Order { get; } =
        Comparer<ListingEntry>.Create(
            (one, other) => other.PublishAt.CompareTo(one.PublishAt) is var byTime and not 0 ? byTime : one.Id.CompareTo(other.Id)
        );

    /// <summary>The open entries that make the next closed page, oldest last; none as long as there is no page to close.</summary>
    public static IReadOnlyList<T> ToClose<T>(IReadOnlyCollection<T> openNewestFirst) =>
        openNewestFirst.Count < ClosesAt ? [] : [.. openNewestFirst.Skip(openNewestFirst.Count - PageSize)];
}
