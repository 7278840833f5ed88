using System.Globalization;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Saved pages and pasted mark-up of other systems: where the text is, what is furniture, and when it was published.</summary>
[TestClass]
public sealed class SiteFormsTests
{
    private const string Headline = "Sekolah Terapung Danau Kelapa Terima Murid Baru";

    private static readonly string[] Texts =
    [
        "Pemerintah Kabupaten Danau Kelapa membuka sekolah terapung untuk anak nelayan di empat kampung di tepi danau.",
        "Kepala dinas pendidikan mengatakan bahwa sekolah itu memiliki enam ruang kelas, perpustakaan, dan perahu jemputan.",
        "Pada tahun pertama, sekolah itu menerima seratus dua puluh murid yang sebelumnya harus menyeberang sejauh delapan kilometer.",
    ];

    private static string All { get; } = string.Concat(Texts.Select(text => $"<p>{text}</p>"));

    private static string Page(string body, string? title = null, string head = "") =>
        $"<!doctype html><html lang='id'><head><meta charset='utf-8'><title>{title ?? Headline}</title>{head}</head><body>{Filled(body)}</body></html>";

    private static string Filled(string body) =>
        Enumerable
            .Range(0, 3)
            .Aggregate(
                body.Replace("{h}", Headline, StringComparison.Ordinal).Replace("{all}", All, StringComparison.Ordinal),
                (text, at) => text.Replace($"{{{at}}}", Texts[at], StringComparison.Ordinal)
            );

    private static void AssertTexts(string page)
    {
        var content = Uploads.Content(page, "siaran.html");

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
    }

    [TestMethod]
    [DataRow(
        "<div class='wp-block-group'><h1 class='wp-block-post-title'>{h}</h1><div class='entry-content wp-block-post-content'>{all}</div></div><div class='wp-block-query'><ul><li><h3><a href='/a'>Jalan Desa Diaspal</a></h3><p>Dinas pekerjaan umum mengaspal jalan desa sepanjang dua kilometer.</p></li></ul></div>"
    )]
    [DataRow(
        "<div class='et_pb_section'><h1>{h}</h1><div class='et_pb_text_inner'>{all}</div></div><div class='et_pb_section'><div class='et_pb_post'><h2><a href='/a'>Jalan Desa Diaspal</a></h2><div>Dinas pekerjaan umum mengaspal jalan desa.</div></div></div>"
    )]
    [DataRow(
        "<div class='item-page'><div class='page-header'><h2 itemprop='headline'>{h}</h2></div><dl class='article-info'><dt>Rincian</dt><dd>Ditulis oleh: Admin</dd><dd>Kategori: Berita</dd><dd>Dilihat: 231</dd></dl><div itemprop='articleBody'>{all}</div><ul class='pager'><li><a href='/a'>Sebelumnya</a></li><li><a href='/b'>Berikutnya</a></li></ul></div>"
    )]
    [DataRow(
        "<div class='node node--type-berita'><h1>{h}</h1><div class='field field--name-body field__item'>{all}</div><div class='field field--name-field-tags'><div>Tag</div><a href='/t'>sekolah</a></div></div>"
    )]
    [DataRow(
        "<div class='post'><h3 class='post-title entry-title'>{h}</h3><div class='post-body entry-content'><div>{0}</div><div><br></div><div>{1}</div><div><br></div><div>{2}</div></div><div class='post-footer'>Diposting oleh <a href='/x'>Admin</a> di 09.12</div></div>"
    )]
    [DataRow(
        "<table width='100%'><tr><td><a href='/'>Beranda</a></td><td><a href='/b'>Berita</a></td></tr></table><table><tr><td><h2>{h}</h2>{0}<br><br>{1}<br><br>{2}</td></tr></table>"
    )]
    [DataRow(
        "<main><h1>{h}</h1><p>{0}</p><aside><h4>Baca juga</h4><a href='/a'>Jalan Desa Diaspal</a></aside><p>{1}</p><figure><img src='https://a.example/1.jpg' alt='Sekolah'></figure><p>{2}</p></main>"
    )]
    [DataRow(
        "<div id='__next'><main><div class='css-1a2b'><h1 class='css-9x'>{h}</h1><div class='css-7q'><div class='css-k1'><p>{0}</p></div><div class='css-k1'><p>{1}</p></div><div class='css-k1'><p>{2}</p></div></div></div></main></div>"
    )]
    [DataRow(
        "<article><h1>{h}</h1><div class='share'><span>Bagikan</span><a href='#'>Facebook</a><a href='#'>X</a><a href='#'>WhatsApp</a></div>{all}<p>Bagikan artikel ini:</p></article>"
    )]
    [DataRow(
        "<article><h1>{h}</h1>{all}</article><section><h2>Berita Lainnya</h2><article><h3><a href='/a'>Jalan Desa Diaspal</a></h3><p>Dinas pekerjaan umum mengaspal jalan desa sepanjang dua kilometer pekan ini.</p></article></section>"
    )]
    [DataRow("<div class='konten'><h1>{h}</h1>{all}<p><strong>Baca Juga: <a href='/a'>Jalan Desa Diaspal</a></strong></p></div>")]
    [DataRow(
        "<div class='konten'><h1>{h}</h1><p>{0}</p><p>BACA JUGA :</p><ul><li><a href='/a'>Jalan Desa Diaspal</a></li><li><a href='/b'>Pasar Dibuka</a></li></ul><p>{1}</p><p>{2}</p></div>"
    )]
    [DataRow(
        "<div class='detail'><h1>{h}</h1>{all}</div><div class='komentar'><h3>Komentar (2)</h3><div><b>Budi</b><p>Semoga sekolah ini membantu anak-anak kampung kami.</p></div><form><textarea></textarea><button>Kirim</button></form></div>"
    )]
    [DataRow(
        "<div class='cookie'><p>Kami memakai kuki untuk memperbaiki layanan laman ini.</p><button>Setuju</button></div><div class='isi-berita'><h1>{h}</h1>{all}</div>"
    )]
    [DataRow(
        "<div class='row'><div class='col-8'><h1>{h}</h1>{all}</div><div class='col-4'><h4>Pengumuman</h4><ul><li><a href='/1'>Jadwal ujian</a></li><li><a href='/2'>Lelang</a></li></ul><h4>Statistik Pengunjung</h4><p>Hari ini: 21</p><p>Total: 4.512</p></div></div>"
    )]
    [DataRow(
        "<section class='hero'><h1>{h}</h1><p>{0}</p></section><section class='isi'><p>{1}</p><p>{2}</p></section><footer><p>© 2026 Kabupaten Danau Kelapa</p></footer>"
    )]
    public void The_text_of_a_page_is_read_and_nothing_else(string body) => AssertTexts(Page(body));

