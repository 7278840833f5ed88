using Siaran.Releases;

namespace Siaran.Tests.Intake;

/// <summary>Pictures and videos that come late, sections named by their headings, and dates under names of other systems.</summary>
[TestClass]
public sealed class LatePartsTests
{
    private const string Headline = "Pasar Ikan Teluk Sekar Dibuka Kembali";

    private const string First = "Pemerintah Kabupaten Sekar membuka kembali pasar ikan di tepi teluk setelah perbaikan selama tiga bulan.";

    private const string Second = "Pasar itu kini mempunyai gudang dingin, tempat bongkar yang lebih luas, dan air bersih bagi pedagang.";

    private const string Third = "Bupati berharap harga ikan menjadi lebih tetap dan nelayan tidak lagi menjual rugi di musim panen.";

    [TestMethod]
    [DataRow("<img data-srcset='https://a.example/300.jpg 300w,{0} 900w' alt='Pasar'>")]
    [DataRow("<img src='data:image/gif;base64,R0' data-srcset='https://a.example/300.jpg 300w,{0} 900w' alt='Pasar'>")]
    [DataRow("<img src='data:image/gif;base64,R0' data-actualsrc='{0}' alt='Pasar'>")]
    [DataRow("<img src='data:image/gif;base64,R0' data-flickity-lazyload='{0}' alt='Pasar'>")]
    [DataRow("<img src='' data-cfsrc='{0}' alt='Pasar'>")]
    [DataRow("<img src='https://a.example/loader.gif' data-original-src='{0}' alt='Pasar'>")]
    [DataRow("<img src='https://a.example/placeholder-16x9.png' data-src='{0}' alt='Pasar'>")]
    [DataRow("<picture><source srcset='data:image/gif;base64,R0' data-lazy-srcset='{0} 900w'><img alt='Pasar'></picture>")]
    [DataRow("<picture><source data-srcset='{0} 900w'><img src='data:image/gif;base64,R0' alt='Pasar'></picture>")]
    [DataRow("<noscript><img src='{0}' alt='Pasar'></noscript>")]
    [DataRow("<img class='lazy' src='data:image/gif;base64,R0' alt='Pasar'><noscript><img src='{0}' alt='Pasar'></noscript>")]
    [DataRow("<div class='lazy-wrapper'><img alt='Pasar' srcset='data:image/gif;base64,R0' data-sizes='auto' data-srcset='{0}'></div>")]
    public void A_picture_of_any_script_is_found_once(string picture)
    {
        var late = string.Format(System.Globalization.CultureInfo.InvariantCulture, picture, "https://a.example/900.jpg");
        var html = Page($"<p>{First}</p>{late}<p>{Second}</p><p>{Third}</p>").BodyHtml;

        Assert.Contains("<img src=\"https://a.example/900.jpg\" alt=\"Pasar\">", html);
        Assert.HasCount(2, html.Split("<img"));
    }

    [TestMethod]
    public void A_set_of_embedded_pictures_gives_none() =>
        Assert.DoesNotContain("<img", Page($"<p>{First}</p><img srcset='data:image/gif;base64,R0'><p>{Second}</p><p>{Third}</p>").BodyHtml);

    [TestMethod]
    public void A_picture_that_is_shown_is_not_shown_again_for_readers_without_scripts() =>
        Assert.DoesNotContain(
            "b.jpg",
            Page(
                $"<p>{First}</p><img src='https://a.example/a.jpg' alt='Pasar'><noscript><img src='https://a.example/b.jpg'></noscript><p>{Second}</p><p>{Third}</p>"
            ).BodyHtml
        );

