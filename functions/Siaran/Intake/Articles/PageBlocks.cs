using System.Text;
using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// Measures a page's text, block by block, and remembers which blocks each element and text node holds. One walk over the document.
/// </summary>
internal sealed class PageBlocks
{
    /// <summary>The blocks of a node: from <c>First</c> to before <c>End</c>; none where they are equal.</summary>
    public readonly record struct Span(int First, int End);

    private static readonly HashSet<string> NeverShown = new(Markup.SilentElements, StringComparer.Ordinal)
    {
        "select",
        "textarea",
        "button",
        "input",
        "datalist",
        "noframes",
        "noembed",
        "map",
        "rp",
    };

    /// <summary>Whose text is not the page's; where they stand counts.</summary>
    private static readonly HashSet<string> Embedded = new(StringComparer.Ordinal)
    {
        "svg",
        "math",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
    };

    private static readonly HashSet<string> FurnitureElements = new(StringComparer.Ordinal) { "nav", "aside", "footer", "menu", "dialog" };

    /// <summary>Elements that shape text and do not arrange the page.</summary>
    private static readonly HashSet<string> OfText = new(
        (
            "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table thead tbody tfoot tr td th caption details summary address "
            + "strong b em i u s span a font small big sub sup code cite mark ins del q abbr time label picture"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Classes that content systems give to the element around a text.</summary>
    private static readonly HashSet<string> ContentNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "entry-content",
        "wp-block-post-content",
        "post-content",
        "td-post-content",
        "article-content",
        "article__content",
        "article-body",
        "article__body",
        "articlebody",
        "story-body",
        "single-content",
        "content-inner",
        "detail-text",
        "detail-content",
        "news-content",
        "post-body",
        "konten-berita",
        "isi-berita",
    };

    /// <summary>Works of readers, whose text is not the page's.</summary>
    private static readonly string[] OfReaders = ["Comment", "Answer", "Question", "Review"];

    private const int LeastHeadline = 3;
    private const int LeastText = 150;
    private const int LeastParagraph = 250;

    private readonly List<PageBlock> blocks = [];
    private readonly Dictionary<INode, Span> spans = [];
    private readonly List<IElement> marked = [];
    private readonly List<IElement> notes = [];
    private readonly List<IElement> tables = [];
    private readonly Dictionary<Looks, bool> isFurniture = [];
    private readonly Dictionary<string, bool> isNote = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> isOfContent = new(StringComparer.Ordinal);
    private readonly StringBuilder start = new(PageBlock.LongestStart);
    private IElement owner;
    private int length;
    private int linked;
    private int words;
    private int ideographs;
    private int furniture;
    private int links;
    private int items;
    private int named;
    private IElement? region;
    private char last;
    private bool isDotted;
    private bool isSpaced = true;

    private PageBlocks(IElement body)
    {
        owner = body;
        Element(body);
        Flush();
    }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<PageBlock> Blocks => blocks;

    /// <summary>Characters of the page's text that are no white space.</summary>
    public int Characters => blocks.Sum(block => block.Length);

    /// <summary>Elements that are furniture by their names.</summary>
    public IReadOnlyList<IElement> Marked => marked;

    /// <summary>Elements that are no furniture, and by their names hold who wrote a text or when.</summary>
    public IReadOnlyList<IElement> Notes => notes;

    /// <summary>A table within another comes before that.</summary>
    public IReadOnlyList<IElement> Tables => tables;

    /// <summary>The first element that says that it is the page's main part, or null.</summary>
    public IElement? Main { get; private set; }

    /// <summary>What all before each add up to: as many sums as there are, and that of all.</summary>
    public static int[] Sums<T>(IReadOnlyList<T> all, Func<T, int> measure)
    {
        var sums = new int[all.Count + 1];
        for (var at = 0; at < all.Count; at++)
        {
            sums[at + 1] = sums[at] + measure(all[at]);
        }

        return sums;
    }

    public static PageBlocks Of(IElement body) => new(body);

    /// <summary>Which blocks a node holds, or null where it is never shown.</summary>
    public Span? Of(INode node) => spans.TryGetValue(node, out var span) ? span : null;

    /// <summary>Whether nearly all of it is paragraphs of sentences, and more than a call or a teaser is.</summary>
    public bool IsText => HoldsText(new(0, blocks.Count));

    /// <summary>
    /// Whether nearly all of a part of the page is paragraphs of sentences, and more than a call or a teaser is; no link leads elsewhere.
    /// </summary>
    public bool HoldsText(Span span)
    {
        var (length, prose, paragraphs) = (0, 0, 0);
        for (var at = span.First; at < span.End; at++)
        {
            var block = blocks[at];
            var isText = block is { EndsSentence: true, IsProse: true };
            if (block.IsLink && block.Words >= LeastHeadline)
            {
                return false;
            }

            length += block.Length;
            prose += isText ? block.Length - block.Linked : 0;
            paragraphs += isText ? 1 : 0;
        }

        return prose * 5 >= length * 4 && prose >= (paragraphs > 1 ? LeastText : LeastParagraph);
    }

    /// <summary>How the first whole sentence begins that is neither link nor call, where nothing leads elsewhere; or null.</summary>
    public string? SentenceOf(bool withItems = false) => SentenceIn(new(0, blocks.Count), withItems);

    /// <summary>The same of a part of the page.</summary>
    /// <param name="span">Its blocks.</param>
    /// <param name="withItems">Whether the items of a list count as sentences.</param>
    public string? SentenceIn(Span span, bool withItems = false)
    {
        string? first = null;
        for (var at = span.First; at < span.End; at++)
        {
            if (blocks[at] is { IsLink: true, Words: >= LeastHeadline })
            {
                return null;
            }

            first ??=
                (blocks[at].IsSentence && !PageLines.IsCall(blocks[at].Start))
                || (withItems && blocks[at] is { IsItem: true, Linked: 0, Words: >= LeastHeadline })
                    ? blocks[at].Start
                    : null;
        }

        return first;
    }

    private void Children(INode parent)
    {
        // By their places: to ask a node for the next one takes time for each of those before it.
        INode? before = null;
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                Text(text);
            }
            else if (child is IElement embedded && Embedded.Contains(embedded.LocalName))
            {
                spans[embedded] = new(blocks.Count, blocks.Count);
            }
            else if (child is IElement element && IsShown(element) && !(length > 0 && IsCardOverWord(element)))
            {
                isSpaced |= Markup.IsSecondTime(element, before);
                Element(element);
            }

            before = child;
        }
    }

    private static bool IsShown(IElement element) => !NeverShown.Contains(element.LocalName) || Markup.IsHeading(element);

    /// <summary>Whether an element shows a card over the word before it: a picture and nothing but links.</summary>
    private bool IsCardOverWord(IElement element)
    {
        if (links > 0 || element.LocalName is not "span" || element.FirstElementChild is null)
        {
            return false;
        }

        var first = element.FirstElementChild;
        while (first.LocalName is "span" && first.FirstElementChild is { } inner)
        {
            first = inner;
        }

        return first.LocalName is "img" && element.GetElementsByTagName("a").Length >= 2;
    }

    private void Element(IElement element)
    {
        var name = element.LocalName;
        var (isBlock, outer) = (Markup.Blocks.Contains(name) || name is "aside" or "nav" or "footer" or "form" or "figure", owner);
        if (isBlock)
        {
            Flush();
            owner = element;
        }

        var (isMarked, isLink, isItem) = (IsFurniture(element), name is "a", name is "li" or "td" or "th" or "dd");
        var (isNamed, around) = (IsNamed(element), region);
        furniture += isMarked ? 1 : 0;
        links += isLink ? 1 : 0;
        items += isItem ? 1 : 0;
        named += isNamed ? 1 : 0;
        region = isNamed || IsOfContent(element) ? element : region;
        Main ??= name is "main" || element.GetAttribute("role") is "main" ? element : null;
        var first = blocks.Count;
        Children(element);
        if (isBlock)
        {
            Flush();
            owner = outer;
        }

        List(element, isMarked, isBlock || blocks.Count > first, blocks.Count > first);
        spans[element] = new(first, blocks.Count + (length > 0 ? 1 : 0));
        furniture -= isMarked ? 1 : 0;
        links -= isLink ? 1 : 0;
        items -= isItem ? 1 : 0;
        named -= isNamed ? 1 : 0;
        region = around;
    }

    /// <summary>Remembers what an element is by its names.</summary>
    private void List(IElement element, bool isMarked, bool isPart, bool hasBlocks)
    {
        // A word of a paragraph is no part of the page.
        if (isMarked && isPart)
        {
            marked.Add(element);
        }

        if (!isMarked && hasBlocks && IsNote(element))
        {
            notes.Add(element);
        }

        if (element.LocalName is "table")
        {
            tables.Add(element);
        }
    }

    private void Text(IText node)
    {
        var before = length;
        foreach (var c in node.Data)
        {
            if (char.IsWhiteSpace(c))
            {
                isSpaced = true;
                continue;
            }

            if (isSpaced)
            {
                words++;
                if (start.Length is > 0 and < PageBlock.LongestStart)
                {
                    start.Append(' ');
                }
            }

            if (start.Length < PageBlock.LongestStart)
            {
                start.Append(c);
            }

            (isDotted, isSpaced, last) = (last is '.' && !isSpaced, false, c);
            ideographs += c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\u0E00' and <= '\u0EFF' ? 1 : 0;
            length++;
        }

        linked += links > 0 ? length - before : 0;
        if (length > before)
        {
            spans[node] = new(blocks.Count, blocks.Count + 1);
        }
    }

    private void Flush()
    {
        if (length > 0)
        {
            var container = ContainerOf(owner);
            blocks.Add(
                new()
                {
                    Owner = owner,
                    Level = LevelOf(owner),
                    Container = container,
                    Depth = Depth(container),
                    Start = start.ToString(),
                    Length = length,
                    Linked = linked,
                    Words = words,
                    Ideographs = ideographs,
                    EndsSentence =
                        last is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' || Intake.Characters.IsClosingQuote(last),
                    EndsQuote =
                        Intake.Characters.IsClosingQuote(last)
                        || (last is '.' or ',' or '!' or '?' && owner.Closest("blockquote") is not null),
                    IsOpenEnded = last is '…' || (last is '.' && isDotted),
                    IsItem = items > 0,
                    Furniture = furniture,
                    IsNamed = named > 0,
                    Region = region,
                }
            );
        }

        start.Clear();
        (length, linked, words, ideographs, isSpaced) = (0, 0, 0, 0, true);
    }

    /// <summary>Of the heading that it is or is in: some put parts of a page into one.</summary>
    private static int LevelOf(IElement owner)
    {
        var heading = owner is { LocalName: "div", ParentElement: { } parent } ? parent : owner;
        return heading.LocalName is ['h', >= '1' and <= '6'] ? heading.LocalName[1] - '0' : 0;
    }

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent)
        {
            depth++;
        }

        return depth;
    }

    private static IElement ContainerOf(IElement owner)
    {
        while (OfText.Contains(owner.LocalName) && owner.ParentElement is { } parent)
        {
            owner = parent;
        }

        return owner;
    }

    private bool IsFurniture(IElement element)
    {
        if (FurnitureElements.Contains(element.LocalName))
        {
            return !Markup.IsOfQuotation(element);
        }

        if (element.Attributes.Length == 0 || element.LocalName is "body" or "main" or "html")
        {
            return false;
        }

        var key = new Looks(
            element.LocalName[0] is 'h',
            element.ClassName,
            element.Id,
            element.GetAttribute("role"),
            element.GetAttribute("style"),
            element.HasAttribute("hidden"),
            element.ChildElementCount == 0
        );
        if (!isFurniture.TryGetValue(key, out var known))
        {
            isFurniture[key] = known = BoilerplateMarkup.IsMarked(element);
        }

        return known;
    }

    private bool IsNote(IElement element)
    {
        if (element.ClassName is not { Length: > 0 } names || element.LocalName is "body" or "main" or "article" or ['h', _])
        {
            return false;
        }

        if (!isNote.TryGetValue(names, out var known))
        {
            isNote[names] = known = BoilerplateMarkup.IsNote(element);
        }

        return known;
    }

    private static bool IsNamed(IElement element) =>
        element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase);

    private bool IsOfContent(IElement element)
    {
        if (element.ClassName is { Length: > 0 } names)
        {
            if (!isOfContent.TryGetValue(names, out var known))
            {
                isOfContent[names] = known = element.ClassList.Any(ContentNames.Contains);
            }

            if (known)
            {
                return true;
            }
        }

        return IsTextOfWork(element);
    }

    /// <summary>Whether microdata say that it holds the text of a work (schema.org), which is none that readers wrote below one.</summary>
    private static bool IsTextOfWork(IElement element) =>
        element.GetAttribute("itemprop") is { } property
        && property.Split(' ').Contains("text", StringComparer.OrdinalIgnoreCase)
        && !(
            element.ParentElement?.Closest("[itemscope]")?.GetAttribute("itemtype") is { } type
            && Array.Exists(OfReaders, kind => type.TrimEnd().EndsWith(kind, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>What tells of an element whether it is furniture: of many elements of a page it is the same.</summary>
    private readonly record struct Looks(
        bool IsHeading,
        string? Names,
        string? Id,
        string? Role,
        string? Style,
        bool IsHidden,
        bool IsLeaf
    );
}
