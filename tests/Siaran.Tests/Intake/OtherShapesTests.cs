namespace Siaran.Tests.Intake;

/// <summary>The kinds of <see cref="KindsTests"/> in other shapes: other offices, other marks, another order.</summary>
[TestClass]
public sealed class OtherShapesTests
{
    private const string Headline = "Terminal Baru Beroperasi Pekan Depan";

    private const string First =
        "Dinas Perhubungan Kota Merapi mengoperasikan terminal baru mulai pekan depan setelah uji coba selama satu bulan.";

    private const string Second = "Kepala dinas mengatakan bahwa terminal itu melayani tiga puluh rute.";

    private const string Rest = "Merapi – " + First + "\n\n" + Second;

    private const string Html = "<p>" + First + "</p><p>" + Second + "</p>";

    [TestMethod]
    [DataRow(
        "<title>Dinas Perhubungan Kota Merapi - "
            + Headline
            + "</title><header><h1><a href='/'>Dinas Perhubungan Kota Merapi</a></h1></header><main><h2>"
            + Headline
            + "</h2>",
        DisplayName = "the site's name in the header"
    )]
    [DataRow(
        "<title>"
            + Headline
            + " « Kota Merapi</title><div class='logo'><h1>Kota Merapi</h1></div><main><h1 class='entry-title'>"
            + Headline
            + "</h1>",
        DisplayName = "the site's name in a logo"
    )]
    [DataRow("<title>Document1</title><main><p><b>" + Headline + "</b></p>", DisplayName = "a title that no one gave")]
    [DataRow("<title>siaran-pers-77.docx</title><main><p>SIARAN PERS</p><p>" + Headline + "</p>", DisplayName = "a file's name")]
    public void A_headline_is_not_the_name_of_a_site_or_a_file(string above) =>
        Assert.AreEqual(Headline, Uploads.Content($"{above}{Html}</main>", "s.html").Headline);

