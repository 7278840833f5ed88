using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Pages that say themselves that they are out, and hold words that others have on what must wait.</summary>
[TestClass]
public sealed class PublishedPageTests
{
    private static readonly DateTimeOffset Came = new(2026, 3, 4, 2, 0, 0, TimeSpan.Zero);

    private static readonly string LongText = string.Concat(
        Enumerable
            .Range(1, 60)
            .Select(day => $"<p>Pada hari ke-{day} petani belajar menyemai benih padi bersama penyuluh dari balai itu.</p>")
    );

    [TestMethod]
    [DataRow("<p>Es gilt das gesprochene Wort</p>")]
    [DataRow("<p>(Check against delivery)</p>")]
    [DataRow("<p class=\"series\">Rough Draft</p>")]
    [DataRow("<p class=\"series\">Not yet published</p>")]
    [DataRow("<p class=\"series\">Off the Record</p>")]
    [DataRow("<p>Time of publication: 5:30 am.</p>")]
    public void A_state_of_a_text_that_is_out_is_left_to_an_editor(string line)
    {
        var result = Read(line, "2026-03-03T08:00:00+08:00");

        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Uploads.Found(result, "hold-unread");
        // Where the page does not say that it is out, or is not yet, nothing is taken.
        Assert.AreEqual("held-by-text", Uploads.Error(Read(line, null)).Code);
        Assert.AreEqual("held-by-text", Uploads.Error(Read(line, "2026-03-05T08:00:00+08:00")).Code);
    }

    [TestMethod]
    [DataRow("<p>EMBARGO</p>")]
    [DataRow("<p>EMBARGO – check against delivery</p>")]
    [DataRow("<p>Draft: jangan disiarkan</p>")]
    [DataRow("<p>Not for release before Friday</p>")]
    public void Words_of_an_embargo_are_refused_on_any_page(string line) =>
        Assert.AreEqual("held-by-text", Uploads.Error(Read(line, "2026-03-03T08:00:00+08:00")).Code);

    [TestMethod]
    [DataRow("<p>Published Monday, Dec. 29 2014, 6:00 AM EST</p>")]
    [DataRow("<p>Tanggal terbit: 3/1/2026 7 pagi waktu kami</p>")]
    public void A_time_of_publication_that_was_over_everywhere_holds_no_page(string line) =>
        Assert.IsInstanceOfType<IntakeResult.Accepted>(Read(line, null));

    [TestMethod]
    [DataRow("footer")]
    [DataRow("nav")]
    public void A_link_of_the_site_to_somewhere_else_holds_no_page(string element)
    {
        var link = "<a href=\"https://pasar.example/privacy\">Do not share or sell my info</a>";
        var page = Page("", "2026-03-03T08:00:00+08:00");
        var result = Read(page.Replace("</body>", $"<{element}><div>{link}</div></{element}></body>", StringComparison.Ordinal));

        Assert.IsInstanceOfType<IntakeResult.Accepted>(result, result.Report.ToJson());
    }

    [TestMethod]
    [DataRow("<div>Do Not Share My Personal Information</div>")]
    [DataRow("<p>Do not sell or share my sensitive personal data</p>")]
    [DataRow("<p>Don't process my info</p>")]
    public void What_laws_on_privacy_have_sites_offer_holds_no_page(string line) =>
        Assert.IsInstanceOfType<IntakeResult.Accepted>(Read(line, null));

    [TestMethod]
    [DataRow("<meta name=\"release\" content=\"27c2ec8e4cd679fcdfc75d3420f66e6093fd3718\">")]
    [DataRow("<meta property=\"og:title\" content=\"Live: Kamera di Balai Benih\">")]
    [DataRow("<meta name=\"twitter:title\" content=\"Public: Siapa yang Datang\">")]
    public void Metadata_of_a_version_or_a_title_hold_no_page(string meta) =>
        Assert.IsNotInstanceOfType<IntakeResult.Rejected>(
            Read(Page("", null).Replace("</head>", $"{meta}</head>", StringComparison.Ordinal))
        );

    [TestMethod]
    [DataRow("<meta name=\"live\" content=\"false\">")]
    [DataRow("<meta name=\"public\" content=\"draft\">")]
    [DataRow("<meta name=\"live\" content=\"2026-03-09\">")]
    public void Metadata_of_a_state_or_a_time_hold_a_page(string meta) =>
        Assert.IsNotInstanceOfType<IntakeResult.Accepted>(
            Read(Page("", null).Replace("</head>", $"{meta}</head>", StringComparison.Ordinal))
        );

    [TestMethod]
    public void A_long_sentence_of_an_embargo_on_a_page_that_is_out_is_left_to_an_editor()
    {
        const string sentence =
            "<p>Embargo sampai 30 Juni atas ekspor benih padi membuat petani di lima kecamatan itu tidak menjualnya ke luar daerah, kata kepala dinas pertanian.</p>";
        var result = Read(sentence, "2026-03-03T08:00:00+08:00");

        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Uploads.Found(result, "hold-unread");
        Assert.AreEqual("held-by-text", Uploads.Error(Read(sentence, null)).Code);
    }

