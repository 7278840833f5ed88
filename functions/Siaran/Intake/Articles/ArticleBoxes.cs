using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// Boxes within a text that nothing but a name, a state or their shape calls furniture: what they hold decides. Sentences are kept where
/// the box is a part of the text, as in an accordion; where that is not sure, they are said, so that an editor looks.
/// </summary>
/// <param name="page">Measured.</param>
/// <param name="kept">Which blocks are the article's, without these.</param>
internal sealed class ArticleBoxes(PageBlocks page, bool[] kept)
{
    private const int LongestNote = 80;
    private const int MostAround = 3;

    private const string Controls = "form, input:not([type=hidden]), select, textarea, iframe";

    /// <summary>Where notes on a text are, behind it.</summary>
    private const string NotesOfText =
        "[role=doc-endnotes], .footnotes, .footnote-list, .endnotes, .catatan-kaki, .wp-block-footnotes, .easy-footnotes-wrapper";

    private static readonly HashSet<string> Opened = new(
        "accordion akordeon collapse collapsible tab tabs panel toggle faq spoiler expand expandable details".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] ContactHeadings = [.. IntakeVocabulary.Read("boilerplate.tsv")["enquiries"]];

    private readonly IReadOnlyList<PageBlock> blocks = page.Blocks;
    private readonly Dictionary<IElement, Reach> reaches = Reaches(page.Blocks, kept);

    /// <summary>How the first of the sentences begins that may be of the text and are left out; or null.</summary>
    public string? LeftOut { get; private set; }

    /// <summary>Keeps what is of the text.</summary>
    public void Keep()
    {
        foreach (var element in page.Marked)
        {
            if (page.Of(element) is { } span && IsWithin(element, span))
            {
                Judge(element, span);
            }
        }

        KeepNotes();
        SayCards();
        KeepBehind();
    }

    /// <summary>Where the kept paragraphs of each part of the page are.</summary>
    private static Dictionary<IElement, Reach> Reaches(IReadOnlyList<PageBlock> blocks, bool[] kept)
    {
        var reaches = new Dictionary<IElement, Reach>();
        for (var at = 0; at < blocks.Count; at++)
        {
            if (kept[at] && blocks[at].IsProse)
            {
                var known = reaches.TryGetValue(blocks[at].Container, out var reach);
                reaches[blocks[at].Container] =
                    !known ? new(at, -1, at)
                    : reach.Second < 0 ? reach with { Second = at, Last = at }
                    : reach with { Last = at };
            }
        }

        return reaches;
    }

    private void Judge(IElement element, PageBlocks.Span span)
    {
        var isHidden = BoilerplateMarkup.IsHidden(element);
        var isOfThing = !isHidden && BoilerplateMarkup.IsOfThing(element);
        if (page.SentenceIn(span, withItems: isOfThing) is not { } first || element.QuerySelector(Controls) is not null)
        {
            return;
        }

        if (isHidden ? IsOpened(element) : isOfThing)
        {
            Keep(span);
        }
        else if (isHidden || BoilerplateMarkup.MayHoldText(element))
        {
            LeftOut ??= first;
        }
    }

    /// <summary>Whether an element is in what holds the text, with paragraphs of that above and below it.</summary>
    private bool IsWithin(IElement element, PageBlocks.Span span)
    {
        var around = Around(element, reaches.ContainsKey);
        return around is not null
            && span.End > span.First
            && reaches.TryGetValue(around, out var reach)
            && reach.First < span.First
            && reach.Last >= span.End
            && !kept.AsSpan(span.First, span.End - span.First).Contains(true);
    }

    private static bool IsIn(IElement element, IElement container) => Around(element, around => around == container) == container;

    /// <summary>The nearest element around one that is wanted, or the last that was looked at; null where the page ends before.</summary>
    private static IElement? Around(IElement element, Func<IElement, bool> isWanted)
    {
        var around = element.ParentElement;
        for (var depth = 1; depth < MostAround && around is not null && !isWanted(around); depth++)
        {
            around = around.ParentElement;
        }

        return around;
    }

    /// <summary>Whether a reader opens what is hidden: a tab, a part below its heading or button.</summary>
    private static bool IsOpened(IElement element)
    {
        var role = element.GetAttribute("role");
        var heading = element.PreviousElementSibling;
        return role is "tabpanel" or "region"
            || element.HasAttribute("aria-labelledby")
            || heading is { LocalName: ['h', >= '1' and <= '6'] or "button" or "summary" or "dt" }
            || heading?.QuerySelector("button, [aria-expanded]") is not null
            || NamesOf(element).Concat(element.ParentElement is { } parent ? NamesOf(parent) : []).Any(Opened.Contains);
    }

    private static IEnumerable<string> NamesOf(IElement element) => element.ClassList.SelectMany(name => name.Split('-', '_'));

    private void Keep(PageBlocks.Span span)
    {
        for (var at = span.First; at < span.End; at++)
        {
            kept[at] |= !blocks[at].IsLink;
        }
    }

    /// <summary>A line that is named by a date, between two paragraphs of the text: of what they tell.</summary>
    private void KeepNotes()
    {
        foreach (var element in page.Notes)
        {
            if (
                page.Of(element) is { } span
                && span.End - span.First == 1
                && blocks[span.First] is { IsNote: true, Furniture: 0, IsCard: false, Length: <= LongestNote, Linked: 0 } line
                && !PageLines.IsInfo(line.Start)
                && element.ParentElement is { } parent
                && reaches.TryGetValue(parent, out var reach)
                // The date below a lead is of the publication.
                && reach.Second >= 0
                && reach.Second < span.First
                && reach.Last > span.First
                && !BoilerplateMarkup.IsOfWriter(element)
            )
            {
                kept[span.First] = true;
            }
        }
    }

    /// <summary>Parts of a text may have linked headings as cards have: whole sentences of cards between paragraphs are said.</summary>
    private void SayCards()
    {
        for (var at = 0; LeftOut is null && at < blocks.Count; at++)
        {
            if (
                !kept[at]
                && blocks[at] is { IsCard: true, Furniture: 0, IsSentence: true } card
                && card.Container.ParentElement is { } text
                && reaches.TryGetValue(text, out var reach)
                && reach.First < at
                && reach.Last > at
            )
            {
                LeftOut = card.Start;
            }
        }
    }

    /// <summary>Notes on the text, and whom to ask about it, in a box behind it.</summary>
    private void KeepBehind()
    {
        var last = Array.LastIndexOf(kept, true);
        if (last < 0)
        {
            return;
        }

        var text = blocks[last].Container;
        foreach (var notes in text.QuerySelectorAll(NotesOfText).Where(box => IsIn(box, text)))
        {
            if (page.Of(notes) is { } span && span.First > last)
            {
                KeepShown(span);
            }
        }

        if (
            last + 1 < blocks.Count
            && blocks[last + 1] is { Level: > 1, MayBeText: true } heading
            && heading.Length <= LongestNote
            && Array.Exists(ContactHeadings, words => heading.Start.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            && heading.Container.ParentElement == text
            && page.Of(heading.Container) is { } contacts
            && contacts.First == last + 1
        )
        {
            KeepShown(contacts);
        }
    }

    private void KeepShown(PageBlocks.Span span)
    {
        for (var at = span.First; at < span.End; at++)
        {
            kept[at] |= blocks[at].IsOfPage;
        }
    }

    /// <summary>The first, the second and the last paragraph of a part of the page that are kept; -1 where there is no second.</summary>
    private readonly record struct Reach(int First, int Second, int Last);
}
