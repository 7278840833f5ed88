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
    public void Marks_of_other_systems_are_no_text(string text, string name) =>
        Assert.DoesNotMatchRegex(@"\{:|\[|\]", string.Join(' ', Uploads.Content(text, name).Paragraphs));

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
}
