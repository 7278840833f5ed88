using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Tells where a listed name is but the beginning of one on no list: <c>Dinas Ketahanan Pangan, Kelautan, dan Pertanian</c>.
/// </summary>
internal sealed class LongerNames(AgencyNames names, RegionGazetteer gazetteer, RegionCues cues, Lexicon lexicon)
{
    private const int MostWords = 10;
    private const int ShortestAcronym = 4;

    /// <summary>
    /// The whole name's length in tokens where a list of capitals goes on behind a comma or <c>dan</c> and ends at a place or at an acronym
    /// in parentheses; 0 where it does not.
    /// </summary>
    public int Extend(ReleaseText text, ReadOnlySpan<Token> tokens, int first, int length)
    {
        // Only for "Dinas" and "Badan": regencies merge their offices as they like, and no list keeps up. National
        // bodies are all listed.
        if (!names.FieldHeads.Contains(tokens[first].Hash))
        {
            return 0;
        }

        var (at, ands) = (PastFields(tokens, first + length), 0);
        while (at + 1 < tokens.Length && at - first < length + MostWords)
        {
            var joins = text.IsMark(tokens[at], ',') ? 1 : 0;
            // "Usaha Kecil Dan Perdagangan": some hands write it with a capital.
            var and = IsAnd(tokens[at + joins]) ? 1 : 0;
            var next = at + joins + and;
            // A list goes on behind a comma or an "and", and behind one "and" with another alone: "Anak dan Pengendalian Penduduk
            // dan Keluarga Berencana". A new body or an officeholder after the comma is the next of a list of bodies.
            if (joins + and == 0 || ands > 1 - joins || next >= tokens.Length || !tokens[next].IsCapital || IsBody(tokens, next))
            {
                break;
            }

            ands += and;
            // All capitals of one item; a place ends the item, as it ends the name.
            for (at = next; at < tokens.Length && tokens[at].IsCapital && !IsAnd(tokens[at]) && !IsPlace(tokens, at); at++)
            {
                if (at > next && IsBeforeTitle(text, at))
                {
                    break;
                }
            }
        }

        // An end that proves itself is required, a place or "(", or words of bodies' names alone up to a mark: without one it may
        // be a list of fields in any sentence, and the short listed name is the safer reading.
        return
            ands > 0
            && at < tokens.Length
            && (ands == 1 || text.IsMark(tokens[at], '('))
            && (
                text.IsMark(tokens[at], '(')
                    ? IsListHead(tokens[first]) || !IsOfNational(tokens, at + 1)
                    : IsPlace(tokens, at) || EndsFields(tokens, at) || IsBeforeTitle(text, at)
            )
            ? at - first
            : 0;
    }

    /// <summary>Whether the short name of a national body is at a token, whose own name is misspelt before it.</summary>
    private bool IsOfNational(ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length && names.Names.Match(tokens, at, out var bodies) > 0 && !bodies[0].IsLocal;

    private bool IsListHead(Token token) => names.ListHeads.Contains(token.Hash);

    private bool IsAnd(Token token) => token.Case is TokenCase.Lower or TokenCase.Capital && names.Ands.Contains(token.Hash);

    /// <summary>Whether a mark ends the fields of an office: <c>Dinas Kependudukan dan Catatan Sipil”, …</c></summary>
    private bool EndsFields(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Kind is TokenKind.Mark or TokenKind.Break
        && names.Words.Contains(tokens[at - 1].Hash)
        && (names.Words.Contains(tokens[at - 2].Hash) || names.Ands.Contains(tokens[at - 2].Hash));

    /// <summary>Whether a title before a name comes behind a field: <c>Dinas Pertanian dan Kehutanan Ir. …</c></summary>
    private bool IsBeforeTitle(ReleaseText text, int at) =>
        names.Words.Contains(text.Tokens[at - 1].Hash) && People.Titles.IsTitle(new(text, lexicon, at));

    /// <summary>
    /// The length of a national office's name that no list has, before the ministry's that it is of: <c>Badan Riset dan Data Kementerian
    /// Sosial</c>; 0 where none is there.
    /// </summary>
    public int OfMinistry(ReadOnlySpan<Token> tokens, int first)
    {
        if (!names.FieldHeads.Contains(tokens[first].Hash) || IsListHead(tokens[first]))
        {
            return 0;
        }

        var at = first + 1;
        while (
            at + 1 < tokens.Length
            && at - first < MostWords
            && tokens[at].Start == tokens[at - 1].End + 1
            && (tokens[at].IsCapital ? !names.Ministries.Contains(tokens[at].Hash) && !IsPlace(tokens, at) : IsAnd(tokens[at]))
        )
        {
            at++;
        }

        return
            at > first + 1
            && at < tokens.Length
            && tokens[at].IsCapital
            && tokens[at].Start == tokens[at - 1].End + 1
            && names.Ministries.Contains(tokens[at].Hash)
            && names.Names.Match(tokens, at, out var ministries) > 1
            && !ministries[0].IsLocal
            ? at - first
            : 0;
    }

    /// <summary>
    /// The length of an office's name that no list has even the beginning of, <c>Dinas Pangan, Kelautan dan Pertanian</c>, where it ends
    /// as <see cref="Extend"/> asks; 0 where it does not.
    /// </summary>
    public int Whole(ReleaseText text, ReadOnlySpan<Token> tokens, int first)
    {
        if (!names.FieldHeads.Contains(tokens[first].Hash))
        {
            return 0;
        }

        var at = first + 1;
        while (
            at < tokens.Length
            && at - first < MostWords
            && tokens[at].IsCapital
            && !IsAnd(tokens[at])
            && !IsPlace(tokens, at)
            && !IsBody(tokens, at)
        )
        {
            at++;
        }

        return at > first + 1 ? Extend(text, tokens, first, at - first) : 0;
    }

    /// <summary>The token behind further fields that follow at once: <c>Dinas Pekerjaan Umum Bina Marga dan …</c></summary>
    private int PastFields(ReadOnlySpan<Token> tokens, int at)
    {
        while (
            at < tokens.Length
            && tokens[at].IsCapital
            && names.Words.Contains(tokens[at].Hash)
            && !IsPlace(tokens, at)
            && !IsBody(tokens, at)
        )
        {
            at++;
        }

        return at;
    }

    private bool IsBody(ReadOnlySpan<Token> tokens, int at) =>
        names.Heads.Contains(tokens[at].Hash)
        // "Dinas Kesehatan dan BKKBN": another body by its letters.
        || (tokens[at] is { Case: TokenCase.Upper, Length: >= ShortestAcronym } && names.Names.Match(tokens, at, out _) == 1)
        || (names.Names.Match(tokens, at, out var found) > 0 && found[0].IsLocal)
        || names.Titles.Match(tokens, at, out _) > 0
        || names.Officers.Contains(tokens[at].Hash);

    private bool IsPlace(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].IsCapital
        && (
            cues.LevelOf(tokens[at]) is not RegionCue.None
            || (names.Names.Match(tokens, at, out var bodies) > 0 && bodies[0].Trait is AgencyTrait.Government)
            || (gazetteer.Names.Match(tokens, at, out var regions) > 0 && gazetteer.Highest(regions) is not null)
        );
}
