using System.Globalization;
using Siaran.Tagging.Languages;

namespace Siaran.Tagging.Figures;

/// <summary>Which numbers are no figures: ages, years, and those that are part of a name or count something off.</summary>
internal static class NoFigures
{
    private const int LongestAge = 3;
    private const int FarthestThese = 4;

    /// <summary>
    /// Whether years are someone's age: in brackets behind a name, <c>Siti (9 tahun)</c>, or behind the word for it,
    /// <c>usia 6-11 tahun</c>.
    /// </summary>
    public static bool IsAge(TokenCursor number)
    {
        if (number.Token.Length > LongestAge)
        {
            return false;
        }

        var last = number.Move(1).Mark is '-' or '–' || number.Move(1).Is(number.Lexicon.Range) ? number.Move(2) : number;
        if (FigureReader.UnitAt(last.Move(1)) is not { Name: FigureReader.Years } unit)
        {
            return false;
        }

        var before = number.Move(-1);
        return before.Is(number.Lexicon.Age)
            || (before.IsLower && IsOfLimit(before) && before.Move(-1).Is(number.Lexicon.Age))
            || (
                before.Mark == '('
                && number.Move(-2).IsCapital
                && last.Index == number.Index
                && number.Move(1 + unit.Length).Mark is ')' or ','
            );
    }

    private static bool IsOfLimit(TokenCursor word) =>
        word.Is(word.Lexicon.LeadIn) || word.Word is "minimal" or "maksimal" or "antara" or "mulai";

    /// <summary>
    /// Whether a number behind <c>ke</c> is of all that were counted before, and no ordinal: <c>ke-30 warga itu</c>, <c>ke 12 orang
    /// tersebut</c>.
    /// </summary>
    public static bool IsAllOf(TokenCursor number)
    {
        var behind = number.Move(1);
        if (
            !number.IsNumber
            || !number.Lexicon.IsModelled
            || !(behind.Begins(number.Lexicon.CountedNoun) || FigureReader.UnitAt(behind) is { Name: FigureReader.People or "KK" })
        )
        {
            return false;
        }

        for (var at = behind.Move(1); at.IsWord && at.Index - behind.Index < FarthestThese; at = at.Move(1))
        {
            if (at.Is(number.Lexicon.Definite))
            {
                return OrdinalOf(number).Word.Equals("ke", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    /// <summary>The token of the word that makes a number one of all that were counted before; null where it is none.</summary>
    public static int? BeforeAll(TokenCursor number) => IsAllOf(number) ? OrdinalOf(number).Index : null;

    /// <summary>What is before a number and, in some hands, before a hyphen: <c>ke-30</c>.</summary>
    private static TokenCursor OrdinalOf(TokenCursor number) => number.Move(number.Move(-1).Mark == '-' ? -2 : -1);

    /// <summary>Whether the number is part of a name or counts something off: <c>Pasal 45</c>, <c>No. 8</c>, <c>Densus 88</c>.</summary>
    public static bool IsOfName(TokenCursor at)
    {
        var before = at.Move(-1);
        before = before.Mark == '.' && before.IsJoined ? before.Move(-1) : before;
        return before.IsWord && before.Is(at.Lexicon.NoFigure);
    }

    /// <summary>Whether a number may be a year, from 1900 to 2100: <c>2024</c>.</summary>
    public static bool IsYear(TokenCursor at) =>
        at.Token.Length == 4 && int.TryParse(at.Word, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;
}
