using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Tells a name from what stands about it: titles, offices, degrees and words that no name has.</summary>
internal static class NameBounds
{
    private const int LongestInitial = 2;
    private const int LongestAcronym = 5;
    private const int LongestCue = 4;

    /// <summary>The name within a span; null where it holds none.</summary>
    public static TokenSpan? Within(ReleaseText text, ReadOnlySpan<Token> tokens, TokenSpan span, Lexicon lexicon)
    {
        var (first, last) = span;
        while (last > first && (!tokens[last].IsCapital || IsDegree(text, tokens, last, lexicon) || lexicon["weekday"].Match(tokens, last, out _) > 0))
        {
            last--;
        }

        while (first < last && (!tokens[first].IsCapital || IsNoPart(text, tokens, first, lexicon) || (IsAcronym(tokens[first]) && tokens[first].Length > LongestInitial && !IsAllUpper(tokens, first, last))))
        {
            first++;
        }

        first = WithInitials(text, tokens, first, lexicon);
        return IsName(text, tokens, first, last, lexicon) ? new(first, last) : null;
    }

    /// <summary>Whether one of the phrases of a list ends right before the token.</summary>
    public static bool IsBehind(PhraseMap<string> list, ReadOnlySpan<Token> tokens, int at)
    {
        for (var length = Math.Min(LongestCue, at); length > 0; length--)
        {
            if (list.Match(tokens, at - length, out _) == length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(ReleaseText text, ReadOnlySpan<Token> tokens, int first, int last, Lexicon lexicon)
    {
        var isAlone = first == last;
        if (!tokens[first].IsCapital || IsNoPart(text, tokens, first, lexicon) || lexicon["named-for"].Match(tokens, first, out _) > 0 || IsBehind(lexicon["named-for"], tokens, PastTitles(text, tokens, first, lexicon))
            || (isAlone && (IsDegree(text, tokens, first, lexicon) || IsNoName(text, tokens, first, lexicon) || (IsAcronym(tokens[first]) && tokens[first].Length <= LongestAcronym))))
        {
            return false;
        }

        for (var i = first; i <= last; i++)
        {
            if (lexicon["no-name"].Match(tokens, i, out _) > 0)
            {
                return false;
            }
        }

        return isAlone || !IsAcronym(tokens[last]) || IsAllUpper(tokens, first, last);
    }

    /// <summary>What may stand before a name and is none: a title, an office, a word that begins a sentence.</summary>
    private static bool IsNoPart(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        Titles.IsTitle(text, tokens, i, lexicon) || lexicon["office"].Match(tokens, i, out _) == 1 || lexicon["acting"].Match(tokens, i, out _) == 1 || lexicon["says"].Match(tokens, i, out _) == 1 || lexicon["say"].Match(tokens, i, out _) == 1;

    /// <summary>Whether a word alone has its capital from elsewhere: a month, a weekday, a pronoun, or the first word of a quote.</summary>
    private static bool IsNoName(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        lexicon["month"].Match(tokens, i, out _) > 0 || lexicon["pronoun"].Match(tokens, i, out _) > 0 || lexicon["weekday"].Match(tokens, i, out _) > 0
        || (i > 0 && tokens[i - 1].Kind is TokenKind.Mark && tokens[i - 1].End == tokens[i].Start && text.Text[tokens[i - 1].Start] is '“' or '"' or '«' or '‘');

    /// <summary>A degree is written in capitals, or behind a comma or a point: <c>S.Sos.</c></summary>
    private static bool IsDegree(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        tokens[i].IsWord && lexicon["degree"].Match(tokens, i, out _) == 1
        && (tokens[i].Case is TokenCase.Upper || IsPoint(text, tokens, i + 1) || (i > 0 && tokens[i - 1].Kind is TokenKind.Mark && text.Text[tokens[i - 1].Start] is ',' or '.'));

    private static int WithInitials(ReleaseText text, ReadOnlySpan<Token> tokens, int first, Lexicon lexicon)
    {
        while (first > 1 && IsPoint(text, tokens, first - 1) && tokens[first - 2] is { IsWord: true, IsCapital: true, Length: <= LongestInitial } && tokens[first - 2].End == tokens[first - 1].Start && !IsNoPart(text, tokens, first - 2, lexicon))
        {
            first -= 2;
        }

        return first;
    }

    /// <summary>The token before which a word would tell what is named after somebody: <c>Pondok Pesantren (Ponpes) …</c>, <c>Jalan Kapten …</c>.</summary>
    private static int PastTitles(ReleaseText text, ReadOnlySpan<Token> tokens, int at, Lexicon lexicon)
    {
        while (at > 0 && Titles.IsTitle(text, tokens, at - 1, lexicon))
        {
            at--;
        }

        return at > 3 && text.IsMark(tokens[at - 1], ')') && text.IsMark(tokens[at - 3], '(') ? at - 3 : at;
    }

    private static bool IsPoint(ReleaseText text, ReadOnlySpan<Token> tokens, int i) => i < tokens.Length && text.IsMark(tokens[i], '.');

    private static bool IsAcronym(Token token) => token.Case is TokenCase.Upper && token.Length > 1;

    private static bool IsAllUpper(ReadOnlySpan<Token> tokens, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tokens[i].IsWord && tokens[i].Length > 1 && tokens[i].Case is not TokenCase.Upper)
            {
                return false;
            }
        }

        return true;
    }
}
