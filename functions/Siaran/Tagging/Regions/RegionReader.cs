using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regions;

/// <summary>Finds the regions a text speaks of. Names that are also words or people are distinguished by what is next to them.</summary>
internal sealed class RegionReader(RegionGazetteer gazetteer, RegionCues cues)
{
    // What a mention says for its region, in units of its own: only the ratios matter. A word of level
    // before the name settles it; a bare district's name is as often a word or a person; a village only
    // hints at its district.
    private const double WithCue = 3;
    private const double Bare = 2;
    private const double Seat = 1.2;
    private const double DistrictWithCue = 1.6;
    private const double DistrictBare = 0.5;
    private const double VillageWithCue = 0.8;
    private const double VillageBare = 0.15;
    private const double NextToCapital = 0.3;
    private const double OfBearer = 0.2;

    // The first lines say where something happened. In UTF-16 units, the headline included.
    private const int Opening = 160;
    private const double OpeningFactor = 1.5;

    private readonly RegionContext context = new(gazetteer, cues);
    private readonly VillageLists villages = new(gazetteer, cues);
    private readonly DistrictSpellings spellings = new(gazetteer, cues);

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <param name="text">Headline and body.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="people">For each token whether it belongs to a person's name; may be empty.</param>
    /// <param name="issuerRegion">The region that the issuing agency or the editor speaks for, where known: a province or lower.</param>
    public RegionReading Read(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> people, Region? issuerRegion)
    {
        List<RegionMention> mentions = [];
        var others = context.OtherMeanings(text, tokens);
        var before = ListedRegion.None;
        for (var i = 0; i < tokens.Length; )
        {
            var isRead = tokens[i].IsWord && (people.IsEmpty || !people[i]) && !others.Contains(tokens[i].Hash);
            i += isRead ? Math.Max(1, ReadAt(text, tokens, people, i, issuerRegion, mentions, ref before)) : 1;
        }

        spellings.AddTo(text, tokens, people, issuerRegion, mentions);
        return RegionDisambiguator.Resolve(gazetteer, mentions, issuerRegion);
    }

    private int ReadAt(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<bool> people,
        int i,
        Region? issuerRegion,
        List<RegionMention> mentions,
        ref ListedRegion before
    )
    {
        var length = gazetteer.Names.Match(tokens, i, out var names);
        // Villages need a capital at least; names of regions may come in small letters behind a cue.
        var isVillage = tokens[i].IsCapital && gazetteer.Villages.Match(tokens, i, out _) > 0;
        var cue = length > 0 || isVillage ? CueBefore(text, tokens, i, length) : RegionCue.None;
        // "Desa Tanjung" is a village, though Tanjung is also a district; so is "di Padang Bulan".
        if (length == 0 || cue is RegionCue.Village || (isVillage && cue is RegionCue.None && IsLongerVillage(text, tokens, i, length)))
        {
            return length > 0 || isVillage ? ReadVillage(tokens, i, cue, issuerRegion, mentions) : 0;
        }

        if (IsNoPlace(text, tokens, i, i + length - 1, cue) is var passed and > 0)
        {
            return passed;
        }

        var isListed = before.GoesOnAt(text, tokens, i, cues);
        cue = cue is RegionCue.None && isListed ? before.CueFor(gazetteer, names) : cue;
        var read = Meant(tokens, i, ref length, cue, names, issuerRegion);
        read.Candidates = isListed ? before.Beside(gazetteer, cue, read.Candidates) : read.Candidates;
        var last = i + length - 1;
        read = ByContext(text, tokens, i, last, cue, names, read);
        if (read.Candidates.Count == 0)
        {
            // Nor is a part of the name one: "Persiraja Banda Aceh".
            return cue is RegionCue.Namesake or RegionCue.None ? length : 0;
        }

        // "Kecamatan Tanjung Sira": the listed name is the beginning of one on no list. The listed part
        // is passed over and names nothing.
        if (cue is RegionCue.District && !read.IsSeat && IsLongerName(tokens, last, people))
        {
            return length;
        }

        AddOtherLevel(text, tokens, new(i, last), cue, names, issuerRegion, mentions);
        var isAdded = Add(text, tokens, new(i, last), HasNone(cue) ? RegionCue.None : cue, read, mentions, isListed);
        before = isAdded ? new(last, cue, read.Candidates[0]) : before;
        return isAdded ? length : 0;
    }

