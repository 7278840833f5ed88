using System.Globalization;
using Siaran.Releases;
using Siaran.Tagging.Dates;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Names right behind and joined to other names, and days in what people say.</summary>
[TestClass]
public sealed class SideBySideTests
{
    private const string Headline = "Kabar Nusa Jaya";

    [TestMethod]
    [DataRow("“Cabai itu tiba besok pagi,” ujar Direktur Utama PT Dharma Nusa Ari Wibowo SH.", "Ari Wibowo")]
    [DataRow("“Cabai itu tiba besok pagi,” kata Direktur PT Sumber Makmur Jaya Rahmat Hidayat di Medan.", "Rahmat Hidayat")]
    [DataRow("“Cabai itu tiba besok pagi,” kata Direktur CV Bangun Persada Siti Rahayu.", "Siti Rahayu")]
    [DataRow("“Cabai itu tiba besok pagi,” kata Direktur PT Surya Wijaya Sakti, Rahmat Hidayat.", "Rahmat Hidayat")]
    public void Who_heads_a_firm_speaks_though_nothing_parts_the_names(string sentence, string speaker)
    {
        var read = Read(sentence);

        Assert.AreEqual(speaker, read.Quotes.Single().Speaker);
        Assert.AreEqual(Slug.From(speaker), Names(read, TagKind.Person));
    }

    [TestMethod]
    [DataRow("Direktur PT Sumber Makmur Sentosa meresmikan gudang itu.")]
    [DataRow("Direktur PT Surya Citra Gemilang meresmikan gudang itu.")]
    public void A_firm_alone_is_no_person(string sentence) => Assert.AreEqual("", Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow("Setahun pemerintahan Prabowo-Gibran, harga beras turun.", "gibran prabowo")]
    [DataRow("Presiden Prabowo Subianto hadir. Kabinet Prabowo-Gibran genap setahun.", "gibran prabowo-subianto")]
    [DataRow("Pasangan Prabowo Subianto-Gibran Rakabuming Raka dilantik.", "gibran-rakabuming-raka prabowo-subianto")]
    [DataRow("Pesawat mendarat di Bandara Soekarno-Hatta.", "")]
    [DataRow("Umak-Umak menjual ikan di pasar itu.", "")]
    public void A_hyphen_joins_two_persons(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow("Kepala Dinas Sosial Karya Wibisana hadir.", "karya-wibisana")]
    [DataRow("Kepala Dinas Cipta Karya Rahmat Hidayat hadir.", "rahmat-hidayat")]
    [DataRow("Kepala Dinas Perhubungan Bina Wijaya hadir.", "bina-wijaya")]
    [DataRow("Kepala Dinas Bina Marga Rahmat Hidayat hadir.", "rahmat-hidayat")]
    [DataRow("Lomba di SMA Negeri 1 Baruna diikuti Siti Rahayu.", "siti-rahayu")]
    [DataRow("Lomba di SMPN 3 Rahayu diikuti Siti Rahmawati.", "siti-rahmawati")]
    public void First_names_may_be_words_of_offices_and_names_of_schools_are_no_persons(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow("Pasien dirujuk ke RS Bahari Teluk Jaya.", "rs-bahari-teluk-jaya", "")]
    [DataRow("RS Cipta Mulia menerima pasien itu.", "rs-cipta-mulia", "")]
    [DataRow("Direktur RSUD Cipta Mulia Rahmat Hidayat hadir.", "rsud-cipta-mulia", "rahmat-hidayat")]
    [DataRow("Direktur RS Harapan Kita Dewi Lestari hadir.", "rs-harapan-kita", "dewi-lestari")]
    [DataRow("RS Karya Medika Bandung merawat dua pasien.", "rs-karya-medika", "")]
    public void A_hospital_has_its_whole_name_and_not_that_of_who_heads_it(string sentence, string body, string person)
    {
        var read = Read(sentence);

        Assert.AreEqual(body, Names(read, TagKind.Agency));
        Assert.AreEqual(person, Names(read, TagKind.Person));
    }

