using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Documents as press offices have them, each kind in more than one wording.</summary>
[TestClass]
public sealed class KindsTests
{
    private const string First = "Pemerintah Kabupaten Teluk Jaya membuka pasar ikan yang baru untuk para nelayan di pesisir selatan.";
    private const string Second = "Bupati Teluk Jaya mengatakan bahwa gudang pendingin di pasar itu dapat menyimpan dua puluh ton ikan.";
    private const string Text = $"{First}\n\n{Second}";

    [TestMethod]
    [DataRow(
        "KEMENTERIAN PERIKANAN NUSA\nREPUBLIK INDONESIA\n\nSIARAN PERS\nNomor: 77/HUMAS/KPN/IV/2026\n\n",
        "KEMENTERIAN PERIKANAN NUSA",
        "Siaran Pers"
    )]
    [DataRow(
        "PEMERINTAH PROVINSI NUSA JAYA\nDINAS PERHUBUNGAN\nJalan Dermaga No. 12 Telepon (0000) 333444\n\nKETERANGAN PERS\n\n",
        "DINAS PERHUBUNGAN",
        "Keterangan Pers"
    )]
    [DataRow("SIARAN PERS\nNO. 12/SP/2026\nTentang\n", null, "Siaran Pers")]
    [DataRow("*SIARAN PERS*\n*Dinas Perikanan Teluk Jaya*\n\n", "Dinas Perikanan Teluk Jaya", "Siaran Pers")]
    [DataRow("3 Maret 2026 Narahubung: Laras Wening\nHumas Dinas Perikanan Teluk Jaya\n000-222 (kantor)\n\n", null, null)]
    [DataRow("Media contact: Laras Wening\nlaras@dinas.example\n+62 000 222 333\n\n", null, null)]
    [DataRow("Kepada Yth.\nRekan-rekan media\n\nDengan hormat,\nBersama ini kami kirimkan siaran pers.\n\n", null, null)]
    [DataRow(
        "Yth. Bapak/Ibu Redaktur\ndi tempat\n\nSelamat pagi,\nBerikut kami sampaikan rilis untuk dimuat di media Anda.\n\n",
        null,
        null
    )]
    [DataRow("Dear editors,\nPlease find below our press release.\n\n", null, null)]
    [DataRow("Lewati ke konten utama\n\n", null, null)]
    [DataRow("Skip to content\n\n", null, null)]
    [DataRow("SIARAN PERS: ", null, "Siaran Pers")]
    [DataRow("Press Release - ", null, "Press Release")]
    [DataRow("[SIARAN PERS] ", null, "Siaran Pers")]
    [DataRow("SIARAN PERS DINAS PERIKANAN TELUK JAYA: ", "DINAS PERIKANAN TELUK JAYA", "Siaran Pers")]
    [DataRow("Judul: ", null, null)]
    [DataRow("[4/3/26 10.15] Laras Wening: ", null, null)]
    [DataRow("04/03/2026, 10:15 - Laras Wening: ", null, null)]
    [DataRow(
        "FOR IMMEDIATE RELEASE\n\nContact:\nLaras Wening\nTeluk Jaya Press Office\n000-111\nlaras@jaya.example\n\n",
        null,
        "For Immediate Release"
    )]
    public void What_is_above_the_headline_is_no_headline(string above, string? agency, string? label)
    {
        foreach (var headline in (string[])["Pasar Ikan Teluk Jaya Dibuka Kembali", "Sembilan Pulau Dilayani Klinik Terapung"])
        {
            var content = Uploads.Content($"{above}{headline}\n\n{Text}");

            Assert.AreEqual(headline, content.Headline);
            Assert.AreEqual(label, content.Label);
            CollectionAssert.AreEqual((string[])[First, Second], content.Paragraphs.ToArray());
            if (agency is not null)
            {
                Assert.AreEqual(agency, content.Agency);
            }
        }
    }

    [TestMethod]
    [DataRow("Kepada nelayan, bupati menjanjikan kios yang murah sampai akhir tahun ini dan tahun depan.")]
    [DataRow("Dengan hormat kepada leluhur, warga membuka pasar dengan doa bersama di tepi pantai.")]
    [DataRow("Rekan media menanyakan harga kios, dan bupati menjawab bahwa sewanya tetap.")]
    public void A_text_that_only_begins_like_a_letter_stays(string paragraph) =>
        Assert.AreEqual(paragraph, Uploads.Content($"Pasar Ikan Teluk Jaya Dibuka\n\n{paragraph}\n\n{Second}").Paragraphs[0]);

