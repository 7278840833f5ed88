using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>More shapes of what offices paste, save and send by mistake: printed pages, pictures and videos, files that are no release.</summary>
[TestClass]
public sealed class WiderShapesTests
{
    private const string Headline = "Jembatan Gantung Lembah Biru Selesai Dibangun";

    private const string First = "Pemerintah Kabupaten Lembah Biru menyelesaikan jembatan gantung yang menghubungkan tiga desa di hulu.";

    private const string Second =
        "Bupati mengatakan bahwa jembatan itu mempersingkat perjalanan anak sekolah dari dua jam menjadi sepuluh menit.";

    private const string Third = "Pembangunan memakan waktu tujuh bulan dan dikerjakan bersama oleh warga, TNI, dan dinas pekerjaan umum.";

    private static readonly string[] Texts = [First, Second, Third];

    [TestMethod]
    [DataRow("2")]
    [DataRow("– 2 –")]
    [DataRow("[2]")]
    [DataRow("2/3")]
    [DataRow("2 dari 3")]
    [DataRow("Hal. 2")]
    [DataRow("Hal 2 dari 3")]
    [DataRow("Page 2 of 3")]
    [DataRow("Halaman | 2")]
    [DataRow("2 | Halaman")]
    [DataRow("2 | Page")]
    [DataRow("\f")]
    [DataRow("2\f")]
    [DataRow("Siaran Pers No. 77/2026                                        2")]
    [DataRow("2                                        Siaran Pers No. 77/2026")]
    [DataRow("Dinas Pekerjaan Umum Lembah Biru | Siaran Pers | Halaman 2")]
    public void What_is_between_two_printed_pages_is_no_text(string between)
    {
        foreach (var gap in (string[])["\n\n", "\n"])
        {
            var content = Uploads.Content($"{Headline}\n\n{First}\n\n{Second}{gap}{between}{gap}{Third}\n");

            CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
        }
    }

    [TestMethod]
    public void A_running_head_that_comes_on_every_page_is_no_text()
    {
        var content = Uploads.Content(
            $"""
            Siaran Pers Dinas Pekerjaan Umum Lembah Biru

            {Headline}

            {First}

            1
            Siaran Pers Dinas Pekerjaan Umum Lembah Biru

            {Second}

            2
            Siaran Pers Dinas Pekerjaan Umum Lembah Biru

            {Third}

            3
            """
        );

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
    }

    [TestMethod]
    [DataRow("menyele\u00AD\nsaikan", "menyelesaikan")]
    [DataRow("menyele‐\nsaikan", "menyelesaikan")]
    [DataRow("menyele- \nsaikan", "menyelesaikan")]
    [DataRow("rumah-\nrumah", "rumah-rumah")]
    [DataRow("bolak-\nbalik", "bolak-balik")]
    [DataRow("COVID-\n19", "COVID-19")]
    [DataRow("ke-\n17", "ke-17")]
    [DataRow("2025-\n2026", "2025-2026")]
    [DataRow("ﬁnal", "final")]
    [DataRow("eﬀekﬁﬂ", "effekfifl")]
    [DataRow("sayur-\nmayur", "sayur-mayur")]
    [DataRow("berlari-\nlari", "berlari-lari")]
    [DataRow("anak-\nanaknya", "anak-anaknya")]
    [DataRow("se-\nIndonesia", "se-Indonesia")]
    [DataRow("Denpasar-\nGilimanuk", "Denpasar-Gilimanuk")]
    public void A_word_that_is_cut_at_the_end_of_a_line_is_whole(string cut, string whole)
    {
        var parts = cut.Split('\n');
        var rest = parts.Length > 1 ? $"\n{parts[1]}" : "";
        var line = "Pemerintah Kabupaten Lembah Biru pada hari Senin kemarin ".PadRight(76 - parts[0].Length, 'x') + " " + parts[0];
        var text =
            $"{line}{rest} jembatan gantung yang menghubungkan tiga desa di hulu sungai itu\ndengan biaya dari anggaran kabupaten dan bantuan dari warga desa.";

        Assert.Contains($" {whole} jembatan", Uploads.Content($"{Headline}\n\n{text}\n").Paragraphs[0]);
    }

