using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// Finds the article of a page by what the page holds: of all runs of neighbouring blocks, the one in which prose most outweighs links,
/// labels and the steps from one part of the page to another (a maximum subsequence, as Pasternack and Roth, WWW 2009, found articles).
/// </summary>
internal sealed class ArticleFinder
{
    // Weights are in characters of prose: a menu of ten links weighs as much against a run as two lines of text weigh for it.
    private const double OfLink = 15;
    private const double OfLabel = 6;
    private const double OfStep = 25;
    private const double MostOfSteps = 150;
    private const double BeforeHeadline = 0.3;
    private const double OfNamed = 2;
    private const double OfContent = 1.5;
    private const double MostOfProse = 1.6;
    private const double LeastOfOne = 0.8;
    private const int LeastItem = 4;
    private const int LeastNamed = 250;
    private const int LeastText = 120;
    private const int LeastOfColumn = 1_000;
    private const int LeastInRegion = 90;
    private const double OfNames = 0.5;
    private const int LeastNeighbours = 3;
    private const int LongestCard = 600;
    private const int MostOfComments = 6;
    private const int LongestNote = 80;
    private const int LongestAuthor = 800;

    private static readonly string[] OfOne = ["category-", "tag-", "author-", "format-", "has-"];

    private readonly PageBlocks page;
    private readonly IReadOnlyList<PageBlock> blocks;
    private readonly double[] weights;
    private readonly int headline;
    private readonly int prose;
    private readonly int[] proseBefore;
    private readonly int[] lengthBefore;
    private double mostSureness = 1;

    private ArticleFinder(PageBlocks page, int headline)
    {
        (this.page, this.headline, blocks) = (page, headline, page.Blocks);
        (proseBefore, lengthBefore) = (
            PageBlocks.Sums(blocks, b => b.IsProse ? b.Length - b.Linked : 0),
            PageBlocks.Sums(blocks, b => b.Length)
        );
        prose = proseBefore[^1];
        Unmark();
        UnmarkHidden();
        ArticleTables.Mark(page);
        MarkCards();
        MarkColumns();
        MarkNotes();
        KeepListOfLinks();
        UnmarkWhereNothingElseIs();
        weights = [.. blocks.Select((b, at) => Weight(b, at < headline))];
        WeighNamed();
        WeighContacts();
        EndAtComments();
    }

    /// <summary>The article, or null where the page holds no prose at all.</summary>
    /// <param name="page">Measured.</param>
    /// <param name="headline">The block that is the headline where that is known, else -1.</param>
    public static Article? Find(PageBlocks page, int headline) => new ArticleFinder(page, headline).Find();

    private Article? Find()
    {
        var best = Best(0, blocks.Count);
        if (best.Sum <= 0)
        {
            return null;
        }

        var rival = Math.Max(0, Math.Max(Best(0, best.First).Sum, Best(best.Last + 1, blocks.Count).Sum));
        var sureness = Math.Min(mostSureness, best.Sum / (best.Sum + rival));
        var extent = new ArticleExtent(page, weights, headline, best);
        if (!extent.Keep(isInParts: sureness < LeastOfOne))
        {
            return null;
        }

        return new(page, extent.Kept, AreSeveral(extent.Kept) ? Math.Min(sureness, OfNames) : sureness)
        {
            Root = extent.Root,
            LeftOut = extent.LeftOut,
        };
    }

    /// <summary>Whether two articles or more by the page's own marks are kept, each of them a text: an editor must see that.</summary>
    private bool AreSeveral(bool[] kept)
    {
        var texts = new Dictionary<IElement, int>();
        foreach (var block in blocks.Where((block, at) => kept[at] && block.IsProse))
        {
            if (block.Owner.Closest("article") is { } article)
            {
                texts[article] = texts.GetValueOrDefault(article) + block.Length;
            }
        }

        var several = texts.Where(text => text.Value >= LeastNamed).Select(text => text.Key).ToList();
        return several.Exists(one => several.Exists(other => other != one && !other.Contains(one) && !one.Contains(other)));
    }

