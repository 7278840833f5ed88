namespace Siaran.Tagging.Regions;

/// <summary>How high a region is, by the length of its official code.</summary>
internal enum RegionLevel : byte
{
    Province,
    Regency,
    City,
    District,
}

/// <summary>An official region (Kepmendagri 300.2.2-2430/2025).</summary>
/// <param name="Code">Such as <c>52</c>, <c>52.03</c>, <c>52.03.07</c>.</param>
/// <param name="Name">Without <c>Kabupaten</c> or <c>Kota</c>.</param>
/// <param name="Level">How high it is.</param>
/// <param name="Index">Its place in the gazetteer.</param>
/// <param name="Parent">The index of the region it lies in; −1 for a province.</param>
internal sealed record Region(string Code, string Name, RegionLevel Level, int Index, int Parent)
{
    /// <summary>The name with its level, as officials write it.</summary>
    public string FullName =>
        Level switch
        {
            RegionLevel.Province => "Provinsi " + Name,
            RegionLevel.Regency => "Kabupaten " + Name,
            RegionLevel.City => "Kota " + Name,
            _ => "Kecamatan " + Name,
        };

    public string ProvinceCode => Code[..2];

    public bool IsInProvinceOf(Region other) => Code.AsSpan(0, 2).SequenceEqual(other.Code.AsSpan(0, 2));
}
