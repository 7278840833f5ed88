using System.Globalization;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Headers, datelines, labels, lists, ends and dates in still other wordings of offices and their systems.</summary>
[TestClass]
public sealed class FurtherWordingsTests
{
    private const string Headline = "Puskesmas Apung Layani Tujuh Pulau Kecil";

    private const string First =
        "Pemerintah Kabupaten Kepulauan Rimbun mengoperasikan puskesmas apung yang melayani warga di tujuh pulau kecil setiap pekan.";

    private const string Second = "Kepala dinas kesehatan mengatakan bahwa kapal itu membawa dokter, bidan, perawat, dan obat.";

    private const string Third = "Warga menyambut kapal itu dengan tarian di dermaga sejak pagi hari.";

    [TestMethod]
    [DataRow(
        "PEMERINTAH KABUPATEN KEPULAUAN RIMBUN\nSEKRETARIAT DAERAH\nBagian Protokol dan Komunikasi Pimpinan\nJl. Merdeka No. 1 Kode Pos 83511\n\nRILIS PERS\nHari/Tanggal : Selasa, 24 November 2026",
        "Rilis Pers"
    )]
    [DataRow("HUMAS PEMKAB KEPULAUAN RIMBUN\n(Untuk Segera Diterbitkan)", null)]
    [DataRow("No. : 045/SP/2026\nLampiran : 1 (satu) lembar\nHal : Siaran Pers", null)]
    [DataRow("Nomor: SP-12/KR/2026\nTanggal: 24 November 2026", null)]
    [DataRow("Assalamualaikum Wr. Wb.\nSelamat siang rekan-rekan media. Izin share rilis:", null)]
    [DataRow("Mohon izin, berikut rilis hari ini 🙏", null)]
    [DataRow("RILIS HUMAS\n24/11/2026", null)]
    [DataRow("SIARAN PERS\nDINAS KESEHATAN\nKABUPATEN KEPULAUAN RIMBUN", "Siaran Pers")]
    [DataRow("Siaran Pers\nNo: 12/SP/KR/XI/2026\n\nSelasa, 24 November 2026", "Siaran Pers")]
    [DataRow("PRESS RELEASE\nHealth Office of Kepulauan Rimbun Regency\nNovember 24, 2026", "Press Release")]
    [DataRow("Untuk dimuat di media Bapak/Ibu\nTerima kasih", null)]
    [DataRow("Kepada Yth. Rekan Media\nBerikut kami kirimkan siaran pers untuk dapat dipublikasikan. Terima kasih.", null)]
    [DataRow("SIARAN PERS\n========", "Siaran Pers")]
    [DataRow("*RILIS MEDIA*\n\n_Dinas Kesehatan Kepulauan Rimbun_", "Rilis Media")]
    public void What_is_above_the_headline_is_not_taken_for_it(string above, string? label)
    {
        var content = Uploads.Content($"{above}\n\n{Headline}\n\n{First}\n\n{Second}\n");

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual((string[])[First, Second], content.Paragraphs.ToArray(), content.BodyHtml);
        if (label is not null)
        {
            Assert.AreEqual(label, content.Label);
        }
    }

    [TestMethod]
    [DataRow("SIARAN PERS | ", "Siaran Pers")]
    [DataRow("Siaran Pers » ", "Siaran Pers")]
    [DataRow("(Siaran Pers) ", "Siaran Pers")]
    [DataRow("RILIS: ", "Rilis")]
    [DataRow("Rilis Pers : ", "Rilis Pers")]
    [DataRow("SIARAN PERS BERSAMA: ", "Siaran Pers Bersama")]
    [DataRow("Siaran Pers No. 12/SP/2026: ", "Siaran Pers")]
    [DataRow("SIARAN PERS - ", "Siaran Pers")]
    [DataRow("[RILIS] ", "Rilis")]
    [DataRow("Media Release: ", "Media Release")]
    [DataRow("Siaran Pers: “", "Siaran Pers")]
    public void A_label_before_the_headline_is_its_label(string before, string label)
    {
        var after = before[^1] == '“' ? "”" : "";
        var content = Uploads.Content($"{before}{Headline}{after}\n\n{First}\n\n{Second}\n");

        Assert.AreEqual((Headline, label), (content.Headline.Trim('“', '”'), content.Label));
    }