    /// <summary>
    /// What is marked as furniture is none where it holds most of the page's prose, as forms, panels and hidden parts may, where its
    /// name is but a hint and it holds a text or the headline, or where it is named by a column and holds the page's main part.
    /// </summary>
    private void Unmark()
    {
        foreach (var element in page.Marked)
        {
            if (
                page.Of(element) is { } span
                && (
                    (Prose(span) * 2 > prose && !(prose - Prose(span) >= LeastNamed && BoilerplateMarkup.IsOfProgramme(element)))
                    || (BoilerplateMarkup.MayHoldText(element) && page.HoldsText(span))
                    || (page.Main is { } main && element.Contains(main) && BoilerplateMarkup.MayHoldColumns(element))
                    || (HoldsHeadline(span) && Prose(span) >= LeastNamed && BoilerplateMarkup.IsByNames(element))
                )
            )
            {
                Unmark(span);
            }
        }
    }

    /// <summary>Hidden parts of one shape that together hold most of the page's prose are shown one after the other.</summary>
    private void UnmarkHidden()
    {
        foreach (var group in page.Marked.Where(BoilerplateMarkup.IsHidden).GroupBy(e => (e.ParentElement, e.LocalName, ShapeOf(e))))
        {
            var spans = group.Select(e => page.Of(e)).OfType<PageBlocks.Span>().ToList();
            if (spans.Count >= LeastNeighbours && spans.Sum(Prose) * 2 > prose)
            {
                spans.ForEach(Unmark);
            }
        }
    }

    private void Unmark(PageBlocks.Span span)
    {
        for (var at = span.First; at < span.End; at++)
        {
            blocks[at].Furniture = Math.Max(0, blocks[at].Furniture - 1);
        }
    }

    private bool HoldsHeadline(PageBlocks.Span span) => span.First <= headline && headline < span.End;

    private int Prose(PageBlocks.Span span) => proseBefore[span.End] - proseBefore[span.First];

    private int Length(PageBlocks.Span span) => lengthBefore[span.End] - lengthBefore[span.First];

    /// <summary>
    /// Neighbours of one kind that names alone call furniture, as comments on a match are, are the article where there is no other text; an
    /// editor must confirm it.
    /// </summary>
    private void UnmarkWhereNothingElseIs()
    {
        var shown = blocks.Sum(ProseShown);
        UnmarkColumn(shown);
        if (shown >= LeastText)
        {
            return;
        }

        foreach (var group in page.Marked.Where(BoilerplateMarkup.IsByNames).GroupBy(e => (e.ParentElement, e.LocalName, KindOf(e))))
        {
            var spans = group.Select(e => page.Of(e)).OfType<PageBlocks.Span>().ToList();
            if (spans.Count >= LeastNeighbours && spans.Sum(Prose) * 2 > prose)
            {
                spans.ForEach(Unmark);
                mostSureness = OfNames;
            }
        }
    }

    /// <summary>
    /// What is named by a column or a box of a site's builder, in the page's main part, and holds far more of a text than all else on the
    /// page does, holds the text; an editor must confirm it.
    /// </summary>
    private void UnmarkColumn(int shown)
    {
        var groups = page.Marked.Where(BoilerplateMarkup.IsOfColumn).Where(IsBelowHeadline).GroupBy(e => (e.ParentElement, e.LocalName));
        foreach (var group in groups)
        {
            var spans = group.Select(e => page.Of(e)).OfType<PageBlocks.Span>().ToList();
            var hidden = spans.Sum(span =>
                Enumerable
                    .Range(span.First, span.End - span.First)
                    .Sum(at => blocks[at] is { Furniture: 1, IsProse: true } b ? b.Length - b.Linked : 0)
            );
            if (hidden >= LeastOfColumn && hidden >= shown * LeastNeighbours)
            {
                spans.ForEach(Unmark);
                mostSureness = OfNames;
            }
        }
    }

    private bool IsBelowHeadline(IElement element) =>
        element.ParentElement?.Closest("article, main") is not null && page.Of(element) is { } span && span.First > headline;

    /// <summary>The first of an element's classes: those after it are often of its state and its side.</summary>
    private static string KindOf(IElement element) => element.ClassList is { Length: > 0 } names ? names[0] : "";

