using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

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
        if (i + 1 >= tokens.Length || lexicon.ForceUnit.Match(tokens, i, out _) != 1)
        {
            return 0;
        }

        return IsNumber(text, i + 1, lexicon) ? 2
            : TailAt(text, lexicon, persons, text.Word(tokens[i]), i + 1) is > 0 and var tail ? tail + 1
            : 0;
    }

    /// <summary>
    /// How many tokens from one on are a unit's number and its name: <c>162/Wira Bhakti</c>, <c>V Brawijaya</c>, <c>IV</c>.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="persons">Which tokens are of persons' names, where known.</param>
    /// <param name="unit">The word for the unit.</param>
    /// <param name="at">The token behind it.</param>
    public static int TailAt(ReleaseText text, Lexicon lexicon, bool[]? persons, ReadOnlySpan<char> unit, int at)
    {
        var tokens = text.Tokens;
        if (at >= tokens.Length || !(tokens[at].IsNumber || IsRoman(text, at)))
        {
            return 0;
        }

        if (at + 2 < tokens.Length && text.IsMark(tokens[at + 1], '/'))
        {
            return !tokens[at + 2].IsCapital ? 0
                : GoesOn(text, lexicon, persons, at + 3) ? 4
                : 3;
        }

        // "Divisi I" is of many things; commands alone have a number without a stroke.
        var isCommand =
            unit.StartsWith("ko", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("la", StringComparison.OrdinalIgnoreCase);
        return !isCommand || tokens[at].IsNumber || tokens[at].Start > tokens[at - 1].End + 2 ? 0
            : GoesOn(text, lexicon, persons, at + 1) ? 2
            : 1;
    }

    private static bool IsRoman(ReleaseText text, int at) =>
        text.Tokens[at].IsCapital && text.Word(text.Tokens[at]).IndexOfAnyExcept("IVX") < 0;

    /// <summary>Whether a capital goes on a unit's name, and is none of whoever heads it or of its place.</summary>
    private static bool GoesOn(ReleaseText text, Lexicon lexicon, bool[]? persons, int at)
    {
        var tokens = text.Tokens;
        return at < tokens.Length
            && tokens[at] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[at].Start == tokens[at - 1].End + 1
            && lexicon.Rank.Match(tokens, at, out _) == 0
            // "Koramil 03/Woja Kec. Woja": its district is named behind it.
            && lexicon.NoName.Match(tokens, at, out _) == 0
            && !(lexicon.PlaceWord.Match(tokens, at, out _) == 1 && tokens[at].Length <= LongestAbbreviation)
            && lexicon.Title.Match(tokens, at, out _) == 0
            && !(persons is not null && persons[at] && !persons[at - 1]);
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
