using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>Writes the runs of a Word document's paragraphs as inline HTML.</summary>
/// <param name="part">Knows where links lead.</param>
/// <param name="styles">The document's.</param>
/// <param name="reading">Which tracked changes are shown.</param>
/// <param name="leftOut">Gathers what is not shown.</param>
/// <param name="notes">Is asked for the number of the note that a mark refers to.</param>
internal sealed class WordText(OpenXmlPart part, WordStyles styles, TrackedReading reading, LeftOut leftOut, Func<long, bool, int?> notes)
{
    private static readonly GuardedRegex LinkField = new(@"^\s*HYPERLINK\s+""(?<to>[^""]+)""", RegexOptions.IgnoreCase);

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private readonly InlineHtml html = new();
    private readonly Stack<Field> fields = new();
    private WordStyle paragraph = WordStyle.None;
    private int headingLevel;
    private string? link;
    private TextStyles raised = TextStyles.None;
    private bool areCapitals;
    private bool isRaised;

    public InlineHtml Html => html;

    /// <summary>Appends a paragraph's runs to <see cref="Html"/>.</summary>
    public void Append(Paragraph written, WordStyle style, int level)
    {
        (paragraph, headingLevel, areCapitals) = (style, level, IsInSmall(written));
        // What a field shows may go on in the next paragraph; its code does not, and one without an end hides no text.
        while (fields.TryPeek(out var open) && !open.Shows)
        {
            fields.Pop();
        }

        Children(written);
        leftOut.EndHidden();
    }

    /// <summary>
    /// Whether capitals are a matter of style alone, and all that has it is typed in small letters: <c>bmkg</c> that shows BMKG. What has
    /// capitals of its own reads better as it is typed.
    /// </summary>
    private static bool IsInSmall(Paragraph written) =>
        written.Descendants<Caps>().Any()
        && !written.Descendants<Run>().Any(run => run.RunProperties?.Caps is not null && run.InnerText.Any(char.IsUpper));

    /// <summary>Whether the reading does not show what is in a tracked change.</summary>
    public static bool IsUnread(OpenXmlElement element, TrackedReading reading) =>
        reading is TrackedReading.Final ? element is DeletedRun or MoveFromRun or Deleted : element is InsertedRun or MoveToRun or Inserted;

