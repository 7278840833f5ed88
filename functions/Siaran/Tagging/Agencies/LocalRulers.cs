using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Whether a text is a regency's or a city's by whom it names to rule: a <c>Bupati</c> and no governor.</summary>
internal static class LocalRulers
{
    private const string Province = "pemprov";

    /// <summary>Whether bodies that a text names without their place may be those of a place that it names other bodies with.</summary>
    public static bool MayServe(AgencyPlace place, ReleaseText text, Lexicon lexicon)
    {
        if (place.Level is not RegionLevel.Province)
        {
            return true;
        }

        // The first one named: a regency's text may tell of its province's governor too.
        for (var at = new TokenCursor(text, lexicon, 0); at.IsInside; at = at.Move(1))
        {
            if (at.IsCapital && at.Match(lexicon.GovernmentOf, out var bodies) > 0)
            {
                return bodies[0] is Province;
            }
        }

        return true;
    }
}
