using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>
/// A page's elements of the kinds that are asked for by name again and again, in the page's order. One walk finds them all, where each
/// selector walks the whole page.
/// </summary>
internal sealed class PageElements
{
    private readonly Dictionary<string, List<IElement>> byName = new(StringComparer.Ordinal)
    {
        ["title"] = [],
        ["meta"] = [],
        ["link"] = [],
        ["base"] = [],
        ["script"] = [],
        ["style"] = [],
        ["input"] = [],
        ["h1"] = [],
    };

    /// <summary>What the classes of a box are called that holds a text's label or who wrote it, in part.</summary>
    private static readonly SearchValues<string> NamesOfWriting = SearchValues.Create(
        ["author", "cat-links", "entry-category", "post-category", "entry-header"],
        StringComparison.Ordinal
    );

    /// <summary>What the classes of a date are called that is not marked up as a time, in part.</summary>
    private static readonly SearchValues<string> NamesOfDates = SearchValues.Create(
        ["date", "tanggal", "waktu", "posted", "published"],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly List<IElement> ofWriting = [];
    private readonly List<IElement> dated = [];

    public PageElements(IHtmlDocument page)
    {
        foreach (var element in page.All)
        {
            if (byName.TryGetValue(element.LocalName, out var known))
            {
                known.Add(element);
            }

            var names = element.ClassName;
            if (names.AsSpan().ContainsAny(NamesOfWriting) || element.HasAttribute("itemprop") || element.HasAttribute("rel"))
            {
                ofWriting.Add(element);
            }

            if (element.LocalName is "h1" or "time" || names.AsSpan().ContainsAny(NamesOfDates))
            {
                dated.Add(element);
            }
        }
    }

    /// <summary>What says by microdata, a link's relation or a known class that it holds a label or who wrote the text.</summary>
    public IReadOnlyList<IElement> MayBeOfWriting => ofWriting;

    /// <summary>Headlines and what may hold a date: times, and what a class calls one.</summary>
    public IReadOnlyList<IElement> MayBeDated => dated;

    /// <summary>What the page calls itself: the text of each of its titles, those of its drawings too.</summary>
    public IReadOnlyList<IElement> Titles => byName["title"];

    public IReadOnlyList<IElement> Metadata => byName["meta"];

    public IReadOnlyList<IElement> Headlines => byName["h1"];

    public IReadOnlyList<IElement> StyleSheets => byName["style"];

    /// <summary>JSON-LD. Its media type may have parameters: <c>application/ld+json; charset=utf-8</c>.</summary>
    public IEnumerable<IElement> Data =>
        byName["script"]
            .Where(script => script.GetAttribute("type")?.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>Where the page says that it is at home, as written; or null.</summary>
    public string? Canonical => byName["link"].Find(IsCanonical)?.GetAttribute("href");

    /// <summary>Where its relative addresses lead, as written; or null.</summary>
    public string? Base => byName["base"].Find(element => element.HasAttribute("href"))?.GetAttribute("href");

    /// <summary>Whether it asks for a password.</summary>
    public bool HasPassword =>
        byName["input"].Exists(input => "password".Equals(input.GetAttribute("type"), StringComparison.OrdinalIgnoreCase));

    private static bool IsCanonical(IElement link) =>
        link.GetAttribute("rel") is { } rel
        && rel.Contains("canonical", StringComparison.Ordinal)
        && rel.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains("canonical");
}
