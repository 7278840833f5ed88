using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>A text that lists things, each in a box of its own with a link, is a text; news of other things next to it are none.</summary>
[TestClass]
public sealed class ListedTextTests
{
    private const string Headline = "Lima Taman Kota di Rimbun yang Dibuka Kembali";
    private const string First =
        "Pemerintah Kota Rimbun membuka kembali lima taman kota sejak hari Sabtu, kata kepala dinas lingkungan hidup di kantornya.";
    private const string Second = "Taman itu ditutup setahun penuh karena pohonnya dipangkas dan jalannya diperbaiki oleh dinas.";
    private const string Third = "Taman dibuka pukul enam pagi sampai pukul enam petang, dan tidak memungut biaya masuk.";

    private static readonly string[] Parks = ["Taman Beringin", "Taman Kenari", "Taman Ketapang", "Taman Sawo", "Taman Waru"];

    [TestMethod]
    [DataRow(
        "<div class=\"k\"><h3>{0} Kota</h3><p>{0} punya tempat bermain untuk anak-anak.</p><a href=\"/t/{1}\">Lihat peta taman</a></div>"
    )]
    [DataRow(
        "<section><h2>{0} Kota</h2><p>{0} punya tempat bermain untuk anak-anak.</p><p><a href=\"/t/{1}\">Baca tentang {0}</a></p></section>"
    )]
    public void Parts_under_headings_of_their_own_may_end_in_a_link(string part) => AreKept(part, "punya tempat bermain");

    [TestMethod]
    [DataRow(
        "<div class=\"item\"><h3><a href=\"/t/{1}\">{0} di Kota Rimbun</a></h3><p>{0} punya tempat bermain untuk anak-anak, kolam ikan, dan tempat duduk di bawah pohon yang sudah tua di tepi sungai.</p></div>"
    )]
    [DataRow(
        "<li><a href=\"/t/{1}\">{0} di Kota Rimbun</a><p>{0} punya tempat bermain untuk anak-anak, kolam ikan, dan tempat duduk di bawah pohon yang sudah tua di tepi sungai.</p></li>"
    )]
    public void Parts_with_linked_headings_are_kept_in_what_says_that_it_holds_the_text(string part) =>
        AreKept(part, "punya tempat bermain");

    [TestMethod]
    public void Questions_that_open_within_the_page_are_kept() =>
        AreKept("<li><a href=\"#t{1}\">Apa yang ada di {0}</a><p>{0} punya tempat bermain.</p></li>", "punya tempat bermain");

    [TestMethod]
    public void Parts_of_a_text_in_boxes_without_names_are_kept_where_the_others_have_no_link()
    {
        var linked = Each("<div><h3><a href=\"/t/{1}\">{0} di Kota Rimbun</a></h3><p>{0} punya tempat bermain.</p></div>");
        var others = string.Concat(Enumerable.Repeat($"<div><p>{First}</p><p>{Second}</p></div>", 3));

        Assert.Contains("punya tempat bermain", Kept(Page("<article>", $"{others}{linked}{others}", "</article>")));
    }

    [TestMethod]
    public void A_page_whose_text_is_its_list_is_for_an_editor_to_confirm()
    {
        var list = Each(
            "<div class=\"k\"><h3><a href=\"/t/{1}\">{0} di Kota Rimbun</a></h3><p>{0} punya kolam ikan dan pohon tua.</p></div>"
        );
        var result = Uploads.Read(Page("<main>", list, "</main>"), "a.html");

        var doubtful = Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Assert.Contains("punya kolam ikan", doubtful.Submission.Content!.BodyText);
        Uploads.Found(result, "article-unsure");
    }

    [TestMethod]
    [DataRow("<div class=\"k\"><h3><a href=\"/n/{1}\">Warga menanam pohon di {0}</a></h3><p>Warga menanam pohon bersama dinas.</p></div>")]
    [DataRow("<div class=\"k\"><a href=\"/n/{1}\">Warga menanam pohon di {0}</a><p>Warga dan pelajar menanam pohon…</p></div>")]
    public void News_of_other_things_below_a_text_are_none_of_it(string card)
    {
        var kept = Kept(Page("<article>", $"<p>{First}</p><p>{Second}</p><p>{Third}</p>", $"</article><div>{Each(card)}</div>"));

        Assert.Contains("tidak memungut biaya", kept);
        Assert.DoesNotContain("menanam pohon", kept);
    }

    [TestMethod]
    [DataRow("<div class=\"sidebar-content\">", "</div>")]
    [DataRow("<div class=\"so-panel widget\">", "</div>")]
    public void A_text_in_a_box_that_is_named_by_a_column_is_for_an_editor_to_confirm(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat($"<p>{Second}</p><p>{Third}</p>", 8));
        var page = Page("<article><p>Taman kota dibuka kembali hari Sabtu.</p>", $"{open}{text}{close}", "</article>");
        var furniture = string.Concat(
            Enumerable.Repeat("<div class=\"cookies\"><p>Situs ini memakai kuki untuk mengenali pembacanya.</p></div>", 60)
        );
        var result = Uploads.Read(page.Replace("</body>", $"{furniture}</body>", StringComparison.Ordinal), "a.html");

        var doubtful = Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Assert.Contains("tidak memungut biaya", doubtful.Submission.Content!.BodyText);
    }

    private static void AreKept(string part, string words)
    {
        var text = Kept(
            Page("<article><div class=\"entry-content\">", $"<p>{First}</p><p>{Second}</p>{Each(part)}<p>{Third}</p>", "</div></article>")
        );

        foreach (var park in Parks)
        {
            Assert.Contains($"{park} {words}", text);
        }
    }

    private static string Kept(string page) => Uploads.Content(Uploads.Read(page, "a.html")).BodyText;

    private static string Each(string part) =>
        string.Concat(Parks.Select((park, at) => string.Format(System.Globalization.CultureInfo.InvariantCulture, part, park, at)));

    private static string Page(string open, string text, string close) =>
        $"<!doctype html><html><head><title>{Headline}</title></head><body><h1>{Headline}</h1>{open}{text}{close}</body></html>";
}
