using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>What a box within a page's text holds decides whether it is of the release; what is hidden in it is said.</summary>
[TestClass]
public sealed class BoxesOfTextTests
{
    private const string Headline = "Jembatan Gantung Kali Rawa Dibuka";
    private const string First =
        "Jembatan gantung di Kali Rawa dibuka pada hari Kamis oleh bupati, kata kepala dinas pekerjaan umum di kantornya.";
    private const string Second = "Warga dua desa memakainya untuk ke pasar dan ke sekolah setiap hari sejak pagi.";
    private const string Third = "Jalan ke jembatan itu diperkeras tahun depan dengan dana desa dan kabupaten.";

    [TestMethod]
    [DataRow("<h3>Syarat</h3><div style=\"display:none\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<button aria-expanded=\"false\">Syarat</button><div hidden><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"tab-pane\" style=\"display: none\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div role=\"tabpanel\" hidden><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"recommendations\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"votes\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<section class=\"donation\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></section>")]
    [DataRow("<div class=\"subscription-plan\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"rating\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"widget\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"print\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"table-footer\"><p>Pengguna jembatan harus turun dari sepeda motornya.</p></div>")]
    [DataRow("<div class=\"rekomendasi\"><h3>Aturan</h3><ol><li>Pengguna harus turun dari sepeda motornya</li></ol></div>")]
    public void Sentences_in_a_box_of_the_text_are_kept(string box)
    {
        var result = Uploads.Read(Page($"<p>{First}</p><p>{Second}</p>{box}<p>{Third}</p>"), "a.html");

        Assert.Contains("turun dari sepeda motornya", Uploads.Content(result).BodyText);
    }

    [TestMethod]
    [DataRow("<div class=\"event-date\">Kamis, 4 Maret 2032 di Rawa</div>", "4 Maret 2032")]
    [DataRow("<p class=\"date\">Upacara berlangsung Kamis 4 Maret</p>", "Upacara berlangsung")]
    public void A_line_of_a_date_between_paragraphs_is_kept(string line, string kept) =>
        Assert.Contains(kept, Uploads.Content(Page($"<p>{First}</p><p>{Second}</p>{line}<p>{Third}</p>"), "a.html").BodyText);

    [TestMethod]
    [DataRow("<div style=\"display:none\"><p>Biaya jembatan itu semula Rp9 miliar dari anggaran provinsi.</p></div>")]
    [DataRow("<section style=\"visibility: hidden\"><p>Biaya jembatan itu semula Rp9 miliar dari anggaran provinsi.</p></section>")]
    [DataRow("<p style=\"font-size:0\">Biaya jembatan itu semula Rp9 miliar dari anggaran provinsi.</p>")]
    [DataRow("<p>Biayanya <span style=\"font-size: 0px\">Biaya jembatan itu semula Rp9 miliar dari provinsi.</span> Rp8 miliar.</p>")]
    [DataRow("<p><span style=\"display:none\">Biaya jembatan itu semula Rp9 miliar dari provinsi.</span> Biayanya Rp8 miliar.</p>")]
    [DataRow(
        "<div class=\"k\"><h3><a href=\"/1\">Gudang baru di dermaga itu</a></h3><p>Gudang itu Rp9 miliar dari anggaran provinsi.</p></div><div class=\"k\"><h3><a href=\"/2\">Jalan baru ke dermaga itu</a></h3><p>Jalan itu Rp9 miliar dari anggaran provinsi.</p></div><div class=\"k\"><h3><a href=\"/3\">Pasar baru di dermaga itu</a></h3><p>Pasar itu Rp9 miliar dari anggaran provinsi.</p></div>"
    )]
    public void Sentences_that_are_left_out_within_the_text_are_for_an_editor_to_see(string hidden)
    {
        var result = Uploads.Read(Page($"<p>{First}</p><p>{Second}</p>{hidden}<p>{Third}</p>"), "a.html");

        var doubtful = Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Assert.AreEqual(Severity.Doubt, Uploads.Found(result, "sentences-left-out").Severity);
        Assert.DoesNotContain("Rp9 miliar", doubtful.Submission.Content!.BodyText);
    }

