using System.Text;
using Siaran.Intake;
using Siaran.Tests.Intake.Attachments;
using Siaran.Tests.Intake.Documents;
using SkiaSharp;
using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake;

/// <summary>Files in and next to a document, of which one says that the release must wait.</summary>
[TestClass]
public sealed class EarlyFilesTests
{
    private const string Text =
        "Pasar Ikan Teluk Sekar Dibuka Kembali\n\nPemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah diperbaiki selama tiga bulan.\n\nBupati Sekar mengatakan bahwa pasar itu kini memiliki gudang dingin untuk nelayan kecil.\n";

    /// <summary>What makes a mail more than a letter that goes with a file.</summary>
    private const string Longer =
        "Kepala Dinas Perikanan menambahkan bahwa dua ratus pedagang sudah menempati lapak masing-masing sejak pagi. Harga ikan tongkol dan kerapu turun sedikit dibandingkan dengan pekan sebelumnya, sedangkan garam tetap. Warga berharap jalan menuju pasar ikut diperbaiki sebelum musim hujan tiba.";

    [TestMethod]
    public void A_pdf_or_a_picture_that_comes_with_a_text_holds_it()
    {
        var picture = SomePictures.Of(SKEncodedImageFormat.Png);
        AssertRefused(Form(("rilis.txt", Utf8(Text)), ("lampiran.pdf", PdfTests.Saying("EMBARGO sampai Senin", "Data pasar ikan"))));
        AssertRefused(Form(("rilis.docx", Of(Whole)), ("lampiran.pdf", PdfTests.Saying("Jangan disiarkan sebelum Senin", "Data"))));
        AssertRefused(Form(("rilis.txt", Utf8(Text)), ("EMBARGO data pasar.pdf", PdfTests.Saying("Data pasar ikan"))));
        AssertRefused(Form(("rilis.txt", Utf8(Text)), ("foto embargo.png", picture)));

        // What is enclosed may well be a draft of something else.
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(
            Read(Form(("rilis.txt", Utf8(Text)), ("Draf Peraturan Daerah.pdf", PdfTests.Saying("RANCANGAN", "Peraturan daerah"))))
        );
        Uploads.Accepted(Read(Form(("rilis.txt", Utf8(Text)), ("data.pdf", PdfTests.Saying("Data pasar")), ("foto.png", picture))));
    }

    [TestMethod]
    [DataRow("Content-Type: message/rfc822\n\nFrom: a@sekar.example\nSubject: Catatan\n\nEMBARGO sampai Senin\n")]
    [DataRow("Content-Type: message/rfc822\n\nFrom: a@sekar.example\nSubject: EMBARGO sampai Senin\n\nData pasar.\n")]
    [DataRow(
        "Content-Type: application/octet-stream; name=\"c.eml\"\nContent-Disposition: attachment\n\nFrom: a@sekar.example\n\nEMBARGO sampai Senin\n"
    )]
    [DataRow("Content-Type: text/html; name=\"data.html\"\nContent-Disposition: attachment\n\n<p>EMBARGO sampai Senin</p>\n")]
    [DataRow("Content-Type: text/plain\n\nJangan disiarkan sebelum Senin\n")]
    [DataRow("Content-Type: text/html\n\n<img alt=\"EMBARGO sampai Senin\" src=\"a.png\"><p>Data pasar.</p>\n")]
    public void Every_part_of_a_mail_holds_it(string part)
    {
        AssertRefused("rilis.eml", Mail(part));
        var plain = part.Replace("EMBARGO sampai Senin", "Data pasar", StringComparison.Ordinal)
            .Replace("Jangan disiarkan sebelum Senin", "Data pasar", StringComparison.Ordinal);
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(Uploads.Read(Mail(plain), "rilis.eml"));
    }

    [TestMethod]
    public void Files_of_a_mail_hold_it()
    {
        var pdf = Convert.ToBase64String(PdfTests.Saying("EMBARGO sampai Senin", "Data pasar ikan"));
        var word = Convert.ToBase64String(Of(P("EMBARGO sampai Senin") + Whole));
        AssertRefused(
            "rilis.eml",
            Mail(
                $"Content-Type: application/pdf; name=\"data.pdf\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n{pdf}\n"
            )
        );
        AssertRefused(
            "rilis.eml",
            Mail(
                $"Content-Type: application/octet-stream; name=\"data.docx\"\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\n{word}\n"
            )
        );
    }

    private static byte[] Mail(string part) =>
        Utf8(
            $"From: Humas <humas@sekar.example>\nTo: redaksi@koran.example\nSubject: Pasar Ikan Teluk Sekar Dibuka Kembali\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{Text}\n\n{Longer}\n--b\n{part}--b--\n"
        );

    private static UploadedDocument Form(params (string Name, byte[] Bytes)[] files)
    {
        var (first, others) = (files[0], files[1..]);
        return Siaran.Intake.Attachments.SeveralFiles.Of(
            new UploadedDocument(first.Name, null, first.Bytes),
            [.. others.Select(file => new UploadedDocument(file.Name, null, file.Bytes))]
        );
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static IntakeResult Read(UploadedDocument upload) => IntakeReader.Read(upload, Uploads.Options);

    private static void AssertRefused(UploadedDocument upload) => Assert.AreEqual("held-by-text", Uploads.Error(Read(upload)).Code);

    private static void AssertRefused(string name, byte[] document) =>
        Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read(document, name)).Code);
}
