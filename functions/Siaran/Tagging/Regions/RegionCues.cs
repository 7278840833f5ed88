using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Regions;

/// <summary>What the words before a name say of its level.</summary>
internal enum RegionCue : byte
{
    None,
    Province,
    Regency,
    City,
    RegencyOrCity,
    District,
    Village,

    /// <summary>
    /// None: a street, a river, a club or a dish that bears the name of a place: <c>Jalan Medan</c>, <c>Sungai Batanghari</c>, <c>Soto
    /// Lamongan</c>.
    /// </summary>
    Namesake,

    /// <summary>None, where a stroke joins the name to another: <c>rute Jakarta-Bandung</c>.</summary>
    Route,

    /// <summary>None, but a hint of where: <c>Universitas Jember</c>.</summary>
    Bearer,
}

/// <summary>The words that stand before names of regions.</summary>
internal sealed class RegionCues
{
    private const int LongestCue = 3;

    private const string LevelRow = "-word";

    private readonly PhraseMap<RegionCue> cues = new();
    private readonly Dictionary<ulong, RegionCue> levels = [];

    /// <summary>Words before the name of a district: <c>Kecamatan</c>, <c>Polsek</c>.</summary>
    private readonly HashSet<ulong> ofDistricts = [];

    /// <summary>Words that begin the name of a thing, to which a place's name within it belongs: <c>PT</c>, <c>Operasi</c>.</summary>
    private readonly HashSet<ulong> things = [];

    /// <summary>Words behind a place's name that make it part of a longer one: <c>United</c>.</summary>
    private readonly HashSet<ulong> longer = [];

    /// <summary>Words before where something is: <c>di</c>.</summary>
    private readonly HashSet<ulong> prepositions = [];

    /// <summary>Words that join two levels of one name: <c>dan</c>.</summary>
    private readonly HashSet<ulong> joins = [];

    /// <summary>Words that open a list: <c>yakni</c>.</summary>
    private readonly HashSet<ulong> openers = [];

    /// <summary>Names that are everyday words too: alone they name a region only where something next to them says so.</summary>
    public PhraseMap<bool> Common { get; } = new();

    /// <summary>Names of several words that in small letters are words alone: <c>pesisir barat</c>.</summary>
    public PhraseMap<bool> Small { get; } = new();

    public RegionCues(VocabularyFiles files)
    {
        foreach (var row in files.Rows("region-cues.tsv"))
        {
            if (row[0] is "common" or "small")
            {
                foreach (var word in row[1].Split('|').Distinct())
                {
                    (row[0] is "small" ? Small : Common).Add(word, true);
                }

                continue;
            }

            if (SetOf(row[0]) is { } set)
            {
                set.UnionWith(row[1].Split('|').Select(word => Tokenizer.Hash(word)));
                continue;
            }

            var isLevel = row[0].EndsWith(LevelRow, StringComparison.Ordinal);
            var cue = Enum.Parse<RegionCue>(isLevel ? row[0][..^LevelRow.Length] : row[0], ignoreCase: true);
            foreach (var word in row[1].Split('|').Distinct())
            {
                if (isLevel)
                {
                    levels.Add(Tokenizer.Hash(word), cue);
                    continue;
                }

                cues.Add(word, cue);
                if (cue is RegionCue.District)
                {
                    ofDistricts.Add(Tokenizer.Hash(word));
                }
            }
        }
    }

    /// <summary>The cue that ends right before token <paramref name="at"/>; a point between (<c>Kab. Dompu</c>) is passed over.</summary>
    public RegionCue Before(string text, ReadOnlySpan<Token> tokens, int at) =>
        AllBefore(text, tokens, at) is [var cue, ..] ? cue : RegionCue.None;

    /// <summary>
    /// Whether what bears the name before a token is a body that regions of other levels have too, so that one of them may be meant whose
    /// name is the same: <c>Polres Pasuruan</c>, <c>Bappeda Jambi</c>.
    /// </summary>
    public bool IsOfOffice(string text, ReadOnlySpan<Token> tokens, int at) => AllBefore(text, tokens, at) is [.., RegionCue.RegencyOrCity];

