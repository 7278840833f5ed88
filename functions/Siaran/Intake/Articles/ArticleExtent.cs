using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// Which blocks are the article, given the run of blocks in which most of it is: furniture within that is left out, and what is next to
/// it, above it or in other parts of the same text is kept.
/// </summary>
/// <param name="page">Measured.</param>
/// <param name="weights">What each block weighs.</param>
/// <param name="headline">The block that is the headline where that is known, else -1.</param>
/// <param name="run">The run that weighs most.</param>
internal sealed class ArticleExtent(PageBlocks page, double[] weights, int headline, ArticleRun run)
{
    private const int MostAboveText = 15;
    private const int LeastLead = 10;
    private const int LeastItem = 4;
    private const int MostLinksBetween = 3;
    private const int MostBoxes = 3;
    private const int LeastSentence = 5;
    private const int LeastLinks = 2;

    /// <summary>What the box of a short lead is called.</summary>
    private static readonly HashSet<string> LeadNames = new(
        "lead lede standfirst deck dek intro subtitle sub-title subheadline sub-headline subheading subjudul sub-judul ringkasan tagline".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    private readonly IReadOnlyList<PageBlock> blocks = page.Blocks;
    private readonly bool[] kept = new bool[page.Blocks.Count];

    /// <summary>Which blocks are kept.</summary>
    public bool[] Kept => kept;

    /// <summary>How the first of the sentences within the text begins that may be of it and are left out; or null.</summary>
    public string? LeftOut { get; private set; }

    private int First => Array.IndexOf(kept, true);

    private int Last => Array.LastIndexOf(kept, true);

    /// <summary>The element that all that is kept is in.</summary>
    public IElement Root
    {
        get
        {
            var root = blocks[First].Container;
            while (root.ParentElement is { } parent && !Holds(root, First, Last))
            {
                root = parent;
            }

            return root;
        }
    }

    /// <summary>Finds the article's blocks; false where there are none.</summary>
    /// <param name="isInParts">Whether no run outweighs the others, so that the article is all text of its part of the page.</param>
    public bool Keep(bool isInParts)
    {
        Array.Fill(kept, true, run.First, run.Last - run.First + 1);
        DropWithin();
        ExtendFrom(run.First, -1);
        ExtendFrom(run.Last, 1);
        KeepRegion();
        KeepBetween();
        KeepLinesWithLinks();
        KeepLead();
        if (!kept.Contains(true))
        {
            return false;
        }

        if (isInParts)
        {
            KeepParts();
        }

        DropLabelsOfNothing();
        var boxes = new ArticleBoxes(page, kept);
        boxes.Keep();
        LeftOut = boxes.LeftOut;
        return kept.Contains(true);
    }

    private bool Holds(IElement element, int first, int last) =>
        page.Of(element) is not { } span || (span.First <= first && span.End > last);

    /// <summary>Drops furniture within the article, lists of links, and what a heading such as <c>Berita Terkait</c> is above.</summary>
    private void DropWithin()
    {
        for (var at = run.First; at <= run.Last; )
        {
            var end = at + 1;
            if (IsAboveOthers(at))
            {
                while (end <= run.Last && (blocks[end].IsLink || IsBelow(blocks[end], blocks[at])))
                {
                    end++;
                }

                Array.Fill(kept, false, at, end - at);
            }
            else if (PageLines.IsAlso(blocks[at]))
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
                kept[at] &= blocks[at].IsOfPage && (blocks[at].IsOfTable || !PageLines.IsInfo(blocks[at].Start));
            }
        }
    }

    /// <summary>Whether a block that is no text is of what a heading is above, and no heading of something else.</summary>
    private static bool IsBelow(PageBlock block, PageBlock heading) =>
        block.Container == heading.Container && !block.IsProse && (block.Level == 0 || block.Level > heading.Level || heading.Level == 0);

