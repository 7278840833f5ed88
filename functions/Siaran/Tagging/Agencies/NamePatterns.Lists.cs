using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Names of bodies whose fields a list gives, and who heads a body right before its name.</summary>
internal sealed partial class NamePatterns
{
    /// <summary>What the lexicon says of a head that is written small as well: <c>department of</c>.</summary>
    private const string Small = "small";

    /// <summary>
    /// The length of a name with a list of fields before its tail: <c>Texas Rivers, Road Services and Harbours Agency</c>, <c>the Rivers,
    /// Roads and Ports Authority</c>.
    /// </summary>
    private int ListBefore(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        if (lexicon.BodyTail.Count == 0 || !MayBeginList(text, i))
        {
            return 0;
        }

        var (hasField, commas) = (false, 0);
        for (var at = i; at + 2 < tokens.Length && at - i < Longest; at++)
        {
            if (tokens[at] is { IsWord: true, IsCapital: true })
            {
                hasField |= IsField(tokens[at]);
                if (at > i && lexicon.BodyTail.Match(tokens, at, out _) > 0)
                {
                    return 0;
                }
            }
            else if (text.IsMark(tokens[at], ',') && hasField)
            {
                commas++;
                hasField = tokens[at + 1].Case is TokenCase.Lower;
            }
            else
            {
                var isLast = commas > 0 && hasField && tokens[at].Case is TokenCase.Lower && lexicon.And.Match(tokens, at, out _) == 1;
                return isLast && tokens[at + 1].IsCapital && ByTail(text, at + 1) is > 0 and var rest ? rest + at + 1 - i : 0;
            }
        }

        return 0;
    }

    /// <summary>Whether a name may begin with a list: behind an article, or with its state.</summary>
    private bool MayBeginList(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var isBehindArticle = i > 0 && lexicon.Article.Match(tokens, i - 1, out _) > 0;
        var isState = lexicon.Country.Match(tokens, i, out _) > 0;
        return (isState || (isBehindArticle && IsField(tokens[i])))
            && (isBehindArticle || i == 0 || !tokens[i - 1].IsCapital)
            && (isState || IsNoBody(tokens, i));
    }

    /// <summary>Whether <c>and</c> joins an acronym to another body: <c>by DBX and Sarawak Rivers Authority</c>.</summary>
    private bool IsOfTwo(ReadOnlySpan<Token> tokens, int i, int and) =>
        and == i + 1 && tokens[i] is { Case: TokenCase.Upper, Length: >= ShortestAcronym } && !IsField(tokens[i]);

    /// <summary>Whether the words before a head are its state and nothing else: <c>Texas House of Representatives</c>.</summary>
    private bool IsStateAlone(ReadOnlySpan<Token> tokens, int first, int head) =>
        head > first && lexicon.Country.Match(tokens, first, out _) == head - first;

    /// <summary>Whether a word for a territory ends a place's name: <c>in Fenland County of …</c></summary>
    private bool IsOfPlace(ReadOnlySpan<Token> tokens, int i) =>
        i > 0
        && tokens[i - 1].IsCapital
        && tokens[i - 1].End + 1 == tokens[i].Start
        && lexicon.Article.Match(tokens, i - 1, out _) == 0
        && lexicon.Office.Match(tokens, i - 1, out _) == 0;

    /// <summary>Whether a listed word is but a part of a rank: <c>Penguasa Bomba</c>.</summary>
    private bool IsWithinTitle(ReleaseText text, int i)
    {
        for (var first = i - 1; first >= 0 && i - first <= LongestOffice && text.Tokens[first].IsCapital; first--)
        {
            if (first + lexicon.Title.Match(text.Tokens, first, out _) > i)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The length of a ministry's name in small letters, its fields and all: <c>the department of rivers, forestry and fisheries</c>; 0
    /// where none begins.
    /// </summary>
    public int SmallAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        if (
            lexicon.BodyHead.Match(tokens, i, out var kinds) is not (> 1 and var head)
            || !kinds.Contains(Small)
            || i == 0
            || !IsThe(text.Word(tokens[i - 1]))
        )
        {
            return 0;
        }

        var end = i + head;
        for (var at = end; at < tokens.Length && at - i < Longest && IsSmallField(tokens[at]); at++)
        {
            end = at + 1;
            at += end + 1 < tokens.Length && text.IsMark(tokens[end], ',') && IsSmallField(tokens[end + 1]) ? 1 : 0;
            at += at + 2 < tokens.Length && lexicon.And.Match(tokens, at + 1, out _) == 1 && IsSmallField(tokens[at + 2]) ? 1 : 0;
        }

        return end > i + head ? end - i : 0;
    }

    private bool IsSmallField(Token token) => token.Case is TokenCase.Lower && IsField(token);

    private static bool IsThe(ReadOnlySpan<char> word) => word is "the" or "The" or "our" or "my";

    /// <summary>Whether a word says who heads the body that is named behind it: <c>CEO National Rivers Council</c>.</summary>
    private bool IsHead(ReleaseText text, int i) =>
        !lexicon.IsModelled
        && text.Tokens[i].IsCapital
        && stops.IsHead(text.Tokens, i)
        && lexicon.Office.Match(text.Tokens, i, out _) == 1
        && !text.IsOwner(text.Tokens[i]);
}
