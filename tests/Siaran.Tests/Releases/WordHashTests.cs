using System.Security.Cryptography;
using System.Text;
using Siaran.Releases;

namespace Siaran.Tests.Releases;

[TestClass]
public sealed class WordHashTests
{
    [TestMethod]
    public void It_is_sha_256_of_the_words_with_one_space_between_them_and_a_line_for_each_part()
    {
        Assert.AreEqual(Expected("satu dua tiga\nempat\n\n"), Of("  satu\t dua\r\n tiga ", "\nempat", " "));
        Assert.AreNotEqual(Of("satudua"), Of("satu dua"));
    }

    [TestMethod]
    [DataRow(509)]
    [DataRow(510)]
    [DataRow(511)]
    [DataRow(512)]
    public void Letters_of_several_bytes_count_whole_wherever_a_text_is_cut(int before)
    {
        var text = new string('a', before) + "é\uD83D\uDE00 " + new string('b', 1500);

        Assert.AreEqual(Expected(text + "\n"), Of(text));
        using var bytes = new WordHash();
        bytes.Append(Encoding.UTF8.GetBytes(text));
        bytes.EndPart();
        Assert.AreEqual(Expected(text + "\n"), bytes.Value());
    }

    [TestMethod]
    public void Half_a_letter_at_the_end_of_a_part_does_not_join_the_next() =>
        Assert.AreEqual(Expected("a\uFFFD\n\uFFFDb\n"), Of("a\uD83D", "\uDE00b"));

    private static string Of(params string[] parts)
    {
        using var hash = new WordHash();
        foreach (var part in parts)
        {
            hash.Append(part);
            hash.EndPart();
        }

        return hash.Value();
    }

    private static string Expected(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
