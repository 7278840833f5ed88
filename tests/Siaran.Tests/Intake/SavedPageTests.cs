using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Pages as they are saved from the sites of offices: what is around and between the paragraphs of the text.</summary>
[TestClass]
public sealed class SavedPageTests
{
    private const string Headline = "Pasar Ikan Teluk Jaya Dibuka Kembali";

    private const string Menu =
        "<div class='atas'><ul><li><a href='/'>Beranda</a></li><li><a href='/profil'>Profil</a></li><li><a href='/berita'>Berita</a></li></ul></div>";

    private const string Address =
        "<div class='bawah'><p>Dinas Komunikasi dan Informatika Kabupaten Teluk Jaya</p><p>Jalan Melati Nomor 17, Teluk Jaya, telepon (0370) 555 017, surel halo@telukjaya.example</p><p>Hak Cipta © 2026 Pemerintah Kabupaten Teluk Jaya.</p></div>";

    private static readonly string[] Texts =
    [
        "Pemerintah Kabupaten Teluk Jaya membuka kembali pasar ikan pada Senin setelah direnovasi selama delapan bulan.",
        "Bupati Teluk Jaya mengatakan pasar itu kini memiliki gudang dingin berkapasitas empat puluh ton dan tempat lelang.",
        "“Nelayan tidak perlu lagi menjual ikan murah pada sore hari,” kata bupati di hadapan ratusan nelayan.",
        "Pembangunan menelan biaya Rp12,4 miliar dari anggaran kabupaten.",
    ];

