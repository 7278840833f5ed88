using Siaran.Related.Words;
using Siaran.Search;

namespace Siaran.Tests.Search;

[TestClass]
public sealed class SnippetsTests
{
    [TestMethod]
    public void The_words_of_the_search_are_lit_in_all_their_forms()
    {
        var runs = Snippets.Whole("Pembangunan Jembatan: gubernur membangun.", Roots("bangun", "jembatan"), "id");

        Assert.AreEqual("[Pembangunan] [Jembatan]: gubernur [membangun].", Text(runs));
    }

    [TestMethod]
    public void A_snippet_comes_from_where_most_of_the_words_stand()
    {
        var filler = string.Join(' ', Enumerable.Repeat("Kalimat ini tidak menyebut apa pun.", 20));

        var runs = Snippets.Best(
            $"Jembatan. {filler} Bupati meresmikan jembatan Lengan. {filler}",
            Roots("jembatan", "bupati", "lengan"),
            "id"
        );

        var text = Text(runs);
        Assert.Contains("[Bupati] meresmikan [jembatan] [Lengan]", text);
        Assert.StartsWith("… ", text);
        Assert.EndsWith(" …", text);
        Assert.IsLessThan(Snippets.Length + 40, text.Length);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Pendek saja.")]
    public void A_text_without_the_words_is_shown_from_its_beginning(string text) =>
        Assert.AreEqual(text, Text(Snippets.Best(text, Roots("jembatan"), "id")));

    [TestMethod]
    public void No_character_of_two_units_is_cut_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 300));

        var runs = Snippets.Best(text, Roots("jembatan"), "id");

        Assert.IsFalse(char.IsHighSurrogate(runs[0].Text[^1]));
    }

    private static HashSet<string> Roots(params string[] words) => [.. words.Select(word => Stems.Root(word, "id"))];

    private static string Text(IEnumerable<SnippetRun> runs) => string.Concat(runs.Select(run => run.IsLit ? $"[{run.Text}]" : run.Text));
}
