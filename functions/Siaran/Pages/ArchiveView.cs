using System.Globalization;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Search;

namespace Siaran.Pages;

/// <summary>What the page of a feed's archive shows: the releases of a month, of a year, or all of them.</summary>
public sealed record ArchiveView
{
    /// <summary>Whose archive it is.</summary>
    public required FeedKey Key { get; init; }

    public required string Title { get; init; }

    public int? Year { get; init; }

    /// <summary>From 1; only with <see cref="Year"/>.</summary>
    public int? Month { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>All releases of the month, the year or the feed.</summary>
    public required int Total { get; init; }

    /// <summary>Of the whole feed, newest first.</summary>
    public required IReadOnlyList<MonthCount> Months { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>The month or year after this one that has releases; null for the newest.</summary>
    public string? Later => Neighbour(isLater: true);

    /// <summary>The month or year before this one that has releases; null for the oldest.</summary>
    public string? Earlier => Neighbour(isLater: false);

    /// <summary>Where the archive of a feed begins, to be put after the site's root.</summary>
    public static string AddressOf(FeedKey key) => key == FeedKey.All ? "releases" : $"releases?feed={key}";

    /// <summary>An address within this archive, to be put after the site's root.</summary>
    /// <param name="period">As <c>2025</c> or <c>2025-03</c>; null for all.</param>
    /// <param name="page">From 1.</param>
    public string Address(string? period, int page = 1)
    {
        string?[] pairs =
        [
            Key == FeedKey.All ? null : $"feed={Key}",
            period is null ? null : (period.Length == 4 ? "year=" : "month=") + period,
            page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"page={page}"),
        ];
        var query = string.Join('&', pairs.OfType<string>());
        return query.Length > 0 ? "releases?" + query : "releases";
    }

    /// <summary>This page's own address, with another page's number.</summary>
    public string At(int page) => Address(Period, page);

    /// <summary><c>2025</c>, <c>2025-03</c>, or null.</summary>
    public string? Period =>
        Month is { } month ? PeriodOf(new DateOnly(Year!.Value, month, 1))
        : Year is { } year ? YearOf(year)
        : null;

    public static string PeriodOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string YearOf(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private string? Neighbour(bool isLater)
    {
        var periods = Month is not null
            ? Months.Select(month => PeriodOf(month.First))
            : Months.Select(month => YearOf(month.First.Year)).Distinct();
        var others = periods.Where(period =>
            Period is not null && string.CompareOrdinal(period, Period) is var order && (isLater ? order > 0 : order < 0)
        );
        return isLater ? others.LastOrDefault() : others.FirstOrDefault();
    }
}
