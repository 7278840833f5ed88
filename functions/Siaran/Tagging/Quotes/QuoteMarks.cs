using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>
/// Where quotation marks open and close. Single marks within, such as those about a nickname, do neither; two together do as one.
/// </summary>
internal static class QuoteMarks
{
    // No stack of nested marks: editors mix straight and curly ones, forget half of them and turn them
    // round, so that pairs cannot be counted. A quote is what is between one mark that opens and the
    // next that closes.

    /// <summary>How many tokens the opening mark takes; 0 where none opens.</summary>
    public static int Opens(string text, ReadOnlySpan<Token> tokens, int i) =>
        text[tokens[i].Start] switch
        {
            '“' or '„' or '«' => 1,
            // A curly closing mark before a capital, set off from the word before it, was turned by a
            // word processor.
            '”' => IsTurned(text, tokens, i) ? 1 : 0,
            // "…mengatakan,"Kami": the space before the mark was forgotten.
            '"' => IsSetOff(tokens, i) || IsTurned(text, tokens, i) ? 1 : 0,
            // Two single marks are typed for one double; one alone is an apostrophe or a nickname.
            '‘' or '’' or '\'' => IsPair(text, tokens, i) && IsSetOff(tokens, i) ? 2 : 0,
            _ => 0,
        };

    /// <summary>
    /// The first and the last token of the mark that closes the quote, or the end of the paragraph; null where the text ends before.
    /// </summary>
    public static TokenSpan? CloseOf(string text, ReadOnlySpan<Token> tokens, int open)
    {
        for (var i = open; i < tokens.Length; i++)
        {
            // A forgotten closing mark must not swallow the rest of the text: the paragraph's end
            // closes too.
            if (tokens[i].Kind is TokenKind.Break || (tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '”' or '"' or '»'))
            {
                return new(i, i);
            }

            if (tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '’' or '\'' && IsPair(text, tokens, i))
            {
                return new(i, i + 1);
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

    private static bool IsSetOff(ReadOnlySpan<Token> tokens, int i) =>
        i == 0 || tokens[i - 1].End < tokens[i].Start || tokens[i - 1].Kind is TokenKind.Break;

    private static bool IsPair(string text, ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length
        && tokens[i + 1].Start == tokens[i].End
        && tokens[i + 1].Kind is TokenKind.Mark
        && text[tokens[i + 1].Start] is '‘' or '’' or '\'';
}
