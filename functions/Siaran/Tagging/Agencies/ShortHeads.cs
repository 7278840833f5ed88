using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Reads an office by a short word for it and its place: <c>Kanim Bima</c>, <c>petugas Imigrasi Kelas II TPI Bima</c>.</summary>
/// <param name="names">The short words.</param>
/// <param name="places">Reads the place behind one.</param>
internal sealed class ShortHeads(AgencyNames names, AgencyPlaces places)
{
    /// <summary>The office that begins at a token; null where none does.</summary>
    public NamedBody? At(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        if (
            !names.ShortHeads.TryGetValue(tokens[i].Hash, out var whole)
            || i + 1 >= tokens.Length
            || tokens[i + 1].Start != tokens[i].End + 1
            || (i > 0 && tokens[i - 1].IsCapital && names.NoShortBehind.Contains(tokens[i - 1].Hash))
        )
        {
            return null;
        }

        var start = places.PastClass(text.Text, tokens, i + 1);
        var end = start;
        if (start >= tokens.Length || places.Read(text.Text, tokens, ref end, RegionCue.None) is null)
        {
            return null;
        }

        var label = $"{whole} {Spaces.Collapse(text.Words(start, end - 1))}";
        return new(AgencyName.Unlisted(label, isLocal: false), null, i, end - 1);
    }
}