    /// <summary>
    /// An element that says that it holds the text and holds a list of links, and little else on the page does: that is the text.
    /// </summary>
    private void KeepListOfLinks()
    {
        if (blocks.Sum(ProseShown) >= LeastNamed || blocks.Where(IsListed).MaxBy(b => b.Length)?.Region is not { } region)
        {
            return;
        }

        var (span, shown) = (page.Of(region)!.Value, blocks.Sum(b => b.Furniture == 0 ? b.Length : 0));
        if (Enumerable.Range(span.First, span.End - span.First).Sum(at => IsListed(blocks[at]) ? blocks[at].Length : 0) * 2 > shown)
        {
            for (var at = span.First; at < span.End; at++)
            {
                blocks[at].IsOfList |= IsListed(blocks[at]);
                blocks[at].IsCard &= !blocks[at].IsOfList;
            }
        }
    }

    private static bool IsListed(PageBlock block) => block is { Furniture: 0, IsItem: true, Region: not null };

    private static int ProseShown(PageBlock block) =>
        block is { Furniture: 0, IsCard: false, IsProse: true } ? block.Length - block.Linked : 0;

    /// <summary>Neighbours of one shape, each with a link for its headline, are news of other things.</summary>
    private void MarkCards()
    {
        var cards = Cards();
        foreach (var group in cards.GroupBy(c => (c.Parent, c.LocalName, ShapeOf(c))).Where(g => g.Count() >= LeastNeighbours))
        {
            if (AreAmongText(group.First(), cards) || AreParts(group))
            {
                continue;
            }

            if (AreText(group))
            {
                mostSureness = OfNames;
                continue;
            }

            foreach (var card in group)
            {
                MarkAsOther(card);
            }
        }
    }

    /// <summary>
    /// Whether cards are the text, as in <c>Tujuh taman di Pasar Baru</c>: whole sentences in nearly all of them, below the headline, and
    /// more than all else on the page. An editor must confirm it.
    /// </summary>
    private bool AreText(IEnumerable<IElement> cards)
    {
        var spans = cards.Select(card => page.Of(card)).OfType<PageBlocks.Span>().ToList();
        var texts = spans.ConvertAll(Sentences);
        return headline >= 0
            && spans[0].First > headline
            && texts.Sum() * 2 > blocks.Sum(b => b is { Furniture: 0, IsProse: true } ? b.Length - b.Linked : 0)
            && texts.Count(text => text > 0) * 4 >= spans.Count * 3;
    }

    /// <summary>
    /// Whether neighbours of a card's shape that are none hold more of the page's prose than those that are: parts of a text.
    /// </summary>
    private bool AreAmongText(IElement card, HashSet<IElement> cards)
    {
        var (within, among, shape) = (0, 0, ShapeOf(card));
        foreach (var other in card.ParentElement!.Children)
        {
            if (
                other.LocalName == card.LocalName
                && page.Of(other) is { } span
                && Prose(span) is > 0 and var length
                && ShapeOf(other) == shape
            )
            {
                (within, among) = cards.Contains(other) ? (within + length, among) : (within, among + length);
            }
        }

        return among >= LeastNamed && among > within;
    }

    /// <summary>
    /// Whether nearly all of them hold a text that is too long for a teaser, or long enough where the page says that its text is.
    /// </summary>
    private bool AreParts(IEnumerable<IElement> cards)
    {
        var spans = cards.Select(card => page.Of(card)).OfType<PageBlocks.Span>().ToList();
        var least = spans.TrueForAll(span => blocks[span.First].Region is not null) ? LeastInRegion : LeastNamed;
        return spans.Count(span => Sentences(span) >= least) * 4 >= spans.Count * 3;
    }

    private int Sentences(PageBlocks.Span span) =>
        Enumerable
            .Range(span.First, span.End - span.First)
            .Sum(at => blocks[at] is { IsSentence: true, Furniture: 0 } ? blocks[at].Length : 0);

