using Siaran.Releases;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Regions;

/// <summary>All official regions down to the district, by every name they go by, and the villages that point to a district.</summary>
internal sealed class RegionGazetteer
{
    // Room for all at once: growing by doubling would copy the table again and again at each cold
    // start.
    private const int KnownRegions = 7_900;
    private const int KnownNames = 10_500;
    private const string DistrictSlug = "kecamatan-";

    private readonly List<Region> regions = [];
    private readonly Dictionary<string, Region> byCode = [];
    private readonly Dictionary<string, Region>.AlternateLookup<ReadOnlySpan<char>> codes;
    private readonly Lazy<Dictionary<string, Region>> districtsBySlug;
    private readonly Lazy<Dictionary<string, Region>> othersBySlug;

    public RegionGazetteer(VocabularyFiles files)
    {
        codes = byCode.GetAlternateLookup<ReadOnlySpan<char>>();
        AddRegions(files.Text("regions.tsv"));

        foreach (var row in files.Languages("region-names").Select(file => file.Name).Prepend("region-names.tsv").SelectMany(files.Rows))
        {
            // A name of a region that the official list no longer has is left out and no error: names
            // are kept longer than regions.
            if (byCode.TryGetValue(row[0], out var region))
            {
                foreach (var name in row[2].Split('|'))
                {
                    Names.Add(name, new(region.Index, Enum.Parse<NameKind>(row[1], ignoreCase: true)));
                }
            }
        }

        // Built when a slug is first asked for: reading a release needs none, and 7,000 slugs cost time
        // at a cold start.
        districtsBySlug = new(() => BySlug(areDistricts: true));
        othersBySlug = new(() => BySlug(areDistricts: false));
        Villages = VillageNames.Table.Of(files);
    }

    public IReadOnlyList<Region> Regions => regions;

    /// <summary>Names of regions without <c>Kabupaten</c> and the like, and other names of theirs.</summary>
    public PhraseMap<RegionName> Names { get; } = new();

    /// <summary>Names of villages, to the indices of the districts they lie in.</summary>
    public PhraseTable Villages { get; }

    /// <summary>
    /// How many of these tokens, from the first, are the name of a province, city or regency, or all of them that of a district or village;
    /// 0 where they begin with neither.
    /// </summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="hasDistrict">Whether the first of them may be a district's too, as behind <c>Camat</c>.</param>
    public int NameAt(ReadOnlySpan<Token> tokens, bool hasDistrict = false)
    {
        // Districts and villages share names with persons ("Bima", "Sukma"): only where nothing else is
        // in the span do they count.
        var length = Names.Match(tokens, 0, out var meanings);
        foreach (var meaning in meanings)
        {
            if (hasDistrict || regions[meaning.Region].Level is not RegionLevel.District)
            {
                return length;
            }
        }

        return length == tokens.Length || Villages.Match(tokens, 0, out _) == tokens.Length ? tokens.Length : 0;
    }

    /// <summary>
    /// How many tokens of a span, from its first, are the name of a village whose district or regency the text names too; 0 where they are
    /// none, or all of the span.
    /// </summary>
    public int VillageAt(ReadOnlySpan<Token> tokens, int first, int last)
    {
        var length = Villages.Match(tokens, first, out var districts);
        if (length == 0 || first + length > last)
        {
            return 0;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            // Over the whole text; only behind the head of a village, which is rare.
            if (tokens[i].IsCapital && Names.Match(tokens, i, out var meanings) > 0)
            {
                foreach (var district in districts)
                {
                    if (IsAmong(meanings, district) || IsAmong(meanings, regions[district].Parent))
                    {
                        return length;
                    }
                }
            }
        }

        return 0;
    }

