using System.Globalization;
using Siaran.Desk;
using Siaran.Releases;
using Siaran.Tests.Intake;

namespace Siaran.Tests.Desk;

/// <summary>A release that is opened for correction and sent as it is says what it said.</summary>
[TestClass]
public sealed class MarkdownTextTests
{
    private const int Bodies = 400;

    public static IEnumerable<object[]> Samples => SamplesTests.Samples;

    [TestMethod]
    public void A_body_of_anything_that_is_allowed_comes_back_as_it_was()
    {
        var wrong = Enumerable.Range(1, Bodies).Append(2167).Select(FaultOf).OfType<string>().Take(3).ToList();
        Assert.IsEmpty(wrong, string.Join("\n\n", wrong));
    }

    [TestMethod]
    [DynamicData(nameof(Samples))]
    public void A_sample_comes_back_as_it_was(string name)
    {
        var content = Uploads.Content(Uploads.Read(Uploads.Sample(name), name));
        var again = Read(TextOf(content), "siaran.md");
        Assert.AreEqual(content.BodyHtml, again.BodyHtml);
        Assert.AreEqual(content.SignedOff, again.SignedOff);
    }

    [TestMethod]
    [DataRow("<p>Luasnya 5 m<sup>2</sup>, H<sub>2</sub>O.</p>", "Luasnya 5 m<sup>2</sup>, H<sub>2</sub>O.")]
    [DataRow("<p><strong>Bupati</strong> <em>membuka</em> pasar.</p>", "**Bupati** *membuka* pasar.")]
    [DataRow("<ul><li>satu</li><li>dua<ol><li>a</li></ol></li></ul>", "- satu\n- dua\n  1. a")]
    [DataRow(
        "<table><tbody><tr><th>A</th><th>B</th></tr><tr><td>1<br>\n2</td><td>3</td></tr></tbody></table>",
        "| A | B |\n| --- | --- |\n| 1<br>2 | 3 |"
    )]
    [DataRow(
        "<table><tbody><tr><td colspan=\"2\">A</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>",
        "<table><tbody>\n<tr><td colspan=\"2\">A</td></tr>\n<tr><td>1</td><td>2</td></tr></tbody></table>"
    )]
    [DataRow(
        "<figure><img src=\"https://nusajaya.example/a.jpg\" alt=\"Pasar\"><figcaption>Pasar ikan</figcaption></figure>",
        "<figure><img src=\"https://nusajaya.example/a.jpg\" alt=\"Pasar\"><figcaption>Pasar ikan</figcaption></figure>"
    )]
    [DataRow("<p>Lihat www.nusajaya.example.</p>", @"Lihat www\.nusajaya.example.")]
    public void What_editors_read_is_simple_where_it_can_be(string body, string text) =>
        Assert.AreEqual(text, MarkdownText.Of(body, picture => picture));

    private static string? FaultOf(int seed)
    {
        var first = Read(new RandomBody(seed).Html(), "siaran.html");
        var text = TextOf(first);
        var again = Read(text, "siaran.md").BodyHtml;
        return again == first.BodyHtml
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Seed {seed}:\n{first.BodyHtml}\n--- became\n{again}\n--- by\n{text}");
    }

    /// <summary>As a draft holds it.</summary>
    private static string TextOf(ReleaseContent content)
    {
        var text = MarkdownText.Of(content.BodyHtml, picture => picture);
        return content.SignedOff ? text + "\n\n(*)" : text;
    }

    private static ReleaseContent Read(string text, string name) =>
        Uploads.Content($"---\ntitle: \"Pasar Ikan Dibuka\"\nplace: Teluk Jaya\nconfirmed: true\n---\n\n{text}\n", name);
}
