using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Search;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>
/// Answers <c>/releases</c>: every release there is, or every one of a feed, by year and month back to the first. The search index counts
/// and finds them, so a page takes a few reads however old it is.
/// </summary>
public sealed class ArchiveEndpoint(
    SearchIndex index,
    FeedService feeds,
    PageRenderer pages,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    public const int PageSize = 25;

    /// <summary>Older releases are found by their month.</summary>
    public const int MostPages = 400;

    /// <summary>200, 400 for a parameter that cannot be used, 404 where there is nothing, 503 where storage does not answer.</summary>
    public Task<IResult> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        availability.AnswerAsync("releases", ct => AnswerAsync(request, ct), cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (ArchiveRequest.Read(request.Query, out var problem) is not { } asked)
        {
            return ProblemResult.BadRequest(problem!);
        }

        var listed = (await feeds.DirectoryAsync(cancellationToken)).Keys.FirstOrDefault(each => each.Key == asked.Key);
        if (listed is null && asked.Key != FeedKey.All)
        {
            return ProblemResult.NotFound("There is no such feed. All feeds are listed at " + site.Address("feeds").AbsoluteUri);
        }

        if (await ViewAsync(asked, listed?.Title ?? FeedKeys.AllTitle, cancellationToken) is not { } view)
        {
            return ProblemResult.NotFound("There are no releases there. The archive begins at " + site.Address("releases").AbsoluteUri);
        }

        var language = AskedLanguage.Of(request, site);
        var page = new Document(PageRenderer.MediaType, await pages.ArchiveAsync(view, language.Page), null);
        return PageResult.Of(page, language, site, time.GetUtcNow(), isChosen: false);
    }

    /// <returns>Null where there is nothing.</returns>
    private async Task<ArchiveView?> ViewAsync(ArchiveRequest asked, string title, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<FeedKey> keys = asked.Key == FeedKey.All ? [] : [asked.Key];
        var months = await index.CountMonthsAsync(keys, site.StartOf, now, cancellationToken);
        var total = months.Where(asked.Holds).Sum(month => month.Count);
        var last = Math.Min(MostPages, (total + PageSize - 1) / PageSize);
        if (asked.Page > Math.Max(1, last) || (asked.Year is not null && total == 0))
        {
            return null;
        }

        var query = SearchQuery.All with
        {
            Keys = keys,
            From = asked.First is { } first ? site.StartOf(first) : null,
            Before = asked.End is { } end ? site.StartOf(end) : null,
        };
        var window = new SearchWindow((asked.Page - 1) * PageSize, PageSize) { ByTime = true };
        var found = await index.FindAsync(query, window, now, cancellationToken);
        return new ArchiveView
        {
            Key = asked.Key,
            Title = title,
            Year = asked.Year,
            Month = asked.Month,
            Page = asked.Page,
            Pages = last,
            Total = total,
            Months = months,
            Entries = [.. found.Hits.Select(hit => FeedEntries.Of(hit.Tagged, site, summaryOnly: true))],
        };
    }

    /// <param name="Key">Whose archive.</param>
    /// <param name="Year">Null for all.</param>
    /// <param name="Month">From 1; only with a year.</param>
    /// <param name="Page">From 1.</param>
    private sealed record ArchiveRequest(FeedKey Key, int? Year, int? Month, int Page)
    {
        public DateOnly? First => Year is { } year ? new DateOnly(year, Month ?? 1, 1) : null;

        public DateOnly? End => Month is null ? First?.AddYears(1) : First?.AddMonths(1);

        public bool Holds(MonthCount month) => First is null || (month.First >= First && month.First < End);

        public static ArchiveRequest? Read(IQueryCollection query, out string? problem)
        {
            var (key, day) = (FeedKey.All, default(DateOnly));
            string? feed = Given("feed"),
                year = Given("year"),
                month = Given("month"),
                number = Given("page");
            var page = number is null ? 1 : PageNumber.Read(number, MostPages);
            problem =
                feed is not null && !FeedKey.TryParse(feed, out key) ? "feed is as in the address of a feed, such as region:lombok-timur."
                : year is not null && !IsPeriod(year, "yyyy", out day) ? "year is such as 2025."
                : month is not null && !IsPeriod(month, "yyyy-MM", out day) ? "month is such as 2025-03."
                : year is not null && month is not null && !month.StartsWith(year, StringComparison.Ordinal)
                    ? "month names its year itself; year may only be the same."
                : page is null ? $"{PageNumber.Rule(MostPages)}."
                : null;
            return problem is null ? new(key, day == default ? null : day.Year, month is null ? null : day.Month, page!.Value) : null;

            string? Given(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
        }

        private static bool IsPeriod(string value, string format, out DateOnly day) =>
            DateOnly.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year is >= 1900 and < 2200;
    }
}
