using Siaran.Intake;
using Siaran.Tests.Intake.Attachments;
using Siaran.Tests.Intake.Documents;
using SkiaSharp;
using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake;

/// <summary>Words that a document shows in other ways than as plain text: they are kept, or it is said that they are left out.</summary>
[TestClass]
public sealed class KeptWordsTests
{
    private const string Long =
        "<p>Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian.</p>";

    [TestMethod]
    [DataRow("<ul>Yang hadir:<li>Bupati</li></ul>", "Yang hadir:", "Bupati")]
    [DataRow("<ol><li>Camat</li>Lurah</ol>", "Camat", "Lurah")]
    [DataRow("<p>Ada <select><option>dua</option><option selected>tiga</option></select> desa.</p>", "Ada tiga desa.")]
    [DataRow("<p>Luas <input value='4 hektare'> di tepi kota.</p>", "Luas 4 hektare di tepi kota.")]
    public void Text_of_lists_and_fields_is_kept(string part, params string[] paragraphs)
    {
        var content = Uploads.Content(
            Uploads.Read($"<body><article><h1>Balai Benih Dibuka</h1>{Long}{part}{Long}</article></body>", "a.html")
        );

        CollectionAssert.IsSubsetOf(paragraphs, content.Paragraphs.ToList());
    }

    [TestMethod]
    [DataRow("<table><tr><td>a</td><td>b</td></tr><tr hidden><td>lama</td><td>usang</td></tr></table>", "furniture-dropped", "lama")]
    [DataRow("<aside><p>Luasnya empat are.</p></aside>", "furniture-dropped", "Luasnya empat are.")]
    [DataRow("<p><label>Nama</label> balai.</p>", "furniture-dropped", "Nama")]
    [DataRow("<p>Acara dibuka <jabatan lengkap> kabupaten.</p>", "markup-dropped", "jabatan")]
    public void What_is_left_out_of_a_fragment_is_reported(string part, string code, string words) =>
        StringAssert.Contains(Uploads.Found(Uploads.Read($"<h1>Balai Benih Dibuka</h1>{Long}{part}{Long}", "a.html"), code).English, words);

    [TestMethod]
    public void Words_that_programs_show_of_a_word_document_are_kept()
    {
        const string chosen =
            "<w:p><w:r><w:t xml:space=\"preserve\">Desa: </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Hulu\"/><w:listEntry w:val=\"Hilir\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var content = Uploads.Content(
            Uploads.Read(
                Of(
                    Whole
                        + chosen
                        + Item(1, 0, "Balai dibuka.")
                        + Item(2, 0, "membuka balai.")
                        + $"<w:p>{R("bmkg datang.", "<w:caps/>")}</w:p>"
                        + $"<w:p>{R("Bupati Rimbun hadir.", "<w:caps/>")}</w:p>",
                    ("numbering", Numbering)
                ),
                "a.docx"
            )
        );

        CollectionAssert.IsSubsetOf(
            new[] { "Desa: Hilir", "Bag. 1 Balai dibuka.", "Kedua, membuka balai.", "BMKG DATANG.", "Bupati Rimbun hadir." },
            content.Paragraphs.ToList()
        );
    }

    [TestMethod]
    public void A_note_that_nothing_refers_to_is_reported_and_asked()
    {
        StringAssert.Contains(Uploads.Found(Read("Catatan lama."), "left-out").English, "Catatan lama.");
        Assert.AreEqual("held-by-text", Uploads.Error(Read("EMBARGO sampai Kamis")).Code);

        static IntakeResult Read(string note) =>
            Uploads.Read(Of(Whole, ("footnotes", $"<w:footnote w:id=\"2\">{P(note)}</w:footnote>")), "a.docx");
    }

    [TestMethod]
    public void A_heading_in_a_note_and_a_bibliography_are_kept()
    {
        const string note =
            "<text:p>Luas balai<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:h>Data dinas</text:h></text:note-body></text:note></text:p>";
        const string sources = "<text:bibliography><text:index-body><text:p>Buku Benih</text:p></text:index-body></text:bibliography>";
        var content = Uploads.Content(Uploads.Read(OpenDocumentTests.With(note + sources), "a.odt"));

        CollectionAssert.IsSubsetOf(new[] { "Data dinas", "Buku Benih" }, content.Paragraphs.ToList());
    }

    [TestMethod]
    public void A_call_that_a_person_says_is_kept() =>
        Assert.AreEqual(
            "“Kunjungi kami di lapangan desa akhir pekan ini,” ajak camat kepada warga.",
            Uploads
                .Content(
                    "Balai Benih Dibuka\n\nPemerintah Kabupaten Rimbun membuka balai benih padi.\n\n“Kunjungi kami di lapangan desa akhir pekan ini,” ajak camat kepada warga.\n"
                )
                .Paragraphs[^1]
        );

    [TestMethod]
    public void A_picture_that_a_mail_shows_within_its_text_stands_there()
    {
        var picture = Convert.ToBase64String(SomePictures.Of(SKEncodedImageFormat.Png));
        var mail =
            "From: Humas <humas@rimbun.example>\nTo: redaksi@koran.example\nSubject: Balai Benih Padi Dibuka untuk Petani\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n"
            + $"{Long}<p><img src=\"cid:foto@rimbun\" alt=\"Balai benih\"></p>{Long}\n--b\nContent-Type: image/png\nContent-ID: <foto@rimbun>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\n{picture}\n--b--\n";
        var read = (IntakeResult.Doubtful)Uploads.Read(mail, "a.eml");

        StringAssert.Contains(read.Submission.Content!.BodyHtml, "alt=\"Balai benih\"");
        Assert.HasCount(1, read.Submission.Content.Attachments!);
    }

    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Bag. %1\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"none\"/><w:lvlText w:val=\"Kedua, \"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>";
}
