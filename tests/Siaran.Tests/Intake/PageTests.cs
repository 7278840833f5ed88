using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>The article of a saved page is found by what the page holds.</summary>
[TestClass]
public sealed class PageTests
{
    private static readonly string[] Market =
    [
        "Pemerintah Kabupaten Teluk Jaya membuka pasar ikan yang baru untuk para nelayan di pesisir selatan.",
        "Bupati Teluk Jaya mengatakan bahwa gudang pendingin di pasar itu dapat menyimpan dua puluh ton ikan.",
        "Pembangunan pasar memakan waktu empat bulan dan dibiayai anggaran kabupaten sebesar Rp3,1 miliar.",
    ];

    private static readonly string[] Clinic =
    [
        "The health office of Teluk Jaya opened a floating clinic that will call at nine islands each month.",
        "A doctor and two midwives are on board, and patients who cannot walk are fetched by a smaller boat.",
        "The province paid for the ship, while the islands themselves take turns in paying for its fuel.",
    ];

    [TestMethod]
    [DataRow("<div class='elementor-widget-container'>{0}{1}{2}</div><div class='elementor-posts'>{cards}</div>")]
    [DataRow(
        "<div class='detail'>{0}{1}{2}</div><section><h2>Berita Lainnya</h2><article><h3>Jalan Baru Dibuka</h3><p>Dinas membukanya.</p></article></section>"
    )]
    [DataRow(
        "<div class='detail'>{0}{1}{2}</div><section><h2>Related Posts</h2><ul><li><a href='/x'>Road along the coast is open again</a></li></ul></section>"
    )]
    [DataRow(
        "<div itemprop='articleBody'>{0}</div><figure><img src='/a.jpg' alt='A'></figure><div itemprop='articleBody'>{1}</div><div itemprop='articleBody'>{2}</div>"
    )]
    [DataRow("<div class='part'>{0}</div><div class='ads'>Iklan</div><div class='part'>{1}</div><div class='part'>{2}</div>")]
    [DataRow("<div class='teras' itemprop='description'>{0}</div><div itemprop='articleBody'>{1}{2}</div>")]
    [DataRow("<header class='lead'>{0}</header><div class='badan'>{1}{2}</div>")]
    [DataRow(
        "<div class='et_pb_post_content'>{0}{1}{2}</div><div class='post-content'><p>Jalan pesisir selesai diaspal, kata dinas.</p></div>"
    )]
    [DataRow(
        "<div class='menubar'><div>Profil</div><div>Layanan</div></div>{0}{1}{2}<div class='col-4'><div>Berita Populer</div><div><a href='/a'>Jalan Pesisir Diaspal</a></div></div><div class='bawah'>Jl. Dermaga No. 9</div>"
    )]
    [DataRow("<form id='aspnetForm'><div><a href='/'>Beranda</a> <a href='/b'>Berita</a></div><div class='isi'>{0}{1}{2}</div></form>")]
    [DataRow("<main style='display: none'>{0}{1}{2}</main>")]
    [DataRow("<aside class='sidebar content'>{0}{1}{2}</aside><div>{cards}</div>")]
    [DataRow(
        "<div class='isi'>{0}{1}{2}</div><div id='comments'><p>Mantap sekali pak bupati, semoga pasarnya ramai dan nelayan sejahtera semuanya.</p></div>"
    )]
    [DataRow(
        "<div class='cookie-consent'><p>Situs ini memakai kuki agar pengalaman Anda lebih baik, dan dengan melanjutkan Anda setuju.</p></div><div class='isi'>{0}{1}{2}</div>"
    )]
    [DataRow(
        "<div class='isi'>{0}<div class='embedded'><h3><a href='/x'>Jalan Pesisir Selesai Diaspal Minggu Ini</a></h3></div>{1}{2}</div>"
    )]
    [DataRow(
        "<table><tr><td><a href='/'>Beranda</a></td><td><a href='/p'>Profil</a></td></tr></table><table><tr><td>{0}{1}{2}</td></tr></table>"
    )]
    public void The_article_is_kept_whole_and_alone(string body)
    {
        foreach (var texts in (string[][])[Market, Clinic])
        {
            var content = Uploads.Content(Page("Kabar dari Teluk Jaya Hari Ini", body, texts), "siaran.html");

            CollectionAssert.AreEqual(texts, content.Paragraphs.ToArray(), content.BodyHtml);
            Assert.AreEqual("Kabar dari Teluk Jaya Hari Ini", content.Headline);
        }
    }

    [TestMethod]
    public void Lists_headings_and_pictures_between_paragraphs_stay()
    {
        var content = Uploads.Content(
            Page(
                "Kabar dari Teluk Jaya Hari Ini",
                "<div class='isi'>{0}<h2>Jadwal</h2><ul><li>Senin</li><li>Rabu</li></ul>{1}<figure><img src='https://a.example/b.jpg' alt='Pasar'><figcaption>Pasar baru</figcaption></figure>{2}<p>(Humas)</p></div>",
                Market
            ),
            "siaran.html"
        );

        Assert.Contains("<h2>Jadwal</h2><ul><li>Senin</li><li>Rabu</li></ul>", content.BodyHtml);
        Assert.Contains(
            "<figure><img src=\"https://a.example/b.jpg\" alt=\"Pasar\"><figcaption>Pasar baru</figcaption></figure>",
            content.BodyHtml
        );
        Assert.IsTrue(content.SignedOff);
    }

