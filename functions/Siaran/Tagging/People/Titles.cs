using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Titles and ranks before a name: <c>Dr.</c>, <c>Irjen Pol</c>, <c>Jenderal (Purn)</c>.</summary>
internal static class Titles
{
    /// <summary>Whether the token is a title before a name, or the mark that goes with one.</summary>
    public static bool IsTitle(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        tokens[i].Kind is TokenKind.Mark
            ? text.Text[tokens[i].Start] switch
            {
                '.' or '\'' or '’' => i > 0 && IsTitleWord(tokens, i - 1, lexicon),
                '(' => i > 0 && i + 1 < tokens.Length && IsService(tokens, i + 1, lexicon),
                ')' => i > 1 && IsService(tokens, tokens[i - 1].IsWord ? i - 1 : i - 2, lexicon),
                _ => false,
            }
            : (tokens[i].IsCapital || IsSmallTitle(text, tokens, i))
                && IsTitleWord(tokens, i, lexicon)
                && (tokens[i].Length > 1 || (i + 1 < tokens.Length && (tokens[i + 1].Kind is TokenKind.Mark || tokens[i + 1].IsCapital)));

    /// <summary>A physician's title is written small: <c>dr. …</c></summary>
    private static bool IsSmallTitle(ReleaseText text, ReadOnlySpan<Token> tokens, int i) =>
        i + 2 < tokens.Length && text.Text[tokens[i + 1].Start] == '.' && tokens[i + 1].Start == tokens[i].End && tokens[i + 2].IsCapital;

    private static bool IsTitleWord(ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        tokens[i].IsWord && (IsHonorific(tokens, i, lexicon) || IsRank(tokens, i, lexicon) || IsService(tokens, i, lexicon));

    /// <summary>An honorific, or a word of one of two words: <c>Tan Sri</c>.</summary>
    private static bool IsHonorific(ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        lexicon["honorific"].Match(tokens, i, out _) > 0 || (i > 0 && lexicon["honorific"].Match(tokens, i - 1, out _) == 2);

    /// <summary>A rank, unless it ends an office: <c>Direktur Jenderal</c>.</summary>
    private static bool IsRank(ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        lexicon["rank"].Match(tokens, i, out _) == 1 && !(i > 0 && lexicon["office"].Match(tokens, i - 1, out _) > 1);

    /// <summary>What comes after a rank: <c>TNI</c>, <c>Pol</c>, <c>(Purn)</c>.</summary>
    private static bool IsService(ReadOnlySpan<Token> tokens, int i, Lexicon lexicon)
    {
        if (!tokens[i].IsWord || lexicon["rank-of"].Match(tokens, i, out _) != 1)
        {
            return false;
        }

        var before = i - 1;
        while (before > 0 && i - before < 3 && tokens[before].Kind is TokenKind.Mark)
        {
            before--;
        }

        return before >= 0 && lexicon["rank"].Match(tokens, before, out _) == 1;
    }
}
