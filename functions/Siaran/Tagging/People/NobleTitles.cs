using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Where a name begins behind a noble title that words on no list go on: <c>Pehin Orang Kaya Cahaya Laksamana Dato Seri Haji Kasim</c>.
/// </summary>
internal static class NobleTitles
{
    /// <summary>What the lexicon says of such titles.</summary>
    private const string Noble = "noble";

    private const int Longest = 16;

    /// <summary>The token behind the last of the titles, where the first of them is noble; otherwise the token itself.</summary>
    public static int EndFrom(ReleaseText text, Lexicon lexicon, int start)
    {
        var behind = lexicon.IsModelled ? start : Titles.EndFrom(text, lexicon, start);
        if (lexicon.IsModelled || !IsBehindNoble(text, lexicon, behind))
        {
            return start;
        }

        var last = -1;
        for (var at = behind; at < text.Tokens.Length && at - behind < Longest; at++)
        {
            if (Titles.IsTitle(new(text, lexicon, at)))
            {
                last = at;
            }
            else if (!text.Tokens[at].IsCapital || lexicon.NameJoin.Match(text.Tokens, at, out _) > 0)
            {
                break;
            }
        }

        return last < 0 ? start : Titles.EndFrom(text, lexicon, last);
    }

    private static bool IsBehindNoble(ReleaseText text, Lexicon lexicon, int start)
    {
        for (var at = Titles.FirstBefore(text, lexicon, start); at < start; at++)
        {
            if (lexicon.Title.Match(text.Tokens, at, out var kinds) > 0 && kinds.Contains(Noble))
            {
                return true;
            }
        }

        return false;
    }
}
