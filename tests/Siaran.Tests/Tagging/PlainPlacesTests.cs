using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Bodies that a text names by their place alone, by who heads them, by a short word, or without any place.</summary>
[TestClass]
public sealed class PlainPlacesTests
{
    [TestMethod]
    [DataRow(
        "Bupati Dompu menyapa warga Kabupaten Dompu.\nPetugas Dinas Kesehatan, BPBD, dan Satpol PP berjaga.",
        "bpbd-kabupaten-dompu dinkes-kabupaten-dompu satpol-pp-kabupaten-dompu"
    )]
    [DataRow("Wali Kota Bima dan warga Kota Bima hadir.\nKetua DPRD menyampaikan saran.", "dprd-kota-bima")]
    [DataRow("Warga Kabupaten Dompu dan Kabupaten Bima hadir.\nPetugas BPBD berjaga.", "bpbd")]
    [DataRow("Gubernur NTB meninjau Kabupaten Dompu.\nGubernur NTB dan BPBD berjaga.", "bpbd-nusa-tenggara-barat")]
    [DataRow("Bupati Dompu hadir di Kabupaten Dompu.\nLogistik KPU dan Bawaslu lengkap.", "bawaslu-kabupaten-dompu kpu-kabupaten-dompu")]
    [DataRow("Bupati Dompu hadir di Kabupaten Dompu.\nAturan KPU RI dibahas bersama Bawaslu.", "bawaslu kpu")]
    [DataRow("Rapat itu diikuti KPU.", "kpu")]
    [DataRow("Bupati Dompu hadir.\nDana dibagi untuk Komisi Pemilihan Umum (KPU) Kabupaten dan desa.", "kpu-kabupaten-dompu")]
    [DataRow("Bupati Dompu hadir.\nDana untuk Badan Pengawas Pemilu (Bawaslu) Kabupaten. Alokasi itu cukup.", "bawaslu-kabupaten-dompu")]
    [DataRow("Bupati Dompu hadir.\nDatanya dari Badan Pusat Statistik (BPS) setempat.", "bps-kabupaten-dompu")]
    [DataRow("Kantor KPUD di Kota Bima dijaga, kata Wali Kota Bima.", "kpu-kota-bima")]
    [DataRow(
        "Satpol PP, BPBD, dan Basarnas Kota Bima berjaga.\nBPBD Kota Bima dan Basarnas siaga.",
        "basarnas-kota-bima bpbd-kota-bima satpol-pp-kota-bima"
    )]
    [DataRow("BPBD Kota Bima, Basarnas, dan Satpol PP berjaga.", "basarnas bpbd-kota-bima satpol-pp-kota-bima")]
    [DataRow(
        "Pemkab Dompu melalui Dinas Sosial menyalurkan beras. Pemkab Bima hadir.",
        "dinsos-kabupaten-dompu pemkab-kabupaten-bima pemkab-kabupaten-dompu"
    )]
    public void A_body_without_a_place_is_of_the_one_that_the_text_is_plainly_of(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    [DataRow("Hadir Kapolres Dompu AKBP Budi Harto.", "polres-kabupaten-dompu")]
    [DataRow("Hadir Wakapolda NTB di lapangan.", "polda-nusa-tenggara-barat")]
    [DataRow("Hadir Dandim 0617 Letkol Inf Budi Harto.", "kodim-0617")]
    [DataRow("Hadir Dandim 1614/Dompu dan Kajari Dompu.", "kejari-kabupaten-dompu kodim-kabupaten-dompu")]
    [DataRow("Hadir Danramil 03/Woja Kapten Budi Harto.", "koramil-03-woja")]
    [DataRow("Anggota Koramil 03/Woja Kec. Woja dan Danramil 1614-03/Woja hadir.", "koramil-1614-03-woja")]
    [DataRow("Hadir Kapolsek Woja Iptu Budi Harto.", "polsek-woja")]
    [DataRow("Hadir Danlanal Banten Kolonel Laut Budi Harto.", "lanal-banten")]
    [DataRow("Hadir Kadisdik Dompu, Siti Rahayu.", "disdik-kabupaten-dompu")]
    [DataRow("Hadir Kakanwil Kemenag NTB dan Kakankemenag Dompu.", "kankemenag-kabupaten-dompu kanwil-kemenag-nusa-tenggara-barat")]
    [DataRow("Hadir Kapolres, Dandim, dan Sekda Dompu.", "")]
    public void Whoever_heads_a_body_names_it_with_its_place(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    public void Whoever_heads_a_body_keeps_name_and_office()
    {
        var person = SaidOf.Of(SaidOf.Lines("Hadir Kapolres Dompu AKBP Budi Harto."), TagKind.Person).Single();

        Assert.AreEqual("budi-harto", person.Id.Name);
    }
}
