using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Small parts of a page's text that are not where texts have them are kept: who said it, headings in buttons, first letters.</summary>
[TestClass]
public sealed class KeptPartsTests
{
    private const string Headline = "Panen Kopi Lereng Gunung Usai";
    private const string First =
        "Panen kopi di lereng gunung selesai lebih awal, kata kepala dinas pertanian pada hari Kamis di kantornya.";
    private const string Second = "Hasilnya naik di semua desa karena petani memakai bibit yang baru sejak dua tahun yang lalu.";

    [TestMethod]
    [DataRow("<blockquote><p>Kami lega.</p><footer>— Rina Sari, <cite>camat</cite></footer></blockquote>", "Rina Sari")]
    [DataRow("<blockquote>Kami lega.</blockquote><div class=\"author\">Rina Sari, Camat Watu</div>", "Rina Sari")]
    [DataRow("<h2><button>Berapa hasilnya?</button></h2><p>Hasilnya dua belas ton dari tiga desa.</p>", "Berapa hasilnya?")]
    [DataRow(
        "<h3><button type=\"button\"><span>Siapa pembelinya?</span></button></h3><p>Koperasi desa membeli semua hasilnya.</p>",
        "Siapa pembelinya?"
    )]
    public void A_part_of_a_page_s_text_is_kept(string part, string kept) =>
        Assert.Contains(kept, Page($"<article><h1>{Headline}</h1><p>{First}</p>{part}<p>{Second}</p></article>").BodyText);

    [TestMethod]
    [DataRow("<div class=\"initial\">P</div><p>anen kopi di lereng gunung selesai lebih awal, kata kepala dinas pada hari Kamis.</p>")]
    [DataRow("<span>P</span> <p>anen kopi di lereng gunung selesai lebih awal, kata kepala dinas pada hari Kamis.</p>")]
    [DataRow("<p><img src=\"/p.png\" alt=\"P\">anen kopi di lereng gunung selesai lebih awal, kata kepala dinas pada hari Kamis.</p>")]
    public void A_large_first_letter_is_of_its_word(string text) =>
        Assert.StartsWith("Panen kopi", Page($"<article><h1>{Headline}</h1>{text}<p>{Second}</p></article>").BodyText);

    [TestMethod]
    [DataRow("<span style=\"display:none\">(dahulu Rp9 juta)</span>")]
    [DataRow("<em hidden>(dahulu Rp9 juta)</em>")]
    public void Words_that_a_paragraph_does_not_show_are_left_out_and_said(string hidden)
    {
        var result = Uploads.Read(
            Html($"<article><h1>{Headline}</h1><p>{First}</p><p>Harganya {hidden} Rp8 juta.</p><p>{Second}</p></article>"),
            "a.html"
        );

        Assert.DoesNotContain("Rp9 juta", Uploads.Content(result).BodyText);
        Assert.Contains("Rp9 juta", Uploads.Found(result, "furniture-dropped").English);
    }

    [TestMethod]
    [DataRow("<article><h1>Jalan Desa Watu Diaspal</h1>", "</article>")]
    [DataRow("<article class=\"post\"><h2><a href=\"/2\">Jalan Desa Watu Diaspal</a></h2>", "</article>")]
    public void Two_articles_in_one_page_are_for_an_editor_to_see(string open, string close)
    {
        var other =
            "<p>Jalan desa di Watu diaspal sepanjang tiga kilometer, kata kepala dinas pekerjaan umum di kantornya pada hari Senin.</p><p>Warga memakai jalan itu untuk membawa hasil kebun ke pasar di kota setiap hari sejak lama sekali.</p><p>Pekerjaan dimulai bulan lalu dan selesai sebelum musim hujan tiba di lereng gunung itu, kata kepala desa.</p>";
        var page = Html($"<article><h1>{Headline}</h1><p>{First}</p><p>{Second}</p><p>{First}</p></article>{open}{other}{close}");
        var result = Uploads.Read(page, "a.html");
        var kept = (result as IntakeResult.Accepted)?.Submission.Content?.BodyText;

        Assert.IsTrue(
            result is IntakeResult.Doubtful || kept?.Contains("diaspal", StringComparison.Ordinal) == false,
            result.Report.ToJson()
        );
    }

    private static Siaran.Releases.ReleaseContent Page(string body) => Uploads.Content(Html(body), "a.html");

    private static string Html(string body) =>
        $"<!doctype html><html><head><title>{Headline}</title></head><body><nav><a href=\"/\">Beranda</a></nav>{body}</body></html>";
}
