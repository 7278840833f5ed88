using Siaran.Releases;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Reads the place a local body serves from the words next to its name.</summary>
internal sealed class AgencyPlaces(RegionGazetteer gazetteer, RegionCues cues, AgencyNames bodies, Lexicon lexicon)
{
    private const int Longest = 5;
    private const int LongestUnlisted = 4;

    /// <summary>Of an abbreviated level with its point: <c>Prov.</c></summary>
    private const int LongestLevel = 4;

    /// <summary>Of a unit of the armed forces.</summary>
    private const int ShortestNumber = 4;

    /// <summary>Of a province on no list: a word for a place and its name.</summary>
    private const int LongestUnlistedProvince = 2;

    /// <summary>The short names that the text gives its regions; null for none.</summary>
    public OwnRegions? Own { get; set; }

    /// <summary>
    /// The place right at <paramref name="at"/>, which moves past it: <c>Provinsi NTB</c>, <c>Lombok Timur</c>; of an unlisted place only
    /// with its level.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Where the place would begin.</param>
    /// <param name="serves">The level of region that such a body serves.</param>
    public AgencyPlace? Read(string text, ReadOnlySpan<Token> tokens, ref int at, RegionCue serves)
    {
        if ((BehindNumber(text, tokens, ref at, serves) ?? BehindKind(text, tokens, ref at, serves)) is { } behind)
        {
            return behind;
        }

        return at < tokens.Length && tokens[at].IsWord
            ? BehindGovernment(text, tokens, ref at, serves) ?? ReadNamed(text, tokens, ref at, serves)
            : null;
    }

    /// <summary>The place of the government that an office is said to be of: <c>Dinas Pertanian Pemkot Bima</c>.</summary>
    private AgencyPlace? BehindGovernment(string text, ReadOnlySpan<Token> tokens, ref int at, RegionCue serves)
    {
        if (
            !tokens[at].IsCapital
            || bodies.Names.Match(tokens, at, out var governments) is not (> 0 and var length)
            || governments[0].Trait is not AgencyTrait.Government
            || (serves is not RegionCue.None && serves != governments[0].Serves)
        )
        {
            return null;
        }

        var behind = at + length;
        if (behind >= tokens.Length || ReadNamed(text, tokens, ref behind, governments[0].Serves) is not { } place)
        {
            return null;
        }

        at = behind;
        return place;
    }

    /// <summary>
    /// The place behind a short name of several words: <c>Dinas Komunikasi dan Informatika (Diskominfo Santik) Sulteng</c>.
    /// </summary>
    public AgencyPlace? BehindBrackets(ReleaseText text, ref int at, RegionCue serves)
    {
        if (text.EndOfBrackets(at, Longest) is not { } close)
        {
            return null;
        }

        var behind = close + 1;
        var place = Read(text.Text, text.Tokens, ref behind, serves);
        at = place is null ? at : behind;
        return place;
    }

