using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>The search for many stems at once.</summary>
[TestClass]
public sealed class StemSearchTests
{
    [TestMethod]
    [DataRow("embarg", "EMBARGO sampai Kamis", true)]
    [DataRow("embarg", "embar go", false)]
    [DataRow("tayang|siar", "Jangan DISIARkan", true)]
    [DataRow("tayang|siar", "", false)]
    // An end of what was read may begin another stem, as may a place within one that did not go on.
    [DataRow("siaran pers|aran x|ran y", "siaran y", true)]
    [DataRow("abcd|bc", "xabce", true)]
    [DataRow("禁|发布", "本文禁止轉載", true)]
    [DataRow("сверх", "СВЕРХУ", true)]
    public void A_stem_is_found_in_any_case_wherever_it_is(string stems, string text, bool isIn) =>
        Assert.AreEqual(isIn, new StemSearch(stems.Split('|')).IsIn(text));

    [TestMethod]
    public void Every_text_is_answered_as_looking_for_each_stem_in_turn_answers_it()
    {
        const string letters = "abé-A'";
        var chance = new Random(15);
        string Any(int least, int most) =>
            string.Concat(Enumerable.Range(0, chance.Next(least, most)).Select(_ => letters[chance.Next(letters.Length)]));
        var (found, not) = (0, 0);
        for (var round = 0; round < 500; round++)
        {
            var stems = Enumerable.Range(0, chance.Next(1, 8)).Select(_ => Any(1, 6)).ToList();
            var search = new StemSearch(stems);
            foreach (var text in Enumerable.Range(0, 10).Select(_ => Any(0, 14)))
            {
                var isIn = stems.Exists(stem => text.Contains(stem, StringComparison.OrdinalIgnoreCase));
                Assert.AreEqual(isIn, search.IsIn(text), $"{string.Join('|', stems)} in {text}");
                (found, not) = isIn ? (found + 1, not) : (found, not + 1);
            }
        }

        Assert.IsGreaterThan(500, found);
        Assert.IsGreaterThan(500, not);
    }
}
