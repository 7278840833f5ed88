using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Finds bodies on no list by how a language builds their names: a head that more capitals follow (<c>Department of …</c>), or a tail that
/// capitals precede (<c>… Committee</c>). Only languages whose lexicon lists heads and tails have them.
/// </summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
internal sealed class NamePatterns(Lexicon lexicon, AgencyNames names)
{
    private const int Longest = 12;

    private readonly bool has = lexicon.BodyHead.Count > 0;

    /// <summary>How many tokens from one on are a body's name; 0 where none begins.</summary>
    public int LengthAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        // In a headline in title case every word has a capital, so only whole listed names are believed
        // there.
        return !has || !tokens[i].IsCapital || lexicon.Article.Match(tokens, i, out _) > 0 || IsWhose(text, i) ? 0
            : tokens[i].Start < text.TitleCaseEnd ? lexicon.Body.Match(tokens, i, out _)
            : Math.Max(ByHead(text, i), FieldBefore(text, i) is > 0 and var joined ? joined : ByTail(text, i));
    }

    /// <summary>Whether a word only says whose body follows: <c>Japan's Ministry of …</c></summary>
    private bool IsWhose(ReleaseText text, int i) =>
        text.Word(text.Tokens[i]) is [.., '\'' or '’', 's']
        && i + 1 < text.Tokens.Length
        && lexicon.BodyHead.Match(text.Tokens, i + 1, out _) > 0;

    private int ByHead(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var whole = IsOfOffice(tokens, i, lexicon.Body.Match(tokens, i, out _)) ? 0 : lexicon.Body.Match(tokens, i, out _);
        if (lexicon.BodyHead.Match(tokens, i, out _) is not (> 0 and var head))
        {
            return whole;
        }

        var end = i + head;
        while (end < tokens.Length && end - i < Longest && (Joined(text, end) is > 0 and var length || ListedAt(text, end, out length)))
        {
            end += length;
        }

        // A head alone ("Department of") names nothing.
        return end > i + head ? Math.Max(whole, end - i) : whole;
    }

    /// <summary>Whether a body's name only says which office someone holds: <c>Treasury Secretary</c>.</summary>
    private bool IsOfOffice(ReadOnlySpan<Token> tokens, int at, int length) =>
        length > 0 && at + length < tokens.Length && tokens[at + length].IsCapital && lexicon.Office.Match(tokens, at + length, out _) > 0;

    /// <summary>
    /// Whether a comma goes on a list of fields that ends with <c>and</c>, and how many tokens of it: <c>Kementerian Sains, Teknologi dan
    /// Inovasi</c>.
    /// </summary>
    private bool ListedAt(ReleaseText text, int at, out int length)
    {
        var tokens = text.Tokens;
        length = 0;
        for (var i = at; i + 1 < tokens.Length && i - at < Longest; i++)
        {
            var isField = tokens[i].IsCapital && IsField(tokens[i]);
            if (!isField && lexicon.And.Match(tokens, i, out _) > 0)
            {
                // Up to the first field behind "and"; what comes then is read as the rest of any name.
                length = i > at && tokens[i + 1].IsCapital && IsField(tokens[i + 1]) ? i + 2 - at : 0;
                return length > 0;
            }

            if (!isField && !text.IsMark(tokens[i], ','))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsField(Token token) => names.Words.Contains(token.Hash) || (token.IsWord && lexicon.Field.Match([token], 0, out _) == 1);

    /// <summary>How many tokens at a place go on a name: a capital, or words that join it to one.</summary>
    private int Joined(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        // At most two joining words ("of the"), each of which needs a capital behind it.
        var (next, isAnd) = (at, false);
        while (next < tokens.Length && next - at < 2 && lexicon.BodyJoin.Match(tokens, next, out var kinds) == 1)
        {
            isAnd |= kinds[0] == "and";
            next++;
        }

        if (
            next >= tokens.Length
            || tokens[next] is not { IsWord: true, IsCapital: true }
            || tokens[next].Start > tokens[next - 1].End + 1
            || Ends(tokens, next)
        )
        {
            return 0;
        }

        // "and" is the hard one: within a name ("Trade and Industry") it goes on, between two bodies it
        // ends. A second body is recognised by beginning like one.
        var isOther =
            isAnd
            && (
                next - at > 1
                || IsFirm(text, next)
                || (
                    lexicon.Field.Match(tokens, next, out _) == 0
                    && (
                        names.Names.Match(tokens, next, out _) > 0
                        || lexicon.BodyHead.Match(tokens, next, out _) > 0
                        || lexicon.Body.Match(tokens, next, out _) > 0
                    )
                )
            );
        return isOther ? 0 : next - at + 1;
    }

    /// <summary>Whether the capitals from one on are the name of a firm: <c>… and Solent Ferries Ltd</c>.</summary>
    private bool IsFirm(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        for (var i = at + 1; i < tokens.Length && i - at < Longest && tokens[i] is { IsWord: true, IsCapital: true }; i++)
        {
            if (lexicon.FirmTail.Match(tokens, i, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length of a name whose field is joined to the rest: <c>Maritime and Coastguard Agency</c>.</summary>
    private int FieldBefore(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var isBehindArticle = i > 0 && lexicon.Article.Match(tokens, i - 1, out _) > 0;
        if (i > 0 && tokens[i - 1] is { IsWord: true, IsCapital: true } && !isBehindArticle)
        {
            return 0;
        }

        // "the Building and …": behind an article what "and" joins is one name. Two words at most come before it.
        var and = i + 1 < tokens.Length && tokens[i + 1].IsCapital && tokens[i + 1].Start == tokens[i].End + 1 ? i + 2 : i + 1;
        return
            and + 1 < tokens.Length
            && tokens[and].Case is TokenCase.Lower
            && lexicon.And.Match(tokens, and, out _) > 0
            && (IsField(tokens[and - 1]) || isBehindArticle)
            && IsNoBody(tokens, i)
            && tokens[and + 1].IsCapital
            && ByTail(text, and + 1) is > 0 and var rest
            ? rest + and + 1 - i
            : 0;
    }

    /// <summary>Whether neither a body nor an office begins at a token.</summary>
    private bool IsNoBody(ReadOnlySpan<Token> tokens, int at) =>
        names.Names.Match(tokens, at, out _) == 0
        && lexicon.Body.Match(tokens, at, out _) == 0
        && lexicon.BodyHead.Match(tokens, at, out _) == 0
        && lexicon.Office.Match(tokens, at, out _) == 0
        && lexicon.BodyTail.Match(tokens, at, out _) == 0
        && lexicon.Opener.Match(tokens, at, out _) == 0;

    private int ByTail(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        // A tail counts from the first capital of its run alone, so that each name is found once, and
        // whole.
        if (
            i > 0
            && (tokens[i - 1] is { IsWord: true, IsCapital: true } || IsAmpersand(text, i - 1))
            && tokens[i - 1].End + 1 == tokens[i].Start
            && lexicon.Article.Match(tokens, i - 1, out _) == 0
        )
        {
            return 0;
        }

        var length = 0;
        var isListed = names.Names.Match(tokens, i, out _) > 0;
        for (
            var at = i;
            at < tokens.Length
                && at - i < Longest
                && (tokens[at] is { IsWord: true, IsCapital: true } || (at > i && IsAmpersand(text, at)))
                && (at == i || tokens[at].Start == tokens[at - 1].End + 1);
            at++
        )
        {
            length = at > i && lexicon.BodyTail.Match(tokens, at, out _) > 0 ? at - i + 1 : length;
            // "California Department of Public Health": the tail begins a longer name.
            if (length == at - i + 1 && !isListed && lexicon.BodyHead.Match(tokens, at, out _) > 0 && ByHead(text, at) is > 0 and var whole)
            {
                return length - 1 + whole;
            }
        }

        // A listed body at the end of the run ("Former Ministry of Health") is the body; the words
        // before it are not part of its name.
        for (var k = i + 1; k < i + length; k++)
        {
            if (k + names.Names.Match(tokens, k, out _) == i + length)
            {
                return 0;
            }
        }

        // "New rules": an opener has its capital from the sentence, unless an article shows that it is
        // of the name.
        var isOpener =
            lexicon.Opener.Match(tokens, i, out _) > 0 && !(i > 0 && lexicon.Article.Match(tokens, i - 1, out _) > 0 && length > 2);
        return isOpener || length == 0 || lexicon.Office.Match(tokens, i, out _) > 1 ? 0 : length + OfWhere(text, i, length);
    }

    /// <summary>How many tokens behind a name say where the body is: <c>… Regulatory Commission of Singapore</c>.</summary>
    private int OfWhere(ReleaseText text, int first, int length)
    {
        var tokens = text.Tokens;
        var at = first + length;
        if (
            at + 1 >= tokens.Length
            // What a list has is placed by the list's own rules.
            || names.Names.Match(tokens, first, out _) > 0
            || lexicon.OfficeOf.Match(tokens, at, out _) != 1
            || lexicon.BodyJoin.Match(tokens, at, out _) != 1
            || !tokens[at + 1].IsCapital
            || Ends(tokens, at + 1)
            || IsField(tokens[at + 1])
        )
        {
            return 0;
        }

        var end = at + 1;
        while (end < tokens.Length && tokens[end] is { IsWord: true, IsCapital: true } && tokens[end].Start == tokens[end - 1].End + 1)
        {
            end++;
        }

        return end - at;
    }

    private static bool IsAmpersand(ReleaseText text, int i) => text.IsMark(text.Tokens[i], '&');

    /// <summary>Whether a capital begins something else than more of a name: an office, a person, or a day (<c>on Wednesday</c>).</summary>
    private bool Ends(ReadOnlySpan<Token> tokens, int at) =>
        lexicon.Office.Match(tokens, at, out _) > 0
        || lexicon.Honorific.Match(tokens, at, out _) > 0
        || lexicon.Weekday.Match(tokens, at, out _) > 0
        || lexicon.Month.Match(tokens, at, out _) > 0;
}
