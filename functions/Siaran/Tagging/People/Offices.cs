using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Reads the office before a name.</summary>
internal static class Offices
{
    private const int Longest = 16;

    /// <summary>First and last token of the office that ends right before <paramref name="at"/>; null where there is none.</summary>
    /// <param name="text">The release.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Where the name begins.</param>
    /// <param name="lexicon">The language's words.</param>
    /// <param name="isName">Whether a token belongs to someone's name, which is part of no office.</param>
    public static TokenSpan? Before(ReleaseText text, ReadOnlySpan<Token> tokens, int at, Lexicon lexicon, Func<int, bool> isName)
    {
        var last = at - 1;
        while (last >= 0 && (Titles.IsTitle(text, tokens, last, lexicon) || text.IsMark(tokens[last], ',')))
        {
            last--;
        }

        var first = last + 1;
        while (first > 0 && last - first < Longest && !isName(first - 1) && IsWithin(text, tokens, first - 1))
        {
            first--;
        }

        for (var i = first; i <= last; i++)
        {
            if (lexicon["acting"].Match(tokens, i, out _) > 0 || lexicon["office"].Match(tokens, i, out _) > 0)
            {
                while (i > first && lexicon["field-before"].Match(tokens, i - 1, out _) == 1)
                {
                    i--;
                }

                return new(i, last);
            }
        }

        return null;
    }

    /// <summary>
    /// First and last token of the office that a comma sets off behind a name and that ends the clause: <c>…, Sekda Nusa Jaya, …</c>; null
    /// where there is none.
    /// </summary>
    public static TokenSpan? After(ReleaseText text, ReadOnlySpan<Token> tokens, int at, Lexicon lexicon, Func<int, bool> isName)
    {
        var first = at + 2;
        if (
            first >= tokens.Length
            || !text.IsMark(tokens[at + 1], ',')
            || !tokens[first].IsCapital
            || (lexicon["office"].Match(tokens, first, out _) == 0 && lexicon["acting"].Match(tokens, first, out _) == 0)
        )
        {
            return null;
        }

        var last = first;
        while (last + 1 < tokens.Length && last - first < Longest && IsWithin(text, tokens, last + 1))
        {
            last++;
        }

        for (var i = first; i <= last; i++)
        {
            if (isName(i))
            {
                return null;
            }
        }

        return
            last + 1 < tokens.Length
            && (tokens[last + 1].Case is TokenCase.Lower || text.IsMark(tokens[last + 1], ',') || text.IsMark(tokens[last + 1], '.'))
            ? new(first, last)
            : null;
    }

    /// <summary>The office in words: <c>Penjabat (Pj.) Gubernur NTB</c> is <c>Penjabat Gubernur NTB</c>.</summary>
    public static string Words(ReleaseText text, TokenSpan office)
    {
        var words = Spaces.Collapse(text.Words(office.First, office.Last));
        for (var open = words.IndexOf('(', StringComparison.Ordinal); open >= 0; open = words.IndexOf('(', StringComparison.Ordinal))
        {
            var close = words.IndexOf(')', open);
            words = close < 0 ? words[..open] : words[..open].TrimEnd() + words[(close + 1)..];
        }

        return words.Replace(")", "", StringComparison.Ordinal).Trim(' ', '.', ',');
    }

    private static bool IsWithin(ReleaseText text, ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind is TokenKind.Mark
            ? text.Text[tokens[i].Start] is '(' or ')' or '/' or '-'
                || (text.Text[tokens[i].Start] == '.' && i > 0 && tokens[i - 1].Length <= 4 && tokens[i - 1].IsCapital)
            : tokens[i].IsCapital
                || (tokens[i].IsNumber && i > 0 && tokens[i - 1].IsCapital)
                || (
                    tokens[i].IsWord
                    && i > 0
                    && i + 1 < tokens.Length
                    && tokens[i - 1].IsCapital
                    && tokens[i + 1].IsCapital
                    && text.Word(tokens[i]) is "dan" or "and" or "of" or "the" or "untuk"
                );
}
