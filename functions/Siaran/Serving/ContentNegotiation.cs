using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Siaran.Serving;

/// <summary>Chooses a media type (RFC 9110 §12.5.1).</summary>
public static class ContentNegotiation
{
    /// <summary>
    /// The index of the offer that the client likes best, of equals the first; -1 where it wants none of them. Without a usable header the
    /// first.
    /// </summary>
    /// <param name="accept">The header.</param>
    /// <param name="offers">Media types without parameters.</param>
    public static int Choose(StringValues accept, params IReadOnlyList<string> offers)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
        {
            return 0;
        }

        // Of equals the first offer: −index breaks the tie.
        var best = Enumerable.Range(0, offers.Count).MaxBy(index => (Quality(ranges, offers[index]), -index));
        return Quality(ranges, offers[best]) > 0 ? best : -1;
    }

    /// <summary>
    /// The index of the language that the client likes best, of equals the first that it names; -1 where it names none of them, or
    /// likes any other as well (RFC 9110 §12.5.4, by lookup as in RFC 4647 §3.4: <c>en-GB</c> is content with <c>en</c>).
    /// </summary>
    /// <param name="accept">The header.</param>
    /// <param name="offers">Languages without subtags.</param>
    public static int ChooseLanguage(StringValues accept, IReadOnlyList<string> offers)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accept, out var ranges))
        {
            return -1;
        }

        foreach (var range in ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
        {
            var language = range.Value.Value?.Split('-', 2)[0];
            if (language is "*")
            {
                return -1;
            }

            for (var i = 0; i < offers.Count; i++)
            {
                if (offers[i].Equals(language, StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>That of the most specific range that covers the type.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> ranges, string type)
    {
        var offer = new MediaTypeHeaderValue(type);
        // The most specific range counts and not the best one: "text/html;q=0, */*" refuses pages.
        var covering = ranges
            .Where(range =>
                range.MatchesAllTypes || (Same(range.Type, offer.Type) && (range.MatchesAllSubTypes || Same(range.SubType, offer.SubType)))
            )
            .MaxBy(range =>
                range.MatchesAllTypes ? 0
                : range.MatchesAllSubTypes ? 1
                : 2
            );
        return covering is null ? 0 : covering.Quality ?? 1;
    }

    private static bool Same(StringSegment one, StringSegment other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
