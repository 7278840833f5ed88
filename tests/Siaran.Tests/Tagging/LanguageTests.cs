using Siaran.Tagging;
using Siaran.Tagging.Topics;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class LanguageTests
{
    [TestMethod]
    [DataRow("It follows Law No. 23 of 2014 on Regional Government, which the council backs.", "regulation:uu-23-2014")]
    [DataRow("Presidential Regulation Number 5 of 2020 applies to Teluk Jaya.", "regulation:perpres-5-2020")]
    [DataRow("Minister of Manpower Regulation Number 5 of 2021 sets the rules.", "regulation:permenaker-5-2021")]
    [DataRow("The Presidential Instruction No. 2/2021 was read aloud.", "regulation:inpres-2-2021")]
    public void An_English_release_cites_regulations_under_the_same_ids(string sentence, string id) =>
        Assert.AreEqual(id, Read("en", sentence).Tags.Single(tag => tag.Id.Kind == TagKind.Regulation).Id.ToString());

    [TestMethod]
    [DataRow("The Ministry of Manpower helped the workers find employment and fair wages.", "agency:kemnaker")]
    [DataRow("The Ministry of Manpower helped the workers find employment and fair wages.", "topic:ketenagakerjaan")]
    [DataRow("Farmers brought in the rice harvest; fertilizer for agriculture is in stock.", "topic:pertanian")]
    [DataRow("BPBD sent boats for the evacuation after the earthquake, the floods and the landslide.", "topic:bencana-alam")]
    public void An_English_release_gets_the_tags_of_an_Indonesian_one(string sentence, string id) =>
        Assert.IsTrue(
            Read("en", sentence).Tags.Any(tag => tag.Id.ToString() == id),
            string.Join(' ', Read("en", sentence).Tags.Select(tag => tag.Id))
        );

    [TestMethod]
    [DataRow("en", "Programs may read the data from July 2026, and from March on for schools.")]
    [DataRow("id", "“Leptospirosis dapat dicegah. Pakailah sepatu bot,” ujarnya.")]
    public void A_month_or_the_first_word_of_a_quote_is_nobody(string language, string sentence) =>
        Assert.IsEmpty(Read(language, sentence).Tags.Where(tag => tag.Id.Kind == TagKind.Person));

    [TestMethod]
    public void A_language_is_added_by_files_alone()
    {
        var files = new Added(
            new()
            {
                ["topics.de.tsv"] = "pertanian\tLandwirtschaft|Bauern|Reisernte",
                ["agencies.de.tsv"] = "kementan\tLandwirtschaftsministerium",
                ["regulation-kinds.de.tsv"] = "uu\tGesetz",
                ["regulation-words.de.tsv"] = "number\tNr\nyear\tvon\nabout\tüber",
            }
        );
        var read = Read(
            "de",
            "Das Landwirtschaftsministerium lobt Landwirtschaft, Bauern und Reisernte nach Gesetz Nr. 18 von 2012.",
            new Tagger(files)
        );

        foreach (var id in new[] { "topic:pertanian", "agency:kementan", "regulation:uu-18-2012" })
        {
            Assert.IsTrue(read.Tags.Any(tag => tag.Id.ToString() == id), $"{id} among {string.Join(' ', read.Tags.Select(tag => tag.Id))}");
        }
    }

    [TestMethod]
    public void A_language_added_changes_the_version_and_a_file_of_no_family_does_not()
    {
        var plain = new Tagger().Version;

        Assert.AreNotEqual(plain, new Tagger(new Added(new() { ["topics.de.tsv"] = "pertanian\tBauern" })).Version);
        Assert.AreEqual(plain, new Tagger(new Added(new() { ["notes.de.tsv"] = "pertanian\tBauern", ["topics.tsv.bak"] = "x" })).Version);
    }

    [TestMethod]
    [DataRow("id")]
    [DataRow("en")]
    public void No_two_topics_look_the_same(string language)
    {
        var labels = new TopicVocabulary(new VocabularyFiles())
            .Topics.Select(topic => language == "en" ? topic.EnglishLabel : topic.Label)
            .ToList();

        CollectionAssert.AllItemsAreUnique(labels);
    }

    [TestMethod]
    public void A_lexicon_with_a_list_that_nothing_reads_is_refused_by_name()
    {
        var added = new Added(new() { ["lexicon.jv.tsv"] = "say\tkandha\t-\nsayy\tujare\t-\n" });

        var refused = Assert.ThrowsExactly<InvalidDataException>(() => new Tagger(added).Version);

        StringAssert.Contains(refused.Message, "lexicon.jv.tsv");
        StringAssert.EndsWith(refused.Message, "sayy.");
    }

    [TestMethod]
    [DataRow("agency-words.tsv", "haed\tdinas\n", "haed")]
    [DataRow("agencies.tsv", "bkt\tBadan Karang Taruna\t\t\t\tbranch\n", "branch")]
    [DataRow("regulation-kinds.tsv", "perda\tPerda\tafter\tPeraturan Daerah\tany\tjoin\n", "join")]
    public void A_word_in_a_vocabulary_that_nothing_reads_is_refused_by_name(string file, string text, string word)
    {
        var refused = Assert.ThrowsExactly<InvalidDataException>(() => new Tagger(new Added(new() { [file] = text })).Version);

        StringAssert.EndsWith(refused.Message, $"named {word}.");
    }

    private static Annotations Read(string language, string body, Tagger? tagger = null)
    {
        var content = Some.Content("Teluk Jaya", body) with { Language = language, Agency = null, Place = null };
        return (tagger ?? new Tagger()).Read(Some.Release(content));
    }

    private sealed class Added(Dictionary<string, string> texts) : IVocabularySource
    {
        public IEnumerable<string> Names => texts.Keys;

        public string? Find(string name) => texts.GetValueOrDefault(name);
    }
}
