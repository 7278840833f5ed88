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
}

/// <summary>The words that stand before names of regions.</summary>
internal sealed class RegionCues
{
    private const int LongestCue = 3;

    private readonly PhraseMap<RegionCue> cues = new();

    /// <summary>Names that are everyday words too: alone they name a region only where something next to them says so.</summary>
    public PhraseMap<bool> Common { get; } = new();

    public RegionCues(VocabularyFiles files)
    {
        foreach (var row in files.Rows("region-cues.tsv"))
        {
            if (row[0] == "common")
            {
                foreach (var word in row[1].Split('|').Distinct())
                {
                    Common.Add(word, true);
                }

                continue;
            }

            foreach (var word in row[1].Split('|').Distinct())
            {
                cues.Add(word, Enum.Parse<RegionCue>(row[0], ignoreCase: true));
            }
        }
    }

    /// <summary>The cue that ends right before token <paramref name="at"/>; a point between (<c>Kab. Dompu</c>) is passed over.</summary>
    public RegionCue Before(string text, ReadOnlySpan<Token> tokens, int at)
    {
        var end = at - 1;
        if (end > 0 && tokens[end].Kind is TokenKind.Mark && text[tokens[end].Start] == '.')
        {
            end--;
        }

        // The longest first: "wakil gubernur" before "gubernur". Three tokens at most.
        for (var length = Math.Min(LongestCue, end + 1); length > 0; length--)
        {
            var start = end - length + 1;
            if (cues.Match(tokens, start, out var found) == length)
            {
                return found[0];
            }
        }

        return RegionCue.None;
    }

    /// <summary>Whether a cue begins at the token: <c>Kabupaten</c> behind a district's name.</summary>
    public bool StartsCue(ReadOnlySpan<Token> tokens, int at) => cues.Match(tokens, at, out _) > 0;

    public static bool Fits(RegionCue cue, RegionLevel level) =>
        cue switch
        {
            RegionCue.None => true,
            RegionCue.Province => level is RegionLevel.Province,
            RegionCue.Regency => level is RegionLevel.Regency,
            RegionCue.City => level is RegionLevel.City,
            RegionCue.RegencyOrCity => level is RegionLevel.Regency or RegionLevel.City,
            RegionCue.District => level is RegionLevel.District,
            // A village is no region of the gazetteer, so no level fits.
            _ => false,
        };
}