    [TestMethod]
    [DataRow("Pasar Murah - Jadwal Maret")]
    [DataRow("OPERASI BERAS – Jadwal Pekan Ini")]
    [DataRow("Pekan Vaksin – Anak Pulau Jaya Lebih Dahulu")]
    public void A_headline_may_hold_a_dash(string headline) => Assert.AreEqual(headline, Uploads.Content($"{headline}\n\n{Text}").Headline);

    [TestMethod]
    [DataRow("Jakarta-Kementerian Perikanan membuka pasar ikan itu kemarin siang.", "Jakarta", null, null, "Kementerian")]
    [DataRow("Jakarta, Rabu (4/3/2026) – Pemerintah membuka pasar ikan itu kemarin siang.", "Jakarta", null, "2026-03-04", "Pemerintah")]
    [DataRow(
        "Singapore, March 4, 2026 – The market opens today after a long repair of its roof.",
        "Singapore",
        null,
        "2026-03-04",
        "The market"
    )]
    [DataRow("UNNUSA, Surabaya (4/3) – Pemerintah membuka pasar ikan itu kemarin siang.", "Surabaya", "UNNUSA", null, "Pemerintah")]
    [DataRow("Jakarta, 4 Maret 2026\n\nPemerintah membuka pasar ikan itu kemarin siang.", "Jakarta", null, "2026-03-04", "Pemerintah")]
    [DataRow("Berlin, 4. März 2026 – Der Markt wird heute nach langer Arbeit geöffnet.", "Berlin", null, "2026-03-04", "Der Markt")]
    [DataRow("PARIS, le 4 mars 2026 – Le marché ouvre ses portes après les travaux.", "Paris", null, "2026-03-04", "Le marché")]
    [DataRow("Madrid, 4 de marzo de 2026 – El mercado abre hoy sus puertas.", "Madrid", null, "2026-03-04", "El mercado")]
    [DataRow("Kuala Lumpur, 4 Mac 2026 – Pasar ikan itu dibuka semula semalam.", "Kuala Lumpur", null, "2026-03-04", "Pasar")]
    [DataRow("London, 4th March 2026: The market opens its doors today.", "London", null, "2026-03-04", "The market")]
    [DataRow("Bandung, DISHUB – Pemerintah membuka pasar ikan itu kemarin siang.", "Bandung", "DISHUB", null, "Pemerintah")]
    [DataRow("_Bandung, 4 Maret 2026_ – Pemerintah membuka pasar ikan itu kemarin siang.", "Bandung", null, "2026-03-04", "Pemerintah")]
    public void A_dateline_gives_place_outlet_and_day(string text, string place, string? outlet, string? day, string begins)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka Kembali\n\n{text}\n\n{Second}");

        Assert.AreEqual(
            (place, outlet, day is null ? (DateOnly?)null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
            (content.Place, content.Outlet, content.EventDate)
        );
        Assert.StartsWith(begins, content.Paragraphs[0]);
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow(
        "Ada *gudang dingin* dan _dermaga_ baru, ~kapal~ tidak.",
        "<p>Ada <strong>gudang dingin</strong> dan <em>dermaga</em> baru, <s>kapal</s> tidak.</p>"
    )]
    [DataRow("*Kios:* 20 unit; “*murah*”, kata bupati.", "<p><strong>Kios:</strong> 20 unit; “<strong>murah</strong>”, kata bupati.</p>")]
    [DataRow("Luasnya 5 * 3 * 2 meter, berkas a_b_c dan 2*3*4 tetap.", "<p>Luasnya 5 * 3 * 2 meter, berkas a_b_c dan 2*3*4 tetap.</p>")]
    public void Marks_of_chats_become_markup(string text, string html) =>
        Assert.AreEqual(html, Uploads.Content($"Pasar Ikan Dibuka Kembali\n\n{text}").BodyHtml);

