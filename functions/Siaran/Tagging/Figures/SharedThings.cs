using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Figures;

/// <summary>Numbers without a noun of their own, whose noun is before them in the text.</summary>
internal static class SharedThings
{
    private const int FarthestThose = 60;
    private const int LongestMedals = 3;
    private const int LongestClause = 16;

    /// <summary>
    /// A number of the things that were counted before, <c>… 90 warga; 40 diantaranya …</c>, <c>300 titik, 120 sudah …</c>; null where it
    /// is none.
    /// </summary>
    public static FigureReader.Found? OfThose(TokenCursor at, FigureReader.Found? before, FigureMeasures measures)
    {
        if (
            before is not { Figure.Unit: not null } counted
            || !(counted.IsCounted || counted.Figure.Unit is FigureReader.People)
            || NoFigures.IsYear(at)
            || at.Index - measures.After > FarthestThose
            || LengthOfThose(at) is not (> 0 and var length)
            || NumberAt(at) is not { } value
            || value > (counted.Whole ?? counted.Figure.Value)
        )
        {
            return null;
        }

        var last = at.Index + length - 1;
        return counted with
        {
            Figure = counted.Figure with { Value = value, Span = at.Text.At(at.Index, last, at.Text.Tokens) },
            Last = last,
            Factor = 1,
            Whole = counted.Whole ?? counted.Figure.Value,
        };
    }

    /// <summary>How many there are of what a figure counts, where the one before counts the same; null where it does not.</summary>
    public static decimal? WholeOf(FigureReader.Found? before, KeyFigure figure) =>
        before is { } last && last.Figure.Unit == figure.Unit ? Math.Max(last.Whole ?? last.Figure.Value, figure.Value) : null;

    /// <summary>Whether a number in words is of things counted before: <c>Dua di antaranya</c>, <c>tujuh lainnya</c>.</summary>
    public static bool AreThoseInWords(TokenCursor at) =>
        at.Begins(at.Lexicon.NumberWord)
        && SpokenNumber.At(at) is { Value: > 1 } spoken
        && at.Move(spoken.Length).Begins(at.Lexicon.Among)
        && !at.Move(-1).IsNumber
        && !at.Move(-1).Begins(at.Lexicon.NumberWord)
        && at.Move(-1).Word is not ("puluh" or "belas" or "seratus" or "seribu");

    private static decimal? NumberAt(TokenCursor at) =>
        at.IsNumber ? Amounts.Parse(at.Word, at.Lexicon.DecimalMark) : SpokenNumber.At(at)?.Value;

    /// <summary>How many tokens say that a number is of things counted before, the number included; 0 where none do.</summary>
    private static int LengthOfThose(TokenCursor at)
    {
        var number = at.IsNumber ? 1 : SpokenNumber.At(at)?.Length ?? 0;
        var behind = at.Move(number);
        if (number == 0 || behind.Begins(at.Lexicon.Among))
        {
            return number == 0 ? 0 : number + behind.Match(at.Lexicon.Among);
        }

        // "3.000 titik, 1.500 sudah dikerjakan", "sementara 45 adalah anak": the number alone.
        var before = at.Move(-1);
        var isOfPart =
            at.IsNumber
            && behind.IsLower
            && behind.Word is "sudah" or "telah" or "belum" or "masih" or "sedang" or "adalah" or "merupakan" or "dinyatakan";
        return isOfPart && (before.Mark == ',' || before.Is(at.Lexicon.LeadIn) || before.Is(at.Lexicon.And) || before.Is(at.Lexicon.Clause))
            ? 1
            : 0;
    }

    /// <summary>
    /// The noun that is before a number which ends its clause, in a word for how many or in medals: <c>guru sebanyak 15</c>, <c>perak
    /// 12</c>; null where there is none.
    /// </summary>
    /// <param name="first">Where the figure begins.</param>
    /// <param name="behind">Behind the number.</param>
    public static string? NounBefore(TokenCursor first, TokenCursor behind)
    {
        var before = first.Move(-1);
        var isTold = before.Is(first.Lexicon.CountIs);
        var noun = isTold ? before.Move(-1) : before;
        var isNoun =
            noun.IsLower
            && (
                isTold
                    ? noun.Is(first.Lexicon.CountedNoun)
                    : first.Token.Length <= LongestMedals && noun.Word is "emas" or "perak" or "perunggu"
            );
        return isNoun && first.IsNumber && (EndsClause(behind) || behind.Is(first.Lexicon.And)) ? noun.Word.ToString() : null;
    }

    /// <summary>
    /// Whether a number alone ends a clause that says how many there are: <c>Pelanggar berjumlah 273, …</c>, <c>jumlah desa mencapai
    /// 2.008.</c>, <c>jumlah desa 2.008.</c>
    /// </summary>
    /// <param name="first">Where the figure begins.</param>
    /// <param name="behind">Behind the number.</param>
    /// <param name="subject">What the clause speaks of; null where it says nothing of that.</param>
    public static bool IsTotal(TokenCursor first, TokenCursor behind, string? subject)
    {
        var before = first.Move(-1);
        if (!first.IsNumber)
        {
            return false;
        }

        return before.Is(first.Lexicon.CountIs)
            ? (subject is not null || before.IsLower)
                && (EndsClause(behind) || behind.Word is "dari" or "dengan" || behind.Is(first.Lexicon.And))
            : before.IsLower
                && EndsClause(behind)
                && (before.Is(first.Lexicon.LeadIn) || (first.Token.Length > 1 && CountedThings.IsNoun(before)))
                && SaysHowMany(before);
    }

    private static bool EndsClause(TokenCursor behind)
    {
        var next = behind.Move(1);
        return !behind.IsInside
            || behind.Token.Kind is TokenKind.Break
            || (behind.Mark is ',' or ';' or '.' or ')' && (!next.IsJoined || next.Token.Kind is TokenKind.Break));
    }

    /// <summary>Whether a word for how many is before a token in its clause, and no other number.</summary>
    private static bool SaysHowMany(TokenCursor last)
    {
        for (var at = last; last.Index - at.Index < LongestClause && at.IsWord; at = at.Move(-1))
        {
            if (at.Word.Equals("jumlah", StringComparison.OrdinalIgnoreCase) || at.Word.Equals("total", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
