using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Names whose tail comes behind fields that <c>and</c> joins or a list gives: <c>Maritime and Coastguard Agency</c>.</summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
/// <param name="words">What words in names are.</param>
/// <param name="tails">Names by their tails.</param>
internal sealed class JoinedFields(Lexicon lexicon, AgencyNames names, NameWords words, TailNames tails)
{
    private const int Longest = 12;
    private const int MostBeforeAnd = 5;
    private const int ShortestAcronym = 3;

    private readonly NameStops stops = words.Stops;
    private readonly SecondNames seconds = new(lexicon, names);

    /// <summary>The length of a name whose field is joined to the rest: <c>Maritime and Coastguard Agency</c>.</summary>
    public int JoinedAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var isBehindArticle = i > 0 && lexicon.Article.Match(tokens, i - 1, out _) > 0;
        if (i > 0 && tokens[i - 1] is { IsWord: true, IsCapital: true } && !isBehindArticle)
        {
            return 0;
        }

        // "the Building and …": behind an article what "and" joins is one name. Five words at most come before it.
        var and = i + 1;
        while (and < tokens.Length && and - i < MostBeforeAnd && tokens[and].IsCapital && tokens[and].Start == tokens[and - 1].End + 1)
        {
            and++;
        }
        return
            and + 1 < tokens.Length
            && tokens[and].Case is TokenCase.Lower
            && lexicon.And.Match(tokens, and, out _) > 0
            // "Government and Rivers Agency": two; but "Home and Rivers Bureau".
            && !(and == i + 1 && stops.IsGeneric(tokens, i) && !names.Ministries.Contains(tokens[i].Hash))
            && (words.IsField(tokens[and - 1]) || isBehindArticle || seconds.IsJoinedName(text, i, and))
            && words.IsNoBody(tokens, i)
            && !IsOfTwo(tokens, i, and)
            && !EndsAsBody(tokens, i, and)
            && tokens[and + 1].IsCapital
            && tails.LengthAt(text, and + 1) is > 0 and var rest
            ? rest + and + 1 - i
            : 0;
    }

    /// <summary>Whether a body's name ends within the words before <c>and</c>: <c>Commercial Affairs Department and …</c></summary>
    private bool EndsAsBody(ReadOnlySpan<Token> tokens, int first, int and)
    {
        for (var i = first + 1; i < and; i++)
        {
            if (lexicon.BodyTail.Match(tokens, i, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The length of a name with a list of fields before its tail: <c>Texas Rivers, Road Services and Harbours Agency</c>, <c>the Rivers,
    /// Roads and Ports Authority</c>.
    /// </summary>
    public int ListedAt(ReleaseText text, int i)
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
                hasField |= words.IsField(tokens[at]);
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
                return isLast && tokens[at + 1].IsCapital && tails.LengthAt(text, at + 1) is > 0 and var rest ? rest + at + 1 - i : 0;
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
        return (isState || (isBehindArticle && words.IsField(tokens[i])))
            && (isBehindArticle || i == 0 || !tokens[i - 1].IsCapital)
            && (isState || words.IsNoBody(tokens, i));
    }

    /// <summary>Whether <c>and</c> joins an acronym to another body: <c>by DBX and Sarawak Rivers Authority</c>.</summary>
    private bool IsOfTwo(ReadOnlySpan<Token> tokens, int i, int and) =>
        and == i + 1 && tokens[i] is { Case: TokenCase.Upper, Length: >= ShortestAcronym } && !words.IsField(tokens[i]);
}
