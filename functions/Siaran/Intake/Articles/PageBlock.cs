using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>One stretch of a page's text between two block boundaries, as it is measured.</summary>
internal sealed class PageBlock
{
    public const int LongestStart = 120;

    private const int SurelyProse = 10;
    private const int SentenceAtLeast = 5;
    private const int CharactersOfAWord = 4;

    /// <summary>So many characters that are not linked are text, however much of it is linked besides.</summary>
    private const int SurelyText = 50;

    /// <summary>The block element that holds it.</summary>
    public required IElement Owner { get; init; }

    /// <summary>The nearest element around it that arranges a page: no paragraph, heading, list, table or quotation.</summary>
    public required IElement Container { get; init; }

    /// <summary>How many nodes the container and those around it are.</summary>
    public required int Depth { get; init; }

    /// <summary>Its first characters, white space folded.</summary>
    public required string Start { get; init; }

    /// <summary>Characters that are no white space.</summary>
    public required int Length { get; init; }

    /// <summary>How many of these are linked.</summary>
    public required int Linked { get; init; }

    public required int Words { get; init; }

    /// <summary>How many of its characters are of scripts without spaces between words.</summary>
    public required int Ideographs { get; init; }

    public required bool EndsSentence { get; init; }

    /// <summary>Ends with what someone said.</summary>
    public required bool EndsQuote { get; init; }

    /// <summary>Its last sentence goes on elsewhere: it ends in an ellipsis.</summary>
    public required bool IsOpenEnded { get; init; }

    /// <summary>In a list or a table, whose parts may be short.</summary>
    public required bool IsItem { get; init; }

    /// <summary>How many elements around it are marked as furniture.</summary>
    public int Furniture { get; set; }

    /// <summary>In one of several neighbours of one shape that lead elsewhere.</summary>
    public bool IsCard { get; set; }

    /// <summary>Says who wrote the text or when, by its name.</summary>
    public bool IsNote { get; set; }

    /// <summary>A link that is of the text itself: in a list of links, in a cell of its table, or to its document.</summary>
    public bool IsOfList { get; set; }

    /// <summary>In a table of the text, which may be in a box of its own, as themes put it to let it scroll.</summary>
    public bool IsOfTable { get; set; }

    /// <summary>In an element that says that it holds the article's text.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>The nearest element around it that says, by microdata or a known class, that it holds a text; or null.</summary>
    public required IElement? Region { get; init; }

    /// <summary>Of the heading that it is, 1 to 6; else 0.</summary>
    public required int Level { get; init; }

    /// <summary>Little more than links; a sentence may be linked for the most part.</summary>
    public bool IsLink =>
        !IsOfList
        && Linked * 2 > Length
        && Length - Linked < SurelyText
        && !(EndsSentence && Words >= SentenceAtLeast && Linked * 5 < Length * 4);

    /// <summary>In no menu, card, form or other part of the page that is marked as such.</summary>
    public bool IsOfPage => this is { Furniture: 0, IsCard: false, IsNote: false };

    /// <summary>The same, and no link.</summary>
    public bool MayBeText => IsOfPage && !IsLink;

    /// <summary>Whether it is in the same part of the page as another, or in a part of the same shape next to that.</summary>
    public bool IsPlacedLike(PageBlock other) =>
        Container == other.Container
        || (
            IsOfShape(Container, other.Container)
            && (
                Container.ParentElement == other.Container.ParentElement
                || IsOfShape(Container.ParentElement, other.Container.ParentElement)
            )
        );

    public bool IsProse =>
        !IsLink
        && Level == 0
        && Words + (Ideographs / CharactersOfAWord) is var words
        && (words >= SurelyProse || (words >= SentenceAtLeast && EndsSentence));

    /// <summary>A whole sentence, little of which is linked.</summary>
    public bool IsSentence => this is { IsProse: true, EndsSentence: true, IsOpenEnded: false, IsNote: false } && Linked * 5 < Length;

    private static bool IsOfShape(IElement? one, IElement? other) =>
        one?.LocalName == other?.LocalName && one?.ClassName == other?.ClassName;
}
