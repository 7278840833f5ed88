using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Search;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>What the address of a search asks for.</summary>
internal sealed record SearchRequest
{
    /// <summary>Hundreds of releases that nobody reads in their order: more words find what is further down.</summary>
    public const int MostPages = 40;

    private const int LongestQuery = 2048;

    public required SearchQuery Query { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The same question in its canonical form, which is also the feed of what it finds.</summary>
    public FeedQuery Feed => FeedQuery.OfSearch(Pairs());

    /// <param name="queryString">As sent, with its question mark. Empty parameters, as forms send them, count for nothing.</param>
    /// <param name="site">In whose zone the days are.</param>
    /// <param name="problem">What is wrong and how it should be.</param>
    /// <returns>Null where a parameter cannot be used.</returns>
    public static SearchRequest? Read(QueryString queryString, Site site, out ProblemResult? problem)
    {
        if (queryString.Value is { Length: > LongestQuery })
        {
            problem = new(StatusCodes.Status414UriTooLong, "Address too long", $"The query may have {LongestQuery} characters.");
            return null;
        }

        var parameters = new Parameters();
        foreach (var pair in new QueryStringEnumerable(queryString.Value))
        {
            parameters.Take(pair.DecodeName().ToString(), pair.DecodeValue().ToString().Trim());
        }

        problem = parameters.Problem is { } rule ? ProblemResult.BadRequest(rule) : null;
        return problem is null ? parameters.ToRequest(site) : null;
    }

    private IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Query.Text.Length > 0)
        {
            yield return new("q", Query.Text);
        }

        foreach (var key in Query.Keys.Order())
        {
            yield return FeedQuery.Parameter(key);
        }

        if (From is { } from)
        {
            yield return new("from", from.ToString("O", CultureInfo.InvariantCulture));
        }

        if (To is { } to)
        {
            yield return new("to", to.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    private sealed class Parameters
    {
        private readonly List<FeedKey> keys = [];
        private string text = "";
        private DateOnly? from;
        private DateOnly? to;
        private int page = 1;

        public string? Problem { get; private set; }

        public void Take(string name, string value)
        {
            if (value.Length == 0)
            {
                return;
            }

            Problem ??= name switch
            {
                "q" => TakeText(value),
                "tag" or "agency" or "region" or "label" or "language" => TakeKey(name, value),
                "from" => TakeDay(value, ref from) ? null : "from is a day such as 2025-03-12.",
                "to" => TakeDay(value, ref to) ? null : "to is a day such as 2025-03-12.",
                "page" => TakePage(value) ? null : $"{PageNumber.Rule(MostPages)}.",
                _ => null,
            };
        }

        private bool TakePage(string value)
        {
            var read = PageNumber.Read(value, MostPages);
            page = read ?? page;
            return read is not null;
        }

        public SearchRequest ToRequest(Site site)
        {
            var typed = SearchParser.Parse(text);
            return new SearchRequest
            {
                Query = typed with
                {
                    Keys = [.. typed.Keys.Concat(keys).Distinct().Take(SearchQuery.MostKeys)],
                    From = from is { } first ? site.StartOf(first) : null,
                    Before = to is { } last ? site.StartOf(last.AddDays(1)) : null,
                },
                From = from,
                To = to,
                Page = page,
            };
        }

        private string? TakeText(string value)
        {
            text = value;
            return value.Length <= SearchQuery.LongestText ? null : $"q may have {SearchQuery.LongestText} characters.";
        }

        private string? TakeKey(string name, string value)
        {
            if (keys.Count >= SearchQuery.MostKeys || !FeedKey.TryParse($"{name}:{value}", out var key))
            {
                return $"{name} is as in the address of a feed, such as region=lombok-timur or tag=topic:ekonomi; there may be {SearchQuery.MostKeys} in all.";
            }

            keys.Add(key);
            return null;
        }

        private static bool TakeDay(string value, ref DateOnly? day)
        {
            var isDay =
                DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                && read.Year is >= 1900 and < 2200;
            day = read;
            return isDay;
        }
    }
}
