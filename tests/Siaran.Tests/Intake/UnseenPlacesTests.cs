using DocumentFormat.OpenXml.Packaging;
using Siaran.Intake;
using Siaran.Tests.Intake.Documents;
using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake;

/// <summary>Parts of documents that readers see, or editors only, and in which it is said that a release must wait.</summary>
[TestClass]
public sealed class UnseenPlacesTests
{
    private const string Page =
        "<!doctype html><html><head><title>Balai Benih Padi Dibuka</title>{style}</head><body>{above}<article><h1>Balai Benih Padi Dibuka</h1><p>Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian.</p><p>Bupati Rimbun berharap panen tahun depan naik sepersepuluh, sebab benih yang lama mudah terserang hama di musim hujan.</p></article></body></html>";

    [TestMethod]
    [DataRow("", "<form><input readonly value='EMBARGO sampai Kamis'></form>", false)]
    [DataRow("", "<form><input type='hidden' value='EMBARGO sampai Kamis'></form>", true)]
    [DataRow("", "<form><input type='search' value='benih padi'><input type='submit' value='Cari'></form>", true)]
    [DataRow("<style>h1:before { content: 'EMBARGO sampai Kamis' }</style>", "", false)]
    [DataRow("<style>.a{color:red} article::after{content:\"Jangan disiarkan sebelum Kamis\"}</style>", "", false)]
    [DataRow("<style>.status-draft::before{content:'Draft'} .x::after{content:'\\f101'}</style>", "", true)]
    public void A_page_is_asked_for_what_its_fields_and_styles_show(string style, string above, bool isPublic) =>
        AssertPublic(
            isPublic,
            Uploads.Read(
                Page.Replace("{style}", style, StringComparison.Ordinal).Replace("{above}", above, StringComparison.Ordinal),
                "a.html"
            )
        );

    [TestMethod]
    public void Hidden_words_are_read_together_however_a_program_parts_them()
    {
        var hidden = string.Concat(new[] { "EM", "BARGO sampai ", "Kamis" }.Select(text => R(text, "<w:vanish/>")));
        AssertPublic(false, Uploads.Read(Of(Whole + $"<w:p>{hidden}</w:p>"), "a.docx"));
        var spans = string.Concat(
            new[] { "EM", "BARGO sampai ", "Kamis" }.Select(text => $"<text:span text:style-name=\"Sembunyi\">{text}</text:span>")
        );
        AssertPublic(false, Uploads.Read(OpenDocumentTests.With($"<text:p>{spans}</text:p>"), "a.odt"));
        var result = Uploads.Read(
            Of(Whole + P("Catatan ") + $"<w:p>{R("lama ", "<w:vanish/>")}{R("sekali", "<w:vanish/>")}</w:p>"),
            "a.docx"
        );
        StringAssert.Contains(Uploads.Found(result, "left-out").English, "1 passages of hidden text (“lama sekali”)");
    }

