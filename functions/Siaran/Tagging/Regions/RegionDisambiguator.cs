namespace Siaran.Tagging.Regions;

/// <summary>Decides what ambiguous mentions mean, and which region the text is about, from all mentions together.</summary>
internal static class RegionDisambiguator
{
    // Toponym resolution by containment (Leidner, 2007): places in one text are usually near each other, so each mention votes for all
    // its readings, shared equally, and each reading is then judged by the votes for itself and for the regions above it. Two passes,
    // O(mentions × readings × levels): no graph, no iteration, the same result for the same text.
    //
    // Additive smoothing: what an unmentioned reading is worth, enough that no share is divided by zero, too little to decide.
    private const double Smoothing = 0.02;

    // A vote for the province counts half: it supports every regency in it alike.
    private const double SameProvince = 0.5;

    // The issuer's own region weighs as four clear mentions. A regency's office writes of its regency, but a text that names another place
    // five times is about that place.
    private const double IssuersOwn = 4;

    // How far a clear mention may be from a weak one that it supports: mentions between, and UTF-16 units.
    private const int Neighbours = 3;
    private const int Near = 40;

    private static readonly Comparer<RegionMention> ByStart = Comparer<RegionMention>.Create(
        (one, other) => one.Start.CompareTo(other.Start)
    );

    public static RegionReading Resolve(RegionGazetteer gazetteer, List<RegionMention> all, Region? issuerRegion)
    {
        ReadSeatsOfOthers(gazetteer, all, issuerRegion);
        ReadNamesakesOfOffices(gazetteer, all, issuerRegion);
        var mentions = Supported(gazetteer, all, issuerRegion);
        var first = new Dictionary<int, double>();
        foreach (var mention in mentions)
        {
            foreach (var candidate in mention.Candidates)
            {
                Support(gazetteer, first, candidate, mention.Weight / mention.Candidates.Count);
            }
        }

        // The issuer's region and all above it: an office of a regency is in its province too.
        for (var region = issuerRegion; region is not null; region = gazetteer.ParentOf(region))
        {
            first[region.Index] = first.GetValueOrDefault(region.Index) + IssuersOwn;
        }

        var scores = new Dictionary<int, double>();
        var spans = new Dictionary<int, List<(int, int)>>();
        foreach (var mention in mentions)
        {
            // One reading needs no judging. Otherwise the reading with the most votes on its way up:
            // several "Tanjung" in a text about Lombok Utara are its district.
            var meant =
                mention.Candidates.Count == 1
                    ? mention.Candidates[0]
                    : mention
                        // Of equals the city: where a city and a regency share a name, a bare name means the city.
                        .Candidates.OrderBy(c => gazetteer.Regions[c].Level is RegionLevel.City ? 0 : 1)
                        .MaxBy(c => Fit(gazetteer, first, c));
            // A mention counts by the share that the chosen reading has of all support. An even choice
            // thus says little, and many of them do not make a region the main one.
            Support(gazetteer, scores, meant, mention.Weight * Share(gazetteer, first, mention, meant));
            if (mention.IsRegion)
            {
                (spans.TryGetValue(meant, out var list) ? list : spans[meant] = []).Add((mention.Start, mention.Length));
            }
        }

        return Reading(gazetteer, scores, spans, issuerRegion);
    }

