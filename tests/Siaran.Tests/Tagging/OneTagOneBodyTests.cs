using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Bodies that texts name in two ways, cut, misspelt, or with the body that they are a part of: one tag each, of the right one.</summary>
[TestClass]
public sealed class OneTagOneBodyTests
{
    [TestMethod]
    [DataRow("Petugas Brimob Polda NTB berjaga. Warga berterima kasih kepada Brimob.", "brimob-polda-nusa-tenggara-barat")]
    [DataRow("Hadir Komandan Brimob Kompi C Kabupaten Dompu.", "brimob-kompi-c-kabupaten-dompu")]
    [DataRow("Petugas Brimob berjaga.", "brimob")]
    [DataRow("Kepala Badan Penanggulangan (BPBD) Dompu hadir. BPBD siaga.", "bpbd-kabupaten-dompu")]
    [DataRow("Kepala Badan Penangulangan Bencana Daerah (BPBD) Kabupaten Dompu hadir.", "bpbd-kabupaten-dompu")]
    [DataRow("Kepala Dinas Kesahatan Kabupaten Dompu hadir.", "dinkes-kabupaten-dompu")]
    [DataRow("KIP Kabupaten Aceh Barat menghitung suara. KPU Kabupaten Aceh Barat mencatatnya.", "kip-kabupaten-aceh-barat")]
    [DataRow("SMPN 3 Kota Bima rusak.\nKepala SMPN 3 Mawar Indah Kota Bima membenarkan.", "smpn-3-mawar-indah-kota-bima")]
    [DataRow("Kantor Imigrasi Kelas III Non TPI Bima bekerja. Imigrasi Bima dan Kanim Bima siaga.", "kantor-imigrasi-bima")]
    [DataRow("Petugas Imigrasi Bima siaga bersama Direktorat Jenderal Imigrasi.", "ditjen-imigrasi kantor-imigrasi-bima")]
    [DataRow(
        "Bea Cukai Semarang memusnahkan rokok. Pengadilan Agama Semarang bersidang.",
        "kppbc-kota-semarang pengadilan-agama-kota-semarang"
    )]
    [DataRow("Bea Cukai Kabupaten Semarang memusnahkan rokok.", "kppbc-kabupaten-semarang")]
    [DataRow("Layanan dipusatkan di Puskesmas Budi Harto hari ini.", "puskesmas-budi-harto")]
    [DataRow(
        "Kerja sama dengan Badan Riset dan Data Kementerian Sosial ditandatangani.",
        "badan-riset-dan-data-kementerian-sosial kemensos"
    )]
    [DataRow("Hadir Direktorat Kesiapsiagaan Basarnas.", "basarnas direktorat-kesiapsiagaan-basarnas")]
    [DataRow("Kunjungan Bapak Mentri PUPR disambut Dinas PUPR Dompu.", "dpupr-kabupaten-dompu")]
    [DataRow(
        "Hadir Kepala Dinas Pertanian dan Perikanan Ir. Budi Harto. Bupati Dompu senang.",
        "dinas-pertanian-dan-perikanan-kabupaten-dompu"
    )]
    [DataRow("Hadir Kepala Balai Wilayah Sungai, dan Balai Pelaksanaan Jalan Nasional NTB.", "bpjn-nusa-tenggara-barat bws")]
    [DataRow("Data dikirim ke Balai Pelaksanaan Jalan Nasional (BPJN) Wilayah XI. BPJN memeriksanya.", "bpjn-wilayah-xi")]
    [DataRow("Anggota Polsek Biduk-Biduk berjaga.", "polsek-biduk-biduk")]
    [DataRow(
        "Dinas Pendidikan, Pemuda, dan Seni (Dikpas) Dompu hadir. Dinas Dikpas senang.",
        "dinas-pendidikan-pemuda-dan-seni-kabupaten-dompu"
    )]
    [DataRow("Tulisan di Dinding Batu dan diklat di Dompu menarik.", "")]
    [DataRow("Tersedia TPS di Lembaga Pemasyarakatan (Lapas) dan Rutan.", "")]
    public void One_body_has_one_tag_however_it_is_named(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    [DataRow(
        "Warga Kayong Utara ke pantai Sukadana. Kabupaten Kayong Utara ramai.",
        "kabupaten-kayong-utara kecamatan-sukadana-kabupaten-kayong-utara"
    )]
    [DataRow("Warga ke pasar Sukadana.", "kabupaten-lampung-timur")]
    [DataRow("Situs KABAR-KUPANG.COM memuat berita Dompu.", "kabupaten-dompu")]
    [DataRow("Karutan Sinjai memimpin apel.", "kabupaten-sinjai")]
    public void A_name_of_a_place_is_read_by_the_text_about_it(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Region));

    [TestMethod]
    [DataRow("NUSA EKSPRES", "")]
    [DataRow("POS KUPANG, WAINGAPU", "waingapu")]
    [DataRow("KABARKITA, TOMOHON", "kota-tomohon")]
    [DataRow("kabarkita.com", "")]
    public void The_outlet_of_a_dateline_is_no_region(string place, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines("Warga membersihkan pasar.", place), TagKind.Region));
}
