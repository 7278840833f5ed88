using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>
/// Bodies that a text names in two ways, lists of regions, and what other states have of their own, each in more than
/// one wording.
/// </summary>
[TestClass]
public sealed class OneBodyTests
{
    [TestMethod]
    [DataRow("Dinas LH Kabupaten Dompu menanam pohon. Dinas Lingkungan Hidup Kabupaten Dompu hadir. DLH Kabupaten Dompu juga.", 1)]
    [DataRow("Dinas Pertanian dan Pangan Kabupaten Dompu panen. Kepala Dinas Pertanian dan Pangan, Budi Santoso, hadir.", 1)]
    [DataRow("Dinas PU Bina Marga Kabupaten Lamongan hadir. Dinas Pekerjaan Umum Bina Marga Kabupaten Lamongan juga.", 1)]
    [DataRow("KPU Kabupaten Dompu menggelar rapat. Warga mendatangi KPU.", 1)]
    [DataRow("Perum Bulog Cabang Surakarta menyerap gabah. Bulog Surakarta siap.", 1)]
    [DataRow("Universitas Nusa Merdeka (Unusme) membuka kelas. Mahasiswa Unusme hadir.", 1)]
    [DataRow("Dinas Sosial Kabupaten Dompu dan Dinas Pertanian Kabupaten Dompu hadir.", 2)]
    [DataRow("KPU Kabupaten Dompu dan KPU Kota Bima hadir.", 2)]
    public void A_body_is_tagged_once_by_whichever_name(string text, int bodies) =>
        Assert.HasCount(bodies, SaidOf.Of(Read("id", text), TagKind.Agency), SaidOf.Names(Read("id", text), TagKind.Agency));

    [TestMethod]
    [DataRow(
        "Banjir merendam Kecamatan Gubug, Tegowanu, Karangrayung dan Kedungjati di Kabupaten Grobogan.",
        "gubug karangrayung kedungjati tegowanu"
    )]
    [DataRow("Kecamatan Weru dan Bulu, Kabupaten Sukoharjo, panen raya.", "bulu weru")]
    [DataRow("Pupuk tiba di Kecamatan Geneng serta Paron, Kabupaten Ngawi.", "geneng paron")]
    public void Districts_of_a_list_share_the_word_before_the_first(string sentence, string expected) =>
        Assert.AreEqual(
            expected,
            string.Join(
                ' ',
                SaidOf
                    .Of(Read("id", sentence), TagKind.Region)
                    .Where(tag => tag.Id.Name.StartsWith("kecamatan-", StringComparison.Ordinal))
                    .Select(tag => tag.Id.Name.Split('-')[1])
                    .Order(StringComparer.Ordinal)
            )
        );

    [TestMethod]
    [DataRow("Bantuan tiba di Kabupaten Sidoarjo, Gresik, dan Mojokerto.", "kabupaten-gresik kabupaten-mojokerto kabupaten-sidoarjo")]
    [DataRow("Hujan turun di Kota Depok dan Bekasi.", "kota-bekasi kota-depok")]
    [DataRow(
        "Pabrik dibangun di Karawang, Batang, dan Halmahera Tengah.",
        "kabupaten-batang kabupaten-halmahera-tengah kabupaten-karawang"
    )]
    [DataRow("Bantuan dikirim BPBD Jawa Tengah.", "jawa-tengah")]
    [DataRow("Ruas Muara Dua-Kota Batu rusak.", "")]
    public void Regions_of_a_list_share_their_level(string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read("id", sentence), TagKind.Region));

    [TestMethod]
    [DataRow("id", "Menteri Luar Negeri Malaysia Ahmad Zamri tiba.", null)]
    [DataRow("id", "Menteri Pertahanan Australia Malcolm Thornbury tiba.", null)]
    [DataRow("id", "Menteri Pertahanan Budi Santoso tiba.", "agency:kemhan")]
    [DataRow("en", "Japan's Defence Minister Hiroko Nagai met the press in Jakarta.", null)]
    [DataRow("en", "Minister of Defence of Vietnam, Tran Duc Minh, met the press.", null)]
    public void A_minister_of_another_state_heads_no_ministry_of_this_one(string language, string sentence, string? agency) =>
        Assert.AreEqual(agency, SaidOf.Of(Read(language, sentence), TagKind.Person).Single().Facts.GetValueOrDefault("agencyId"));

    [TestMethod]
    [DataRow("en", "Canberra and Sydney share it: Australia will spend $92 million.", "92000000 AUD")]
    [DataRow("en", "The Monetary Authority of Singapore fined the bank in Singapore $5,000.", "5000 SGD")]
    [DataRow("en", "New Zealand and Wellington will pay $54 million.", "54000000 NZD")]
    [DataRow("en", "Indonesia will receive $54 million, Jakarta said.", "54000000 USD")]
    [DataRow("en", "Singapore and Singaporeans gave US$3 million.", "3000000 USD")]
    [DataRow("en", "The department sent food worth P6.8 million and P45 million.", "6800000 PHP, 45000000 PHP")]
    [DataRow("en", "The centre cost RM80 mil to build.", "80000000 MYR")]
    [DataRow("ms", "Brunei Darussalam memberi $2.3 juta kepada Daerah Belait.", "2300000 BND")]
    [DataRow("id", "Air setinggi 40 hingga 120 sentimeter.", "40 cm, 120 cm")]
    [DataRow("id", "Petugas mendampingi tujuh korban. Tiga pasien meninggal.", "7 korban, 3 pasien")]
    public void A_sum_is_in_the_money_of_the_state_that_the_text_is_of(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(Read(language, sentence)));

    [TestMethod]
    [DataRow("Warga menonton pentas di Gedung Kesenian Putri Mayang.", "")]
    [DataRow("Sendratari itu mengangkat kisah Ratna Wulandari.", "")]
    [DataRow("Penari membawakan kisah Roro Jonggrang.", "")]
    [DataRow("Satu warga, Kasmin (67), ditemukan selamat.", "kasmin")]
    [DataRow("Siswa kelas XI, Raihan Fadhlurahman, memamerkan alat itu.", "raihan-fadhlurahman")]
    [DataRow("Ketua Hiswana Migas Jatim Ismet Baswan hadir.", "ismet-baswan")]
    public void Only_persons_are_persons(string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read("id", sentence), TagKind.Person));

    [TestMethod]
    [DataRow("id", "Ditjen Ilmate mencatat kenaikan.", "ditjen-ilmate")]
    [DataRow("id", "Ditjen Pangan Nabati mencatat kenaikan.", "ditjen-pangan-nabati")]
    [DataRow("id", "Kepala Stasiun Geofisika Padang Panjang Suaidi Ahadi hadir.", "stasiun-geofisika-padang-panjang")]
    [DataRow("id", "Relawan PMI Kota Malang datang. PMI itu pekerja.", "pmi-daerah-kota-malang")]
    [DataRow("en", "The Department of Communities and Justice runs it.", "department-of-communities-and-justice")]
    [DataRow("en", "South Sudan's Ministry of Irrigation drills it.", "ministry-of-irrigation")]
    [DataRow("ms", "Kementerian Sumber-Sumber Utama dan Pelancongan hadir.", "kementerian-sumber-sumber-utama-dan-pelancongan")]
    [DataRow("ms", "Universiti Sultan Idris membuka kelas.", "universiti-sultan-idris")]
    public void A_body_is_named_whole(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(language, sentence), TagKind.Agency));

    private static Annotations Read(string language, string sentence) => SaidOf.Read(language, sentence, "What was said");
}
