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
    private const int LeastItem = 4;
    private const int LeastNamed = 250;
    private const int MostAboveText = 15;
    private const int LeastLead = 10;
    private const int MostLinksBetween = 3;
    private const int LeastNeighbours = 3;
    private const int LongestCard = 600;
    private const int LongestTailHeading = 60;

    private static readonly string[] OfOne = ["category-", "tag-", "author-", "format-", "has-"];

    private readonly PageBlocks page;
    private readonly IReadOnlyList<PageBlock> blocks;
    private readonly double[] weights;
    private readonly int headline;
    private readonly int prose;
    private readonly int[] proseBefore;
    private readonly int[] lengthBefore;

    private ArticleFinder(PageBlocks page, int headline)
    {
        (this.page, this.headline, blocks) = (page, headline, page.Blocks);
        (proseBefore, lengthBefore) = (
            PageBlocks.Sums(blocks, b => b.IsProse ? b.Length - b.Linked : 0),
            PageBlocks.Sums(blocks, b => b.Length)
        );
        prose = proseBefore[^1];
        Unmark();
        MarkCards();
        MarkColumns();
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

        var kept = new bool[blocks.Count];
        for (var at = best.First; at <= best.Last; at++)
        {
            kept[at] = true;
        }

        DropWithin(kept, best);
        Extend(kept, best);
        if (!kept.Contains(true))
        {
            return null;
        }

        var rival = Math.Max(0, Math.Max(Best(0, best.First).Sum, Best(best.Last + 1, blocks.Count).Sum));
        return new(page, kept, best.Sum / (best.Sum + rival)) { Root = Ancestor(kept) };
    }

    /// <summary>What is marked as furniture is none where it holds most of the page's prose: forms, panels and hidden parts may.</summary>
    private void Unmark()
    {
        foreach (var element in page.Marked)
        {
            if (page.Of(element) is { } span && Prose(span) * 2 > prose)
            {
                for (var at = span.First; at < span.End; at++)
                {
                    blocks[at].Furniture--;
                }
            }
        }
    }

    private int Prose(PageBlocks.Span span) => proseBefore[span.End] - proseBefore[span.First];

    private int Length(PageBlocks.Span span) => lengthBefore[span.End] - lengthBefore[span.First];

    /// <summary>Neighbours of one shape, each with a link for its headline, are news of other things.</summary>
    private void MarkCards()
    {
        foreach (var group in Cards().GroupBy(c => (c.Parent, c.LocalName, ShapeOf(c))).Where(g => g.Count() >= LeastNeighbours))
        {
            foreach (var card in group)
            {
                MarkAsOther(card);
            }
        }
    }

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

    private void MarkAsOther(IElement element)
    {
        if (page.Of(element) is { } span)
        {
            for (var at = span.First; at < span.End; at++)
            {
                blocks[at].IsCard = true;
            }
        }
    }

    private HashSet<IElement> Cards()
    {
        var cards = new HashSet<IElement>();
        foreach (var link in blocks.Where(b => b.IsLink && b.Words >= 3))
        {
            for (
                var element = link.Owner;
                element is not null && element.LocalName is not ("body" or "main");
                element = element.ParentElement
            )
            {
                if (page.Of(element) is not { } span || Length(span) > LongestCard)
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

    private static double Weight(PageBlock block, bool isAboveHeadline) =>
        block.Furniture > 0 || block.IsCard ? -OfLink
        : block.IsLink ? -OfLink - (block.Length / 2.0)
        : IsAlso(block) ? -OfLink
        : PageLines.IsInfo(block.Start) ? -OfLabel
        : block.IsProse ? (block.Length - block.Linked) * (isAboveHeadline ? BeforeHeadline : 1)
        : IsTailHeading(block) ? -OfLink * 2
        : block.IsItem && block.Words >= LeastItem ? block.Length / 2.0
        : block.Level > 0 || block.IsItem ? 0
        : -OfLabel;

    private static bool IsTailHeading(PageBlock block) =>
        block.Length <= LongestTailHeading && (BoilerplateText.IsTailHeading(block.Start) || IsCommentsHeading(block));

    /// <summary>A button that leads to the comments may be anywhere: it is a link.</summary>
    private static bool IsCommentsHeading(PageBlock block) =>
        block is { IsLink: false, Furniture: 0 } && PageLines.IsCommentsHeading(block.Start);

    /// <summary>A link to other news with the words that such links begin with, which may not be linked themselves.</summary>
    private static bool IsAlso(PageBlock block) => block.Linked * 3 >= block.Length && PageLines.IsAlso(block.Start);

    /// <summary>An office's address is no part of the article where it is in another part of the page than the text before it.</summary>
    private void WeighContacts()
    {
        var last = -1;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (
                last >= 0
                && weights[at] > 0
                && !IsLike(blocks[last].Container, blocks[at].Container)
                && PageLines.IsContact(blocks[at].Start)
            )
            {
                weights[at] = -OfLink;
            }
            else if (weights[at] > 0)
            {
                last = at;
            }
        }
    }

    /// <summary>What readers write is below the text, and outweighs nothing.</summary>
    private void EndAtComments()
    {
        var first = Enumerable
            .Range(0, blocks.Count)
            .FirstOrDefault(at => proseBefore[at] >= LeastNamed && IsCommentsHeading(blocks[at]), blocks.Count);
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

    private readonly record struct Run(int First, int Last, double Sum);

    private Run Best(int from, int end)
    {
        var (best, first, sum, last) = (new Run(-1, -2, 0), from, 0.0, -1);
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
        if (IsLike(from, to))
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

    private static bool IsLike(IElement one, IElement other) =>
        one == other
        || (IsOfShape(one, other) && (one.ParentElement == other.ParentElement || IsOfShape(one.ParentElement, other.ParentElement)));

    private static bool IsOfShape(IElement? one, IElement? other) =>
        one?.LocalName == other?.LocalName && one?.ClassName == other?.ClassName;

    /// <summary>Drops furniture within the article, lists of links, and what a heading such as <c>Berita Terkait</c> is above.</summary>
    private void DropWithin(bool[] kept, Run run)
    {
        for (var at = run.First; at <= run.Last; )
        {
            var end = at + 1;
            if (IsTailHeading(blocks[at]))
            {
                while (end <= run.Last && (blocks[end].IsLink || (blocks[end].Container == blocks[at].Container && !blocks[end].IsProse)))
                {
                    end++;
                }

                Array.Fill(kept, false, at, end - at);
            }
            else if (IsAlso(blocks[at]))
            {
                kept[at] = false;
            }
            else if (blocks[at].IsLink)
            {
                while (end <= run.Last && blocks[end].IsLink)
                {
                    end++;
                }

                Array.Fill(kept, !IsApart(at, end), at, end - at);
            }

            for (; at < end; at++)
            {
                kept[at] &= blocks[at] is { Furniture: 0, IsCard: false };
            }
        }
    }

    /// <summary>Whether links have no other text next to them in their part of the page: other news, put between paragraphs.</summary>
    private bool IsApart(int first, int end) =>
        (first == 0 || blocks[first - 1].Container != blocks[first].Container)
        && (end == blocks.Count || blocks[end].Container != blocks[end - 1].Container);

    /// <summary>What is next to the article's ends in the same part of the page is of it as far as it is no link.</summary>
    private void Extend(bool[] kept, Run run)
    {
        ExtendFrom(kept, run.First, -1);
        ExtendFrom(kept, run.Last, 1);
        KeepRegion(kept, run);
        for (var at = headline + 1; headline >= 0 && at < run.First && at - headline <= MostAboveText; at++)
        {
            kept[at] |=
                blocks[at] is { Furniture: 0, IsCard: false, IsLink: false } block
                && !PageLines.IsInfo(block.Start)
                && (block.IsProse || (block.Level > 1 && block.Words >= LeastLead));
        }
    }

    /// <summary>From one of the article's ends on, over a few links that have text of the same part of the page behind them.</summary>
    private void ExtendFrom(bool[] kept, int end, int step)
    {
        var reached = end;
        for (var at = end + step; at >= 0 && at < blocks.Count && Math.Abs(at - reached) <= MostLinksBetween + 1; at += step)
        {
            if (IsBeside(at, end))
            {
                for (; reached != at; reached += step)
                {
                    kept[reached + step] = true;
                }
            }
            else if (!IsLinkBeside(at, end))
            {
                break;
            }
        }
    }

    private bool IsLinkBeside(int at, int end) =>
        blocks[at] is { Furniture: 0, IsCard: false, IsLink: true, IsItem: false } block
        && block.Container == blocks[end].Container
        && !PageLines.IsAlso(block.Start);

    /// <summary>Short paragraphs, captions and lists of the element that holds most of the article are of it too.</summary>
    private void KeepRegion(bool[] kept, Run run)
    {
        var region = blocks[Enumerable.Range(run.First, run.Last - run.First + 1).MaxBy(at => weights[at])].Region;
        if (region is null || page.Of(region) is not { } span)
        {
            return;
        }

        for (var at = span.First; at < span.End; at++)
        {
            if (at > run.Last && IsTailHeading(blocks[at]))
            {
                break;
            }

            kept[at] |= blocks[at] is { Furniture: 0, IsCard: false, IsLink: false } && (at < run.First || at > run.Last);
        }
    }

    private bool IsBeside(int at, int end) =>
        blocks[at] is { Furniture: 0, IsCard: false, IsLink: false } block
        && (
            block.Container == blocks[end].Container
            || (block.Container.ClassName is { Length: > 0 } && IsLike(block.Container, blocks[end].Container))
        )
        && !IsTailHeading(block)
        && !PageLines.IsInfo(block.Start);

    private IElement Ancestor(bool[] kept)
    {
        var (first, last) = (Array.IndexOf(kept, true), Array.LastIndexOf(kept, true));
        var root = blocks[first].Container;
        while (root.ParentElement is { } parent && page.Of(root) is { } span && (span.First > first || span.End <= last))
        {
            root = parent;
        }

        return root;
    }
}
