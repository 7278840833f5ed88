using System.Globalization;
using Siaran.Tagging.Languages;

namespace Siaran.Tagging.Figures;

/// <summary>A number in words: <c>tiga</c>, <c>dua puluh lima</c>, <c>seratus lima puluh</c>.</summary>
/// <param name="Value">Below a thousand, or a thousand.</param>
/// <param name="Length">In tokens.</param>
internal readonly record struct SpokenNumber(int Value, int Length)
{
    private const int Ten = 10;
    private const int Hundred = 100;
    private const int Thousand = 1000;

    /// <summary>The number in words that begins at a token; null where none does.</summary>
    // Thousands and more are magnitudes, as they are behind figures: "dua puluh lima" is read here, "ribu" by who reads "25 ribu".
    public static SpokenNumber? At(TokenCursor at)
    {
        if (!at.IsWord || at.Lexicon.NumberWord.Count == 0)
        {
            return null;
        }

        if (Is(at, "seribu"))
        {
            return new(Thousand, 1);
        }

        var isHundred = Is(at, "seratus");
        if (!isHundred && !at.Begins(at.Lexicon.NumberWord))
        {
            return null;
        }

        var hundreds =
            isHundred ? new SpokenNumber(Hundred, 1)
            : Is(at.Move(1), "ratus") && One(at) is < Ten and var first ? new(first * Hundred, 2)
            : default;
        var below = BelowHundred(at.Move(hundreds.Length));
        return below.Length + hundreds.Length == 0 ? null : new(hundreds.Value + below.Value, hundreds.Length + below.Length);
    }

    /// <summary><c>tiga belas</c>, <c>dua puluh lima</c>, <c>sebelas</c>; of no length where there is none.</summary>
    private static SpokenNumber BelowHundred(TokenCursor at)
    {
        if (One(at) is not { } first)
        {
            return default;
        }

        var next = at.Move(1);
        return first < Ten && Is(next, "belas") ? new(Ten + first, 2)
            : first < Ten && Is(next, "puluh")
                ? One(at.Move(2)) is < Ten and var last ? new((first * Ten) + last, 3)
                    : new(first * Ten, 2)
            : new(first, 1);
    }

    private static int? One(TokenCursor at) =>
        at.Match(at.Lexicon.NumberWord, out var values) == 1 ? int.Parse(values[0], CultureInfo.InvariantCulture) : null;

    private static bool Is(TokenCursor at, string word) => at.IsWord && at.Word.Equals(word, StringComparison.OrdinalIgnoreCase);
}
