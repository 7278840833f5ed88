using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>What a request under <c>/feeds/</c> comes to.</summary>
internal abstract record FeedRequest
{
    private FeedRequest() { }

    /// <summary>A well-formed question. <paramref name="Format"/> is null where <c>Accept</c> is to choose.</summary>
    public sealed record Asked(FeedQuery Query, IFeedFormat? Format) : FeedRequest
    {
        /// <summary>The same for every format of a feed.</summary>
        public string CacheKey { get; } = Query.Address("");

        /// <summary>What its requests are counted under: tags are too many to count each, so theirs go together by kind.</summary>
        public string CountedAs { get; } =
            Query.IsCustom ? "custom"
            : Query.Keys[0] is { Kind: FeedKind.Tag } tag ? $"tag:{tag.Tag?.Kind}"
            : Query.Keys[0].ToString();
    }

    /// <summary>The same question under its one address, relative to the request's own.</summary>
    public sealed record Moved(string Location) : FeedRequest;

    /// <summary>No feed can have such a name.</summary>
    public sealed record Unknown(string Name) : FeedRequest;

    /// <summary>OPML of all feeds.</summary>
    public sealed record Outline : FeedRequest;

    public sealed record Refused(ProblemResult Problem) : FeedRequest;

    private const int LongestQuery = 2048;
    private const string Custom = "custom";

    /// <param name="name">What comes after <c>/feeds/</c>, unescaped.</param>
    /// <param name="queryString">As sent, with its question mark.</param>
    public static FeedRequest Read(string name, QueryString queryString)
    {
        // Before anything is parsed: parameters are kept as pairs, and their number must be bounded.
        if (queryString.Value is { Length: > LongestQuery })
        {
            return new Refused(
                new ProblemResult(StatusCodes.Status414UriTooLong, "Address too long", $"The query may have {LongestQuery} characters.")
            );
        }

        if (name == Opml.FileName)
        {
            return new Outline();
        }

        var dot = name.LastIndexOf('.');
        var (stem, extension) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..].ToLowerInvariant());
        var format = FeedFormats.Of(extension);
        if (dot >= 0 && format is null)
        {
            var known = string.Join(", ", FeedFormats.All.Select(each => "." + each.Extension));
            return new Refused(ProblemResult.NotFound($"No feed has that extension. There are {known}, or none to choose by Accept."));
        }

        var parameters = new FeedParameters(queryString);
        if (parameters.Problem is { } problem)
        {
            return new Refused(problem);
        }

        return string.Equals(stem, Custom, StringComparison.OrdinalIgnoreCase)
            ? ReadCustom(name, parameters, format)
            : ReadPlain(name, stem, parameters, format);
    }

    private static FeedRequest ReadPlain(string name, string stem, FeedParameters parameters, IFeedFormat? format)
    {
        if (!FeedKey.TryParse(stem, out var key))
        {
            return new Unknown(stem);
        }

        var query = FeedQuery.Of(key) with { SummaryOnly = parameters.SummaryOnly, Page = parameters.Page };
        var address = Address(query, format);
        // One feed, one address: other spellings are redirected, so that caches and hubs hold one
        // document.
        return name == address.Split('?')[0] ? new Asked(query, format) : new Moved("./" + address);
    }

    private static FeedRequest ReadCustom(string name, FeedParameters parameters, IFeedFormat? format)
    {
        if (parameters.Keys.Count == 0)
        {
            return new Refused(ProblemResult.BadRequest("A custom feed needs at least one of tag, agency, region, label, language."));
        }

        if (parameters.Page is not null)
        {
            return new Refused(ProblemResult.BadRequest("A custom feed has no archive pages; the feeds of its keys have."));
        }

        var query = FeedQuery.Of(parameters.Keys, parameters.Match) with { SummaryOnly = parameters.SummaryOnly };
        var address = Address(query, format);
        var isCanonical = query.IsCustom && name == address.Split('?')[0] && parameters.Pairs.SequenceEqual(query.Pairs());
        return isCanonical ? new Asked(query, format) : new Moved("./" + address);
    }

    private static string Address(FeedQuery query, IFeedFormat? format) => query.Address(format?.Extension ?? "")["feeds/".Length..];

    /// <summary>The parameters that feeds know; all others are passed over.</summary>
    private sealed class FeedParameters
    {
        public FeedParameters(QueryString queryString)
        {
            foreach (var pair in new QueryStringEnumerable(queryString.Value))
            {
                Take(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            }
        }

        public ProblemResult? Problem { get; private set; }

        public List<KeyValuePair<string, string>> Pairs { get; } = [];

        public List<FeedKey> Keys { get; } = [];

        public FeedMatch Match { get; private set; }

        public bool SummaryOnly { get; private set; }

        public int? Page { get; private set; }

        private void Take(string name, string value)
        {
            Pairs.Add(new(name, value));
            var accepted = name switch
            {
                "tag" => AddKey($"tag:{value}"),
                "agency" or "region" or "label" or "language" => AddKey($"{name}:{value}"),
                "match" => Once(name) && TakeMatch(value),
                "content" => Once(name) && TakeContent(value),
                "page" => Once(name) && TakePage(value),
                // Unknown parameters are passed over: links are shared with tracking parameters on
                // them.
                _ => true,
            };
            if (!accepted)
            {
                Problem ??= ProblemResult.BadRequest(Rule(name));
            }
        }

        private bool AddKey(string text)
        {
            if (Keys.Count >= FeedQuery.MostKeys || !FeedKey.TryParse(text, out var key))
            {
                return false;
            }

            Keys.Add(key);
            return true;
        }

        private bool TakeMatch(string value)
        {
            Match = value == "any" ? FeedMatch.Any : FeedMatch.All;
            return value is "all" or "any";
        }

        private bool TakeContent(string value)
        {
            SummaryOnly = value == "summary";
            return value is "full" or "summary";
        }

        private bool TakePage(string value)
        {
            Page = PageNumber.Read(value, FeedQuery.LastPage);
            return Page is not null;
        }

        private bool Once(string name) => Pairs.Count(pair => pair.Key == name) == 1;

        private static string Rule(string name) =>
            name switch
            {
                "tag" => $"tag is kind:slug, such as topic:ekonomi; there may be {FeedQuery.MostKeys} keys in all.",
                "match" => "match is all or any, and is given once.",
                "content" => "content is full or summary, and is given once.",
                "page" => $"{PageNumber.Rule(FeedQuery.LastPage)}, and is given once.",
                _ =>
                    $"{name} is a slug: a–z, 0–9 and hyphens, at most {Releases.Slug.MaxLength} characters; there may be {FeedQuery.MostKeys} keys in all.",
            };
    }
}
