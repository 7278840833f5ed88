using AngleSharp.Dom;
using Siaran.Intake.Articles;

namespace Siaran.Intake;

/// <summary>Knows what portals put around a release: share bars, related news, comment forms.</summary>
internal static class BoilerplateMarkup
{
    private const int LongestId = 200;
    private const int MostNames = 40;
    private const int LeastSpaces = 4;

    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "navigation",
        "complementary",
        "search",
        "banner",
        "contentinfo",
        "dialog",
    };

    private static readonly HashSet<string> Droppable = new(
        "div section ul ol p span header article h2 h3 h4 h5 h6 a figure table blockquote".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly GuardedRegex NoSize = new(
        "font-size:0(px|pt|em|rem|%)?(;|!|$)",
        System.Text.RegularExpressions.RegexOptions.IgnoreCase
    );

    /// <summary>Tells, within one document, which elements are furniture; never one that holds half of the text.</summary>
    internal sealed class Elements
    {
        private int most = int.MaxValue;

        /// <summary>How many were dropped.</summary>
        public int Dropped { get; private set; }

        /// <summary>How the first one's text begins.</summary>
        public string First { get; private set; } = "";

        /// <summary>How the first whole sentence begins that is left out and may be of the text; or null.</summary>
        public string? LeftOut { get; private set; }

        public void Measure(IElement root) => most = Math.Max(root.TextContent.Length / 2, 1);

        /// <summary>Whether the page's article leaves an element out.</summary>
        public bool Leaves(IElement element, Article article)
        {
            if (!article.Drops(element))
            {
                return false;
            }

            if (article.StartOf(element) is { Length: > 0 } start)
            {
                Count(start);
            }

            return true;
        }

        /// <summary>Counts what is dropped; always true.</summary>
        public bool Count(string text)
        {
            text = Characters.Fold(text);
            if (text.Length > 0)
            {
                First = Dropped == 0 ? text : First;
                Dropped++;
            }

            return true;
        }

        public bool Drops(IElement element)
        {
            if (!Droppable.Contains(element.LocalName) || !IsMarked(element))
            {
                return false;
            }

            var text = element.TextContent;
            var (isOfThing, mayHoldText) = (IsOfThing(element), MayHoldText(element));
            if (text.Length > most || (!isOfThing && !mayHoldText && !IsHidden(element)))
            {
                return text.Length <= most && Count(text);
            }

            var inner = PageBlocks.Of(element);
            if ((mayHoldText && inner.IsText) || (isOfThing && inner.SentenceOf(withItems: true) is not null))
            {
                return false;
            }

            LeftOut ??= inner.SentenceOf();
            return Count(text);
        }

        /// <summary>Counts words of a paragraph that are not shown; always true.</summary>
        public bool Hide(string text)
        {
            text = Characters.Fold(text);
            LeftOut ??= text is [.., '.' or '!' or '?'] && text.Count(c => c == ' ') >= LeastSpaces ? text : null;
            return Count(text);
        }
    }

    /// <summary>Hidden on small screens alone, as utility classes say it (<c>hidden md:block</c>).</summary>
    private static bool IsShownWhenWide(IElement element) =>
        element.ClassList.Any(n =>
            n.Replace("!", "", StringComparison.Ordinal).Split(':')
                is [.. { Length: > 0 }, "block" or "flex" or "grid" or "inline" or "inline-block" or "inline-flex" or "contents" or "table"]
                    and { Length: 2 }
        );

    /// <summary>Whether an element is hidden until a script shows it.</summary>
    public static bool IsHidden(IElement element) => IsNotShown(element) || element.ClassList.Contains("hidden");

    /// <summary>Whether an element itself says that it is not shown.</summary>
    public static bool IsNotShown(IElement element) =>
        element.HasAttribute("hidden")
        || (
            element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) is { } style
            && (
                style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                || (element.ChildElementCount == 0 && NoSize.IsMatch(style))
            )
        );

    public static bool IsMarked(IElement element)
    {
        if (IsNotShown(element) || Roles.Contains(element.GetAttribute("role") ?? ""))
        {
            return true;
        }

        return Marks(element).Any();
    }

    /// <summary>
    /// Whether an element is furniture by nothing but names that a text may have as well, so that what it holds decides.
    /// </summary>
    public static bool MayHoldText(IElement element) =>
        IsByNames(element) && Marks(element).ToList() is { Count: > 0 } names && names.TrueForAll(BoilerplateNames.MayBeOfText);

    /// <summary>
    /// Whether an element is furniture by no more than names of things that a release may tell of: recommendations, votes, what is printed.
    /// </summary>
    public static bool IsOfThing(IElement element) =>
        IsByNames(element) && Marks(element).ToList() is { Count: > 0 } names && names.TrueForAll(BoilerplateNames.IsOfThing);

    /// <summary>Whether a programme that adds to pages made it, so that it is furniture however long it is.</summary>
    public static bool IsOfProgramme(IElement element) => Marks(element).Any(BoilerplateNames.IsOfProgramme);

    /// <summary>Whether it is furniture by no more than the name of a column, which one around all columns may have as well.</summary>
    public static bool MayHoldColumns(IElement element) =>
        IsByNames(element) && Marks(element).All(name => name.StartsWith("sidebar", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is furniture by no more than the name of a column, or of a box that site builders make of any text.</summary>
    public static bool IsOfColumn(IElement element) =>
        IsByNames(element)
        && Marks(element)
            .All(name =>
                name.StartsWith("sidebar", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("widget", StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>Whether neither an element's kind nor its role makes it furniture, nor that it is not shown.</summary>
    public static bool IsByNames(IElement element) =>
        element.LocalName is not ("nav" or "aside" or "footer" or "menu" or "dialog")
        && !IsNotShown(element)
        && !Roles.Contains(element.GetAttribute("role") ?? "");

    /// <summary>Whether an element's classes say that it holds who wrote a text or when.</summary>
    public static bool IsNote(IElement element) => element.ClassList.Take(MostNames).Any(BoilerplateNames.IsOfNote);

    /// <summary>Whether its classes say that it holds who wrote a text.</summary>
    public static bool IsOfWriter(IElement element) => element.ClassList.Take(MostNames).Any(BoilerplateNames.IsOfWriter);

    /// <summary>The names by which an element is furniture.</summary>
    private static IEnumerable<string> Marks(IElement element)
    {
        // Ids of headings and of their sections are made from their words, so they say nothing of their part in the page.
        var names =
            element.LocalName[0] is 'h' || IsOfHeading(element) ? [.. element.ClassList] : element.ClassList.Append(element.Id ?? "");
        return names.Take(MostNames).Where(n => BoilerplateNames.IsOfFurniture(n) && !(n is "hidden" && IsShownWhenWide(element)));
    }

    /// <summary>Whether a section's id is made from its heading: two words of that at least, and no others.</summary>
    private static bool IsOfHeading(IElement element)
    {
        if (element.Id is not { Length: <= LongestId } id || !id.AsSpan().ContainsAny('-', '_'))
        {
            return false;
        }

        return element.FirstElementChild is { LocalName: ['h', >= '1' and <= '6'], TextContent: var heading }
            && id.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 } words
            && words.All(word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