    private static string Page(string body) =>
        $"<!doctype html><html lang='id'><head><title>{Headline}</title></head><body>"
        + string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            body.Replace("{menu}", Menu, StringComparison.Ordinal)
                .Replace("{alamat}", Address, StringComparison.Ordinal)
                .Replace("{judul}", $"<h1>{Headline}</h1>", StringComparison.Ordinal)
                .Replace("{semua}", string.Concat(Texts.Select(t => $"<p>{t}</p>")), StringComparison.Ordinal),
            [.. Texts]
        )
        + "</body></html>";

    [TestMethod]
    [DataRow(
        "{menu}<div class='row'><div class='kiri'>{judul}<small>Senin, 23 November 2026 | Admin | Dibaca 132 kali</small><div>{semua}</div></div></div>{alamat}",
        DisplayName = "a line of date, author and readers"
    )]
    [DataRow(
        "{menu}<div class='isi'>{judul}<p><em>Dicetak pada 24 November 2026 08:11 dari https://telukjaya.example/berita/pasar</em></p>{semua}</div>",
        DisplayName = "a print view"
    )]
    [DataRow("{menu}<article>{judul}{semua}</article>{alamat}", DisplayName = "an office's address next to the article")]
    [DataRow(
        "<noscript><div id='tanpa'></div>{menu}<div class='isi'>{judul}{semua}</div>{alamat}</noscript>",
        DisplayName = "a page whose part for readers without scripts was left open"
    )]
    [DataRow(
        "<noscript><h1>Situs ini perlu JavaScript</h1><p>Aktifkan JavaScript pada peramban Anda.</p></noscript>{menu}<article>{judul}{semua}</article>",
        DisplayName = "a word for readers without scripts"
    )]
    [DataRow(
        "{menu}<div class='isi'>{judul}{semua}</div><div class='kolom-footer'><p>Situs resmi kabupaten, dikelola oleh bagian humas sekretariat daerah.</p></div>",
        DisplayName = "a name with footer in it"
    )]
    [DataRow(
        "<table><tr><td><a href='/'>Beranda</a></td><td>{judul}{semua}</td><td><h3>Agenda</h3><p>Rapat koordinasi nelayan, Rabu 25 November 2026 pukul 09.00 di aula kantor bupati.</p><p>Pasar murah, Jumat 27 November 2026 di lapangan Merdeka Teluk Jaya.</p></td></tr></table>",
        DisplayName = "a column of a layout table"
    )]
    [DataRow(
        "<table><tr><td colspan='2'>{judul}</td></tr><tr><td><div>{0}<br><br>{1}<br><br>{2}<br><br>{3}</div></td><td><b>Berita Lain</b><br><a href='/3'>Wakil Bupati Lepas Kontingen Pramuka</a></td></tr></table>",
        DisplayName = "a layout table with line breaks"
    )]
    [DataRow(
        "{menu}<div class='isi'>{judul}<p>{0}</p><p>Baca Juga <a href='/3'>Wakil Bupati Lepas Kontingen Pramuka</a></p><p>{1}</p><p><em>Lihat pula: <a href='/4'>Dinas Gelar Imunisasi Polio</a></em></p><p>{2}</p><blockquote><p><a href='/5'>BACA: Harga Cabai Mulai Turun</a></p></blockquote><p>{3}</p></div>",
        DisplayName = "links to other news between paragraphs"
    )]
    [DataRow(
        "{menu}<div class='isi'>{judul}<p>{0}</p><p>Read more: <a href='/3'>Deputy regent sends off the scouts</a></p><p>{1}</p><p><a href='/4'>Lesen Sie auch: Neue Straße an der Küste</a></p><p>{2}</p><p>{3}</p></div>",
        DisplayName = "links to other news in other languages"
    )]
    [DataRow(
        "{menu}<article>{judul}{semua}</article><section><h3>3 Komentar</h3><div><b>Agus</b><p>Semoga harga ikan di pasar ini tidak naik dan parkirnya gratis untuk warga.</p></div><div><b>Yuni</b><p>Terima kasih bapak bupati, pasarnya sekarang bersih dan tidak bau lagi seperti dulu.</p></div></section>",
        DisplayName = "comments below a heading with their number"
    )]
    [DataRow(
        "{menu}<div class='isi'>{judul}{semua}</div><div id='kolom_komentar'><p>Semoga harga ikan di pasar ini tidak naik dan parkirnya gratis untuk semua warga.</p></div>",
        DisplayName = "comments by their id"
    )]
    [DataRow(
        "{menu}<article>{judul}{semua}<div class='author-info'><p>Rina Sari adalah pranata humas kabupaten yang menulis untuk situs ini sejak tahun dua ribu lima belas dan mengelola tiga kanal media sosialnya.</p></div></article>",
        DisplayName = "a box on the author"
    )]
    [DataRow(
        "{menu}<div class='isi'>{judul}<div class='par'><p>{0}</p></div><div class='par'><p>{1}</p></div><div class='par'><p>{2}</p></div><div class='foto'><div class='gambar'><div class='copyright'>Foto: Humas</div></div></div><div class='par'><p>{3}</p></div></div>{alamat}",
        DisplayName = "a short paragraph behind a picture's credit"
    )]
    [DataRow(
        "{menu}<div>{judul}<div class='ringkasan'><p>{0}</p></div></div><div class='alat'><div><ul><li>Perkecil</li><li>Perbesar</li><li>Cetak</li><li>Kirim</li><li>Simpan</li><li>Dengarkan</li><li>Terjemahkan</li><li>Laporkan</li><li>Salin</li><li>PDF</li><li>Kode</li><li>Suka</li><li>Arsip</li><li>Lapor</li><li>Ikuti</li><li>Masuk</li></ul></div></div><div class='kolom'><div class='isi'><p>{1}</p><p>{2}</p><p>{3}</p></div></div>{alamat}",
        DisplayName = "a lead far above the text"
    )]
    public void The_text_of_a_page_is_kept_whole_and_alone(string body)
    {
        var content = Uploads.Content(Page(body), "siaran.html");

        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
        Assert.AreEqual(Headline, content.Headline);
    }

    [TestMethod]
    [DataRow("<p>Informasi: Bagian Humas, Jalan Melati 17, telepon 0370 555017</p>", DisplayName = "an address that is the text's own")]
    [DataRow("<p>Komentar warga beragam mengenai pasar yang baru itu.</p>", DisplayName = "a sentence on comments")]
    [DataRow("<p>29 November 2026 | 20 Januari 2027</p>", DisplayName = "two dates")]
    [DataRow(
        "<p>Daftar harga ada di <a href='https://telukjaya.example/harga'>laman harga</a> dinas.</p>",
        DisplayName = "a link of the text's own"
    )]
    [DataRow(
        "<div class='social-media-embed'><blockquote><p>Pasar ikan dibuka lagi, mari datang dan belanja.</p></blockquote></div>",
        DisplayName = "a post of a social network"
    )]
    [DataRow(
        "<p>Siaran langsung pembukaan pasar dapat ditonton kembali di <a href='https://v.example/w'>https://v.example/w?v=1234567890abcdefghijklmnopqrstuvwxyz123</a></p>",
        DisplayName = "an address that is longer than its sentence"
    )]
    public void What_is_like_furniture_within_the_text_stays(string own)
    {
        var content = Uploads.Content(
            Page($"{{menu}}<article>{{judul}}{{semua}}{own}<p>Pasar dibuka setiap hari mulai pukul tiga pagi.</p></article>"),
            "siaran.html"
        );

        Assert.HasCount(Texts.Length + 2, content.Paragraphs, content.BodyHtml);
    }

    [TestMethod]
    public void A_table_of_figures_within_the_text_stays_a_table()
    {
        var content = Uploads.Content(
            Page(
                "{menu}<div class='isi'>{judul}<p>{0}</p><table border='1'><tr><td><p>Jenis ikan</p></td><td><p>Harga</p></td></tr><tr><td><p>Tongkol</p></td><td><p>Rp28.000</p></td></tr></table><p>{1}</p><p>{2}</p><p>{3}</p></div>{alamat}"
            ),
            "siaran.html"
        );

        Assert.Contains(
            "<td>Tongkol</td><td>Rp28.000</td>",
            content.BodyHtml.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal)
        );
        Assert.IsTrue(Texts.All(content.Paragraphs.Contains), content.BodyHtml);
        Assert.DoesNotContain("Melati", content.BodyHtml);
    }

    [TestMethod]
    [DataRow("<div class='event-date'>Kamis, 3 Desember 2029 pukul 09.00 WITA</div>")]
    [DataRow("<div class='jadwal-acara'><span class='tanggal'>3 Desember 2029</span></div>")]
    [DataRow("<time itemprop='startDate' class='date' datetime='2029-12-03T09:00:00+08:00'>3 Desember</time>")]
    public void The_time_of_an_event_is_not_when_a_page_was_published(string time) =>
        Assert.IsNull(Uploads.Submission(Page($"<article>{{judul}}{time}{{semua}}</article>"), "siaran.html").PublishAt);

    [TestMethod]
    public void Metadata_that_say_when_a_page_was_published_are_no_notice_to_wait()
    {
        var page = Page("<article>{judul}{semua}</article>")
            .Replace("<head>", "<head><meta name='publication_date' content='2022-02-08T14:00:00'>", StringComparison.Ordinal);

        Assert.AreEqual(new DateTimeOffset(2022, 2, 8, 6, 0, 0, TimeSpan.Zero), Uploads.Submission(page, "siaran.html").PublishAt);
    }

    [TestMethod]
    [DataRow("<p>Tiket: <a href='https://tiket.telukjaya.example/'>tiket.telukjaya.example</a></p><p>Dewasa: Rp5.000</p>")]
    public void A_link_between_the_last_short_lines_of_the_text_stays_with_them(string end)
    {
        var content = Uploads.Content(Page($"{{menu}}<div class='isi'>{{judul}}{{semua}}{end}</div>{{alamat}}"), "siaran.html");

        CollectionAssert.AreEqual(
            Texts.Append("Tiket: tiket.telukjaya.example").Append("Dewasa: Rp5.000").ToArray(),
            content.Paragraphs.ToArray()
        );
    }

    [TestMethod]
    [DataRow("<meta http-equiv='Cache-Control' content='private'>", "")]
    [DataRow("", "<!-- #internal -->")]
    [DataRow("", "<nav><span>Private</span></nav>")]
    [DataRow("", "<div class='site-header'><div>INTERNAL</div></div>")]
    [DataRow(
        "",
        "<div><div class='post-1 category-a tag-x'><a href='/1'>Gim Perahu Nelayan Teluk Jaya</a><p>Rilis: 2031</p></div><div class='post-2 category-b'><a href='/2'>Gim Pasar Ikan Teluk Jaya</a><p>Rilis: 5 Mei 2031</p></div><div class='post-3 category-c'><a href='/3'>Gim Lelang Ikan Teluk Jaya</a><p>Release: 2032</p></div></div>"
    )]
    public void What_menus_templates_and_other_news_say_holds_no_page(string head, string above)
    {
        var page = Page($"{above}<article>{{judul}}{{semua}}</article>").Replace("<head>", $"<head>{head}", StringComparison.Ordinal);

        Assert.IsNull(Uploads.Submission(page, "siaran.html").PublishAt);
    }

    [TestMethod]
    [DataRow("<nav><span>EMBARGO sampai 1 Desember 2029</span></nav>")]
    [DataRow("<!-- EMBARGO sampai Senin -->")]
    [DataRow("<!-- draft -->")]
    [DataRow("<footer><p>Jangan disiarkan sebelum 5 Mei 2029</p></footer>")]
    [DataRow("<div><span class='badge'>Internal</span></div>")]
    [DataRow("<div class='status'>Private</div>")]
    [DataRow("<div class='site-header'>Tayang: 1 Desember 2029</div>")]
    [DataRow("<p><b>Release date:</b></p><p>December 1, 2029, 10:00am</p>")]
    public void What_a_page_says_of_itself_anywhere_holds_it(string notice)
    {
        foreach (
            var page in (string[])
                ["{menu}" + notice + "<article>{judul}{semua}</article>", "<article>{judul}" + notice + "{semua}</article>{alamat}"]
        )
        {
            Assert.IsFalse(
                Uploads.Read(Page(page), "siaran.html") is IntakeResult.Accepted { Submission.PublishAt: null or { Year: < 2029 } },
                page
            );
        }
    }

    [TestMethod]
    [DataRow("<div>Selasa, 14 Mei 2024 | 10:30 WIB | Humas</div>", "2024-05-14T03:30Z")]
    [DataRow("<p>Selasa, 14 Mei 2024 10:30 WIB</p>", "2024-05-14T03:30Z")]
    [DataRow("<small><i></i> 14 Mei 2024 <i></i> Admin <i></i> 132 kali dibaca</small>", "2024-05-13T16:00Z")]
    [DataRow("<p>Oleh Humas - 14 Mei 2024</p>", "2024-05-13T16:00Z")]
    [DataRow("<div>Release Date: Tuesday, 14 May 2024 – 3:55pm</div>", "2024-05-14T07:55Z")]
    [DataRow("<p><b>Release Date:</b></p><div>Tuesday, 14 May 2024 – 3:55pm</div>", "2024-05-14T07:55Z")]
    [DataRow("<div>Terbit <time>13 Mei 2024</time><time>14 Mei 2024</time> oleh Humas</div>", "2024-05-13T16:00Z")]
    public void A_date_between_headline_and_text_is_when_a_page_was_published(string line, string moment)
    {
        var submission = Uploads.Submission(
            Page($"{{menu}}<div class='k'>{{judul}}{line}<div>{{semua}}</div></div>{{alamat}}"),
            "siaran.html"
        );

        Assert.AreEqual(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), submission.PublishAt);
        CollectionAssert.AreEqual(Texts, submission.Content!.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("<div class='event'><p>14 Mei 2024 10:30 WIB</p></div>")]
    [DataRow("<p>Diperbarui: <span class='updated'>14 Mei 2024</span></p>")]
    public void A_date_that_is_said_to_be_of_something_else_is_none_of_publication(string line) =>
        Assert.IsNull(
            Uploads.Submission(Page($"{{menu}}<div class='k'>{{judul}}{line}<div>{{semua}}</div></div>"), "siaran.html").PublishAt
        );
}