    /// <summary>Whether a block is a heading of other news: by its words, or by how it begins where links are below it.</summary>
    private bool IsAboveOthers(int at) =>
        PageLines.IsTailHeading(blocks[at])
        || (PageLines.IsMoreHeading(blocks[at]) && at + 1 < blocks.Count && (blocks[at + 1].IsLink || !blocks[at + 1].IsOfPage));

    /// <summary>Whether links have no other text next to them in their part of the page: other news, put between paragraphs.</summary>
    private bool IsApart(int first, int end) =>
        (first == 0 || blocks[first - 1].Container != blocks[first].Container)
        && (end == blocks.Count || blocks[end].Container != blocks[end - 1].Container);

    /// <summary>
    /// What is next to one of the article's ends in the same part of the page is of it, over a few links that have text behind them.
    /// </summary>
    private void ExtendFrom(int end, int step)
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
        blocks[at] is { IsOfPage: true, IsLink: true, IsItem: false } block
        && block.Container == blocks[end].Container
        && !PageLines.IsAlso(block.Start);

    private bool IsBeside(int at, int end) =>
        blocks[at] is { MayBeText: true } block
        && (
            block.Container == blocks[end].Container
            || (block.Container.ClassName is { Length: > 0 } && block.IsPlacedLike(blocks[end]))
            || (ArticleTables.MayBeInBox(block) && IsInBox(block.Container, blocks[end].Container))
        )
        && !IsAboveOthers(at)
        && (block.IsOfTable || !PageLines.IsInfo(block.Start));

    /// <summary>Whether a part of the page is a box, or a box in a box, within that of the text.</summary>
    private static bool IsInBox(IElement part, IElement text)
    {
        var around = part.ParentElement;
        for (var depth = 1; depth < MostBoxes && around is not null && around != text; depth++)
        {
            around = around.ParentElement;
        }

        return around == text;
    }

    /// <summary>Short paragraphs, captions and lists of the element that holds most of the article are of it too.</summary>
    private void KeepRegion()
    {
        var region = blocks[Enumerable.Range(run.First, run.Last - run.First + 1).MaxBy(at => weights[at])].Region;
        if (region is null || page.Of(region) is not { } span)
        {
            return;
        }

        for (var at = span.First; at < span.End; at++)
        {
            if (at > run.Last && IsAboveOthers(at))
            {
                break;
            }

            kept[at] |= blocks[at].MayBeText && (at < run.First || (at > run.Last && !PageLines.IsInfo(blocks[at].Start)));
        }
    }

    /// <summary>Lists of links are of the article where text of their own part of the page is above and below them.</summary>
    private void KeepBetween()
    {
        var above = First;
        for (var at = above + 1; above >= 0 && at <= Last; at++)
        {
            if (!kept[at])
            {
                continue;
            }

            var between = Enumerable.Range(above + 1, at - above - 1);
            if (blocks[at].Container == blocks[above].Container && between.All(i => IsOfPart(i, blocks[at].Container)))
            {
                Array.Fill(kept, true, above, at - above);
            }

            above = at;
        }
    }

    private bool IsOfPart(int at, IElement part) =>
        blocks[at] is { IsOfPage: true } block && block.Container == part && !PageLines.IsAlso(block) && !PageLines.IsTailHeading(block);

    /// <summary>A line of the article's part of the page may end with a link, or be one where the page names its text.</summary>
    private void KeepLinesWithLinks()
    {
        if (First is >= 0 and var first)
        {
            KeepLineWithLink(first - 1, first);
            KeepLineWithLink(Last + 1, Last);
        }
    }

    private void KeepLineWithLink(int at, int end)
    {
        var next = at + at - end;
        if (
            at >= 0
            && at < blocks.Count
            && blocks[at] is { IsOfPage: true, IsLink: true, Owner.LocalName: "p" } line
            && line.Container == blocks[end].Container
            && (line.IsNamed || line.Linked < line.Length || IsAddress(line))
            && !PageLines.IsAlso(line.Start)
            && !(next >= 0 && next < blocks.Count && blocks[next] is { IsLink: true } other && other.Container == line.Container)
        )
        {
            kept[at] = true;
        }
    }

