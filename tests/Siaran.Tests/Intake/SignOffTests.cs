namespace Siaran.Tests.Intake;

[TestClass]
public sealed class SignOffTests
{
    [TestMethod]
    [DataRow("(*)")]
    [DataRow("( * )")]
    [DataRow("(**)")]
    [DataRow("(***)")]
    [DataRow("[*]")]
    [DataRow("***")]
    [DataRow("*")]
    [DataRow("###")]
    [DataRow("(red)")]
    [DataRow("(Red/*)")]
    [DataRow("(*/red)")]
    [DataRow("(adv)")]
    [DataRow("(ab)")]
    [DataRow("(PS)")]
    [DataRow("(hm.ys)")]
    [DataRow("(EZ/HUMAS)")]
    [DataRow("(*LP/VE)")]
    [DataRow("(Diskominfo/ab)")]
    [DataRow("( ril humas pemprov nusa jaya/ohs )")]
    [DataRow("(*).")]
    public void A_sign_off_is_seen_and_is_no_text(string signOff)
    {
        foreach (var gap in (string[])[" ", "\n\n"])
        {
            var content = Uploads.Content($"Pasar Ikan Dibuka\n\n{Uploads.Body}\n\n“Pasar ini milik kita,” kata Bupati.{gap}{signOff}");

            Assert.IsTrue(content.SignedOff, signOff);
            Assert.AreEqual("“Pasar ini milik kita,” kata Bupati.", content.Paragraphs[^1]);
        }
    }

    [TestMethod]
    [DataRow("-30-")]
    [DataRow("– selesai –")]
    [DataRow("(Ndoet/Int.Wil)")]
    public void A_sign_off_may_stand_alone(string signOff)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka\n\n{Uploads.Body}\n\n{signOff}");

        Assert.AreEqual((true, 1), (content.SignedOff, content.Paragraphs.Count));
    }

    [TestMethod]
    [DataRow("Siswa menerima Kartu Indonesia Pintar (KIP)")]
    [DataRow("Pasar dibuka hari Senin (16/9/2019).")]
    [DataRow("Denda diatur Pasal 310 ayat (1) KUHP.")]
    [DataRow("Anggarannya besar. (Rp1,2 miliar)")]
    [DataRow("Pasar dibuka. (Selengkapnya baca peraturan bupati di bawah ini)")]
    [DataRow("Tanda * berarti sementara")]
    [DataRow("Ia tiba di kantor (tim inti sudah menunggu) lalu masuk")]
    public void Text_in_parentheses_is_no_sign_off(string last)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka\n\n{Uploads.Body}\n\n{last}");

        Assert.AreEqual((false, last), (content.SignedOff, content.Paragraphs[^1]));
    }

    [TestMethod]
    public void A_source_below_the_sign_off_is_kept()
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka\n\n{Uploads.Body} (red)\n\nNarahubung: Laras Pradipta, 0812-0000-0000");

        Assert.IsTrue(content.SignedOff);
        CollectionAssert.AreEqual(new[] { Uploads.Body, "Narahubung: Laras Pradipta, 0812-0000-0000" }, content.Paragraphs.ToArray());
    }

    [TestMethod]
    public void Three_stars_close_a_Markdown_release_too()
    {
        var content = Uploads.Content($"# Pasar Ikan Dibuka\n\n{Uploads.Body}\n\n***\n", "siaran.md");

        Assert.AreEqual((true, 1), (content.SignedOff, content.Paragraphs.Count));
    }
}
