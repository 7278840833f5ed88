using Siaran.Releases;
using Siaran.Tagging.Regions;

namespace Siaran.Tagging.Agencies;

/// <summary>A body's name in a text.</summary>
/// <param name="Name">What the name is of.</param>
/// <param name="Place">Which place's body, where the text says so.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
internal sealed record NamedBody(AgencyName Name, AgencyPlace? Place, int First, int Last)
{
    /// <summary>Whether only whoever heads it is named: <c>Kapolres Dompu</c>.</summary>
    public bool IsOfOfficer { get; init; }
}

/// <summary>
/// Settles which body a name means: a local one is identified by its place, and takes that of the text or of the issuer where it is named
/// without.
/// </summary>
internal static class AgencyIdentity
{
    private const string Regency = " Kabupaten";

    /// <summary>
    /// The mentions in the text's order. A body that every region of a level has is nobody's without its place, and left out.
    /// </summary>
    /// <param name="found">The bodies that the text names.</param>
    /// <param name="issuerPlace">The place of the issuing body; null where it has none.</param>
    /// <param name="mayServe">Whether the only place that the text names bodies with may be that of the others.</param>
    /// <param name="provinceOf">The province that a place lies in.</param>
    /// <param name="branchOf">The branch that a national body has in a place.</param>
    public static List<AgencyMention> Resolve(
        List<NamedBody> found,
        AgencyPlace? issuerPlace,
        Func<AgencyPlace, bool> mayServe,
        Func<AgencyPlace, AgencyPlace?> provinceOf,
        Func<AgencyName, AgencyPlace, AgencyName> branchOf
    )
    {
        // Not every upload names its agency. Where all local bodies with a stated place share one, that
        // place serves for those without, as if it were the issuer's.
        issuerPlace ??= OnlyPlace(found) is { } only && mayServe(only) ? only : null;
        List<AgencyMention> settled = new(found.Count);
        foreach (var body in found.OrderBy(mention => mention.First))
        {
            var (name, stated, first, last) = body;
            // From near to far: what the name itself says, then where this text names the same body
            // with its place (a release writes "Dinas Sosial NTB" once and "Dinas Sosial" from then
            // on), then the issuer's place. The issuer first would claim the neighbour's office for
            // itself. The search is O(n²), n being bounded by the reader (some hundreds).
            var place =
                stated == AgencyPlace.OfProvince ? ProvinceOf(found, issuerPlace, provinceOf)
                : stated == AgencyPlace.OfText ? issuerPlace
                : stated
                    ?? (
                        name.IsLocal
                            ? found.Find(other => other.Name.Slug == name.Slug && other.Place?.Slug.Length > 0)?.Place
                                ?? IssuerPlaceFor(name, issuerPlace)
                            : null
                    );
            // "Pemkab" without a place says no more than that some regency governs: a feed of it would
            // mix some four hundred of them. "Dinas Kesehatan" at least says the field, and stays
            // without a place.
            if (place is not null || !IsEverywhere(name))
            {
                var (slug, label) = Of(stated == AgencyPlace.OfText && place is not null ? branchOf(name, place) : name, place);
                settled.Add(
                    new(slug, label, first, last, "rule:agency-names", stated is null && name.IsLocal ? 0.8 : 0.95)
                    {
                        IsOfOfficer = body.IsOfOfficer,
                    }
                );
            }
        }

        return settled;
    }

    /// <summary>The slug and the label of a body in its place.</summary>
    public static (string Slug, string Label) Of(AgencyName name, AgencyPlace? place)
    {
        if (place is null)
        {
            return (name.Slug, name.Name);
        }

        // The government's name holds its level already: "Pemerintah Kota Bima", and not "Pemerintah
        // Kota Kota Bima".
        var hasLevel =
            name.Trait is AgencyTrait.Government
            || (name.Name.EndsWith(Regency, StringComparison.Ordinal) && place.Level is RegionLevel.Regency);
        var served = hasLevel ? place.Name ?? place.Label : place.Label;
        return (Slug.From(name.Slug, place.Slug), $"{name.Name} {served}");
    }

    /// <summary>The one place that all local bodies of the text serve; null where they serve several.</summary>
    private static AgencyPlace? OnlyPlace(List<NamedBody> found)
    {
        var placed = found.FindAll(mention => mention.Place is { IsSeat: false, Slug.Length: > 0 });
        return Only(placed) ?? Only(placed.FindAll(mention => !IsOfState(mention)));

        static AgencyPlace? Only(List<NamedBody> bodies) =>
            bodies.Count > 0 && bodies.TrueForAll(body => body.Place == bodies[0].Place) ? bodies[0].Place : null;
    }

    /// <summary>The province of the issuer's place, or the only one of all places that the text names bodies with.</summary>
    private static AgencyPlace? ProvinceOf(List<NamedBody> found, AgencyPlace? issuerPlace, Func<AgencyPlace, AgencyPlace?> provinceOf)
    {
        var all = issuerPlace is not null
            ? [issuerPlace]
            : found.Where(body => body.Place?.Slug.Length > 0).Select(body => body.Place!).Distinct();
        var provinces = all.Select(provinceOf).OfType<AgencyPlace>().Distinct().Take(2).ToList();
        return provinces is [var only] ? only : null;
    }

    /// <summary>Whether a body is the state's branch in a province, which serves its regencies too: <c>BPK Bengkulu</c>.</summary>
    private static bool IsOfState(NamedBody body) =>
        body.Place!.Level is RegionLevel.Province && body.Name.Trait is AgencyTrait.Branches or AgencyTrait.Seated;

    /// <summary>
    /// The issuer's place, unless the body is of another level: no <c>Pemkot</c> in a province's release is the province's.
    /// </summary>
    // No "Pemkot" in a province's release is the province's. A region may have several hospitals, so
    // that its place does not tell which "RSUD" is meant.
    public static AgencyPlace? IssuerPlaceFor(AgencyName name, AgencyPlace? issuerPlace) =>
        issuerPlace is not null
        && name.Trait is not (AgencyTrait.NamedWithPlace or AgencyTrait.Seated or AgencyTrait.OnlyWithPlace or AgencyTrait.WithOwnName)
        && RegionCues.Fits(name.Serves, issuerPlace.Level)
            ? issuerPlace
            : null;

    private static bool IsEverywhere(AgencyName name) =>
        name.Trait is AgencyTrait.AnyLevel or AgencyTrait.OnlyWithPlace or AgencyTrait.WithOwnName
        || (name.IsLocal && name.Serves is not RegionCue.None);
}
