using System.Text;
using Siaran.Intake;
using Siaran.Intake.Attachments;

namespace Siaran.Tests.Intake.Attachments;

/// <summary>A document and the pictures of its folder, kept as one original.</summary>
[TestClass]
public sealed class FolderFormTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        "# Pasar Ikan Teluk Sekar Dibuka Kembali\n\nSekar – Pasar ikan dibuka kembali setelah dua bulan diperbaiki.\n\n![Pasar](gambar/Foto%20Pasar.jpg)\n\nPedagang menempati los baru.\n"
    );

    [TestMethod]
    public void The_same_files_give_the_same_bytes_and_come_out_as_they_went_in()
    {
        var picture = SomePictures.Photograph();

        var (form, again) = (Form(picture), Form(picture));

        Assert.IsTrue(form.Bytes.Span.SequenceEqual(again.Bytes.Span));
        Assert.AreEqual(form.ContentType, again.ContentType);
        var read = (IntakeResult.Accepted)IntakeReader.Read(form);
        Assert.IsTrue(read.Files.Single().Bytes.Span.SequenceEqual(picture));
        Assert.AreEqual("Pasar Ikan Teluk Sekar Dibuka Kembali", read.Submission.Content!.Headline);
        Assert.Contains("/files/", read.Submission.Content.BodyHtml);
        Assert.IsEmpty(read.MissingPictures);
        Assert.AreEqual("Foto Pasar.jpg", SeveralFiles.PicturesOf(form).Single().Name);
    }

    [TestMethod]
    public void What_is_not_a_form_has_no_pictures()
    {
        Assert.IsEmpty(SeveralFiles.PicturesOf(new UploadedDocument("rilis.md", "text/markdown", Text)));
        Assert.IsEmpty(SeveralFiles.PicturesOf(new UploadedDocument("rilis.form", SeveralFiles.MediaType, "--"u8.ToArray())));
    }

    [TestMethod]
    public void A_text_that_an_editor_wrote_like_a_form_has_no_pictures()
    {
        var form = Form(SomePictures.Photograph());

        Assert.IsEmpty(SeveralFiles.PicturesOf(form with { ContentType = "text/markdown" }));
    }

    [TestMethod]
    public void A_file_that_ends_in_half_of_a_line_end_keeps_it()
    {
        byte[] text = [.. Text, (byte)'\r'];
        byte[] picture = [.. SomePictures.Photograph(), (byte)'\r'];

        var form = SeveralFiles.Of(
            new UploadedDocument("rilis.md", "text/markdown", text),
            [new UploadedDocument("a.jpg", null, picture), new UploadedDocument("b.jpg", null, picture)]
        );

        Assert.IsTrue(SeveralFiles.PicturesOf(form).All(one => one.Bytes.Span.SequenceEqual(picture)));
        Assert.HasCount(2, SeveralFiles.PicturesOf(form));
    }

    [TestMethod]
    [DataRow("![Pasar](foto.jpg)", "foto.jpg")]
    [DataRow("![Pasar](./gambar/Foto%20Pasar.JPG)", "Foto Pasar.JPG")]
    [DataRow("<img src=\"foto.webp\" alt=\"Pasar\">", "foto.webp")]
    [DataRow("![Pasar](https://sekar.example/foto.jpg)", "")]
    [DataRow("![Pasar](/unggahan/foto.jpg)", "")]
    [DataRow("![Pasar](//sekar.example/foto.jpg)", "")]
    [DataRow("[Unduh](foto.jpg)", "")]
    [DataRow("![Pasar](grafik.svg)", "")]
    public void A_picture_is_missed_where_only_a_file_next_to_the_text_can_be_meant(string picture, string missed)
    {
        var text =
            $"# Pasar Ikan Teluk Sekar Dibuka Kembali\n\nPasar ikan dibuka kembali pekan ini.\n\n{picture}\n\nPedagang menempati los baru.\n";

        var read = IntakeReader.Read(new UploadedDocument("rilis.md", null, Encoding.UTF8.GetBytes(text)));

        Assert.AreEqual(missed, string.Join(',', read.MissingPictures));
        Assert.AreEqual(missed.Length > 0, read.Report.Findings.Any(finding => finding.Code == "pictures-missing"));
    }

    [TestMethod]
    public void The_picture_of_front_matter_is_missed_alike_and_not_where_the_text_was_published_elsewhere()
    {
        const string rest = "---\n\n# Pasar Ikan Teluk Sekar Dibuka Kembali\n\nPasar ikan dibuka kembali pekan ini.\n";
        var elsewhere = "---\nimage: foto.jpg\ncanonicalUrl: https://sekar.example/pasar\n" + rest;

        CollectionAssert.AreEqual(new[] { "foto.jpg" }, Read("---\nimage: foto.jpg\n" + rest).MissingPictures.ToArray());
        Assert.IsEmpty(Read(elsewhere).MissingPictures);
    }

    private static IntakeResult Read(string text) =>
        IntakeReader.Read(new UploadedDocument("rilis.md", null, Encoding.UTF8.GetBytes(text)));

    private static UploadedDocument Form(byte[] picture) =>
        SeveralFiles.Of(
            new UploadedDocument("bpbd/2026/rilis.md", "text/markdown", Text),
            [new UploadedDocument("bpbd/2026/Foto Pasar.jpg", null, picture)]
        );
}
