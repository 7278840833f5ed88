using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>What a style of a Word document says, its ancestors included; null where none of them says it.</summary>
internal sealed record WordStyle
{
    public static WordStyle None { get; } = new();

    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>1–6; 0 for text.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Of the captions of pictures and tables.</summary>
    public bool IsCaption { get; init; }

    public NumberingProperties? Numbering { get; init; }
}

/// <summary>The styles of a Word document by their ids.</summary>
internal sealed class WordStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> read = new(StringComparer.Ordinal);
    private readonly string? standard;

    public WordStyles(StyleDefinitionsPart? part)
    {
        foreach (var style in part?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id)
            {
                continue;
            }

            styles.TryAdd(id, style);
            if (style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true)
            {
                standard = id;
            }
        }
    }

    /// <summary>The style of a paragraph that names it, or none.</summary>
    public WordStyle OfParagraph(string? id) => Of(id ?? standard);

    public WordStyle Of(string? id)
    {
        if (id is null)
        {
            return WordStyle.None;
        }

        if (!read.TryGetValue(id, out var known))
        {
            read[id] = known = Resolve(id);
        }

        return known;
    }

    private WordStyle Resolve(string id)
    {
        var result = WordStyle.None;
        var at = styles.GetValueOrDefault(id);
        // Styles inherit from the one that they are based on, and a file may make a ring of them.
        for (var depth = 0; at is not null && depth < MostAncestors; depth++)
        {
            var (run, paragraph) = (at.StyleRunProperties, at.StyleParagraphProperties);
            result = result with
            {
                Bold = result.Bold ?? IsOn(run?.Bold),
                Italic = result.Italic ?? IsOn(run?.Italic),
                Hidden = result.Hidden ?? IsOn(run?.Vanish),
                HeadingLevel = result.HeadingLevel > 0 ? result.HeadingLevel : Level(at.StyleName?.Val?.Value, paragraph?.OutlineLevel),
                IsCaption = result.IsCaption || "caption".Equals(at.StyleName?.Val?.Value, StringComparison.OrdinalIgnoreCase),
                Numbering = result.Numbering ?? paragraph?.NumberingProperties,
            };
            at = at.BasedOn?.Val?.Value is { } parent ? styles.GetValueOrDefault(parent) : null;
        }

        return result;
    }

    /// <summary>An outline level of 9 is text.</summary>
    public static int Level(OutlineLevel? outline) => outline?.Val?.Value is >= 0 and < 9 and var level ? Math.Min(level + 1, 6) : 0;

    public static bool? IsOn(OnOffType? toggle) => toggle is null ? null : toggle.Val?.Value ?? true;

    /// <summary>Word keeps the English names of its own styles in every language.</summary>
    private static int Level(string? name, OutlineLevel? outline) =>
        name?.ToLowerInvariant() switch
        {
            "title" => 1,
            "subtitle" => 0,
            { Length: 9 } heading when heading.StartsWith("heading ", StringComparison.Ordinal) && heading[8] is >= '1' and <= '9' =>
                Math.Min(heading[8] - '0', 6),
            _ => Level(outline),
        };
}