    /// <summary>An element's classes without those that tell it from its neighbours: <c>post-17</c>, <c>category-berita</c>.</summary>
    private static string ShapeOf(IElement card) =>
        card.ClassName is { Length: > 0 } && card.ClassList.Any(IsOfOne)
            ? string.Join(' ', card.ClassList.Where(name => !IsOfOne(name)))
            : card.ClassName ?? "";

    private static bool IsOfOne(string name) =>
        name.Any(char.IsAsciiDigit) || Array.Exists(OfOne, start => name.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Cells in a row with one that holds most of the page's prose are columns next to the article.</summary>
    private void MarkColumns()
    {
        var longest = blocks.Where(b => b.IsProse).MaxBy(b => b.Length);
        for (var element = longest?.Owner; element is not null; element = element.ParentElement)
        {
            if (element.LocalName is "td" && page.Of(element) is { } span && Prose(span) * MostOfProse > prose)
            {
                foreach (var other in element.ParentElement!.Children.Where(cell => cell != element))
                {
                    MarkAsOther(other);
                }
            }
        }
    }

    /// <summary>
    /// A line that by its name says who wrote the text and when, and is no sentence; several blocks are about who wrote it, unless they
    /// are a good part of the text.
    /// </summary>
    private void MarkNotes()
    {
        foreach (var element in page.Notes)
        {
            var span = page.Of(element)!.Value;
            var isLine = span.End - span.First == 1;
            if (
                !HoldsHeadline(span)
                && !IsSpeaker(span)
                && (
                    isLine
                        ? blocks[span.First] is { Length: <= LongestNote, Level: 0 } line && !(line.IsProse && line.EndsSentence)
                        : BoilerplateMarkup.IsOfWriter(element)
                            && Length(span) <= LongestAuthor
                            && Prose(span) * LeastNeighbours < prose
                            && !page.HoldsText(span)
                )
            )
            {
                for (var at = span.First; at < span.End; at++)
                {
                    blocks[at].IsNote = true;
                }
            }
        }
    }

    /// <summary>Whether a line below a quotation says whose it is: <c>Rina Sari, Camat Watu</c>.</summary>
    private bool IsSpeaker(PageBlocks.Span span) =>
        span.First > 0
        && blocks[span.First - 1].EndsQuote
        && blocks[span.First].Start.Contains(',', StringComparison.Ordinal)
        && blocks[span.First].Length <= LongestNote;

    private void MarkAsOther(IElement element)
    {
        if (page.Of(element) is { } span)
        {
            for (var at = span.First; at < span.End; at++)
            {
                blocks[at].IsCard |= !blocks[at].IsOfTable;
            }
        }
    }

    private HashSet<IElement> Cards()
    {
        var cards = new HashSet<IElement>();
        foreach (var link in blocks.Where(b => b.IsLink && b.Words >= 3 && !IsWithinPage(b)))
        {
            for (
                var element = link.Owner;
                element is not null && element.LocalName is not ("body" or "main");
                element = element.ParentElement
            )
            {
                if (
                    page.Of(element) is not { } span
                    || Length(span) > LongestCard
                    || (span.First <= headline && headline < span.End)
                    || (link.Level == 0 && IsUnderHeading(link, span))
                )
                {
                    break;
                }

                if (span.End - span.First >= 2 && element.LocalName is "div" or "li" or "article" or "section" or "a" or "td" or "tr")
                {
                    cards.Add(element);
                }
            }
        }

        return cards;
    }

    /// <summary>Whether a link leads to another part of its page, as the headings of an accordion do.</summary>
    private static bool IsWithinPage(PageBlock link) =>
        (link.Owner.LocalName is "a" ? link.Owner : link.Owner.QuerySelector("a[href]"))?.GetAttribute("href") is ['#', _, ..];

    /// <summary>Whether a heading that leads nowhere is above a link in its box: the link is behind a part of a text.</summary>
    private bool IsUnderHeading(PageBlock link, PageBlocks.Span span)
    {
        for (var at = span.First; at < span.End && blocks[at] != link; at++)
        {
            if (blocks[at] is { Level: > 0, IsLink: false, Words: > 1 })
            {
                return true;
            }
        }

        return false;
    }

    private static double Weight(PageBlock block, bool isAboveHeadline) =>
        block.Furniture > 0 || block.IsCard ? -OfLink
        : block.IsNote ? -OfLabel
        : block.IsLink ? -OfLink - (block.Length / 2.0)
        : PageLines.IsAlso(block) ? -OfLink
        : PageLines.IsInfo(block.Start) ? -OfLabel
        : block.IsProse ? (block.Length - block.Linked) * (isAboveHeadline ? BeforeHeadline : 1)
        : PageLines.IsTailHeading(block) ? -OfLink * 2
        : block.IsItem && block.Words >= LeastItem ? block.Length / 2.0
        : block.Level > 0 || block.IsItem ? 0
        : -OfLabel;

    /// <summary>An office's address is no part of the article where it is in another part of the page than the text before it.</summary>
    private void WeighContacts()
    {
        var last = -1;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (last >= 0 && weights[at] > 0 && !blocks[last].IsPlacedLike(blocks[at]) && PageLines.IsContact(blocks[at].Start))
            {
                weights[at] = -OfLink;
            }
            else if (weights[at] > 0)
            {
                last = at;
            }
        }
    }

