using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Bodies by a name of their own behind the words for them: <c>RSUD dr. Budi Harto</c>, <c>KUA Woja</c>.</summary>
/// <param name="hospitals">Reads such names.</param>
/// <param name="gazetteer">All regions.</param>
/// <param name="cues">The words before names of regions.</param>
/// <param name="places">Reads the class of a body.</param>
internal sealed class OwnNames(HospitalNames hospitals, RegionGazetteer gazetteer, RegionCues cues, AgencyPlaces places)
{
    /// <summary>The body with its own name; null where none is there.</summary>
    /// <param name="text">The release.</param>
    /// <param name="name">The words for it.</param>
    /// <param name="span">Where they are.</param>
    /// <param name="at">The token behind them, and behind an acronym.</param>
    public NamedBody? Read(ReleaseText text, AgencyName name, TokenSpan span, int at)
    {
        if (name.Trait is not (AgencyTrait.NamedWithPlace or AgencyTrait.WithOwnName))
        {
            return null;
        }

        // "KUA kecamatan Woja": the level in small letters is no part of the name.
        at += name.Serves is RegionCue.District && IsSmallDistrict(text, at) ? 1 : 0;
        // "Kepala KUA Samsul Rahayu": a body of a district has its name from there.
        var isHead =
            name.Serves is RegionCue.District && hospitals.IsPerson(text.Tokens, at) && gazetteer.Names.Match(text.Tokens, at, out _) == 0;
        if (isHead || hospitals.LastOf(text, span.First, places.PastClass(text.Text, text.Tokens, at), at) is not (> 0 and var end))
        {
            return null;
        }

        var label = $"{Spaces.Collapse(text.Words(span.First, span.Last))} {Spaces.Collapse(text.Words(at, end))}";
        return new(AgencyName.Unlisted(label, isLocal: false), null, span.First, end);
    }

    private bool IsSmallDistrict(ReleaseText text, int at) =>
        at + 1 < text.Tokens.Length
        && text.Tokens[at].Case is TokenCase.Lower
        && cues.Before(text.Text, text.Tokens, at + 1) is RegionCue.District;
}
