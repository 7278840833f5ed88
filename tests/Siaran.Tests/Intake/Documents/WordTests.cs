using Siaran.Intake;
using Siaran.Releases;
using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake.Documents;

/// <summary>Word documents as press offices write them.</summary>
[TestClass]
public sealed class WordTests
{
    public required TestContext TestContext { get; init; }

    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"Pasal %1\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
        + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num>";

    [TestMethod]
    public void A_release_is_read_by_the_same_rules_as_any_text()
    {
        var content = Content(
            P("SIARAN PERS") + P("Dinas Kelautan Sekar") + Heading(1, "Pasar Ikan Teluk Sekar Dibuka Kembali") + Rest + P("(*)")
        );

        Assert.AreEqual("Pasar Ikan Teluk Sekar Dibuka Kembali", content.Headline);
        Assert.AreEqual("Siaran Pers", content.Label);
        Assert.AreEqual("Dinas Kelautan Sekar", content.Agency);
        Assert.AreEqual("Sekar", content.Place);
        Assert.IsTrue(content.SignedOff);
        Assert.HasCount(2, content.Paragraphs);
        Assert.StartsWith("Pemerintah Kabupaten", content.Paragraphs[0]);
    }

    [TestMethod]
    [DataRow("<w:pStyle w:val=\"Heading2\"/>", "h2")]
    [DataRow("<w:pStyle w:val=\"JudulRilis\"/>", "h2")]
    [DataRow("<w:outlineLvl w:val=\"2\"/>", "h3")]
    [DataRow("<w:outlineLvl w:val=\"9\"/>", "p")]
    public void A_heading_is_told_by_its_style_or_outline_level(string properties, string element) =>
        Assert.Contains($"<{element}>Latar Belakang</{element}>", Content(Whole + P("Latar Belakang", properties) + Rest).BodyHtml);

