using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Tells whether a text in another language is of Indonesia by its regions and its bodies' own names: <c>Polda</c>.</summary>
internal static class HomeSigns
{
    /// <summary>Whether the text names a region, or a body by a name that is no translation.</summary>
    /// <param name="text">The release.</param>
    /// <param name="names">All names of bodies.</param>
    /// <param name="gazetteer">All regions.</param>
    public static bool AreIn(ReleaseText text, AgencyNames names, RegionGazetteer gazetteer)
    {
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                tokens[i].IsCapital
                && (
                    (gazetteer.Names.Match(tokens, i, out var regions) > 0 && gazetteer.Highest(regions) is not null)
                    || (
                        names.Names.Match(tokens, i, out var bodies) > 0
                        && !bodies[0].IsForeign
                        && !names.International.Contains(bodies[0].Slug)
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
