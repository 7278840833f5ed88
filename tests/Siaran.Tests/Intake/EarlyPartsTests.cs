using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake;

/// <summary>Parts of Word documents and OpenDocument texts, next to their text, that say that the release must wait.</summary>
[TestClass]
public sealed class EarlyPartsTests
{
    private const string Office =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

    private const string Text =
        "Pasar Ikan Teluk Sekar Dibuka Kembali\n\nPemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah diperbaiki selama tiga bulan.\n\nBupati Sekar mengatakan bahwa pasar itu kini memiliki gudang dingin untuk nelayan kecil.\n";

    private const string Page =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [TestMethod]
    [DataRow("<w:p><w:r><w:t>Siaran Pers</w:t><w:tab/><w:t>{n}</w:t><w:tab/><w:t>Hal 1</w:t></w:r></w:p>")]
    [DataRow(
        "<w:p><w:r><w:t>Siaran Pers</w:t><w:ptab w:relativeTo=\"margin\" w:alignment=\"center\" w:leader=\"none\"/><w:t>{n}</w:t></w:r></w:p>"
    )]
    [DataRow("<w:p><w:r><w:t>Siaran Pers</w:t><w:br/><w:t>{n}</w:t><w:br/><w:t>Dinas Kelautan</w:t></w:r></w:p>")]
    [DataRow("<w:p><w:r><w:t xml:space=\"preserve\">{n} </w:t></w:r>{page}</w:p>")]
    [DataRow("<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Tanda\" descr=\"{n}\"/></wp:inline></w:drawing></w:r></w:p>")]
    public void Columns_lines_and_pictures_of_a_page_header_hold_a_word_document(string header)
    {
        foreach (var notice in (string[])["EMBARGO", "RAHASIA"])
        {
            var written = header.Replace("{n}", notice, StringComparison.Ordinal).Replace("{page}", Page, StringComparison.Ordinal);
            AssertRefused("siaran.docx", Of(Whole, ("header", written)));
        }

        var plain = header.Replace("{n}", "Dinas Kelautan", StringComparison.Ordinal).Replace("{page}", Page, StringComparison.Ordinal);
        Uploads.Accepted(Uploads.Read(Of(Whole, ("header", plain)), "siaran.docx"));
    }

    [TestMethod]
    public void Lines_of_boxes_and_columns_of_the_text_hold_a_word_document()
    {
        AssertRefused(
            "siaran.docx",
            Of(Box("<w:p><w:r><w:t>Siaran Pers</w:t><w:br/><w:t>EMBARGO</w:t><w:br/><w:t>Dinas</w:t></w:r></w:p>") + Whole)
        );
        AssertRefused("siaran.docx", Of("<w:p><w:r><w:t>Nomor 12</w:t><w:tab/><w:t>EMBARGO</w:t></w:r></w:p>" + Whole));
        AssertRefused(
            "siaran.docx",
            Of(
                "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
                    + P("EMBARGO sampai Senin")
                    + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                    + Whole
            )
        );
    }

    [TestMethod]
    [DataRow("<text:p>Siaran Pers<text:tab/>EMBARGO<text:tab/>Hal 1</text:p>")]
    [DataRow("<text:p>Siaran Pers<text:line-break/>EMBARGO</text:p>")]
    [DataRow("<text:h>EMBARGO sampai Senin</text:h>")]
    public void Columns_lines_and_headings_hold_an_opendocument_text(string line)
    {
        AssertRefused("siaran.odt", OpenDocument("", $"<style:header>{line}</style:header>"));
        AssertRefused("siaran.odt", OpenDocument($"<text:p><draw:frame><draw:text-box>{line}</draw:text-box></draw:frame></text:p>", ""));
        AssertRefused("siaran.odt", OpenDocument(line, ""));
    }

    private static byte[] OpenDocument(string body, string header) =>
        Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                $"<office:document-content {Office}><office:body><office:text>{body}{string.Concat(Text.Split("\n\n").Select(line => $"<text:p>{line}</text:p>"))}</office:text></office:body></office:document-content>"
            ),
            (
                "styles.xml",
                $"<office:document-styles {Office}><office:master-styles><style:master-page>{header}</style:master-page></office:master-styles></office:document-styles>"
            )
        );

    private static void AssertRefused(string name, byte[] document) =>
        Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read(document, name)).Code);
}