    private void Children(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            Element(child);
        }
    }

    private void Element(OpenXmlElement element)
    {
        switch (element)
        {
            case Run run:
                Run(run);
                break;
            case Hyperlink hyperlink:
                Link(hyperlink);
                break;
            case AlternateContent alternate:
                GatherFallback(alternate);
                if (Shown(alternate) is { } shown)
                {
                    Element(shown);
                }

                break;
            case ParagraphProperties or RunProperties or SdtProperties or DeletedFieldCode:
                break;
            case OpenXmlUnknownElement unknown:
                Children(UnknownWords.Known(unknown));
                break;
            case RubyContent or RubyBase:
                break;
            default:
                // What is not known is gone through and not left out: content controls, smart tags and
                // bookmarks hold text.
                if (!Formula(element) && !IsUnread(element, reading))
                {
                    Children(element);
                }

                break;
        }
    }

    /// <summary>Writes a part of a formula as the number that it shows; false where it says nothing by itself.</summary>
    private bool Formula(OpenXmlElement element)
    {
        switch (element)
        {
            case DocumentFormat.OpenXml.Math.Text written:
                html.Append(written.Text, raised, link);
                return true;
            case DocumentFormat.OpenXml.Math.Fraction fraction:
                // Two is no part of a half: 2 1/2.
                html.Append(html.Text is [.., >= '0' and <= '9'] ? " " : "", TextStyles.None, link);
                Children(fraction);
                return true;
            case DocumentFormat.OpenXml.Math.Denominator denominator:
                html.Append("/", raised, link);
                Children(denominator);
                return true;
            case DocumentFormat.OpenXml.Math.SuperArgument above:
                Raised(above, TextStyles.Superscript);
                return true;
            case DocumentFormat.OpenXml.Math.SubArgument below:
                Raised(below, TextStyles.Subscript);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What a formula writes above or below its line: the power in m², which is another number without it.</summary>
    private void Raised(OpenXmlElement argument, TextStyles style)
    {
        var before = raised;
        raised = style;
        Children(argument);
        raised = before;
    }

    private void Link(Hyperlink hyperlink)
    {
        var before = link;
        link = Target(hyperlink.Id?.Value) ?? before;
        Children(hyperlink);
        link = before;
    }

    private string? Target(string? id) =>
        id is null ? null : part.HyperlinkRelationships.FirstOrDefault(relationship => relationship.Id == id)?.Uri.OriginalString;

    private void Run(Run run)
    {
        var properties = run.RunProperties;
        var style = styles.Of(properties?.RunStyle?.Val?.Value);
        // Null is "says nothing" and not "no", all the way up: the run first, then its style, then that
        // of its paragraph.
        if (WordStyles.IsOn(properties?.Vanish) ?? style.Hidden ?? paragraph.Hidden ?? false)
        {
            leftOut.Hide(run.InnerText);
            return;
        }

        leftOut.EndHidden();
        var styled = StylesOf(properties, style);
        isRaised = areCapitals && WordStyles.IsOn(properties?.Caps) == true;
        Contents(run, styled);
    }

    private TextStyles StylesOf(RunProperties? properties, WordStyle style)
    {
        var vertical = properties?.VerticalTextAlignment?.Val?.Value;
        // A heading is bold by itself; strong within it would say nothing.
        var isBold = headingLevel == 0 && (WordStyles.IsOn(properties?.Bold) ?? style.Bold ?? paragraph.Bold ?? false);
        return (isBold ? TextStyles.Bold : TextStyles.None)
            | ((WordStyles.IsOn(properties?.Italic) ?? style.Italic ?? paragraph.Italic ?? false) ? TextStyles.Italic : TextStyles.None)
            | (vertical == VerticalPositionValues.Superscript ? TextStyles.Superscript : TextStyles.None)
            | (vertical == VerticalPositionValues.Subscript ? TextStyles.Subscript : TextStyles.None)
            | (WordStyles.IsOn(properties?.Strike) == true ? TextStyles.Strikethrough : TextStyles.None);
    }

    private void Content(OpenXmlElement child, TextStyles styled)
    {
        // A field is runs in a row: begin, its code, separate, what it shows, end. The code (HYPERLINK
        // "…", PAGE) is no text.
        if (fields.TryPeek(out var field) && !field.Shows && child is not (FieldChar or FieldCode))
        {
            return;
        }

        switch (child)
        {
            case var _ when WordsOf(child) is { } words:
                html.Append(words, styled, Href);
                break;
            case Break or CarriageReturn:
                html.Break();
                break;
            case FieldChar mark:
                Turn(mark);
                break;
            case FieldCode code when field is not null:
                field.Code += code.Text;
                break;
            case FootnoteReference note:
                Note(note.Id?.Value, isEndnote: false);
                break;
            case EndnoteReference note:
                Note(note.Id?.Value, isEndnote: true);
                break;
            case Ruby ruby:
                ruby.GetFirstChild<RubyBase>()?.Elements<Run>().ToList().ForEach(Run);
                break;
            case Drawing or Picture or EmbeddedObject:
                Drawn(child);
                break;
            case AlternateContent alternate:
                GatherFallback(alternate);
                Contents(Shown(alternate), styled);
                break;
        }
    }

    private void Contents(OpenXmlElement? parent, TextStyles styled)
    {
        foreach (var child in parent?.ChildElements ?? [])
        {
            Content(child, styled);
            // The list of notes has numbers, so a mark of the note's own would be another.
            if (child is FootnoteEndnoteReferenceType { CustomMarkFollows: { } own } && own.Value)
            {
                break;
            }
        }
    }

    /// <summary>What an element writes that stands for characters; null for any other.</summary>
    private string? WordsOf(OpenXmlElement child) =>
        child switch
        {
            Text text => isRaised ? text.Text.ToUpperInvariant() : text.Text,
            DeletedText text when reading is TrackedReading.Original => text.Text,
            TabChar or PositionalTab => "\t",
            NoBreakHyphen => "-",
            SymbolChar symbol => WordSymbols.Of(symbol),
            _ => null,
        };

    // Fields nest: what a field within a link's text shows, such as a number, is part of the link.
    private string? Href => link ?? fields.FirstOrDefault(one => one.Link is not null)?.Link;

    /// <summary>The first choice is what a program of today shows; the fallback says the same again.</summary>
    private static OpenXmlElement? Shown(AlternateContent alternate) =>
        (OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate.GetFirstChild<AlternateContentFallback>();

    private void GatherFallback(AlternateContent alternate)
    {
        foreach (var box in WordLines.FallbackIn(alternate))
        {
            leftOut.Add(LeftOutPart.TextBox, box);
        }
    }

    private void Turn(FieldChar mark)
    {
        var type = mark.FieldCharType?.Value;
        if (type == FieldCharValues.Begin)
        {
            fields.Push(new Field { Chosen = WordFields.Chosen(mark) });
        }
        else if (type == FieldCharValues.End)
        {
            // What is chosen of a list is in none of the runs.
            if (fields.TryPop(out var ended) && !ended.Shows && ended.Chosen is { } chosen)
            {
                html.Append(chosen, TextStyles.None, Href);
            }
        }
        else if (fields.TryPeek(out var field))
        {
            field.Shows = true;
            field.Link = LinkField.Match(field.Code) is { Success: true } match ? match.Groups["to"].Value : null;
        }
    }

    private void Note(long? id, bool isEndnote)
    {
        if (id is { } at && notes(at, isEndnote) is { } number)
        {
            html.Append(number.ToString(System.Globalization.CultureInfo.InvariantCulture), TextStyles.Superscript, null);
        }
    }

    private void Drawn(OpenXmlElement drawn)
    {
        // By name, since what is in a drawing is not always of a known type.
        var boxes = drawn.Descendants().Where(WordLines.IsBox).Where(box => !box.Ancestors().Any(WordLines.IsBox)).ToList();
        foreach (var box in boxes)
        {
            leftOut.Add(LeftOutPart.TextBox, WordLines.In(box));
        }

        foreach (var words in WordFormat.DrawnWords(drawn))
        {
            leftOut.Add(LeftOutPart.TextBox, words);
        }

        leftOut.Ask(WordLines.DescribedIn(drawn));
        if (boxes.Count == 0 && !TryPicture(drawn))
        {
            leftOut.Add(drawn is EmbeddedObject ? LeftOutPart.EmbeddedFile : LeftOutPart.Picture, AltOf(drawn));
        }
    }

    /// <summary>Takes the picture that is drawn, by its relationship (ISO/IEC 29500-1 §20.1.8.13), where the document holds it.</summary>
    private bool TryPicture(OpenXmlElement drawn)
    {
        var id = drawn
            .Descendants()
            .Where(inner => inner.LocalName is "blip" or "imagedata")
            .SelectMany(inner => inner.GetAttributes())
            .FirstOrDefault(attribute =>
                attribute.LocalName is "embed" or "id" && attribute.NamespaceUri.EndsWith("/relationships", Ordinal)
            )
            .Value;
        if (
            leftOut.Enclosed is not { } enclosed
            || drawn is EmbeddedObject
            || id is null
            || part.Parts.Where(one => one.RelationshipId == id).Select(one => one.OpenXmlPart).FirstOrDefault() is not ImagePart image
        )
        {
            return false;
        }

        using var stream = image.GetStream();
        var alt = AltOf(drawn);
        if (enclosed.Add(image.Uri.OriginalString, ZipBounds.Bytes(stream), alt, isOptional: true) is not { } taken)
        {
            return false;
        }

        html.Picture(enclosed.AddressOf(taken).AbsoluteUri, alt);
        return true;
    }

    private static string AltOf(OpenXmlElement drawn) =>
        drawn
            .Descendants()
            .Where(inner => inner.LocalName is "docPr" or "shape")
            .SelectMany(inner => inner.GetAttributes())
            .FirstOrDefault(attribute => attribute.LocalName is "descr" or "alt")
            .Value
        ?? "";

    private sealed class Field
    {
        public string Code { get; set; } = "";

        public bool Shows { get; set; }

        public string? Link { get; set; }

        /// <summary>The entry that is chosen of a list of a form.</summary>
        public string? Chosen { get; init; }
    }
}
