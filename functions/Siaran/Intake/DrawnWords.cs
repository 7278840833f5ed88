using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>
/// Words that a page's style sheet puts before or behind an element that the page has: <c>article::before { content: "EMBARGO" }</c>.
/// </summary>
internal static class DrawnWords
{
    private const int MostSheets = 20;
    private const int LongestSheet = 200_000;
    private const int MostRules = 500;
    private const int LongestSelector = 200;
    private const int MostDrawn = 5;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Content = new(
        "content\\s*:\\s*(\"(?<words>[^\"\\\\\n{}]{3,200})\"|'(?<words>[^'\\\\\n{}]{3,200})')",
        Options
    );

    private static readonly GuardedRegex Place = new("::?(before|after)\\b", Options);

    /// <summary>Those of them that say that the page must wait.</summary>
    public static IEnumerable<string> In(IHtmlDocument page, PageElements elements) =>
        elements.StyleSheets.Take(MostSheets).SelectMany(sheet => In(page, sheet.TextContent)).Take(MostDrawn);

    private static IEnumerable<string> In(IHtmlDocument page, string sheet)
    {
        if (!sheet.Contains("content", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var start = sheet.Length > LongestSheet ? sheet[..LongestSheet] : sheet;
        foreach (var match in Content.Matches(start).Take(MostRules))
        {
            var words = match.Groups["words"].Value;
            if (HoldWords.Holds(HoldWords.Plain(words)) && Has(page, SelectorAbove(start, match.Index)))
            {
                yield return words;
            }
        }
    }

    /// <summary>The selector of the rule that a place in a sheet is within.</summary>
    private static string SelectorAbove(string sheet, int at)
    {
        var open = sheet.LastIndexOf('{', at);
        if (open < 0)
        {
            return "";
        }

        var begin = Math.Max(0, open - LongestSelector);
        var above = sheet[begin..open];
        return above[(above.LastIndexOfAny(['}', '{', ';', '/']) + 1)..].Trim();
    }

    private static bool Has(IHtmlDocument page, string selector)
    {
        try
        {
            return Place.Replace(selector, "") is { Length: > 0 } bare && page.QuerySelector(bare) is not null;
        }
        catch (DomException)
        {
            // A selector that nobody reads draws nothing.
            return false;
        }
    }
}
