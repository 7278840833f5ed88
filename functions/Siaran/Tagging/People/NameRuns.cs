using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Runs of capitals that may be a name: where they end, and what shows that they are something else.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
internal sealed class NameRuns(ReleaseText text, Lexicon lexicon, OfficeBodies bodies, Func<int, bool> isTaken)
{
    /// <summary>Words of a name, at most.</summary>
    public const int Longest = 6;

    private const int LongestWithTitles = 24;

    /// <summary>The same where no model knows names, which are longer in Malay.</summary>
    private const int LongestUnmodelled = 8;

    private readonly NameParts parts = new(text, lexicon);

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("AEIOUaeiou");

    /// <summary>The last token of the run that begins at one.</summary>
    public int End(int start)
    {
        var tokens = text.Tokens;
        var (last, words) = (start, 1);
        while (
            last + 1 < tokens.Length
            && words < (lexicon.IsModelled ? Longest : LongestUnmodelled)
            && last - start < LongestWithTitles
            && GoesOnName(last + 1)
            && !isTaken(last + 1)
        )
        {
            last++;
            words += IsCounted(last) ? 1 : 0;
        }

        return tokens[last].Kind is TokenKind.Mark ? last - 1 : last;
    }

    /// <summary>
    /// How many words come behind the first of a run: titles, points and what joins the father's name count where the model knows names.
    /// </summary>
    public int MoreWords(int start)
    {
        var (end, words) = (End(start), 0);
        for (var i = start + 1; i <= end; i++)
        {
            words += IsCounted(i) ? 1 : 0;
        }

        return words;
    }

    private bool IsCounted(int at) =>
        lexicon.IsModelled
        || (
            text.Tokens[at] is { IsWord: true, Length: > 1 }
            && !text.IsHyphen(at - 1)
            && lexicon.NameJoin.Match(text.Tokens, at, out _) == 0
            && !Titles.IsTitle(At(at))
        );

    /// <summary>Whether a word such as <c>binti</c> joins the father's name to one.</summary>
    public bool HasJoin(int start)
    {
        var end = End(start);
        for (var i = start + 1; i < end; i++)
        {
            if (lexicon.NameJoin.Match(text.Tokens, i, out _) == 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A further word of a name, or the point of an initial before one.</summary>
    private bool GoesOnName(int i)
    {
        var tokens = text.Tokens;
        if (tokens[i] is { IsWord: true, IsCapital: true })
        {
            return tokens[i].Start <= tokens[i - 1].End + 1
                // "Governor Ballard's Budget": what is someone's is no more of the name.
                && (lexicon.IsModelled || !text.IsOwner(tokens[i - 1]))
                && (bodies.OfficeAt(i) == 0 || (bodies.OfficeAt(i) == 1 && lexicon.NameWord.Match(tokens, i, out _) == 1));
        }

        var isBeforeCapital = i + 1 < tokens.Length && tokens[i + 1].IsCapital;
        if (isBeforeCapital && tokens[i].Case is TokenCase.Lower && lexicon.NameJoin.Match(tokens, i, out _) == 1)
        {
            return true;
        }

        if (
            parts.IsBeforeSmallHalf(i)
            || parts.IsBeforeSmallHalf(i - 1)
            || parts.IsOfNickname(i)
            || parts.IsBreathing(i)
            || parts.IsAlso(i)
        )
        {
            return true;
        }

        return isBeforeCapital
            && (
                text.IsMark(tokens[i], '.')
                    ? tokens[i - 1] is { Length: 1, IsCapital: true } || IsShort(tokens[i - 1], i - 1)
                    // "Dalton-Reid" is one name; Indonesian joins two persons so.
                    : !lexicon.IsModelled && text.IsHyphen(i)
            );
    }

    /// <summary>Whether a word is a name that is written short before a point: <c>Moh</c>, <c>Dj</c>.</summary>
    public bool IsShort(Token token, int at) =>
        (
            lexicon.NameShort.Match(text.Tokens, at, out _) == 1
            // "Ann Bell, MA.": a degree, and no Ma. Theresa.
            && !(!lexicon.IsModelled && token.Case is TokenCase.Upper && lexicon.Degree.Match(text.Tokens, at, out _) > 0)
        ) || (token is { Case: TokenCase.Capital, Length: 2 } && !text.Word(token).ContainsAny(Vowels));

    /// <summary>
    /// Whether the text gives a word in parentheses somewhere, as it does the short names of things: <c>Sekolah Sehat (Topan)</c>.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="word">The word.</param>
    public static bool IsBracketed(ReleaseText text, Token word)
    {
        var tokens = text.Tokens;
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            // Compared by hash, over the whole text; only for a single word, which is rare.
            if (tokens[i].Hash == word.Hash && text.IsMark(tokens[i - 1], '(') && text.IsMark(tokens[i + 1], ')'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what looks like a name is followed by more of its kind: <c>Dinas Pangan, Kelautan, dan Pertanian</c>.</summary>
    public bool IsOneOfList(int last, bool isBehindComma)
    {
        var tokens = text.Tokens;
        if (last + 2 >= tokens.Length || tokens[last + 1].Kind is not TokenKind.Mark)
        {
            return false;
        }

        return text.Text[tokens[last + 1].Start] switch
        {
            ':' => true,
            // Capitals behind a comma are lists of fields as often as of people: "Pangan, Kelautan, dan
            // Pertanian" behind "Dinas" must give no person called Kelautan.
            ',' when isBehindComma => (lexicon.And.Match(tokens, last + 2, out _) > 0 || tokens[last + 2].IsCapital) && IsOfList(last + 2),
            _ => false,
        };
    }

    /// <summary>Whether the next of a list is neither an officeholder nor a degree.</summary>
    private bool IsOfList(int next)
    {
        var tokens = text.Tokens;
        next += lexicon.And.Match(tokens, next, out var _);
        return next >= tokens.Length
            || (
                bodies.OfficeAt(next) == 0
                && !(!lexicon.IsModelled && Offices.After(At(next - 2), _ => false) is not null)
                && lexicon.Weekday.Match(tokens, next, out _) == 0
                && lexicon.Acting.Match(tokens, next, out _) == 0
                && lexicon.Degree.Match(tokens, next, out _) == 0
                && !Titles.IsTitle(At(next))
                && lexicon.People.Match(tokens, next, out _) == 0
            );
    }

    private TokenCursor At(int token) => new(text, lexicon, token);
}
