namespace Siaran.Tests.Intake;

/// <summary>Kinds of documents that press offices send, each in more than one wording.</summary>
[TestClass]
public sealed class DocumentKindTests
{
    private const string Headline = "Pasar Ikan Teluk Jaya Dibuka Kembali";

    private static readonly string Rest =
        $"{Uploads.Body}\n\nBupati mengatakan bahwa pasar itu memiliki gudang dingin untuk nelayan kecil.";

    [TestMethod]
    [DataRow("KEMENTERIAN KELAUTAN TELUK\nREPUBLIK INDONESIA\n\nSIARAN PERS\nNomor: 123/HUMAS/XI/2026\n\n", "KEMENTERIAN KELAUTAN TELUK")]
    [DataRow("PEMERINTAH KABUPATEN TELUK\nDINAS KELAUTAN\nJl. Pelabuhan No. 7 Telp. (0000) 111222\n\nSIARAN PERS\n\n", "DINAS KELAUTAN")]
    [DataRow("SIARAN PERS\nNO. 45/SP/XI/2026\nTentang\n", null)]
    [DataRow("SIARAN PERS: ", null)]
    [DataRow("Siaran Pers - ", null)]
    [DataRow("Siaran Pers | ", null)]
    public void A_label_or_letterhead_is_no_headline(string above, string? agency)
    {
        var content = Uploads.Content($"{above}{Headline}\n\n{Rest}");
        Assert.AreEqual(Headline, content.Headline);
        Assert.AreEqual("Siaran Pers", content.Label);
        Assert.AreEqual(agency, content.Agency);
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("Pasar Murah - Jadwal Desember")]
    [DataRow("OPERASI PASAR MURAH – Jadwal Minggu Ini")]
    [DataRow("Pekan Imunisasi – Anak Pulau Didahulukan")]
    public void A_headline_may_hold_a_dash(string headline) => Assert.AreEqual(headline, Uploads.Content($"{headline}\n\n{Rest}").Headline);

    [TestMethod]
    public void A_headline_that_is_too_long_is_named_so() =>
        Assert.AreEqual(
            "headline-too-long",
            Uploads.Error(Uploads.Read($"{string.Join(' ', Enumerable.Repeat("Bupati Membuka Pasar Ikan", 12))}\n\n{Rest}")).Code
        );

    [TestMethod]
    [DataRow("Jakarta-Kementerian Kelautan membuka pasar.", "Jakarta", null, null, "Kementerian")]
    [DataRow("Surabaya-Pemerintah Kota membuka pasar.", "Surabaya", null, null, "Pemerintah")]
    [DataRow("Jakarta, Selasa (24/11/2026) – Pemerintah membuka pasar.", "Jakarta", null, "2026-11-24", "Pemerintah")]
    [DataRow("Singapore, June 19, 2026 – The market reopens today.", "Singapore", null, "2026-06-19", "The market")]
    [DataRow("UNSEKAR, Semarang (24/11) – Pemerintah membuka pasar.", "Semarang", "UNSEKAR", null, "Pemerintah")]
    [DataRow("Jakarta, 24 November 2026\n\nPemerintah membuka pasar ikan di teluk.", "Jakarta", null, "2026-11-24", "Pemerintah")]
    [DataRow("Medan, 3 Mei 2025\n\nPemerintah membuka pasar ikan di teluk.", "Medan", null, "2025-05-03", "Pemerintah")]
    public void A_dateline_gives_place_outlet_and_date(string text, string place, string? outlet, string? date, string start)
    {
        var content = Uploads.Content($"{Headline}\n\n{text}\n\nBupati hadir.");
        Assert.AreEqual(place, content.Place);
        Assert.AreEqual(outlet, content.Outlet);
        Assert.AreEqual(date, content.EventDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith(start, content.Paragraphs[0]);
    }

    [TestMethod]
    public void A_line_that_goes_on_after_its_date_stays_text() =>
        Assert.Contains(
            "24 November 2026 di Balai Kota",
            Uploads.Content($"{Headline}\n\nJakarta, 24 November 2026 di Balai Kota\n\nBupati hadir.").BodyHtml
        );

    [TestMethod]
    public void A_route_between_two_places_is_no_dateline() =>
        Assert.IsNull(Uploads.Content($"{Headline}\n\nJakarta-Bandung kini dilayani kereta cepat.").Place);

    [TestMethod]
    [DataRow("# # #")]
    [DataRow("ENDS")]
    [DataRow("- END -")]
    [DataRow("Selesai")]
    public void A_word_or_marks_that_end_a_release_are_a_sign_off(string mark)
    {
        var content = Uploads.Content($"{Headline}\n\n{Rest}\n\n{mark}");
        Assert.IsTrue(content.SignedOff);
        Assert.HasCount(2, content.Paragraphs);
    }

    [TestMethod]
    [DataRow("Skip to main content")]
    [DataRow("Lewati ke konten utama")]
    public void A_link_past_the_menu_is_no_headline(string line) =>
        Assert.AreEqual(Headline, Uploads.Content($"{line}\n\n{Headline}\n\n{Rest}").Headline);

    [TestMethod]
    [DataRow("<p class=\"commentary\">")]
    [DataRow("<p id=\"related-work\">")]
    [DataRow("<p class=\"hidden md:block\">")]
    [DataRow("<p class=\"hidden lg:flex\">")]
    public void Words_that_only_look_like_those_of_portals_drop_nothing(string open) =>
        Assert.HasCount(
            3,
            Uploads
                .Content($"<h1>{Headline}</h1><p>{Uploads.Body}</p>{open}Bupati membuka pasar.</p><p>{Uploads.Body}</p>", "siaran.html")
                .Paragraphs
        );

    [TestMethod]
    [DataRow("Wed, 04 May 2022 02:41:00 GMT")]
    [DataRow("Wed, 4 May 2022 10:41:00 +0800")]
    public void The_date_of_a_page_may_be_written_as_in_mail(string date) =>
        Assert.AreEqual(
            new DateTimeOffset(2022, 5, 4, 2, 41, 0, TimeSpan.Zero),
            Uploads
                .Submission(
                    $"<html><head><meta property=\"article:published_time\" content=\"{date}\"></head><body><article><h1>{Headline}</h1><p>{Uploads.Body}</p></article></body></html>",
                    "siaran.html"
                )
                .PublishAt
        );

    [TestMethod]
    public void Attributes_of_kramdown_are_no_text()
    {
        var content = Uploads.Content(
            $"# {Headline}\n\n{Uploads.Body}\n{{: .lead}}\n\n[Unduh](https://teluk.example/a.pdf){{:target=\"_blank\"}}",
            "siaran.md"
        );
        Assert.DoesNotContain("{:", content.BodyHtml);
        Assert.HasCount(2, content.Paragraphs);
    }
}
