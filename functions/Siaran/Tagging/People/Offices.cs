using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Reads the office that stands before a name.</summary>
internal static class Offices
{
    private const int Longest = 16;

    /// <summary>First and last token of the office that ends right before <paramref name="at"/>; null where there is none.</summary>
    public static (int First, int Last)? Before(ReleaseText text, ReadOnlySpan<Token> tokens, int at, Lexicon lexicon)
    {
        var last = at - 1;
        while (last >= 0 && (NameSpans.IsTitle(text, tokens, last, lexicon) || IsMark(text, tokens[last], ',')))
        {
            last--;
        }

        var first = last + 1;
        while (first > 0 && last - first < Longest && IsWithin(text, tokens, first - 1))
        {
            first--;
        }

        for (var i = first; i <= last; i++)
        {
            if (lexicon["acting"].Match(tokens, i, out _) > 0 || lexicon["office"].Match(tokens, i, out _) > 0)
            {
                return (i, last);
            }
        }

        return null;
    }

    /// <summary>The office in words: <c>Penjabat (Pj.) Gubernur NTB</c> is <c>Penjabat Gubernur NTB</c>.</summary>
    public static string Words(ReleaseText text, (int First, int Last) office)
    {
        var words = Spaces.Collapse(text.Words(office.First, office.Last));
        for (var open = words.IndexOf('(', StringComparison.Ordinal); open >= 0; open = words.IndexOf('(', StringComparison.Ordinal))
        {
            var close = words.IndexOf(')', open);
            words = close < 0 ? words[..open] : words[..open].TrimEnd() + words[(close + 1)..];
        }

        return words.Trim(' ', '.', ',');
    }

    private static bool IsWithin(ReleaseText text, ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind is TokenKind.Mark
            ? text.Text[tokens[i].Start] is '(' or ')' or '/' or '-' || (text.Text[tokens[i].Start] == '.' && i > 0 && tokens[i - 1].Length <= 4 && tokens[i - 1].IsCapital)
            : tokens[i].IsCapital || (tokens[i].IsWord && i > 0 && i + 1 < tokens.Length && tokens[i - 1].IsCapital && tokens[i + 1].IsCapital && text.Word(tokens[i]) is "dan" or "and" or "of" or "the" or "untuk");

    private static bool IsMark(ReleaseText text, Token token, char mark) => token.Kind is TokenKind.Mark && text.Text[token.Start] == mark;
}
