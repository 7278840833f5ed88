namespace Siaran.Tests.Intake;

[TestClass]
public sealed class DatelineTests
{
    private const string Said = "Bupati membuka pasar ikan yang baru di pesisir.";

    [TestMethod]
    [DataRow("MATARAM, NTBSatu – ", "Mataram", "NTBSatu")]
    [DataRow("Mataram (ANTARA) - ", "Mataram", "ANTARA")]
    [DataRow("Mataram \u00A0 (ANTARA) - ", "Mataram", "ANTARA")]
    [DataRow("Koba, Babel, (ANTARA) - ", "Koba, Babel", "ANTARA")]
    [DataRow("Lombok Timur, 11 November 2024 — ", "Lombok Timur", null)]
    [DataRow("Lombok Timur, Senin, 11 November 2024 — ", "Lombok Timur", null)]
    [DataRow("Lombok Timur (11/11/2024) – ", "Lombok Timur", null)]
    [DataRow("JAKARTA - ", "Jakarta", null)]
    [DataRow("JAKARTA -- ", "Jakarta", null)]
    [DataRow("NTB – ", "NTB", null)]
    [DataRow("Muarasabak- ", "Muarasabak", null)]
    [DataRow("MUARASABAK-", "Muarasabak", null)]
    [DataRow("PALEMBANG, fornews.co – ", "Palembang", "fornews.co")]
    [DataRow("SRIPOKU.COM, PALEMBANG - ", "Palembang", "SRIPOKU.COM")]
    [DataRow("Divianews.com | Palembang — ", "Palembang", "Divianews.com")]
    [DataRow("PALEMBANG, HS - ", "Palembang", "HS")]
    [DataRow("Baruna (Kabar Nusa Jaya) – ", "Baruna", "Kabar Nusa Jaya")]
    [DataRow("Teluk Jaya, Nusa Jaya − ", "Teluk Jaya, Nusa Jaya", null)]
    [DataRow("Toli-Toli (Kabar Nusa Jaya) ‒ ", "Toli-Toli", "Kabar Nusa Jaya")]
    [DataRow("Kitasulsel, Gowa – ", "Gowa", "Kitasulsel")]
    [DataRow("KalbarOnline, Sekadau – ", "Sekadau", "KalbarOnline")]
    [DataRow("Diskominfostaper Fakfak – ", "Fakfak", "Diskominfostaper Fakfak")]
    [DataRow("Sitaro – ", "Sitaro", null)]
    [DataRow("Jakarta: ", "Jakarta", null)]
    [DataRow("Kota Baruna: ", "Kota Baruna", null)]
    public void A_dateline_gives_place_and_outlet_and_leaves_the_text(string dateline, string place, string? outlet)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka\n\n{dateline}{Said}");

        Assert.AreEqual((place, outlet), (content.Place, content.Outlet));
        Assert.AreEqual(Said, content.Paragraphs[0]);
        Assert.AreEqual($"<p>{Said}</p>", content.BodyHtml);
    }

    [TestMethod]
    [DataRow("**Mataram**, ", "Mataram")]
    [DataRow("**Mataram,** ", "Mataram")]
    [DataRow("**MATARAM** – ", "Mataram")]
    [DataRow("**Kota Baruna**, ", "Kota Baruna")]
    [DataRow("*Baruna* (Kabar Nusa Jaya) – ", "Baruna")]
    public void A_dateline_may_be_marked_up(string dateline, string place)
    {
        var content = Uploads.Content($"# Pasar Ikan Dibuka\n\n{dateline}{Said}", "siaran.md");

        Assert.AreEqual(place, content.Place);
        Assert.AreEqual($"<p>{Said}</p>", content.BodyHtml);
    }

    [TestMethod]
    [DataRow("Gubernur Nusa Jaya – Ratna Wiradipa – membuka pasar ikan di pesisir.")]
    [DataRow("Program Perahu Terang – lampu hemat energi – selesai dipasang.")]
    [DataRow("Pemerintah Kabupaten Teluk Jaya - melalui dinas - membuka pasar.")]
    [DataRow("Vaksinasi COVID-19 - Tahap Kedua dimulai hari ini di Baruna.")]
    [DataRow("BPBD - Badan Penanggulangan Bencana Daerah membuka posko.")]
    [DataRow("Sebanyak 1.250 nelayan – Semuanya dari Baruna – menerima kartu.")]
    [DataRow("Senin – Kamis kantor buka pukul 08.00 sampai 16.00.")]
    [DataRow("Mataram, Baruna, dan Teluk Jaya membuka pasar ikan.")]
    [DataRow("“Kami siap,” kata Bupati – Yang hadir bertepuk tangan.")]
    [DataRow("Jalan Baruna-Teluk Jaya sepanjang 40 kilometer dibuka.")]
    [DataRow("Ratna Wiradipa, Gubernur Nusa Jaya – Ketua panitia – hadir.")]
    public void Text_that_only_looks_like_a_dateline_is_left_whole(string paragraph)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka\n\n{paragraph}");

        Assert.AreEqual((null, paragraph), (content.Place, content.Paragraphs[0]));
    }

    [TestMethod]
    public void A_bold_name_is_no_place()
    {
        var content = Uploads.Content("# Pasar Ikan Dibuka\n\n**Ratna Wiradipa**, Gubernur Nusa Jaya, membuka pasar ikan.", "siaran.md");

        Assert.IsNull(content.Place);
        Assert.StartsWith("Ratna Wiradipa, Gubernur", content.Paragraphs[0]);
    }

    [TestMethod]
    public void The_text_s_date_is_the_event_s_and_the_dateline_s_stands_in_where_it_has_none()
    {
        Assert.AreEqual(
            new DateOnly(2024, 11, 9),
            Uploads.Content("Pasar Ikan Dibuka\n\nBaruna, 11 November 2024 – Pasar dibuka Sabtu, 9 November 2024.").EventDate
        );
        Assert.AreEqual(
            new DateOnly(2024, 11, 11),
            Uploads.Content("Pasar Ikan Dibuka\n\nBaruna, 11 November 2024 – Pasar dibuka.").EventDate
        );
        Assert.AreEqual(
            new DateOnly(2024, 11, 11),
            Uploads.Content("Pasar Ikan Dibuka\n\nPasar buka 11–13 November 2024 dan 1 Desember 2024.").EventDate
        );
        Assert.AreEqual(new DateOnly(2024, 11, 11), Uploads.Content("Pasar Ikan Dibuka\n\nPasar dibuka, Senin (11/11/2024).").EventDate);
        Assert.AreEqual(new DateOnly(2008, 4, 21), Uploads.Content("Pasar Ikan Dibuka\n\nBARUNA (21/04/08) - Pasar dibuka.").EventDate);
        Assert.IsNull(Uploads.Content("Pasar Ikan Dibuka\n\nPasar dibuka pada 31 Februari 2024 dan Senin (11/11).").EventDate);
    }
}
