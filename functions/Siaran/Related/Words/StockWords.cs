using Siaran.Tags;

namespace Siaran.Related.Words;

/// <summary>Words that releases share whatever they are about, by the file <c>stock-words.tsv</c>.</summary>
internal static class StockWords
{
    private const string Name = "Siaran.Related.Models.stock-words.tsv";

    // Read once for the process. Headlines of every government are built of these words, so they relate
    // nobody.
    private static readonly Lazy<ILookup<string, string>> Lists = new(Read);
    private static readonly Lazy<HashSet<string>> Counting = new(() => Of("count"));
    private static readonly Lazy<HashSet<string>> Stock = new(() => Of("stock"));
    private static readonly Lazy<HashSet<string>> Laws = new(() => Of("law"));

    /// <summary>Whether a word only counts or pays: a number, <c>Rp</c>, <c>miliar</c>.</summary>
    public static bool Counts(string form) => char.IsAsciiDigit(form[0]) || Counting.Value.Contains(form);

    /// <summary>Whether a word belongs to a stock frame of headlines, or to every government.</summary>
    public static bool AreIn(string form) => Stock.Value.Contains(form);

    /// <summary>Whether a tag is of a law that releases on everything cite: a code, the constitution.</summary>
    public static bool IsLawOfAll(TagId tag) => tag.Kind == TagKind.Regulation && Laws.Value.Contains(tag.Name);

    private static HashSet<string> Of(string kind) => new(Lists.Value[kind], StringComparer.OrdinalIgnoreCase);

    private static ILookup<string, string> Read()
    {
        using var stream =
            typeof(StockWords).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .SelectMany(row => row[1].Split('|').Select(word => (Kind: row[0], Word: word)))
            .ToLookup(row => row.Kind, row => row.Word);
    }
}
