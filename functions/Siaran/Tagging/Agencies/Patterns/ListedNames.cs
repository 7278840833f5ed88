using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Bodies of other states that a language lists whole, with the branch or state behind them: <c>Muzium Negeri Perak</c>.</summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
/// <param name="words">What words in names are.</param>
internal sealed class ListedNames(Lexicon lexicon, AgencyNames names, NameWords words)
{
    private const int LongestListed = 5;

    /// <summary>Of a listed name that is an acronym, which may be a word too.</summary>
    private const string Acronym = "acronym";

    /// <summary>How many tokens from one on are a listed name; an acronym is one in capitals alone: <c>MARA</c>, no <c>Mara</c>.</summary>
    public int LengthAt(ReleaseText text, int i) =>
        lexicon.Body.Match(text.Tokens, i, out var kinds) is > 0 and var length
            ? kinds[0] == Acronym && !NameStops.IsAcronym(text, text.Tokens[i])
                ? 0
                : length + (BranchAt(text.Tokens, i + length) is > 0 and var branch ? branch : StateBehind(text.Tokens, i, length))
            : OwnerListedAt(text, i);

    /// <summary>How many tokens behind a listed name are the state that it is of: <c>Muzium Negeri Perak</c>.</summary>
    private int StateBehind(ReadOnlySpan<Token> tokens, int i, int length) =>
        // Only where members of a state's parliament have a word of their own: Malay names its bodies so.
        length > 1
        && lexicon.Constituency.Count > 0
        && i + length < tokens.Length
        && tokens[i + length].IsCapital
        && lexicon.Country.Match(tokens, i + length, out _) is > 0 and var state
        && !words.IsCurrency(tokens, i + length)
        && !(i + length + state < tokens.Length && tokens[i + length + state].IsCapital)
            ? state
            : 0;

    /// <summary>
    /// How many tokens from one on are a listed name, whose last word says that something is its: <c>the World Bank's …</c>
    /// </summary>
    private int OwnerListedAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        for (var last = i; words.HasTails && last < tokens.Length && last - i < LongestListed && tokens[last].IsWord; last++)
        {
            if (text.IsOwner(tokens[last]))
            {
                Span<Token> named = stackalloc Token[LongestListed];
                tokens[i..(last + 1)].CopyTo(named);
                named[last - i] = text.WithoutOwner(tokens[last]);
                return
                    lexicon.Body.Match(named[..(last - i + 1)], 0, out var kinds) == last - i + 1
                    && (kinds[0] != Acronym || NameStops.IsAcronym(text, tokens[i]))
                    ? last - i + 1
                    : 0;
            }
        }

        return 0;
    }

    /// <summary>How many tokens at a place are a branch of the body before it, and where: <c>Cawangan Melaka</c>.</summary>
    public int BranchAt(ReadOnlySpan<Token> tokens, int at) =>
        words.HasTails
        && at + 1 < tokens.Length
        && names.BranchWords.Contains(tokens[at].Hash)
        && tokens[at].IsCapital
        && tokens[at + 1].IsCapital
        && lexicon.Country.Match(tokens, at + 1, out _) is > 0 and var state
            ? state + 1
            : 0;
}
