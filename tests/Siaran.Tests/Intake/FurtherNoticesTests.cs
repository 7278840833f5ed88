using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Notices to wait in further wordings, pages whose notice is over, and texts that only speak of embargoes and drafts.</summary>
[TestClass]
public sealed class FurtherNoticesTests
{
    private const string Headline = "Pasar Ikan Teluk Jaya Dibuka Kembali";

    private const string Second = "Bupati mengatakan bahwa pasar itu memiliki gudang dingin dan tempat lelang yang lebih luas.";

    private static bool IsPublic(string text, string name) =>
        Uploads.Read(text, name) is IntakeResult.Accepted { Submission.PublishAt: null or { Year: < 2029 } };

    [TestMethod]
    [DataRow("Jangan dimuat sebelum Selasa")]
    [DataRow("Materi ini baru boleh diberitakan mulai 5 Mei 2029")]
    [DataRow("Mohon tidak dipublikasikan hingga konferensi pers selesai")]
    [DataRow("Embargo lifts at 10:00 on 5 May 2029")]
    [DataRow("Hold until further notice")]
    [DataRow("Naskah ini belum final")]
    [DataRow("Draf kedua, mohon koreksi pimpinan")]
    [DataRow("Not to be published, broadcast or posted before 5 May 2029")]
    [DataRow("Terbit serentak 5 Mei 2029 pukul 09.00")]
    [DataRow("Naskah ini masih dikoreksi pimpinan")]
    [DataRow("Sila tahan siaran sehingga jam 9 pagi Isnin")]
    [DataRow("Advance copy – embargoed for 5 May")]
    [DataRow("Pre-release: do not share")]
    [DataRow("Rilis ini jangan dinaikkan dulu ya")]
    [DataRow("Publikasikan besok pagi saja")]
    [DataRow("Not yet approved for publication")]
    [DataRow("Kami mohon rekan-rekan menahan berita ini sampai Senin")]
    [DataRow("Dapat dikutip mulai Senin pukul 10.00 WITA")]
    public void A_notice_in_any_words_holds_the_release(string notice)
    {
        Assert.IsFalse(IsPublic($"{notice}\n\n{Headline}\n\n{Uploads.Body}\n\n{Second}\n", "siaran.txt"), "above");
        Assert.IsFalse(IsPublic($"{Headline}\n\n{notice}\n\n{Uploads.Body}\n\n{Second}\n", "siaran.txt"), "below the headline");
        Assert.IsFalse(IsPublic($"# {Headline}\n\n{Uploads.Body}\n\n{Second}\n\n**{notice}**\n", "siaran.md"), "at the end");
        Assert.IsFalse(
            IsPublic(
                $"<title>{Headline}</title><body><p>{notice}</p><article><h1>{Headline}</h1><p>{Uploads.Body}</p><p>{Second}</p></article></body>",
                "siaran.html"
            ),
            "page"
        );
    }

    [TestMethod]
    [DataRow("Embargo ikan segar dari luar negeri dibahas dalam rapat Senin.")]
    [DataRow("Bupati menyerahkan draf anggaran kepada dewan pada Senin.")]
    [DataRow("Kebijakan privasi aplikasi pajak daerah diperbarui.")]
    [DataRow("Warga dapat mengunduh konsep rencana tata ruang dan memberi masukan sampai 5 Mei 2029.")]
    [DataRow("Dokumen rahasia zaman kolonial dipamerkan di museum daerah.")]
    [DataRow("Museum tidak dibuka untuk umum sebelum 5 Mei 2029.")]
    [DataRow("Penerbitan izin usaha ditahan sampai pemilik melengkapi berkas.")]
    [DataRow("Peserta dilarang membagikan soal sebelum ujian selesai.")]
    [DataRow("Naskah kuno itu belum selesai diterjemahkan.")]
    public void A_text_that_speaks_of_such_things_is_taken(string line)
    {
        Assert.IsTrue(IsPublic($"{Headline}\n\n{Uploads.Body}\n\n{line}\n\n{Second}\n", "siaran.txt"));
        Assert.IsTrue(IsPublic($"{Headline}\n\n{line} {Second}\n\n{Uploads.Body}\n", "siaran.txt"));
    }