    [TestMethod]
    public void Bold_and_italic_words_stay_so_whether_of_their_own_or_by_a_style()
    {
        var body = Content(
            Whole
                + $"<w:p>{R("Gudang ")}{R("dingin", "<w:b/>")}{R(" dan ")}{R("es", "<w:rStyle w:val=\"Kuat\"/>")}{R(" di ", "<w:b w:val=\"0\"/>")}{R("pelabuhan", "<w:i/>")}{R(" 20 m")}{R("2", "<w:vertAlign w:val=\"superscript\"/>")}{R(".")}</w:p>"
        ).BodyHtml;

        Assert.Contains("Gudang <strong>dingin</strong> dan <strong>es</strong> di <em>pelabuhan</em> 20 m<sup>2</sup>.", body);
    }

    [TestMethod]
    public void A_link_keeps_its_address_whether_an_element_or_a_field()
    {
        var body = Of(
            Whole
                + $"<w:p>{R("Lihat ")}<w:hyperlink r:id=\"link\">{R("laman dinas")}</w:hyperlink>{R(" dan ")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://sekar.example/b\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("jadwal")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{R(" kapal.")}</w:p>",
            ("link", "https://sekar.example/a")
        );

        Assert.Contains(
            "Lihat <a href=\"https://sekar.example/a\">laman dinas</a> dan <a href=\"https://sekar.example/b\">jadwal</a> kapal.",
            Content(body).BodyHtml
        );
    }

    [TestMethod]
    public void A_link_that_leads_nowhere_costs_only_itself()
    {
        var document = Replaced(
            Of(
                Whole + $"<w:p>{R("Tulis ke ")}<w:hyperlink r:id=\"link\">{R("kami")}</w:hyperlink>{R(".")}</w:p>",
                ("link", "https://sekar.example/a")
            ),
            "https://sekar.example/a",
            "mailto:humas@@sekar example"
        );

        var result = Uploads.Read(document, "siaran.docx");
        Assert.Contains("Tulis ke kami.", Uploads.Content(result).BodyHtml);
    }

    [TestMethod]
    public void Fifty_documents_of_three_pages_are_read_in_a_second_or_so()
    {
        var page = string.Concat(Enumerable.Repeat($"<w:p>{string.Concat(Enumerable.Repeat(R("Nelayan di pesisir "), 12))}</w:p>", 40));
        var document = Of(Whole + page, ("numbering", Numbering));
        Uploads.Read(document, "siaran.docx");

        var took = Enumerable
            .Range(0, 5)
            .Min(_ =>
                Measured.Run(() => Enumerable.Range(0, 50).Count(_ => Uploads.Read(document, "siaran.docx") is IntakeResult.Accepted)).Took
            );

        TestContext.WriteLine($"{document.Length} bytes, 50 documents in {took.TotalMilliseconds:F0} ms");
        Assert.IsLessThan(TimeSpan.FromSeconds(3), took);
    }

    [TestMethod]
    public void Lists_nest_and_bullets_are_no_numbers()
    {
        var body = Content(
            Of(Whole + Item(1, 0, "Satu.") + Item(1, 1, "Anak satu.") + Item(1, 0, "Dua.") + Item(2, 0, "Titik."), ("numbering", Numbering))
        ).BodyHtml;

        Assert.Contains("Satu.", body);
        Assert.Contains("<ul><li>Titik.</li></ul>", body);
        Assert.AreEqual(3, System.Text.RegularExpressions.Regex.Count(body, "<ol|<ul"));
    }

    [TestMethod]
    public void Words_in_a_number_are_kept_as_words() =>
        Assert.Contains(
            "<p>Pasal III Pasar dibuka.</p>",
            Content(Of(Whole + Item(4, 0, "Pasar dibuka."), ("numbering", Numbering))).BodyHtml
        );

    [TestMethod]
    public void A_table_keeps_its_cells_merged_as_they_were()
    {
        const string table =
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Jenis</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Ton</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>Tuna</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>13</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>15</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

        Assert.Contains(
            "<table><tbody><tr><th>Jenis</th><th colspan=\"2\">Ton</th></tr><tr><td rowspan=\"2\">Tuna</td><td>12</td><td>13</td></tr><tr><td>14</td><td>15</td></tr></tbody></table>",
            Content(Whole + table + Rest).BodyHtml
        );
    }

    [TestMethod]
    public void Footnotes_follow_the_text_numbered_by_their_marks()
    {
        var content = Content(
            Of(
                Whole
                    + $"<w:p>{R("Anggaran naik")}<w:r><w:footnoteReference w:id=\"7\"/></w:r>{R(" dan cukup")}<w:r><w:footnoteReference w:id=\"3\"/></w:r>{R(".")}</w:p>"
                    + P("(*)"),
                (
                    "footnotes",
                    $"<w:footnote w:id=\"3\">{P("Menurut Bappeda.")}</w:footnote><w:footnote w:id=\"7\">{P("Data 2025.")}</w:footnote>"
                )
            )
        );

        Assert.Contains("Anggaran naik<sup>1</sup> dan cukup<sup>2</sup>.", content.BodyHtml);
        Assert.EndsWith("<ol><li>Data 2025.</li><li>Menurut Bappeda.</li></ol>", content.BodyHtml);
        Assert.IsTrue(content.SignedOff);
    }

    [TestMethod]
    public void Headers_text_boxes_hidden_text_and_pictures_are_left_out_and_reported()
    {
        var result = Uploads.Read(
            Of(
                Whole
                    + $"<w:p>{R("Rahasia dapur", "<w:vanish/>")}{R("Nelayan senang.")}<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"Kapal di dermaga\"/></wp:inline></w:drawing></w:r></w:p>"
                    + Box(P("Kotak")),
                ("header", P("Dinas Kelautan | Halaman"))
            ),
            "siaran.docx"
        );

        var left = Uploads.Accepted(result).Report.Findings.Where(f => f.Code == "left-out").Select(f => f.English).ToList();
        Assert.HasCount(4, left);
        foreach (var quote in new[] { "“Dinas Kelautan | Halaman”", "“Kotak”", "“Rahasia dapur”", "“Kapal di dermaga”" })
        {
            Assert.IsTrue(left.Exists(f => f.Contains(quote, StringComparison.Ordinal)), quote);
        }

        var body = Uploads.Content(result).BodyHtml;
        Assert.Contains("<p>Nelayan senang.</p>", body);
        Assert.DoesNotContain("Rahasia", body);
        Assert.DoesNotContain("Kotak", body);
    }

    [TestMethod]
    public void A_document_that_says_most_in_text_boxes_is_held()
    {
        var box = string.Concat(Enumerable.Repeat(P("Naskah yang sesungguhnya ada di dalam kotak ini, kalimat demi kalimat."), 20));
        var result = Uploads.Read(Of(Whole + Box(box)), "siaran.docx");

        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result);
        Assert.AreEqual("mostly-text-boxes", result.Report.Findings[0].Code);
    }

    [TestMethod]
    public void Front_matter_at_the_top_is_read()
    {
        var submission = Uploads
            .Accepted(
                Uploads.Read(Of(P("---") + P("publishAt: 2029-12-01 10:00") + P("agency: Dinas Sekar") + P("---") + Whole), "siaran.docx")
            )
            .Submission;

        Assert.AreEqual(new DateTimeOffset(2029, 12, 1, 2, 0, 0, TimeSpan.Zero), submission.PublishAt);
        Assert.AreEqual("Dinas Sekar", submission.Content!.Agency);
        Assert.AreEqual("Pasar Ikan Teluk Sekar Dibuka Kembali", submission.Content.Headline);
        Assert.HasCount(2, submission.Content.Paragraphs);
    }

    [TestMethod]
    public void Front_matter_with_the_dash_that_Word_makes_of_it_is_refused() =>
        Assert.IsInstanceOfType<IntakeResult.Rejected>(
            Uploads.Read(Of(P("—") + P("publishAt: 2029-12-01") + P("—") + Whole), "siaran.docx")
        );

    [TestMethod]
    [DataRow("body")]
    [DataRow("header")]
    [DataRow("box")]
    [DataRow("hidden")]
    [DataRow("property")]
    [DataRow("title")]
    [DataRow("footnote")]
    [DataRow("watermark")]
    [DataRow("headerBehindMany")]
    [DataRow("alternative")]
    [DataRow("table")]
    public void An_embargo_is_found_wherever_it_stands(string place)
    {
        const string notice = "EMBARGO sampai 1 Desember 2029 pukul 10.00 WITA";
        var document = place switch
        {
            "body" => Of(P(notice) + Whole),
            "header" => Of(Whole, ("header", P(notice))),
            "watermark" => Of(
                Whole,
                ("header", "<w:p><w:r><w:pict><v:shape><v:textpath string=\"DRAFT\"/></v:shape></w:pict></w:r></w:p>")
            ),
            "headerBehindMany" => Of(
                Whole,
                [
                    .. Enumerable.Range(1, 60).Select(at => ("header", P($"Dinas Kelautan {at}"))),
                    ("header", P(notice)),
                    ("header", P("Sekar")),
                ]
            ),
            "alternative" => WithPicture(
                Whole + Picture.Replace("descr=\"\"", $"descr=\"{notice}\"", StringComparison.Ordinal),
                Attachments.SomePictures.Of(SkiaSharp.SKEncodedImageFormat.Png, 40, 30)
            ),
            "table" => Of(
                Table([
                    [P("Pemerintah Kabupaten Sekar"), P(notice)],
                ]) + Whole
            ),
            "box" => Of(Whole + Box(P(notice))),
            "hidden" => Of($"<w:p>{R(notice, "<w:vanish/>")}</w:p>" + Whole),
            "title" => Titled(notice, Whole),
            "footnote" => Of(
                Whole + $"<w:p>{R("Anggaran naik.")}<w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>",
                ("footnotes", $"<w:footnote w:id=\"7\">{P(notice)}</w:footnote>")
            ),
            _ => With(Whole, "embargo", "2029-12-01"),
        };

        Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read(document, "siaran.docx")).Code);
    }

    [TestMethod]
    [DataRow("PEMERINTAH KABUPATEN SEKAR|DINAS KELAUTAN SEKAR|Jalan Bahari Nomor 3 Sekar 83001", "")]
    [DataRow("PEMERINTAH KABUPATEN SEKAR|DINAS KELAUTAN SEKAR|Telepon: (0370) 123456", "SIARAN PERS")]
    [DataRow("DINAS KELAUTAN SEKAR", "Siaran Pers")]
    public void A_table_above_the_headline_is_a_letterhead(string names, string right)
    {
        var emblem = Attachments.SomePictures.Of(SkiaSharp.SKEncodedImageFormat.Png, 40, 30);
        var cells = new[] { Picture, string.Concat(names.Split('|').Select(name => P(name))), P(right) };
        var document = WithPicture(Table([cells]) + P("Pasar Ikan Teluk Sekar Dibuka Kembali") + Rest, emblem);

        var accepted = Uploads.Accepted(Uploads.Read(document, "siaran.docx"));

        var content = accepted.Submission.Content!;
        Assert.AreEqual("Pasar Ikan Teluk Sekar Dibuka Kembali", content.Headline);
        Assert.AreEqual("DINAS KELAUTAN SEKAR", content.Agency);
        Assert.AreEqual(right.Length == 0 ? null : "Siaran Pers", content.Label);
        Assert.HasCount(2, content.Paragraphs);
        Assert.IsNull(content.Image);
        Assert.IsEmpty(accepted.Files);
    }

    [TestMethod]
    public void Particulars_in_a_table_above_the_headline_are_no_text()
    {
        var rows = new[] { new[] { P("Nomor"), P(": 12/HMS/2026") }, [P("Tanggal:"), P("24 November 2026")] };
        var content = Content(P("SIARAN PERS") + Table(rows) + P("Pasar Ikan Teluk Sekar Dibuka Kembali") + Rest);

        Assert.AreEqual(("Siaran Pers", "Pasar Ikan Teluk Sekar Dibuka Kembali"), (content.Label, content.Headline));
        Assert.HasCount(2, content.Paragraphs);
        Assert.DoesNotContain("HMS", content.BodyHtml);
    }

    [TestMethod]
    public void A_table_below_the_headline_stays_one() =>
        Assert.Contains(
            "<td>Dinas Kelautan Sekar</td>",
            Content(
                Heading(1, "Pasar Ikan Teluk Sekar Dibuka Kembali")
                    + Table([
                        [P("Dinas Kelautan Sekar"), P("20 persen")],
                    ])
                    + Rest
            ).BodyHtml
        );

    private const string Picture =
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"a\" descr=\"\"/><a:graphic><a:graphicData><a:blip r:embed=\"picture\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    private static string Table(string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static ReleaseContent Content(string body) => Content(Of(body));

    private static ReleaseContent Content(byte[] document) => Uploads.Content(Uploads.Read(document, "siaran.docx"));
}