    /// <summary>An address that is written out is a source that the text gives.</summary>
    private static bool IsAddress(PageBlock line) => line.Words == 1 && line.Start.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>The lead between headline and text may be in another part of the page than the text.</summary>
    private void KeepLead()
    {
        var above = headline >= 0 ? headline : HeadingAbove();
        for (var at = above + 1; above >= 0 && at < run.First && at - above <= MostAboveText; at++)
        {
            kept[at] |=
                blocks[at] is { MayBeText: true } block
                && !PageLines.IsInfo(block.Start)
                && (
                    block.IsProse
                    || (block.Level > 1 && block.Words >= LeastLead)
                    || (block.Words >= LeastItem && (block.IsItem || IsNamedLead(block.Owner)))
                );
        }

        KeepHeadingOfLead(above + 1);
    }

    private static bool IsNamedLead(IElement owner) =>
        owner.ClassList.Any(LeadNames.Contains) || owner.ParentElement is { } parent && parent.ClassList.Any(LeadNames.Contains);

    /// <summary>A heading below the headline is of the lead that it is directly above.</summary>
    private void KeepHeadingOfLead(int at)
    {
        if (
            at > 0
            && at + 1 < run.First
            && kept[at + 1]
            && blocks[at] is { MayBeText: true, Level: > 1 } heading
            && heading.Container == blocks[at + 1].Container
        )
        {
            kept[at] = true;
        }
    }

    private int HeadingAbove()
    {
        var at = run.First - 1;
        while (at >= 0 && blocks[at] is not { MayBeText: true, Level: 1 })
        {
            at--;
        }

        return at;
    }

    /// <summary>All text below the headline, in the element that holds it and what is kept, up to where other news begin.</summary>
    private void KeepParts()
    {
        var root = Root;
        while (headline >= 0 && root.ParentElement is { } parent && !Holds(root, headline, headline))
        {
            root = parent;
        }

        // A header is the beginning of what it is in (HTML Living Standard, header).
        root = root.Closest("header")?.ParentElement ?? root;
        if (page.Of(root) is not { } span)
        {
            return;
        }

        var first = Math.Max(span.First, headline + 1);
        var end = Enumerable.Range(Last + 1, Math.Max(0, span.End - Last - 1)).FirstOrDefault(IsAboveOthers, span.End);
        while (end > Last + 1 && !IsOfParts(end - 1))
        {
            end--;
        }

        for (var at = first; at < end; at++)
        {
            kept[at] |= IsOfParts(at) || IsBetweenParts(blocks[at]);
        }
    }

    private bool IsOfParts(int at) => weights[at] > 0 && blocks[at].MayBeText && !PageLines.IsInfo(blocks[at].Start);

    /// <summary>Headings, labels and short items. Lists of single words are of buttons.</summary>
    private static bool IsBetweenParts(PageBlock block) =>
        block.MayBeText && !PageLines.IsInfo(block.Start) && !PageLines.IsContact(block.Start) && !(block.IsItem && block.Words == 1);

    /// <summary>A heading or a label has something below it that is of the article, or is none of it.</summary>
    private void DropLabelsOfNothing()
    {
        for (var (at, isLast) = (blocks.Count - 1, true); at >= 0; at--)
        {
            kept[at] &= !(IsLabel(blocks[at]) && (isLast || IsOfLinks(at)));
            isLast &= !kept[at];
        }
    }

    /// <summary>Whether what is below a heading or label are links that are left out.</summary>
    private bool IsOfLinks(int label) =>
        label + LeastLinks < blocks.Count
        && Enumerable.Range(label + 1, LeastLinks).All(at => !kept[at] && (blocks[at].IsLink || blocks[at].IsCard));

    private static bool IsLabel(PageBlock block) => block.Level > 0 || block is { IsItem: false, Words: < LeastSentence, Start: [.., ':'] };
}