    [TestMethod]
    [DataRow("RIMBUN, KABAR.com – ", "Rimbun")]
    [DataRow("Rimbun, Selasa (24/11) -- ", "Rimbun")]
    [DataRow("RIMBUN (24 November 2026) - ", "Rimbun")]
    [DataRow("Rimbun, 24/11/2026 - ", "Rimbun")]
    [DataRow("Rimbun — ", "Rimbun")]
    [DataRow("Mataram (KABAR) - ", "Mataram")]
    [DataRow("KABARNEWS.COM, MATARAM - ", "Mataram")]
    [DataRow("MATARAM | ", "Mataram")]
    [DataRow("Mataram, InfoRimbun – ", "Mataram")]
    [DataRow("Mataram, 24 Nov. 2026 — ", "Mataram")]
    [DataRow("Mataram, 24 November 2026: ", "Mataram")]
    [DataRow("Mataram, 24 November 2026\n\n", "Mataram")]
    [DataRow("Mataram, Selasa 24 November 2026 – ", "Mataram")]
    [DataRow("*Mataram* - ", "Mataram")]
    [DataRow("[Mataram, 24 November 2026] ", "Mataram")]
    [DataRow("Lombok Barat, Diskominfo - ", "Lombok Barat")]
    [DataRow("Kabupaten Lombok Timur – ", "Kabupaten Lombok Timur")]
    [DataRow("MATARAM-", "Mataram")]
    public void A_dateline_gives_its_place_and_is_no_text(string dateline, string place)
    {
        var content = Uploads.Content($"{Headline}\n\n{dateline}{First}\n\n{Second}\n");

        Assert.AreEqual(place, content.Place);
        Assert.AreEqual(First, content.Paragraphs[0]);
    }