    /// <summary>
    /// What readers write is below the text, and outweighs nothing. Where hardly any text is above the heading it is a button's.
    /// </summary>
    private void EndAtComments()
    {
        var first = Enumerable
            .Range(0, blocks.Count)
            .FirstOrDefault(
                at => proseBefore[at] >= Math.Max(LeastNamed, prose / MostOfComments) && PageLines.IsCommentsHeading(blocks[at]),
                blocks.Count
            );
        for (var at = first; at < blocks.Count; at++)
        {
            weights[at] = Math.Min(weights[at], 0);
        }
    }

    /// <summary>Where the page names its article's text, that weighs more, and what follows it weighs nothing.</summary>
    private void WeighNamed()
    {
        var (named, last) = (0, -1);
        for (var at = 0; at < blocks.Count; at++)
        {
            weights[at] *= weights[at] > 0 && IsOfMainRegion(blocks[at]) ? OfContent : 1;
            if (blocks[at] is { IsNamed: true, IsProse: true, Furniture: 0 })
            {
                (named, last) = (named + blocks[at].Length, at);
            }
        }

        if (named < LeastNamed || named * 3 < prose)
        {
            return;
        }

        for (var at = 0; at < blocks.Count; at++)
        {
            weights[at] *= weights[at] > 0 && blocks[at].IsNamed ? OfNamed : 1;
            weights[at] = at > last && !blocks[at].IsNamed ? Math.Min(weights[at], 0) : weights[at];
        }
    }

    /// <summary>Whether a block is in an element that says that it holds a text, and holds a good part of the page's.</summary>
    private bool IsOfMainRegion(PageBlock block) => block.Region is { } region && page.Of(region) is { } span && Prose(span) * 3 > prose;

    private ArticleRun Best(int from, int end)
    {
        var (best, first, sum, last) = (new ArticleRun(-1, -2, 0), from, 0.0, -1);
        for (var at = from; at < end; at++)
        {
            var before = last >= 0 && weights[at] > 0 ? sum - Steps(last, at) : sum;
            (first, sum) = before > 0 ? (first, before + weights[at]) : (at, weights[at]);
            last = weights[at] > 0 ? at : last;
            if (sum > best.Sum)
            {
                best = new(first, at, sum);
            }
        }

        return best;
    }

    /// <summary>What it costs to come from the text before: each element left or entered that arranges the page.</summary>
    private double Steps(int before, int at)
    {
        var (from, to) = (blocks[before].Container, blocks[at].Container);
        if (blocks[before].IsPlacedLike(blocks[at]))
        {
            return 0;
        }

        var steps = 0;
        var (low, high) = (blocks[before].Depth, blocks[at].Depth);
        while (from != to && steps * OfStep < MostOfSteps)
        {
            if (low >= high)
            {
                (from, low) = (from.ParentElement ?? from, low - 1);
            }
            else
            {
                (to, high) = (to.ParentElement ?? to, high - 1);
            }

            steps++;
        }

        return Math.Min(steps * OfStep, MostOfSteps);
    }
}