    [TestMethod]
    [DataRow("1. Satu ini.\n\n2. Dua itu.\n\n**Biaya**\n\n3. Tiga begini.\n\n4. Empat begitu.", "siaran.md", "<ol start=\"3\">")]
    [DataRow("{:start=\"4\"}\n4. Empat.\n5. Lima.", "siaran.md", "<ol start=\"4\">")]
    [DataRow(
        "<ol start='5' type='a'><li>Gudang</li><li value='9'>Dermaga</li></ol>",
        "siaran.html",
        "<ol type=\"a\" start=\"5\"><li>Gudang</li><li value=\"9\">Dermaga</li></ol>"
    )]
    [DataRow("<ol style='list-style-type: lower-alpha' start=3><li>Gudang</li></ol>", "siaran.html", "<ol type=\"a\" start=\"3\">")]
    [DataRow("<ol reversed type=I><li>Gudang</li></ol>", "siaran.html", "<ol type=\"I\" reversed=\"\"><li>Gudang</li></ol>")]
    [DataRow("<ol start='x' type='javascript:1'><li value='1e9'>Gudang</li></ol>", "siaran.html", "<ol><li>Gudang</li></ol>")]
    public void A_list_counts_as_its_source_does(string list, string name, string html)
    {
        var text = name.EndsWith(".md", StringComparison.Ordinal)
            ? $"# Pasar Ikan Dibuka\n\n{First}\n\n{list}\n"
            : $"<h1>Pasar Ikan Dibuka</h1><p>{First}</p>{list}";

        Assert.Contains(html, Uploads.Content(text, name).BodyHtml);
    }

    [TestMethod]
    [DataRow("# # #")]
    [DataRow("ENDS")]
    [DataRow("-30-")]
    [DataRow("~ Selesai ~")]
    [DataRow("<END>")]
    [DataRow("-o0o-")]
    public void What_ends_a_release_is_no_text_of_it(string end)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka Kembali\n\n{Text}\n\n{end}");