    [TestMethod]
    public void Lines_of_a_page_that_were_parted_by_empty_lines_are_joined()
    {
        var content = Uploads.Content(
            $"""
            {Headline}

            Pemerintah Kabupaten Lembah Biru menyelesaikan jembatan gantung yang

            menghubungkan tiga desa di hulu. Jembatan itu sepanjang seratus dua

            puluh meter dan lebar dua meter.

            Bupati mengatakan bahwa jembatan itu mempersingkat perjalanan anak

            sekolah dari dua jam menjadi sepuluh menit.
            """
        );

        Assert.HasCount(2, content.Paragraphs, content.BodyHtml);
    }

    [TestMethod]
    [DataRow("\uF0B7 Panjang 120 meter\n\uF0B7 Lebar 2 meter")]
    [DataRow("• Panjang 120 meter\n• Lebar 2 meter")]
    [DataRow("➢ Panjang 120 meter\n➢ Lebar 2 meter")]
    [DataRow("▪ Panjang 120 meter\n▪ Lebar 2 meter")]
    [DataRow("o Panjang 120 meter\no Lebar 2 meter")]
    [DataRow("✓ Panjang 120 meter\n✓ Lebar 2 meter")]
    [DataRow("·\tPanjang 120 meter\n·\tLebar 2 meter")]
    [DataRow("– Panjang 120 meter\n– Lebar 2 meter")]
    public void Marks_of_lists_in_print_are_a_list(string list) =>
        Assert.Contains(
            "<ul><li>Panjang 120 meter</li><li>Lebar 2 meter</li></ul>",
            Uploads.Content($"{Headline}\n\n{First}\n\n{list}\n\n{Second}\n").BodyHtml
        );

    [TestMethod]
    [DataRow("<img src='/p.svg' data-original='{0}' alt='Jembatan'>")]
    [DataRow("<img src='/p.svg' data-lazy-src='{0}' alt='Jembatan'>")]
    [DataRow("<img data-lazy='{0}' alt='Jembatan'>")]
    [DataRow("<img src='data:image/svg+xml,%3Csvg/%3E' data-lazyload='{0}' alt='Jembatan'>")]
    [DataRow("<img src='data:image/png;base64,iVBO' data-orig-file='{0}' alt='Jembatan'>")]
    [DataRow("<img src='/blank.gif' data-echo='{0}' alt='Jembatan'>")]
    [DataRow("<img src='/blank.gif' nitro-lazy-src='{0}' alt='Jembatan'>")]
    [DataRow("<img src='/loading.gif' data-url='{0}' alt='Jembatan'>")]
    [DataRow("<img srcset='https://a.example/75.jpg 75w, {0} 900w' alt='Jembatan'>")]
    [DataRow("<img srcset='{0}' alt='Jembatan'>")]
    [DataRow("<picture><source data-srcset='{0} 900w' type='image/jpeg'><img class='lazy' alt='Jembatan'></picture>")]
    [DataRow("<amp-img src='{0}' alt='Jembatan' width='900' height='600' layout='responsive'></amp-img>")]
    [DataRow("<img class='lazy' alt='Jembatan'><noscript><img src='{0}' alt='Jembatan'></noscript>")]
    [DataRow("<img loading='lazy' src='{0}' alt='Jembatan'>")]
    public void A_picture_that_comes_late_is_found(string picture)
    {
        var late = string.Format(System.Globalization.CultureInfo.InvariantCulture, picture, "https://a.example/900.jpg");

        Assert.Contains(
            "<img src=\"https://a.example/900.jpg\" alt=\"Jembatan\"",
            Uploads.Content($"<h1>{Headline}</h1><p>{First}</p><p>{late}</p><p>{Second}</p>", "siaran.html").BodyHtml
        );
    }

