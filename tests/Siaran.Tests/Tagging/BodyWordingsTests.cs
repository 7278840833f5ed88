using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Bodies of kinds that have many, of which most are on no list: hospitals, associations, task forces, offices abroad.</summary>
[TestClass]
public sealed class BodyWordingsTests
{
    [TestMethod]
    [DataRow("Pasien dirujuk ke Rumah Sakit Harapan Sehat pada malam itu.", "rs-harapan-sehat")]
    [DataRow("Direktur RS Bhakti Asih menerima bantuan.", "rs-bhakti-asih")]
    [DataRow("Layanan RSU Kasih Insani dan RSIA Bunda Harapan ditambah.", "rsia-bunda-harapan rsu-kasih-insani")]
    [DataRow("Pasien dirawat di Rumah Sakit Umum Daerah dr. Wira Santosa.", "rsud-dr-wira-santosa")]
    [DataRow("Layanan Rumah Sakit Jiwa Provinsi Lampung ditambah.", "rsj-lampung")]
    [DataRow("Rumah Sakit Rujukan Nasional akan dibangun.", "")]
    [DataRow("Setiap Rumah Sakit wajib siaga, kata petugas RS itu.", "")]
    [DataRow("Pasien dirujuk ke rumah sakit terdekat.", "")]
    public void A_hospital_has_a_name_of_its_own(string sentence, string expected) => Assert.AreEqual(expected, Bodies(sentence));

