using Siaran.Tagging.Languages;
using Siaran.Tags;

namespace Siaran.Tagging.Figures;

/// <summary>What sums and measures are for each of: <c>Rp15.000/kg</c>, <c>40 kuintal per hektare</c>.</summary>
internal static class Rates
{
    private const int MostParts = 2;
    private const int LongestCurrency = 2;
    private const string Per = "per";
    private const string Its = "nya";

    /// <summary>
    /// The unit with what it is for each of, <c>IDR/kg</c>, and the last token; null where nothing of that kind is behind.
    /// </summary>
    /// <param name="unit">The currency or the unit of measure.</param>
    /// <param name="behind">What is behind the figure.</param>
    public static (string Unit, int Last)? Behind(string unit, TokenCursor behind)
    {
        if (unit is "percent" or "hari" or "minggu" or "bulan" or "tahun" or "jam" or "menit" or "detik")
        {
            return null;
        }

        // "Rp 2.500,- per kilogram": what ends a sum on bills.
        var at = behind.Mark is ',' or '.' && behind.Move(1).Mark is '-' or '–' ? behind.Move(2) : behind;
        var last = 0;
        for (var part = 0; part < MostParts && PartAt(at, out var name) is > 0 and var length; part++)
        {
            unit = $"{unit}/{name}";
            at = at.Move(length);
            last = at.Index - 1;
        }

        return last > 0 ? (unit, last) : null;
    }

    /// <summary>
    /// Gives the figure before what the figure is for each of, where it is the lower end of one range: <c>Rp5.300 sampai Rp5.900 per
    /// kilo</c>.
    /// </summary>
    /// <param name="figures">All figures before.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="number">Its number.</param>
    /// <param name="after">The first token behind the figure before.</param>
    public static void Share(List<KeyFigure> figures, KeyFigure figure, TokenCursor number, int after)
    {
        if (
            figures is not [.., { Unit: { } plain } before]
            || figure.Unit is not { } unit
            || unit.Length <= plain.Length
            || unit[plain.Length] != '/'
            || !unit.StartsWith(plain, StringComparison.Ordinal)
        )
        {
            return;
        }

        var join = number.At(after);
        var first = after + (join.Mark is '-' or '–' ? 1 : join.Match(join.Lexicon.Range));
        if (first > after && number.Index - first is >= 0 and <= LongestCurrency)
        {
            figures[^1] = before with { Unit = unit };
        }
    }

    /// <returns>How many tokens say what each of is meant: <c>per kg</c>; 0 where none do, or a day is meant (<c>per 3 Mei</c>).</returns>
    private static int PartAt(TokenCursor at, out string? name)
    {
        var words = at.Lexicon;
        var next = at.Move(1);
        var length = at.Match(words.Rate, out var names);
        name = length > 0 ? names[0] : null;
        if (length == 0 && next.IsLower && at.Word.Equals(Per, StringComparison.OrdinalIgnoreCase) && CountedThings.IsNoun(next))
        {
            var noun = next.Word.EndsWith(Its) ? next.Word[..^Its.Length] : next.Word;
            (name, length) = (noun.ToString(), 2);
        }

        var behind = at.Move(length);
        return
            length > 0 && (behind.IsNumber || behind.Begins(words.Month) || behind.Begins(words.Weekday) || behind.Begins(words.Definite))
            ? 0
            : length;
    }
}
