using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// The regency or city that a text is plainly of, whose bodies those are that it names without a place: <c>Dinas Kesehatan</c> and
/// <c>BPBD</c> where <c>Bupati Dompu</c> and <c>Kabupaten Dompu</c> are named, and no other.
/// </summary>
internal static class PlainPlace
{
    /// <summary>How many times as often it must be named as the next one.</summary>
    private const int Clear = 2;

    /// <summary>How often it must be named, so that a national body's branch there is meant.</summary>
    private const int Sure = 2;

    /// <summary>The place, and how often the text names it; null where it is of none or of several.</summary>
    /// <param name="found">The bodies that the text names.</param>
    /// <param name="places">What it says of its regions.</param>
    /// <param name="dateline">The place of its dateline.</param>
    public static (AgencyPlace Place, bool IsSure)? Of(List<NamedBody> found, AgencyPlaces places, string? dateline)
    {
        List<(AgencyPlace Place, int Times)> votes = [];
        foreach (var body in found)
        {
            if (body.Place is { IsSeat: false, Slug.Length: > 0 } place && IsOwn(body, place))
            {
                Vote(votes, place, 1);
            }
        }

        foreach (var (region, times) in places.Own?.Named ?? [])
        {
            Vote(votes, places.PlaceOf(region), times);
        }

        if (places.OfDateline(dateline) is { } ofDateline)
        {
            Vote(votes, ofDateline, 1);
        }

        return Winner(votes);
    }

    private static (AgencyPlace Place, bool IsSure)? Winner(List<(AgencyPlace Place, int Times)> votes)
    {
        var (best, second, province) = ((AgencyPlace?)null, 0, 0);
        var most = 0;
        foreach (var (place, times) in votes)
        {
            if (place.Level is RegionLevel.Province)
            {
                province += times;
            }
            else if (times > most)
            {
                (best, second, most) = (place, most, times);
            }
            else
            {
                second = Math.Max(second, times);
            }
        }

        return best is not null && most >= Clear * second && most > province ? (best, most >= Sure) : null;
    }

    /// <summary>
    /// Gives national bodies that each region has one of the text's place, for that branch is meant: <c>KPU</c>, <c>BPS setempat</c>.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="names">Which bodies these are.</param>
    /// <param name="found">The bodies that it names.</param>
    /// <param name="isSure">Whether the text is of one place by more than one word.</param>
    public static void Mark(ReleaseText text, AgencyNames names, List<NamedBody> found, bool isSure)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (
                found[i] is { Place: null, Name.IsLocal: false } body
                && names.HasBranches(body.Name)
                && (
                    found.Exists(other => other.Name.Slug == body.Name.Slug && IsHere(text, names, other.Last + 1))
                    || IsOfRegions(text, names, body)
                    || (isSure && names.OfText.Contains(body.Name.Slug) && !IsEverTheStates(text, names, found))
                )
            )
            {
                found[i] = body with { Place = AgencyPlace.OfText };
            }
        }
    }

    /// <summary>Whether a word behind a body says that it is the place's own: <c>BPS setempat</c>.</summary>
    private static bool IsHere(ReleaseText text, AgencyNames names, int at)
    {
        at += at < text.Tokens.Length && text.IsMark(text.Tokens[at], ')') ? 1 : 0;
        return at < text.Tokens.Length && text.Tokens[at].Case is TokenCase.Lower && names.Here.Contains(text.Tokens[at].Hash);
    }

    /// <summary>Whether a name is of a region's branch alone: <c>KPUD</c>.</summary>
    private static bool IsOfRegions(ReleaseText text, AgencyNames names, NamedBody body) =>
        body.First == body.Last && names.Regionals.Contains(text.Tokens[body.First].Hash);

    /// <summary>Whether one of the bodies that each region has one of is named as the state's: then the others may be too.</summary>
    private static bool IsEverTheStates(ReleaseText text, AgencyNames names, List<NamedBody> found)
    {
        foreach (var body in found)
        {
            if (names.OfText.Contains(body.Name.Slug) && SameBodies.IsOfState(text, body))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOwn(NamedBody body, AgencyPlace place) =>
        place.Level is not RegionLevel.Province || body.Name.Trait is AgencyTrait.None or AgencyTrait.Government;

    private static void Vote(List<(AgencyPlace Place, int Times)> votes, AgencyPlace place, int times)
    {
        for (var i = 0; i < votes.Count; i++)
        {
            if (votes[i].Place.Slug == place.Slug)
            {
                votes[i] = (place, votes[i].Times + times);
                return;
            }
        }

        votes.Add((place, times));
    }
}