    [TestMethod]
    [DataRow("<p>Biayanya <span style=\"font-size:0\">(semula Rp9 miliar)</span> Rp8 miliar.</p>")]
    [DataRow("<p><u style=\"visibility:hidden\">(semula Rp9 miliar)</u> Biayanya Rp8 miliar.</p>")]
    [DataRow("<ul><li>Biaya <font style=\"display:none\">(semula Rp9 miliar)</font> Rp8 miliar</li><li>Panjang 80 meter</li></ul>")]
    public void Words_that_a_paragraph_hides_are_never_published(string paragraph)
    {
        var result = Uploads.Read(Page($"<p>{First}</p><p>{Second}</p>{paragraph}<p>{Third}</p>"), "a.html");

        Assert.Contains("Rp8 miliar", Uploads.Content(result).BodyText);
        Assert.DoesNotContain("Rp9 miliar", Uploads.Content(result).BodyText);
        Assert.Contains("Rp9 miliar", Uploads.Found(result, "furniture-dropped").English);
    }

    [TestMethod]
    public void Small_letters_are_not_hidden() =>
        Assert.Contains(
            "bagian kecil",
            Uploads
                .Content(Page($"<p>{First}</p><p>{Second} <span style=\"font-size:0.8em\">bagian kecil</span></p><p>{Third}</p>"), "a.html")
                .BodyText
        );

    [TestMethod]
    [DataRow(
        "<section class=\"footnotes\"><hr><ol><li id=\"f1\">Angka sementara dinas. <a href=\"#r1\">↩</a></li></ol></section>",
        "Angka sementara dinas."
    )]
    [DataRow("<div role=\"doc-endnotes\"><ol><li>Angka sementara dinas.</li></ol></div>", "Angka sementara dinas.")]
    [DataRow("<section><h2>Narahubung</h2><p>Humas Rawa, telepon (0999) 12345</p><p>Jalan Kali 7, Rawa</p></section>", "Jalan Kali 7")]
    [DataRow("<section><h3>Media contact</h3><p>Press desk, phone (0999) 12345, email press@rawa.example</p></section>", "Press desk")]
    public void Notes_and_contacts_behind_the_text_are_kept(string behind, string kept)
    {
        var body = Uploads.Content(Page($"<p>{First}</p><p>{Second}</p><p>{Third}</p>{behind}"), "a.html").BodyText;

        Assert.Contains(kept, body);
        Assert.DoesNotContain("↩", body);
    }

    [TestMethod]
    [DataRow("<div class=\"standfirst\"><b>Dua desa tersambung lagi</b></div>")]
    [DataRow("<div class=\"subjudul\">Dua desa tersambung lagi</div>")]
    public void A_short_lead_in_a_box_is_kept(string lead) =>
        Assert.Contains(
            "Dua desa tersambung lagi",
            Uploads.Content(Page($"{lead}<p>{First}</p><p>{Second}</p><p>{Third}</p>"), "a.html").BodyText
        );

    [TestMethod]
    public void What_a_shadow_root_shows_is_of_the_text() =>
        Assert.Contains(
            "Jembatan tutup pada malam hari.",
            Uploads
                .Content(
                    Page(
                        $"<p>{First}</p><div><template shadowrootmode=\"open\"><p>Jembatan tutup pada malam hari.</p></template></div><p>{Second}</p><p>{Third}</p>"
                    ),
                    "a.html"
                )
                .BodyText
        );

    [TestMethod]
    [DataRow("<div class=\"newsletter\"><p>Daftar dan terima kabar kami setiap pagi di surat.</p><form><input></form></div>")]
    [DataRow(
        "<div class=\"recommendations\"><p>Baca kabar lain dari kami di sini.</p><a href=\"/9\">Pasar Rawa ramai lagi sejak pagi</a></div>"
    )]
    [DataRow("<div class=\"widget\"><form><p>Daftar dan terima kabar kami setiap pagi di surat.</p><input></form></div>")]
    public void Calls_and_other_news_within_the_text_are_no_part_of_it(string box)
    {
        var result = Uploads.Read(Page($"<p>{First}</p><p>{Second}</p>{box}<p>{Third}</p>"), "a.html");

        Assert.DoesNotContain("kabar", Uploads.Content(result).BodyText);
    }

    private static string Page(string text) =>
        $"<!doctype html><html><head><title>{Headline}</title></head><body><nav><a href=\"/\">Beranda</a></nav><article><h1>{Headline}</h1>{text}</article><footer><p>Hak cipta 2032</p></footer></body></html>";
}