    [TestMethod]
    [DataRow("<text:p><text:drop-down text:name=\"s\"><text:label text:value=\"Segera\"/>{0}</text:drop-down></text:p>")]
    [DataRow("<office:forms><x:form xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:form:1.0\">{1}</x:form></office:forms>")]
    [DataRow("<text:p><draw:frame><svg:title>Logo</svg:title><svg:desc>EMBARGO sampai Kamis</svg:desc></draw:frame></text:p>")]
    [DataRow("{2}<text:p><text:user-field-get text:name=\"n\"/></text:p>")]
    public void Fields_and_descriptions_of_an_open_document_hold_it(string part)
    {
        const string chosen = "<text:label text:current-selected=\"true\" text:value=\"EMBARGO\"/>";
        const string field = "<x:text x:current-value=\"EMBARGO sampai Kamis\"/>";
        const string value =
            "<text:user-field-decls><text:user-field-decl text:name=\"n\" office:string-value=\"EMBARGO sampai Kamis\"/></text:user-field-decls>";
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, part, chosen, field, value);
        AssertPublic(false, Uploads.Read(OpenDocumentTests.With(written), "a.odt"));
        var harmless = written
            .Replace("EMBARGO sampai Kamis", "Balai", StringComparison.Ordinal)
            .Replace("EMBARGO", "Umum", StringComparison.Ordinal);
        AssertPublic(true, Uploads.Read(OpenDocumentTests.With(harmless), "a.odt"));
    }

    [TestMethod]
    [DataRow("DRAF Rilis Balai Benih", false)]
    [DataRow("Balai Benih Padi Dibuka", true)]
    public void The_title_of_a_word_document_is_asked(string title, bool isPublic) =>
        AssertPublic(isPublic, Uploads.Read(Titled(title, Whole), "a.docx"));

    [TestMethod]
    public void Each_keyword_and_the_version_of_a_document_are_asked()
    {
        AssertPublic(false, Uploads.Read(With(document => document.PackageProperties.Keywords = "padi; embargo; benih"), "a.docx"));
        AssertPublic(false, Uploads.Read(With(document => document.PackageProperties.Version = "DRAF 3"), "a.docx"));
        AssertPublic(true, Uploads.Read(With(document => document.PackageProperties.Keywords = "padi; benih"), "a.docx"));
    }

    [TestMethod]
    public void Each_paragraph_of_a_comment_is_asked()
    {
        const string template =
            "<w:comment w:id=\"1\" w:author=\"x\"><w:p><w:r><w:t>Bu Rina bilang</w:t></w:r></w:p><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:comment>";
        foreach (var (words, isPublic) in new[] { ("EMBARGO", false), ("sudah baik", true) })
        {
            var comments = template.Replace("{1}", words, StringComparison.Ordinal);
            var text = P("---") + P("reading: final") + P("---") + Whole;
            AssertPublic(isPublic, Uploads.Read(Of(text, ("comments", comments)), "a.docx"));
        }
    }

    [TestMethod]
    [DataRow("<< /Type /Annot /Subtype /FreeText /Rect [60 700 300 720] /Contents (EMBARGO sampai Kamis) >>", "", "held-by-text")]
    [DataRow("<< /Type /Annot /Subtype /FreeText /Rect [60 700 300 720] /Contents <FEFF0044005200410046> >>", "", "held-by-text")]
    [DataRow("<< /Type /Annot /Subtype /Stamp /Rect [60 700 300 720] /Name /NotForPublicRelease >>", "", "held-by-text")]
    [DataRow("", "<< /Fields [<< /T (Catatan) /Kids [<< /FT /Tx /V (EMBARGO sampai Kamis) >>] >>] >>", "held-by-text")]
    [DataRow("<< /Type /Annot /Subtype /FreeText /Rect [60 700 300 720] /Contents (Tambahan data) >>", "", "left-out")]
    [DataRow("<< /Type /Annot /Subtype /Link /Rect [60 700 300 720] /Contents (EMBARGO sampai Kamis) >>", "", "guessed-from-pdf")]
    public void Notes_stamps_and_fields_on_pages_of_a_pdf_are_asked_and_reported(string note, string form, string code) =>
        Uploads.Found(Uploads.Read(Pdf(note, form), "a.pdf"), code);

    [TestMethod]
    public void What_is_below_the_signature_of_a_mail_is_asked()
    {
        const string mail =
            "From: Humas <humas@rimbun.example>\nTo: redaksi@koran.example\nSubject: Balai Benih Padi Dibuka untuk Petani\nContent-Type: text/plain; charset=utf-8\n\nPemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian di lokasi.\n\nBupati Rimbun berharap panen tahun depan naik sepersepuluh, sebab benih yang lama mudah terserang hama di musim hujan.\n\n-- \nHumas\n{0}\n";
        Assert.IsInstanceOfType<IntakeResult.Rejected>(
            Uploads.Read(mail.Replace("{0}", "EMBARGO sampai Kamis", StringComparison.Ordinal), "a.eml")
        );
        // What is below all mail of a sender says nothing of this one.
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(
            Uploads.Read(mail.Replace("{0}", "CONFIDENTIAL", StringComparison.Ordinal), "a.eml")
        );
    }

    private static byte[] With(Action<WordprocessingDocument> say)
    {
        using var stream = new MemoryStream();
        stream.Write(Of(Whole));
        using (var package = WordprocessingDocument.Open(stream, isEditable: true))
        {
            say(package);
        }

        return stream.ToArray();
    }

    private static byte[] Pdf(string note, string form)
    {
        var lines = new[]
        {
            "Balai Benih Padi Dibuka untuk Petani",
            "Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani.",
            "Bupati Rimbun berharap panen tahun depan naik sepersepuluh.",
        };
        var content = string.Concat(
            lines.Select((line, at) => $"BT /F1 {(at == 0 ? 18 : 11)} Tf 60 {760 - (40 * at)} Td ({line}) Tj ET\n")
        );
        string[] objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R {(form.Length > 0 ? $"/AcroForm {form}" : "")} >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> /Contents 4 0 R /Annots [{note}] >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
        ];
        return RawPdf.Of(objects);
    }

    private static void AssertPublic(bool isPublic, IntakeResult result) =>
        Assert.AreEqual(isPublic, result is IntakeResult.Accepted, result.Report.ToJson());
}