    [TestMethod]
    [DataRow("<h1>Pemkab Danau Kelapa</h1><h2>{h}</h2>{all}", "{h} | Pemkab Danau Kelapa")]
    [DataRow("<h1><img src='/logo.png' alt='Pemkab Danau Kelapa'></h1><h2>{h}</h2>{all}", "{h} – Pemkab Danau Kelapa")]
    [DataRow("<h1><a href='/'>Danau Kelapa</a></h1><p>Maju dan Sejahtera</p><h1>{h}</h1>{all}", "{h} - Danau Kelapa")]
    [DataRow("<h1 class='logo'>Danau Kelapa</h1><article><h2>{h}</h2>{all}</article>", "Danau Kelapa: {h}")]
    [DataRow("<h1>{h}</h1><h2>Anak nelayan tidak perlu menyeberang lagi</h2>{all}", "{h}")]
    [DataRow("<div class='breadcrumb'><h1>Berita</h1></div><h2>{h}</h2>{all}", "{h} « Berita « Danau Kelapa")]
    [DataRow("<h2>Berita Daerah</h2><h1>{h}</h1>{all}", "Berita Daerah » {h}")]
    [DataRow("<header><h1>Portal Resmi</h1></header><main><h3>{h}</h3>{all}</main>", "Portal Resmi | {h} | 2026")]
    [DataRow("<h6>Siaran Pers</h6><h5>{h}</h5>{all}", "Siaran Pers: {h}")]
    [DataRow("<p class='MsoTitle'>{h}</p>{all}", "Microsoft Word - siaran.docx")]
    [DataRow("<p align=center><b><span style='font-size:16pt'>{h}</span></b></p>{all}", "Document1")]
    public void The_headline_of_a_page_is_read(string body, string title)
    {
        var content = Uploads.Content(Page(body, Filled(title)), "siaran.html");

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual(Texts, content.Paragraphs.TakeLast(3).ToArray(), content.BodyHtml);
    }

