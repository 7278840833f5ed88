namespace Siaran.Tests.Intake;

/// <summary>What someone is quoted with says nothing of the document; a notice in quotation marks alone does.</summary>
[TestClass]
public sealed class QuotedNoticesTests
{
    private const string Body = "Pemerintah Kabupaten Rimbun membuka balai benih padi bagi petani kecil di lima kecamatan pada hari Senin.";

    [TestMethod]
    [DataRow("\"Belum bisa disiarkan dulu ya,\" ujarnya.")]
    [DataRow("“Hasilnya jangan dipublikasikan dulu,” kata Kepala Dinas Pertanian Rimbun.")]
    [DataRow("\"Jangan disebarkan dulu,\" ungkap camat kepada warga di balai desa.")]
    [DataRow("Kepala dinas itu mengatakan, \"Belum boleh diterbitkan dulu.\"")]
    [DataRow("\"Not for publication yet,\" the regent said.")]
    [DataRow("“Do not share it yet,” she said to the farmers on Monday.")]
    public void A_quotation_in_a_sentence_holds_no_document(string quotation) =>
        Assert.Contains(quotation[1..12], Uploads.Content($"Balai Benih Padi Dibuka\n\n{Body}\n\n{quotation}\n\n{Body}\n").BodyText);

    [TestMethod]
    [DataRow("\"Belum bisa disiarkan dulu ya\"")]
    [DataRow("“EMBARGO sampai 4 Maret 2032”")]
    [DataRow("\"Not for publication yet\"")]
    [DataRow("Humas: \"EMBARGO\"")]
    [DataRow("“Jangan ditayangkan dulu” lanjut nanti malam ya")]
    [DataRow("Jangan disiarkan dulu. \"Panen usai,\" kata bupati.")]
    public void A_notice_in_quotation_marks_alone_holds_it(string notice) =>
        Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read($"{notice}\n\nBalai Benih Padi Dibuka\n\n{Body}\n\n{Body}\n")).Code);
}
