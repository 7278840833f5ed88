using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Tells where a listed name is but the beginning of one on no list: <c>Dinas Ketahanan Pangan, Kelautan, dan Pertanian</c>.
/// </summary>
internal static class LongerNames
{
    private const int MostWords = 10;

    /// <summary>
    /// The whole name's length in tokens where a list of capitals goes on behind a comma or <c>dan</c> and ends at a place or at an acronym
    /// in parentheses; 0 where it does not.
    /// </summary>
    public static int Extend(
        ReleaseText text,
        ReadOnlySpan<Token> tokens,
        int first,
        int length,
        AgencyNames names,
        RegionGazetteer gazetteer
    )
    {
        // Only for "Dinas": regencies merge their offices as they like, and no list keeps up. National
        // bodies are all listed.
        if (!text.Word(tokens[first]).Equals("dinas", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var (at, isLast) = (first + length, false);
        while (at + 1 < tokens.Length && at - first < length + MostWords)
        {
            var joins = text.IsMark(tokens[at], ',') ? 1 : 0;
            var ands = text.Word(tokens[at + joins]) is "dan" or "serta" ? 1 : 0;
            var next = at + joins + ands;
            // A list goes on behind a comma or an "and", and nothing goes on behind the "and". A new
            // body or an officeholder after the comma is the next of a list of bodies.
            if (joins + ands == 0 || isLast || next >= tokens.Length || !tokens[next].IsCapital || IsBody(text, tokens, next, names))
            {
                break;
            }

            isLast = ands > 0;
            // All capitals of one item; a place ends the item, as it ends the name.
            for (at = next; at < tokens.Length && tokens[at].IsCapital && !IsPlace(text, tokens, at, gazetteer); at++) { }
        }

        // An end that proves itself is required, a place or "(": without one it may be a list of fields
        // in any sentence, and the short listed name is the safer reading.
        return isLast && at < tokens.Length && (text.IsMark(tokens[at], '(') || IsPlace(text, tokens, at, gazetteer)) ? at - first : 0;
    }

    private static bool IsBody(ReleaseText text, ReadOnlySpan<Token> tokens, int at, AgencyNames names) =>
        AgencyNames.IsHead(text.Word(tokens[at]))
        || (names.Names.Match(tokens, at, out var found) > 0 && found[0].IsLocal)
        || names.Titles.Match(tokens, at, out _) > 0
        || text.Word(tokens[at]) is "Kepala" or "Ketua" or "Bupati" or "Wali" or "Gubernur" or "Camat";

    private static bool IsPlace(ReleaseText text, ReadOnlySpan<Token> tokens, int at, RegionGazetteer gazetteer) =>
        text.Word(tokens[at]) is "Provinsi" or "Kabupaten" or "Kota" or "Kab" or "Prov"
        || (tokens[at].IsCapital && gazetteer.Names.Match(tokens, at, out var names) > 0 && gazetteer.Highest(names) is not null);
}
