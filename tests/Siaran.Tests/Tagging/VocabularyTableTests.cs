using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class VocabularyTableTests
{
    public static IEnumerable<object[]> Files => VocabularyTables.All.Select(table => new object[] { table.File });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void A_table_says_what_its_vocabularies_say(string file)
    {
        var table = VocabularyTables.All.Single(table => table.File == file);
        using var made = new MemoryStream();
        table.Write(new VocabularyFiles(), made);
        using var own = table.Open();
        var bytes = new byte[own.Length];
        own.ReadExactly(bytes);

        Assert.IsTrue(
            made.ToArray().AsSpan().SequenceEqual(bytes),
            $"The vocabularies were changed: make {file} again by dotnet run --project tests/Siaran.Training -- tables"
        );
    }

    [TestMethod]
    [DataRow("villages.tsv", "52.03.07\tTeluk Percobaan|Teluk Percobaan", "52.03.07")]
    [DataRow("regions.tsv", "52\tNusa\n52.03\tKabupaten Lombok Timur\n52.03.07\tSambelia", "52.03.07")]
    public void Villages_of_an_office_are_read_instead_of_those_of_the_table(string name, string text, string district)
    {
        var gazetteer = new RegionGazetteer(new VocabularyFiles(new OneFile(name, text)));
        var village = name == "villages.tsv" ? "Teluk Percobaan" : VillageOf(district);

        Assert.AreEqual(district, gazetteer.Regions[Match(gazetteer, village)[0]].Code);
        Assert.IsEmpty(Match(gazetteer, name == "villages.tsv" ? VillageOf(district) : VillageOf("11.01.01")));
    }

    [TestMethod]
    [DataRow("agencies.tsv")]
    [DataRow("local-agencies.tsv")]
    [DataRow("programmes.tsv")]
    public void Nothing_is_listed_twice(string file)
    {
        var rows = new VocabularyFiles().Rows(file).ToList();

        Assert.AreEqual("", string.Join(", ", rows.CountBy(row => row[0]).Where(slug => slug.Value > 1).Select(slug => slug.Key)));
        Assert.AreEqual("", string.Join(", ", rows.CountBy(row => row[1]).Where(name => name.Value > 1).Select(name => name.Key)));
    }

    private static string VillageOf(string district) =>
        new VocabularyFiles().Rows("villages.tsv").First(row => row[0] == district)[1].Split('|')[0];

    private static int[] Match(RegionGazetteer gazetteer, string village)
    {
        var tokens = Tokenizer.Read(village);
        var length = gazetteer.Villages.Match(tokens, 0, out var districts);
        return length == tokens.Length ? districts.ToArray() : [];
    }

    private sealed class OneFile(string name, string text) : IVocabularySource
    {
        public IEnumerable<string> Names => [name];

        public string? Find(string asked) => asked == name ? text : null;
    }
}
