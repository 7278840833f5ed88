namespace Siaran.Tests.Intake;

[TestClass]
public sealed class HeaderTests
{
    private const string Headline = "Pasar Ikan Tanjung Sira Dibuka";

    [TestMethod]
    [DataRow("SIARAN PERS\n\nDinas Perikanan Teluk Jaya", "Siaran Pers", "Dinas Perikanan Teluk Jaya")]
    [DataRow("SIARAN PERSDinas Perikanan Teluk Jaya", "Siaran Pers", "Dinas Perikanan Teluk Jaya")]
    [DataRow("Siaran PersDinas Perikanan Teluk Jaya", "Siaran Pers", "Dinas Perikanan Teluk Jaya")]
    [DataRow("SIARAN PERS: Dinas Perikanan Teluk Jaya", "Siaran Pers", "Dinas Perikanan Teluk Jaya")]
    [DataRow("ADVERTORIAL | Diskominfo Nusa Jaya", "Advertorial", "Diskominfo Nusa Jaya")]
    [DataRow("Siaran Pers Dinas Perikanan Teluk Jaya", "Siaran Pers", "Dinas Perikanan Teluk Jaya")]
    [DataRow("PEMERINTAH PROVINSI NUSA JAYA\nDINAS PERIKANAN\n\nSIARAN PERS\nNomor: 480/12/DKP/2025", "Siaran Pers", "DINAS PERIKANAN")]
    [DataRow("SIARAN PERS\nNomor 12/2025\nSenin, 3 Maret 2025", "Siaran Pers", null)]
    [DataRow("Dinas Perikanan Teluk Jaya", null, "Dinas Perikanan Teluk Jaya")]
    [DataRow("Pengumuman", "Pengumuman", null)]
    [DataRow("PRESS RELEASE\n\nOffice of the Governor of Nusa Jaya", "Press Release", "Office of the Governor of Nusa Jaya")]
    public void Label_and_agency_stand_above_the_headline(string above, string? label, string? agency)
    {
        var content = Uploads.Content($"{above}\n\n{Headline}\n\nBaruna (Kabar Nusa Jaya) – {Uploads.Body}");

        Assert.AreEqual((label, agency, Headline), (content.Label, content.Agency, content.Headline));
        CollectionAssert.AreEqual(new[] { Uploads.Body }, content.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("Dinas Kesehatan Gelar Vaksinasi Massal")]
    [DataRow("Pemprov Nusa Jaya Raih Penghargaan")]
    [DataRow("Siaran Pers Bersama Menteri Dikritik")]
    [DataRow("Apa Itu Stunting?")]
    [DataRow("Gubernur: “Kami Siap!”")]
    [DataRow("Pengumuman Hasil Seleksi Direksi Bank Nusa Jaya")]
    [DataRow("Advokat Muda Dilantik")]
    [DataRow("Ini yang Disiapkan Baruna...")]
    public void A_headline_is_not_taken_for_label_or_agency(string headline)
    {
        var content = Uploads.Content($"{headline}\n\n{Uploads.Body}");

        Assert.AreEqual((headline, null, null), (content.Headline, content.Label, content.Agency));
    }

    [TestMethod]
    [DataRow("DOMPU AKAN GELAR PILKADES SERENTAK BULAN JULI 2021.")]
    [DataRow("Bupati Dompu hadiri wawancara akreditasi puskesmas, ini jawabannya.")]
    public void A_headline_may_end_in_a_full_stop(string headline) =>
        Assert.AreEqual(
            headline,
            Uploads
                .Content(
                    $"{headline}\n\nRapat persiapan digelar di aula kantor bupati pada hari Senin dan dihadiri camat dari semua kecamatan. Warga senang.\n\nSelesai."
                )
                .Headline
        );

    [TestMethod]
    public void Bylines_and_dates_under_the_headline_are_no_text_but_a_second_line_is()
    {
        var content = Uploads.Content(
            $"{Headline}\nOleh: Laras Pradipta\nSenin, 3 Maret 2025 09.30 WITA\n\nHarga Ikan Diharapkan Turun\n\n{Uploads.Body}"
        );

        CollectionAssert.AreEqual(new[] { "Harga Ikan Diharapkan Turun", Uploads.Body }, content.Paragraphs.ToArray());
    }

    [TestMethod]
    public void Lines_wrapped_by_an_editor_are_one_paragraph_and_unwrapped_lines_are_several()
    {
        const string wrapped =
            "Pemerintah Kabupaten Teluk Jaya membuka pasar ikan yang baru\nuntuk para nelayan di pesisir, dan mengajak semua pedagang agar\nmemakainya.";

        Assert.HasCount(1, Uploads.Content($"{Headline}\n\n{wrapped}").Paragraphs);
        Assert.HasCount(2, Uploads.Content($"{Headline}\n{Uploads.Body}\n“Pasar ini milik kita,” kata Bupati.").Paragraphs);
    }

    [TestMethod]
    public void The_front_matter_s_title_is_not_repeated_by_the_text()
    {
        var content = Uploads.Content($"---\ntitle: {Headline}\n---\n\n# {Headline}\n\n{Uploads.Body}", "siaran.md");

        Assert.AreEqual($"<p>{Uploads.Body}</p>", content.BodyHtml);
    }

    [TestMethod]
    public void Front_matter_overrides_what_the_text_says()
    {
        var content = Uploads.Content(
            $"---\ntitle: Judul Editor\nlabel: Klarifikasi\nagency: Biro Umum\nplace: Tanjung Sira\nlanguage: JV\n---\nSIARAN PERSDinas Perikanan\n\n{Headline}\n\nBaruna (Kabar) – {Uploads.Body}"
        );

        Assert.AreEqual(
            ("Judul Editor", "Klarifikasi", "Biro Umum", "Tanjung Sira", "jv"),
            (content.Headline, content.Label, content.Agency, content.Place, content.Language)
        );
    }

    [TestMethod]
    [DataRow("The Government of Nusa Jaya opened the new fish market to the public and to the traders of the coast.", "en")]
    [DataRow("Pemerintah membuka pasar ikan yang baru untuk para nelayan dan pedagang di pesisir.", "id")]
    [DataRow("Pasar ikan.", "id")]
    public void The_language_is_told_by_the_words(string text, string language) =>
        Assert.AreEqual(language, Uploads.Content($"Pasar Ikan\n\n{text}").Language);
}
