using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>What a word for a title leads to in quotation marks: <c>bertema “76 Tahun Bakti Negeri”</c>.</summary>
internal static class QuotedTitles
{
    /// <summary>From opening to closing mark, in the text's order.</summary>
    public static List<TokenSpan> Of(ReleaseText text, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        List<TokenSpan> titles = [];
        for (var i = 1; i < tokens.Length; i++)
        {
            if (
                tokens[i].Kind is not TokenKind.Mark
                || !NameBounds.IsBehind(lexicon.Entitled, tokens, i)
                || QuoteMarks.Opens(text.Text, tokens, i) is not (> 0 and var marks)
            )
            {
                continue;
            }

            if (QuoteMarks.CloseOf(text.Text, tokens, i + marks) is not { } close)
            {
                break;
            }

            if (tokens[close.First].Kind is TokenKind.Mark)
            {
                titles.Add(new(i, close.Last));
            }

            i = close.Last;
        }

        return titles;
    }

    /// <summary>Whether a token is within one of them.</summary>
    public static bool Hold(List<TokenSpan> titles, int token)
    {
        foreach (var title in titles)
        {
            if (title.First < token && token < title.Last)
            {
                return true;
            }
        }

        return false;
    }
}