    /// <summary>The place at a token, with or without the word for its level before its name.</summary>
    private AgencyPlace? ReadNamed(string text, ReadOnlySpan<Token> tokens, ref int at, RegionCue serves)
    {
        // Fewer words than region-cues.tsv has: between a body and its place only a level comes, and a
        // cue such as "gubernur" begins an officeholder.
        var level = LevelAt(tokens[at]) is not RegionCue.None and var written ? written : SmallLevelAt(tokens, at);
        // "Daerah Istimewa Yogyakarta": the word is of the name.
        level = level is not RegionCue.None && NameAt(tokens, at, out _) > 1 ? RegionCue.None : level;
        var start = at + (level is RegionCue.None ? 0 : 1);
        start += level is not RegionCue.None && IsPointBehind(text, tokens, at) ? 1 : 0;
        start += start + 1 < tokens.Length && level is RegionCue.City && bodies.Administrative.Contains(tokens[start].Hash) ? 1 : 0;
        if (start >= tokens.Length || !tokens[start].IsCapital)
        {
            return null;
        }

        var length = NameAt(tokens, start, out var names);
        if (length > 0 && level is RegionCue.None && CityBehind(tokens, start + length, names, serves) is { } city)
        {
            at = start + length + 1;
            return city;
        }

        if (length > 0 && Choose(names, level, serves) is { } region)
        {
            at = start + length;
            return region;
        }

        // "KPU Kabupaten Divisi Hukum": a part of the body, and no place.
        if (lexicon.NoName.Match(tokens, start, out _) > 0)
        {
            return null;
        }

        // Any capitals may follow "Dinas Sosial"; only behind "Kabupaten" and the like are they surely
        // a place, though on no list (a new or renamed regency).
        // Provinces are few and all listed: behind "Provinsi" other capitals are the officeholder's, unless
        // they begin as names of places do: "Nusa …".
        return level switch
        {
            RegionCue.None => null,
            RegionCue.Province => start + 1 < tokens.Length
            && tokens[start + 1].IsCapital
            && lexicon.PlaceWord.Match(tokens, start, out _) == 1
                ? ReadUnlisted(text, tokens, start, level, LongestUnlistedProvince, ref at)
                : null,
            _ => ReadUnlisted(text, tokens, start, level, LongestUnlisted, ref at),
        };
    }

    /// <summary>Whether the point of an abbreviated level is a token of its own: <c>Kab. Dompu</c>.</summary>
    private static bool IsPointBehind(string text, ReadOnlySpan<Token> tokens, int level) =>
        level + 1 < tokens.Length
        && tokens[level].Length <= LongestLevel
        && tokens[level + 1].Kind is TokenKind.Mark
        && text[tokens[level + 1].Start] == '.';

    private int NameAt(ReadOnlySpan<Token> tokens, int at, out ReadOnlySpan<RegionName> names) =>
        Own is not null && Own.Match(tokens, at, out names) is > 0 and var own ? own : gazetteer.Names.Match(tokens, at, out names);

    /// <summary>
    /// The place behind the word for a metropolis, or behind a class: <c>Polres Metro Bekasi Kota</c>, <c>Lapas Kelas IIA Cianjur</c>.
    /// </summary>
    // "Polres Metro" alone is that of the city of that name.
    private AgencyPlace? BehindKind(string text, ReadOnlySpan<Token> tokens, ref int at, RegionCue serves)
    {
        if (at >= tokens.Length)
        {
            return null;
        }

        var isMetropolis = serves is RegionCue.RegencyOrCity && bodies.Metropolis.Contains(tokens[at].Hash) && tokens[at].IsCapital;
        var behind = isMetropolis ? at + 1 : PastClass(text, tokens, at);
        if (
            behind == at
            || behind >= tokens.Length
            || (isMetropolis && LevelAt(tokens[behind]) is not RegionCue.None)
            || !tokens[behind].IsWord
            || ReadNamed(text, tokens, ref behind, serves) is not { } place
        )
        {
            return null;
        }

        at = behind;
        return place;
    }