    /// <summary>
    /// Reads the name of a regency's seat as the district of another regency where the text names that one alone: <c>Sukadana</c> in a
    /// text of Kayong Utara.
    /// </summary>
    private static void ReadSeatsOfOthers(RegionGazetteer gazetteer, List<RegionMention> mentions, Region? issuerRegion)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i] is not { Instead: { } districts, Candidates: [var seat] } || Names(gazetteer, mentions, seat, issuerRegion))
            {
                continue;
            }

            var meant = -1;
            foreach (var district in districts)
            {
                meant = meant < 0 && Names(gazetteer, mentions, gazetteer.Regions[district].Parent, issuerRegion) ? district : meant;
            }

            mentions[i] = meant < 0 ? mentions[i] : mentions[i] with { Candidates = [meant] };
        }
    }

    /// <summary>
    /// Reads the region of a body as its namesake of another level where the text writes that one's level alone: <c>Bappeda Jambi</c> in a
    /// text of <c>Provinsi Jambi</c>, <c>Polres Pasuruan</c> in one of <c>Polres Pasuruan Kota</c>.
    /// </summary>
    private static void ReadNamesakesOfOffices(RegionGazetteer gazetteer, List<RegionMention> mentions, Region? issuerRegion)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (
                mentions[i] is not { IsOfOffice: true, IsRegion: true, Candidates: [var first, ..] read }
                || read.Contains(issuerRegion?.Index ?? -1)
                || mentions.Exists(other => other is { IsWritten: true, Candidates: [var only] } && read.Contains(only))
            )
            {
                continue;
            }

            var region = gazetteer.Regions[first];
            var namesake = mentions.Find(other =>
                other is { IsWritten: true, Candidates: [var only] }
                && gazetteer.Regions[only] is var meant
                && meant.Name == region.Name
                && meant.Level != region.Level
                && meant.ProvinceCode == region.ProvinceCode
            );
            mentions[i] = namesake is null ? mentions[i] : mentions[i] with { Candidates = namesake.Candidates };
        }
    }

    /// <summary>Whether the text names a region, by itself and not by a seat that may be another's, or its office issued it.</summary>
    private static bool Names(RegionGazetteer gazetteer, List<RegionMention> mentions, int region, Region? issuerRegion)
    {
        if (issuerRegion?.Index == region)
        {
            return true;
        }

        foreach (var mention in mentions)
        {
            if (
                mention is { Instead: null, Candidates: [var only] }
                && (only == region || (gazetteer.Regions[only] is { Level: RegionLevel.District, Parent: var parent } && parent == region))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves out weak mentions outside the provinces that the issuer or strong mentions name.</summary>
    private static List<RegionMention> Supported(RegionGazetteer gazetteer, List<RegionMention> mentions, Region? issuerRegion)
    {
        // Weak are bare names of districts and names that are common words. They count only where something clear names their province.
        // The issuer's province alone where there is an issuer: of some 7,000 districts many are named
        // by everyday words ("Bukit", hill), and each would be a tag in releases of the whole country.
        HashSet<string> provinces = issuerRegion is not null
            ? [issuerRegion.ProvinceCode]
            : [.. mentions.Where(m => !m.IsWeak && m.Candidates.Count == 1).Select(m => gazetteer.Regions[m.Candidates[0]].ProvinceCode)];
        List<RegionMention> supported = new(mentions.Count);
        var begun = Beginnings(gazetteer, mentions);
        foreach (var mention in mentions)
        {
            // "Bumi Uncak Kapuas" in a text of Kapuas Hulu is no word on Kapuas, which is in another province.
            if (mention.IsPart && mention.Candidates.All(c => IsBeginning(begun, gazetteer.Regions[c])))
            {
                continue;
            }

            if (!mention.IsWeak)
            {
                supported.Add(mention);
            }
            else if (mention.Candidates.Where(c => provinces.Contains(gazetteer.Regions[c].ProvinceCode)).ToList() is { Count: > 0 } within)
            {
                supported.Add(mention with { Candidates = within });
            }
            else if (mention.Candidates.Where(c => IsNear(gazetteer, mentions, mention, c)).ToList() is { Count: > 0 } near)
            {
                supported.Add(mention with { Candidates = near });
            }
        }

        return supported;
    }

    private static bool IsBeginning(Dictionary<string, string> beginnings, Region region) =>
        beginnings.TryGetValue(region.Name, out var province) && province != region.ProvinceCode;

    /// <summary>The first words of the longer names that a text gives, with the provinces of the regions that have these.</summary>
    private static Dictionary<string, string> Beginnings(RegionGazetteer gazetteer, List<RegionMention> mentions)
    {
        Dictionary<string, string> beginnings = [];
        if (!mentions.Exists(mention => mention.IsPart))
        {
            return beginnings;
        }

        foreach (var region in mentions.SelectMany(mention => mention.Candidates).Select(candidate => gazetteer.Regions[candidate]))
        {
            for (var space = region.Name.IndexOf(' ', StringComparison.Ordinal); space > 0; space = region.Name.IndexOf(' ', space + 1))
            {
                beginnings.TryAdd(region.Name[..space], region.ProvinceCode);
            }
        }

        return beginnings;
    }

    /// <summary>Whether the text names, a few words away, a region around a candidate: <c>di Banten, seperti Bayah</c>.</summary>
    private static bool IsNear(RegionGazetteer gazetteer, List<RegionMention> mentions, RegionMention weak, int candidate)
    {
        // Mentions are in the text's order, so the nearest clear ones are the neighbours of this one; weak ones between are passed over.
        var at = mentions.BinarySearch(weak, ByStart);
        for (var step = -Neighbours; step <= Neighbours; step++)
        {
            var index = at + step;
            if (index < 0 || index >= mentions.Count || mentions[index] is not { IsWeak: false, Candidates: [var clear] } other)
            {
                continue;
            }

            var gap = other.Start < weak.Start ? weak.Start - other.Start - other.Length : other.Start - weak.Start - weak.Length;
            if (gap <= Near && gazetteer.Chain(gazetteer.Regions[candidate]).Any(above => above.Index == clear))
            {
                return true;
            }
        }

        return false;
    }

    private static RegionReading Reading(
        RegionGazetteer gazetteer,
        Dictionary<int, double> scores,
        Dictionary<int, List<(int, int)>> spans,
        Region? issuerRegion
    )
    {
        var all = scores
            .Select(s => new ReadRegion(gazetteer.Regions[s.Key], s.Value, spans.GetValueOrDefault(s.Key) ?? []))
            .OrderByDescending(r => r.Score)
            // By code among equals: the order must not depend on a dictionary's.
            .ThenBy(r => r.Region.Code, StringComparer.Ordinal)
            .ToList();
        var regencies = all.Where(r => r.Region.Level is RegionLevel.Regency or RegionLevel.City).ToList();
        // An office's release without any place is about the office's own region.
        if (issuerRegion is { Level: RegionLevel.Regency or RegionLevel.City } && regencies.Count == 0)
        {
            return new(issuerRegion, 0.5, all);
        }

        // Not excluded: offices do write of a partner far away, but it takes twenty times the mentions to believe it.
        var main = regencies.MaxBy(r => r.Score * (issuerRegion is null || issuerRegion.IsInProvinceOf(r.Region) ? 1 : 0.05));
        return new(main?.Region, main is null ? 0 : main.Score / regencies.Sum(r => r.Score), all);
    }

    /// <summary>Counts for the region and, where it is a district, for its regency too.</summary>
    private static void Support(RegionGazetteer gazetteer, Dictionary<int, double> scores, int region, double weight)
    {
        // A district counts for its regency: releases are filed by regency. It does not count for the
        // province, where all meet.
        scores[region] = scores.GetValueOrDefault(region) + weight;
        if (gazetteer.Regions[region] is { Level: RegionLevel.District, Parent: var parent })
        {
            scores[parent] = scores.GetValueOrDefault(parent) + weight;
        }
    }

    private static double Fit(RegionGazetteer gazetteer, Dictionary<int, double> scores, int region) =>
        gazetteer
            .Chain(gazetteer.Regions[region])
            .Sum(r => scores.GetValueOrDefault(r.Index) * (r.Level is RegionLevel.Province ? SameProvince : 1));

    private static double Share(RegionGazetteer gazetteer, Dictionary<int, double> scores, RegionMention mention, int meant)
    {
        if (mention.Candidates.Count == 1)
        {
            return 1;
        }

        var total = mention.Candidates.Sum(c => Smoothing + Fit(gazetteer, scores, c));
        return (Smoothing + Fit(gazetteer, scores, meant)) / total;
    }
}
