using Siaran.Intake;
using Siaran.Releases;
using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake.Documents;

/// <summary>OpenDocument texts, such as LibreOffice writes.</summary>
[TestClass]
public sealed class OpenDocumentTests
{
    private const string Namespaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"";

    private const string Styles =
        "<style:style style:name=\"Tebal\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
        + "<style:style style:name=\"Miring\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>"
        + "<style:style style:name=\"Sembunyi\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
        + "<text:list-style style:name=\"Nomor\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/><text:list-level-style-number text:level=\"2\" style:num-format=\"a\"/></text:list-style>"
        + "<text:list-style style:name=\"Titik\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"/></text:list-style>";

    private const string Headline = "<text:h text:outline-level=\"1\">Pasar Ikan Teluk Sekar Dibuka Kembali</text:h>";

    private static readonly string Release =
        Headline
        + Paragraph("SEKAR – Pemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah diperbaiki selama tiga bulan.")
        + Paragraph("Bupati Sekar mengatakan bahwa pasar itu kini memiliki gudang dingin untuk nelayan kecil.");

    [TestMethod]
    public void A_release_is_read_by_the_same_rules_as_any_text()
    {
        var content = Content(Paragraph("SIARAN PERS") + Paragraph("Dinas Kelautan Sekar") + Release + Paragraph("(*)"));

        Assert.AreEqual("Pasar Ikan Teluk Sekar Dibuka Kembali", content.Headline);
        Assert.AreEqual("Siaran Pers", content.Label);
        Assert.AreEqual("Dinas Kelautan Sekar", content.Agency);
        Assert.AreEqual("Sekar", content.Place);
        Assert.IsTrue(content.SignedOff);
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("<text:p><draw:custom-shape><text:p>EMBARGO sampai Senin</text:p></draw:custom-shape></text:p>")]
    [DataRow("<draw:rect><text:p>EMBARGO sampai Senin</text:p></draw:rect>")]
    [DataRow("<draw:g><draw:rect><text:p>EMBARGO sampai Senin</text:p></draw:rect></draw:g>")]
    [DataRow("<text:section text:display=\"none\"><text:p>EMBARGO sampai Senin</text:p></text:section>")]
    public void Words_in_shapes_and_hidden_sections_hold_it(string part) =>
        Assert.IsNotInstanceOfType<IntakeResult.Accepted>(Uploads.Read(Of(Release + part), "siaran.odt"));

    [TestMethod]
    public void What_is_hidden_is_left_out_and_what_is_numbered_stays()
    {
        var body = Content(
            Release
                + "<text:section text:display=\"none\"><text:p>Catatan rapat.</text:p></text:section>"
                + "<text:p><text:hidden-paragraph text:is-hidden=\"true\"/>Nomor telepon.</text:p>"
                + "<table:table><table:table-row table:visibility=\"collapse\"><table:table-cell><text:p>Gaji</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Gudang</text:p></table:table-cell></table:table-row></table:table>"
                + "<text:numbered-paragraph><text:p>Pasar dibuka setiap hari.</text:p></text:numbered-paragraph>"
        ).BodyHtml;

        Assert.DoesNotContain("Catatan rapat", body);
        Assert.DoesNotContain("Nomor telepon", body);
        Assert.DoesNotContain("Gaji", body);
        Assert.Contains("Gudang", body);
        Assert.Contains("Pasar dibuka setiap hari.", body);
    }

    [TestMethod]
    public void Styles_links_and_spaces_are_kept()
    {
        var body = Content(
            Release
                + Paragraph(
                    "Gudang <text:span text:style-name=\"Tebal\">dingin</text:span><text:s text:c=\"2\"/>dan <text:span text:style-name=\"Miring\">es</text:span> di <text:a xlink:href=\"https://sekar.example/a\">pelabuhan</text:a>."
                )
        ).BodyHtml;

        Assert.Contains("Gudang <strong>dingin</strong> dan <em>es</em> di <a href=\"https://sekar.example/a\">pelabuhan</a>.", body);
    }

    [TestMethod]
    public void Lists_tables_and_footnotes_are_kept()
    {
        var body = Content(
            Release
                + $"<text:list text:style-name=\"Titik\"><text:list-item>{Paragraph("Satu.")}</text:list-item><text:list-item>{Paragraph("Dua.")}</text:list-item></text:list>"
                + $"<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\">{Paragraph("Hasil")}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell>{Paragraph("Tuna")}</table:table-cell><table:table-cell>{Paragraph("12")}</table:table-cell></table:table-row></table:table>"
                + Paragraph(
                    $"Anggaran naik<text:note text:note-class=\"footnote\"><text:note-citation>9</text:note-citation><text:note-body>{Paragraph("Data 2025.")}</text:note-body></text:note>."
                )
        ).BodyHtml;

        Assert.Contains("<ul><li>Satu.</li><li>Dua.</li></ul>", body);
        Assert.Contains("<table><tbody><tr><th colspan=\"2\">Hasil</th></tr><tr><td>Tuna</td><td>12</td></tr></tbody></table>", body);
        Assert.Contains("Anggaran naik<sup>1</sup>.", body);
        Assert.EndsWith("<ol><li>Data 2025.</li></ol>", body);
    }