    /// <summary>The token behind the class of a court or a prison: <c>Kelas IIA</c>, <c>II B</c>; the same where none is there.</summary>
    public int PastClass(string text, ReadOnlySpan<Token> tokens, int at)
    {
        var number = at < tokens.Length && tokens[at].IsCapital && bodies.Classes.Contains(tokens[at].Hash) ? at + 1 : at;
        var isTyped = number > at;
        // "Tipe Madya Pabean C": of customs.
        while (isTyped && number < tokens.Length && tokens[number].IsCapital && bodies.ClassWords.Contains(tokens[number].Hash))
        {
            number++;
        }

        isTyped = isTyped && number < tokens.Length && SpelledNames.EndsClass(text.AsSpan(tokens[number].Start, tokens[number].Length));
        if (number >= tokens.Length || !(isTyped || SpelledNames.IsClass(text.AsSpan(tokens[number].Start, tokens[number].Length))))
        {
            return at;
        }

        // "Kelas II B", "Kelas II-B", "Kelas I Khusus TPI".
        var end = number + 1;
        while (end + 1 < tokens.Length && SpelledNames.EndsClass(text.AsSpan(tokens[end].Start, tokens[end].Length)))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// The province of the text's own regency at its bare level, <c>Dinas Kesehatan Provinsi</c>; null where a name follows or none is
    /// meant.
    /// </summary>
    public AgencyPlace? OwnProvince(string text, ReadOnlySpan<Token> tokens, ref int at, AgencyName name)
    {
        if (
            at >= tokens.Length
            || cues.LevelOf(tokens[at]) is not RegionCue.Province
            || name.Trait is not AgencyTrait.None
            || (at + 1 < tokens.Length && (tokens[at + 1].IsCapital || text[tokens[at + 1].Start] is '/' or '-'))
        )
        {
            return null;
        }

        at++;
        return AgencyPlace.OfProvince;
    }

    /// <summary>The province that a regency or a city lies in; a province itself.</summary>
    public AgencyPlace? ProvinceOf(AgencyPlace place) =>
        gazetteer.BySlug(place.Slug) is { } region && gazetteer.Chain(region).Last() is var province
            ? new(gazetteer.SlugOf(province), province.FullName) { Level = province.Level, Name = province.Name }
            : null;

    /// <summary>The city whose level comes behind its name, as police write it: <c>Polres Bogor Kota</c>.</summary>
    private AgencyPlace? CityBehind(ReadOnlySpan<Token> tokens, int at, ReadOnlySpan<RegionName> names, RegionCue serves) =>
        at < tokens.Length
        && serves is RegionCue.RegencyOrCity
        && LevelAt(tokens[at]) is RegionCue.City
        && tokens[at].Start == tokens[at - 1].End + 1
        && !(at + 1 < tokens.Length && tokens[at + 1].IsCapital && gazetteer.Names.Match(tokens, at + 1, out _) > 0)
            ? Choose(names, RegionCue.City, serves)
            : null;

    /// <summary>The place behind a unit's number: <c>Kodim 0726/Sukoharjo</c>.</summary>
    private AgencyPlace? BehindNumber(string text, ReadOnlySpan<Token> tokens, ref int at, RegionCue serves)
    {
        if (at + 2 >= tokens.Length || !tokens[at].IsNumber)
        {
            return null;
        }

        // "Kodim 0726 Sukoharjo", without a stroke.
        var hasStroke = tokens[at + 1].Kind is TokenKind.Mark && text[tokens[at + 1].Start] == '/';
        var numbered = at + (hasStroke ? 2 : 1);
        if (
            !tokens[numbered].IsWord
            || (!hasStroke && tokens[at].Length < ShortestNumber)
            || ReadNamed(text, tokens, ref numbered, serves) is not { } place
        )
        {
            return null;
        }

        at = numbered;
        return place;
    }

    /// <summary>
    /// The listed place that ends right before <paramref name="at"/>, and its first token: <c>NTB</c> before <c>Provincial Health
    /// Office</c>, <c>Bima City</c> before <c>Health Office</c>.
    /// </summary>
    public (AgencyPlace Place, int First)? Before(string text, ReadOnlySpan<Token> tokens, int at, RegionCue serves)
    {
        var level = cues.Before(text, tokens, at);
        var end = level is RegionCue.Province or RegionCue.Regency or RegionCue.City ? at - 1 : at;
        // From the farthest start, so that the first hit is the longest name. At most five tokens back:
        // O(1).
        for (var first = Math.Max(0, end - Longest); first < end; first++)
        {
            // The longest name may take the level's word too, which is the body's: Bima City, of Bima City Government.
            if (
                tokens[first].IsCapital
                && gazetteer.Names.Match(tokens, first, out var names) is var length
                && first + length >= end
                && first + length <= at + 1
                && Choose(names, end < at ? level : RegionCue.None, serves) is { } place
            )
            {
                return (place, first);
            }
        }

        return null;
    }

    /// <summary>Whether a token is the word for a region's level, with a capital: <c>Kabupaten</c>.</summary>
    public bool IsLevel(Token token) => LevelAt(token) is not RegionCue.None;

    private RegionCue LevelAt(Token token) =>
        !token.IsCapital ? RegionCue.None
        : bodies.ProvinceWords.Contains(token.Hash) ? RegionCue.Province
        : cues.LevelOf(token);

    /// <summary>The level that is written small before a listed name: <c>DPRD kabupaten Musi Rawas</c>.</summary>
    private RegionCue SmallLevelAt(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Case is TokenCase.Lower
        && at + 1 < tokens.Length
        && tokens[at + 1].IsCapital
        && cues.LevelOf(tokens[at]) is (RegionCue.Province or RegionCue.Regency or RegionCue.City) and var level
        && gazetteer.Names.Match(tokens, at + 1, out _) > 0
            ? level
            : RegionCue.None;

    private AgencyPlace? Choose(ReadOnlySpan<RegionName> names, RegionCue level, RegionCue serves)
    {
        if (gazetteer.Highest(names, level, serves) is not { } chosen)
        {
            return null;
        }

        // "KPU Kediri" where the text says "Kota Kediri" and never "Kabupaten Kediri".
        if (
            level is RegionCue.None
            && Own?.LevelOf(chosen.Name) is (RegionCue.City or RegionCue.Regency) and var own
            && (chosen.Level is not RegionLevel.Province || !Own.HasProvince(chosen.Name))
        )
        {
            chosen = gazetteer.Highest(names, own, serves) is { } meant && meant.Name == chosen.Name ? meant : chosen;
        }

        return PlaceOf(chosen);
    }

    /// <summary>A region as the place of a body.</summary>
    public AgencyPlace PlaceOf(Region region) =>
        new(gazetteer.SlugOf(region), region.FullName) { Level = region.Level, Name = region.Name };

    /// <summary>The city of a regency's name, where branches named for a town are; the place itself where there is none.</summary>
    public AgencyPlace InCity(AgencyPlace place) =>
        place.Level is RegionLevel.Regency && gazetteer.BySlug(place.Slug) is { } regency && gazetteer.TwinOf(regency) is { } city
            ? PlaceOf(city)
            : place;

    /// <summary>The regency or city of a dateline, <c>DOMPU, KABAR NUSA –</c>; null where it is none.</summary>
    public AgencyPlace? OfDateline(string? dateline) =>
        dateline is not null && gazetteer.Named(dateline.Split(',')[0]) is { Level: RegionLevel.Regency or RegionLevel.City } region
            ? PlaceOf(region)
            : null;

    /// <summary>Whether the bare level of the text's own region is at a token, without a name: <c>Bawaslu Kabupaten</c>.</summary>
    public bool IsBareLevel(string text, ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length
        && cues.LevelOf(tokens[at]) is RegionCue.Regency or RegionCue.City
        && tokens[at].Length >= LongestLevel
        && tokens[at].Start == tokens[at - 1].End + 1
        && !(at + 1 < tokens.Length && (tokens[at + 1].IsCapital || text[tokens[at + 1].Start] is '/' or '-'));

    private static AgencyPlace ReadUnlisted(string text, ReadOnlySpan<Token> tokens, int start, RegionCue level, int longest, ref int at)
    {
        var last = start;
        while (
            last + 1 < tokens.Length
            && last - start < longest - 1
            && tokens[last + 1].IsCapital
            && tokens[last + 1].Start == tokens[last].End + 1
        )
        {
            last++;
        }

        var label = text[tokens[at].Start..tokens[last].End];
        var name = text[tokens[start].Start..tokens[last].End];
        at = last + 1;
        return new(Slug.From(name), label) { Level = RegionCues.LevelBy(level), Name = name };
    }
}