    /// <summary>What the regions that are named around it or right behind it leave of the meanings of a name without a cue.</summary>
    private (List<int> Candidates, bool IsSeat, double Weight) ByContext(
        string text,
        ReadOnlySpan<Token> tokens,
        int first,
        int last,
        RegionCue cue,
        ReadOnlySpan<RegionName> names,
        (List<int> Candidates, bool IsSeat, double Weight) read
    )
    {
        if (cue is not RegionCue.None)
        {
            return read;
        }

        if (context.InNext(text, tokens, last, names) is { Count: > 0 } near)
        {
            read = (near, false, DistrictBare);
        }

        if (context.Beside(tokens, last) is { Length: > 0 } beside && Within(read.Candidates, beside) is { Count: > 0 } within)
        {
            return (within, read.IsSeat, read.Weight);
        }

        return !HasProvince(read.Candidates) && context.Around(text, tokens, first, last) is { Length: > 0 } around
            ? (Within(read.Candidates, around), read.IsSeat, read.Weight)
            : read;
    }

    private bool HasProvince(List<int> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (gazetteer.Regions[candidate].Level is RegionLevel.Province)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the city of a name whose cue is a regency's, or the other way round, where both are named before it.</summary>
    private void AddOtherLevel(
        string text,
        ReadOnlySpan<Token> tokens,
        TokenSpan span,
        RegionCue cue,
        ReadOnlySpan<RegionName> names,
        Region? issuerRegion,
        List<RegionMention> mentions
    )
    {
        if (RegionContext.OtherLevel(cue, cues.LevelBefore(text, tokens, span.First)) is { } other)
        {
            Add(text, tokens, span, other, Candidates(names, other, issuerRegion), mentions);
        }
    }

    /// <summary>What the words before a name say; nothing where they end another region's name or where something is there.</summary>
    private RegionCue CueBefore(string text, ReadOnlySpan<Token> tokens, int at, int length)
    {
        var cue = cues.Before(text, tokens, at);
        if (IsOfCity(tokens, at + length, cue))
        {
            return RegionCue.City;
        }

        // "Muara Dua-Kota Batu": a stroke joins two places of a road, and no level names the second.
        if (cue is RegionCue.City && RegionContext.IsBehindStroke(text, tokens, at - 1))
        {
            return RegionCue.Namesake;
        }

        var isNone =
            (cue is RegionCue.Namesake && context.IsBehindName(tokens, at, fewestWords: 2))
            || (cue is RegionCue.Bearer && context.IsAt(tokens, at));
        return isNone ? RegionCue.None : cue;
    }

    /// <summary>The regions that a name may mean behind a cue; its last word may be the sentence's.</summary>
    private (List<int> Candidates, bool IsSeat, double Weight) Meant(
        ReadOnlySpan<Token> tokens,
        int at,
        ref int length,
        RegionCue cue,
        ReadOnlySpan<RegionName> names,
        Region? issuerRegion
    )
    {
        var level = HasNone(cue) ? RegionCue.None : cue;
        var read = Candidates(names, level, issuerRegion);
        // "Pemprov Lampung tengah menyiapkan": behind a province's cue comes no regency.
        if (read.Candidates.Count == 0 && length > 1 && tokens[at + length - 1].Case is TokenCase.Lower)
        {
            length = gazetteer.Names.Match(tokens[..(at + length - 1)], at, out names);
            read = Candidates(names, level, issuerRegion);
        }

        read.Weight *= cue is RegionCue.Bearer ? OfBearer : 1;
        return read;
    }

    private static bool HasNone(RegionCue cue) => cue is RegionCue.Bearer or RegionCue.Route;

    /// <summary>How many tokens to pass over where the words about a name show that it is no place's; 0 where they do not.</summary>
    private int IsNoPlace(string text, ReadOnlySpan<Token> tokens, int first, int last, RegionCue cue)
    {
        var length = last - first + 1;
        return IsOfAddress(text, tokens, last) || (cue is RegionCue.None && villages.Has(text, tokens, first, last)) ? length
            : cue is RegionCue.Route && context.EndOfRoute(text, tokens, last) is >= 0 and var end ? end - first + 1
            : cue is RegionCue.None && RegionContext.IsBehindPart(text, tokens, first) ? length
            : cue is RegionCue.None
            && (context.IsOfThing(tokens, first, last) || (length == 1 && cues.LevelOf(tokens[first]) is not RegionCue.None))
                ? length
            : 0;
    }

    /// <summary>Whether a name is of a site's address: <c>KABAR-DOMPU.COM</c>.</summary>
    private static bool IsOfAddress(string text, ReadOnlySpan<Token> tokens, int last) =>
        last + 2 < tokens.Length
        && tokens[last + 1].Start == tokens[last].End
        && text[tokens[last + 1].Start] == '.'
        && tokens[last + 2].Start == tokens[last + 1].End
        && text.AsSpan(tokens[last + 2].Start, tokens[last + 2].Length) is var end
        && (
            end.Equals("com", StringComparison.OrdinalIgnoreCase)
            || end.Equals("id", StringComparison.OrdinalIgnoreCase)
            || end.Equals("co", StringComparison.OrdinalIgnoreCase)
            || end.Equals("net", StringComparison.OrdinalIgnoreCase)
            || end.Equals("go", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Those of the regions that lie in what the text puts around them.</summary>
    private List<int> Within(List<int> candidates, ReadOnlySpan<RegionName> around)
    {
        List<int> within = [];
        foreach (var candidate in candidates)
        {
            if (context.LiesIn(candidate, around))
            {
                within.Add(candidate);
            }
        }

        return within;
    }

    /// <summary>Adds a mention, unless the way it is written says too little for a name; whether it did.</summary>
    private bool Add(
        string text,
        ReadOnlySpan<Token> tokens,
        TokenSpan span,
        RegionCue cue,
        (List<int> Candidates, bool IsSeat, double Weight) read,
        List<RegionMention> mentions,
        bool isListed = false
    )
    {
        var ((first, last), (candidates, isSeat, weight)) = (span, read);
        if (candidates.Count == 0)
        {
            return false;
        }

        // Three questions that cues answer; only without a cue does the way of writing decide.
        var isBareDistrict = cue is RegionCue.None && gazetteer.Regions[candidates[0]].Level is RegionLevel.District && !isSeat;
        var isCommon = cue is RegionCue.None && !isListed && cues.Common.Match(tokens, first, out _) == last - first + 1;
        var isSmall = cues.Small.Match(tokens, first, out _) == last - first + 1;
        var isNamed = tokens[first].IsCapital || cue is not RegionCue.None || (last > first && !isBareDistrict && !isCommon && !isSmall);
        if (!isNamed || (isBareDistrict && (IsDoubtful(text, tokens, first, last) || IsLongerName(tokens, last))))
        {
            return false;
        }

        // Not refused but weighed down: in "Gedung Lampung" the place still says something of where.
        var isPart =
            cue is RegionCue.None
            && !isSeat
            && IsPartOfAnotherName(text, tokens, first, last)
            && Within(candidates, context.Beside(tokens, last)).Count == 0;
        var start = tokens[first].Start;
        weight *= (isPart ? NextToCapital : 1) * (isCommon ? NextToCapital : 1) * (start < Opening ? OpeningFactor : 1);
        mentions.Add(
            new(candidates, weight, isBareDistrict || isCommon, !isSeat, start, tokens[last].End - start)
            {
                IsPart = isPart,
                Cue = cue is RegionCue.Regency && cues.IsOfOffice(text, tokens, first) ? RegionCue.RegencyOrCity : cue,
                Instead = cue is RegionCue.None && candidates.Count == 1 ? NamesakesOfSeat(tokens, first, candidates[0]) : null,
            }
        );
        return true;
    }

    /// <summary>The districts of other regencies that are named as the seat of a region is; null where it is named otherwise.</summary>
    private List<int>? NamesakesOfSeat(ReadOnlySpan<Token> tokens, int first, int region)
    {
        if (gazetteer.Names.Match(tokens, first, out var names) == 0 || names.Length < 2)
        {
            return null;
        }

        List<int>? others = null;
        var isSeat = false;
        foreach (var name in names)
        {
            isSeat |= name.Region == region && name.Kind is NameKind.Seat;
            if (gazetteer.Regions[name.Region] is { Level: RegionLevel.District, Parent: var parent } && parent != region)
            {
                (others ??= []).Add(name.Region);
            }
        }

        return isSeat ? others : null;
    }

    /// <summary>Whether words that no cue precedes are too little for a district.</summary>
    private static bool IsDoubtful(string text, ReadOnlySpan<Token> tokens, int first, int last) =>
        !tokens[last].IsCapital
        || tokens[first].Length < 4
        || RegionContext.IsBehindStroke(text, tokens, first)
        || (first == last && StartsSentence(text, tokens, first));

    private (List<int> Candidates, bool IsSeat, double Weight) Candidates(
        ReadOnlySpan<RegionName> names,
        RegionCue cue,
        Region? issuerRegion
    )
    {
        List<int> candidates = [];
        var (isSeat, lowest, best) = (false, RegionLevel.District, false);
        for (var n = 0; n < names.Length; n++)
        {
            var region = InLevel(names[n], cue);
            // A cue settles the level; a byname or a seat may follow any cue but a district's.
            if (
                RegionCues.Fits(cue, region.Level)
                || (names[n].Kind is not NameKind.Official && cue is not (RegionCue.District or RegionCue.Namesake))
            )
            {
                candidates.Add(region.Index);
                isSeat |= names[n].Kind is NameKind.Seat;
                best |= names[n].Kind is NameKind.Official or NameKind.Byname;
                lowest = region.Level < lowest ? region.Level : lowest;
            }
        }

        // "BPBD Jawa Tengah": what a regency or a city has a province has too.
        for (var n = 0; n < names.Length && candidates.Count == 0 && cue is RegionCue.RegencyOrCity; n++)
        {
            if (gazetteer.Regions[names[n].Region] is { Level: RegionLevel.Province } province)
            {
                candidates.Add(province.Index);
                (best, lowest) = (true, RegionLevel.Province);
            }
        }

        if (candidates.Count == 0)
        {
            return (candidates, false, 0);
        }

        lowest = candidates.Count > 1 ? Narrow(candidates, cue, lowest, issuerRegion) : lowest;
        return (candidates, isSeat && !best, WeightOf(cue, lowest, isSeat && !best));
    }

    /// <summary>A name's region, or the one of the cue's level where a short name is of both: <c>Kota Tasik</c> is the city.</summary>
    private Region InLevel(RegionName name, RegionCue cue)
    {
        var region = gazetteer.Regions[name.Region];
        return
            name.Kind is NameKind.Byname
            && cue is RegionCue.City or RegionCue.Regency
            && !RegionCues.Fits(cue, region.Level)
            && gazetteer.TwinOf(region) is { } twin
            ? twin
            : region;
    }

    /// <summary>Leaves of a name's meanings those that readers of the office would take it for.</summary>
    /// <returns>The level of what is left.</returns>
    private RegionLevel Narrow(List<int> candidates, RegionCue cue, RegionLevel lowest, Region? issuerRegion)
    {
        // A name in the issuer's province means that one, and no other of its name: offices write for
        // their own readers.
        // Not a district there alone where the bare name is a regency's elsewhere: "di Mamberamo Tengah".
        if (
            issuerRegion is not null
            && candidates.Exists(c =>
                gazetteer.Regions[c].IsInProvinceOf(issuerRegion)
                && (cue is not RegionCue.None || lowest is RegionLevel.District || gazetteer.Regions[c].Level is not RegionLevel.District)
            )
        )
        {
            candidates.RemoveAll(c => !gazetteer.Regions[c].IsInProvinceOf(issuerRegion));
            lowest = candidates.Min(c => gazetteer.Regions[c].Level);
        }

        // A regency's or province's name without a cue is not the district within it that is named the
        // same ("Bima", "Dompu"): only a cue makes it one.
        if (cue is RegionCue.None && lowest is not RegionLevel.District)
        {
            candidates.RemoveAll(c =>
                gazetteer.Regions[c].Level is RegionLevel.District
                || (lowest is RegionLevel.Province && gazetteer.Regions[c].Level is not RegionLevel.Province)
            );
        }

        return lowest;
    }

    private static double WeightOf(RegionCue cue, RegionLevel lowest, bool isSeat) =>
        (cue, lowest) switch
        {
            (not RegionCue.None, RegionLevel.District) => DistrictWithCue,
            (not RegionCue.None, _) => WithCue,
            (_, RegionLevel.District) => DistrictBare,
            _ => isSeat ? Seat : Bare,
        };

    private int ReadVillage(ReadOnlySpan<Token> tokens, int i, RegionCue cue, Region? issuerRegion, List<RegionMention> mentions)
    {
        var length = gazetteer.Villages.Match(tokens, i, out var districts);
        // A village without "Desa" needs two words with capitals: single words are names of everything.
        if (length == 0 || (cue is not RegionCue.Village && (length < 2 || !tokens[i + length - 1].IsCapital)))
        {
            return 0;
        }

        List<int> candidates = [];
        foreach (var district in districts)
        {
            // The same district may be listed twice for two villages of one name; lists are in order of
            // code, so comparing the last one suffices.
            if (
                (candidates.Count == 0 || candidates[^1] != district)
                && (issuerRegion is null || gazetteer.Regions[district].IsInProvinceOf(issuerRegion))
            )
            {
                candidates.Add(district);
            }
        }

        if (candidates.Count == 0)
        {
            return length;
        }

        // Without an issuer a name that many districts have points nowhere.
        var weight = cue is RegionCue.Village ? VillageWithCue : VillageBare;
        mentions.Add(
            new(
                candidates,
                weight,
                issuerRegion is null && (cue is not RegionCue.Village || candidates.Count > 3),
                false,
                tokens[i].Start,
                tokens[i + length - 1].End - tokens[i].Start
            )
        );
        return length;
    }

    /// <summary>Whether the word for a city behind its name tells it from the regency of that name: <c>Polres Tegal Kota</c>.</summary>
    private bool IsOfCity(ReadOnlySpan<Token> tokens, int behind, RegionCue cue) =>
        cue is RegionCue.Regency or RegionCue.RegencyOrCity
        && behind < tokens.Length
        && tokens[behind].IsCapital
        && tokens[behind].Start == tokens[behind - 1].End + 1
        && cues.LevelOf(tokens[behind]) is RegionCue.City
        && !(behind + 1 < tokens.Length && tokens[behind + 1].IsCapital && gazetteer.Names.Match(tokens, behind + 1, out _) > 0);

    /// <summary>
    /// Whether a village's name begins with that of a region, where a small word or a comma shows that nothing else does: <c>di Padang
    /// Bulan</c>.
    /// </summary>
    private bool IsLongerVillage(string text, ReadOnlySpan<Token> tokens, int at, int length)
    {
        var village = gazetteer.Villages.Match(tokens, at, out _);
        return village > length
            && at > 0
            && (tokens[at - 1].Case is TokenCase.Lower || (tokens[at - 1].Kind is TokenKind.Mark && text[tokens[at - 1].Start] == ','))
            && tokens[at + village - 1].Case is TokenCase.Capital
            && gazetteer.Names.Match(tokens, at + length, out _) == 0;
    }

    /// <summary>Whether a listed district's name is but the beginning of one on no list: <c>Kecamatan Tanjung Sira</c>.</summary>
    private bool IsLongerName(ReadOnlySpan<Token> tokens, int last, ReadOnlySpan<bool> people = default)
    {
        // "Sekretaris Kecamatan Sape Rahmat Hidayat": a person's name is no more of the district's.
        var next = last + 1;
        return next < tokens.Length
            && !(next < people.Length && people[next])
            && tokens[next] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[next].Start == tokens[last].End + 1
            && gazetteer.Names.Match(tokens, next, out _) == 0
            && !cues.StartsCue(tokens, next);
    }

    /// <summary>
    /// Whether capitals next to the name make it part of a longer one: <c>Bima Arya</c>, <c>Metro TV</c>, <c>Universitas Lampung</c>.
    /// </summary>
    private static bool IsPartOfAnotherName(string text, ReadOnlySpan<Token> tokens, int first, int last)
    {
        var after =
            last + 1 < tokens.Length
            && tokens[last + 1] is { IsWord: true, IsCapital: true }
            && tokens[last + 1].Start == tokens[last].End + 1;
        var before =
            first > 0
            && tokens[first - 1] is { IsWord: true, IsCapital: true }
            && text[tokens[first].Start - 1] == ' '
            && !StartsSentence(text, tokens, first - 1);
        return after || before;
    }

    // The first word of a sentence has its capital from there, and so is no part of a name before the
    // place.
    private static bool StartsSentence(string text, ReadOnlySpan<Token> tokens, int i) =>
        i == 0
        || tokens[i - 1].Kind is TokenKind.Break
        || (tokens[i - 1].Kind is TokenKind.Mark && text[tokens[i - 1].Start] is '.' or '!' or '?' or ':' or '“' or '"' or ']');
}