    private static bool IsAmong(ReadOnlySpan<RegionName> names, int region)
    {
        foreach (var name in names)
        {
            if (name.Region == region)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The highest province, regency or city that is named so, none by its seat; null where there is none of these levels.
    /// </summary>
    public Region? Highest(ReadOnlySpan<RegionName> names, RegionCue level = RegionCue.None, RegionCue serves = RegionCue.None)
    {
        Region? highest = null;
        foreach (var name in names)
        {
            var region = regions[name.Region];
            var fits =
                name.Kind is not NameKind.Seat
                && region.Level is not RegionLevel.District
                && RegionCues.Fits(level, region.Level)
                && RegionCues.Fits(serves, region.Level);
            highest = fits && (highest is null || region.Level < highest.Level) ? region : highest;
        }

        return highest;
    }

    /// <summary>The province, city or regency of exactly this name, the city first; null where there is none.</summary>
    public Region? Named(string name)
    {
        var all = Tokenizer.Read(name);
        return all.Length == 0 || Names.Match(all, 0, out var meanings) != all.Length
            ? null
            // The city first: a city and the regency around it often share a name, and the bare name
            // means the city.
            : Highest(meanings, RegionCue.City) ?? Highest(meanings, RegionCue.Regency) ?? Highest(meanings);
    }

    public Region? BySlug(string slug) =>
        (slug.StartsWith(DistrictSlug, StringComparison.Ordinal) ? districtsBySlug : othersBySlug).Value.GetValueOrDefault(slug);

    /// <summary>The regency that is named like a city, or the city named like a regency; null where there is none.</summary>
    public Region? TwinOf(Region region)
    {
        if (region.Level is not (RegionLevel.Regency or RegionLevel.City))
        {
            return null;
        }

        Names.Match(Tokenizer.Read(region.Name), 0, out var meanings);
        var twin = Highest(meanings, region.Level is RegionLevel.City ? RegionCue.Regency : RegionCue.City);
        return twin?.Name == region.Name ? twin : null;
    }

    public Region? ParentOf(Region region) => region.Parent < 0 ? null : regions[region.Parent];

    /// <summary>The region and all it lies in, the lowest first.</summary>
    public IEnumerable<Region> Chain(Region region)
    {
        for (var at = region; at is not null; at = ParentOf(at))
        {
            yield return at;
        }
    }

    /// <summary>The stable slug: a province's name; <c>kabupaten-…</c> and <c>kota-…</c>; a district's with its regency's.</summary>
    public string SlugOf(Region region) =>
        region.Level switch
        {
            RegionLevel.Province => Slug.From(region.Name),
            // A district's name alone is not unique: "Tanjung" is in three provinces.
            RegionLevel.District => Slug.From($"{region.FullName} {ParentOf(region)!.FullName}"),
            _ => Slug.From(region.FullName),
        };

    /// <summary>In order of code, so that a parent is always read before its children.</summary>
    private void AddRegions(ReadOnlySpan<char> text)
    {
        regions.EnsureCapacity(KnownRegions);
        byCode.EnsureCapacity(KnownRegions);
        Names.EnsureCapacity(KnownNames, KnownNames);
        while (VocabularyText.CutRow(ref text) is { Length: > 0 } row)
        {
            Add(VocabularyText.Cut(ref row, '\t').Trim().ToString(), VocabularyText.Cut(ref row, '\t').Trim());
        }
    }

    private Dictionary<string, Region> BySlug(bool areDistricts)
    {
        Dictionary<string, Region> found = [];
        foreach (var region in regions)
        {
            if (region.Level is RegionLevel.District == areDistricts)
            {
                found.TryAdd(SlugOf(region), region);
            }
        }

        return found;
    }

    private void Add(string code, ReadOnlySpan<char> written)
    {
        var level = code.Length switch
        {
            2 => RegionLevel.Province,
            5 => written.StartsWith("Kota ") ? RegionLevel.City : RegionLevel.Regency,
            _ => RegionLevel.District,
        };
        var name =
            level is RegionLevel.City ? written[5..]
            : level is RegionLevel.Regency && written.StartsWith("Kabupaten ") ? written[10..]
            : written;
        name = name.StartsWith("Administrasi ") ? name[13..] : name;
        var parent = code.Length == 2 ? -1 : codes[code.AsSpan(0, code.LastIndexOf('.'))].Index;
        var region = new Region(code, name.ToString(), level, regions.Count, parent);
        regions.Add(region);
        byCode.Add(code, region);
        Names.Add(name, new(region.Index, NameKind.Official));
        // "Lomboktimur" for "Lombok Timur". Only for long names, since short ones meet other words.
        if (level is not RegionLevel.Province && name.Length > 8 && name.ContainsAny(' ', '-'))
        {
            var joined = region.Name.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
            Names.Add(joined, new(region.Index, NameKind.Official));
        }
    }
}

/// <summary>What sort of name it is.</summary>
internal enum NameKind : byte
{
    Official,

    /// <summary>A short form or byname that means just this region: <c>Lampura</c>.</summary>
    Byname,

    /// <summary>Its seat of government or another place in it that stands for it.</summary>
    Seat,
}

/// <summary>A name's meaning.</summary>
internal readonly record struct RegionName(int Region, NameKind Kind);
