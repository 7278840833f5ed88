using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Units of the armed forces that have a number and a name of their own.</summary>
internal static class UnitNames
{
    /// <summary>The length of the name of a unit of the armed forces with its number: <c>Korem 162/Wira Bhakti</c>.</summary>
    public static int LengthAt(ReleaseText text, Lexicon lexicon, bool[]? persons, int i)
    {
        var tokens = text.Tokens;
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
            && lexicon.Title.Match(tokens, i + 4, out _) == 0
            && !(persons is not null && persons[i + 4] && !persons[i + 3]);
        return isLonger ? 5 : 4;
    }
}
