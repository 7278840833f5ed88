using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Offices of many fields, branches by number, units behind brackets, and places that a longer name or a site has in it.</summary>
[TestClass]
public sealed class LongOfficesTests
{
    [TestMethod]
    [DataRow(
        "Warga menemui Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah (BPRIDA) Kota Bima.",
        "badan-perencanaan-pembangunan-riset-dan-inovasi-daerah-kota-bima"
    )]
    [DataRow("Warga menemui Kepala Badan Perencanaan dan Litbang Kota Bima.", "badan-perencanaan-dan-litbang-kota-bima")]
    [DataRow(
        "Warga menemui Dinas Koperasi, Usaha Kecil Menengah Dan Perdagangan Kabupaten Dompu.",
        "dinas-koperasi-usaha-kecil-menengah-dan-perdagangan-kabupaten-dompu"
    )]
    [DataRow("Warga menemui Badan Narkotika Kabupaten Dompu.", "badan-narkotika-kabupaten-dompu")]
    [DataRow("Warga menemui Komisi Informasi Publik Provinsi Bengkulu.", "komisi-informasi-bengkulu")]
    [DataRow("Warga menemui Suku Badan Kepegawaian Kota Jakarta Barat.", "suku-badan-kepegawaian-kota-jakarta-barat")]
    [DataRow("Warga berobat ke Rumah Sakit Regional Sulbar.", "rs-regional-sulawesi-barat")]
    [DataRow("Warga menemui BKN Regional VIII.", "badan-kepegawaian-negara-regional-viii")]
    public void An_office_is_read_with_all_its_fields_and_its_place(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    [TestMethod]
    [DataRow("Tim menemui Bagian Hukum Sekretariat Daerah (Setda) Kabupaten Dompu.", "bagian-hukum-sekretariat-daerah-kabupaten-dompu")]
    [DataRow("Tim menemui Bagian Tata Kota Sekretariat Daerah (Setda) Kota Bima.", "bagian-tata-kota-sekretariat-daerah-kota-bima")]
    public void The_place_of_a_unit_may_be_behind_the_short_form_of_its_secretariat(string text, string expected) =>
        Assert.Contains(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency).Split(' '));

    [TestMethod]
    [DataRow("Asrama itu dibangun di Padang Bulan, Jayapura.", "kota-padang", false)]
    [DataRow("Rapat itu digelar di Padang, Sumatera Barat.", "kota-padang", true)]
    [DataRow("Angin kencang melanda pesisir barat pulau itu.", "kabupaten-pesisir-barat", false)]
    [DataRow("Rapat itu digelar di Kabupaten Pesisir Barat.", "kabupaten-pesisir-barat", true)]
    [DataRow("Polres Tegal Kota menggelar rapat.", "kota-tegal", true)]
    [DataRow("Polres Tegal Kota menggelar rapat.", "kabupaten-tegal", false)]
    [DataRow("Polres Tegal menggelar rapat.", "kabupaten-tegal", true)]
    public void What_is_about_a_name_says_whether_and_which_region_it_is(string text, string region, bool isRead) =>
        Assert.AreEqual(isRead, SaidOf.Names(SaidOf.Lines(text), TagKind.Region).Split(' ').Contains(region));

    [TestMethod]
    [DataRow("Jombangkab", "kabupaten-jombang")]
    [DataRow("BIMAKOTA", "kota-bima")]
    [DataRow("Kabupaten Bima.kabarpulau.id", "kabupaten-bima")]
    [DataRow("Lokab", "lokab")]
    public void A_dateline_that_is_a_site_names_its_region(string place, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines("Panitia membuka pasar pagi.", place), TagKind.Region));
}
