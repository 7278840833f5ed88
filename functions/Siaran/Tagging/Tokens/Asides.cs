using Siaran.Tagging.Languages;

namespace Siaran.Tagging.Tokens;

/// <summary>
/// What points to other news and videos within a text, whose names are none of the release's: <c>[Gambas:Video …]</c>, <c>Simak Video
/// “…”</c>, <c>Baca juga: …</c>
/// </summary>
internal static class Asides
{
    private const int LongestLead = 4;

    /// <summary>For each token whether it belongs to one.</summary>
    public static bool[] Of(ReleaseText text, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        var marked = new bool[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var isFirst = i == 0 || tokens[i - 1].Kind is TokenKind.Break;
            var end =
                text.IsMark(tokens[i], '[') ? EndOfBracket(text, lexicon, i)
                : isFirst && tokens[i].IsCapital ? EndOfPointer(text, lexicon, i)
                : i;
            Array.Fill(marked, true, i, end - i);
            i = Math.Max(i, end - 1);
        }

        return marked;
    }

    /// <summary>The token behind what is in brackets, where its first word is one for pictures; the bracket itself elsewhere.</summary>
    private static int EndOfBracket(ReleaseText text, Lexicon lexicon, int open)
    {
        var tokens = text.Tokens;
        if (open + 1 >= tokens.Length || lexicon.Medium.Match(tokens, open + 1, out _) == 0)
        {
            return open;
        }

        for (var i = open + 1; i < tokens.Length && tokens[i].Kind is not TokenKind.Break; i++)
        {
            if (text.IsMark(tokens[i], ']'))
            {
                return i + 1;
            }
        }

        return open;
    }

    /// <summary>The end of the paragraph that begins by sending its readers elsewhere; its first token where it does not.</summary>
    private static int EndOfPointer(ReleaseText text, Lexicon lexicon, int first)
    {
        var tokens = text.Tokens;
        if (lexicon.Pointer.Match(tokens, first, out _) is not (> 0 and var lead) || !LeadsAway(text, first + lead))
        {
            return first;
        }

        var end = first + lead;
        while (end < tokens.Length && tokens[end].Kind is not TokenKind.Break)
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a colon or a mark of quotation comes within a few words: <c>Simak juga video ini: …</c></summary>
    private static bool LeadsAway(ReleaseText text, int from)
    {
        var tokens = text.Tokens;
        for (var i = from; i < tokens.Length && i - from <= LongestLead; i++)
        {
            if (tokens[i].Kind is TokenKind.Mark && text.Text[tokens[i].Start] is ':' or '“' or '"' or '\'' or '‘')
            {
                return true;
            }
        }

        return false;
    }
}
