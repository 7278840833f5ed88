using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Siaran.LocalHost.Http;

/// <summary>
/// Looks for an address that two routes both match, by trying: segment by segment it fills in literals and sample values,
/// and keeps an address only when both routes' own matchers, constraints included, take it.
/// </summary>
internal static class SharedAddress
{
    private static readonly Regex Words = new("[A-Za-z0-9_-]+", RegexOptions.NonBacktracking);

    // Whether two templates with constraints overlap cannot be decided in general (a constraint is
    // code), so samples are tried: of each kind that constraints know, at their usual bounds. A
    // conflict that no sample meets slips through and is logged at its first request.
    private static readonly string[] Samples =
    [
        "a",
        "1",
        "0",
        "x1",
        "abc",
        "12",
        "123",
        "1234",
        "20241111",
        "2024-11-11",
        "2024-11-11T10:00:00",
        "true",
        "false",
        "1.5",
        "-1",
        "a-b",
        "a_b",
        "A",
        "a.b",
        "id",
        "en",
        "a@b",
        "1000000",
        "9999999999",
        "00000000-0000-0000-0000-000000000001",
        "0123456789abcdef0123456789abcdef",
        "aaaaaaaa",
        "aaaaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "é",
        "a b",
        "a%2Fb",
    ];

    /// <summary>A path that both routes match; null where none was found.</summary>
    public static string? Of(HttpRoute first, HttpRoute second)
    {
        var longest = Math.Max(first.Pattern.PathSegments.Count, second.Pattern.PathSegments.Count) + 1;
        for (var length = Math.Max(Required(first), Required(second)); length <= longest; length++)
        {
            if (OfLength(length, first, second) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private static int Required(HttpRoute route) =>
        route.Pattern.PathSegments.Count(segment =>
            segment.Parts
                is not [
                    RoutePatternParameterPart { IsOptional: true }
                    or RoutePatternParameterPart { IsCatchAll: true }
                    or RoutePatternParameterPart { Default: not null },
                ]
        );

    private static string? OfLength(int length, HttpRoute first, HttpRoute second)
    {
        // A parameter's constraints see its own value alone, so each segment can be chosen without the others.
        var candidates = new List<IReadOnlyList<string>>();
        for (var i = 0; i < length; i++)
        {
            var fitting = CandidatesAt(i, first, second).Where(text => Fits(first, i, text) && Fits(second, i, text)).Take(8).ToList();
            if (fitting.Count == 0)
            {
                return null;
            }
            candidates.Add(fitting);
        }

        return Combinations(candidates, 4096)
            .Select(segments => "/" + string.Join('/', segments))
            .FirstOrDefault(path =>
                first.Match(new PathString(path), null) is not null && second.Match(new PathString(path), null) is not null
            );
    }

    private static IEnumerable<string> CandidatesAt(int position, HttpRoute first, HttpRoute second) =>
        new[] { first, second }.SelectMany(route => Renderings(SegmentAt(route, position))).Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool Fits(HttpRoute route, int position, string text) =>
        SegmentAt(route, position) is { } segment && route.Takes(segment, text);

    private static RoutePatternPathSegment? SegmentAt(HttpRoute route, int position)
    {
        var segments = route.Pattern.PathSegments;
        if (position < segments.Count)
        {
            return segments[position];
        }
        return segments.Count > 0 && segments[^1].Parts[^1] is RoutePatternParameterPart { IsCatchAll: true } ? segments[^1] : null;
    }

    private static IEnumerable<string> Renderings(RoutePatternPathSegment? segment) =>
        segment is null
            ? []
            : Combinations(segment.Parts.Select(Renderings).ToList(), 2048)
                .Select(parts => string.Concat(parts))
                .Where(text => text.Length > 0);

    private static IReadOnlyList<string> Renderings(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => [literal.Content],
            RoutePatternSeparatorPart separator => [separator.Content, ""],
            RoutePatternParameterPart parameter =>
            [
                .. Suggested(parameter),
                .. Samples,
                .. parameter.IsOptional ? [""] : Array.Empty<string>(),
            ],
            _ => Samples,
        };

    /// <summary>Values that a parameter's constraints themselves speak of: words, numbers, and texts of those lengths.</summary>
    private static IEnumerable<string> Suggested(RoutePatternParameterPart parameter)
    {
        foreach (var policy in parameter.ParameterPolicies)
        {
            foreach (var word in Words.Matches(policy.Content ?? "").Select(match => match.Value))
            {
                yield return word;
                if (int.TryParse(word, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 2048)
                {
                    yield return new string('a', length);
                }
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Combinations(IReadOnlyList<IReadOnlyList<string>> choices, int limit) =>
        choices
            .Aggregate(
                (IEnumerable<IReadOnlyList<string>>)
                    [
                        [],
                    ],
                (soFar, next) => soFar.SelectMany(chosen => next.Select(one => (IReadOnlyList<string>)[.. chosen, one]))
            )
            .Take(limit);
}
