using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Saved pages whose text is in several parts, hidden, in scripts, or between links.</summary>
[TestClass]
public sealed class PagePartsTests
{
    private const string Headline = "Pasar Ikan Teluk Jaya Dibuka Kembali";

    private static readonly string[] Texts =
    [
        "Pemerintah Kabupaten Teluk Jaya membuka kembali pasar ikan pada Senin setelah direnovasi selama delapan bulan.",
        "Bupati Teluk Jaya mengatakan pasar itu kini memiliki gudang dingin berkapasitas empat puluh ton dan tempat lelang.",
        "“Nelayan tidak perlu lagi menjual ikan murah pada sore hari,” kata bupati di hadapan ratusan nelayan.",
    ];

    private static string Page(string body, string head = "", string title = Headline) =>
        $"<!doctype html><html lang='id'><head><title>{title}</title>{head}</head><body><ul class='menu'><li><a href='/'>Beranda</a></li><li><a href='/berita'>Berita</a></li></ul>"
        + string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            body.Replace("{judul}", $"<h1>{Headline}</h1>", StringComparison.Ordinal)
                .Replace("{semua}", string.Concat(Texts.Select(t => $"<p>{t}</p>")), StringComparison.Ordinal),
            [.. Texts]
        )
        + "<div class='footer'><a href='/kontak'>Kontak</a></div></body></html>";

    private static string[] Paragraphs(string page) => [.. Uploads.Content(page, "siaran.html").Paragraphs];

    private static string WithPictures(string text, int at) =>
        $"<div class='bagian'><div class='foto-{at}'><ul><li><a href='/f/{at}'>Suka</a></li><li><a href='/s/{at}'>Simpan</a></li><li><a href='/k/{at}'>Kirim</a></li></ul></div><article class='cerita-{at}'><div class='teks-{at}'><p>{text}</p></div></article></div>";

    [TestMethod]
    public void Text_in_parts_of_which_none_outweighs_the_others_is_kept_in_order_and_doubtful()
    {
        var read = Uploads.Read(Page($"<main>{{judul}}{string.Concat(Texts.Select(WithPictures))}</main>"), "siaran.html");

        CollectionAssert.AreEqual(Texts, ((IntakeResult.Doubtful)read).Submission.Content!.Paragraphs.ToArray());
    }

    [TestMethod]
    public void Parts_that_a_page_shows_one_after_the_other_are_all_of_its_text() =>
        CollectionAssert.AreEqual(
            Texts,
            Paragraphs(
                Page(
                    "<article>{judul}<div class='bagian aktif'><p>{0}</p></div><div class='bagian hidden'><p>{1}</p></div><div class='bagian hidden'><p>{2}</p></div><div class='bagian hidden'></div></article>"
                )
            )
        );

    [TestMethod]
    [DataRow("Dinas Perikanan | Kabupaten Teluk Jaya")]
    public void A_lead_in_a_part_of_its_own_is_kept_below_a_heading_that_no_title_repeats(string title)
    {
        var links = string.Concat(Enumerable.Range(0, 12).Select(at => $"<li><a href='/{at}'>Layanan daring nomor {at}</a></li>"));
        var body =
            $"<div><div class='atas'><div>{{judul}}</div></div><div class='teras'><p>{{0}}</p></div><div class='alat'><ul>{links}</ul></div><div class='isi'><p>{{1}}</p><p>{{2}}</p></div></div>";

        CollectionAssert.AreEqual(Texts, Paragraphs(Page(body, title: title)));
    }

    [TestMethod]
    public void A_list_of_links_between_lines_of_the_text_stays()
    {
        var page = Page(
            "<div class='entry-content'>{judul}{semua}<p>Unduhan:</p><ul><li><a href='/1.pdf'>Daftar harga ikan</a></li><li><a href='/2.pdf'>Jadwal lelang</a></li></ul><p>Narahubung: Humas</p></div>"
        );

        CollectionAssert.AreEqual(
            (string[])[.. Texts, "Unduhan:", "Daftar harga ikan", "Jadwal lelang", "Narahubung: Humas"],
            Paragraphs(page)
        );
    }

    [TestMethod]
    [DataRow("<div class='kotak'>{judul}{semua}<p>Jadwal: <a href='/jadwal'>lelang ikan bulan Desember</a></p></div>", true)]
    [DataRow("<div itemprop='articleBody'>{judul}{semua}<p><a href='/harga'>Daftar harga ikan</a></p></div>", true)]
    [DataRow("<div class='kotak'>{judul}{semua}<p><a href='/jalan'>Jalan Pesisir Selesai Diaspal</a></p></div>", false)]
    [DataRow("<div class='kotak'>{judul}{semua}<p>Baca juga: <a href='/jalan'>Jalan Pesisir Selesai Diaspal</a></p></div>", false)]
    public void A_last_line_that_ends_with_a_link_is_of_the_text(string body, bool isKept) =>
        Assert.HasCount(Texts.Length + (isKept ? 1 : 0), Paragraphs(Page(body)));

    [TestMethod]
    [DataRow("<h3>Topik Pilihan</h3><ul><li><a href='/1'>Pasar</a></li><li><a href='/2'>Nelayan</a></li></ul>")]
    [DataRow("<p>Unduhan lain:</p>")]
    public void A_heading_or_a_label_with_nothing_of_the_text_below_it_is_left_out(string end) =>
        CollectionAssert.AreEqual(Texts, Paragraphs(Page($"<div class='entry-content'>{{judul}}{{semua}}{end}</div>")));

    private static readonly string Cookies = string.Concat(
        Enumerable
            .Range(1, 3)
            .Select(at =>
                $"<p>Situs ini menyimpan berkas kecil nomor {at} pada perangkat pembaca agar halamannya dapat dibuka dengan lancar.</p>"
            )
    );

    [TestMethod]
    [DataRow("sidebar_right")]
    [DataRow("kolom sidebar-left")]
    public void A_box_that_is_named_by_its_column_and_holds_the_main_part_is_no_furniture(string name) =>
        CollectionAssert.AreEqual(
            Texts,
            Paragraphs(
                Page(
                    $"<div class='{name}'><main>{{judul}}{{semua}}</main><div class='sidebar'><p>{{0}}</p></div></div><div class='cookie-consent'>{Cookies}</div><div class='cookie-settings'>{Cookies}</div>"
                )
            )
        );

    [TestMethod]
    [DataRow("https://schema.org/BlogPosting", true)]
    [DataRow("https://schema.org/CreativeWork", true)]
    [DataRow("https://schema.org/Comment", false)]
    public void Short_lines_in_what_microdata_name_the_text_of_a_work_are_of_it(string type, bool isText)
    {
        var read = Paragraphs(
            Page(
                $"{{judul}}<div itemscope itemtype='{type}'><div itemprop='text'><div class='a'>{{semua}}</div><div class='b'><div class='c'><p>Untuk nelayan</p></div></div><div class='d'><a href='/a'>Unduh peta pasar ikan</a></div></div></div>"
            )
        );

        CollectionAssert.AreEqual(isText ? [.. Texts, "Untuk nelayan"] : Texts, read, string.Join("\n", read));
    }

    [TestMethod]
    public void Parts_that_names_call_comments_are_the_text_where_there_is_no_other_and_doubtful()
    {
        var parts = string.Concat(Texts.Select((text, at) => $"<div class='lelang-comment sisi-{at}'><div>{text}</div></div>"));

        var read = Uploads.Read(Page($"<main>{{judul}}{parts}</main>"), "siaran.html");

        CollectionAssert.AreEqual(Texts, ((IntakeResult.Doubtful)read).Submission.Content!.Paragraphs.ToArray());
    }

    [TestMethod]
    public void Comments_below_a_short_text_are_no_text()
    {
        var parts = string.Concat(Enumerable.Repeat($"<div class='lelang-comment'><p>{Texts[2]} {Texts[2]}</p></div>", 5));

        CollectionAssert.AreEqual(Texts[..2], Paragraphs(Page($"<main>{{judul}}<p>{{0}}</p><p>{{1}}</p>{parts}</main>")));
    }

    [TestMethod]
    public void A_list_of_links_is_the_text_where_the_page_says_that_the_text_is_there_and_has_no_other()
    {
        string[] links = ["Harga ikan tongkol turun lagi pekan ini", "Jadwal lelang ikan bulan Desember", "Peta jalan menuju pasar ikan"];
        var items = string.Concat(
            links.Select(text => $"<li><p><a href='/a'>{text}</a></p><p><a href='/b'>Dinas Perikanan Teluk</a></p></li>")
        );

        var read = Paragraphs(
            Page(
                $"<article>{{judul}}<div class='entry-content'><ul>{items}</ul><p>Tautan lain dari pekan ini ada di kantor desa.</p></div></article>"
            )
        );

        foreach (var link in links)
        {
            Assert.Contains(link, string.Join("\n", read));
        }
    }

    [TestMethod]
    public void A_lead_in_a_header_leads_to_the_text_below_it()
    {
        var read = Uploads.Read(
            Page(
                "<article><header><div>{judul}<section><p>{0} {1}</p></section></div></header><div class='foto'><a href='/f'>Unduh foto pasar</a></div>"
                    + "<div><div><section class='isi'><p>{2}</p></section></div></div></article><div class='k'><div><div><p>{0} {2}</p></div></div></div>"
            ),
            "siaran.html"
        );

        // So short a text may be another: an editor looks at it.
        CollectionAssert.AreEqual(
            (string[])[$"{Texts[0]} {Texts[1]}", Texts[2]],
            ((IntakeResult.Doubtful)read).Submission.Content!.Paragraphs.ToArray()
        );
    }

    [TestMethod]
    public void A_part_with_the_headline_is_none_of_several_of_one_shape_that_lead_elsewhere()
    {
        const string other =
            "<div class='modul'><div class='m'><h3><a href='/1'>Jalan Pesisir Selesai Diaspal</a></h3><p>Pekan lalu.</p></div></div>";

        CollectionAssert.AreEqual(
            Texts,
            Paragraphs(
                Page(
                    $"<div>{other}<div class='modul'><div class='m'>{{judul}}<p>{{0}}</p><p><a href='/p'>Unduh siaran pers dinas ini</a></p></div></div><div class='modul isi'><p>{{1}}</p><p>{{2}}</p></div>{other}{other}</div>"
                )
            )
        );
    }

    [TestMethod]
    [DataRow("24 November 2026 oleh Rina Sari")]
    [DataRow("24.11.2026 by Rina Sari")]
    [DataRow("Tanggal posting : 24/11/2026 Kategori : Pasar")]
    public void A_line_of_date_and_writer_is_no_text(string line) =>
        CollectionAssert.AreEqual(Texts, Paragraphs(Page($"<article>{{judul}}<div class='isi'><p>{line}</p>{{semua}}</div></article>")));

    [TestMethod]
    public void A_card_that_opens_over_a_name_is_no_part_of_its_sentence()
    {
        var card =
            "<span class='kartu'><span><img src='/b.jpg'><a href='/bupati'>Ratna Widuri</a><a href='/1'>Bupati Lepas Kontingen</a></span></span>";
        var page = Page(
            $"<article>{{judul}}<p>Bupati <a href='/bupati'>Ratna Widuri</a>{card} meresmikan pasar itu pada Senin pagi.</p>{{semua}}</article>"
        );

        Assert.AreEqual("Bupati Ratna Widuri meresmikan pasar itu pada Senin pagi.", Paragraphs(page)[0]);
    }

    private const string Empty = "<div id='aplikasi'><p>Laman ini memerlukan JavaScript untuk dapat ditampilkan.</p></div>";

    [TestMethod]
    public void The_text_that_only_a_script_would_show_is_taken_from_the_metadata()
    {
        var body = System.Text.Json.JsonSerializer.Serialize(string.Join('\n', Texts));
        var read = Uploads.Read(
            Page(
                $"{{judul}}{Empty}",
                $"<script type='application/ld+json'>{{{{\"@type\":\"NewsArticle\",\"headline\":\"{Headline}\",\"articleBody\":{body}}}}}</script>"
                    .Replace("{{", "{", StringComparison.Ordinal)
                    .Replace("}}", "}", StringComparison.Ordinal)
            ),
            "siaran.html"
        );

        Assert.AreEqual(Severity.Warning, Uploads.Found(read, "text-of-script").Severity);
        CollectionAssert.AreEqual(Texts, ((IntakeResult.Accepted)read).Submission.Content!.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("<script type='text/template'>{semua}</script>")]
    [DataRow("<template>{semua}</template>")]
    public void The_text_that_only_a_script_would_show_is_taken_from_its_template(string template) =>
        CollectionAssert.AreEqual(Texts, Paragraphs(Page($"{{judul}}{Empty}{template}")));

    [TestMethod]
    [DataRow("data-react-props")]
    [DataRow("data-page")]
    public void The_text_that_only_a_script_would_show_is_taken_from_the_attribute_that_gives_it(string attribute)
    {
        var other = string.Concat(Enumerable.Repeat("<p>Kabar lain dari dinas lain, yang tidak ada di laman ini.</p>", 40));
        var properties = System.Text.Json.JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["bahasa"] = "id",
                ["kabar"] = new { Teras = $"<p>{Texts[0]}</p>", Bagian = Texts[1..].Select(text => new { Isi = $"<p>{text}</p>" }) },
                ["lain"] = new { Isi = other },
            }
        );
        var element = $"<div {attribute}=\"{System.Net.WebUtility.HtmlEncode(properties)}\"></div>";
        var page = Page(
            $"{{judul}}{Empty}{element.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}"
        );

        var read = Uploads.Read(page, "siaran.html");

        Assert.AreEqual(Severity.Warning, Uploads.Found(read, "text-of-script").Severity);
        CollectionAssert.AreEqual(Texts, ((IntakeResult.Accepted)read).Submission.Content!.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("{\"kabar\":\"<p>")]
    [DataRow("{\"kabar\":\"<p>\\ud800 {panjang}\"}")]
    [DataRow("{{panjang}}")]
    public void An_attribute_that_is_no_text_gives_none(string properties)
    {
        var value = properties.Replace("{panjang}", string.Concat(Enumerable.Repeat("<p>pasar ikan</p>", 50)), StringComparison.Ordinal);
        var element = $"<div data-page=\"{System.Net.WebUtility.HtmlEncode(value)}\"></div>";

        Assert.Contains(
            "JavaScript",
            Paragraphs(
                Page($"{{judul}}{Empty}{element.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}")
            )[0]
        );
    }

    [TestMethod]
    [DataRow("<div id='pum-12' class='pum pum-overlay'>{panjang}</div>", DisplayName = "a window that opens over the page")]
    [DataRow("<div class='saboxplugin-wrap'><p>{0}</p></div>", DisplayName = "a box on the author")]
    [DataRow(
        "<blockquote class='wp-embedded-content'><p><a href='/lain'>Harga Ikan Teri Turun Lagi</a></p></blockquote>",
        DisplayName = "other news, embedded"
    )]
    [DataRow("<div class='editorial-disclosure'><p>Dinas ini menerima uang dari pedagang yang disebut.</p></div>")]
    public void What_a_programme_adds_to_a_page_is_no_part_of_its_text(string added)
    {
        var text = string.Concat(Enumerable.Repeat("<p>Kantor itu menerima warga setiap hari kerja dari pagi sampai sore.</p>", 20));
        var page = Page($"<article>{{judul}}{{semua}}{added.Replace("{panjang}", text, StringComparison.Ordinal)}</article>");

        CollectionAssert.AreEqual(Texts, Paragraphs(page));
    }

    [TestMethod]
    public void What_leads_to_other_news_is_no_headline()
    {
        var page = Page(
            "<div class='isi'><h1>Pasar Baru di Muara</h1>{semua}</div><div class='kotak'><h1>Berita Terkait</h1></div>",
            title: "Teluk Jaya"
        );

        Assert.AreEqual("Pasar Baru di Muara", Uploads.Content(page, "siaran.html").Headline);
    }

    [TestMethod]
    [DataRow("<!-- EMBARGO sampai 1 Desember 2029 -->")]
    [DataRow("<p>EMBARGO sampai 1 Desember 2029</p>")]
    public void A_notice_in_a_template_holds_its_page(string notice) =>
        Assert.IsFalse(
            Uploads.Read(Page($"{{judul}}{Empty}<script type='text/template'>{notice}{{semua}}</script>"), "siaran.html")
                is IntakeResult.Accepted { Submission.PublishAt: null or { Year: < 2029 } }
        );

    [TestMethod]
    public void A_page_that_shows_its_text_is_read_from_what_it_shows()
    {
        var copy = string.Join('\n', Texts.Concat(Texts));
        var page = Page(
            "<article>{judul}{semua}</article>",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":"
                + System.Text.Json.JsonSerializer.Serialize(copy)
                + "}</script>"
        );

        CollectionAssert.AreEqual(Texts, Paragraphs(page));
    }
}
