using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Whether a text is a regency's or a city's by whom it names to rule: a <c>Bupati</c> and no governor.</summary>
internal static class LocalRulers
{
    private const string Province = "pemprov";

    /// <summary>
    /// The one place whose rulers a text names with it, and with no other: <c>Bupati Dompu</c>; null where it names those of several.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="placeAt">The place behind a ruler of a government, by its slug.</param>
    public static AgencyPlace? OnlyPlace(ReleaseText text, Lexicon lexicon, Func<int, string, AgencyPlace?> placeAt)
    {
        AgencyPlace? only = null;
        for (var at = new TokenCursor(text, lexicon, 0); at.IsInside; at = at.Move(1))
        {
            if (!at.IsCapital || at.Match(lexicon.GovernmentOf, out var bodies) is not (> 0 and var length))
            {
                continue;
            }

            if (placeAt(at.Index + length, bodies[0]) is { } place)
            {
                if (only is not null && only.Slug != place.Slug)
                {
                    return null;
                }

                only = place;
            }
        }

        return only;
    }

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
