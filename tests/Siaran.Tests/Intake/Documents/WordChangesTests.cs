using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake.Documents;

/// <summary>Tracked changes and comments are never applied without a word of the editor.</summary>
[TestClass]
public sealed class WordChangesTests
{
    private const string By = "w:id=\"1\" w:author=\"Ani\" w:date=\"2026-11-24T09:00:00Z\"";

    private static readonly string Changed =
        Whole
        + $"<w:p>{R("Biayanya ")}<w:del {By}><w:r><w:delText>dua</w:delText></w:r></w:del><w:ins {By}>{R("tiga")}</w:ins>{R(" miliar rupiah.")}</w:p>";

    [TestMethod]
    public void Changes_that_nobody_decided_on_are_refused_and_quoted()
    {
        var error = Uploads.Error(Uploads.Read(Of(Changed), "siaran.docx"));

        Assert.AreEqual("tracked-changes", error.Code);
        Assert.Contains("− “dua”, + “tiga”", error.Indonesian);
    }

    [TestMethod]
    public void Comments_are_refused_and_quoted()
    {
        var error = Uploads.Error(
            Uploads.Read(Of(Whole, ("comments", $"<w:comment {By}>{P("Cek lagi angkanya")}</w:comment>")), "siaran.docx")
        );

        Assert.AreEqual("tracked-changes", error.Code);
        Assert.Contains("“Cek lagi angkanya”", error.English);
        Assert.DoesNotContain("Ani", error.English);
    }

    [TestMethod]
    [DataRow("final", "Biayanya tiga miliar rupiah.")]
    [DataRow("original", "Biayanya dua miliar rupiah.")]
    public void Front_matter_says_which_reading_is_meant(string reading, string expected)
    {
        var result = Uploads.Read(Of(P("---") + P($"reading: {reading}") + P("---") + Changed), "siaran.docx");

        Assert.AreEqual(expected, Uploads.Content(result).Paragraphs[^1]);
        Uploads.Found(result, "changes-read");
    }

    [TestMethod]
    [DataRow("final", "Biayanya tiga miliar rupiah.")]
    [DataRow("original", "Biayanya dua miliar rupiah.")]
    public void A_property_of_the_document_says_it_too(string reading, string expected) =>
        Assert.AreEqual(expected, Uploads.Content(Uploads.Read(With(Changed, "reading", reading), "siaran.docx")).Paragraphs[^1]);

    [TestMethod]
    [DataRow("final", "Nelayan senang. Pedagang juga.")]
    [DataRow("original", "Nelayan senang.")]
    public void A_paragraph_s_end_may_be_tracked_too(string reading, string expected)
    {
        var body = Whole + $"<w:p><w:pPr><w:rPr><w:del {By}/></w:rPr></w:pPr>{R("Nelayan senang. ")}</w:p><w:p>{R("Pedagang juga.")}</w:p>";

        CollectionAssert.Contains(
            Uploads.Content(Uploads.Read(With(body, "reading", reading), "siaran.docx")).Paragraphs.ToList(),
            expected
        );
    }
}
