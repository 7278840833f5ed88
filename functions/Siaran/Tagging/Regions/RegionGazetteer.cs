using Siaran.Releases;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Regions;

/// <summary>All official regions down to the district, by every name they go by, and the villages that point to a district.</summary>
public sealed class RegionGazetteer
{
    private readonly List<Region> regions = [];
    private readonly Dictionary<string, Region> byCode = [];
    private const int KnownVillages = 70_000;

    private readonly Lazy<Dictionary<string, Region>> bySlug;

    public RegionGazetteer(VocabularyFiles files)
    {
        foreach (var row in files.Rows("regions.tsv"))
        {
            Add(row[0], row[1]);
        }

        foreach (var row in files.Languages("region-names").Select(file => file.Name).Prepend("region-names.tsv").SelectMany(files.Rows))
        {
            if (byCode.TryGetValue(row[0], out var region))
            {
                foreach (var name in row[2].Split('|'))
                {
                    Names.Add(name, new(region.Index, Enum.Parse<NameKind>(row[1], ignoreCase: true)));
                }
            }
        }

        bySlug = new(() => regions.GroupBy(SlugOf).ToDictionary(group => group.Key, group => group.First()));
        Villages.EnsureCapacity(KnownVillages);
        foreach (var row in files.Rows("villages.tsv"))
        {
            if (byCode.TryGetValue(row[0], out var district))
            {
                var names = row[1].AsSpan();
                foreach (var name in names.Split('|'))
                {
                    Villages.Add(names[name], district.Index);
                }
            }
        }
    }

    public IReadOnlyList<Region> Regions => regions;

    /// <summary>Names of regions without <c>Kabupaten</c> and the like, and other names of theirs.</summary>
    public PhraseMap<RegionName> Names { get; } = new();

    /// <summary>Names of villages, to the districts they lie in.</summary>
    public PhraseMap<int> Villages { get; } = new();

    /// <summary>How many of these tokens, from the first, are the name of a province, city or regency, or all of them that of a district or village; 0 where they begin with neither.</summary>
    public int NameAt(ReadOnlySpan<Token> tokens)
    {
        var length = Names.Match(tokens, 0, out var meanings);
        return length > 0 && meanings.Any(meaning => regions[meaning.Region].Level is not RegionLevel.District) ? length
            : length == tokens.Length || Villages.Match(tokens, 0, out _) == tokens.Length ? tokens.Length
            : 0;
    }

    /// <summary>The province, city or regency of exactly this name, the city first; null where there is none.</summary>
    public Region? Named(string name)
    {
        List<Token> tokens = [];
        Tokenizer.Read(name, tokens);
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
        return all.Length == 0 || Names.Match(all, 0, out var meanings) != all.Length ? null
            : meanings.Where(meaning => meaning.Kind is not NameKind.Seat).Select(meaning => regions[meaning.Region]).Where(region => region.Level is not RegionLevel.District).OrderByDescending(region => region.Level).FirstOrDefault();
    }

    public Region? ByCode(string code) => byCode.GetValueOrDefault(code);

    public Region? BySlug(string slug) => bySlug.Value.GetValueOrDefault(slug);

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
    public string SlugOf(Region region) => region.Level switch
    {
        RegionLevel.Province => Slug.From(region.Name),
        RegionLevel.District => Slug.From($"{region.FullName} {ParentOf(region)!.FullName}"),
        _ => Slug.From(region.FullName),
    };

    private void Add(string code, string written)
    {
        var level = code.Length switch
        {
            2 => RegionLevel.Province,
            5 => written.StartsWith("Kota ", StringComparison.Ordinal) ? RegionLevel.City : RegionLevel.Regency,
            _ => RegionLevel.District,
        };
        var name = level is RegionLevel.City ? written[5..] : level is RegionLevel.Regency && written.StartsWith("Kabupaten ", StringComparison.Ordinal) ? written[10..] : written;
        name = name.StartsWith("Administrasi ", StringComparison.Ordinal) ? name[13..] : name;
        var parent = code.Length == 2 ? -1 : byCode[code[..code.LastIndexOf('.')]].Index;
        var region = new Region(code, name, level, regions.Count, parent);
        regions.Add(region);
        byCode.Add(code, region);
        Names.Add(name, new(region.Index, NameKind.Official));
        var joined = name.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (level is not RegionLevel.Province && joined.Length < name.Length && name.Length > 8)
        {
            Names.Add(joined, new(region.Index, NameKind.Official));
        }
    }
}

/// <summary>What sort of name it is.</summary>
public enum NameKind : byte
{
    Official,

    /// <summary>A short form or byname that means just this region: <c>Lampura</c>.</summary>
    Byname,

    /// <summary>Its seat of government or another place in it that stands for it.</summary>
    Seat,
}

/// <summary>A name's meaning.</summary>
public readonly record struct RegionName(int Region, NameKind Kind);
