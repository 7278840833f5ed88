using System.Globalization;
using System.Xml.Linq;
using static Siaran.Intake.Documents.OpenDocumentNames;

namespace Siaran.Intake.Documents;

/// <summary>The styles of an OpenDocument text by their names, ancestors included.</summary>
internal sealed class OpenDocumentStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, XElement> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> paragraphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <param name="roots">Of the parts that hold styles.</param>
    public OpenDocumentStyles(IEnumerable<XElement> roots)
    {
        foreach (var element in roots.SelectMany(root => root.Descendants()))
        {
            if (element.Name == Style + "style" && element.Attribute(Style + "name")?.Value is { } name)
            {
                (element.Attribute(Style + "family")?.Value is "paragraph" ? paragraphs : texts).TryAdd(name, element);
            }
            else if (element.Name == Text + "list-style" && element.Attribute(Style + "name")?.Value is { } list)
            {
                lists.TryAdd(list, element);
            }
            else if (
                element.Name.LocalName is "user-field-decl" or "variable-decl"
                && (element.Attribute(Office + "string-value") ?? element.Attribute(Office + "value"))?.Value is { } value
            )
            {
                values.TryAdd(element.Attribute(Text + "name")?.Value ?? "", value);
            }
        }
    }

    /// <summary>What a field of a name shows, or null.</summary>
    public string? ValueOf(string field) => values.GetValueOrDefault(field);

    /// <summary>How text of a style looks; of a heading, bold goes without saying.</summary>
    public TextStyles Of(string? name, bool isParagraph)
    {
        var (bold, italic, position, line) = ((string?)null, (string?)null, (string?)null, (string?)null);
        foreach (var properties in Chain(name, isParagraph).Select(style => style.Element(Style + "text-properties")).OfType<XElement>())
        {
            bold ??= properties.Attribute(Format + "font-weight")?.Value;
            italic ??= properties.Attribute(Format + "font-style")?.Value;
            position ??= properties.Attribute(Style + "text-position")?.Value;
            line ??= properties.Attribute(Style + "text-line-through-style")?.Value;
        }

        return (bold is "bold" or "600" or "700" or "800" or "900" ? TextStyles.Bold : TextStyles.None)
            | (italic is "italic" or "oblique" ? TextStyles.Italic : TextStyles.None)
            | (IsRaised(position, "super") ? TextStyles.Superscript : TextStyles.None)
            | (IsRaised(position, "sub") ? TextStyles.Subscript : TextStyles.None)
            | (line is not (null or "none") ? TextStyles.Strikethrough : TextStyles.None);
    }

    /// <summary>Whether text of a style is not shown.</summary>
    public bool IsHidden(string? name, bool isParagraph) =>
        Chain(name, isParagraph).Any(style => style.Element(Style + "text-properties")?.Attribute(Text + "display")?.Value is "none");

    /// <summary>Whether a paragraph's style is that of titles.</summary>
    public bool IsTitle(string? name) => Chain(name, isParagraph: true).Any(style => style.Attribute(Style + "name")?.Value is "Title");

    /// <summary>Whether a paragraph's style is that of captions, or one of those that LibreOffice bases on it for each kind.</summary>
    public bool IsCaption(string? name) =>
        Chain(name, isParagraph: true).Any(style => style.Attribute(Style + "name")?.Value is "Caption" or "Illustration" or "Figure");

    /// <summary>How a list marks its items at a level from 0, and where it starts.</summary>
    public (ListMark Mark, int Start) Mark(string? list, int level)
    {
        var wanted = (level + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var found = list is null
            ? null
            : lists.GetValueOrDefault(list)?.Elements().FirstOrDefault(one => one.Attribute(Text + "level")?.Value == wanted);
        if (found?.Name != Text + "list-level-style-number" || found.Attribute(Style + "num-format")?.Value is not { Length: 1 } format)
        {
            return (ListMark.Bullet, 1);
        }

        var start = int.TryParse(found.Attribute(Text + "start-value")?.Value, CultureInfo.InvariantCulture, out var given)
            ? Math.Clamp(given, 1, 100_000)
            : 1;
        return (new ListMark(true, "1aAiI".Contains(format, StringComparison.Ordinal) ? format[0] : '1'), start);
    }

    private static bool IsRaised(string? position, string word) =>
        position is { Length: > 0 }
        && (
            position.StartsWith(word, StringComparison.Ordinal)
            || (
                int.TryParse(position.Split('%')[0], CultureInfo.InvariantCulture, out var percent)
                && (word is "super" ? percent > 0 : percent < 0)
            )
        );

    private IEnumerable<XElement> Chain(string? name, bool isParagraph)
    {
        var styles = isParagraph ? paragraphs : texts;
        for (var depth = 0; name is not null && depth < MostAncestors && styles.TryGetValue(name, out var style); depth++)
        {
            yield return style;
            name = style.Attribute(Style + "parent-style-name")?.Value;
        }
    }
}
