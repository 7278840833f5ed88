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
