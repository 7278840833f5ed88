using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Commands, hospitals and offices of one name in several forms, and names of bodies that are none in their sentence.</summary>
[TestClass]
public sealed class UnitsByNameTests
{
    [TestMethod]
    [DataRow("Hadir Pangdam IX/Udayana Mayjen TNI Budi Harto. Prajurit Kodam IX/Udayana berbaris.", "kodam-ix-udayana")]
    [DataRow("Hadir Pangdam IX Udayana Mayjen TNI Budi Harto bersama warga.", "kodam-ix-udayana")]
    [DataRow("Kapal Lantamal V, Letkol Budi Harto hadir.", "lantamal-v")]
    [DataRow("Danlantamal VII Laksma TNI Budi Harto meninjau dermaga.", "lantamal-vii")]
    [DataRow("Warga meminta bantuan Komandan Koarmada II untuk mengangkut beras.", "koarmada-ii")]
    [DataRow("Panglima Daerah Militer (Pangdam) IX Udayana hadir.", "kodam-ix-udayana")]
    [DataRow("Kodim 1614 menanam padi. Prajurit Kodim 1614 Dompu bekerja.", "kodim-kabupaten-dompu")]
    [DataRow("Dandim 1614 Letkol Inf Budi Harto hadir di Makodim. Kodim 1614/Dompu siaga.", "kodim-kabupaten-dompu")]
    [DataRow("Prajurit Koramil 1614/03 Woja hadir. Koramil Woja siaga.", "koramil-1614-03-woja")]
    [DataRow("Markas Batalyon 742/Satya dibangun. Prajurit Yonif 742/Satya senang.", "batalyon-742-satya")]
    [DataRow("Polres Dompu siaga. Kapolres AKBP Budi Harto memimpin.", "polres-kabupaten-dompu")]
    [DataRow(
        "DPRD Kota Bima bersidang. Hadir Kapolres AKBP Budi Harto dan Dandim Letkol Inf Rahmat.",
        "dprd-kota-bima kodim-kota-bima polres-kota-bima"
    )]
    [DataRow("Kapolres AKBP Budi Harto hadir.", "")]
    public void A_unit_is_known_by_its_number_and_by_whoever_heads_it(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    [DataRow(
        "Pasien dirawat di RSUD dr. BH Mulyana Waingapu. Manajemen RSUD BH Mulyana sigap. Warga memuji RSUD kita.",
        "rsud-dr-bh-mulyana-waingapu"
    )]
    [DataRow("Pasien dirawat di RSUD dr. Mulyana. Petugas RSUD Mulyana sigap.", "rsud-dr-mulyana")]
    [DataRow("Direktur RSUD BH Mulyana Dokter Cita Rahayu hadir.", "rsud-bh-mulyana")]
    [DataRow("Pasien dirujuk ke RSU St. Yosef kemarin.", "rsu-st-yosef")]
    [DataRow("Pasien dirawat di RSUD Melati. Pasien lain dirawat di RSUD Melati Indah.", "rsud-melati rsud-melati-indah")]
    public void A_hospital_has_one_tag_with_and_without_titles(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    [DataRow("Hadir Dinas Sosial dan BKKBN Kabupaten Dompu.", "bkkbn-kabupaten-dompu dinsos-kabupaten-dompu")]
    [DataRow("Penghulu KUA Sape Barat dan KUA Woja hadir.", "kua-sape-barat kua-woja")]
    [DataRow("Kepala Pengadilan Negri Kab. Dompu hadir.", "pengadilan-negeri-kabupaten-dompu")]
    [DataRow("Kepala Kantor Agama Kabupaten Dompu hadir.", "kankemenag-kabupaten-dompu")]
    [DataRow("Hadir Sekretaris MA RI dan pegawai Badilag MA RI.", "ditjen-badilag ma")]
    [DataRow(
        "Ketua Tim Penggerak Pemberdayaan dan Kesejahteraan Keluarga (TP PKK) Kabupaten Dompu hadir. TP PKK senang.",
        "tp-pkk-kabupaten-dompu"
    )]
    [DataRow("Kapal bersandar di Stasiun PSDKP Tarakan.", "stasiun-psdkp-kota-tarakan")]
    [DataRow("Kadis PTSP Dompu hadir.", "dpmptsp-kabupaten-dompu")]
    [DataRow(
        "Hadir Kepala Balai Pengelola Transportasi Darat Wilayah XII NTB. BPTD XII NTB siaga.",
        "balai-pengelola-transportasi-darat-wilayah-xii-nusa-tenggara-barat"
    )]
    public void A_body_is_read_by_the_words_that_posts_use(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    [DataRow("Hadir seluruh Kepala UPT Perikanan.")]
    [DataRow("Kerja sama seluruh Kejaksaan Negeri bersama warga. Bupati Dompu senang.")]
    [DataRow("Hadir para Kepala Dinas Kesehatan. Bupati Dompu senang.")]
    [DataRow("Bantuan diserahkan kepada Gabungan Kelompok Tani (Gapoktan). Gapoktan senang.")]
    [DataRow("Laksda TNI Budi Harto hadir.")]
    [DataRow("Kepala Dinas Provinsi Bali Budi Harto hadir.")]
    public void Bodies_of_any_place_are_no_body(string text) => Assert.AreEqual("", SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));
}