    [TestMethod]
    [DataRow("RS Kasih Insani Terima Empat Puluh Pasien Baru", "Pasien itu sembuh.", "")]
    [DataRow("Bupati Resmikan Rumah Sakit Baru di Pulau", "Warga senang.", "")]
    public void A_headline_in_title_case_says_no_hospitals_name(string headline, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Read("id", sentence, headline), TagKind.Agency));

    [TestMethod]
    [DataRow("Kerja sama dengan Harbour Project Delivery Office (HPDO) dimulai. HPDO menyambut.", "harbour-project-delivery-office")]
    [DataRow("Kepala Coffee Trade Promotion Center (CTPC) hadir.", "coffee-trade-promotion-center")]
    [DataRow("Bantuan National Reef Authority (NRA) tiba.", "national-reef-authority")]
    [DataRow("Warga memakai Smart Village Card (SVC) itu.", "")]
    public void A_body_has_an_English_name_where_its_acronym_says_so(string sentence, string expected) =>
        Assert.AreEqual(expected, Bodies(sentence));

    [TestMethod]
    [DataRow("Ketua PGRI Jember Budi Santoso hadir.", "pgri-kabupaten-jember")]
    [DataRow("Ketua Ikatan Dokter Indonesia (IDI) NTB hadir bersama IDI.", "idi-nusa-tenggara-barat")]
    [DataRow("Kepala BNN Provinsi NTB hadir bersama BNNK Bima.", "bnn-kabupaten-bima bnn-nusa-tenggara-barat")]
    [DataRow("Kepala Badan Narkotika Nasional Provinsi NTB hadir.", "bnn-nusa-tenggara-barat")]
    [DataRow("Ketua Umum PWI hadir bersama HIPMI Kota Mataram.", "hipmi-kota-mataram pwi")]
    [DataRow("Kepala Badan Pengelola Keuangan dan Aset Daerah (BPKAD) Provinsi Lampung hadir.", "bpkad-lampung")]
    [DataRow("Peserta BPJS Tenaga Kerja hadir.", "bpjs-ketenagakerjaan")]
    public void An_association_has_branches_and_an_office_is_written_in_two_ways(string sentence, string expected) =>
        Assert.AreEqual(expected, Bodies(sentence));

    [TestMethod]
    [DataRow("Asosiasi Petani Lada Indonesia (APLI) hadir. APLI mendukung.", "asosiasi-petani-lada-indonesia")]
    [DataRow("Himpunan Nelayan Muda Indonesia mendukung aturan itu.", "himpunan-nelayan-muda-indonesia")]
    [DataRow("Satgas Pangan Polri turun ke pasar.", "polri satgas-pangan")]
    [DataRow("Satuan Tugas Percepatan Sanitasi dibentuk.", "satuan-tugas-percepatan-sanitasi")]
    [DataRow("Direktorat Surveilans Kesehatan menyiapkan posko.", "direktorat-surveilans-kesehatan")]
    [DataRow("Pemerintah Desa Lengkorai dan Kelurahan Wanasekar membagi beras.", "pemerintah-desa-lengkorai")]
    [DataRow("Pemerintah Desa Lengkorai Kecamatan Pagun membagi beras.", "pemerintah-desa-lengkorai")]
    [DataRow("KBRI Kuala Lumpur membantu warga.", "kbri-kuala-lumpur")]
    [DataRow("Warga membentuk asosiasi dan satgas sendiri.", "")]
    public void A_kind_of_body_and_capitals_are_its_name(string sentence, string expected) => Assert.AreEqual(expected, Bodies(sentence));

    [TestMethod]
    [DataRow("PT Layar Nusantara (Persero) menandatangani kontrak. PT Layar Nusantara untung.", "pt-layar-nusantara-persero")]
    [DataRow("PT Tambang Laut Jaya (Persero) Tbk menyusul.", "pt-tambang-laut-jaya-persero")]
    [DataRow("PT Layar Nusantara menandatangani kontrak.", "")]
    public void A_company_of_the_state_is_a_body_by_its_word(string sentence, string expected) =>
        Assert.AreEqual(expected, Bodies(sentence));

    [TestMethod]
    [DataRow("Peneliti UGM dan Unhas hadir.", "universitas-gadjah-mada universitas-hasanuddin")]
    [DataRow("Rektor Universitas Hasanuddin hadir.", "universitas-hasanuddin")]
    public void A_university_has_a_short_name(string sentence, string expected) => Assert.AreEqual(expected, Bodies(sentence));

    [TestMethod]
    [DataRow("Kepala Dinas Sosial Hasanuddin Wijaya hadir.", "hasanuddin-wijaya")]
    [DataRow("Menteri Sosial Sakti Hidayat hadir.", "sakti-hidayat")]
    [DataRow("Menteri Kelautan dan Perikanan Sakti Wahyu Santoso hadir.", "sakti-wahyu-santoso")]
    [DataRow("Menteri Pertanian Bima Wahyu Santoso hadir.", "bima-wahyu-santoso")]
    public void A_first_name_that_is_a_place_or_in_a_bodys_name_stays_a_name(string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow("Reog Ponorogo tampil di alun-alun.")]
    [DataRow("Mereka memamerkan Ukiran Jepara dan Noken Papua.")]
    [DataRow("Pemuda menarikan Topeng Cirebon.")]
    public void An_art_named_after_a_place_is_no_region(string sentence) =>
        Assert.AreEqual("", SaidOf.Names(Read(sentence), TagKind.Region));

    [TestMethod]
    [DataRow("Direktorat Jenderal (Ditjen) Pajak membuka posko.", "djp")]
    [DataRow("Badan Pengelola (BP) Tabungan Perumahan Rakyat hadir.", "bp-tapera")]
    [DataRow("Ditjen Pajak Kementerian Keuangan membuka posko.", "djp kemenkeu")]
    [DataRow("Balai Karantina Hewan, Ikan, dan Tumbuhan Nusa Jaya membuka posko.", "balai-karantina-hewan-ikan-dan-tumbuhan-nusa-jaya")]
    public void A_name_is_read_whole_and_apart_from_the_next(string sentence, string expected) =>
        Assert.AreEqual(expected, Bodies(sentence));

    [TestMethod]
    [DataRow("Tiga Badan Usaha Milik Daerah (BUMD) bekerja sama. BUMD itu untung.")]
    [DataRow("Sebuah Lembaga Swadaya Masyarakat (LSM) hadir.")]
    [DataRow("Balai karantina Nusa Jaya nanti pindah.")]
    [DataRow("Mereka bertemu di Kompleks Istana Kepresidenan.")]
    public void A_kind_of_body_or_a_palace_is_none(string sentence) => Assert.AreEqual("", Bodies(sentence));

    [TestMethod]
    [DataRow("Kabiro kabarNusa Budi Darmawan Santoso hadir.", "budi-darmawan-santoso")]
    [DataRow("Redaktur detakPulau Siti Rahayu hadir.", "siti-rahayu")]
    public void The_name_of_a_site_is_no_part_of_a_persons(string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(sentence), TagKind.Person));

    private static string Bodies(string sentence) => SaidOf.Names(Read(sentence), TagKind.Agency);

    private static Annotations Read(string sentence) => SaidOf.Read("id", sentence, "Kabar dari kantor hari itu");
}