    [TestMethod]
    [DataRow("", "<span>24-11-2026 10:41</span>")]
    [DataRow("", "<span class='date'>24/11/2026 10.41 WITA</span>")]
    [DataRow("", "<i>Selasa, 24/11/2026, 10:41 WITA</i>")]
    [DataRow("", "<p>Rina Sari - 24 November 2026 - 10:41 WITA</p>")]
    [DataRow("", "<p>Rina Sari | Selasa, 24 Nov 2026 10:41</p>")]
    [DataRow("", "<div>Dipublikasikan pada 24 November 2026, 10.41 WITA oleh Humas</div>")]
    [DataRow("", "<p>Posted on November 24, 2026 at 10:41 AM by admin</p>")]
    [DataRow("", "<time>24 November 2026 10:41 WITA</time>")]
    [DataRow("", "<time datetime='2026-11-24T10:41+08:00'>24 Nov</time>")]
    [DataRow("<meta name='DC.Date' content='2026-11-24T10:41:00+08:00'>", "")]
    [DataRow("<meta property='og:published_time' content='2026-11-24T10:41:00+08:00'>", "")]
    [DataRow("<meta name='sailthru.date' content='Tue, 24 Nov 2026 02:41:00 GMT'>", "")]
    [DataRow("<meta name='article.published' content='2026-11-24T02:41:00.000Z'>", "")]
    [DataRow("<meta name='cXenseParse:recs:publishtime' content='2026-11-24T02:41:00Z'>", "")]
    [DataRow("<meta name='content_PublishedDate' content='2026/11/24 10:41:00'>", "")]
    [DataRow("<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2026-11-24T02:41:00Z\"}</script>", "")]
    [DataRow(
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Danau Kelapa\"},{\"@type\":[\"ItemPage\",\"WebPage\"],\"datePublished\":\"2026-11-24T10:41:00+08:00\"}]}</script>",
        ""
    )]
    [DataRow(
        "<script type='application/ld+json'>[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01T00:00:00Z\"},{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-24T02:41:00Z\"}]</script>",
        ""
    )]
    [DataRow("", "<p>📅 24 November 2026 10:41 WITA</p>")]
    [DataRow("", "<p>🗓️ Selasa, 24 November 2026 | 🕙 10:41 WITA</p>")]
    public void The_time_of_a_page_is_read(string head, string below)
    {
        var submission = Uploads.Submission(Page($"<article><h1>{{h}}</h1>{below}{{all}}</article>", head: head), "siaran.html");

        Assert.AreEqual(
            DateTimeOffset.Parse("2026-11-24T02:41:00Z", CultureInfo.InvariantCulture),
            submission.PublishAt?.ToUniversalTime(),
            submission.Content!.BodyHtml
        );
        CollectionAssert.AreEqual(Texts, submission.Content.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("<div class='alert alert-warning'>EMBARGO sampai 1 Desember 2029</div><h1>{h}</h1>{all}", "")]
    [DataRow("<span class='badge'>Draf</span><h1>{h}</h1>{all}", "")]
    [DataRow("<h1>{h} <small>(embargo s.d. 1 Desember 2029)</small></h1>{all}", "")]
    [DataRow("<h1>{h}</h1><p><mark>Jangan disiarkan sebelum Sabtu</mark></p>{all}", "")]
    [DataRow("<h1>{h}</h1>{all}", "<meta name='publish_at' content='2029-12-01T10:00:00+08:00'>")]
    [DataRow("<h1>{h}</h1>{all}", "<meta name='go-live' content='2029-12-01'>")]
    [DataRow("<h1>{h}</h1>{all}", "<meta name='post-status' content='pending'>")]
    [DataRow("<article class='post-12 type-post status-pending'><h1>{h}</h1>{all}</article>", "")]
    [DataRow("<article class='status-future'><h1>{h}</h1>{all}</article>", "")]
    [DataRow("<h1>{h}</h1><p style='color:red'>* UNDER EMBARGO *</p>{all}", "")]
    [DataRow("<h1>{h}</h1>{all}<p>Catatan: berita ini diembargo sampai Sabtu, 1 Desember 2029.</p>", "")]
    public void A_page_that_must_wait_is_never_public_at_once(string body, string head)
    {
        var result = Uploads.Read(Page(body, head: head), "siaran.html");

        Assert.IsFalse(result is IntakeResult.Accepted { Submission.PublishAt: null or { Year: < 2029 } }, result.Report.ToJson());
    }

    [TestMethod]
    [DataRow("Beranda\nProfil\nBerita\nLayanan\nKontak")]
    [DataRow("Beranda | Profil | Berita | Kontak")]
    [DataRow("DINAS PENDIDIKAN KABUPATEN DANAU KELAPA\nBeranda\nProfil\nBerita")]
    [DataRow("Danau Kelapa Online\nwww.danaukelapa.example")]
    [DataRow("Portal Resmi Kabupaten Danau Kelapa\nhttps://danaukelapa.example/berita/2026/sekolah-terapung")]
    [DataRow("danaukelapa.example\nSelasa, 24 November 2026")]
    [DataRow("Langsung ke isi utama\nMenu")]
    [DataRow("A A A\nCetak\nBagikan")]
    [DataRow("Berita › Pendidikan")]
    [DataRow("Anda di sini: Beranda / Berita")]
    [DataRow("You are here: Home > News")]
    [DataRow("ID | EN")]
    public void What_was_copied_with_the_headline_is_no_part_of_it(string above)
    {
        var content = Uploads.Content($"{above}\n\n{Headline}\n\n{string.Join("\n\n", Texts)}\n");

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
    }

    [TestMethod]
    [DataRow("Halaman 2 / 3")]
    [DataRow("- 2 -")]
    [DataRow("~ 2 ~")]
    [DataRow("2.")]
    [DataRow("hlm. 2")]
    [DataRow("Lembar 2 dari 3")]
    [DataRow("Page 2/3")]
    [DataRow("p. 2")]
    [DataRow("(2)")]
    [DataRow("2 of 3")]
    [DataRow("Siaran Pers Dinas Pendidikan – 2")]
    [DataRow("bersambung ke halaman 2")]
    [DataRow("(bersambung)")]
    [DataRow("...2")]
    public void What_is_between_two_printed_pages_is_no_text(string between)
    {
        var content = Uploads.Content($"{Headline}\n\n{Texts[0]}\n\n{Texts[1]}\n\n{between}\n\n{Texts[2]}\n");

        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
    }

    /// <summary>What a system says of a page's state in the box that holds its headline, and in others.</summary>
    [TestMethod]
    [DataRow("<div class='artikel' data-status='draft'><h1>{h}</h1>{all}</div>", false)]
    [DataRow("<section data-status='Pending Review'><div><h1>{h}</h1></div>{all}</section>", false)]
    [DataRow("<div data-status='private'><h1>{h}</h1>{all}</div>", false)]
    [DataRow("<div data-status='published'><h1>{h}</h1>{all}</div>", true)]
    [DataRow("<div data-status='loaded'><h1>{h}</h1>{all}</div>", true)]
    [DataRow("<main><h1>{h}</h1>{all}</main><div data-status='draft'><p>Komentar</p></div>", true)]
    public void A_box_that_says_that_it_is_a_draft_holds_the_page_where_the_headline_is_in_it(string body, bool isTaken) =>
        Assert.AreEqual(isTaken, Uploads.Read(Page(body), "siaran.html") is IntakeResult.Accepted);

    /// <summary>A small box next to the headline that says of the page that it is not out, and the same words elsewhere.</summary>
    [TestMethod]
    [DataRow("<span class='badge'>Konsep</span><h1>{h}</h1>{all}", false)]
    [DataRow("<header><h1>{h}</h1><span class='label label-warning'>Draft</span></header>{all}", false)]
    [DataRow("<header><h1>{h} <em class='post-state'>Belum terbit</em></h1></header>{all}", false)]
    [DataRow("<header><div class='meta'><b class='status-chip'>Menunggu Persetujuan</b></div><h1>{h}</h1></header>{all}", false)]
    [DataRow("<div class='ribbon'>Terjadwal</div><h1>{h}</h1>{all}", false)]
    [DataRow("<header><span class='label'>Review</span><h1>{h}</h1></header>{all}", true)]
    [DataRow("<header><span class='badge'>Berita</span><h1>{h}</h1></header>{all}", true)]
    [DataRow("<article><h1>{h}</h1>{all}</article><aside><ul><li><span class='badge'>Draft</span> Raperda Danau</li></ul></aside>", true)]
    public void A_badge_next_to_the_headline_holds_a_page_by_its_state(string body, bool isTaken) =>
        Assert.AreEqual(isTaken, Uploads.Read(Page(body), "siaran.html") is IntakeResult.Accepted);

    [TestMethod]
    [DataRow("draft")]
    [DataRow("Draf")]
    [DataRow("Konsep")]
    [DataRow("Pending")]
    [DataRow("Pending Review")]
    [DataRow("Scheduled")]
    [DataRow("Unpublished")]
    [DataRow("Not published")]
    [DataRow("Terjadwal")]
    [DataRow("Ditunda")]
    [DataRow("Belum terbit")]
    [DataRow("Belum tayang")]
    [DataRow("Belum dipublikasikan")]
    [DataRow("Menunggu")]
    [DataRow("Menunggu tinjauan")]
    [DataRow("Menunggu review")]
    [DataRow("Menunggu moderasi")]
    [DataRow("Menunggu persetujuan")]
    public void Each_state_of_a_badge_holds_the_page(string state) =>
        Assert.IsFalse(
            Uploads.Read(Page($"<header><h1>{{h}}</h1><span class='badge'>{state}</span></header>{{all}}"), "siaran.html")
                is IntakeResult.Accepted
        );
}
