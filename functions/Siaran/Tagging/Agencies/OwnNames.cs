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
    private const string Marriages = "kua";

    /// <summary>The body with its own name; null where none is there.</summary>
    /// <param name="text">The release.</param>
    /// <param name="name">The words for it.</param>
    /// <param name="span">Where they are.</param>
    /// <param name="at">The token behind them, and behind an acronym.</param>
    /// <param name="words">The words for it where the text has others: <c>Polsek</c> for <c>Kapolsek</c>.</param>
    public NamedBody? Read(ReleaseText text, AgencyName name, TokenSpan span, int at, string? words = null)
    {
        // "KUA PPAS" is of a budget.
        if (
            name.Trait is not (AgencyTrait.NamedWithPlace or AgencyTrait.WithOwnName)
            || (name.Slug is Marriages && at < text.Tokens.Length && text.Tokens[at].Case is TokenCase.Upper)
        )
        {
            return null;
        }

        // "KUA kecamatan Woja": the level in small letters is no part of the name.
        at += name.Serves is RegionCue.District && IsSmallDistrict(text, at) ? 1 : 0;
        var number = name.Serves is RegionCue.District ? NumberAt(text, at) : 0;
        // "Kepala KUA Samsul Rahayu": a body of a district has its name from there.
        var isHead =
            name.Serves is RegionCue.District && hospitals.IsPerson(text.Tokens, at) && gazetteer.Names.Match(text.Tokens, at, out _) == 0;
        if (isHead || LastOf(text, span.First, at, number, name.Serves is RegionCue.District, words is not null) is not (> 0 and var end))
        {
            return null;
        }

        var label = $"{words ?? Spaces.Collapse(text.Words(span.First, span.Last))} {Spaces.Collapse(text.Words(at, end))}";
        return new(AgencyName.Unlisted(label, isLocal: false), null, span.First, end);
    }

    private int LastOf(ReleaseText text, int first, int at, int number, bool isOfDistrict, bool isOfOfficer)
    {
        if (isOfOfficer)
        {
            // "Kapolsek Woja Iptu …": behind whoever heads it a name of a place alone is the body's.
            return
                at + number < text.Tokens.Length
                && text.Tokens[at + number].IsCapital
                && text.Tokens[at + number].Start <= text.Tokens[at + number - 1].End + 1
                && PlaceAt(text.Tokens, at + number) is > 0 and var place
                ? at + number + place - 1
                : 0;
        }

        // "KUA Kota Mukomuko": the district's whole name.
        if (
            isOfDistrict
            && at < text.Tokens.Length
            && text.Tokens[at].IsCapital
            && gazetteer.Names.Match(text.Tokens, at, out _) is > 1 and var district
        )
        {
            return at + district - 1;
        }

        return hospitals.LastOf(text, first, places.PastClass(text.Text, text.Tokens, at + number), at + number);
    }

    private int PlaceAt(ReadOnlySpan<Token> tokens, int at) =>
        Math.Max(gazetteer.Names.Match(tokens, at, out _), gazetteer.Villages.Match(tokens, at, out _));

    /// <summary>How many tokens number a body of a district before its name: <c>Koramil 03/Woja</c>, <c>Koramil 1614-03/Woja</c>.</summary>
    private static int NumberAt(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        var end = at;
        while (end + 1 < tokens.Length && tokens[end].IsNumber && IsJoint(text, tokens[end + 1]))
        {
            end += 2;
        }

        return end < tokens.Length && tokens[end].IsNumber ? end + 1 - at : end - at;
    }

    private static bool IsJoint(ReleaseText text, Token mark) => text.IsMark(mark, '-') || text.IsMark(mark, '–') || text.IsMark(mark, '/');

    private bool IsSmallDistrict(ReleaseText text, int at) =>
        at + 1 < text.Tokens.Length
        && text.Tokens[at].Case is TokenCase.Lower
        && cues.Before(text.Text, text.Tokens, at + 1) is RegionCue.District;
}
