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
        var behind = last.Move(1 + unit.Length);
        return before.Is(number.Lexicon.Age)
            || (behind.Word is "ke" && behind.Move(1).Word is "atas" or "bawah")
            || (before.Mark == ',' && number.Move(-2).IsCapital && last.Index == number.Index && behind.Mark is ',' or '.')
            || (before.IsLower && IsOfLimit(before) && before.Move(-1).Is(number.Lexicon.Age))
            || (EndsLimit(before) && before.Move(-2).Is(number.Lexicon.Age))
            // "usia 7 sampai 15 tahun".
            || (before.Is(number.Lexicon.Range) && number.Move(-2).IsNumber && number.Move(-3).Is(number.Lexicon.Age))
            || (before.Mark == '(' && number.Move(-2).IsCapital && last.Index == number.Index && behind.Mark is ')' or ',');
    }

    /// <summary>Whether two words bound a number: <c>berusia lebih dari 17 tahun</c>, <c>usia di bawah 5 tahun</c>.</summary>
    private static bool EndsLimit(TokenCursor word) =>
        (word.Word is "dari" && word.Move(-1).Word is "lebih" or "kurang" or "mulai")
        || (word.Word is "atas" or "bawah" && word.Move(-1).Word is "di")
        || (word.Word is "sedikit" or "banyak" or "tinggi" or "rendah" && word.Move(-1).Word is "paling");

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

    /// <summary>
    /// Whether <c>ke</c> before a number is the way to what it counts, and makes no ordinal of it: <c>disalurkan ke 3 desa</c>, <c>ke lima
    /// posko lainnya</c>.
    /// </summary>
    public static bool IsReached(TokenCursor number)
    {
        var way = number.Move(-1);
        if (!way.IsLower || way.Word is not "ke" || !number.Lexicon.IsModelled)
        {
            return false;
        }

        var thing = number.IsNumber ? number.Move(1) : number.Move(SpokenNumber.At(number)?.Length ?? 0);
        return thing.Index > number.Index
            && thing.IsLower
            && thing.Match(number.Lexicon.CountedNoun) is > 0 and var length
            // "ke dua desa" is often a slip for "kedua desa".
            && (
                (CountedThings.IsVerb(way.Move(-1)) && number.Word is not "dua")
                || thing.Move(length).Word is "lain" or "lainnya" or "berbeda" or "sekaligus"
            );
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
        return before.IsWord && (before.Is(at.Lexicon.NoFigure) || (before.Word is "jam" && IsClock(at)) || IsHouse(at));
    }

    /// <summary>Whether a number behind <c>jam</c> is written as times of the day are: <c>jam 04.30</c>.</summary>
    private static bool IsClock(TokenCursor at) => at.Token.Length is 4 or 5 && at.Word[^3] == '.' && !at.Move(-2).IsNumber;

    /// <summary>Whether a number in a street comes before that of its neighbourhood: <c>Jalan Melati 14 RT. 02</c>.</summary>
    private static bool IsHouse(TokenCursor at)
    {
        var next = at.Move(1);
        var behind = next.Move(next.Move(1).Mark is '.' or '/' ? 2 : 1);
        // "5 RT 2 RW" are counted.
        return next.Word is "RT" or "RW" && behind.IsNumber && (behind.Move(1).Word is not "RW" || behind.Move(2).IsNumber);
    }

    /// <summary>Whether a number may be a year, from 1900 to 2100: <c>2024</c>.</summary>
    public static bool IsYear(TokenCursor at) =>
        at.Token.Length == 4 && int.TryParse(at.Word, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;
}
