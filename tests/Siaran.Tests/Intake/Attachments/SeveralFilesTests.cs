using System.Text;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Tests.Intake.Documents;
using SkiaSharp;

namespace Siaran.Tests.Intake.Attachments;

/// <summary>Uploads of a document and what belongs to it.</summary>
[TestClass]
public sealed class SeveralFilesTests
{
    private const string Boundary = "batas-7d1";

    private const string Text =
        "# Pasar Ikan Teluk Sekar Dibuka Kembali\n\nPemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah diperbaiki.\n\n![Bupati membuka pasar](foto.jpg)\n\nBupati Sekar mengatakan bahwa pasar itu kini memiliki gudang dingin.\n";

    [TestMethod]
    public void A_picture_that_the_text_names_stands_where_it_is_named()
    {
        var content = Content(Form(("rilis.md", Utf8(Text)), ("foto.jpg", SomePictures.Photograph())));

        var picture = content.Attachments!.Single();
        Assert.AreEqual("image/jpeg", picture.MediaType);
        Assert.AreEqual("Bupati membuka pasar", picture.Alt);
        Assert.Contains($"/releases/-/files/{picture.Name}\" alt=\"Bupati membuka pasar\"", content.BodyHtml);
        Assert.EndsWith($"/releases/-/files/{picture.Name}", content.Image!.Url.AbsoluteUri);
    }

    [TestMethod]
    public void A_pdf_goes_along_with_a_text_and_is_the_release_where_it_is_the_only_document()
    {
        var pdf = PdfTests.Release();

        var content = Content(Form(("lampiran.pdf", pdf), ("rilis.md", Utf8(Text))));
        Assert.AreEqual("application/pdf", content.Attachments!.Single().MediaType);
        Assert.AreEqual("lampiran.pdf", content.Attachments!.Single().FileName);

        Assert.IsInstanceOfType<IntakeResult.Doubtful>(
            Read(Form(("rilis.pdf", pdf), ("foto.png", SomePictures.Of(SKEncodedImageFormat.Png))))
        );
    }

    [TestMethod]
    public void A_file_that_comes_twice_is_one_attachment()
    {
        var picture = SomePictures.Of(SKEncodedImageFormat.Png);

        Assert.HasCount(1, Content(Form(("rilis.md", Utf8(Text)), ("a.png", picture), ("b.png", picture))).Attachments!);
    }

    [TestMethod]
    public void Two_texts_none_or_a_file_of_another_kind_are_refused_by_name()
    {
        var picture = SomePictures.Of(SKEncodedImageFormat.Png);

        AssertRefused("not-one-document", Form(("a.md", Utf8(Text)), ("b.md", Utf8(Text))));
        AssertRefused("not-one-document", Form(("a.png", picture)));
        AssertRefused("picture-damaged", Form(("a.md", Utf8(Text)), ("b.png", picture[..50])));
        AssertRefused("picture-too-large", Form(("a.md", Utf8(Text)), ("b.png", SomePictures.Bomb(60_000, 60_000))));
        AssertRefused("not-one-document", Upload(Utf8("--other\r\nno form at all"), "multipart/form-data"));
    }

    [TestMethod]
    public void What_a_text_names_elsewhere_stays_there()
    {
        var text = Text.Replace("(foto.jpg)", "(https://sekar.example/foto.jpg)", StringComparison.Ordinal);

        var content = Content(Form(("rilis.md", Utf8(text)), ("foto.jpg", SomePictures.Photograph())));

        Assert.Contains("https://sekar.example/foto.jpg", content.BodyHtml);
    }

    [TestMethod]
    public void A_picture_in_a_word_document_stands_in_the_text_with_what_it_shows()
    {
        var drawing =
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Foto\" descr=\"Gudang dingin di pasar\"/><a:graphic><a:graphicData uri=\"p\"><a:blip r:embed=\"picture\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        var word = WordDocuments.WithPicture(WordDocuments.Whole + drawing, SomePictures.Of(SKEncodedImageFormat.Png));

        var content = Content(new UploadedDocument("rilis.docx", null, word));

        var picture = content.Attachments!.Single();
        Assert.AreEqual("Gudang dingin di pasar", picture.Alt);
        Assert.Contains($"/releases/-/files/{picture.Name}\" alt=\"Gudang dingin di pasar\"", content.BodyHtml);
    }

    [TestMethod]
    public void A_picture_in_an_open_document_stands_in_the_text_with_what_it_shows()
    {
        const string frame =
            "<text:p><draw:frame><draw:image xlink:href=\"Pictures/foto.png\"/><svg:desc>Gudang dingin di pasar</svg:desc></draw:frame></text:p>";
        var document = OpenDocumentTests.WithPicture(frame, "Pictures/foto.png", SomePictures.Of(SKEncodedImageFormat.Png));

        var content = Content(new UploadedDocument("rilis.odt", null, document));

        var picture = content.Attachments!.Single();
        Assert.AreEqual("Gudang dingin di pasar", picture.Alt);
        Assert.Contains($"/releases/-/files/{picture.Name}\" alt=\"Gudang dingin di pasar\"", content.BodyHtml);
    }

    [TestMethod]
    public void A_field_of_a_form_that_nobody_reads_is_refused_by_name_unless_it_is_empty()
    {
        var form = Encoding.Latin1.GetString(Form(("rilis.md", Utf8(Text))).Bytes.Span);

        UploadedDocument With(string value) =>
            Upload(
                Encoding.Latin1.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"publishAt\"\r\n\r\n{value}\r\n{form}"),
                $"multipart/form-data; boundary={Boundary}"
            );

        var refused = Uploads.Error(Read(With("2031-03-03T10:00")));
        Assert.AreEqual("form-field", refused.Code);
        Assert.Contains("publishAt", refused.English);
        Assert.IsInstanceOfType<IntakeResult.Accepted>(Read(With(" ")));
    }

    [TestMethod]
    public void A_release_without_attachments_is_stored_and_compared_as_before()
    {
        var content = Content(new UploadedDocument("rilis.md", null, Utf8(Text)));

        Assert.IsNull(content.Attachments);
        Assert.DoesNotContain("ttachments", System.Text.Json.JsonSerializer.Serialize(content));
    }

    internal static UploadedDocument Form(params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MemoryStream();
        foreach (var (name, bytes) in files)
        {
            form.Write(Utf8($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"));
            form.Write(bytes);
            form.Write("\r\n"u8);
        }

        form.Write(Utf8($"--{Boundary}--\r\n"));
        return Upload(form.ToArray(), $"multipart/form-data; boundary={Boundary}");
    }

    private static UploadedDocument Upload(byte[] bytes, string contentType) => new("http/rilis.form", contentType, bytes);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static IntakeResult Read(UploadedDocument upload) => IntakeReader.Read(upload);

    private static ReleaseContent Content(UploadedDocument upload)
    {
        var result = Read(upload);
        var accepted = Assert.IsInstanceOfType<IntakeResult.Accepted>(result, result.Report.ToJson());
        Assert.AreEqual(accepted.Submission.Content!.Attachments?.Count ?? 0, accepted.Files.Count);
        return accepted.Submission.Content!;
    }

    private static void AssertRefused(string code, UploadedDocument upload)
    {
        var result = Read(upload);
        Assert.IsInstanceOfType<IntakeResult.Rejected>(result);
        Assert.Contains(code, result.Report.Findings.Select(finding => finding.Code), result.Report.ToJson());
    }
}