    [TestMethod]
    [DataRow(
        "PEMERINTAH KOTA MERAPI\nDINAS PERHUBUNGAN\nJalan Stasiun No. 12 Telp. (0274) 555123 Faks. (0274) 555124\nLaman: dishub.merapi.example  Pos-el: dishub@merapi.example\n==========\n\nSIARAN PERS\nNomor: 551/77/DISHUB/2026",
        "Siaran Pers",
        "DINAS PERHUBUNGAN"
    )]
    [DataRow(
        "KEMENTERIAN PERHUBUNGAN\nREPUBLIK INDONESIA\nBIRO KOMUNIKASI\n\nSIARAN PERS\nNo. 77/SP/2026\nSenin, 4 Mei 2026",
        "Siaran Pers",
        "BIRO KOMUNIKASI"
    )]
    [DataRow("PEMERINTAH KOTA MERAPI\nDINAS PERHUBUNGAN\nJalan Stasiun No. 12 Merapi", null, "DINAS PERHUBUNGAN")]
    [DataRow("*SIARAN PERS*\n_Dinas Perhubungan Kota Merapi_", "Siaran Pers", "Dinas Perhubungan Kota Merapi")]
    [DataRow(
        "Kepada Yth.\nBapak/Ibu Pemimpin Redaksi\nMedia Cetak dan Elektronik\ndi –\n      Merapi\n\nPerihal: Siaran Pers\n\nDengan hormat,\nbersama ini kami sampaikan siaran pers sebagai berikut:",
        null,
        null
    )]
    [DataRow(
        "FOR IMMEDIATE RELEASE\nMay 4, 2026\nContact: Rina Sari\nPhone: +62 274 555123\nEmail: press@merapi.example",
        "For Immediate Release",
        null
    )]
    [DataRow("Untuk segera disiarkan\nKontak: Rina, 0812-3456-7890, humas@merapi.example\n\nTENTANG", "Untuk Segera Disiarkan", null)]
    public void A_letterhead_or_a_letter_is_no_headline(string above, string? label, string? agency)
    {
        var content = Uploads.Content($"{above}\n\n{Headline}\n\n{Rest}\n");
        Assert.AreEqual((Headline, label, agency, "Merapi"), (content.Headline, content.Label, content.Agency, content.Place));
        CollectionAssert.AreEqual(new[] { First, Second }, content.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("[4/5 09.12] Humas Dishub: *" + Headline + "*", null)]
    [DataRow("[09.12, 4/5/2026] Humas Dishub: " + Headline, null)]
    [DataRow("SIARAN PERS (SP-77/2026): " + Headline, "Siaran Pers")]
    [DataRow("Siaran Pers Nomor 77/2026 tentang " + Headline, "Siaran Pers")]
    [DataRow("PRESS RELEASE No. 77/2026 – " + Headline, "Press Release")]
    [DataRow("Kenyataan Media: " + Headline, "Kenyataan Media")]
    [DataRow("Communiqué de presse – " + Headline, "Communiqué de Presse")]
    [DataRow("Lewati ke isi\nBeranda\nBerita\n\n" + Headline, null)]
    public void What_is_before_a_headline_in_its_line_or_above_it_is_no_part_of_it(string headline, string? label)
    {
        var content = Uploads.Content($"{headline}\n\n{Rest}\n");
        Assert.AreEqual((Headline, label), (content.Headline, content.Label));
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("KUALA LUMPUR, May 6 (Bernama) -- ", "Kuala Lumpur", "Bernama")]
    [DataRow("Surabaya | 6 Mei 2026\n\n", "Surabaya", null)]
    [DataRow("Surabaya (6/5/2026)\n\n", "Surabaya", null)]
    [DataRow("(Makassar, 6/5/26) ", "Makassar", null)]
    [DataRow("(Makassar, 6 Mei 2026) – ", "Makassar", null)]
    [DataRow("Denpasar, 6 Mei – ", "Denpasar", null)]
    [DataRow("Merapi,- ", "Merapi", null)]
    public void A_dateline_is_no_part_of_the_text(string dateline, string place, string? outlet)
    {
        var content = Uploads.Content($"{Headline}\n\n{dateline}{First}\n\n{Second}\n");
        Assert.AreEqual((place, outlet, First), (content.Place, content.Outlet, content.Paragraphs[0]));
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("(Pasar ikan, gudang dan dermaga) ")]
    [DataRow("May 6 Berlin: ")]
    public void What_only_looks_like_a_dateline_stays(string start) =>
        Assert.StartsWith(start.Trim(), Uploads.Content($"{Headline}\n\n{start}{First}\n\n{Second}\n").Paragraphs[0]);

    [TestMethod]
    [DataRow("*** selesai ***")]
    [DataRow("[selesai]")]
    [DataRow("(habis)")]
    [DataRow("- 30 -")]
    [DataRow("-ENDS-")]
    public void An_end_mark_signs_off(string mark)
    {
        var content = Uploads.Content($"{Headline}\n\n{Rest}\n\n{mark}\n");
        Assert.IsTrue(content.SignedOff);
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("a. satu;\nb. dua; dan\nc. tiga.", "<ol type=\"a\"><li>satu;</li><li>dua; dan</li><li>tiga.</li></ol>")]
    [DataRow("1) Satu\n\n2) Dua", "<ol><li>Satu</li><li>Dua</li></ol>")]
    [DataRow("(3) Satu\n(4) Dua", "<ol start=\"3\"><li>Satu</li><li>Dua</li></ol>")]
    [DataRow("ii. satu\niii. dua\niv. tiga", "<ol type=\"i\" start=\"2\"><li>satu</li><li>dua</li><li>tiga</li></ol>")]
    [DataRow("H. satu\nI. dua\nJ. tiga", "<ol type=\"A\" start=\"8\"><li>satu</li><li>dua</li><li>tiga</li></ol>")]
    [DataRow("- satu\n• dua", "<ul><li>satu</li><li>dua</li></ul>")]
    [DataRow("1. satu\n2. dua (*)", "<ol><li>satu</li><li>dua</li></ol>")]
    public void A_list_in_plain_text_is_a_list_with_its_numbers(string list, string html) =>
        Assert.Contains(html, Uploads.Content($"{Headline}\n\n{Rest}\n\n{list}\n").BodyHtml);

    [TestMethod]
    [DataRow("a. satu;\nb. dua.", "<ol type=\"a\"><li><p>satu;</p></li><li><p>dua.</p></li></ol>")]
    [DataRow("(1) **satu**\n(2) dua", "<ol><li><p><strong>satu</strong></p></li><li><p>dua</p></li></ol>")]
    [DataRow("4. satu\n5. dua", "<ol start=\"4\"><li>satu</li><li>dua</li></ol>")]
    public void A_list_in_Markdown_is_a_list_with_its_numbers(string list, string html) =>
        Assert.Contains(html, Uploads.Content($"# {Headline}\n\n{Rest}\n\n{list}\n", "s.md").BodyHtml);

    [TestMethod]
    [DataRow("H. Ahmad Fauzi mengatakan bahwa terminal itu ramai.")]
    [DataRow("1. Satu\n\nKalimat di antara keduanya.\n\n2. Dua")]
    [DataRow("a. satu\nc. tiga")]
    public void A_mark_alone_is_no_list(string text)
    {
        Assert.DoesNotContain("<ol", Uploads.Content($"{Headline}\n\n{Rest}\n\n{text}\n").BodyHtml);
        Assert.DoesNotContain("type=", Uploads.Content($"# {Headline}\n\n{Rest}\n\n{text}\n", "s.md").BodyHtml);
    }

    [TestMethod]
    public void Marks_of_dialects_of_Markdown_are_no_text()
    {
        var content = Uploads.Content(
            $"# {Headline}\n\n{Rest}\n\n![Terminal](https://merapi.example/a.jpg){{width=50%}}\n\n*[DLH]: Dinas Lingkungan Hidup\n",
            "s.md"
        );
        Assert.DoesNotContain("width", content.BodyHtml);
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("<meta property='article:published_time' content='20220504T101500+0700'>", "")]
    [DataRow("", "<span class='post-date'>Rabu, 4 Mei 2022 | 10:15 WIB</span>")]
    [DataRow("", "<div class='info-tanggal'>4 Mei 2022, 10:15 WIB</div>")]
    public void The_time_of_a_page_is_read_where_it_is_shown(string head, string below) =>
        Assert.AreEqual(
            new DateTimeOffset(2022, 5, 4, 3, 15, 0, TimeSpan.Zero),
            Uploads.Submission($"<head>{head}</head><article><h1>{Headline}</h1>{below}{Html}</article>", "s.html").PublishAt
        );

    [TestMethod]
    public void A_date_with_slashes_in_front_matter_is_read() =>
        Assert.AreEqual(
            new DateTimeOffset(2024, 2, 29, 16, 0, 0, TimeSpan.Zero),
            Uploads.Submission($"---\ndate: 2024/03/01\n---\n{Headline}\n\n{Rest}\n", "s.md").PublishAt
        );

    [TestMethod]
    public void A_running_head_with_its_page_number_and_words_that_were_cut_leave_no_trace()
    {
        const string head = "Siaran Pers Kota Merapi                    Halaman";
        var content = Uploads.Content(
            $"{head} 1 dari 2\n\n{Headline}\n\nMerapi – Dinas Perhubungan Kota Merapi mengoperasikan ter-\nminal baru mulai pekan depan setelah uji coba berjalan lan-\ncar. Anak-anak dan ibu-\nibu naik gratis.\n\n{head} 2 dari 2\n\n{Second}\n"
        );
        CollectionAssert.AreEqual(
            new[]
            {
                "Dinas Perhubungan Kota Merapi mengoperasikan terminal baru mulai pekan depan setelah uji coba berjalan lancar. Anak-anak dan ibu-ibu naik gratis.",
                Second,
            },
            content.Paragraphs.ToArray()
        );
    }

    [TestMethod]
    [DataRow("Hak cipta 2026 Kota Merapi")]
    [DataRow("Copyright (c) 2026 Kota Merapi")]
    public void A_line_of_copyright_below_the_text_is_left_out(string line) =>
        Assert.HasCount(
            2,
            Uploads
                .Content($"<title>{Headline}</title><h1>{Headline}</h1><table><tr><td>{Html}</td></tr></table><p>{line}</p>", "s.html")
                .Paragraphs
        );
}
