namespace Siaran.Tests.Intake;

[TestClass]
public sealed class ForeignDocumentTests
{
    private const string Mail =
        "From: Humas Teluk <humas@teluk.example>\nTo: redaksi@media.example\nDate: Tue, 24 Nov 2026 09:12:44 +0800\nSubject: Siaran Pers\nMIME-Version: 1.0\n\nPasar Ikan Dibuka Kembali\n\nPemerintah membuka pasar ikan.\n";

    private const string Forwarded =
        "---------- Forwarded message ---------\nDari: Humas Teluk <humas@teluk.example>\nDate: Sel, 24 Nov 2026 09.12\nSubject: Siaran Pers\nTo: <redaksi@media.example>\n\nPasar Ikan Dibuka Kembali\n\nPemerintah membuka pasar ikan.\n";

    private const string Export =
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:wp=\"https://wordpress.org/export/1.2/\"><channel><item><title>Rahasia</title><wp:status>draft</wp:status></item></channel></rss>";

    [TestMethod]
    [DataRow(Mail, null)]
    [DataRow(Mail, "text/plain")]
    [DataRow(Forwarded, "text/plain")]
    [DataRow(Export, "text/plain")]
    [DataRow(Export, "text/html")]
    [DataRow(Export, "application/xml")]
    [DataRow(Export, "application/rss+xml")]
    [DataRow("judul,isi,status\n\"Pasar\",\"Pasar ikan dibuka, kembali.\",draft\n", "text/csv")]
    [DataRow("judul;isi;status\nPasar;Pasar ikan dibuka kembali.;draft\n", "text/plain")]
    [DataRow("BEGIN:VCALENDAR\nVERSION:2.0\nSUMMARY:Rapat\nEND:VCALENDAR\n", "text/plain")]
    [DataRow("{\"judul\": \"Pasar\", \"isi\": \"Pasar ikan dibuka.\"}", "text/plain")]
    [DataRow("Pasar Ikan Dibuka\n\nPemerintah membuka pasar ikan.", "application/json")]
    [DataRow("Pasar Ikan Dibuka\n\nPemerintah membuka pasar ikan.", "text/x-unknown")]
    public void What_is_no_release_is_refused_by_name(string text, string? type)
    {
        var result = Uploads.Read(text, "siaran", type);
        Assert.AreEqual("unsupported-format", Uploads.Error(result).Code);
        Assert.DoesNotContain("@", result.Report.ToJson());
    }

    [TestMethod]
    [DataRow("siaran.ics")]
    [DataRow("siaran.log")]
    [DataRow("siaran.yaml")]
    [DataRow("folder/desktop.ini")]
    [DataRow("folder/.DS_Store")]
    [DataRow("folder/~$aran.txt")]
    [DataRow("folder/._siaran.txt")]
    public void A_name_that_is_none_of_a_release_is_refused(string name) =>
        Assert.AreEqual(
            "unsupported-format",
            Uploads.Error(Uploads.Read("Pasar Ikan Dibuka\n\nPemerintah membuka pasar ikan.", name)).Code
        );

    [TestMethod]
    [DataRow("folder/.siaran.txt", null)]
    [DataRow("siaran", null)]
    [DataRow("siaran 24.11.2026", null)]
    [DataRow("siaran", "application/octet-stream")]
    [DataRow("siaran.TXT", "text/plain; charset=utf-8")]
    [DataRow("No. 7 Pasar Ikan", null)]
    public void A_name_without_an_extension_is_taken_as_its_text_looks(string name, string? type) =>
        Uploads.Accepted(Uploads.Read("Pasar Ikan Dibuka\n\nPemerintah membuka pasar ikan, gudang, dan dermaga.", name, type));

    [TestMethod]
    public void A_letter_that_names_its_sender_without_an_address_is_no_mail() =>
        Uploads.Accepted(
            Uploads.Read("Siaran Pers\n\nPasar Ikan Dibuka\n\nPemerintah membuka pasar ikan.\n\nDari: Humas\nKepada: Media\n")
        );
}
