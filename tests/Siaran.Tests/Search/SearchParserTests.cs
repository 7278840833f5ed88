using Siaran.Search;

namespace Siaran.Tests.Search;

[TestClass]
public sealed class SearchParserTests
{
    [TestMethod]
    [DataRow("jembatan Lengan", "jembatan|lengan", DisplayName = "Words are read in lower case")]
    [DataRow("yang di dan jembatan", "jembatan", DisplayName = "Words that say nothing are left out")]
    [DataRow("jembatan JEMBATAN jembatan", "jembatan", DisplayName = "A word counts once")]
    [DataRow("résumé", "resume", DisplayName = "Accents do not matter")]
    [DataRow("PP 2/2021", "pp|2|2021", DisplayName = "Numbers are words")]
    [DataRow("", "")]
    [DataRow("\" : (*) \u0000 \ud800", "", DisplayName = "What holds no word asks for none")]
    public void Words_are_read_as_the_index_has_them(string text, string words) =>
        Assert.AreEqual(words, string.Join('|', SearchParser.Parse(text).Words));

    [TestMethod]
    public void A_phrase_keeps_its_words_together_with_those_that_say_nothing()
    {
        var query = SearchParser.Parse("gubernur “air dan udara” \"satu\"");

        Assert.AreEqual("air dan udara", string.Join(' ', query.Phrases.Single()));
        CollectionAssert.AreEqual(new[] { "gubernur", "air", "udara", "satu" }, query.Words.ToList());
    }

    [TestMethod]
    [DataRow("kantor:dinas-kesehatan", "agency:dinas-kesehatan")]
    [DataRow("office:\"Dinas Kesehatan\"", "agency:dinas-kesehatan")]
    [DataRow("wilayah:\"Lombok Timur\"", "region:lombok-timur")]
    [DataRow("jenis:advertorial", "label:advertorial")]
    [DataRow("bahasa:id", "language:id")]
    [DataRow("tag:topic:ekonomi", "tag:topic:ekonomi")]
    [DataRow("tag:region:lombok-timur", "region:lombok-timur")]
    public void A_feed_is_named_with_its_kind(string text, string key)
    {
        var query = SearchParser.Parse("jembatan " + text);

        Assert.AreEqual(key, query.Keys.Single().ToString());
        Assert.AreEqual("jembatan", query.Text);
        Assert.AreEqual("jembatan", query.Words.Single());
    }

    [TestMethod]
    [DataRow("tag:ekonomi")]
    [DataRow("kantor:")]
    [DataRow("https://contoh.go.id")]
    public void What_names_no_feed_is_words(string text)
    {
        var query = SearchParser.Parse(text);

        Assert.IsEmpty(query.Keys);
        Assert.AreEqual(text, query.Text);
        Assert.IsNotEmpty(query.Words);
    }

    [TestMethod]
    public void What_is_too_much_is_passed_over()
    {
        var many = SearchParser.Parse(string.Join(' ', Enumerable.Range(10, 60).Select(i => $"k{i}")));
        var keys = SearchParser.Parse(string.Join(' ', Enumerable.Range(10, 20).Select(i => $"jenis:{i}")));

        Assert.HasCount(SearchQuery.MostWords, many.Words);
        Assert.IsLessThanOrEqualTo(SearchQuery.LongestText, many.Text.Length);
        Assert.HasCount(SearchQuery.MostKeys, keys.Keys);
    }
}
