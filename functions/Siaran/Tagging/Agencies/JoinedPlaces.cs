using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Gives bodies the places of those that a text names with them: <c>KPU dan Bawaslu Kota Bima</c>, and in a list of its region's bodies
/// <c>Bawaslu, Disdukcapil dan Kodim Bima</c>.
/// </summary>
internal static class JoinedPlaces
{
    /// <summary>A comma, and an acronym in parentheses before it.</summary>
    private const int LongestJoint = 5;

    /// <summary>Between a government and the list of its offices: <c>di antaranya</c>.</summary>
    private const int MostOpeners = 4;

    private const int LongestPlace = 5;

    /// <summary>
    /// Gives each body the place of the one that <c>dan</c> joins to it, and those of a list the place that leads to it: <c>perangkat
    /// daerah Kota Bima seperti Bappeda dan Inspektorat</c>.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="names">Words of bodies' names.</param>
    /// <param name="found">Its bodies, which are put in order.</param>
    /// <param name="placeAt">The place that begins at a token, and the token behind it.</param>
    public static void Spread(ReleaseText text, AgencyNames names, List<NamedBody> found, Func<int, (AgencyPlace Place, int End)?> placeAt)
    {
        found.Sort((one, other) => one.First.CompareTo(other.First));
        AgencyPlace? opened = null;
        for (var i = 0; i < found.Count; i++)
        {
            opened =
                opened is not null && AreListed(text, names, found[i - 1], found[i]) ? opened
                : IsBareOffice(found[i]) ? PlaceBeforeList(text, names, found, found[i].First, placeAt)
                : null;
            found[i] = opened is not null && IsBareOffice(found[i]) ? found[i] with { Place = opened } : found[i];
        }

        // From the last, so that the place reaches all of a list.
        for (var i = found.Count - 2; i >= 0; i--)
        {
            found[i] = WithPlaceOfNext(text, names, found[i], found[i + 1]);
        }
    }

    private static bool IsBareOffice(NamedBody body) => body is { Place: null, Name: { IsLocal: true, Trait: AgencyTrait.None } };

    /// <summary>The place of the government whose offices are listed from a token on: <c>OPD Pemkab Bima, di antaranya …</c></summary>
    private static AgencyPlace? PlaceBeforeList(
        ReleaseText text,
        AgencyNames names,
        List<NamedBody> found,
        int first,
        Func<int, (AgencyPlace Place, int End)?> placeAt
    )
    {
        var tokens = text.Tokens;
        var (end, isOpened) = (first, false);
        while (end > 0 && first - end < MostOpeners && (names.ListOpeners.Contains(tokens[end - 1].Hash) || IsOpeningMark(text, end - 1)))
        {
            end--;
            isOpened |= !text.IsMark(tokens[end], ',');
        }

        if (!isOpened)
        {
            return null;
        }

        if (found.Find(body => body.Last == end - 1) is { Name.Trait: AgencyTrait.Government, Place: { } ofGovernment })
        {
            return ofGovernment;
        }

        for (var start = Math.Max(1, end - LongestPlace); start < end; start++)
        {
            if (names.OfficesOf.Contains(tokens[start - 1].Hash) && placeAt(start) is { } read && read.End == end)
            {
                return read.Place;
            }
        }

        return null;
    }

    private static bool IsOpeningMark(ReleaseText text, int at) =>
        text.IsMark(text.Tokens[at], ',') || text.IsMark(text.Tokens[at], ':') || text.IsMark(text.Tokens[at], '(');

    private static NamedBody WithPlaceOfNext(ReleaseText text, AgencyNames names, NamedBody body, NamedBody next)
    {
        var joint = text.Tokens[body.Last + 1 < text.Tokens.Length ? body.Last + 1 : body.Last];
        return
            body.Place is null
            && next.Place is not null
            && next.First == body.Last + 2
            && (names.Ands.Contains(joint.Hash) || text.IsMark(joint, '/'))
            && (body.Name.IsLocal || body.Name.Trait is AgencyTrait.Branches)
            && RegionCues.Fits(body.Name.Serves, next.Place.Level)
            ? body with
            {
                Name = body.Name.IsLocal ? body.Name : names.BranchOf(body.Name, next.Place),
                Place = next.Place,
            }
            : body;
    }

    /// <summary>Gives national bodies in such a list the place that the text is of, for their branch there is meant.</summary>
    /// <param name="text">The release.</param>
    /// <param name="names">Words of bodies' names.</param>
    /// <param name="found">Its bodies, in order.</param>
    public static void MarkListed(ReleaseText text, AgencyNames names, List<NamedBody> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var body = found[i];
            var isBare = body is { Place: null, Name: { IsLocal: false, Trait: AgencyTrait.Branches } } && body.First == body.Last;
            if (
                isBare
                && !names.Wide.Contains(body.Name.Slug)
                && (
                    (i > 0 && IsOfRegion(found[i - 1]) && AreListed(text, names, found[i - 1], body))
                    || (i + 1 < found.Count && IsOfRegion(found[i + 1]) && AreListed(text, names, body, found[i + 1]))
                )
            )
            {
                found[i] = body with { Place = AgencyPlace.OfText };
            }
        }
    }

    private static bool IsOfRegion(NamedBody body) =>
        body.Name is { IsLocal: true, Trait: AgencyTrait.None or AgencyTrait.Branches } && body.Place != AgencyPlace.OfProvince;

    /// <summary>Whether nothing but a comma, <c>dan</c> or an acronym in parentheses is between two bodies.</summary>
    private static bool AreListed(ReleaseText text, AgencyNames names, NamedBody first, NamedBody second)
    {
        var tokens = text.Tokens;
        var isJoined = false;
        for (var i = first.Last + 1; i < second.First; i++)
        {
            var isJoint = text.IsMark(tokens[i], ',') || names.Ands.Contains(tokens[i].Hash);
            var isAside = text.IsMark(tokens[i], '(') || text.IsMark(tokens[i], ')') || text.IsMark(tokens[i - 1], '(');
            if (!(isJoint || isAside) || i - first.Last > LongestJoint)
            {
                return false;
            }

            isJoined |= isJoint;
        }

        return isJoined;
    }
}
