using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Figures;

/// <summary>What numbers count in a headline whose words all have capitals: <c>Bupati Serahkan 45 Gerobak</c>.</summary>
// There a capital tells no noun from a name, so what comes before the number decides: "SMA 2 Kota Baruna" is a school.
internal static class HeadlineCounts
{
    /// <summary>Whether a number of such a headline counts the word behind it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="first">Where the figure begins.</param>
    /// <param name="behind">The word.</param>
    public static bool Holds(TokenCursor number, int first, TokenCursor behind)
    {
        if (behind.Token.Start >= number.Text.TitleCaseEnd || !CountedThings.IsNoun(behind))
        {
            return false;
        }

        if (behind.Move(-1).Is(number.Lexicon.Magnitude))
        {
            return true;
        }

        var before = number.At(first).Move(-1);
        return number.Lexicon.IsModelled
            && number.Word[0] != '0'
            && !behind.Begins(number.Lexicon.Month)
            && (
                (!behind.Begins(number.Lexicon.Abstract) && (OpensClause(before) || IsCountedBy(before)))
                || (!IsName(before) && behind.Begins(number.Lexicon.CountedNoun) && !behind.Begins(number.Lexicon.RegionLevel))
            );
    }

    private static bool OpensClause(TokenCursor before) => !before.IsInside || before.Mark is ',' or ':' or '–' or '“' or '"' or '!';

    /// <summary>Whether a verb or a word that counts is before the number: <c>Serahkan</c>, <c>Ada</c>, <c>Terima</c>.</summary>
    private static bool IsCountedBy(TokenCursor before) =>
        before.IsWord
        && (
            before.Is(before.Lexicon.LeadIn)
            || before.Is(before.Lexicon.OneBefore)
            || before.Word.EndsWith("kan", StringComparison.OrdinalIgnoreCase)
            || CountedThings.IsVerb(before)
        );

    /// <summary>Whether a word may have a number as part of a name: a school, letters, what is named for days and persons.</summary>
    public static bool IsName(TokenCursor before) =>
        before.Is(before.Lexicon.NamedFor)
        || before.Is(before.Lexicon.BodyHead)
        || before.Is(before.Lexicon.RegionLevel)
        || before.Word is "Negeri" or "NEGERI" or "Tahun" or "TAHUN"
        || (before.Token.Case is TokenCase.Upper && before.Token.Length <= LongestLetters);

    private const int LongestLetters = 5;
}
