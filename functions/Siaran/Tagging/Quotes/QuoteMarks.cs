using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>
/// Where quotation marks open and close. Single marks do where they are about a sentence, not about a nickname; two together do as one.
/// </summary>
internal static class QuoteMarks
{
    /// <summary>The last character that a page makes of an opening mark.</summary>
    public const char GarbledOpen = 'œ';

    // No stack of nested marks: editors mix straight and curly ones, forget half of them and turn them
    // round, so that pairs cannot be counted. A quote is what is between one mark that opens and the
    // next that closes.

    /// <summary>Tokens of speech between single marks, at most, so that marks that open nothing are looked behind only so far.</summary>
    private const int LongestSpeech = 600;

    /// <summary>Tokens between single marks, of which the second ends no clause, where they are speech and no name.</summary>
    private const int ShortestBare = 8;

    /// <summary>How many tokens the opening mark takes; 0 where none opens.</summary>
    public static int Opens(string text, ReadOnlySpan<Token> tokens, int i) =>
        text[tokens[i].Start] switch
        {
            '“' or '„' or '«' or '‹' => 1,
            // A curly closing mark before a capital, set off from the word before it, was turned by a
            // word processor.
            '”' => IsTurned(text, tokens, i) || BeginsParagraph(tokens, i) || IsApart(text, tokens, i) ? 1 : 0,
            // "…mengatakan,"Kami": the space before the mark was forgotten.
            '"' => IsSetOff(tokens, i) || IsTurned(text, tokens, i) ? 1 : 0,
            // "â€œKami …": what a page made of an opening mark.
            '€' => IsGarbled(text, tokens, i) && NextOf(text, tokens[i]) == GarbledOpen ? 1 : 0,
            // Two single marks are typed for one double; one alone is an apostrophe or a nickname, unless
            // what it opens ends as speech does.
            '‘' or '’' or '\'' when IsSetOff(tokens, i) => IsPair(text, tokens, i) ? 2
            : IsSingle(text, tokens, i) ? 1
            : 0,
            _ => 0,
        };

    /// <summary>
    /// Whether a closing mark with spaces on both sides was typed for an opening one: a sentence ends before it, and one begins behind:
    /// <c>… cukup. ” Kami berharap …</c>
    /// </summary>
    private static bool IsApart(string text, ReadOnlySpan<Token> tokens, int i) =>
        i > 0
        && i + 1 < tokens.Length
        && IsSetOff(tokens, i)
        && tokens[i + 1].IsCapital
        && tokens[i + 1].Start == tokens[i].End + 1
        && (EndsClause(text, tokens, i - 1) || (tokens[i - 1].Kind is TokenKind.Mark && text[tokens[i - 1].Start] is ':'));

