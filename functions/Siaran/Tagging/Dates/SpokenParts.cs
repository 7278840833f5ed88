using Siaran.Tagging.Quotes;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Dates;

/// <summary>Which tokens of a text are in quotations, and of those which are of a paragraph that tells of an older time.</summary>
internal sealed class SpokenParts
{
    // Found once for the whole text, in two passes of each paragraph: a text of nothing but "kemarin"
    // must not look back to the same quotation mark for each of them.
    private readonly bool[] isSpoken;
    private readonly bool[] isOlder;

    /// <param name="text">The release.</param>
    /// <param name="tellsOfBefore">Whether a token tells of an older time.</param>
    public SpokenParts(ReleaseText text, Func<int, bool> tellsOfBefore)
    {
        var count = text.Tokens.Length;
        (isSpoken, isOlder) = (new bool[count], new bool[count]);
        for (var first = 0; first < count; )
        {
            var end = first;
            var lastTelling = -1;
            while (end < count && text.Tokens[end].Kind is not TokenKind.Break)
            {
                lastTelling = tellsOfBefore(end) ? end : lastTelling;
                end++;
            }

            Mark(text, first, end, lastTelling);
            first = end + 1;
        }
    }

    /// <summary>Whether a token is in a quotation.</summary>
    public bool IsSpoken(int token) => isSpoken[token];

    /// <summary>
    /// Whether a token is in a quotation in or behind which, within the paragraph, an older time is spoken of: a year gone by, <c>waktu
    /// itu</c>.
    /// </summary>
    public bool IsOfOlderStory(int token) => isOlder[token];

    private void Mark(ReleaseText text, int first, int end, int lastTelling)
    {
        var opened = -1;
        for (var i = first; i < end; i++)
        {
            if (opened >= 0 && QuoteMarks.ClosesTurned(text.Text, text.Tokens, i))
            {
                opened = -1;
            }
            else if (QuoteMarks.Opens(text.Text, text.Tokens, i) > 0)
            {
                opened = i;
            }
            else if (text.Tokens[i].Kind is TokenKind.Mark && text.Text[text.Tokens[i].Start] is '”' or '»' or '"' or '†')
            {
                opened = -1;
            }

            isSpoken[i] = opened >= 0;
            isOlder[i] = opened >= 0 && lastTelling > opened;
        }
    }
}