    [TestMethod]
    public void What_is_hidden_or_drawn_is_left_out_and_reported()
    {
        var result = Uploads.Read(
            Of(
                Release
                    + Paragraph(
                        "<text:span text:style-name=\"Sembunyi\">Rahasia dapur</text:span>Nelayan senang.<draw:frame><draw:text-box><text:p>Kotak</text:p></draw:text-box></draw:frame><draw:frame><draw:image xlink:href=\"Pictures/a.png\"/><svg:desc>Kapal</svg:desc></draw:frame>"
                    )
            ),
            "siaran.odt"
        );

        var left = Uploads.Accepted(result).Report.Findings.Where(f => f.Code == "left-out").Select(f => f.English).ToList();
        foreach (var quote in new[] { "“Kotak”", "“Rahasia dapur”", "“Kapal”" })
        {
            Assert.IsTrue(left.Exists(f => f.Contains(quote, StringComparison.Ordinal)), quote);
        }

        Assert.Contains("<p>Nelayan senang.</p>", Uploads.Content(result).BodyHtml);
    }

    private static readonly string Changed =
        "<text:tracked-changes><text:changed-region text:id=\"a\"><text:deletion><text:p>dua</text:p></text:deletion></text:changed-region><text:changed-region text:id=\"b\"><text:insertion/></text:changed-region></text:tracked-changes>"
        + Release
        + Paragraph(
            "Biayanya <text:change text:change-id=\"a\"/><text:change-start text:change-id=\"b\"/>tiga<text:change-end text:change-id=\"b\"/> miliar rupiah."
        );

    [TestMethod]
    public void Changes_that_nobody_decided_on_are_refused_and_quoted()
    {
        var error = Uploads.Error(Uploads.Read(Of(Changed), "siaran.odt"));

        Assert.AreEqual("tracked-changes", error.Code);
        Assert.Contains("− “dua”, + “tiga”", error.English);
    }

    [TestMethod]
    public void A_comment_is_refused_and_quoted() =>
        Assert.Contains(
            "“Cek lagi”",
            Uploads
                .Error(
                    Uploads.Read(
                        Of(Release + Paragraph("Angka<office:annotation><text:p>Cek lagi</text:p></office:annotation>")),
                        "siaran.odt"
                    )
                )
                .English
        );

    [TestMethod]
    [DataRow("final", "Biayanya tiga miliar rupiah.")]
    [DataRow("original", "Biayanya dua miliar rupiah.")]
    public void Front_matter_or_a_property_says_which_reading_is_meant(string reading, string expected)
    {
        var matter = Paragraph("---") + Paragraph($"reading: {reading}") + Paragraph("---");

        Assert.AreEqual(expected, Uploads.Content(Uploads.Read(Of(matter + Changed), "siaran.odt")).Paragraphs[^1]);
        Assert.AreEqual(expected, Uploads.Content(Uploads.Read(Of(Changed, ("reading", reading)), "siaran.odt")).Paragraphs[^1]);
    }

    [TestMethod]
    public void An_embargo_in_a_property_or_the_text_holds_it()
    {
        Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read(Of(Release, ("embargo", "2029-12-01")), "siaran.odt")).Code);
        Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read(Of(Release, title: "EMBARGO: pasar ikan"), "siaran.odt")).Code);
        Assert.AreEqual(
            "held-by-text",
            Uploads.Error(Uploads.Read(Of(Paragraph("EMBARGO sampai 1 Desember 2029 pukul 10.00 WITA") + Release), "siaran.odt")).Code
        );
    }

    [TestMethod]
    public void Bombs_entities_and_broken_files_are_refused()
    {
        AssertRefused("too-complex", Zip(Mime, ("content.xml", Document(Paragraph(new string('a', 60_000_000))))));
        AssertRefused("too-complex", Zip(Mime, ("content.xml", Document(string.Concat(Enumerable.Repeat("<text:p/>", 1_000_000))))));
        AssertRefused(
            "too-complex",
            Zip(
                Mime,
                (
                    "content.xml",
                    Document(
                        string.Concat(Enumerable.Repeat("<text:section>", 20_000))
                            + string.Concat(Enumerable.Repeat("</text:section>", 20_000))
                    )
                )
            )
        );
        AssertRefused(
            "damaged",
            Zip(Mime, ("content.xml", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + Document(Paragraph("&a;"))))
        );
        var whole = Of(Release);
        AssertRefused("damaged", whole[..(whole.Length / 2)]);
    }

    private static void AssertRefused(string code, byte[] document)
    {
        var (result, allocated, took) = Measured.Run(() => Uploads.Read(document, "siaran.odt"));

        Assert.AreEqual(code, Uploads.Error(result).Code);
        Assert.IsLessThan(64L << 20, allocated, $"{allocated >> 20} MiB");
        Assert.IsLessThan(TimeSpan.FromSeconds(5), took);
    }

    private static ReleaseContent Content(string body) => Uploads.Content(Uploads.Read(Of(body), "siaran.odt"));

    private static string Paragraph(string inner) => $"<text:p>{inner}</text:p>";

    private static (string Name, string Content) Mime => ("mimetype", "application/vnd.oasis.opendocument.text");

    private static string Document(string body) =>
        $"<office:document-content {Namespaces}><office:automatic-styles>{Styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>";

    /// <summary>A release with a body of its own, and a picture in the archive.</summary>
    internal static byte[] WithPicture(string body, string name, byte[] picture) => WordDocuments.With(Of(Release + body), name, picture);

    /// <summary>A release with a body of its own.</summary>
    internal static byte[] With(string body) => Of(Release + body);

    private static byte[] Of(string body, (string Name, string Value)? property = null, string title = "") =>
        Zip(
            Mime,
            ("content.xml", Document(body)),
            (
                "meta.xml",
                $"<office:document-meta {Namespaces}><office:meta><title xmlns=\"http://purl.org/dc/elements/1.1/\">{title}</title>{(property is { } named ? $"<meta:user-defined meta:name=\"{named.Name}\">{named.Value}</meta:user-defined>" : "")}</office:meta></office:document-meta>"
            )
        );
}
