using Siaran.Tagging;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class SpeakerTests
{
    private const string Quote = "“Warga sudah menerima bantuan itu kemarin,”";

    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Rahmat Hidayat menjelaskan rencana itu kepada Bupati Dompu, Siti Rahayu.", Quote + " katanya.", "Rahmat Hidayat")]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir bersama Rahmat Hidayat.", Quote + " ujar Bupati.", "Siti Rahayu")]
    [DataRow("Menteri Sosial Siti Rahayu hadir bersama Rahmat Hidayat.", Quote + " ujar Mensos.", "Siti Rahayu")]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir.", Quote + " demikian bunyi spanduk warga.", null)]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir.", Quote + " ujar seorang warga.", null)]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir.", Quote + " ujar politisi muda itu.", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", Quote + " kata pengacara Siti Rahayu, Rahmat Hidayat, di aula.", "Rahmat Hidayat")]
    [DataRow(
        "Acara dimulai pagi.",
        Quote + " ungkap Pelaksana Tugas Kepala Dinas Pekerjaan Umum Bina Marga dan Tata Ruang (PUBM-TR) Provinsi Bali, Rahmat Hidayat.",
        "Rahmat Hidayat"
    )]
    [DataRow("Gubernur Bali Rahmat Hidayat meninjau jembatan. Hal itu disampaikan RH di lokasi.", Quote + " ujar RH.", "Rahmat Hidayat")]
    [DataRow("Menteri Sosial Siti Rahayu melapor.", Quote + " katanya menyampaikan arahan Presiden Rahmat Hidayat.", "Siti Rahayu")]
    [DataRow(
        "Kepala Dinas Sosial Bali Siti Rahayu didampingi Kepala Bidang Bantuan Rahmat Hidayat mengatakan bantuan cukup.",
        Quote + " kata dia.",
        "Siti Rahayu"
    )]
    [DataRow(
        "Kepala Dinas Sosial Bali Siti Rahayu didampingi Kepala Bidang Bantuan Rahmat Hidayat hadir. Dikatakan Rahmat, bantuan cukup.",
        Quote + " kata dia.",
        "Rahmat Hidayat"
    )]
    [DataRow("Siti Rahayu hadir.", "“Apakah warga sudah menerima bantuan itu?” selidik Bupati Dompu, Rahmat Hidayat.", "Rahmat Hidayat")]
    [DataRow(
        "Siti Rahayu mengatakan hal itu. Ia menegur pengacara, Rahmat Hidayat, yang menyebut gugatan itu keliru.",
        Quote + " tegasnya.",
        "Siti Rahayu"
    )]
    [DataRow("Acara dimulai pagi.", "“Kami perbaiki,” kata Bupati Dompu, Siti Rahayu.", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", "‘’Warga sudah menerima bantuan itu kemarin,’’ kata Bupati Dompu, Siti Rahayu.", "Siti Rahayu")]
    public void A_quote_is_said_by_whom_the_words_about_it_tell(string before, string quote, string? speaker) =>
        Assert.AreEqual(speaker, Read(before, quote).Single().Speaker);

    [TestMethod]
    public void Whoever_speaks_goes_on_until_another_takes_the_floor()
    {
        var quotes = Read(
            "Bupati Dompu, Siti Rahayu, menjelaskan rencana itu.",
            Quote + " katanya.",
            "“Bantuan berikutnya menyusul pekan depan,” imbuhnya.",
            "Rahmat Hidayat menambahkan bahwa data sudah siap.",
            "“Data itu kami periksa dua kali,” ujarnya."
        );

        Assert.AreEqual("Siti Rahayu, Siti Rahayu, Rahmat Hidayat", string.Join(", ", quotes.Select(quote => quote.Speaker)));
    }

    [TestMethod]
    public void What_a_nameless_speaker_says_next_is_not_given_to_the_one_before()
    {
        var quotes = Read(
            "Bupati Dompu, Siti Rahayu, menjelaskan rencana itu.",
            Quote + " katanya.",
            "“Kami sangat terbantu oleh itu,” kata seorang warga.",
            "“Semoga ada lagi tahun depan,” tambahnya."
        );

        Assert.AreEqual("Siti Rahayu,,", string.Join(',', quotes.Select(quote => quote.Speaker)));
    }

    [TestMethod]
    public void A_title_in_marks_is_no_quote() =>
        Assert.HasCount(
            1,
            Read(
                "Bupati Dompu, Siti Rahayu, hadir. " + Quote + " katanya saat membuka lomba “Nelayan Tangguh Menyambut Musim Baru” di aula."
            )
        );

    private static IReadOnlyList<Siaran.Tags.Quote> Read(params string[] paragraphs) =>
        Tagger.Read(Some.Release(Some.Content("Acara digelar kemarin di aula", paragraphs) with { Agency = null })).Quotes;
}