    /// <summary>An article may have an embargo as its subject in its first lines as in its last; none of the two is public.</summary>
    [TestMethod]
    [DataRow("<p>Embargo sampai 30 Juni atas ekspor benih.</p>")]
    [DataRow("<p>EMBARGO – jangan disiarkan</p>")]
    [DataRow("<p>{ \"embargo\": true }</p>")]
    [DataRow("<p>Not for release before Friday</p>")]
    public void Words_of_an_embargo_anywhere_on_a_long_page_are_left_to_an_editor(string line)
    {
        foreach (var text in (string[])[line + LongText, LongText + line])
        {
            foreach (var published in (string?[])[null, "2026-03-03T08:00:00+08:00"])
            {
                var result = Read(text, published);
                Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
                Uploads.Found(result, "hold-unread");
            }
        }
    }

    [TestMethod]
    [DataRow("<p>Isi formulir ini: nama ________, alamat ________.</p>", "unfilled template")]
    [DataRow("<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>", "filler text")]
    [DataRow("<p>Already a subscriber?</p>", "part of its text")]
    public void What_is_a_small_part_of_a_long_page_is_left_to_an_editor(string part, string kind)
    {
        var result = Read(LongText + part, null);

        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Assert.Contains(kind, Uploads.Found(result, "kind-unsure").English);
        Assert.AreEqual("unsupported-format", Uploads.Error(Read(part, null)).Code);
    }

    [TestMethod]
    public void A_box_for_signing_in_above_an_article_makes_no_page_of_it_for_signing_in()
    {
        const string box = "<div><h1>Log in</h1><form><input type=\"password\"></form></div>";
        var more = string.Concat(Enumerable.Range(1, 40).Select(day => $"<p>Pada hari ke-{day} petani belajar menyemai benih padi.</p>"));
        var page = Page(more, null).Replace("<article>", box + "<article>", StringComparison.Ordinal);
        Assert.IsNotInstanceOfType<IntakeResult.Rejected>(Read(page));

        // Nor one whose own headline is no heading; a page with little else is for signing in.
        var alone = page.Replace("<h1>Balai Benih Padi Dibuka</h1>", "", StringComparison.Ordinal);
        Assert.IsNotInstanceOfType<IntakeResult.Rejected>(Read(alone));
        Assert.AreEqual("unsupported-format", Uploads.Error(Read(alone.Replace(more, "", StringComparison.Ordinal))).Code);
    }

    /// <summary>Too much for a box for signing in, too little to be surely none.</summary>
    [TestMethod]
    public void A_short_article_under_a_box_for_signing_in_alone_is_left_to_an_editor()
    {
        const string box = "<div><h1>Masuk</h1><form><input type=\"password\"></form></div>";
        var more = string.Concat(
            Enumerable
                .Range(1, 9)
                .Select(desa =>
                    $"<p>Di desa ke-{desa} benih dibagikan menurut luas sawah, sehingga tiap petani menerima paling sedikit sepuluh kilogram.</p>"
                )
        );
        var page = Page(more, null)
            .Replace("<article>", box + "<article>", StringComparison.Ordinal)
            .Replace("<h1>Balai Benih Padi Dibuka</h1>", "", StringComparison.Ordinal);
        var result = Read(page);

        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Assert.Contains("sign-in page", Uploads.Found(result, "kind-unsure").English);
    }

    [TestMethod]
    public void Blanks_of_a_page_that_is_out_are_left_to_an_editor()
    {
        const string form = "<p>Isi formulir ini: nama ________, alamat ________.</p>";
        Assert.AreEqual("unsupported-format", Uploads.Error(Read(form, null)).Code);
        var result = Read(form, "2026-03-03T08:00:00+08:00");
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Uploads.Found(result, "kind-unsure");
    }

    [TestMethod]
    public void Points_between_ideographs_are_no_blanks_of_a_template()
    {
        const string text =
            "农业园区开放\n\n立体种植、智能调控、四季生产……在园区里，农民介绍了新的温室，游客可以参观。\n\n新鲜、健康、高产……这些特点让村民对未来的收入充满信心，负责人说。\n";
        Assert.IsInstanceOfType<IntakeResult.Accepted>(Uploads.Read(text));
        Assert.AreEqual(
            "unsupported-format",
            Uploads.Error(Uploads.Read("Pasar Dibuka\n\nBupati …… membuka pasar ikan di desa …… pada hari Kamis bersama warga.\n")).Code
        );
    }

    private static IntakeResult Read(string line, string? published) => Read(Page(line, published));

    private static IntakeResult Read(string page) =>
        IntakeReader.Read(new("a.html", null, Encoding.UTF8.GetBytes(page)) { UploadedAt = Came }, Uploads.Options);

    private static string Page(string line, string? published) =>
        "<!doctype html><html><head><title>Balai Benih Padi Dibuka</title>"
        + (published is null ? "" : $"<meta property=\"article:published_time\" content=\"{published}\">")
        + $"</head><body><article><h1>Balai Benih Padi Dibuka</h1>{line}<p>Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian.</p><p>Bupati Rimbun berharap panen tahun depan naik sepersepuluh, sebab benih yang lama mudah terserang hama di musim hujan.</p></article></body></html>";
}
