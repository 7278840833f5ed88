using System.Globalization;
using Siaran.Tagging.Languages;

namespace Siaran.Tagging.Figures;

/// <summary>The lower end of a range of numbers.</summary>
/// <param name="Value">Of the lower end.</param>
/// <param name="Next">The token of the upper end.</param>
/// <param name="HasMagnitude">Whether the lower end has a magnitude of its own, <c>27 ribu sampai 35 ribu</c>.</param>
internal readonly record struct FigureRange(decimal Value, int Next, bool HasMagnitude)
{
    // A billion of the largest magnitude is far below where decimal ends.
    private const decimal LargestPlain = 1_000_000_000m;

    /// <summary>The lower end of a range, <c>Rp55-60 ribu</c>, <c>40 hingga 120 cm</c>; null where there is none.</summary>
    public static FigureRange? At(TokenCursor at)
    {
        var isRange =
            (at.IsNumber && FigureReader.Joins(at.Move(2)) && at.Move(1).Mark is '-' or '–' && at.Move(1).IsJoined)
            || (at.IsNumber && IsApart(at.Move(1)))
            || (at.IsNumber && at.Move(1).IsLower && at.Move(2).IsNumber && (at.Move(1).Is(at.Lexicon.Range) || IsPart(at)));
        if (BeginsRangeInWords(at))
        {
            return WrittenNumber.At(at, isMoney: false).Value is { } first ? new(first, at.Index + 2, HasMagnitude: false) : null;
        }

        if ((IsChange(at) || IsSize(at) || IsPair(at)) && Amounts.Parse(at.Word, at.Lexicon.DecimalMark) is { } former)
        {
            return new(former, at.Index + 2, HasMagnitude: false);
        }

        // "55-60" is a range only if it rises: "60-55" is a score or a code.
        return
            isRange && Amounts.Parse(at.Word, at.Lexicon.DecimalMark) is { } low && WrittenNumber.At(at.Move(2), isMoney: false).Value > low
            ? new(low, at.Index + 2, HasMagnitude: false)
            : Multiplied(at);
    }

    /// <summary>Whether spaces are about a long dash between two numbers: <c>10 – 100 cm</c>.</summary>
    private static bool IsApart(TokenCursor dash) => dash.Mark is '–' && dash.Move(1).IsNumber && !dash.Move(1).IsJoined;

    /// <summary>Whether a number has become another one, whose unit or noun both have: <c>dari 20 menjadi 24 desa</c>.</summary>
    private static bool IsChange(TokenCursor at) =>
        at.IsNumber
        && at.Move(1).IsLower
        && at.Move(1).Word is "menjadi"
        && at.Move(-1).Word is "dari"
        && at.Move(2).IsNumber
        && !NoFigures.IsYear(at);

    /// <summary>Whether two numbers share a unit behind the second: <c>masing-masing 2,8 dan 1,6 persen</c>.</summary>
    private static bool IsPair(TokenCursor at) =>
        at.IsNumber
        && at.Move(1).Word is "dan"
        && at.Move(2).IsNumber
        && !NoFigures.IsYear(at)
        && (at.Move(-1).Word is "masing" or "sebesar" or "sebanyak" or "seluas" or "sepanjang")
        && FigureReader.UnitAt(at.Move(3)) is not null;

    /// <summary>Whether two numbers are the sides of one thing: <c>3 x 4 meter</c>, <c>75×25 cm</c>.</summary>
    private static bool IsSize(TokenCursor at) =>
        at.IsNumber
        && (at.Move(1).Mark is '×' || at.Move(1).Word is "x" or "X")
        && at.Move(2).IsNumber
        && FigureReader.UnitAt(at.Move(3)) is { Name: "m" or "cm" or "mm" or "km" };

    /// <summary>Whether a number is said to be of another one, whose noun both count: <c>9 dari 10 warga</c>.</summary>
    private static bool IsPart(TokenCursor at) =>
        at.Move(1).Word is "dari" && at.Move(3).IsLower && CountedThings.IsNoun(at.Move(3)) && !NoFigures.IsYear(at);

    /// <summary>
    /// A range whose ends have each a magnitude: <c>27 ribu sampai maksimal 35 ribu</c>, <c>27 ribu-35 ribu</c>; null where there is none.
    /// </summary>
    private static FigureRange? Multiplied(TokenCursor at)
    {
        var join = at.Move(2);
        var length = join.Mark is '-' or '–' ? 1 : join.Match(at.Lexicon.Range);
        if (
            !at.IsNumber
            || at.Move(1).Match(at.Lexicon.Magnitude, out var magnitudes) != 1
            || length == 0
            || !join.Move(length).IsNumber
            || !join.Move(length + 1).Is(at.Lexicon.Magnitude)
            || Amounts.Parse(at.Word, at.Lexicon.DecimalMark) is not { } low
            || low > LargestPlain
        )
        {
            return null;
        }

        return new(low * decimal.Parse(magnitudes[0], CultureInfo.InvariantCulture), join.Index + length, HasMagnitude: true);
    }

    /// <summary>
    /// Whether a range of numbers in words begins at a token, and rises: <c>delapan sampai sembilan hari</c>, <c>lima dari enam pasien</c>.
    /// </summary>
    public static bool BeginsRangeInWords(TokenCursor at) =>
        at.IsWord
        && at.Begins(at.Lexicon.NumberWord)
        && at.Move(1).IsLower
        && (at.Move(1).Is(at.Lexicon.Range) || (at.Move(1).Word is "dari" && at.Word is not "satu"))
        && WrittenNumber.IsInWords(at.Move(2))
        && WrittenNumber.At(at, isMoney: false).Value < WrittenNumber.At(at.Move(2), isMoney: false).Value;
}
