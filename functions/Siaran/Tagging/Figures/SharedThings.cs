using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Figures;

/// <summary>Numbers without a noun of their own, whose noun is before them in the text.</summary>
internal static class SharedThings
{
    private const int FarthestThose = 60;

    /// <summary>
    /// A number of the things that were counted before, <c>… 90 warga; 40 diantaranya …</c>, <c>300 titik, 120 sudah …</c>; null where it
    /// is none.
    /// </summary>
    public static FigureReader.Found? OfThose(TokenCursor at, FigureReader.Found? before, FigureMeasures measures)
    {
        if (
            before is not { Figure.Unit: not null }
            || !(before.IsCounted || before.Figure.Unit is FigureReader.People)
            || !at.IsNumber
            || NoFigures.IsYear(at)
            || at.Index - measures.After > FarthestThose
            || LengthOfThose(at) is not (> 0 and var length)
            || Amounts.Parse(at.Word, at.Lexicon.DecimalMark) is not { } value
            || value > before.Figure.Value
        )
        {
            return null;
        }

        var last = at.Index + length - 1;
        return before with
        {
            Figure = before.Figure with { Value = value, Span = at.Text.At(at.Index, last, at.Text.Tokens) },
            Last = last,
            Factor = 1,
        };
    }

    /// <summary>How many tokens say that a number is of things counted before, the number included; 0 where none do.</summary>
    private static int LengthOfThose(TokenCursor at)
    {
        if (at.Move(1).Match(at.Lexicon.Among) is > 0 and var among)
        {
            return 1 + among;
        }

        // "3.000 titik, 1.500 sudah dikerjakan": the number alone.
        var isOfPart = at.Move(1).IsLower && at.Move(1).Word is "sudah" or "telah" or "belum" or "masih" or "sedang";
        return isOfPart && (at.Move(-1).Mark == ',' || at.Move(-1).Is(at.Lexicon.LeadIn) || at.Move(-1).Is(at.Lexicon.And)) ? 1 : 0;
    }

    /// <summary>
    /// Whether a number alone ends a clause that says how many there are: <c>Pelanggar berjumlah 273, …</c>, <c>jumlah desa mencapai
    /// 2.008.</c>
    /// </summary>
    /// <param name="first">Where the figure begins.</param>
    /// <param name="behind">Behind the number.</param>
    /// <param name="subject">What the clause speaks of.</param>
    public static bool IsTotal(TokenCursor first, TokenCursor behind, string subject)
    {
        var before = first.Move(-1);
        return first.IsNumber
            && (before.Is(first.Lexicon.CountIs) || (before.IsLower && before.Is(first.Lexicon.LeadIn) && SaysHowMany(subject)))
            && (!behind.IsInside || behind.Token.Kind is TokenKind.Break || (behind.Mark is ',' or ';' or '.' && !behind.Move(1).IsJoined));
    }

    private static bool SaysHowMany(string subject) =>
        subject.StartsWith("jumlah ", StringComparison.OrdinalIgnoreCase) || subject.Contains(" jumlah ", StringComparison.Ordinal);
}
