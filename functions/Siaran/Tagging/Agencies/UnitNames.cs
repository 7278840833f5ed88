using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Units of the armed forces that have a number and a name of their own.</summary>
internal static class UnitNames
{
    private const int ShortestNumber = 3;
    private const int LongestNumber = 4;

    /// <summary>Of a level: <c>Kec.</c></summary>
    private const int LongestAbbreviation = 3;

    /// <summary>The length of the name of a unit of the armed forces with its number: <c>Korem 162/Wira Bhakti</c>.</summary>
    public static int LengthAt(ReleaseText text, Lexicon lexicon, bool[]? persons, int i)
    {
        var tokens = text.Tokens;
        if (i + 1 < tokens.Length && lexicon.ForceUnit.Match(tokens, i, out _) == 1 && IsNumber(text, i + 1, lexicon))
        {
            return 2;
        }

        if (
            i + 3 >= tokens.Length
            || lexicon.ForceUnit.Match(tokens, i, out _) != 1
            || !(tokens[i + 1].IsNumber || (tokens[i + 1].IsCapital && text.Word(tokens[i + 1]).IndexOfAnyExcept("IVX") < 0))
            || !text.IsMark(tokens[i + 2], '/')
            || !tokens[i + 3].IsCapital
        )
        {
            return 0;
        }

        var isLonger =
            i + 4 < tokens.Length
            && tokens[i + 4] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[i + 4].Start == tokens[i + 3].End + 1
            && lexicon.Rank.Match(tokens, i + 4, out _) == 0
            // "Koramil 03/Woja Kec. Woja": its district is named behind it.
            && lexicon.NoName.Match(tokens, i + 4, out _) == 0
            && !(lexicon.PlaceWord.Match(tokens, i + 4, out _) == 1 && tokens[i + 4].Length <= LongestAbbreviation)
            && lexicon.Title.Match(tokens, i + 4, out _) == 0
            && !(persons is not null && persons[i + 4] && !persons[i + 3]);
        return isLonger ? 5 : 4;
    }

    /// <summary>Whether a unit's number is at a token, without a name behind it: <c>Korem 092</c>, <c>Kodim 0517 Letkol …</c></summary>
    public static bool IsNumber(ReleaseText text, int at, Lexicon lexicon) =>
        text.Tokens[at] is { IsNumber: true, Length: >= ShortestNumber and <= LongestNumber } number
        && number.Start == text.Tokens[at - 1].End + 1
        && !(
            at + 1 < text.Tokens.Length
            && (
                text.IsMark(text.Tokens[at + 1], '/')
                || text.IsMark(text.Tokens[at + 1], '-')
                || text.IsMark(text.Tokens[at + 1], '–')
                || (text.Tokens[at + 1].IsCapital && lexicon.Rank.Match(text.Tokens, at + 1, out _) == 0)
            )
        );
}
