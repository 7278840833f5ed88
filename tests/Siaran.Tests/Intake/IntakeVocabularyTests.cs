using Siaran.Intake;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class IntakeVocabularyTests
{
    [TestMethod]
    [DataRow("places.tsv", new[] { "kind", "name" })]
    [DataRow(
        "boilerplate.tsv",
        new[] { "agency", "also", "comments", "contact", "enquiries", "info", "line", "more", "picture", "share", "site", "start", "tail" }
    )]
    [DataRow("captions.tsv", new[] { "class", "numbered", "start" })]
    [DataRow("dateline.tsv", new[] { "first", "outlet", "paper", "paper-part", "sign" })]
    [DataRow(
        "names.tsv",
        new[]
        {
            "author",
            "box",
            "call",
            "card",
            "end",
            "last",
            "maker",
            "network",
            "not",
            "note",
            "other",
            "pair",
            "part",
            "programme",
            "sentences",
            "sharing",
            "start",
            "state",
            "text",
            "thing",
            "whole",
            "word",
        }
    )]
    public void Every_row_of_a_vocabulary_is_of_a_kind_that_intake_asks_for(string name, string[] kinds) =>
        CollectionAssert.AreEqual(kinds, IntakeVocabulary.Read(name).Select(group => group.Key).Order(StringComparer.Ordinal).ToArray());

    [TestMethod]
    [DataRow("places.tsv")]
    [DataRow("boilerplate.tsv")]
    [DataRow("captions.tsv")]
    [DataRow("dateline.tsv")]
    [DataRow("names.tsv")]
    public void No_word_of_a_vocabulary_is_there_twice_or_has_white_space_at_its_ends(string name)
    {
        foreach (var group in IntakeVocabulary.Read(name))
        {
            CollectionAssert.AllItemsAreUnique(group.Select(word => word.ToLowerInvariant()).ToArray(), group.Key);
            Assert.IsTrue(group.All(word => word.Length > 0 && word == word.Trim()), group.Key);
        }
    }

    [TestMethod]
    public void A_vocabulary_that_is_missing_says_so() =>
        StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(() => IntakeVocabulary.Read("none.tsv")).Message, "none.tsv");
}
