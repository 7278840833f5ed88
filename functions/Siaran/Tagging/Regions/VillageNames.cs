using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Regions;

/// <summary>The longest vocabulary by far: names of villages, to the indices of the districts they lie in.</summary>
internal static class VillageNames
{
    private const string Villages = "villages.tsv";
    private const string Regions = "regions.tsv";

    // A district's index is its row among the regions, so that those are a source too.
    public static VocabularyTable Table { get; } = new("villages.bin", _ => [Villages, Regions], Fill);

    private static void Fill(VocabularyFiles files, PhraseTableBuilder table)
    {
        Dictionary<string, int> districts = [];
        ReadOnlySpan<char> text = files.Text(Regions);
        while (VocabularyText.CutRow(ref text) is { Length: > 0 } row)
        {
            districts.Add(VocabularyText.Cut(ref row, '\t').Trim().ToString(), districts.Count);
        }

        var byCode = districts.GetAlternateLookup<ReadOnlySpan<char>>();
        text = files.Text(Villages);
        while (VocabularyText.CutRow(ref text) is { Length: > 0 } row)
        {
            if (byCode.TryGetValue(VocabularyText.Cut(ref row, '\t').Trim(), out var district))
            {
                while (row.Length > 0)
                {
                    // A village keeps all districts that have one of its name; the reader narrows them
                    // by province.
                    table.Add(VocabularyText.Cut(ref row, '|'), district);
                }
            }
        }
    }
}
