using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>Cuts away what is below and between a release's paragraphs but is no part of it.</summary>
internal static class Tail
{
    private const int SignOffReach = 4;
    private const int HeaderReach = 6;
    private const int MostAtEnds = 10;

    /// <summary>Drops single lines of furniture, anywhere, and those at the ends of paragraphs of lines.</summary>
    public static void DropLines(List<Block> blocks, List<string> dropped)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is { IsProse: true, HeadingLevel: 0 } block)
            {
                DropEnds(block.Element, at < HeaderReach, dropped);
            }
        }

        Drop(
            blocks,
            b =>
                b.IsProse
                    ? BoilerplateText.IsLine(b.Text, IsLink(b))
                    : b.Element.LocalName is "ul" or "ol" && BoilerplateText.IsLine(b.Text, IsLink(b)),
            dropped
        );
    }

    /// <summary>Takes lines of furniture off a paragraph's ends, and a date off its start where it is near the headline.</summary>
    private static void DropEnds(IElement paragraph, bool isNearHeadline, List<string> dropped)
    {
        var lines = paragraph.TextContent.Split('\n');
        if (lines.Length == 1)
        {
            return;
        }

        var first = OfFurniture(lines.Take(Math.Min(MostAtEnds, lines.Length - 1)), isNearHeadline);
        var last = OfFurniture(lines.Skip(first + 1).Reverse().Take(MostAtEnds), isNearHeadline: false);
        if (!lines[first..^last].Any(line => line.Trim().Length > 0))
        {
            // Nothing but furniture, or a picture: it is looked at as a whole.
            return;
        }

        dropped.AddRange(lines[..first].Concat(lines[^last..]).Select(line => line.Trim()).Where(line => line.Length > 0));
        if (first > 0)
        {
            TextSpan.RemoveStart(paragraph, lines[..first].Sum(line => line.Length + 1));
        }

        if (last > 0)
        {
            TextSpan.RemoveEnd(paragraph, lines[^last..].Sum(line => line.Length + 1));
        }
    }

    /// <summary>How many lines are furniture, with the empty ones between it; none where all of them are empty.</summary>
    private static int OfFurniture(IEnumerable<string> lines, bool isNearHeadline)
    {
        var found = lines.Select(line => line.Trim()).TakeWhile(line => line.Length == 0 || IsFurniture(line, isNearHeadline)).ToList();
        return found.Exists(line => line.Length > 0) ? found.Count : 0;
    }

    private static bool IsFurniture(string line, bool isNearHeadline) =>
        BoilerplateText.IsLine(line, false) || (isNearHeadline && Header.IsDate(line));

    /// <summary>
    /// Drops the lines above the text that say when it may be published: front matter has said so, or the upload is refused.
    /// </summary>
    public static void DropHoldNotices(List<Block> blocks, List<string> dropped)
    {
        for (var at = Math.Min(blocks.Count, HeaderReach) - 1; at >= 0; at--)
        {
            if (!blocks[at].IsProse || !IsOfTime(blocks[at].Text))
            {
                continue;
            }

            dropped.Add(blocks[at].Text);
            Remove(blocks, at, 1);
        }
    }

    private static bool IsOfTime(string text) => HoldNotice.IsIn(text) || StatedDate.In(text) is not null || StatedDate.IsInfo(text);

    /// <summary>
    /// From the first heading such as <c>Berita Terkait</c> to the end, unless real text follows without a sign-off before.
    /// </summary>
    public static void CutAfterHeading(List<Block> blocks, List<string> dropped, List<Finding> findings)
    {
        for (var at = 1; at < blocks.Count; at++)
        {
            if (!BoilerplateText.IsTailHeading(blocks[at].Text))
            {
                continue;
            }

            // Some portals put related news into the middle: then their list alone is cut, and the
            // editor gets a finding.
            var real = blocks.FindIndex(at + 1, b => IsRealText(b));
            if (
                real < 0
                || Enumerable
                    .Range(Math.Max(0, at - 2), Math.Min(2, at))
                    .Any(i => blocks[i].IsProse && SignOff.LengthIn(blocks[i].Text) > 0)
            )
            {
                dropped.AddRange(blocks[at..].Select(b => b.Text));
                Remove(blocks, at, blocks.Count - at);
                return;
            }

            findings.Add(Findings.DoubtfulTail(blocks[at].Text));
            dropped.AddRange(blocks[at..real].Select(b => b.Text));
            Remove(blocks, at, real - at);
        }
    }

    /// <summary>Takes the sign-off away; true where there was one.</summary>
    public static bool TakeSignOff(List<Block> blocks)
    {
        var seen = false;
        for (var at = blocks.Count - 1; at >= Math.Max(0, blocks.Count - SignOffReach); at--)
        {
            while (blocks[at].IsProse && blocks[at].Text is { Length: > 0 } text && SignOff.LengthIn(text) is > 0 and var length)
            {
                seen = true;
                TextSpan.RemoveEnd(blocks[at].Element, length);
                if (blocks[at].Text.Length > 0)
                {
                    continue;
                }

                if (HasImage(blocks[at]))
                {
                    blocks[at] = AsFigure(blocks[at]);
                }
                else
                {
                    Remove(blocks, at, 1);
                }

                break;
            }

            if (seen)
            {
                break;
            }
        }

        return seen;
    }

    /// <summary>What is left of a paragraph of a picture and a sign-off is a picture by itself.</summary>
    private static Block AsFigure(Block block)
    {
        if (block.Element.ChildNodes is not [IElement { LocalName: "img" } picture])
        {
            return block;
        }

        var figure = block.Element.Owner!.CreateElement("figure");
        block.Element.Replace(figure);
        figure.AppendChild(picture);
        return new(figure, 0, false);
    }

    private static bool IsRealText(Block block) =>
        block.IsProse
        && block.Text is { Length: >= 140 } text
        && (text[^1] is '.' or '!' or '?' or ')' || Characters.IsClosingQuote(text[^1]))
        && !BoilerplateText.IsLine(text, IsLink(block));

    private static bool IsLink(Block block) =>
        block.HasLink && block.Element.QuerySelectorAll("a").Sum(a => a.TextContent.Length) >= 0.6 * block.Text.Length;

    private static bool HasImage(Block block) => block.Element.QuerySelector("img") is not null;

    private static void Drop(List<Block> blocks, Predicate<Block> condition, List<string> dropped)
    {
        for (var at = blocks.Count - 1; at >= 0; at--)
        {
            if (!condition(blocks[at]))
            {
                continue;
            }

            dropped.Insert(0, blocks[at].Text);
            Remove(blocks, at, 1);
        }
    }

    public static void Remove(List<Block> blocks, int at, int count)
    {
        foreach (var block in blocks.GetRange(at, count))
        {
            block.Element.Remove();
        }

        blocks.RemoveRange(at, count);
    }
}
