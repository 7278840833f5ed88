using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Texts that nobody has let go yet, and say so in words, in keys and in whatever dress these have.</summary>
[TestClass]
public sealed class UnreleasedTextsTests
{
    private const string Headline = "Balai Benih Padi Dibuka untuk Petani";

    private const string Body =
        "Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian di lokasi.\n\nBupati Rimbun berharap panen tahun depan naik sepersepuluh, sebab benih yang lama mudah terserang hama di musim hujan.\n";

    [TestMethod]
    [DataRow("Tayang lusa pukul 09.00 ya")]
    [DataRow("Naik nanti malam ya")]
    [DataRow("Teman-teman, siaran pers ini terbitnya hari Kamis pagi")]
    [DataRow("Naskah baru boleh naik jam 14.30 WIB")]
    [DataRow("Upload besok aja")]
    [DataRow("Jangan naikin dulu ya")]
    [DataRow("Rekan media, jangan di-post dulu")]
    [DataRow("Belum disetujui Kabag")]
    [DataRow("Rilis masih menunggu paraf Camat")]
    [DataRow("Tunggu ACC pimpinan")]
    [DataRow("Balai Benih Dibuka (belum ditandatangani Direktur)")]
    [DataRow("Pending approval by the Mayor")]
    [DataRow("Waiting for final clearance")]
    [DataRow("This is a rough draft")]
    [DataRow("Versi draf")]
    [DataRow("Draft for internal review")]
    [DataRow("Konsep / Draf")]
    [DataRow("DRAF KE-2 SIARAN PERS DINAS PERTANIAN")]
    [DataRow("Draft Media Statement Rimbun Agriculture Office")]
    [DataRow("Rancangan rilis berita")]
    [DataRow("Not yet cleared for publication")]
    [DataRow("NOT RELEASED YET")]
    [DataRow("Rascunho")]
    [DataRow("初稿")]
    [DataRow("RAHSIA")]
    [DataRow("Nachrichtensperrfrist: Donnerstag 9 Uhr")]
    public void A_short_line_that_says_so_holds_a_text(string line) => AssertHeld($"{line}\n\n{Headline}\n\n{Body}");

    [TestMethod]
    [DataRow("On hold")]
    [DataRow("Under review")]
    [DataRow("Pending")]
    [DataRow("Ditunda")]
    public void A_word_that_may_be_of_something_else_asks_an_editor(string line) =>
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(Uploads.Read($"{line}\n\n{Headline}\n\n{Body}"));

    [TestMethod]
    [DataRow("Film Benih Tayang Besok di Lima Bioskop")]
    [DataRow("Draf Peraturan Benih Dibahas Dewan")]
    [DataRow("Petani Menunggu Benih dari Kabupaten")]
    [DataRow("Jangan Buang Sampah ke Sungai")]
    [DataRow("Bupati Belum Tanda Tangan Kontrak Jembatan")]
    [DataRow("Konsep Pasar Baru Disetujui Warga")]
    [DataRow("Review of Seed Prices Under Way")]
    public void A_headline_with_such_words_is_taken(string headline) => Uploads.Accepted(Uploads.Read($"{headline}\n\n{Body}"));

    [TestMethod]
    public void What_is_below_many_addressees_or_above_many_contacts_holds_a_text()
    {
        var addressees = string.Concat(Enumerable.Range(1, 60).Select(at => $"Yth. Redaksi Koran {at}\n"));
        var contacts = string.Concat(Enumerable.Range(10, 30).Select(at => $"Narahubung: Rina, 0811-22{at}-33\n"));
        var text = string.Concat(Enumerable.Range(1, 50).Select(at => $"{Body.Replace("padi", $"padi {at}", StringComparison.Ordinal)}\n"));
        AssertHeld($"{addressees}\nEMBARGO sampai Kamis\n\n{Headline}\n\n{text}");
        AssertHeld($"{Headline}\n\n{text}\nEMBARGO sampai Kamis\n\n{contacts}");
        Uploads.Accepted(Uploads.Read($"{Headline}\n\n{text}\n{contacts}"));
    }

    [TestMethod]
    [DataRow("Naskah ini belum boleh\nditerbitkan hingga\n3 Maret 2031")]
    [DataRow("This release must not be\npublished before\n3 March 2031")]
    public void A_notice_on_three_lines_holds_a_text(string notice) => AssertHeld($"{notice}\n\n{Headline}\n\n{Body}");

    [TestMethod]
    [DataRow("visible: no")]
    [DataRow("hide: yes")]
    [DataRow("final: false")]
    [DataRow("needs_review: true")]
    [DataRow("acc: belum")]
    [DataRow("ready: false")]
    [DataRow("noindex: true")]
    [DataRow("stage: pending")]
    [DataRow("tahap: konsep")]
    [DataRow("datetime: 2031-03-03")]
    [DataRow("available: 3 Maret 2031")]
    [DataRow("release: 2031-03-03 10:00")]
    public void A_key_of_front_matter_that_says_so_refuses_a_text(string key) =>
        Assert.AreEqual("unknown-key", Uploads.Error(Uploads.Read($"---\ntitle: {Headline}\n{key}\n---\n\n{Body}", "a.md")).Code);

    [TestMethod]
    [DataRow("visible: true")]
    [DataRow("final: Piala Bupati")]
    [DataRow("review: tahunan")]
    [DataRow("release: Siaran Pers")]
    [DataRow("stage: published")]
    public void A_key_that_says_nothing_of_it_is_passed_over(string key) =>
        Uploads.Accepted(Uploads.Read($"---\ntitle: {Headline}\n{key}\n---\n\n{Body}", "a.md"));

    [TestMethod]
    [DataRow(":publishAt: 2031-03-03")]
    [DataRow("#+PUBLISHAT: 2031-03-03")]
    [DataRow("% Balai Benih\n% Humas\n% 3 Maret 2031")]
    [DataRow("publishAt： 2031-03-03")]
    [DataRow("<publishAt>2031-03-03</publishAt>")]
    [DataRow(":date: 2031-03-03")]
    [DataRow("<publish-date>2031-03-03</publish-date>")]
    public void Front_matter_in_another_dress_is_not_public_at_once(string dress) =>
        Assert.IsInstanceOfType<IntakeResult.Rejected>(Uploads.Read($"{dress}\n\n# {Headline}\n\n{Body}", "a.md"));

    [TestMethod]
    public void A_heading_in_words_is_no_front_matter() =>
        Assert.AreEqual(Headline, Uploads.Content($"# Judul: {Headline}\n\n{Body}", "a.md").Headline);

    [TestMethod]
    public void A_date_to_come_next_to_an_earlier_time_of_release_is_refused()
    {
        const string matter = "---\ntitle: Balai Benih\npublishAt: 2026-01-01\ndate: {0}\n---\n\n";
        Assert.AreEqual("held-longer", Uploads.Error(Read("2031-03-03")).Code);
        Uploads.Accepted(Read("2026-01-02"));

        static IntakeResult Read(string date) =>
            IntakeReader.Read(
                new("a.md", null, Encoding.UTF8.GetBytes(matter.Replace("{0}", date, StringComparison.Ordinal) + Body))
                {
                    UploadedAt = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
                },
                Uploads.Options
            );
    }

    private static void AssertHeld(string text) => Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read(text)).Code);
}
