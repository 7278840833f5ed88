using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// What a text itself says of its regions: their short names, <c>Bengkulu Utara (BU)</c> and then <c>Pemkab BU</c>, and which of two
/// namesakes it means, <c>KPU Kota Kediri</c> and then <c>KPU Kediri</c>.
/// </summary>
internal sealed class OwnRegions
{
    private const int Shortest = 2;
    private const int Longest = 12;
    private const int Brackets = 3;

    /// <summary>Before a region with its level, <c>Kabupaten Dompu</c>, or behind who rules it, <c>Bupati Dompu</c>: how often.</summary>
    private readonly List<(Region Region, int Times)> named = [];

    private readonly PhraseMap<RegionName> shorts = new();

    /// <summary>The levels that the text names regions of a name with: of <c>Kediri</c> the city alone.</summary>
    private readonly Dictionary<string, HashSet<RegionLevel>> levels = new(StringComparer.Ordinal);

    /// <summary>Learns the short names in parentheses behind regions, and the levels before them.</summary>
    /// <param name="text">The release.</param>
    /// <param name="gazetteer">All regions.</param>
    /// <param name="cues">The words for levels.</param>
    /// <param name="lexicon">The words of the text's language.</param>
    public OwnRegions(ReleaseText text, RegionGazetteer gazetteer, RegionCues cues, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        for (var i = 1; i + Brackets <= tokens.Length; i++)
        {
            if (tokens[i].IsCapital)
            {
                AddLevel(tokens, i, gazetteer, cues, lexicon);
            }

            if (
                !text.IsMark(tokens[i], '(')
                || !text.IsMark(tokens[i + 2], ')')
                || tokens[i + 1] is not { IsWord: true, IsCapital: true, Length: >= Shortest and <= Longest }
                || (gazetteer.Names.Match(tokens, i + 1, out var others) > 0 && gazetteer.Highest(others) is not null)
            )
            {
                continue;
            }

            // The longest name that ends before the bracket: four words at most.
            for (var first = Math.Max(0, i - 4); first < i; first++)
            {
                if (
                    tokens[first].IsCapital
                    && gazetteer.Names.Match(tokens, first, out var regions) == i - first
                    && AreInitial(text, first, i)
                )
                {
                    foreach (var region in regions)
                    {
                        shorts.Add(tokens.Slice(i + 1, 1), region);
                    }

                    break;
                }
            }
        }
    }

    /// <summary>The regions of a short name at a token; none where it is none.</summary>
    public int Match(ReadOnlySpan<Token> tokens, int at, out ReadOnlySpan<RegionName> regions)
    {
        regions = [];
        return shorts.Count > 0 ? shorts.Match(tokens, at, out regions) : 0;
    }

    /// <summary>
    /// The level of the one that the text means of two regions of a name, a city and a regency; none where it names both or neither by its
    /// level.
    /// </summary>
    public RegionCue LevelOf(string name) =>
        levels.TryGetValue(name, out var all) && all.Contains(RegionLevel.City) != all.Contains(RegionLevel.Regency)
            ? all.Contains(RegionLevel.City)
                ? RegionCue.City
                : RegionCue.Regency
            : RegionCue.None;

    /// <summary>Whether the text names a province of a name by its level or by who rules it.</summary>
    public bool HasProvince(string name) => levels.TryGetValue(name, out var all) && all.Contains(RegionLevel.Province);

    /// <summary>The regions that the text names with their level or by who rules them, and how often it does.</summary>
    public IReadOnlyList<(Region Region, int Times)> Named => named;

    private void AddLevel(ReadOnlySpan<Token> tokens, int i, RegionGazetteer gazetteer, RegionCues cues, Lexicon lexicon)
    {
        var length = gazetteer.Names.Match(tokens, i, out var names);
        if (length == 0)
        {
            return;
        }

        var level =
            cues.LevelOf(tokens[i - 1]) is not RegionCue.None and var written ? written
            : LevelOfRuler(tokens[i - 1], tokens, i, lexicon) is not RegionCue.None and var ruled ? ruled
            : LevelBehind(tokens, i, i + length, cues);
        if (level is not (RegionCue.City or RegionCue.Regency or RegionCue.Province) || gazetteer.Highest(names, level) is not { } region)
        {
            return;
        }

        Count(region);
        if (!levels.TryGetValue(region.Name, out var all))
        {
            levels[region.Name] = all = [];
        }

        all.Add(region.Level);
    }

    /// <summary>
    /// The level that police write behind the name of a city, in one with a regency of its name: <c>Polres Bogor Kota</c>.
    /// </summary>
    private static RegionCue LevelBehind(ReadOnlySpan<Token> tokens, int at, int end, RegionCues cues) =>
        end < tokens.Length
        && tokens[end].IsCapital
        && tokens[end].Start == tokens[end - 1].End + 1
        && tokens[at - 1].IsCapital
        && cues.LevelOf(tokens[end]) is RegionCue.City
            ? RegionCue.City
            : RegionCue.None;

    /// <summary>The level of the region that someone rules by the title before its name: <c>Bupati Dompu</c>.</summary>
    private static RegionCue LevelOfRuler(Token title, ReadOnlySpan<Token> tokens, int at, Lexicon lexicon) =>
        title.IsCapital && lexicon.GovernmentOf.Match(tokens, at - 1, out var governments) == 1
            ? governments[0] switch
            {
                "pemprov" => RegionCue.Province,
                "pemkab" => RegionCue.Regency,
                "pemkot" => RegionCue.City,
                _ => RegionCue.None,
            }
            : RegionCue.None;

    private void Count(Region region)
    {
        for (var i = 0; i < named.Count; i++)
        {
            if (named[i].Region == region)
            {
                named[i] = (region, named[i].Times + 1);
                return;
            }
        }

        named.Add((region, 1));
    }

    /// <summary>Whether the short name begins as the region does, so that it is of it and no body's.</summary>
    private static bool AreInitial(ReleaseText text, int first, int open) =>
        char.ToUpperInvariant(text.Text[text.Tokens[first].Start]) == char.ToUpperInvariant(text.Text[text.Tokens[open + 1].Start]);
}