    [TestMethod]
    [DataRow(
        "<iframe src='https://www.youtube-nocookie.com/embed/abc?rel=0' title='Peresmian'></iframe>",
        "https://www.youtube.com/watch?v=abc"
    )]
    [DataRow("<iframe src='//www.youtube.com/embed/abc' title='Peresmian'></iframe>", "https://www.youtube.com/watch?v=abc")]
    [DataRow(
        "<iframe data-lazy-src='https://www.youtube.com/embed/abc' title='Peresmian'></iframe>",
        "https://www.youtube.com/watch?v=abc"
    )]
    [DataRow("<amp-youtube data-videoid='abc' title='Peresmian'></amp-youtube>", "https://www.youtube.com/watch?v=abc")]
    [DataRow(
        "<youtube-video src='https://www.youtube.com/watch?v=abc' title='Peresmian'></youtube-video>",
        "https://www.youtube.com/watch?v=abc"
    )]
    [DataRow("<object data='https://www.youtube.com/embed/abc' title='Peresmian'></object>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<embed src='https://www.youtube.com/embed/abc' title='Peresmian'>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<video src='https://a.example/b.mp4' title='Peresmian'></video>", "https://a.example/b.mp4")]
    [DataRow("<audio controls title='Peresmian'><source src='https://a.example/b.mp3'></audio>", "https://a.example/b.mp3")]
    [DataRow("<iframe src='https://www.dailymotion.com/embed/video/x12' title='Peresmian'></iframe>", "dailymotion.com")]
    [DataRow(
        "<iframe src='https://drive.google.com/file/d/x12/preview' title='Peresmian'></iframe>",
        "https://drive.google.com/file/d/x12/preview"
    )]
    [DataRow(
        "<div class='fb-video' data-href='https://www.facebook.com/dinas/videos/12/' title='Peresmian'></div>",
        "https://www.facebook.com/dinas/videos/12/"
    )]
    [DataRow(
        "<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@dinas/video/12'><section><a href='https://www.tiktok.com/@dinas'>@dinas</a> Peresmian jembatan</section></blockquote>",
        "https://www.tiktok.com/@dinas/video/12"
    )]
    [DataRow(
        "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/reel/x12/'><a href='https://www.instagram.com/reel/x12/'>Lihat postingan ini</a></blockquote>",
        "https://www.instagram.com/reel/x12/"
    )]
    [DataRow("<p>https://www.youtube.com/watch?v=abc</p>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<p>[embed]https://www.youtube.com/watch?v=abc[/embed]</p>", "https://www.youtube.com/watch?v=abc")]
    [DataRow("<p>[video mp4=\"https://a.example/b.mp4\"][/video]</p>", "https://a.example/b.mp4")]
    public void A_video_of_any_portal_leads_somewhere(string video, string address)
    {
        var html = Uploads.Content($"<h1>{Headline}</h1><p>{First}</p>{video}<p>{Second}</p>", "siaran.html").BodyHtml;

        Assert.Contains("href=\"", html, html);
        Assert.Contains(address, html, html);
        Assert.DoesNotContain("[embed]", html);
        Assert.DoesNotContain("[video", html);
    }

