using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>
/// Offices of a region by acronyms on no list, in a list that its government leads to, and by which of two namesakes is meant.
/// </summary>
[TestClass]
public sealed class LocalOfficesTests
{
    [TestMethod]
    [DataRow("Kepala DKUPP Kota Bima hadir. DKUPP mendata kios.", "dkupp-kota-bima")]
    [DataRow("DPKTR Kabupaten Dompu mendata kios, kata Sekretaris DPKTR.", "dpktr-kabupaten-dompu")]
    [DataRow("Ketua FKTM Kota Bima hadir. RPJPX Kota Bima dibahas.", "")]
    public void An_acronym_on_no_list_is_an_office_where_someone_heads_it(string text, string expected) =>
        Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow(
        "Hadir perangkat daerah Kota Bima seperti Bappeda, Inspektorat, serta Bagian Hukum Setda. Pemkab Dompu menyimak.",
        "bagian-hukum-setda-kota-bima bappeda-kota-bima inspektorat-kota-bima pemkab-kabupaten-dompu"
    )]
    [DataRow(
        "Pemkab Dompu, di antaranya Dinas Sosial dan Bappeda, rapat dengan Pemkot Bima.",
        "bappeda-kabupaten-dompu dinsos-kabupaten-dompu pemkab-kabupaten-dompu pemkot-kota-bima"
    )]
    [DataRow(
        "OPD Kabupaten Dompu: Dinas Sosial, Bappeda. Pemkot Bima menyimak.",
        "bappeda-kabupaten-dompu dinsos-kabupaten-dompu pemkot-kota-bima"
    )]
    [DataRow("Warga Kabupaten Dompu seperti biasa antre. Dinas Sosial dan Pemkot Bima menyimak.", "dinsos-kota-bima pemkot-kota-bima")]
    public void A_government_leads_to_the_list_of_its_offices(string text, string expected) => Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow("KPU Bima rapat. KPU Kota Bima siap.", "kpu-kota-bima")]
    [DataRow("KPU Bima rapat. KPU Kota Bima dan KPU Kabupaten Bima siap.", "kpu-kabupaten-bima kpu-kota-bima")]
    [DataRow("Panen di wilayah Kabupaten Bima dijaga Polres Bima.", "polres-kabupaten-bima")]
    [DataRow(
        "Kanwil Kemenkum Gorontalo menerima Pemkot Gorontalo. Warga Kota Gorontalo hadir.",
        "kanwil-kemenkum-gorontalo pemkot-kota-gorontalo"
    )]
    public void Of_two_regions_of_a_name_the_one_is_meant_that_the_text_names_by_its_level(string text, string expected) =>
        Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow(
        "Dinas Ketahanan Pangan dan Pertanian (DKPP) rapat. Hadir Kepala DKPP Kabupaten Dompu.",
        "dinas-ketahanan-pangan-dan-pertanian-kabupaten-dompu"
    )]
    [DataRow("Dewan Kehormatan Penyelenggara Pemilu (DKPP) bersidang. DKPP memutus.", "dkpp")]
    [DataRow("Lembaga Layanan Pendidikan Tinggi (LLDIKTI) Wilayah VIII rapat. LLDIKTI mencatat.", "lldikti-wilayah-viii")]
    [DataRow("Hadir LLDIKTI Wilayah VI dan LLDIKTI Wilayah VIII. LLDIKTI mencatat.", "lldikti lldikti-wilayah-vi lldikti-wilayah-viii")]
    [DataRow("Bea Cukai Mataram dan KPPBC TMP C Mataram rapat.", "kppbc-kota-mataram")]
    [DataRow("KPPBC Tipe Madya Pabean C Mataram dan Kanwil Bea Cukai Bali rapat.", "kanwil-djbc-bali kppbc-kota-mataram")]
    [DataRow("BPJS Kesehatan Cabang Dompu membuka loket. BPJS Kesehatan siap.", "bpjs-kesehatan-kabupaten-dompu")]
    [DataRow("Apel di Mapolsek Woja. Polsek Woja siap.", "polsek-woja")]
    [DataRow("Akad di Kantor Urusan Agama (KUA) kecamatan Woja.", "kua-woja")]
    [DataRow("Lembaga Pemasyarakatan (Lapas) Kelas IIB Kabupaten Dompu rapat. Lapas Dompu siap.", "lapas-kabupaten-dompu")]
    [DataRow("Pasien Rumah Sakit Umum Provinsi (RSUP) Cipta Raya sembuh. RSUP Cipta Raya siap.", "rsup-cipta-raya")]
    [DataRow("Pemko Bima dan Pemerintah Kota Administrasi Jakarta Timur rapat.", "pemkot-kota-bima pemkot-kota-jakarta-timur")]
    [DataRow("Apel Korem 162 usai. Korem 162 siap.", "korem-162")]
    [DataRow("Siswa SMA Negeri 4 Mataram berpawai. SMAN 4 Mataram menang.", "sman-4-mataram")]
    [DataRow("Hadir Kepala Bakorwil Madiun dan Asisten I Setdakab Dompu.", "bakorwil-kota-madiun setda-kabupaten-dompu")]
    [DataRow(
        "Dinas Anak, Keluarga dan Masyarakat (DAKM) Kota Bima rapat. Kepala DAKM Kota Bima hadir.",
        "dinas-anak-keluarga-dan-masyarakat-kota-bima"
    )]
    [DataRow("Ini program pemerintah Kabupaten Dompu dan pemerintah provinsi.", "pemkab-kabupaten-dompu")]
    [DataRow("Hadir dosen Universitas Indonesia Timur.", "universitas-indonesia-timur")]
    public void A_body_is_one_by_its_number_its_class_or_its_other_words(string text, string expected) =>
        Assert.AreEqual(expected, Bodies(text));

    [TestMethod]
    [DataRow("Warga Distrik Kabupaten Manokwari Selatan berkumpul.")]
    [DataRow("Bantuan satu unit mobil Puskesmas Keliling tiba.")]
    [DataRow("Penghargaan diserahkan Presiden Republik Indonesia.")]
    [DataRow("Warga berterima kasih kepada Pemda\nKabupaten Dompu panen.")]
    public void What_begins_as_an_office_or_only_moves_about_is_none(string text) => Assert.AreEqual("", Bodies(text));

    [TestMethod]
    [DataRow("Ibadah di Gereja Katolik Paroki St. Fransiskus Rahmat.", "")]
    [DataRow("Hadir Ketua Dekopinwil Bali, Rahmat Hidayat.", "rahmat-hidayat")]
    [DataRow("Hadir Kepala Dinas Sosial, Rahmat Sa`ban.", "rahmat-sa-ban")]
    [DataRow("Acara dibuka oleh Kak Rahmat.", "rahmat")]
    [DataRow("Bupati Dompu Merah Sakti dan Wali Kota Bima Drs. Makmur Rahayu hadir.", "makmur-rahayu merah-sakti")]
    [DataRow("Warga menonton Bupati Dompu Cup dan Gubernur NTB Award.", "")]
    [DataRow("Kirab melewati Omah Rahmat dan Pendapa Surya Hidayat saat Rakornis Perpustakaan.", "")]
    [DataRow("Banjir di Desa Rahma, Siti Mulya, Budi Seberang dan Rahmat Jaya di Kecamatan Woja surut.", "")]
    [DataRow("Hadir Wabub Rahmat Hidayat dan Askesra Jakbar, Siti Rahayu.", "rahmat-hidayat siti-rahayu")]
    [DataRow("Hadir Sekdaprov Bali, Rahmat Hidayat, dan Irbanwil I. Kunjungan ke Panti Sasana Surya usai.", "rahmat-hidayat")]
    [DataRow("Sekretaris Daerah (Sekda) Dompu Rahmat Hidayat memimpin apel.", "rahmat-hidayat")]
    [DataRow("Ketua KPU Rahmat Hidayat hadir. Rapat dibuka Ketua KPU Rahmat A. Hidayat.", "rahmat-a-hidayat")]
    [DataRow("Bupati Dompu, Rahmat J. E. Hidayat, dan Kepala Dinas Sosial, Siti A.S, hadir.", "rahmat-j-e-hidayat siti-a-s")]
    public void Names_have_backticks_and_familiar_words_and_churches_are_no_persons(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Person));

    [TestMethod]
    public void A_text_may_end_within_any_of_these_names()
    {
        const string text =
            "Perangkat daerah Kota Bima seperti Bappeda, KPPBC Tipe Madya Pabean C Mataram, LLDIKTI Wilayah VIII, Kepala DKUPP Kota Bima, "
            + "Kantor Urusan Agama (KUA) kecamatan Woja, Dinas Ketahanan Pangan dan Pertanian (DKPP), Korem 162";
        for (var end = 1; end <= text.Length; end++)
        {
            Assert.IsNotNull(SaidOf.Lines(text[..end]));
        }
    }

    private static string Bodies(string text) => SaidOf.Names(SaidOf.Lines(text), TagKind.Agency);
}
