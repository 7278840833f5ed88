using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Which place's body each is that the text names: its own words, the issuer, or what the text is plainly of.</summary>
internal sealed partial class AgencyReader
{
    /// <summary>The bodies in their places, each by one name.</summary>
    private List<AgencyMention> Settled(ReleaseText text, List<NamedBody> found, AgencyPlace? issuerPlace)
    {
        var plain = issuerPlace is null && !isForeign && found.Exists(IsBare) ? PlainPlace.Of(found, places, text.Content.Place) : null;
        issuerPlace ??= plain?.Place;
        issuerPlace ??=
            !isForeign && found.TrueForAll(body => body.Place is null or { Slug.Length: 0 })
                ? LocalRulers.OnlyPlace(text, lexicon, (at, slug) => Government(slug) is { } of ? PlaceAt(text, at, of.Serves) : null)
                : null;
        SameBodies.Unite(text, found, names, issuerPlace, lexicon, (first, last) => AnyPlaceAt(text, first)?.End == last + 1);
        if (!isForeign)
        {
            // "Pemda", or any prison, of a place that is named but once.
            var isSure = plain is null or { IsSure: true };
            found.RemoveAll(body => IsOfAny(body, found) || (!isSure && body is { Place: null, Name.Trait: AgencyTrait.AnyLevel }));
        }

        if (!isForeign && issuerPlace is not null)
        {
            PlainPlace.Mark(text, names, found, isSure: plain is null or { IsSure: true });
        }

        return AgencyIdentity.Resolve(
            found,
            issuerPlace,
            place => LocalRulers.MayServe(place, text, lexicon),
            places.ProvinceOf,
            names.BranchOf
        );
    }

    /// <summary>Whether the text has to tell of which place a body is.</summary>
    private bool IsBare(NamedBody body) =>
        body.Place is null or { Slug.Length: 0 } && (body.Name.IsLocal || body.Name.Trait is AgencyTrait.Branches);

    /// <summary>Whether a body is any of its kind, as prisons without their place are.</summary>
    private bool IsOfAny(NamedBody body, List<NamedBody> found) =>
        body.Place is null
        && names.AnyOfKind.Contains(body.Name.Slug)
        && !found.Exists(other => other.Name.Slug == body.Name.Slug && other.Place is not null);
}