    [TestMethod]
    [DataRow(
        "From 1234@xxx Tue Nov 24 09:12:44 2026\nX-GM-THRID: 1\nFrom: humas@lembah.example\nSubject: Siaran Pers\n\nIsi rilis ada di lampiran.",
        null
    )]
    [DataRow(
        "From: Rina Sari <rina@lembah.example>\nSent: Tuesday, November 24, 2026 9:12 AM\nTo: redaksi@media.example\nCc: arsip@lembah.example\nSubject: Siaran Pers\n\nIsi rilis.",
        "text/plain"
    )]
    [DataRow(
        "Dari: Rina Sari <rina@lembah.example>\nDikirim: Selasa, 24 November 2026 09.12\nKepada: redaksi@media.example\nSubjek: Siaran Pers\n\nIsi rilis.",
        "text/plain"
    )]
    [DataRow(
        "Return-Path: <humas@lembah.example>\nReceived: from a.example by b.example; Tue, 24 Nov 2026 09:12:44 +0800\nMessage-ID: <1@a.example>\n\nIsi rilis.",
        "text/plain"
    )]
    [DataRow("BEGIN:VCARD\nVERSION:3.0\nFN:Rina Sari\nTEL:0812\nEND:VCARD\n", "text/plain")]
    [DataRow("judul\tisi\tstatus\nJembatan\tJembatan gantung selesai.\tdraft\nPasar\tPasar dibuka.\tterbit\n", "text/plain")]
    [DataRow("judul,tanggal,status\nJembatan,2026-11-24,draft\nPasar,2026-11-25,terbit\n", null)]
    [DataRow("INSERT INTO `wp_posts` VALUES (1,'Jembatan','draft');\nINSERT INTO `wp_posts` VALUES (2,'Pasar','publish');\n", "text/plain")]
    [DataRow("-- MySQL dump 10.13\n--\nDROP TABLE IF EXISTS `berita`;\nCREATE TABLE `berita` (`id` int);\n", null)]
    [DataRow("[{\"title\": \"Jembatan\", \"status\": \"draft\"}]", null)]
    [DataRow("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Jembatan</title></entry></feed>", null)]
    [DataRow("<rss version='2.0'><channel><item><title>Jembatan</title></item></channel></rss>", "text/html")]
    [DataRow(
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/</loc></url></urlset>",
        null
    )]
    [DataRow("User-agent: *\nDisallow: /admin\nSitemap: https://a.example/sitemap.xml\n", "text/plain")]
    [DataRow("2026-11-24T09:12:44Z INFO mulai\n2026-11-24T09:12:45Z WARN lambat\n2026-11-24T09:12:46Z ERROR putus\n", "text/plain")]
    [DataRow(
        "127.0.0.1 - - [24/Nov/2026:09:12:44 +0800] \"GET / HTTP/1.1\" 200 512\n127.0.0.1 - - [24/Nov/2026:09:12:45 +0800] \"GET /a HTTP/1.1\" 404 12\n",
        "text/plain"
    )]
    [DataRow("[InternetShortcut]\nURL=https://a.example/\n", "text/plain")]
    [DataRow("<?php echo 'Jembatan'; ?>\n<html><body><h1>Jembatan</h1></body></html>", null)]
    [DataRow(
        "1\n00:00:01,000 --> 00:00:04,000\nJembatan gantung selesai.\n\n2\n00:00:05,000 --> 00:00:09,000\nWarga gembira.\n",
        "text/plain"
    )]
    [DataRow("WEBVTT\n\n00:01.000 --> 00:04.000\nJembatan gantung selesai.\n", null)]
    [DataRow("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "text/plain")]
    [DataRow(
        "TlNULVJhaGFzaWE=TlNULVJhaGFzaWE=TlNULVJhaGFzaWE=TlNULVJhaGFzaWE=TlNULVJhaGFzaWE=\nTlNULVJhaGFzaWE=TlNULVJhaGFzaWE=TlNULVJhaGFzaWE=TlNULVJhaGFzaWE=",
        "text/plain"
    )]
    [DataRow("server:\n  port: 8080\n  host: 0.0.0.0\nlogging:\n  level: debug\n", "text/plain")]
    [DataRow("#!/bin/sh\nset -e\nrm -rf berita\n", "text/plain")]
    [DataRow("body { color: red; }\n.judul { font-weight: bold; }\n", "text/plain")]
    [DataRow(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<h1>Jembatan</h1>\n--x--\n",
        null
    )]
    public void Other_files_are_refused_by_name(string text, string? type)
    {
        var result = Uploads.Read(text, "siaran", type);

        Assert.AreEqual("unsupported-format", Uploads.Error(result).Code, result.Report.ToJson());
        Assert.DoesNotContain("lembah.example", result.Report.ToJson());
    }

    [TestMethod]
    [DataRow("<!doctype html>\n<html><head>\n")]
    [DataRow("\n<html>\n<head>\n")]
    [DataRow("")]
    public void A_page_with_more_lines_of_scripts_than_of_text_is_a_page(string start)
    {
        var script = string.Concat(Enumerable.Range(0, 60).Select(at => $"function f{at}() {{\n  return {at};\n}}\n"));
        var page =
            $"{start}<script>\n{script}</script>\n<style>\n.a {{ color: red; }}\n</style>\n<h1>{Headline}</h1>\n<p>{First}</p>\n<p>{Second}</p>\n<p>{Third}</p>\n";

        CollectionAssert.AreEqual(Texts, Uploads.Content(page, "siaran.html").Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("siaran.vcf")]
    [DataRow("siaran.xlsx")]
    [DataRow("siaran.pptx")]
    [DataRow("siaran.zip")]
    [DataRow("siaran.pages")]
    [DataRow("siaran.mht")]
    [DataRow("siaran.msg")]
    [DataRow("siaran.url")]
    [DataRow("siaran.lnk")]
    [DataRow("folder/Thumbs.db")]
    [DataRow("folder/.~lock.siaran.odt#")]
    [DataRow("folder/siaran.txt.part")]
    [DataRow("folder/siaran.docx.crdownload")]
    [DataRow("folder/siaran.txt~")]
    [DataRow("folder/siaran.bak")]
    [DataRow("folder/__MACOSX/._siaran.txt")]
    [DataRow("folder/.siaran.txt.swp")]
    public void Names_of_other_files_are_refused(string name) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Uploads.Read($"{Headline}\n\n{First}\n", name)).Code);

    [TestMethod]
    [DataRow("class='community-report'")]
    [DataRow("class='shareholder-news'")]
    [DataRow("class='no-sidebar'")]
    [DataRow("class='has-sidebar content-wide'")]
    [DataRow("class='navy-blue'")]
    [DataRow("class='address'")]
    [DataRow("class='d-none d-md-block'")]
    [DataRow("class='hidden-xs visible-md'")]
    [DataRow("class='elementor-widget elementor-widget-text-editor'")]
    [DataRow("class='widget-content'")]
    [DataRow("class='popup-enabled'")]
    [DataRow("class='commented'")]
    [DataRow("class='headers-on'")]
    [DataRow("class='print-friendly'")]
    [DataRow("id='social-welfare'")]
    [DataRow("id='menu-makan-bergizi'")]
    [DataRow("id='promosi-kesehatan'")]
    [DataRow("id='related-party-transactions'")]
    [DataRow("id='tagihan'")]
    [DataRow("data-ad='false'")]
    [DataRow("class='advokasi'")]
    [DataRow("class='adat'")]
    [DataRow("class='iklan-layanan-masyarakat'")]
    [DataRow("class='subscribe-ready'")]
    [DataRow("class='mt-footer-space'")]
    public void Names_that_only_look_like_those_of_furniture_drop_no_paragraph(string attribute)
    {
        foreach (
            var page in (string[])
                [
                    $"<h1>{Headline}</h1><p>{First}</p><div {attribute}><p>{Second}</p></div><p>{Third}</p>",
                    $"<article><h1>{Headline}</h1><div {attribute}><p>{First}</p><p>{Second}</p><p>{Third}</p></div></article>",
                ]
        )
        {
            var content = Uploads.Content($"<title>{Headline}</title><body>{page}</body>", "siaran.html");

            CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
        }
    }

    [TestMethod]
    [DataRow("hidden")]
    [DataRow("style='display:none'")]
    [DataRow("style='visibility: hidden'")]
    [DataRow("class='visually-hidden'")]
    [DataRow("class='sr-only'")]
    [DataRow("class='screen-reader-text'")]
    public void What_a_page_hides_is_no_text(string attribute)
    {
        var result = Uploads.Read(
            $"<title>{Headline}</title><body><h1>{Headline}</h1><p>{First}</p><p {attribute}>Catatan redaksi: belum disetujui kepala dinas.</p><p>{Second}</p><p>{Third}</p></body>",
            "siaran.html"
        );
        // Whole sentences that are hidden between paragraphs are for an editor to see.
        var content = (result as IntakeResult.Doubtful)?.Submission.Content ?? Uploads.Content(result);

        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
    }
}
