using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Siaran.Releases;

namespace Siaran.Intake;

/// <summary>One block of the document: a paragraph, heading, list, table or figure directly in the body.</summary>
/// <param name="Element">In the draft's own document.</param>
/// <param name="HeadingLevel">1–6 as in the source, or 0.</param>
/// <param name="IsProse">A paragraph or heading, in which headline, dateline and sign-off may stand.</param>
internal sealed record Block(IElement Element, int HeadingLevel, bool IsProse)
{
    /// <summary>As shown, with single spaces.</summary>
    public string Text => Element.TextContent.Replace('\n', ' ');

    public bool HasLink => Element.QuerySelector("a") is not null;
}

/// <summary>A document as its format gives it, before headline, dateline and sign-off are looked for.</summary>
internal sealed record Draft
{
    public required IHtmlDocument Document { get; init; }

    public required List<Block> Blocks { get; init; }

    /// <summary>Every line of a page, what surrounds the article included; null where the document's own lines are all there is.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    /// <summary>Whether it is a page of a site, whose first lines are the site's.</summary>
    public bool IsPage { get; init; }

    /// <summary>Whether it is a page whose metadata say that it was published before it came.</summary>
    public bool IsOut(DateTimeOffset? uploadedAt) => IsPage && PublishAt is { } published && published <= uploadedAt;

    /// <summary>Lines that are shown around the text, on every page or in boxes: any of them may say that it must wait.</summary>
    public IReadOnlyList<string> Asides { get; init; } = [];

    /// <summary>What the document says of itself outside of its text: titles, and metadata as <c>name: value</c>.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>
    /// What a page says of a time next to its headline or in its metadata, as written: one that is still to come holds it.
    /// </summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>Times of a page of which nobody knows what they are of, as <c>name: value</c>: an editor decides on one to come.</summary>
    public IReadOnlyList<string> UnknownTimes { get; init; } = [];

    /// <summary>When a page says that it was published, where that cannot be read.</summary>
    public IReadOnlyList<string> UnreadDates { get; init; } = [];

    /// <summary>Footnotes as a list, which hangs nowhere yet: they follow the text once its sign-off is taken.</summary>
    public IElement? Notes { get; init; }

    public string? Headline { get; init; }

    public string? Label { get; init; }

    public string? Agency { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public ReleaseImage? Image { get; init; }

    public Uri? CanonicalUrl { get; init; }
}