        Assert.AreEqual((true, 2), (content.SignedOff, content.Paragraphs.Count));
    }

    [TestMethod]
    [DataRow(
        "# Pasar Ikan Dibuka\n\nPasar dibuka bupati.\n{: .lead}\n\n[Unduh](https://a.example/b.pdf){:target=\"_blank\"}\n",
        "siaran.md"
    )]
    [DataRow(
        "# Pasar Ikan Dibuka\n\nPasar dibuka bupati.\n\n[gallery ids=\"1,2\"]\n\n[vc_row el_class=\"x\"]Kios baru.[/vc_row]\n",
        "siaran.md"
    )]
    [DataRow("Pasar Ikan Dibuka\n\nPasar dibuka bupati.\n\n[gallery ids=\"1,2\"]\n\n[su_box]Kios baru.[/su_box]\n", "siaran.txt")]
    [DataRow("# Pasar Ikan Dibuka {#judul}\n\n{{< figure src=\"a.jpg\" >}}\n\nPasar dibuka bupati.\n\n{% include a.html %}\n", "siaran.md")]
    [DataRow("[TOC]\n\n# Pasar Ikan Dibuka\n\n:::warning\nPasar dibuka bupati.\n:::\n\n> [!NOTE]\n> Kios murah.\n", "siaran.md")]
    [DataRow("# Pasar Ikan Dibuka\n\n!!! note \"Perhatian\"\n    Pasar dibuka bupati.\n\n    Kios murah.\n\nTamat sudah.\n", "siaran.md")]
    public void Marks_of_other_systems_are_no_text(string text, string name)
    {
        var content = Uploads.Content(text, name);

        Assert.AreEqual("Pasar Ikan Dibuka", content.Headline);
        Assert.Contains("Pasar dibuka bupati.", content.Paragraphs);
        Assert.DoesNotMatchRegex(@"[\[\]{}!<>]|:::|note", string.Join(' ', content.Paragraphs));
    }

    [TestMethod]
    public void Footnotes_follow_the_text()
    {
        var html = Uploads
            .Content($"# Pasar Ikan Dibuka\n\n{First}[^a]\n\n{Second}\n\n***\n\n[^a]: Sumber: dinas.\n", "siaran.md")
            .BodyHtml;

        Assert.AreEqual($"<p>{First}<sup>1</sup></p><p>{Second}</p><ol><li><p>Sumber: dinas.</p></li></ol>", html);
    }

    [TestMethod]
    [DataRow("[Video peresmian](https://a.example/v)", "<a href=\"https://a.example/v\">Video peresmian</a>")]
    [DataRow("[![Gallery dinas](https://a.example/a.jpg)](https://a.example/v)", "alt=\"Gallery dinas\"")]
    public void A_link_that_is_named_like_a_mark_stays(string markdown, string html) =>
        Assert.Contains(html, Uploads.Content($"# Pasar Ikan Dibuka\n\n{First}\n\n{markdown}\n", "siaran.md").BodyHtml);

    [TestMethod]
    public void The_lines_that_close_a_letter_are_no_text()
    {
        var content = Uploads.Content(
            $"Kepada Yth. Rekan Media\n\nDengan hormat,\n\nPasar Ikan Dibuka Kembali\n\n{Text}\n\nDemikian disampaikan, terima kasih.\n\nHormat kami,\n"
        );

        CollectionAssert.AreEqual((string[])[First, Second], content.Paragraphs.ToArray());
    }

    [TestMethod]
    public void What_closes_a_release_that_is_no_letter_stays()
    {
        const string closing = "Demikian siaran pers ini disampaikan, terima kasih.";

        Assert.AreEqual(closing, Uploads.Content($"Pasar Ikan Dibuka Kembali\n\n{Text}\n\n{closing}\n").Paragraphs[^1]);
    }

    [TestMethod]
    [DataRow("[caption id=\"a_1\" width=\"300\"]<img src=\"https://a.example/a.jpg\" alt=\"Pasar\"> Pasar baru[/caption]")]
    [DataRow("[caption id=\"a_1\" caption=\"Pasar baru\"]<img src=\"https://a.example/a.jpg\" alt=\"Pasar\">[/caption]")]
    [DataRow("[caption]<a href=\"/x\"><img src=\"https://a.example/a.jpg\" alt=\"Pasar\"></a>Pasar baru[/caption]")]
    public void A_caption_in_brackets_becomes_a_figure(string caption)
    {
        var html = Uploads.Content($"<h1>Pasar Ikan Dibuka</h1><p>{caption}</p><p>{First}</p>", "siaran.html").BodyHtml;

        Assert.Contains("<figcaption>Pasar baru</figcaption></figure>", html);
        Assert.Contains("https://a.example/a.jpg", html);
    }

    [TestMethod]
    [DataRow("<img class='lazyload' data-srcset='https://a.example/75.jpg 75w, https://a.example/900.jpg 900w' alt='Pasar'>")]
    [DataRow("<img src='data:image/gif;base64,R0' srcset='https://a.example/75.jpg 1x, https://a.example/900.jpg 2x' alt='Pasar'>")]
    [DataRow("<img src='/img/placeholder.png' data-src='https://a.example/900.jpg' alt='Pasar'>")]
    [DataRow("<noscript><img src='https://a.example/900.jpg' alt='Pasar'></noscript>")]
    [DataRow("<img data-src='https://a.example/900.jpg' alt='Pasar'><noscript><img src='https://a.example/b.jpg'></noscript>")]
    [DataRow("<picture><source srcset='https://a.example/900.jpg 900w'><img src='data:image/gif;base64,R0' alt='Pasar'></picture>")]
    public void A_picture_that_a_script_would_load_is_found(string picture) =>
        Assert.Contains(
            "<img src=\"https://a.example/900.jpg\" alt=\"Pasar\">",
            Uploads.Content($"<h1>Pasar Ikan Dibuka</h1><p>{First}</p><figure>{picture}</figure>", "siaran.html").BodyHtml
        );

    [TestMethod]
    [DataRow(
        "<iframe src='https://www.youtube.com/embed/abc' title='Video peresmian'></iframe>",
        "<a href=\"https://www.youtube.com/watch?v=abc\">Video peresmian</a>"
    )]
    [DataRow(
        "<iframe data-src='https://player.vimeo.com/video/12'></iframe>",
        "<a href=\"https://player.vimeo.com/video/12\">Video: player.vimeo.com</a>"
    )]
    [DataRow(
        "<lite-youtube videoid='abc' playlabel='Peresmian'></lite-youtube>",
        "<a href=\"https://www.youtube.com/watch?v=abc\">Peresmian</a>"
    )]
    [DataRow(
        "<iframe src='https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fdinas%2Fvideos%2F12%2F' title='Peresmian'></iframe>",
        "<a href=\"https://www.facebook.com/dinas/videos/12/\">Peresmian</a>"
    )]
    [DataRow(
        "<video controls aria-label='Sambutan'><source src='https://a.example/b.mp4'></video>",
        "<a href=\"https://a.example/b.mp4\">Sambutan</a>"
    )]
    public void A_video_stays_as_a_link(string video, string link)
    {
        Assert.Contains(link, Uploads.Content($"<h1>Pasar Ikan Dibuka</h1><p>{First}</p>{video}", "siaran.html").BodyHtml);
        Assert.Contains(
            link,
            Uploads
                .Content(
                    $"<title>Pasar Ikan Dibuka</title><body><h1>Pasar Ikan Dibuka</h1><div><p>{First}</p>{video}<p>{Second}</p></div></body>",
                    "siaran.html"
                )
                .BodyHtml
        );
    }

    [TestMethod]
    [DataRow("siaran-\nan itu", "siaranan itu")]
    [DataRow("pulau-\npulau itu", "pulau-pulau itu")]
    [DataRow("anak-\nanak pulau", "anak-anak pulau")]
    public void Lines_of_a_printed_page_are_joined(string cut, string whole)
    {
        var lines = cut.Split('\n');
        var width = 72;
        var text =
            $"{"Bupati membuka pasar ikan yang baru untuk para nelayan di semua ".PadRight(width - lines[0].Length - 1, 'a')} {lines[0]}\n{lines[1]} dan pasar itu dibuka tiap hari dari pukul lima pagi sampai siang benar\nsetiap pekan.";

        Assert.Contains(whole, Uploads.Content($"Pasar Ikan Dibuka Kembali\n\n{text}").Paragraphs[0]);
    }

    [TestMethod]
    [DataRow("                  1\n\nDINAS PERIKANAN                  Siaran Pers 3 Maret 2026")]
    [DataRow("- 2 -")]
    [DataRow("Halaman 2 dari 3")]
    public void Page_numbers_and_running_heads_are_no_text(string page)
    {
        var content = Uploads.Content($"Pasar Ikan Dibuka Kembali\n\n{First}\n\n{page}\n\n{Second}");

        CollectionAssert.AreEqual((string[])[First, Second], content.Paragraphs.ToArray());
    }

    [TestMethod]
    public void Paragraphs_are_found_without_empty_lines_between_them()
    {
        var content = Uploads.Content(
            """
            Pasar Ikan Teluk Jaya Dibuka Kembali

            BANDUNG – Pemerintah Kabupaten Teluk Jaya membuka pasar ikan yang baru untuk para nelayan di
            pesisir selatan. Pembangunan memakan waktu empat bulan dan dibiayai oleh anggaran kabupaten
            dan provinsi.
            Bupati Teluk Jaya mengatakan bahwa gudang pendingin di pasar itu dapat menyimpan dua puluh
            ton ikan dalam semalam.
            Pasar itu dibuka setiap hari mulai pukul empat pagi sampai siang, kecuali pada hari raya yang
            besar.
            """
        );

        Assert.AreEqual("Bandung", content.Place);
        Assert.HasCount(3, content.Paragraphs);
        Assert.EndsWith("anggaran kabupaten dan provinsi.", content.Paragraphs[0]);
    }

    [TestMethod]
    public void Short_lines_stay_apart() =>
        Assert.HasCount(
            4,
            Uploads
                .Content("Jadwal Pasar Ikan Teluk Jaya\n\nSenin: kios utara\nSelasa: kios selatan\nRabu: gudang dingin\nKamis: dermaga")
                .Paragraphs
        );

    [TestMethod]
    [DataRow($"{First}\n{Second}\nPasar dibuka setiap hari mulai pukul empat pagi sampai siang, kecuali pada hari raya.", 3)]
    [DataRow("Pasar ikan itu dibuka bupati bersama para nelayan dan\npedagang dari tiga desa di pesisir selatan\nTeluk Jaya.", 1)]
    public void Markdown_lines_that_are_each_a_paragraph_are_parted(string text, int paragraphs) =>
        Assert.HasCount(paragraphs, Uploads.Content($"# Pasar Ikan Dibuka\n\n{text}\n", "siaran.md").Paragraphs);

    [TestMethod]
    public void A_date_of_another_system_is_read_as_the_time_of_release()
    {
        var result = Uploads.Read(
            $"---\nlayout: post\ntitle: Pasar Ikan Dibuka\nDate: 2025-03-01 09:00:00 +0700\ncategories: [rilis]\n---\n\n{Text}",
            "siaran.md"
        );

        Assert.AreEqual(new DateTimeOffset(2025, 3, 1, 2, 0, 0, TimeSpan.Zero), Uploads.Accepted(result).Submission.PublishAt);
        Assert.AreEqual(Severity.Warning, Uploads.Found(result, "date-taken").Severity);
    }

    [TestMethod]
    [DataRow("Wed, 05 Mar 2025 02:41:00 GMT")]
    [DataRow("2025-03-05T02:41:00Z")]
    [DataRow("March 5, 2025 10:41 WITA")]
    [DataRow("1741142460")]
    [DataRow("20250305T024100Z")]
    [DataRow("Wed Mar 05 2025 09:41:00 GMT+0700 (WIB)")]
    public void A_page_s_date_is_read_in_any_usual_form(string date) =>
        Assert.AreEqual(
            new DateTimeOffset(2025, 3, 5, 2, 41, 0, TimeSpan.Zero),
            Uploads
                .Submission(
                    $"<html><head><title>Pasar Ikan Dibuka</title><meta property='article:published_time' content='{date}'></head><body><article><h1>Pasar Ikan Dibuka</h1><p>{First}</p></article></body></html>",
                    "siaran.html"
                )
                .PublishAt
        );

    [TestMethod]
    public void A_page_without_metadata_has_the_time_below_its_headline()
    {
        var submission = Uploads.Submission(
            $"<html><head><title>Pasar Ikan Dibuka</title></head><body><article><h1>Pasar Ikan Dibuka</h1><time datetime='2025-03-05T10:41+08:00'>5 Maret</time><p>{First} Acaranya <time datetime='2029-01-01'>1 Januari</time>.</p></article></body></html>",
            "siaran.html"
        );

        Assert.AreEqual(new DateTimeOffset(2025, 3, 5, 2, 41, 0, TimeSpan.Zero), submission.PublishAt);
    }

    [TestMethod]
    public void A_label_that_is_a_page_s_only_title_is_no_headline()
    {
        var content = Uploads.Content(
            $"<html><head><title>Siaran Pers</title></head><body><h1>Siaran Pers</h1><h2>Dinas Perikanan Teluk Jaya</h2><h3>Pasar Ikan Dibuka</h3><p>{First}</p><p>{Second}</p></body></html>",
            "siaran.html"
        );

        Assert.AreEqual(
            ("Pasar Ikan Dibuka", "Siaran Pers", "Dinas Perikanan Teluk Jaya"),
            (content.Headline, content.Label, content.Agency)
        );
    }

    [TestMethod]
    public void A_table_that_places_a_text_is_no_table()
    {
        var content = Uploads.Content(
            $"<html><body><table><tr><td><a href='/'>Beranda</a></td><td><h1>Pasar Ikan Dibuka</h1><p>{First}</p><p>{Second}</p></td></tr></table></body></html>",
            "siaran.html"
        );

        Assert.AreEqual($"<p>{First}</p><p>{Second}</p>", content.BodyHtml);
    }

    [TestMethod]
    public void A_headline_of_a_script_without_capitals_is_not_in_capitals() =>
        Assert.IsFalse(
            Uploads
                .Read("إعادة افتتاح سوق السمك في الخليج\n\nأعادت البلدية اليوم افتتاح السوق بعد ستة أشهر من أعمال الإصلاح.\n")
                .Report.Findings.Any(f => f.Code == "headline-in-capitals")
        );

    [TestMethod]
    public void Names_of_sites_do_not_tell_the_language() =>
        Assert.AreEqual(
            "id",
            Uploads
                .Content(
                    $"<h1>Pasar Ikan Dibuka</h1><p>Pasar ikan Teluk Jaya dibuka bupati.</p>{string.Concat(Enumerable.Repeat("<p>Video: youtube.com</p>", 4))}",
                    "siaran.html"
                )
                .Language
        );
}