    [TestMethod]
    [DataRow("A. Dokter umum\nB. Bidan desa", "<ol type=\"A\"><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    [DataRow("(a) Dokter umum\n(b) Bidan desa", "<ol type=\"a\"><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    [DataRow("I. Dokter umum\nII. Bidan desa", "<ol type=\"I\"><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    [DataRow("1) Dokter umum\n2) Bidan desa", "<ol><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    [DataRow("1.Dokter umum\n2.Bidan desa", "<ol><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    [DataRow("1 . Dokter umum\n2 . Bidan desa", "<ol><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    [DataRow("* Dokter umum\n* Bidan desa", "<ul><li>Dokter umum</li><li>Bidan desa</li></ul>")]
    [DataRow("+ Dokter umum\n+ Bidan desa", "<ul><li>Dokter umum</li><li>Bidan desa</li></ul>")]
    [DataRow("-Dokter umum\n-Bidan desa", "<ul><li>Dokter umum</li><li>Bidan desa</li></ul>")]
    [DataRow("•Dokter umum\n•Bidan desa", "<ul><li>Dokter umum</li><li>Bidan desa</li></ul>")]
    [DataRow("1️⃣ Dokter umum\n2️⃣ Bidan desa", "<ol><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    [DataRow("✅ Dokter umum\n✅ Bidan desa", "<ul><li>Dokter umum</li><li>Bidan desa</li></ul>")]
    [DataRow("1. Dokter umum\n\n2. Bidan desa", "<ol><li>Dokter umum</li><li>Bidan desa</li></ol>")]
    public void A_list_is_a_list_however_it_is_marked(string list, string html) =>
        Assert.Contains(html, Uploads.Content($"{Headline}\n\n{First}\n\n{list}\n\n{Second}\n").BodyHtml);

    [TestMethod]
    [DataRow("(*)")]
    [DataRow("(***)")]
    [DataRow("***")]
    [DataRow("*****")]
    [DataRow("[*]")]
    [DataRow("(Humas Rimbun)")]
    [DataRow("(rn/humas)")]
    [DataRow("(red)")]
    [DataRow("(Tim Media)")]
    [DataRow("(Diskominfo/RN)")]
    [DataRow("-- selesai --")]
    [DataRow("SELESAI")]
    [DataRow("-30-")]
    [DataRow("###")]
    [DataRow("# # #")]
    [DataRow("— End —")]
    [DataRow("(ril/kab)")]
    [DataRow("_(rn)_")]
    [DataRow("===")]
    public void What_ends_a_release_is_no_paragraph_of_it(string end)
    {
        foreach (var gap in (string[])["\n\n", " "])
        {
            if (gap == " " && end is "===" or "-30-" or "SELESAI" or "-- selesai --" or "— End —")
            {
                continue;
            }

            var content = Uploads.Content($"{Headline}\n\n{First}\n\n{Second}{gap}{end}\n");

            CollectionAssert.AreEqual((string[])[First, Second], content.Paragraphs.ToArray(), content.BodyHtml);
        }
    }

    [TestMethod]
    [DataRow("Langsung ke konten")]
    [DataRow("Loncat ke konten utama")]
    [DataRow("Lompat ke isi")]
    [DataRow("Lewati navigasi")]
    [DataRow("Skip navigation")]
    [DataRow("Skip to main navigation")]
    [DataRow("Toggle navigation")]
    [DataRow("☰ Menu")]
    [DataRow("Menu")]
    [DataRow("Beranda > Berita > Kesehatan")]
    [DataRow("Home » Berita » Kesehatan")]
    [DataRow("Home / Berita")]
    [DataRow("Cari...")]
    public void What_a_page_says_above_its_headline_is_no_headline(string line)
    {
        var content = Uploads.Content($"{line}\n\n{Headline}\n\n{First}\n\n{Second}\n");

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual((string[])[First, Second], content.Paragraphs.ToArray(), content.BodyHtml);
    }

    [TestMethod]
    [DataRow("<meta property='article:published_time' content='2026-11-24T10:41:00+08:00'>", "")]
    [DataRow("<meta name='date' content='2026-11-24 10:41:00'>", "")]
    [DataRow("<meta name='DC.date.issued' content='2026-11-24T10:41:00+08:00'>", "")]
    [DataRow("<meta itemprop='datePublished' content='2026-11-24T02:41:00Z'>", "")]
    [DataRow("<meta name='pubdate' content='Tue, 24 Nov 2026 10:41:00 +0800'>", "")]
    [DataRow("<meta name='publishdate' content='2026/11/24 10:41:00'>", "")]
    [DataRow("<meta name='parsely-pub-date' content='2026-11-24T02:41:00Z'>", "")]
    [DataRow("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-24T10:41:00+08:00\"}</script>", "")]
    [DataRow(
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"datePublished\":\"2026-11-24T10:41+0800\"}]}</script>",
        ""
    )]
    [DataRow("", "<time datetime='2026-11-24T10:41:00+08:00'>24 November 2026</time>")]
    [DataRow("", "<time datetime='2026-11-24 10:41' pubdate>24 November 2026</time>")]
    [DataRow("", "<p class='tanggal'>Selasa, 24 November 2026 10:41 WITA</p>")]
    [DataRow("", "<div class='meta'>24 Nov 2026, 10.41 WITA</div>")]
    [DataRow("", "<span>Diterbitkan: 24/11/2026 10:41 WITA</span>")]
    [DataRow("", "<small>Selasa, 24 Nov 2026 | 10.41 WITA</small>")]
    [DataRow("", "<p>Nov 24, 2026 10:41 AM</p>")]
    [DataRow("", "<div>Oleh Admin pada 24 November 2026 pukul 10.41</div>")]
    [DataRow("", "<abbr class='published' title='2026-11-24T10:41:00+08:00'>24 November 2026</abbr>")]
    public void The_time_of_a_page_is_read(string head, string below)
    {
        var submission = Uploads.Submission(
            $"<html><head><title>{Headline}</title>{head}</head><body><article><h1>{Headline}</h1>{below}<p>{First}</p><p>{Second}</p><p>{Third}</p></article></body></html>",
            "siaran.html"
        );

        Assert.AreEqual(
            DateTimeOffset.Parse("2026-11-24T02:41:00Z", CultureInfo.InvariantCulture),
            submission.PublishAt?.ToUniversalTime(),
            submission.Content!.BodyHtml
        );
        CollectionAssert.AreEqual((string[])[First, Second, Third], submission.Content.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("<title>{0} - Kabar Rimbun</title>", "<h1>{0}</h1>")]
    [DataRow("<title>Kabar Rimbun | {0}</title>", "<h1><a href='/'>Kabar Rimbun</a></h1><h2>{0}</h2>")]
    [DataRow("<title>Kabar Rimbun :: {0}</title>", "<h3>{0}</h3>")]
    [DataRow("<title>{0} – Situs Resmi Pemerintah Kabupaten Rimbun</title>", "<p><strong>{0}</strong></p>")]
    [DataRow("<title>Detail Berita</title><meta property='og:title' content='{0}'>", "<h1>Detail Berita</h1><h2>{0}</h2>")]
    [DataRow("<title>Berita</title>", "<h1>Berita</h1><h2>{0}</h2>")]
    [DataRow("<title>{0}</title>", "<h4>{0}</h4>")]
    [DataRow("<title>Beranda</title><meta name='twitter:title' content='{0}'>", "<div class='judul'>{0}</div>")]
    [DataRow("<title>Untitled Document</title>", "<font size='5'><b>{0}</b></font><br><br>")]
    [DataRow("<title>Print</title>", "<center><h2>{0}</h2></center>")]
    [DataRow("<title>PPID Rimbun</title>", "<div class='page-header'><h1>Berita Terkini</h1></div><h2 class='title'>{0}</h2>")]
    public void The_headline_of_a_page_is_read(string head, string above)
    {
        var content = Uploads.Content(
            string.Format(
                CultureInfo.InvariantCulture,
                $"<html><head>{head}</head><body><div id='isi'>{above}<p>{First}</p><p>{Second}</p><p>{Third}</p></div></body></html>",
                Headline
            ),
            "siaran.html"
        );

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual((string[])[First, Second, Third], content.Paragraphs.ToArray(), content.BodyHtml);
    }

    [TestMethod]
    [DataRow("Jangan dipublikasikan sebelum 1 Desember 2029.")]
    [DataRow("Baru boleh dimuat setelah tanggal 1 Desember 2029 pukul 10.00 WITA")]
    [DataRow("Mohon tidak disiarkan dulu sampai ada konfirmasi dari kami.")]
    [DataRow("Untuk dimuat tanggal 1 Desember 2029")]
    [DataRow("Tayang: 1 Desember 2029, 10.00 WITA")]
    [DataRow("Not for distribution until December 1, 2029")]
    [DataRow("STRICTLY EMBARGOED: 10:00 AM, 1 December 2029")]
    [DataRow("HOLD FOR RELEASE")]
    [DataRow("Under embargo till 10am Monday")]
    [DataRow("UNTUK TERBIT 1/12/2029")]
    [DataRow("Rilis ini dapat ditayangkan mulai Sabtu, 1 Desember 2029 pukul 09.00")]
    [DataRow("Dilarang menyebarluaskan sebelum konferensi pers selesai")]
    [DataRow("Dirilis: 1 Desember 2029")]
    [DataRow("Publikasi setelah pukul 10.00 WITA, 1 Desember 2029")]
    [DataRow("Siaran pers ini bersifat rahasia sampai 1 Desember 2029")]
    [DataRow("EMBARGO: s.d. 1 Des 2029 jam 10.00")]
    [DataRow("For publication on 1 December 2029")]
    [DataRow("Ditahan sampai ada perintah Kabag Humas")]
    [DataRow("Jangan tayang dulu")]
    [DataRow("Belum untuk disiarkan")]
    public void A_notice_to_wait_holds_the_release(string notice)
    {
        foreach (
            var text in (string[])[$"{notice}\n\n{Headline}\n\n{First}\n\n{Second}\n", $"{Headline}\n\n{notice}\n\n{First}\n\n{Second}\n"]
        )
        {
            var result = Uploads.Read(text);

            var isHeld =
                result is not IntakeResult.Accepted accepted
                || accepted.Submission.PublishAt >= new DateTimeOffset(2029, 11, 30, 0, 0, 0, TimeSpan.Zero);
            Assert.IsTrue(isHeld, result.Report.ToJson());
        }
    }
}