    [TestMethod]
    [DataRow("Polres Metro Bekasi Kota menangkap pencuri.", "polres-kota-bekasi")]
    [DataRow("Polres Metro Bekasi menangkap pencuri.", "polres-kabupaten-bekasi")]
    [DataRow("Polres Metro menangkap pencuri.", "polres-kota-metro")]
    [DataRow("Polres Metro Jakarta Selatan menangkap pencuri.", "polres-kota-jakarta-selatan")]
    [DataRow("Polres Bogor Kota menangkap pencuri.", "polres-kota-bogor")]
    [DataRow("Lapas Kelas IIA Cianjur penuh. Lapas Cianjur menambah petugas.", "lapas-kabupaten-cianjur")]
    [DataRow("Korem 074/Warastratama menanam pohon.", "korem-074-warastratama")]
    [DataRow("Danrem hadir. Kodam V/Brawijaya menanam pohon.", "kodam-v-brawijaya")]
    [DataRow("Kodim 0726/Sukoharjo menanam pohon.", "kodim-kabupaten-sukoharjo")]
    public void Police_prisons_and_units_are_read_with_their_kind_and_number(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Agency));

    [TestMethod]
    [DataRow("RSUD Bahari Kota Baruna penuh. RSUD Bahari menerima pasien.", "rsud-bahari-kota-baruna")]
    [DataRow(
        "Asosiasi Petani Cabai Indonesia Sumatera Utara hadir. Asosiasi Petani Cabai Indonesia optimistis.",
        "asosiasi-petani-cabai-indonesia-sumatera-utara"
    )]
    [DataRow(
        "Kantor Perwakilan Bank Indonesia Provinsi Sumatera Utara mencatat inflasi. BI Sumut optimistis.",
        "bank-indonesia-sumatera-utara"
    )]
    [DataRow("Kantor Wilayah Kementerian Hukum Jawa Barat hadir. Kanwil Kemenkum Jabar optimistis.", "kanwil-kemenkum-jawa-barat")]
    [DataRow("Tim Penggerak PKK Kota Baruna hadir. TP PKK Kota Baruna optimistis.", "tp-pkk-baruna")]
    public void One_body_with_and_without_its_place_is_one(string text, string expected) =>
        Assert.AreEqual(expected, Names(Read(text), TagKind.Agency));

    [TestMethod]
    [DataRow("“Hari ini kita mulai membangun jembatan,” kata Siti Rahayu.", "2025-03-04")]
    [DataRow("“Kondisi hari ini sudah lebih baik,” kata Siti Rahayu.", "")]
    [DataRow("“Sampai hari ini bantuan itu belum datang,” kata Siti Rahayu.", "")]
    [DataRow("“Anak muda di hari ini harus kreatif,” kata Siti Rahayu.", "")]
    [DataRow("“Kemarin saya ke pasar,” kata Siti Rahayu.", "")]
    [DataRow("\"Bantuan itu sudah datang,\" kata Siti Rahayu kemarin.", "2025-03-03")]
    public void A_spoken_today_is_a_day_unless_it_means_nowadays(string sentence, string days) =>
        Assert.AreEqual(days, string.Join(' ', Read(sentence).Dates.Select(date => date.From.ToString("O", CultureInfo.InvariantCulture))));

    [TestMethod]
    public void A_text_of_nothing_but_spoken_days_is_looked_at_once()
    {
        var content = Some.Content(Headline, "\"" + string.Join(' ', Enumerable.Repeat("kemarin hari ini", 2_000)), "Kemarin " + Headline);
        var text = new ReleaseText(content);
        var looks = 0;

        var parts = new SpokenParts(text, _ => ++looks < 0);

        Assert.AreEqual(text.Tokens.ToArray().Count(token => token.Kind is not TokenKind.Break), looks);
        Assert.AreEqual(6_000, Enumerable.Range(0, text.Tokens.Length).Count(i => text.Tokens[i].IsWord && parts.IsSpoken(i)));
    }

    [TestMethod]
    [DataRow("Direktur RSUD, Prof. Ahmad Fauzan, hadir. “Bantuan itu sudah datang,” kata Prof. Fauzan di aula.", "Fauzan")]
    [DataRow("Kepala staf, Letjen Rahmat Hidayat, hadir. “Bantuan itu sudah datang,” ujar Letjen. Rahmat.", "Rahmat")]
    [DataRow("Siti Rahayu hadir. “Bantuan itu sudah datang,” kata warga. Rahmat Hidayat senang.", null)]
    public void The_point_of_a_long_title_ends_no_sentence(string text, string? speaker) =>
        Assert.AreEqual(speaker, Read(text).Quotes.Single().Speaker);

    [TestMethod]
    [DataRow("“Bantuan itu sudah datang,” kata Plt. Kadis Sosial Prov. NTB Drs. H. Ahmad Fauzan di aula.", "Ahmad Fauzan")]
    [DataRow("“Bantuan itu sudah datang,” ujar Kasubbag. Umum, Rahmat Hidayat.", "Rahmat Hidayat")]
    [DataRow("“Bantuan itu sudah datang,” tegas Kol. Inf. Rahmat Hidayat.", "Rahmat Hidayat")]
    [DataRow("“Bantuan itu sudah datang,” tegas Kapt. Ahmad Fauzan.", "Ahmad Fauzan")]
    public void The_point_of_what_is_written_short_ends_no_sentence(string text, string speaker) =>
        Assert.AreEqual(speaker, Read(text).Quotes.Single().Speaker);

    [TestMethod]
    [DataRow("Dalam Pasal 3 disebutkan, “Guru berhak atas tunjangan.” “Tunjangan itu dibayar tiap bulan,” lanjutnya.", null)]
    [DataRow("Surat edaran itu berbunyi: “Guru berhak atas tunjangan.” “Tunjangan itu dibayar tiap bulan,” tambahnya.", null)]
    [DataRow("Dalam rapat itu Rahmat menyebutkan, “Guru berhak atas tunjangan.” “Itu dibayar tiap bulan,” lanjutnya.", "Rahmat")]
    public void Words_of_a_document_give_nobody_the_floor(string quotes, string? speaker) =>
        Assert.AreEqual(speaker, Read($"Kepala staf, Rahmat Hidayat, hadir. {quotes}").Quotes[^1].Speaker);

    [TestMethod]
    [DataRow("Gubernur Ahmad Fauzan menyambut baik kunjungan itu.", "Ahmad Fauzan")]
    [DataRow("Gubernur Ahmad Fauzan, bersama rombongan, membuka pasar.", "Ahmad Fauzan")]
    [DataRow("Gubernur Ahmad Fauzan ditunggu di aula.", "Siti Rahayu")]
    [DataRow("Gubernur Ahmad Fauzan membuka pasar. Warga senang.", "Siti Rahayu")]
    public void An_officeholder_whose_sentence_comes_right_before_a_quote_says_it(string sentence, string speaker) =>
        Assert.AreEqual(
            speaker,
            Read(
                $"Menteri Siti Rahayu hadir bersama Gubernur Ahmad Fauzan. “Anak-anak senang,” kata Siti Rahayu. {sentence} “Terima kasih atas semua itu,” katanya."
            )
                .Quotes[^1]
                .Speaker
        );

    [TestMethod]
    [DataRow("", "Tekanan Ahmad Fauzan membawa harapan bagi pasar")]
    [DataRow("", "Kami berterima kasih, Gubernur Ahmad Fauzan selalu ada")]
    [DataRow(" bersama Gubernur Ahmad Fauzan", "Tekanan Ahmad Fauzan membawa harapan bagi pasar")]
    public void Nobody_says_a_quote_that_speaks_of_them_by_name(string company, string quote) =>
        Assert.AreEqual(
            "Siti Rahayu",
            Read(
                $"Menteri Siti Rahayu hadir{company}. “Anak-anak senang,” kata Siti Rahayu. Gubernur Ahmad Fauzan membuka pasar itu. “{quote},” katanya."
            )
                .Quotes[^1]
                .Speaker
        );

    [TestMethod]
    [DataRow("Pemprov Jawa Barat hadir. Pemda Jawa Barat menyiapkan dana.", "pemprov-jawa-barat")]
    [DataRow("Pemda Sumbawa hadir. Pemkab Sumbawa menyiapkan dana.", "pemkab-kabupaten-sumbawa")]
    [DataRow("Pemprov Bali hadir. Pemda Jawa Barat menyiapkan dana.", "pemda-jawa-barat pemprov-bali")]
    public void One_government_by_two_names_is_one(string text, string expected) =>
        Assert.AreEqual(expected, Names(Read(text), TagKind.Agency));

    [TestMethod]
    [DataRow("Direktur RSUD dr. Soetomo Rahmat Hidayat hadir.", "rsud-dr-soetomo", "rahmat-hidayat")]
    [DataRow("Direktur Utama RSUP Dr. Sardjito Siti Rahayu hadir.", "rsup-dr-sardjito", "siti-rahayu")]
    public void A_hospital_is_told_from_who_heads_it_behind_a_title(string text, string body, string person) =>
        Assert.AreEqual((body, person), (Names(Read(text), TagKind.Agency), Names(Read(text), TagKind.Person)));

    [TestMethod]
    [DataRow("Petugas Puskesos Margakaya hadir.", "puskesos-margakaya")]
    [DataRow("Kader HIPMI hadir.", "hipmi")]
    public void Bodies_that_no_list_had_are_read(string text, string expected) =>
        Assert.AreEqual(expected, Names(Read(text), TagKind.Agency));

    [TestMethod]
    [DataRow("“Warga bilang habis. Lho, ini negara hukum,” kata Siti Rahayu.")]
    [DataRow("“Monggo, cari di pasar. Loh, sudah habis,” kata Siti Rahayu.")]
    public void Who_is_surprised_names_nobody(string text) => Assert.AreEqual("siti-rahayu", Names(Read(text), TagKind.Person));

    private static Annotations Read(string sentence) => SaidOf.Read("id", sentence, Headline);

    private static string Names(Annotations read, TagKind kind) => SaidOf.Names(read, kind);
}
