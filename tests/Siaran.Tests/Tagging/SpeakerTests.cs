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
    [DataRow(
        "Wakil Bupati Dompu Siti Rahayu yang membacakan amanat Gubernur Bali Rahmat Hidayat, menyebutkan bantuan cukup.",
        Quote + " tegasnya.",
        "Siti Rahayu"
    )]
    [DataRow(
        "Asisten Setda Dompu Siti Rahayu yang mewakili Ketua PMI Dompu Rahmat Hidayat, menjelaskan bahwa bantuan cukup.",
        Quote + " ungkapnya.",
        "Siti Rahayu"
    )]
    [DataRow(
        "Rahmat Hidayat mengatakan bantuan tiba. Senada dengan itu, Siti Rahayu, Pranata Komputer Ahli Muda, menyampaikan bantuan cukup.",
        Quote + " ujarnya.",
        "Siti Rahayu"
    )]
    [DataRow(
        "Rahmat Hidayat hadir. Bupati Dompu Siti Rahayu tiba.",
        Quote + " kata Bupati dihadapan Camat Woja, Rahmat Hidayat.",
        "Siti Rahayu"
    )]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir.", "“Warga sudah menerima bantuan itu kemarin” tuturnya", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", "” Warga sudah menerima bantuan itu kemarin,” kata Siti Rahayu.", "Siti Rahayu")]
    [DataRow(
        "Rahmat Hidayat hadir. Acara dilanjutkan sambutan oleh Bupati Dompu, Siti Rahayu, yang berterima kasih.",
        "“Warga sudah menerima bantuan itu kemarin.”, demikian beliau mengakhiri sambutannya.",
        "Siti Rahayu"
    )]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir. Untuk beras, lanjut Bupati, bantuan cukup.", Quote + " katanya.", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", Quote + " ungkap Kepala Balai Karantina, drh. Siti Rahayu, Rabu.", "Siti Rahayu")]
    [DataRow("Siti Rahayu hadir.", "“Apakah warga sudah menerima bantuan itu?” selidik Bupati Dompu, Rahmat Hidayat.", "Rahmat Hidayat")]
    [DataRow(
        "Siti Rahayu mengatakan hal itu. Ia menegur pengacara, Rahmat Hidayat, yang menyebut gugatan itu keliru.",
        Quote + " tegasnya.",
        "Siti Rahayu"
    )]
    [DataRow("Acara dimulai pagi.", "Siti Rahayu mengatakan,\"Warga sudah menerima bantuan itu kemarin.\"", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", "Hal itu benar.\"Warga sudah menerima bantuan itu kemarin,\" kata Siti Rahayu.", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", "“Kami perbaiki,” kata Bupati Dompu, Siti Rahayu.", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", "‘’Warga sudah menerima bantuan itu kemarin,’’ kata Bupati Dompu, Siti Rahayu.", "Siti Rahayu")]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir.", Quote + " kata dia saat mendampingi Gubernur Bali Rahmat Hidayat.", "Siti Rahayu")]
    [DataRow("Bupati Dompu, Siti Rahayu, hadir.", Quote + " ucap dia. Turut hadir Menteri Sosial Rahmat Hidayat.", "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", Quote + " kata presiden kepada wartawan yang menanyakan nasib Rahmat Hidayat.", null)]
    [DataRow("Acara dimulai pagi.", Quote + " ujar seorang pedagang usai bertemu Bupati Dompu Siti Rahayu.", null)]
    [DataRow("Acara dimulai pagi.", "Siti Rahayu menoleh ke Rahmat Hidayat sambil berkata, " + Quote, "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", "Siti Rahayu menyampaikan kepada Rahmat Hidayat, " + Quote, "Siti Rahayu")]
    [DataRow("Acara dimulai pagi.", Quote + " tulis Bupati Dompu Siti Rahayu di akun media sosialnya.", "Siti Rahayu")]
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
    [DataRow(
        "Kepala Dinas Sosial Bali Siti Rahayu menjelaskan hal itu. “Bantuan kami salurkan bertahap,” ujarnya. "
            + "Sesuai arahan Presiden Rahmat Hidayat, bantuan ditambah.",
        Quote + " kata dia."
    )]
    [DataRow(
        "Kapolsek Tanjung Kompol Siti Rahayu menjelaskan kasus itu. “Pelaku sudah kami tahan,” ujarnya. "
            + "Rahmat Hidayat justru meminta kunci rumah itu.",
        Quote + " ungkapnya."
    )]
    [DataRow(
        "Ketua lembaga Siti Rahayu menjelaskan kasus itu. “Saksi harus dilindungi,” ujarnya. "
            + "Rahmat Hidayat diketahui telah melaporkan kasus itu.",
        Quote + " tegasnya."
    )]
    public void Whoever_is_only_told_about_takes_no_floor(string before, string quote) =>
        Assert.AreEqual("Siti Rahayu, Siti Rahayu", string.Join(", ", Read(before, quote).Select(said => said.Speaker)));

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

    [TestMethod]
    [DataRow("Rahmat Hidayat mengatakan hal itu dalam diskusi bertajuk “Laut yang bersih untuk anak cucu” di aula.")]
    [DataRow("Rahmat Hidayat menyampaikan sambutan dengan tema “Bersama kita jaga hutan di daerah ini” di aula.")]
    [DataRow("Rahmat Hidayat menyampaikan sambutan pada acara “Gema Bahari Nusantara untuk Negeri” di aula.")]
    [DataRow("Rahmat Hidayat hadir. Spanduk “Selamat datang di kota kami” terpasang.")]
    [DataRow(
        "Patung karya Rahmat Hidayat memberi pesan tentang nilai-nilai yang diperjuangkan warga, “keadilan, gotong royong, dan damai”."
    )]
    public void A_title_a_theme_or_a_slogan_is_said_by_nobody(string sentence) => Assert.IsEmpty(Read(sentence));

    private static IReadOnlyList<Siaran.Tags.Quote> Read(params string[] paragraphs) =>
        Tagger.Read(Some.Release(Some.Content("Acara digelar kemarin di aula", paragraphs) with { Agency = null })).Quotes;
}
