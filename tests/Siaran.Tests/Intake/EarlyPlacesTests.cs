using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Where on a page, and in what marks of its system, it is said that a release must wait.</summary>
[TestClass]
public sealed class EarlyPlacesTests
{
    private const string Headline = "Balai Benih Padi Dibuka untuk Petani";

    private const string Text =
        "<p>Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian di lokasi.</p>"
        + "<p>Kepala dinas pertanian mengatakan bahwa balai itu menyediakan delapan ton benih setiap musim, dan bahwa petani tidak membayar apa pun.</p>"
        + "<p>Bupati Rimbun berharap panen tahun depan naik sepersepuluh, sebab benih yang lama mudah terserang hama di musim hujan.</p>";

    private const string Ahead = "2031-03-03T10:00:00+08:00";

    private static readonly string Menu = string.Concat(
        Enumerable.Range(0, 60).Select(at => $"<div class='m'><a href='/{at}'><i></i><span>Layanan {at}</span></a></div>")
    );

    [TestMethod]
    [DataRow("{menu}<div>EMBARGO sampai Senin</div><article><h1>{h}</h1>{text}</article>")]
    [DataRow("{menu}<article><h1>{h}</h1><div class='entry-meta'>Jangan disiarkan sebelum Senin</div>{text}</article>")]
    [DataRow("<ul>{menu}</ul><aside>Not for release before Monday</aside>{menu}<article><h1>{h}</h1>{text}</article>")]
    [DataRow("<article><div><span>Pertanian</span><span>EMBARGO</span></div><h1>{h}</h1>{text}</article>")]
    [DataRow("<article><div><span>3 Maret 2026</span> <em>Draft</em></div><h1>{h}</h1>{text}</article>")]
    [DataRow("<article><div>3 Maret 2026 <span>Rahasia</span></div><h1>{h}</h1>{text}</article>")]
    [DataRow("<article><div><button>Bagikan</button>EMBARGO sampai Senin</div><h1>{h}</h1>{text}</article>")]
    [DataRow("<img src='/a.png' alt='EMBARGO sampai Senin'><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<article title='Jangan disiarkan sebelum Senin'><h1>{h}</h1>{text}</article>")]
    [DataRow("<div aria-label='Embargoed until Monday'></div><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<iframe title='EMBARGO sampai Senin' src='x'></iframe><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<article><h1>{h}</h1><table><tr><td>Publikasi</td><td>3 Maret 2031</td></tr></table>{text}</article>")]
    [DataRow("<div>Artikel ini belum diterbitkan.</div><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<div>Halaman ini dijadwalkan terbit pada 3 Maret 2031.</div><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<div>This page is currently unpublished.</div><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<div>This article is scheduled to be published on 3 March 2031.</div><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<div>Preview – visible only to editors</div><article><h1>{h}</h1>{text}</article>")]
    [DataRow("<article class='node node--unpublished'><h1>{h}</h1>{text}</article>")]
    [DataRow("<div class='item-page system-unpublished'><h1>{h}</h1>{text}</div>")]
    [DataRow("<article data-published='false'><h1>{h}</h1>{text}</article>")]
    [DataRow("<article data-state='draft'><h1>{h}</h1>{text}</article>")]
    public void A_page_that_says_so_is_not_public_at_once(string body) => Assert.IsFalse(IsPublic(body, ""));

    [TestMethod]
    [DataRow("<article><time datetime='{t}'>Senin</time><h1>{h}</h1>{text}</article>")]
    [DataRow("<article><h1>{h}</h1><p><time datetime='{t}'>lima hari lagi</time> oleh Admin</p>{text}</article>")]
    [DataRow("<article><h1>{h}</h1><ul><li>Admin</li><li><time datetime='{t}'>3 Mar</time></li></ul>{text}</article>")]
    [DataRow("<article><p>Humas - 3 Maret 2031 10:00</p><h1>{h}</h1>{text}</article>")]
    [DataRow("<article><h1>{h}</h1><div><b>03</b><i>Mar</i><u>2031</u></div>{text}</article>")]
    [DataRow("<article><h1>{h}</h1><span property='schema:datePublished' content='{t}'>Senin</span>{text}</article>")]
    [DataRow("<article><h1>{h}</h1><div>02/04/2031</div>{text}</article>")]
    public void A_time_to_come_next_to_the_headline_holds_a_page(string body)
    {
        Assert.IsFalse(IsPublic(body, ""));
        Assert.IsFalse(IsPublic(body, "<meta property='article:published_time' content='2031-02-01T08:00:00+08:00'>"));
        Assert.IsTrue(IsPublic(body, "", "2031-05-01T00:00:00Z"));
    }