    [TestMethod]
    [DataRow("<video title='Peresmian'><source data-src='https://a.example/b.mp4'></video>", "https://a.example/b.mp4")]
    [DataRow("<object><param name='movie' value='https://www.youtube.com/v/abc'></object>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<object><embed src='https://www.youtube.com/v/abc'></object>", "https://www.youtube.com/watch?v=abc")]
    [DataRow(
        "<noscript><iframe src='https://www.youtube.com/embed/abc' title='Peresmian'></iframe></noscript>",
        "https://www.youtube.com/watch?v=abc"
    )]
    [DataRow("<amp-video src='https://a.example/b.mp4' title='Peresmian'></amp-video>", "https://a.example/b.mp4")]
    [DataRow(
        "<iframe data-cookieblock-src='https://www.youtube.com/embed/abc' title='Peresmian'></iframe>",
        "https://www.youtube.com/watch?v=abc"
    )]
    [DataRow(
        "<iframe src='about:blank' data-cmp-src='https://player.vimeo.com/video/12' title='Opening'></iframe>",
        "https://player.vimeo.com/video/12"
    )]
    [DataRow(
        "<figure class='wp-block-embed'><div>https://www.youtube.com/watch?v=abc</div></figure>",
        "https://www.youtube.com/watch?v=abc"
    )]
    [DataRow(
        "<iframe src='https://www.youtube.com/embed/videoseries?list=PL1' title='Opening'></iframe>",
        "https://www.youtube.com/embed/videoseries?list=PL1"
    )]
    [DataRow("<div class='youtube-player' data-id='abcdefghijk'></div>", "https://www.youtube.com/watch?v=abcdefghijk")]
    [DataRow("<div class='yt-lite' data-video-id='abc-def_hij'><span>Putar</span></div>", "https://www.youtube.com/watch?v=abc-def_hij")]
    [DataRow("<div class='lite-youtube' data-youtube-id='abc'></div>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<lite-youtube data-id='abc'></lite-youtube>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<lite-vimeo videoid='12'></lite-vimeo>", "https://vimeo.com/12")]
    [DataRow("<div class='video-player' data-video='abcdefghijk'></div>", "https://www.youtube.com/watch?v=abcdefghijk")]
    [DataRow("<div class='vimeo-embed' data-vimeo-id='12'></div>", "https://vimeo.com/12")]
    [DataRow("<div class='video-wrapper' data-src='https://www.youtube.com/embed/abc'></div>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<figure class='youtube' data-src='//www.youtube.com/embed/abc'><img src=''></figure>", "https://www.youtube.com/watch?v=abc")]
    public void A_video_of_any_player_leads_there_once(string video, string address)
    {
        var html = Page($"<p>{First}</p>{video}<p>{Second}</p><p>{Third}</p>").BodyHtml;

        Assert.Contains($"href=\"{address}\"", html, html);
        Assert.HasCount(2, html.Split("<a "));
    }

    [TestMethod]
    [DataRow("<div class='video-item' data-id='1734'>Peresmian</div>")]
    [DataRow("<div class='youtube-text' data-id='abcdefghijk'><p>Peresmian itu disiarkan langsung oleh stasiun daerah.</p></div>")]
    [DataRow("<div class='vimeo' data-id='abc'>Peresmian</div>")]
    [DataRow("<div class='video' data-src='/a.jpg'>Peresmian</div>")]
    public void A_box_that_names_no_video_leads_nowhere(string box) =>
        Assert.DoesNotContain("<a ", Page($"<p>{First}</p>{box}<p>{Second}</p><p>{Third}</p>").BodyHtml);

    [TestMethod]
    [DataRow("comments-from-the-minister", "Comments from the minister")]
    [DataRow("share-of-the-budget", "The share of the budget")]
    [DataRow("popular-vote", "Popular vote")]
    [DataRow("related-work", "Related work")]
    [DataRow("subscribe-to-the-programme", "How to subscribe to the programme")]
    [DataRow("cookie-law", "Cookie law explained")]
    [DataRow("iklan-layanan-terkait", "Iklan layanan terkait")]
    [DataRow("komentar-bupati", "Komentar Bupati")]
    [DataRow("navigation-and-safety", "Navigation and safety")]
    public void A_section_that_is_named_by_its_heading_stays(string id, string heading)
    {
        var content = Page($"<p>{First}</p><p>{Second}</p><section id='{id}'><h2>{heading}</h2><p>{Third}</p></section>");

        Assert.Contains(Third, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("date: 2024-03-01 10:00:00 +0800", "02:00")]
    [DataRow("DATE: 2024-03-01T10:00:00+08:00", "02:00")]
    [DataRow("Date: 1 March 2024 10:00", "02:00")]
    [DataRow("PublishAt: 2024-03-01T10:00:00+08:00", "02:00")]
    [DataRow("PUBLISHAT: 2024-03-01T10:00:00+08:00", "02:00")]
    [DataRow("publishat: 2024-03-01T10:00:00+08:00", "02:00")]
    [DataRow("Date: 2024-03-01 10:00 WITA", "02:00")]
    [DataRow("date: 2024-03-01T10:00", "02:00")]
    public void A_date_is_read_in_any_case(string line, string time)
    {
        var submission = Uploads.Submission($"---\ntitle: {Headline}\n{line}\n---\n\n{First}\n\n{Second}\n", "siaran.md");

        Assert.AreEqual($"2024-03-01 {time}:00Z", submission.PublishAt?.ToString("u", System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    [DataRow("pubDate: 2024-03-01")]
    [DataRow("publish_at: 2024-03-01")]
    [DataRow("publish-date: 2024-03-01")]
    [DataRow("Tanggal: 1 Maret 2024")]
    [DataRow("Draft: true")]
    [DataRow("DRAFT: True")]
    [DataRow("Published: False")]
    [DataRow("PRIVATE: true")]
    public void A_key_that_may_mean_a_date_or_a_draft_holds_the_release(string line) =>
        Assert.AreEqual("unknown-key", Uploads.Error(Uploads.Read($"---\ntitle: {Headline}\n{line}\n---\n\n{First}\n", "siaran.md")).Code);

    private static ReleaseContent Page(string text) =>
        Uploads.Content($"<title>{Headline}</title><body><main><article><h1>{Headline}</h1>{text}</article></main></body>", "siaran.html");
}
