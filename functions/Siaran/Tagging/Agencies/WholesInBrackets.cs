using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Bodies whose short name comes first and the whole one in brackets: <c>FPX (Agensi Perlindungan Paya)</c>.</summary>
internal static class WholesInBrackets
{
    private const int ShortestAcronym = 3;

    /// <summary>Gives the short names what is in the brackets behind them.</summary>
    public static void Add(ReleaseText text, Lexicon lexicon, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        if (lexicon.IsModelled)
        {
            return;
        }

        for (var i = 0; i < found.Count; i++)
        {
            var at = found[i].First - 2;
            if (IsWhole(text, found[i]) && IsShort(text, lexicon, at))
            {
                Rename(text, found, text.Tokens[at].Hash, found[i]);
                learnt.Add(text.Tokens.Slice(at, 1), found[i]);
            }
        }
    }

    /// <summary>Whether brackets hold a body's name of several words, and nothing else.</summary>
    private static bool IsWhole(ReleaseText text, NamedBody body) =>
        body.Last > body.First
        && body.First > 1
        && body.Last + 1 < text.Tokens.Length
        && text.IsMark(text.Tokens[body.First - 1], '(')
        && text.IsMark(text.Tokens[body.Last + 1], ')');

    private static bool IsShort(ReleaseText text, Lexicon lexicon, int at) =>
        text.Tokens[at].Length >= ShortestAcronym
        && text.Tokens[at].Case is TokenCase.Upper or TokenCase.Mixed
        && lexicon.Country.Match(text.Tokens, at, out _) == 0
        && lexicon.Office.Match(text.Tokens, at, out _) == 0;

    private static void Rename(ReleaseText text, List<NamedBody> found, ulong word, NamedBody whole)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].First == found[i].Last && text.Tokens[found[i].First].Hash == word)
            {
                found[i] = whole with { First = found[i].First, Last = found[i].Last };
            }
        }
    }
}
