using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Tells where a listed name is but the beginning of one on no list: <c>Dinas Ketahanan Pangan, Kelautan, dan Pertanian</c>.
/// </summary>
internal sealed class LongerNames(AgencyNames names, RegionGazetteer gazetteer, RegionCues cues)
{
    private const int MostWords = 10;

    /// <summary>
    /// The whole name's length in tokens where a list of capitals goes on behind a comma or <c>dan</c> and ends at a place or at an acronym
    /// in parentheses; 0 where it does not.
    /// </summary>
    public int Extend(ReleaseText text, ReadOnlySpan<Token> tokens, int first, int length)
    {
        if (!names.ListHeads.Contains(tokens[first].Hash))
        {
            return 0;
        }

        var (at, isLast) = (first + length, false);
        while (at + 1 < tokens.Length && at - first < length + MostWords)
        {
            var joins = text.IsMark(tokens[at], ',') ? 1 : 0;
            var ands = tokens[at + joins].Case is TokenCase.Lower && names.Ands.Contains(tokens[at + joins].Hash) ? 1 : 0;
            var next = at + joins + ands;
            if (joins + ands == 0 || isLast || next >= tokens.Length || !tokens[next].IsCapital || IsBody(tokens, next))
            {
                break;
            }

            isLast = ands > 0;
            for (at = next; at < tokens.Length && tokens[at].IsCapital && !IsPlace(tokens, at); at++) { }
        }

        return isLast && at < tokens.Length && (text.IsMark(tokens[at], '(') || IsPlace(tokens, at)) ? at - first : 0;
    }

    private bool IsBody(ReadOnlySpan<Token> tokens, int at) =>
        names.Heads.Contains(tokens[at].Hash)
        || (names.Names.Match(tokens, at, out var found) > 0 && found[0].IsLocal)
        || names.Titles.Match(tokens, at, out _) > 0
        || names.Officers.Contains(tokens[at].Hash);

    private bool IsPlace(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].IsCapital
        && (
            cues.LevelOf(tokens[at]) is not RegionCue.None
            || (gazetteer.Names.Match(tokens, at, out var names) > 0 && gazetteer.Highest(names) is not null)
        );
}
