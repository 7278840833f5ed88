namespace Siaran.Tests.Intake;

/// <summary>What closes a text and what is above its headline are known in every dress that offices give them.</summary>
[TestClass]
public sealed class SignedLinesTests
{
    private const string Headline = "Panen Kopi Lereng Gunung Usai";
    private const string First =
        "Panen kopi di lereng gunung selesai lebih awal, kata kepala dinas pertanian pada hari Kamis di kantornya.";
    private const string Second = "Hasilnya naik di semua desa karena petani memakai bibit yang baru sejak dua tahun yang lalu.";

    [TestMethod]
    [DataRow("• • •")]
    [DataRow("▪▪▪")]
    [DataRow("⁂")]
    [DataRow("---Humas---")]
    [DataRow("-Humas Watu-")]
    [DataRow("//hms//")]
    [DataRow("rd/hms")]
    [DataRow("Tim Humas")]
    [DataRow("(Rina)")]
    [DataRow("(hms/24/11)")]
    [DataRow("#PanenKopi #DesaWatu")]
    public void A_sign_off_is_no_text(string line)
    {
        foreach (
            var text in (string[])
                [
                    $"{Second}\n\n{line}\n",
                    line.Contains("umas--", StringComparison.Ordinal) ? $"{Second} {line}\n" : $"{Second}\n\n{line}\n",
                ]
        )
        {
            var content = Uploads.Content($"{Headline}\n\n{First}\n\n{text}");

            Assert.EndsWith(Second, content.BodyText.TrimEnd());
            Assert.IsTrue(content.SignedOff);
        }
    }

    [TestMethod]
    [DataRow("Harga naik - turun - naik")]
    [DataRow("Kopi dijual di pasar (Watu)")]
    [DataRow("Acara dihadiri tim humas desa")]
    public void A_last_line_that_looks_alike_is_text(string line) =>
        Assert.Contains(line, Uploads.Content($"{Headline}\n\n{First}\n\n{Second}\n\n{line}\n").BodyText);

    [TestMethod]
    [DataRow("#SiaranPers")]
    [DataRow("📢 SIARAN PERS 📢")]
    [DataRow("S I A R A N   P E R S")]
    [DataRow("PRESS RELEASE\nFor Immediate Release")]
    [DataRow("#PanenKopi #Watu")]
    [DataRow("***")]
    [DataRow("1.")]
    [DataRow("JUDUL")]
    public void A_dressed_label_is_no_headline(string line) =>
        Assert.AreEqual(Headline, Uploads.Content($"{line}\n\n{Headline}\n\n{First}\n\n{Second}\n").Headline);
}
