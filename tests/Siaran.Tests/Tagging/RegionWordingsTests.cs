using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>The ways in which writers name regions, each in more than one wording.</summary>
[TestClass]
public sealed class RegionWordingsTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Petani di Sulsel memanen padi.", "sulawesi-selatan")]
    [DataRow("Petani di Jateng memanen padi.", "jawa-tengah")]
    [DataRow("Warga NTT menerima bantuan.", "nusa-tenggara-timur")]
    [DataRow("Warga Loteng menerima bantuan.", "kabupaten-lombok-tengah")]
    [DataRow("Warga KLU menerima bantuan.", "kabupaten-lombok-utara")]
    [DataRow("Warga KSB menerima bantuan.", "kabupaten-sumbawa-barat")]
    [DataRow("Warga Kab. Dompu menerima bantuan.", "kabupaten-dompu")]
    [DataRow("Warga Kab Dompu menerima bantuan.", "kabupaten-dompu")]
    [DataRow("Warga Prov. Bali menerima bantuan.", "bali")]
    [DataRow("Kepala sekolah se-Kabupaten Dompu hadir.", "kabupaten-dompu")]
    [DataRow("Camat se-Kota Bima hadir.", "kota-bima")]
    [DataRow("Kepala sekolah se-Sulawesi Selatan hadir.", "sulawesi-selatan")]
    [DataRow("Kepala sekolah se-NTB hadir.", "nusa-tenggara-barat")]
    [DataRow("Kepala desa se Kabupaten Dompu hadir.", "kabupaten-dompu")]
    [DataRow("Pemkab Jember membuka pasar.", "kabupaten-jember")]
    [DataRow("DPRD Jember menyetujui anggaran.", "kabupaten-jember")]
    [DataRow("Bupati dan Wakil Bupati Jember hadir.", "kabupaten-jember")]
    [DataRow("TP PKK Kabupaten Jember membuka pasar.", "kabupaten-jember")]
    [DataRow("Sekda Provinsi Lampung membuka rapat.", "lampung")]
    [DataRow("Sekdaprov Lampung membuka rapat.", "lampung")]
    [DataRow("Sekdakab Jember membuka rapat.", "kabupaten-jember")]
    [DataRow("Dinkes Jember membuka posko.", "kabupaten-jember")]
    [DataRow("Kapolres Jember memimpin apel.", "kabupaten-jember")]
    [DataRow("Kejaksaan Negeri Jember memeriksa saksi.", "kabupaten-jember")]
    [DataRow(
        "Warga Lampung Timur, Lampung Tengah, dan Pringsewu hadir.",
        "kabupaten-lampung-tengah kabupaten-lampung-timur kabupaten-pringsewu"
    )]
    [DataRow("Warga Kabupaten Jember, Lumajang, dan Banyuwangi hadir.", "kabupaten-banyuwangi kabupaten-jember kabupaten-lumajang")]
    [DataRow("Warga Kabupaten Jember dan Kabupaten Lumajang hadir.", "kabupaten-jember kabupaten-lumajang")]
    [DataRow("Warga Kota Bogor dan Depok hadir.", "kota-bogor kota-depok")]
    [DataRow("JEMBER - Pasar rakyat dibuka.", "kabupaten-jember")]
    [DataRow("Jember, (5/3) - Pasar rakyat dibuka.", "kabupaten-jember")]
    [DataRow("BANDARLAMPUNG -- Pasar rakyat dibuka.", "kota-bandar-lampung")]
    [DataRow("Bandarlampung (Kabarplanet) - Pasar rakyat dibuka.", "kota-bandar-lampung")]
    [DataRow("KBRN, Jember : Pasar rakyat dibuka.", "kabupaten-jember")]
    [DataRow("Perbatasan Jember-Lumajang ramai.", "kabupaten-jember kabupaten-lumajang")]
    [DataRow("Warga Jember–Banyuwangi berembuk.", "kabupaten-banyuwangi kabupaten-jember")]
    [DataRow("Masyarakat Lampung hadir.", "lampung")]
    [DataRow("Wilayah Sumatera Barat aman.", "sumatera-barat")]
    [DataRow("Wilayah Sumatra Barat aman.", "sumatera-barat")]
    [DataRow("Warga DIY menerima bantuan.", "daerah-istimewa-yogyakarta")]
    [DataRow("Warga Yogya menerima bantuan.", "daerah-istimewa-yogyakarta")]
    [DataRow("Warga Kepri menerima bantuan.", "kepulauan-riau")]
    [DataRow("Warga Babel menerima bantuan.", "kepulauan-bangka-belitung")]
    [DataRow("Warga Bumi Gora menerima bantuan.", "nusa-tenggara-barat")]
    [DataRow("Warga Kalteng dan Kaltara menerima bantuan.", "kalimantan-tengah kalimantan-utara")]
    [DataRow("Rapat itu berlangsung di Denpasar Bali.", "bali kota-denpasar")]
    [DataRow("Rapat itu berlangsung di Mataram NTB.", "kota-mataram nusa-tenggara-barat")]
    [DataRow("Rapat itu berlangsung di Bandung Jawa Barat.", "jawa-barat kota-bandung")]
    [DataRow("Budaya Tak-Benda Kasepuhan Banten Kidul diakui di Bali.", "bali")]
    [DataRow("Warga Jaktim menerima bantuan.", "kota-jakarta-timur")]
    [DataRow("Warga Tangsel menerima bantuan.", "kota-tangerang-selatan")]
    [DataRow("Warga Kota Tangsel menerima bantuan.", "kota-tangerang-selatan")]
    [DataRow("Warga Pemkot Bandarlampung menerima bantuan.", "kota-bandar-lampung")]
    [DataRow("Warga Kabupaten Tulangbawang menerima bantuan.", "kabupaten-tulang-bawang")]
    [DataRow("Warga Lamsel dan Lamtim menerima bantuan.", "kabupaten-lampung-selatan kabupaten-lampung-timur")]
    [DataRow("Warga Tubaba menerima bantuan.", "kabupaten-tulang-bawang-barat")]
    [DataRow("Warga Jaksel dan Jakut menerima bantuan.", "kota-jakarta-selatan kota-jakarta-utara")]
    [DataRow("Warga Jogja menerima bantuan.", "daerah-istimewa-yogyakarta")]
    public void A_region_is_named_in_many_ways(string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Regions(sentence)));

    [TestMethod]
    [DataRow("DPRD Provinsi Nusa Jaya menggelar rapat.")]
    [DataRow("Gubernur Nusa Jaya membuka rapat.")]
    [DataRow("Bank Jatim Syariah membuka cabang.")]
    [DataRow("Perwakilan PT Sumber Bali Makmur hadir.")]
    public void A_name_that_no_region_has_is_none(string sentence) => Assert.AreEqual("", string.Join(' ', Regions(sentence)));

    /// <summary>Writers part a district's name, join it or err in a letter; elsewhere such a name may be any.</summary>
    [TestMethod]
    [DataRow("Warga Kecamatan Manggelewa, Kabupaten Dompu, menerima benih.", "kabupaten-dompu kecamatan-manggalewa-kabupaten-dompu")]
    [DataRow(
        "Di Kabupaten Lombok Tengah, warga Kecamatan Batu Kliang menerima benih.",
        "kabupaten-lombok-tengah kecamatan-batukliang-kabupaten-lombok-tengah"
    )]
    [DataRow(
        "Kantor Camat Janaperia, Kabupaten Lombok Tengah, membagikan benih.",
        "kabupaten-lombok-tengah kecamatan-janapria-kabupaten-lombok-tengah"
    )]
    [DataRow(
        "Warga Kec. Labuan Haji, Kabupaten Lombok Timur, menerima benih.",
        "kabupaten-lombok-timur kecamatan-labuhan-haji-kabupaten-lombok-timur"
    )]
    [DataRow("Warga Kecamatan Manggelewa menerima benih.", "")]
    [DataRow("Warga Kecamatan Manggelewa, Kabupaten Jember, menerima benih.", "kabupaten-jember")]
    [DataRow("Warga Kecamatan Sukakerta, Kabupaten Dompu, menerima benih.", "kabupaten-dompu")]
    public void A_district_of_a_named_regency_is_known_by_another_spelling(string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Regions(sentence)));

    private static IEnumerable<string> Regions(string sentence) =>
        Tagger
            .Read(Some.Release(Some.Content("Acara digelar di aula", sentence) with { Agency = null }))
            .Tags.Where(tag => tag.Id.Kind == TagKind.Region && !tag.Implied)
            .Select(tag => tag.Id.Name)
            .Order(StringComparer.Ordinal);
}
