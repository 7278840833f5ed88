using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Reads a part of a force by what it is of: <c>Brimob Polda NTB</c>, <c>Brimob Kompi 2 Dompu</c>.</summary>
/// <param name="names">Words for parts, and the bodies that they are of.</param>
/// <param name="places">Reads the place behind one.</param>
internal sealed class ForceParts(AgencyNames names, AgencyPlaces places)
{
    private const string Force = "brimob";
    private const string Police = "polda";
    private const int LongestSign = 3;

    /// <summary>The part whose force's name is before a token; null where none is.</summary>
    /// <param name="text">The release.</param>
    /// <param name="name">The force.</param>
    /// <param name="first">The first token of its name.</param>
    /// <param name="at">The token behind it.</param>
    public NamedBody? At(ReleaseText text, AgencyName name, int first, int at)
    {
        var tokens = text.Tokens;
        if (name.Slug is not Force || at >= tokens.Length || !tokens[at].IsCapital || tokens[at].Start != tokens[at - 1].End + 1)
        {
            return null;
        }

        var end = at;
        if (
            names.Names.Match(tokens, at, out var bodies) is > 0 and var length
            && bodies[0].Slug.StartsWith(Police, StringComparison.Ordinal)
        )
        {
            end += length;
            places.Read(text.Text, tokens, ref end, RegionCue.Province);
        }
        else if (names.ForceParts.Contains(tokens[at].Hash))
        {
            end += at + 1 < tokens.Length && IsSign(tokens[at + 1]) ? 2 : 1;
            places.Read(text.Text, tokens, ref end, RegionCue.None);
        }

        return end == at
            ? null
            : new(AgencyName.Unlisted(Spaces.Collapse(text.Words(first, end - 1)), isLocal: false), null, first, end - 1);
    }

    /// <summary>Whether a token is the number or the letter of a part: <c>C</c>, <c>2</c>.</summary>
    private static bool IsSign(Token token) => token.IsNumber || (token is { IsWord: true, IsCapital: true, Length: <= LongestSign });
}
