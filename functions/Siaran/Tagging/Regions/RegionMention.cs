namespace Siaran.Tagging.Regions;

/// <summary>A place in the text where a region is named, or where something is named that lies in one.</summary>
/// <param name="Candidates">What it could mean, as indices into the gazetteer; never empty.</param>
/// <param name="Weight">How much it says for its region.</param>
/// <param name="IsWeak">Whether it counts only within a province that something else in the text, or the issuer, names.</param>
/// <param name="IsRegion">False where it only points to the region: a village, a seat.</param>
/// <param name="Start">In UTF-16 code units of the text read.</param>
/// <param name="Length">In UTF-16 code units.</param>
internal sealed record RegionMention(IReadOnlyList<int> Candidates, double Weight, bool IsWeak, bool IsRegion, int Start, int Length)
{
    /// <summary>Whether capitals next to it make it part of another name.</summary>
    public bool IsPart { get; init; }

    /// <summary>What the words before it say; a regency or a city where a body does that both have.</summary>
    public RegionCue Cue { get; init; }

    /// <summary>Whether its level or who rules it is written before it, so that no namesake is meant: <c>Kota Jambi</c>.</summary>
    public bool IsWritten => Cue is RegionCue.Province or RegionCue.Regency or RegionCue.City;

    /// <summary>Whether it is named by a body that its namesakes of another level have too: <c>Bappeda Jambi</c>.</summary>
    public bool IsOfOffice => Cue is RegionCue.RegencyOrCity;

    /// <summary>Districts of the name where it is read as a regency's seat: <c>Sukadana</c> of Kayong Utara; null for none.</summary>
    public IReadOnlyList<int>? Instead { get; init; }
}

/// <summary>A region of the release with all its mentions.</summary>
/// <param name="Region">Which region.</param>
/// <param name="Score">The sum of what its mentions, and those of places in it, say for it.</param>
/// <param name="Mentions">Start and length of those that name the region itself.</param>
internal sealed record ReadRegion(Region Region, double Score, IReadOnlyList<(int Start, int Length)> Mentions);

/// <summary>The regions of a text.</summary>
/// <param name="Main">The regency or city that it is about; null where nothing says.</param>
/// <param name="Certainty">Main's share of all that was said for regencies and cities, 0 to 1.</param>
/// <param name="All">Every region found, by falling score.</param>
internal sealed record RegionReading(Region? Main, double Certainty, IReadOnlyList<ReadRegion> All);
