namespace Siaran.Tests.Intake;

/// <summary>Saved pages that are no release, or that a content system shows to some alone.</summary>
[TestClass]
public sealed class OtherPagesTests
{
    private const string Text = "<p>Pasar ikan dibuka di pesisir Woja pada hari Senin untuk semua nelayan.</p><p>Warga senang sekali.</p>";

    [TestMethod]
    [DataRow("404 Not Found", "")]
    [DataRow("Error 503: Service Unavailable", "")]
    [DataRow("Halaman yang Anda cari tidak ditemukan", "")]
    [DataRow("Access Denied", "")]
    [DataRow("Masuk ke akun Anda", "<form><input type=\"password\"></form>")]
    [DataRow("Log in | Portal Desa", "<form><input type=\"password\"></form>")]
    public void A_page_of_an_error_or_to_sign_in_is_refused(string headline, string form) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Read(headline, form: form)).Code);

    [TestMethod]
    [DataRow("404 Warga Terima Sertifikat Tanah")]
    [DataRow("Masuk ke 10 Besar, Kota Bima Raih Penghargaan")]
    [DataRow("Access denied to three million sites, ministry says")]
    [DataRow("Dilindungi: Penyu di Pantai Woja")]
    [DataRow("Masuk Sekolah Hari Pertama, Bupati Sapa Siswa")]
    [DataRow("Protected Areas of the Gulf: a Report")]
    public void A_headline_that_begins_alike_is_a_release_s(string headline) =>
        Assert.AreEqual(headline, Uploads.Content(Read(headline, form: "<form><input type=\"password\"></form>")).Headline);

    [TestMethod]
    [DataRow("Pribadi: Pasar Ikan Dibuka")]
    [DataRow("Terproteksi: Pasar Ikan Dibuka")]
    [DataRow("Protected: Fish Market Opens")]
    public void A_page_that_is_closed_by_its_title_is_held(string headline) =>
        Assert.AreEqual("held-by-text", Uploads.Error(Read(headline)).Code);

    [TestMethod]
    public void A_page_waits_for_the_day_from_which_it_is_available() =>
        Assert.AreEqual(
            2041,
            Uploads
                .Accepted(Read("Pasar Ikan Dibuka", "<meta name=\"DC.date.available\" content=\"2041-03-03\">"))
                .Submission.PublishAt!.Value.Year
        );

    [TestMethod]
    public void A_time_of_release_that_was_left_empty_is_refused() =>
        Assert.AreEqual("bad-date", Uploads.Error(Uploads.Read($"---\ntitle: Pasar Ikan\npublishAt:\n---\n{Uploads.Body}", "a.md")).Code);

    [TestMethod]
    public void A_line_with_a_past_day_and_time_does_not_hold() =>
        Assert.AreEqual(
            2017,
            Uploads
                .Submission($"City Opens Market\n\nPublished Monday, 18 September, 2017 at 04:01 PM\n\n{Uploads.Body}")
                .PublishAt!.Value.Year
        );

    private static Siaran.Intake.IntakeResult Read(string headline, string head = "", string form = "") =>
        Uploads.Read(
            $"<html><head><title>{headline}</title>{head}</head><body>{form}<h1>{headline}</h1><article>{Text}</article></body></html>",
            "siaran.html"
        );
}