    [TestMethod]
    [DataRow("<meta name='article:status' content='scheduled'>")]
    [DataRow("<meta name='workflow_state' content='pending'>")]
    [DataRow("<meta name='document-status' content='Konsep'>")]
    [DataRow("<meta name='public' content='false'>")]
    [DataRow("<meta name='published' content='false'>")]
    [DataRow("<meta name='site:preview' content='true'>")]
    [DataRow("<meta name='article:embargo_date' content='{t}'>")]
    [DataRow("<meta name='available-from' content='2031-03-03'>")]
    [DataRow("<meta name='live_at' content='2031-03-03'>")]
    [DataRow("<meta name='tanggal-terbit' content='2031-03-03'>")]
    [DataRow("<meta name='citation_date' content='2031-03-03'>")]
    [DataRow("<meta name='search_date' content='2031-03-03'>")]
    [DataRow("<meta name='anything_at' content='{t}'>")]
    [DataRow("<link rel='canonical' href='https://rimbun.example/?p=3&amp;preview=true'>")]
    [DataRow("<script type='application/ld+json; charset=utf-8'>{\"@type\":\"NewsArticle\",\"datePublished\":\"{t}\"}</script>")]
    [DataRow("<script type='application/ld+json'>{\"mainEntity\":{\"@type\":\"NewsArticle\",\"datePublished\":\"{t}\"}}</script>")]
    [DataRow(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"creativeWorkStatus\":{\"@type\":\"DefinedTerm\",\"name\":\"Draft\"}}</script>"
    )]
    [DataRow(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-01-01\"}</script><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"{t}\"}</script>"
    )]
    public void Metadata_of_other_names_hold_a_page(string head) => Assert.IsFalse(IsPublic("<article><h1>{h}</h1>{text}</article>", head));

    [TestMethod]
    [DataRow("3 März, 10:00 Uhr 2031x")]
    [DataRow("2031年3月3日")]
    [DataRow("3-Mar-31")]
    [DataRow("2031.03.03")]
    [DataRow("2031-03-03 10:00:00 PST")]
    [DataRow("03/03/2031 22:00")]
    [DataRow("2031-03-03 10:00:00 +0000 UTC")]
    [DataRow("3. März 2031, 10:00 Uhr")]
    public void A_date_of_publication_that_cannot_be_read_is_never_passed_over(string date) =>
        Assert.IsFalse(IsPublic("<article><h1>{h}</h1>{text}</article>", $"<meta property='article:published_time' content='{date}'>"));

    [TestMethod]
    [DataRow("{menu}<aside><a href='/b'>Embargo minyak dicabut Senin</a></aside>{menu}<article><h1>{h}</h1>{text}</article>{menu}", "")]
    [DataRow("<article><div><a href='/k'>Berita</a> <a href='/d'>Draft</a></div><h1>{h}</h1>{text}</article>", "")]
    [DataRow("<article><h1>{h}</h1>{text}</article><aside>Agenda <time datetime='{t}'>3 Maret 2031</time></aside>", "")]
    [DataRow(
        "<aside class='agenda'><p>Rapat <time class='event-date' datetime='{t}'>Senin</time></p></aside><article><h1>{h}</h1>{text}</article>",
        ""
    )]
    [DataRow("<article><h1><span>Resep</span> <em>Rahasia</em></h1>{text}</article>", "")]
    [DataRow("<article><h1>{h}</h1><p><time datetime='2031-02-03'>3 Februari 2031</time></p>{text}</article>", "")]
    [DataRow("<article><h1>{h}</h1>{text}</article>", "<meta name='article:expiration_time' content='{t}'>")]
    [DataRow("<article><h1>{h}</h1>{text}</article>", "<meta name='event_start_date' content='{t}'>")]
    [DataRow("<article><h1>{h}</h1>{text}</article>", "<meta name='publish_date' content='0000-00-00 00:00:00'>")]
    [DataRow("<article><h1>{h}</h1>{text}</article>", "<meta name='publish_date' content='5 Mei2014, jam 7'>")]
    [DataRow("<article data-state='open'><h1>{h}</h1>{text}</article>", "<meta name='order:state' content='complete'>")]
    public void A_page_that_is_plainly_public_is_taken(string body, string head) => Assert.IsTrue(IsPublic(body, head));

    private static bool IsPublic(string body, string head, string uploadedAt = "2031-02-25T00:00:00Z")
    {
        var page = $"<!doctype html><html><head><title>{Headline}</title>{head}</head><body>{body}</body></html>"
            .Replace("{menu}", Menu, StringComparison.Ordinal)
            .Replace("{text}", Text, StringComparison.Ordinal)
            .Replace("{h}", Headline, StringComparison.Ordinal)
            .Replace("{t}", Ahead, StringComparison.Ordinal);
        var upload = new UploadedDocument("siaran.html", null, Encoding.UTF8.GetBytes(page)) { UploadedAt = At(uploadedAt) };
        return IntakeReader.Read(upload, Uploads.Options) is IntakeResult.Accepted accepted
            && !(accepted.Submission.PublishAt > upload.UploadedAt);
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