    private ReadOnlySpan<RegionCue> AllBefore(string text, ReadOnlySpan<Token> tokens, int at)
    {
        var end = at - 1;
        if (end > 0 && IsMark(text, tokens[end], '.'))
        {
            end--;
        }

        // "Pemerintah Provinsi (Pemprov) Lampung": the short form is a cue too.
        if (end > 2 && IsMark(text, tokens[end], ')') && IsMark(text, tokens[end - 2], '('))
        {
            end--;
        }

        // "enam kabupaten, yakni …": the level is before what opens the list.
        if (end > 2 && tokens[end].Case is TokenCase.Lower && openers.Contains(tokens[end].Hash))
        {
            end -= IsMark(text, tokens[end - 1], ',') ? 2 : 1;
            return tokens[end].Case is TokenCase.Lower && IsAlone(text, tokens, end) && cues.Match(tokens, end, out var level) == 1
                ? level
                : [];
        }

        // The longest first: "wakil gubernur" before "gubernur". Three tokens at most.
        for (var length = Math.Min(LongestCue, end + 1); length > 0; length--)
        {
            var start = end - length + 1;
            if (cues.Match(tokens, start, out var found) == length)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Whether a level is named with no other: <c>enam kabupaten</c>, but not <c>kabupaten/kota</c>.</summary>
    private bool IsAlone(string text, ReadOnlySpan<Token> tokens, int level) =>
        LevelOf(tokens[level]) is RegionCue.Regency or RegionCue.City
        && !IsMark(text, tokens[level - 1], '/')
        && !joins.Contains(tokens[level - 1].Hash);

    /// <summary>
    /// The level that a stroke or <c>dan</c> joins to the one right before a token: <c>Kabupaten/Kota …</c>, <c>Kota dan Kabupaten …</c>
    /// </summary>
    public RegionCue LevelBefore(string text, ReadOnlySpan<Token> tokens, int at)
    {
        var joint = at - 2;
        // "Kab./Kota": the abbreviation's point.
        var other = joint > 1 && IsMark(text, tokens[joint - 1], '.') ? joint - 2 : joint - 1;
        return other >= 0 && (IsMark(text, tokens[joint], '/') || joins.Contains(tokens[joint].Hash))
            ? LevelOf(tokens[other])
            : RegionCue.None;
    }

    /// <summary>The level that a word names: <c>Kabupaten</c>, <c>Prov</c>; none where it is no such word.</summary>
    public RegionCue LevelOf(Token token) => levels.GetValueOrDefault(token.Hash);

    /// <summary>Whether a word comes before the name of a district: <c>Kecamatan</c>, <c>Polsek</c>.</summary>
    public bool IsOfDistrict(Token token) => ofDistricts.Contains(token.Hash);

    /// <summary>Whether a word joins two regions: <c>dan</c>.</summary>
    public bool IsJoin(Token token) => joins.Contains(token.Hash);

    /// <summary>Whether a word comes before where something is: <c>di</c>.</summary>
    public bool IsAt(Token token) => prepositions.Contains(token.Hash);

    /// <summary>Whether a word opens a list of names: <c>yakni</c>.</summary>
    public bool OpensList(Token token) => openers.Contains(token.Hash);

    /// <summary>Whether a word begins the name of a thing that may hold a place's: <c>PT</c>.</summary>
    public bool BeginsThing(Token token) => things.Contains(token.Hash);

    /// <summary>Whether a word behind a place's name makes it part of a longer one: <c>United</c>.</summary>
    public bool MakesLonger(Token token) => longer.Contains(token.Hash);

    /// <summary>Whether a cue begins at the token: <c>Kabupaten</c> behind a district's name.</summary>
    public bool StartsCue(ReadOnlySpan<Token> tokens, int at) => cues.Match(tokens, at, out _) > 0;

    /// <summary>The level of region that a cue names alone; a province for cues that name several or none.</summary>
    public static RegionLevel LevelBy(RegionCue cue) =>
        cue switch
        {
            RegionCue.Regency => RegionLevel.Regency,
            RegionCue.City => RegionLevel.City,
            RegionCue.District => RegionLevel.District,
            _ => RegionLevel.Province,
        };

    public static bool Fits(RegionCue cue, RegionLevel level) =>
        cue switch
        {
            RegionCue.None or RegionCue.Bearer or RegionCue.Route => true,
            RegionCue.Province => level is RegionLevel.Province,
            RegionCue.Regency => level is RegionLevel.Regency,
            RegionCue.City => level is RegionLevel.City,
            RegionCue.RegencyOrCity => level is RegionLevel.Regency or RegionLevel.City,
            RegionCue.District => level is RegionLevel.District,
            // A village is no region of the gazetteer, so no level fits.
            _ => false,
        };

    private HashSet<ulong>? SetOf(string row) =>
        row switch
        {
            "at" => prepositions,
            "join" => joins,
            "thing" => things,
            "longer" => longer,
            "opener" => openers,
            _ => null,
        };

    private static bool IsMark(string text, Token token, char mark) => token.Kind is TokenKind.Mark && text[token.Start] == mark;
}
