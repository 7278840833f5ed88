using Siaran.Tagging.Regions;

namespace Siaran.Tagging.Agencies;

/// <summary>A public body named in the text.</summary>
/// <param name="Slug">Its stable slug, the region included for a local body.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
/// <param name="Source">The rule or model that found it.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record AgencyMention(string Slug, string Label, int First, int Last, string Source, double Confidence)
{
    /// <summary>Whether only whoever heads it is named: <c>Kapolres Dompu</c>.</summary>
    public bool IsOfOfficer { get; init; }
}

/// <summary>The place a local body serves.</summary>
/// <param name="Slug">The region's slug, or the place's own where it is no official region.</param>
/// <param name="Label">With its level.</param>
internal sealed record AgencyPlace(string Slug, string Label)
{
    /// <summary>The level of region; a province where nothing says it.</summary>
    public RegionLevel Level { get; init; } = RegionLevel.Province;

    /// <summary>Whether it is a town that is no region: <c>Pengadilan Agama Kayuputih</c>.</summary>
    public bool IsSeat { get; init; }

    /// <summary>The place that the text is of: of <c>KPU</c> in a list of a regency's bodies.</summary>
    public static AgencyPlace OfText { get; } = new("", " ");

    /// <summary>The province that the text's regency lies in: <c>Dinas Kesehatan Provinsi</c>.</summary>
    public static AgencyPlace OfProvince { get; } = new("", "");

    /// <summary>The name without its level; null where it is written without one.</summary>
    public string? Name { get; init; }
}