    /// <summary>
    /// The first and the last token of the mark that closes the quote, or the end of the paragraph; null where the text ends before.
    /// </summary>
    public static TokenSpan? CloseOf(string text, ReadOnlySpan<Token> tokens, int open)
    {
        var isSingle = IsSingleMark(text, tokens, open - 1) && !(open > 1 && IsPair(text, tokens, open - 2));
        for (var i = open; i < tokens.Length; i++)
        {
            // A forgotten closing mark must not swallow the rest of the text: the paragraph's end
            // closes too.
            if (tokens[i].Kind is TokenKind.Break || (isSingle ? ClosesSingle(text, tokens, open - 1, i) : ClosesDouble(text, tokens, i)))
            {
                return new(i, i);
            }

            if (!isSingle && tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '’' or '\'' && IsPair(text, tokens, i))
            {
                return new(i, i + 1);
            }

            // "…,â€ ujar": what a page made of a closing mark; others that it garbled go on behind.
            if (!isSingle && IsGarbled(text, tokens, i) && NextOf(text, tokens[i]) is not (GarbledOpen or '™' or '“' or '”' or '˜'))
            {
                return new(i - 1, i);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a closing mark was typed for an opening one: it is written onto the word behind it, and not onto one before.
    /// </summary>
    private static bool IsTurned(string text, ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length
        && tokens[i + 1].Start == tokens[i].End
        && tokens[i + 1].IsCapital
        && (IsSetOff(tokens, i) || (tokens[i - 1].Kind is TokenKind.Mark && text[tokens[i - 1].Start] is '.' or ',' or ':'));

    /// <summary>Whether a paragraph begins with a mark and a word, so that it opens whichever it is: <c>” Warga sudah …</c></summary>
    private static bool BeginsParagraph(ReadOnlySpan<Token> tokens, int i) =>
        (i == 0 || tokens[i - 1].Kind is TokenKind.Break) && i + 1 < tokens.Length && tokens[i + 1].IsWord;

    /// <summary>Whether a mark ends what a double or angle mark opened; a low mark is closed by a high one too: <c>„…“</c>.</summary>
    private static bool ClosesDouble(string text, ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind is TokenKind.Mark
        && (
            text[tokens[i].Start] is '”' or '"' or '»' or '›'
            || (text[tokens[i].Start] == '“' && !IsSetOff(tokens, i) && !IsOntoNext(tokens, i))
            || ClosesTurned(text, tokens, i)
            // "…,†ujar": what a page made of it.
            || (text[tokens[i].Start] == '†' && !IsSetOff(tokens, i) && EndsClause(text, tokens, i - 1))
        );

    /// <summary>
    /// Whether an opening mark was typed for a closing one: spaces are about it, a comma or a sentence's end is before it, and the
    /// sentence goes on behind, <c>… dengan lancar, “ ucapnya</c>. Where no quote is open it opens one.
    /// </summary>
    public static bool ClosesTurned(string text, ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind is TokenKind.Mark
        && text[tokens[i].Start] == '“'
        && i > 0
        && IsSetOff(tokens, i)
        && EndsClause(text, tokens, i - 1)
        && i + 1 < tokens.Length
        && tokens[i + 1].Start > tokens[i].End
        && tokens[i + 1].Case is TokenCase.Lower;

    /// <summary>Whether a token is the second of what a page made of a mark whose bytes it took for others.</summary>
    private static bool IsGarbled(string text, ReadOnlySpan<Token> tokens, int i) =>
        i > 0
        && tokens[i].Kind is TokenKind.Mark
        && text[tokens[i].Start] == '€'
        && tokens[i - 1].Length == 1
        && tokens[i - 1].End == tokens[i].Start
        && text[tokens[i - 1].Start] == 'â';

    private static char NextOf(string text, Token token) => token.End < text.Length ? text[token.End] : '\0';

    private static bool EndsClause(string text, ReadOnlySpan<Token> tokens, int i) =>
        i >= 0 && tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is ',' or '.' or '!' or '?';

    /// <summary>
    /// Whether a single mark comes behind the end of a sentence, or a comma, and before no letter; behind any word where what it closes is
    /// long and begins a sentence: <c>‘Jagalah … bersama’ ujar Ani</c>.
    /// </summary>
    private static bool ClosesSingle(string text, ReadOnlySpan<Token> tokens, int open, int i) =>
        IsSingleMark(text, tokens, i)
        && i > 0
        && !IsSetOff(tokens, i)
        && !IsOntoNext(tokens, i)
        && (
            EndsClause(text, tokens, i - 1)
            || (
                i - open > ShortestBare
                && BeginsSentence(text, tokens, open)
                && (i + 1 >= tokens.Length || !tokens[i + 1].IsCapital)
                && IsFirstBehind(text, tokens, open, i)
            )
        );

    /// <summary>Whether no other single mark ends a word before one: <c>‘Damar’ artinya pelita dan ‘Wulan’ …</c></summary>
    private static bool IsFirstBehind(string text, ReadOnlySpan<Token> tokens, int open, int i)
    {
        for (var k = open + 1; k < i; k++)
        {
            if (IsSingleMark(text, tokens, k) && !IsSetOff(tokens, k) && !IsOntoNext(tokens, k))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a paragraph, a sentence or what a comma or a colon leads to begins with a mark.</summary>
    private static bool BeginsSentence(string text, ReadOnlySpan<Token> tokens, int i) =>
        i == 0
        || tokens[i - 1].Kind is TokenKind.Break
        || EndsClause(text, tokens, i - 1)
        || (tokens[i - 1].Kind is TokenKind.Mark && text[tokens[i - 1].Start] is ':');

    /// <summary>Whether one single mark opens speech: a capital follows at once, and one that closes in the same paragraph.</summary>
    private static bool IsSingle(string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (!IsOntoNext(tokens, i) || !tokens[i + 1].IsCapital)
        {
            return false;
        }

        for (var k = i + 1; k < tokens.Length && k - i <= LongestSpeech && tokens[k].Kind is not TokenKind.Break; k++)
        {
            if (ClosesSingle(text, tokens, i, k))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The mark that opens the next quote, where the one before it closes nowhere: <c>“Air itu milik bersama, demikian kata Ani. Ia
    /// menambahkan: “Kami …”</c>. Null where the marks are nested, or the second is not there.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="from">The first token behind the first opening mark.</param>
    /// <param name="close">The mark that closes the second.</param>
    public static int? OpensAgain(string text, ReadOnlySpan<Token> tokens, int from, int close)
    {
        var again = from;
        while (again < close && !OpensSentence(text, tokens, again))
        {
            again++;
        }

        if (again >= close)
        {
            return null;
        }

        for (var i = close + 1; i < tokens.Length && tokens[i].Kind is not TokenKind.Break; i++)
        {
            if (tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '“' or '”' or '"')
            {
                return Opens(text, tokens, i) > 0 ? again : null;
            }
        }

        return again;
    }

    private static bool OpensSentence(string text, ReadOnlySpan<Token> tokens, int i) =>
        i > 0
        && tokens[i].Kind is TokenKind.Mark
        && text[tokens[i].Start] == '“'
        && IsSetOff(tokens, i)
        && IsOntoNext(tokens, i)
        && tokens[i + 1].IsCapital
        && EndsClause(text, tokens, i - 1);

    private static bool IsOntoNext(ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length && tokens[i + 1].IsWord && tokens[i + 1].Start == tokens[i].End;

    private static bool IsSingleMark(string text, ReadOnlySpan<Token> tokens, int i) =>
        i >= 0 && tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '‘' or '’' or '\'';

    private static bool IsSetOff(ReadOnlySpan<Token> tokens, int i) =>
        i == 0 || tokens[i - 1].End < tokens[i].Start || tokens[i - 1].Kind is TokenKind.Break;

    private static bool IsPair(string text, ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length
        && tokens[i + 1].Start == tokens[i].End
        && tokens[i + 1].Kind is TokenKind.Mark
        && text[tokens[i + 1].Start] is '‘' or '’' or '\'';
}
