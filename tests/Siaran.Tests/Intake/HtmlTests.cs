using Siaran.Intake;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class HtmlTests
{
    [TestMethod]
    [DataRow("<ruby>魚<rt>さかな</rt></ruby>の<ruby>市場<rp>(</rp><rt>いちば</rt><rp>)</rp></ruby>が開いた。", "魚の市場が開いた。")]
    [DataRow("Pasar <ruby>ikan<rt>EMBARGO</rt></ruby> dibuka.", "Pasar ikanEMBARGO dibuka.")]
    public void How_characters_are_read_is_no_text_but_words_are(string body, string text)
    {
        var document = HtmlPage.Parse($"<p>{body}</p>")!;

        Assert.AreEqual(
            text,
            string.Concat(document.QuerySelectorAll("p").Select(p => p.TextContent)).Replace("()", "", StringComparison.Ordinal)
        );
    }

    [TestMethod]
    [DataRow("<script>alert(1)</script>")]
    [DataRow("<style>p{color:red}</style>")]
    [DataRow("<img src=x onerror=alert(1)>")]
    [DataRow("<img src='javascript:alert(1)'>")]
    [DataRow("<a href='javascript:alert(1)'>klik</a>")]
    [DataRow("<a href='java\nscript:alert(1)' onclick='alert(1)'>klik</a>")]
    [DataRow("<a href='data:text/html,alert(1)'>klik</a>")]
    [DataRow("<a href='https://user:pass@evil.example/'>klik</a>")]
    [DataRow("<iframe src='https://evil.example/'>alert</iframe>")]
    [DataRow("<object data='x'>alert</object><embed src='x'>")]
    [DataRow("<form action='/x'><input value='alert'></form>")]
    [DataRow("<svg><script>alert(1)</script></svg>")]
    [DataRow("<svg><a xlink:href='javascript:alert(1)'><text>klik</text></a></svg>")]
    [DataRow("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>")]
    [DataRow("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [DataRow("<p style='background:url(javascript:alert(1))' class='x' id='y' data-x='alert'>klik</p>")]
    [DataRow("<template><img src=x onerror=alert(1)></template>")]
    public void Nothing_that_acts_is_let_through(string evil)
    {
        foreach (var name in (string[])["siaran.html", "siaran.md"])
        {
            var html = Uploads.Content($"<h1>Pasar Ikan Dibuka</h1>\n\n<p>{Uploads.Body}</p>\n\n{evil}\n", name).BodyHtml;

            Assert.DoesNotContain("alert", html);
            Assert.DoesNotContain("evil.example", html);
            Assert.DoesNotContain("style", html);
        }
    }

    [TestMethod]
    public void Known_markup_is_kept_and_all_else_unwrapped()
    {
        var content = Uploads.Content(
            """
            <h1>Pasar Ikan Dibuka</h1>
            <div class="isi"><p>Pasar <b>baru</b> <span style="color:red">ini</span> <i>milik</i> kita.<br>Silakan  datang.</p>
            <h3>Jadwal</h3><ul><li>Senin<li>Selasa<ul><li>pagi</ul></ul>
            <blockquote>“Kami siap.”</blockquote>
            <table><caption>Harga</caption><tr><th>Ikan</th><th colspan=2>Rp</th></tr><tr><td>Tongkol</td><td>30</td><td></td></tr></table></div>
            """,
            "siaran.html"
        );

        Assert.AreEqual(
            "<p>Pasar <strong>baru</strong> ini <em>milik</em> kita.<br>\nSilakan datang.</p><h3>Jadwal</h3><ul><li>Senin</li><li>Selasa<ul><li>pagi</li></ul></li></ul>"
                + "<blockquote><p>“Kami siap.”</p></blockquote><p>Harga</p><table><tbody><tr><th>Ikan</th><th colspan=\"2\">Rp</th></tr><tr><td>Tongkol</td><td>30</td><td></td></tr></tbody></table>",
            content.BodyHtml
        );
        Assert.AreEqual(
            "Pasar baru ini milik kita. Silakan datang.|Jadwal|Senin|Selasa|pagi|“Kami siap.”|Harga|Ikan|Rp|Tongkol|30",
            string.Join('|', content.Paragraphs)
        );
    }

    [TestMethod]
    public void Two_line_breaks_part_paragraphs_even_within_inline_markup()
    {
        var content = Uploads.Content("<h1>Pasar Ikan Dibuka</h1><p><span><em>Satu.<br>&nbsp;<br>Dua.</em></span></p>", "siaran.html");

        Assert.AreEqual("<p><em>Satu.</em></p><p><em>Dua.</em></p>", content.BodyHtml);
    }

    [TestMethod]
    [DataRow("", "https://siaran.nusajaya.example/a/b.html")]
    [DataRow("<base href='https://aset.example/x/'>", "https://aset.example/x/a/b.html")]
    [DataRow("<link rel='canonical' href='https://asal.example/berita/1.html'>", "https://asal.example/berita/a/b.html")]
    [DataRow("<link rel='canonical' href='https://asal.example/berita/1.html'><base href='/x/'>", "https://asal.example/x/a/b.html")]
    [DataRow("<base href='javascript:alert(1)'>", "https://siaran.nusajaya.example/a/b.html")]
    public void Links_and_pictures_become_absolute(string head, string address)
    {
        var content = Uploads.Content(
            $"<html><head>{head}</head><body><h1>Pasar Ikan Dibuka</h1><p>{Uploads.Body} <a href='a/b.html'>Peta</a> <img src='a/b.html' alt='Kios'></p></body></html>",
            "siaran.html"
        );

        Assert.Contains($"<a href=\"{address}\">Peta</a>", content.BodyHtml);
        Assert.Contains($"<img src=\"{address}\" alt=\"Kios\">", content.BodyHtml);
    }

    [TestMethod]
    public void Mail_links_stay_and_links_within_the_page_become_text()
    {
        var content = Uploads.Content(
            "<h1>Pasar Ikan Dibuka</h1><p>Tulis ke <a href='mailto:a@b.example'>kami</a> atau <a href='#bawah'>lihat</a>.</p>",
            "siaran.html"
        );

        Assert.AreEqual("<p>Tulis ke <a href=\"mailto:a@b.example\">kami</a> atau lihat.</p>", content.BodyHtml);
    }

    [TestMethod]
    [DataRow("<img src='data:image/png;base64,AAAA' alt='Kios'>", "image-embedded")]
    [DataRow("<img src='/kios.jpg'>", "image-without-alt")]
    [DataRow("<a href='ftp://a.example/'>x</a>", "link-unusable")]
    public void What_cannot_be_shown_well_is_told(string markup, string code) =>
        Assert.AreEqual(
            Severity.Warning,
            Uploads.Found(Uploads.Read($"<h1>Pasar Ikan Dibuka</h1><p>{Uploads.Body}{markup}</p>", "siaran.html"), code).Severity
        );

    [TestMethod]
    [DataRow("<img src='https://a.example/a.gif' width=1 height=1>", "<p>x</p>")]
    [DataRow("<img src='https://pixel.wp.com/g.gif?x=1' alt=''>", "<p>x</p>")]
    [DataRow("<img class='emoji' alt='🐟' src='https://s.w.org/1.png'>", "<p>x🐟</p>")]
    [DataRow(
        "<img src='data:image/gif;base64,R0' data-src='/kios.jpg' alt='Kios' width=640>",
        "<p>x<img src=\"https://siaran.nusajaya.example/kios.jpg\" alt=\"Kios\" width=\"640\"></p>"
    )]
    public void Tracking_pixels_go_and_lazy_pictures_and_emoji_come(string markup, string html) =>
        Assert.AreEqual(html, Uploads.Content($"<h1>Pasar Ikan Dibuka</h1><p>x{markup}</p>", "siaran.html").BodyHtml);

    [TestMethod]
    public void A_figure_above_the_text_comes_behind_its_lead()
    {
        const string picture = "<figure><img src=\"https://a.example/b.jpg\" alt=\"Pasar\"><figcaption>Pasar baru</figcaption></figure>";

        var content = Uploads.Content($"<h1>Pasar Ikan Dibuka</h1>{picture}<p>{Uploads.Body}</p><p>Pasar itu ramai.</p>", "siaran.html");

        Assert.AreEqual(Uploads.Body, content.Lead);
        Assert.AreEqual($"<p>{Uploads.Body}</p>{picture}<p>Pasar itu ramai.</p>", content.BodyHtml);
    }

    [TestMethod]
    public void WordPress_captions_become_figures_and_its_furniture_goes()
    {
        var content = Uploads.Content(
            $"""
            <article class="post"><h1 class="entry-title">Pasar Ikan Dibuka</h1>
            <div class="entry-meta">Laras | 3 Maret 2025</div>
            <div class="entry-content">
            <div class="wp-caption"><img src="/kios.jpg" alt="Kios"><p class="wp-caption-text">Kios baru</p></div>
            <p class="wp-block-paragraph">{Uploads.Body}</p>
            <div class="code-block">Baca juga: <a href="/x">Berita lain</a></div>
            <p><strong>Baca juga <a href="/y">Berita lain yang dekat dengan ini</a></strong></p>
            <div class="wp-block-group has-background"><p>“Pasar ini milik kita,” kata Bupati.</p></div>
            <ul class="wp-block-latest-posts"><li>Berita lain</li></ul>
            <div class="sharedaddy"><h3>Bagikan ini:</h3></div></div>
            <div id="comments"><h2>Tinggalkan Balasan</h2></div></article>
            """,
            "siaran.html"
        );

        Assert.AreEqual(
            $"<p>{Uploads.Body}</p>"
                + "<figure><img src=\"https://siaran.nusajaya.example/kios.jpg\" alt=\"Kios\"><figcaption>Kios baru</figcaption></figure>"
                + "<p>“Pasar ini milik kita,” kata Bupati.</p>",
            content.BodyHtml
        );
    }

    [TestMethod]
    public void Microdata_tells_headline_text_author_and_date()
    {
        var result = Uploads.Accepted(
            Uploads.Read(
                $"""
                <body><h1>Portal Nusa Jaya</h1><div itemscope itemtype="https://schema.org/NewsArticle">
                <h2 itemprop="headline">Pasar Ikan Dibuka</h2><span itemprop="author"><b itemprop="name">Dinas Perikanan Teluk Jaya</b></span>
                <meta itemprop="datePublished" content="2025-03-03T09:00"><div itemprop="articleBody"><p>{Uploads.Body}</p></div></div><p>Kolom lain.</p></body>
                """,
                "siaran.html"
            )
        );
        var content = result.Submission.Content!;

        Assert.AreEqual(
            ("Pasar Ikan Dibuka", "Dinas Perikanan Teluk Jaya", $"<p>{Uploads.Body}</p>"),
            (content.Headline, content.Agency, content.BodyHtml)
        );
        Assert.AreEqual(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero), result.Submission.PublishAt);
    }

    [TestMethod]
    public void Linked_data_tells_headline_agency_date_address_and_picture()
    {
        const string data =
            """{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Pasar Ikan Dibuka","author":{"@type":"Organization","name":"Dinas Perikanan Teluk Jaya"},"datePublished":"2025-03-03T09:00:00+07:00","mainEntityOfPage":{"@id":"https://asal.example/pasar"},"image":["https://asal.example/a.jpg"],"articleSection":"Siaran Pers"}]}""";
        var result = Uploads.Accepted(
            Uploads.Read(
                $"<html><head><title>Portal</title><script type='application/ld+json'>{data}</script></head><body><main><p>{Uploads.Body}</p></main></body></html>",
                "siaran.html"
            )
        );
        var content = result.Submission.Content!;

        Assert.AreEqual(
            ("Pasar Ikan Dibuka", "Siaran Pers", "Dinas Perikanan Teluk Jaya"),
            (content.Headline, content.Label, content.Agency)
        );
        Assert.AreEqual(
            (new Uri("https://asal.example/pasar"), new Uri("https://asal.example/a.jpg")),
            (content.CanonicalUrl, content.Image?.Url)
        );
        Assert.AreEqual(new DateTimeOffset(2025, 3, 3, 2, 0, 0, TimeSpan.Zero), result.Submission.PublishAt);
    }

    [TestMethod]
    public void A_page_s_unreadable_date_is_told_and_not_used()
    {
        var result = Uploads.Read(
            $"<article><h1>Pasar Ikan Dibuka</h1><time itemprop='datePublished'>baru saja</time><p>{Uploads.Body}</p></article>",
            "siaran.html"
        );

        Assert.AreEqual(Severity.Warning, Uploads.Found(result, "page-date-unread").Severity);
        Assert.IsNull(Uploads.Accepted(result).Submission.PublishAt);
    }

    [TestMethod]
    public void Related_news_with_real_text_after_it_is_kept_with_a_warning()
    {
        var real =
            "Kepala dinas menambahkan bahwa pasar itu dibuka setiap hari sampai pukul sembilan malam, dan pedagang yang belum terdaftar dapat mendaftar di kantor.";
        var result = Uploads.Read($"Pasar Ikan Dibuka\n\n{Uploads.Body}\n\nBerita Terkait\n\nHarga Ikan Turun\n\n{real}");

        Assert.AreEqual(Severity.Warning, Uploads.Found(result, "doubtful-tail").Severity);
        CollectionAssert.AreEqual((string[])[Uploads.Body, real], Uploads.Content(result).Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("Bagikan berita ini kepada tetangga Anda, kata Bupati.")]
    [DataRow("Baca juga aturan lengkapnya di kantor desa, kata Bupati.")]
    [DataRow("Komentar warga didengar Bupati di pasar.")]
    [DataRow("Beranda rumah warga rusak terkena angin.")]
    public void Text_that_begins_like_furniture_is_kept(string paragraph) =>
        Assert.AreEqual(paragraph, Uploads.Content($"Pasar Ikan Dibuka\n\n{Uploads.Body}\n\n{paragraph}").Paragraphs[^1]);
}
