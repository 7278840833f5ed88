using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>The number of a paragraph.</summary>
/// <param name="Level">From 0.</param>
/// <param name="Mark">As a list shows it.</param>
/// <param name="Number">From 1.</param>
/// <param name="Label">As Word shows it, such as <c>2.</c> or <c>Pasal 3</c>.</param>
internal sealed record WordNumber(int Level, ListMark Mark, int Number, string Label)
{
    /// <summary>The label holds words, which no list of HTML shows.</summary>
    public bool HasWords { get; init; }
}

/// <summary>Counts the numbered paragraphs of a Word document as Word does.</summary>
internal sealed class WordNumbering
{
    private const int MostLevels = 9;

    private readonly Dictionary<int, NumberingInstance> instances = [];
    private readonly Dictionary<int, Dictionary<int, Level>> levels = [];
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int Instance, int Level)> restarted = [];

    public WordNumbering(NumberingDefinitionsPart? part)
    {
        foreach (var definition in part?.Numbering?.Elements<AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId?.Value is not { } id)
            {
                continue;
            }

            var byLevel = new Dictionary<int, Level>();
            foreach (var level in definition.Elements<Level>())
            {
                byLevel.TryAdd(level.LevelIndex?.Value ?? 0, level);
            }

            levels.TryAdd(id, byLevel);
        }

        foreach (var instance in part?.Numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is { } id)
            {
                instances.TryAdd(id, instance);
            }
        }
    }

    /// <summary>The number of the next paragraph that has these properties; null where it has none.</summary>
    public WordNumber? Next(NumberingProperties? properties)
    {
        if (
            properties?.NumberingId?.Val?.Value is not ({ } id and > 0)
            || !instances.TryGetValue(id, out var instance)
            || instance.AbstractNumId?.Val?.Value is not { } definition
        )
        {
            return null;
        }

        var at = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, MostLevels - 1);
        var level = LevelOf(instance, definition, at);
        var format = level?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        var pattern = level?.LevelText?.Val?.Value ?? $"%{at + 1}.";
        var hasWords = pattern.Any(char.IsLetter);
        if (format == NumberFormatValues.None && !hasWords)
        {
            return null;
        }

        var counts = Count(id, definition, instance, at);
        if (format == NumberFormatValues.Bullet)
        {
            return new(at, ListMark.Bullet, 1, "•");
        }

        var mark = new ListMark(true, TypeOf(format));
        return new(at, mark, counts[at], Label(pattern, counts, instance, definition).Trim()) { HasWords = hasWords };
    }

    private int[] Count(int id, int definition, NumberingInstance instance, int at)
    {
        if (!counters.TryGetValue(definition, out var counts))
        {
            counters[definition] = counts = new int[MostLevels];
        }

        // Instances of one definition go on counting together, unless one says where it starts.
        var isRestart = Override(instance, at)?.StartOverrideNumberingValue is not null && restarted.Add((id, at));
        counts[at] = counts[at] == 0 || isRestart ? Start(instance, definition, at) : counts[at] + 1;
        // A list may begin with 1.1: what is above and was never numbered counts as begun.
        for (var above = 0; above < at; above++)
        {
            counts[above] = counts[above] == 0 ? Start(instance, definition, above) : counts[above];
        }

        // What is deeper starts again, as in Word (w:lvlRestart, which says otherwise, is not read).
        Array.Clear(counts, at + 1, MostLevels - at - 1);
        return counts;
    }

    private int Start(NumberingInstance instance, int definition, int at) =>
        Math.Clamp(
            Override(instance, at)?.StartOverrideNumberingValue?.Val?.Value
                ?? LevelOf(instance, definition, at)?.StartNumberingValue?.Val?.Value
                ?? 1,
            1,
            100_000
        );

    private static LevelOverride? Override(NumberingInstance instance, int at) =>
        instance.Elements<LevelOverride>().FirstOrDefault(one => one.LevelIndex?.Value == at);

    private Level? LevelOf(NumberingInstance instance, int definition, int at) =>
        Override(instance, at)?.Level ?? levels.GetValueOrDefault(definition)?.GetValueOrDefault(at);

    private string Label(string pattern, int[] counts, NumberingInstance instance, int definition)
    {
        var label = new StringBuilder();
        for (var i = 0; i < pattern.Length && i < 60; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[++i] - '1';
                var format = LevelOf(instance, definition, at)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
                label.Append(Written(counts[at], TypeOf(format)));
            }
            else
            {
                label.Append(pattern[i]);
            }
        }

        return label.ToString();
    }

    private static char TypeOf(NumberFormatValues format) =>
        format == NumberFormatValues.LowerLetter ? 'a'
        : format == NumberFormatValues.UpperLetter ? 'A'
        : format == NumberFormatValues.LowerRoman ? 'i'
        : format == NumberFormatValues.UpperRoman ? 'I'
        : '1';

    private static string Written(int number, char type) =>
        type switch
        {
            'a' => Letters(number).ToLowerInvariant(),
            'A' => Letters(number),
            'i' => Roman(number).ToLowerInvariant(),
            'I' => Roman(number),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>Word doubles the letter after <c>Z</c>.</summary>
    private static string Letters(int number) =>
        number <= 0 ? "" : new string((char)('A' + ((number - 1) % 26)), Math.Min(1 + ((number - 1) / 26), 20));

    private static string Roman(int number)
    {
        if (number is <= 0 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var roman = new StringBuilder();
        foreach (
            var (value, digits) in new[]
            {
                (1000, "M"),
                (900, "CM"),
                (500, "D"),
                (400, "CD"),
                (100, "C"),
                (90, "XC"),
                (50, "L"),
                (40, "XL"),
                (10, "X"),
                (9, "IX"),
                (5, "V"),
                (4, "IV"),
                (1, "I"),
            }
        )
        {
            for (; number >= value; number -= value)
            {
                roman.Append(digits);
            }
        }

        return roman.ToString();
    }
}