    [TestMethod]
    [DataRow(
        "<title>{title} | Dinas Teluk Jaya</title><meta property='og:title' content='{title}'>",
        "<h1><a href='/'>Dinas Teluk Jaya</a></h1><div><h2>{title}</h2>{text}</div>"
    )]
    [DataRow(
        "<title>Dinas Teluk Jaya – {title}</title><meta property='og:site_name' content='Dinas Teluk Jaya'>",
        "<h1><a href='/'>Dinas Teluk Jaya</a></h1><div><h3>{title}</h3>{text}</div>"
    )]
    [DataRow(
        "<title>{title}</title>",
        "<h1 class='aural'>Navigasi dan Layanan</h1><ul><li><a href='#c'>Isi</a></li></ul><div id='c'><h1>{title}</h1>{text}</div>"
    )]
    [DataRow("<title>{title} | Dinas Jaya</title><meta property='og:title' content='{title} | Dinas Jaya'>", "<div>{text}</div>")]
    [DataRow("<title>{title} - Dinas Jaya</title>", "<div>{text}</div>")]
    [DataRow("<title>Berita » {title} » Dinas Jaya</title>", "<div>{text}</div>")]
    [DataRow("<title>SIARAN PERS</title>", "<p><b>SIARAN PERS</b></p><p><b>{title}</b></p>{text}")]
    [DataRow("<title>Portal</title>", "<h1>{title}</h1>{text}")]
    public void The_headline_is_the_article_s_and_not_the_site_s(string head, string body)
    {
        foreach (var title in (string[])["Pasar Ikan Teluk Jaya Dibuka Kembali", "Klinik Terapung – Sembilan Pulau Dilayani Tiap Bulan"])
        {
            var html = $"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
                .Replace("{title}", title, StringComparison.Ordinal)
                .Replace("{text}", string.Concat(Market.Select(t => $"<p>{t}</p>")), StringComparison.Ordinal);

            var content = Uploads.Content(html, "siaran.html");

            Assert.AreEqual(title, content.Headline);
            CollectionAssert.AreEqual(Market, content.Paragraphs.ToArray());
        }
    }

    [TestMethod]
    public void A_page_of_two_texts_alike_is_doubtful()
    {
        var both =
            "<div><div class='a'>{0}{1}{2}</div></div><ul class='menu'>{menu}</ul><div><section class='b'>{0}{1}{2}</section></div>".Replace(
                "{menu}",
                string.Concat(Enumerable.Range(1, 9).Select(i => $"<li><a href='/{i}'>Layanan nomor {i} kabupaten</a></li>")),
                StringComparison.Ordinal
            );

        var result = Uploads.Read(Page("Kabar dari Teluk Jaya Hari Ini", both, Market), "siaran.html");

        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result);
        Assert.AreEqual(Severity.Doubt, Uploads.Found(result, "article-unsure").Severity);
    }

    [TestMethod]
    [DataRow("<p>Published: 2021-11-18T11:30:00Z</p>", "2021-11-18T11:30Z")]
    [DataRow("<meta name='published' content='2021-11-18T11:30:00Z'>", "2021-11-18T11:30Z")]
    [DataRow("<p>Published November 18th, 2021 - 11:30 GMT</p>", "2021-11-18T11:30Z")]
    [DataRow("<p>Rekaman pembukaan pasar. (Published Thursday, Nov. 18, 2021)</p>", "2021-11-17T16:00Z")]
    [DataRow("<p>Published: 2031-11-18T11:30:00Z</p>", "2031-11-18T11:30Z")]
    public void A_page_s_time_of_publication_is_read_wherever_it_is_written(string stamp, string moment)
    {
        var result = Uploads.Read(
            Page("Kabar dari Teluk Jaya Hari Ini", $"<div>{stamp}</div><div>{{0}}{{1}}{{2}}</div>", Market),
            "siaran.html"
        );

        Assert.AreEqual(
            DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture),
            Uploads.Accepted(result).Submission.PublishAt
        );
    }

    private static string Page(string title, string body, string[] texts)
    {
        var cards = string.Concat(
            Enumerable
                .Range(1, 3)
                .Select(i =>
                    $"<article class='kartu'><h3><a href='/{i}'>Berita Lain Nomor {i} dari Pulau Seberang</a></h3><p>Ringkasan berita nomor {i} itu ada di sini, selengkapnya ada di tautan.</p></article>"
                )
        );
        var html = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            body.Replace("{cards}", cards, StringComparison.Ordinal),
            [.. texts.Select(t => $"<p>{t}</p>")]
        );
        return $"<!doctype html><html lang='id'><head><title>{title}</title></head><body><h1>{title}</h1>{html}</body></html>";
    }
}
