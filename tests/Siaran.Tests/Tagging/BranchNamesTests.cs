using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Branches and offices of regions: one body under all its names, its town, and what only looks like one.</summary>
[TestClass]
public sealed class BranchNamesTests
{
    [TestMethod]
    [DataRow("Bupati Dompu meninjau puskesmas, didampingi Kepala Dinas Kesehatan.", "dinkes-kabupaten-dompu")]
    [DataRow("Gubernur NTB dan Bupati Dompu meninjau puskesmas, didampingi Kepala Dinas Kesehatan.", "dinkes")]
    [DataRow("Pameran digelar Dinas Pertanian dan Ketahanan Pangan Pemkot Bima.", "dinas-pertanian-dan-ketahanan-pangan-kota-bima")]
    [DataRow("BNNK Dompu mengajak warga. Itu tugas pokok BNN sesuai undang-undang.", "bnn bnn-kabupaten-dompu")]
    [DataRow("KPU Kabupaten Dompu membentuk relawan yang digagas KPU Republik Indonesia.", "kpu kpu-kabupaten-dompu")]
    [DataRow("Badan Pengawas Pemilu (Bawaslu) Kabupaten Dompu hadir. Bawaslu mencatat.", "bawaslu-kabupaten-dompu")]
    [DataRow("Remisi bagi warga Lapas Pemuda Kelas IIA Dompu.", "lapas-pemuda-kabupaten-dompu")]
    [DataRow("Bantuan Bagian Kesejahteraan Rakyat (Kesra) Setda Kabupaten Dompu tiba.", "bagian-kesejahteraan-rakyat-kabupaten-dompu")]
    [DataRow("Syahrul adalah Ketua Komnas PA Mataram.", "")]
    public void A_body_is_of_the_place_that_rules_and_no_branch_where_the_state_is_meant(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    [DataRow("Kemenag Kabupaten Dompu rapat. Kankemenag Dompu dan Kantor Kementerian Agama Dompu hadir.", "kankemenag-kabupaten-dompu")]
    [DataRow("Kementerian Agama (Kemenag) Kab. Dompu rapat. Kepala Kemenag hadir.", "kankemenag-kabupaten-dompu")]
    [DataRow("Kemenag NTB rapat. Kantor Wilayah Kementerian Agama Wilayah NTB siap.", "kanwil-kemenag-nusa-tenggara-barat")]
    [DataRow("Kantor Wilayah Kemenag Sulut dan Kanwil Kemenag Sulawesi Utara hadir.", "kanwil-kemenag-sulawesi-utara")]
    [DataRow("Kemenkum Bali hadir. Kanwil Kementerian Hukum Bali siap.", "kanwil-kemenkum-bali")]
    [DataRow("BPN Kabupaten Dompu hadir. Kantor Pertanahan Dompu siap.", "kantor-pertanahan-kabupaten-dompu")]
    [DataRow("Kemenag Dompu hadir. Data Kemenag pusat dibaca.", "kankemenag-kabupaten-dompu kemenag")]
    [DataRow("Kanwil Kemenag Bali hadir. Misi Kemenag dibaca.", "kanwil-kemenag-bali kemenag")]
    [DataRow("Balai POM Kota Bima hadir. BPOM Kota Bima siap.", "balai-pom-kota-bima")]
    [DataRow("Balai Pengawasan Obat dan Makanan (BPOM) Kota Bima hadir. BPOM siap.", "balai-pom-kota-bima")]
    [DataRow("Ditjen Penataan Laut hadir. Direktorat Jenderal Penataan Laut siap.", "ditjen-penataan-laut")]
    [DataRow("Direktorat Jenderal Peraturan Perundang-undangan hadir.", "ditjen-peraturan-perundang-undangan")]
    [DataRow("Kantor Imigrasi Kelas I TPI Mataram dan Kantor Imigrasi Mataram buka.", "kantor-imigrasi-mataram")]
    [DataRow("Balai Besar MKG Wilayah V hadir. Balai Besar BMKG Wilayah V siap.", "balai-besar-bmkg-wilayah-v")]
    [DataRow("KUA Kec. Woja rapat. Kantor Urusan Agama Kecamatan Woja siap.", "kua-woja")]
    [DataRow(
        "Hadir Balai Besar Rawa Lestari Sulut. Kata Balai Besar Rawa Lestari Sulawesi Utara, siap.",
        "balai-besar-rawa-lestari-sulawesi-utara"
    )]
    [DataRow(
        "Dinas Komunikasi, Informatika dan Persandian Kabupaten Dompu rapat. Dinas Kominfosandi Kabupaten Dompu dan Diskominfosandi Dompu siap.",
        "dinas-komunikasi-informatika-dan-persandian-kabupaten-dompu"
    )]
    [DataRow(
        "Dinas Perdagangan, Koperasi dan UKM Kabupaten Dompu rapat. Dinas Dagkop dan UKM Kabupaten Dompu siap.",
        "dinas-perdagangan-koperasi-dan-ukm-kabupaten-dompu"
    )]
    [DataRow(
        "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan (Bappelitbang) Kabupaten Dompu rapat.",
        "baperlitbang-kabupaten-dompu"
    )]
    public void A_body_has_one_id_by_whichever_name(string text, string expected) => Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow(
        "Rapat Pengadilan Agama Kayuputih usai. Pemkab Dompu hadir di Pengadilan Agama.",
        "pemkab-kabupaten-dompu pengadilan-agama-kayuputih"
    )]
    [DataRow("Pengadilan Agama (PA) Kayuputih rapat. Ketua PA Kayuputih hadir.", "pengadilan-agama-kayuputih")]
    [DataRow("Hadir Ketua Pengadilan Negeri Raba.", "pengadilan-negeri-raba")]
    [DataRow("Pengadilan Negeri Dompu rapat.", "pengadilan-negeri-kabupaten-dompu")]
    [DataRow("Warga ke Mahkamah Syar'iyah Lhoksari.", "mahkamah-syariyah-lhoksari")]
    [DataRow("Remisi di Lapas Kelas IIB Kayuputih dan Rutan II B Dompu diberikan.", "lapas-kayuputih rutan-kabupaten-dompu")]
    [DataRow(
        "Balai Besar Wilayah Sungai (BBWS) Sumatera IV Sekampung rapat. BBWS Sumatera IV Sekampung siap.",
        "bbws-sumatera-iv-sekampung"
    )]
    [DataRow("Apel Kodim 1614 Dompu dan Lanal Mataram usai.", "kodim-kabupaten-dompu lanal-kota-mataram")]
    [DataRow("Hadir peneliti BPTP Jambi, BPTU-HPT Kayuputih dan BP3MI Bali.", "bp3mi-bali bptp-jambi bptu-hpt-kayuputih")]
    [DataRow("Hadir KIP Aceh Tengah dan KPUD Dompu.", "kip-kabupaten-aceh-tengah kpu-kabupaten-dompu")]
    [DataRow("Program KIP Kuliah diumumkan.", "")]
    [DataRow("Hadir Kepala BPK Perwakilan Provinsi Bali dan Kepala Perwakilan BKKBN Provinsi Bali.", "bkkbn-bali bpk-bali")]
    [DataRow("Rapat Cabang Dinas Pendidikan Dompu dan Sudis Kebersihan usai.", "cabang-dinas-pendidikan-dompu sudin-kebersihan")]
    [DataRow("Dinas Kesehatan Dompu menerima vaksin dari Dinas Kesehatan Provinsi.", "dinkes-kabupaten-dompu dinkes-nusa-tenggara-barat")]
    [DataRow(
        "Hadir Biro Tata Laksana Pemprov Bali dan Bagian Pangan Setda Dompu.",
        "bagian-pangan-setda-kabupaten-dompu biro-tata-laksana-bali"
    )]
    [DataRow("Bappeda Dompu hadir. Kadis Ketahanan Pangan siap.", "bappeda-kabupaten-dompu dkpang-kabupaten-dompu")]
    [DataRow("Sekretariat Dewan (Sekwan) dan Bappeda Dompu rapat.", "bappeda-kabupaten-dompu setwan-kabupaten-dompu")]
    [DataRow("Lomba dimenangi MTsN Kayuputih, MIN Rahmat Jaya dan SDN 4 Kuta Alam.", "min-rahmat-jaya mtsn-kayuputih sdn-4-kuta-alam")]
    public void A_branch_is_named_for_its_town(string text, string expected) => Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow("Bupati Lombok Timur (Lotim) hadir. Pemkab Lotim siap.", "pemkab-kabupaten-lombok-timur")]
    [DataRow("Warga Lombok Utara (LU) datang. Bappeda LU siap.", "bappeda-kabupaten-lombok-utara")]
    public void A_text_shortens_the_name_of_its_region(string text, string expected) => Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow("Ada guru di MA Negeri 133 orang dan MTs Negeri 1.210 siswa.", "")]
    [DataRow("Pemilihan Presiden dan Wakil Presiden Republik Indonesia usai.", "")]
    [DataRow("Bappeda Dompu memimpin Tim Anggaran Pemerintah Daerah.", "bappeda-kabupaten-dompu")]
    [DataRow("Dinas Ketahanan Pangan (DKP) Kabupaten Dompu rapat. DKP siap.", "dkpang-kabupaten-dompu")]
    public void What_only_looks_like_a_body_is_none(string text, string expected) => Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow(
        "Bupati Dompu, Bawaslu, Disdukcapil, dan Kodim Dompu hadir.",
        "bawaslu-kabupaten-dompu dukcapil-kabupaten-dompu kodim-kabupaten-dompu"
    )]
    [DataRow("Disdukcapil dan BPS hadir. Bappeda Dompu siap.", "bappeda-kabupaten-dompu bps-kabupaten-dompu dukcapil-kabupaten-dompu")]
    [DataRow("Aturan Bawaslu dibaca. Bappeda Dompu siap.", "bappeda-kabupaten-dompu bawaslu")]
    public void In_a_list_of_a_regions_bodies_a_national_one_is_its_branch(string text, string expected) =>
        Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow("Tim BBWS Sumatera II Medan bekerja di Kota Sibolga.", "kota-sibolga")]
    [DataRow("Tamu belajar Padang Penggembalaan di Kabupaten Dompu.", "kabupaten-dompu")]
    [DataRow("Pawai di Distrik Wondiboi, Kabupaten Teluk Wondama.", "kabupaten-teluk-wondama kecamatan-wondiboy-kabupaten-teluk-wondama")]
    [DataRow("Panen di Kabupaten Tanah Karo dan Kabupaten Banyu Asin.", "kabupaten-banyuasin kabupaten-karo")]
    public void A_part_of_another_name_is_no_region_and_another_spelling_is_one(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Region));

    [TestMethod]
    public void A_text_may_end_within_any_of_these_names()
    {
        const string text =
            "Pengadilan Agama (PA) Kayuputih dan Lapas Kelas II B Kayu, Kodim 1614 Dompu, Kadis Ketahanan Pangan, Biro Tata Laksana Pemprov Bali, "
            + "Lombok Utara (LU), Dinas Kesehatan Provinsi, MTs Negeri 132 orang, MAN Dompu, BBWS Sumatera II Medan, Perundang-undangan";
        for (var end = 1; end <= text.Length; end++)
        {
            Assert.IsNotNull(SaidOf.Lines(text[..end]));
        }
    }

    private static string Bodies(string text) => SaidOf.Names(SaidOf.Lines(text), TagKind.Agency);
}