    [TestMethod]
    [DataRow("Release Date: Monday, 23 November 2026 – 3:55pm", true)]
    [DataRow("Embargo until 23 November 2026", true)]
    [DataRow("Embargo until 1 December 2029", false)]
    [DataRow("Release Date: Saturday, 1 December 2029 – 3:55pm", false)]
    [DataRow("DRAFT 23 November 2026", false)]
    [DataRow("Embargo until 23 November 2026, not approved", false)]
    public void A_page_waits_for_no_time_before_its_own(string notice, bool isTaken)
    {
        var page =
            $"<head><title>{Headline}</title><meta property='article:published_time' content='2026-11-24T10:00:00+08:00'></head><body><article><h1>{Headline}</h1><p>{Uploads.Body}</p><p>{notice}</p><p>{Second}</p></article></body>";

        Assert.AreEqual(isTaken, IsPublic(page, "siaran.html"));
        if (isTaken)
        {
            Assert.AreEqual(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero), Uploads.Submission(page, "siaran.html").PublishAt);
        }
    }

    [TestMethod]
    [DataRow("Embargo until 1 December 2029, 23:00 EST", "2029-12-02T02:00:00Z", false)]
    [DataRow("Embargo until 1 December 2029, 23:00 -05:00", "2029-12-02T02:00:00Z", false)]
    [DataRow("Embargo until 1 December 2029, after the ceremony at 23:00 EST", "2029-12-02T11:00:00Z", false)]
    [DataRow("Embargo until 1 December 2029, 23:00 -05:00", "2029-12-02T05:00:00Z", true)]
    [DataRow("Embargo until 1 December 2029, 23:00 EST", "2029-12-03T02:00:00Z", true)]
    public void A_time_that_a_page_may_come_before_is_not_over(string notice, string published, bool isTaken)
    {
        var page =
            $"<head><title>{Headline}</title><meta property='article:published_time' content='{published}'></head><body><article><h1>{Headline}</h1><p>{Uploads.Body}</p><p>{notice}</p><p>{Second}</p></article></body>";
        var read = Uploads.Read(page, "siaran.html") as IntakeResult.Accepted;

        Assert.AreEqual(
            isTaken ? DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture) : null,
            read?.Submission.PublishAt
        );
    }

    [TestMethod]
    [DataRow("<meta property='article:modified_time' content='2030-01-05T10:00:00+08:00'>", "")]
    [DataRow("<meta name='last-modified' content='2030-01-05'><meta http-equiv='date' content='2030-01-05'>", "")]
    [DataRow("", "<p class='updated'>Diperbarui 5 Januari 2030</p>")]
    [DataRow("", "<div class='header-date'>5 Januari 2030</div>")]
    [DataRow("<meta property='article:published_time' content='2030-01-05T10:00:00+08:00'>", "")]
    public void No_date_of_a_page_shows_what_an_embargo_holds_early(string head, string shown)
    {
        var page =
            $"<head><title>{Headline}</title>{head}</head><body>{shown}<article><h1>{Headline}</h1>{shown}<p>Embargo until 1 December 2029</p><p>{Uploads.Body}</p><p>{Second}</p></article></body>";

        Assert.IsTrue(
            Uploads.Read(page, "siaran.html") is not IntakeResult.Accepted { Submission.PublishAt: var at }
                || at >= new DateTimeOffset(2029, 12, 1, 0, 0, 0, TimeSpan.Zero)
        );
    }

    [TestMethod]
    public void A_date_with_points_in_the_metadata_of_a_page_is_read()
    {
        var page =
            $"<head><title>{Headline}</title><meta name='dcterms.issued' content='4.11.2021 10:12'></head><body><article><h1>{Headline}</h1><p>{Uploads.Body}</p><p>{Second}</p></article></body>";

        Assert.AreEqual(new DateTimeOffset(2021, 11, 4, 2, 12, 0, TimeSpan.Zero), Uploads.Submission(page, "siaran.html").PublishAt);
    }
}
