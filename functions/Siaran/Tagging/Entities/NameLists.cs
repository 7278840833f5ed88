using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Entities;

/// <summary>The lists that a token may be on, one a bit: what the entity model knows beyond its training text.</summary>
internal sealed class NameLists
{
    private const int Abroad = 4;

    /// <summary>Of codes of regencies and cities; those of districts are longer: <c>52.08.01</c>.</summary>
    private const int LongestRegency = 5;
    private const string Regions = "regions.tsv";
    private const string Cues = "name-cues.tsv";

    private readonly PhraseTable phrases;

    public NameLists(VocabularyFiles files) => phrases = Table.Of(files);

    public static VocabularyTable Table { get; } = new("name-lists.bin", _ => [Regions, Cues], Fill);

    // Gazetteers are the model's knowledge beyond its training text: a regency that no training sentence
    // names is still marked as one. They are features and no rules; the model learnt how far to trust
    // them.
    private static void Fill(VocabularyFiles files, PhraseTableBuilder phrases)
    {
        AddRegions(files.Text(Regions), phrases);
        foreach (var row in files.Rows(Cues))
        {
            foreach (var word in row[1].Split('|'))
            {
                phrases.Add(word, byte.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    private static void AddRegions(ReadOnlySpan<char> text, PhraseTableBuilder phrases)
    {
        while (VocabularyText.CutRow(ref text) is { Length: > 0 } row)
        {
            var isDistrict = VocabularyText.Cut(ref row, '\t').Trim().Length > LongestRegency;
            var name = VocabularyText.Cut(ref row, '\t').Trim();
            var bare =
                name.StartsWith("Kabupaten ") ? name[10..]
                : name.StartsWith("Kota ") ? name[5..]
                : name;
            phrases.Add(bare, isDistrict ? 2 : 1);
        }
    }

    /// <summary>How many tokens from one on are a country or a city abroad, in capitals: <c>Korea Selatan</c>.</summary>
    public int AbroadAt(ReadOnlySpan<Token> tokens, int at)
    {
        var length = phrases.Match(tokens, at, out var values);
        return tokens[at].IsCapital && values.Contains(Abroad) ? length : 0;
    }

    /// <summary>Marks each capitalised token that belongs to a listed phrase.</summary>
    public void Mark(ReadOnlySpan<Token> tokens, Span<byte> lists)
    {
        lists.Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord)
            {
                continue;
            }

            var length = phrases.Match(tokens, i, out var values);
            for (var k = i; k < i + length; k++)
            {
                // Bits 1 and 2 are regions, which only count with a capital; cue words ("bapak",
                // "bupati") count in small letters too.
                for (var v = 0; v < values.Length; v++)
                {
                    lists[k] |= values[v] < Abroad && !tokens[i].IsCapital ? (byte)0 : (byte)values[v];
                }
            }
        }
    }
}
