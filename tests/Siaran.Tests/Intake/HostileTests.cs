using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class HostileTests
{
    private const int Most = (4 * 1024 * 1024) - 64;

    [TestMethod]
    [DataRow("siaran.html", "<div>")]
    [DataRow("siaran.html", "<p>a")]
    [DataRow("siaran.html", "<b a=1><p>")]
    [DataRow("siaran.html", "<a><b><font><p></a>")]
    [DataRow("siaran.html", "<table><tr><td>")]
    [DataRow("siaran.html", "&")]
    [DataRow("siaran.html", "<")]
    [DataRow("siaran.md", "> ")]
    [DataRow("siaran.md", "[")]
    [DataRow("siaran.md", "![a](")]
    [DataRow("siaran.md", "*a ")]
    [DataRow("siaran.md", "a: b\n---\n")]
    [DataRow("siaran.md", "# a\n")]
    [DataRow("siaran.md", "a|b\n")]
    [DataRow("siaran.txt", "a\n")]
    public void Four_megabytes_of_structure_are_too_complex(string name, string unit) =>
        Assert.AreEqual("too-complex", Uploads.Error(Uploads.Read("Pasar Ikan Dibuka\n\n" + Repeat(unit, Most), name)).Code);

    [TestMethod]
    [DataRow("siaran.txt", "a")]
    [DataRow("siaran.txt", ", ")]
    [DataRow("siaran.txt", "“‘")]
    [DataRow("siaran.txt", "9")]
    [DataRow("siaran.txt", "(")]
    [DataRow("siaran.txt", "1 Januari ")]
    [DataRow("siaran.txt", "A – ")]
    [DataRow("siaran.md", "kata, ")]
    public void Four_megabytes_in_one_line_are_one_paragraph(string name, string unit)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka\n\n{Repeat(unit, Most)}", name);

        Assert.HasCount(1, content.Paragraphs);
        Assert.IsGreaterThan(Most / 8, content.Paragraphs[0].Length);
    }

    [TestMethod]
    public void Escapes_and_breaks_make_no_body_that_cannot_be_read_again()
    {
        var escaped = Uploads.Content("Pasar Ikan Dibuka\n\n" + Repeat("<&", 1_000_000));
        var broken = Uploads.Content($"<h1>Pasar Ikan Dibuka</h1><p>{Repeat("<b>", 450)}{Repeat("a<br><br>", 81_000)}", "siaran.html");

        Assert.AreEqual(escaped.Paragraphs[0], BodyParagraphs.Of(escaped.BodyHtml).Single());
        Assert.IsLessThan(4_000_000, broken.BodyHtml.Length);
        Assert.AreEqual(broken.Paragraphs.Count, BodyParagraphs.Of(broken.BodyHtml).Count);
    }

    [TestMethod]
    [DataRow(190, true)]
    [DataRow(210, false)]
    [DataRow(5_000, false)]
    public void Nesting_has_a_limit(int depth, bool taken)
    {
        var result = Uploads.Read($"<h1>Pasar Ikan Dibuka</h1>{Repeat("<div>", depth * "<div>".Length)}{Uploads.Body}", "siaran.html");

        Assert.AreEqual(taken, result is IntakeResult.Accepted);
    }

    [TestMethod]
    [DataRow("a: b\n", 6_000)]
    [DataRow("a: b\n", 600_000)]
    [DataRow("tags: [a, ", 1)]
    [DataRow("a: [[[[[[[[[[", 1)]
    [DataRow("a: {{{{{{{{{{", 1)]
    [DataRow("? ? ? ? ? ?", 100)]
    [DataRow("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1)]
    [DataRow("- - - - - -", 100)]
    [DataRow("a: !x ", 1)]
    [DataRow("<<: *a", 1)]
    [DataRow("%YAML 9.9\n", 1)]
    public void Hostile_front_matter_is_refused(string unit, int times)
    {
        var result = Uploads.Read($"---\nid: a\n{string.Concat(Enumerable.Repeat(unit, times))}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}");

        Assert.StartsWith("front-matter-", Uploads.Error(result).Code);
    }

    [TestMethod]
    public void A_report_never_repeats_more_than_a_little_of_a_hostile_value()
    {
        var report = Uploads
            .Read(
                $"---\n{Repeat("k", 900)}: x\npublishAt: {Repeat("9", 20_000)}\n---\n{Repeat("<a href='x:y'>z</a>", 100_000)}",
                "siaran.html"
            )
            .Report;

        Assert.IsLessThan(100_000, Encoding.UTF8.GetByteCount(report.ToJson()));
    }

    private static string Repeat(string unit, int length) =>
        string.Concat(Enumerable.Repeat(unit, length / Encoding.UTF8.GetByteCount(unit)));
}
