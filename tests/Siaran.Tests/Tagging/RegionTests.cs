using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class RegionTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Bupati Bima membuka pasar rakyat.", "kabupaten-bima")]
    [DataRow("Wali Kota Bima membuka pasar rakyat.", "kota-bima")]
    [DataRow("Pasar rakyat dibuka di Kabupaten Dompu.", "kabupaten-dompu")]
    [DataRow("Warga Sumbawa Barat menerima bantuan.", "kabupaten-sumbawa-barat")]
    [DataRow("Petani di Lampura memanen padi.", "kabupaten-lampung-utara")]
    [DataRow("Pasar di Kecamatan Selong, NTB, ramai.", "kecamatan-selong-kabupaten-lombok-timur")]
    public void A_region_is_told_by_what_stands_beside_its_name(string sentence, string expected) =>
        Assert.Contains(expected, RegionsOf(Some.Content("Pasar Rakyat Dibuka", sentence)));

    [TestMethod]
    [DataRow("Bima Arya Sugiarto, Wakil Menteri Dalam Negeri, hadir di acara itu.", "kabupaten-bima")]
    [DataRow("Massa berkumpul di Jalan Medan Merdeka Selatan, Jakarta Pusat.", "kota-medan")]
    [DataRow("Warga hidup di tepi sungai Batanghari.", "kabupaten-batanghari")]
    [DataRow("Tambang di kawasan Ibu Kota Nusantara ditutup.", "daerah-khusus-ibukota-jakarta")]
    [DataRow("Massa berkumpul di Lima, ibu kota Peru.", "daerah-khusus-ibukota-jakarta")]
    [DataRow("Warga menanam batu bata dan batang pisang.", "kota-batu")]
    [DataRow("Negara yang saling serang itu berdamai.", "kabupaten-serang")]
    [DataRow("Air Danau Toba surut dua meter tahun ini.", "kabupaten-toba")]
    [DataRow("Wisatawan asing kembali ramai mengunjungi Toba tahun ini.", "kabupaten-toba")]
    [DataRow("Pendaki dilarang naik ke Gunung Andong di Jawa Tengah.", "kecamatan-andong-kabupaten-boyolali")]
    [DataRow("Salju abadi di Pegunungan Jayawijaya terus mencair.", "kabupaten-jayawijaya")]
    [DataRow("Kapal tanker melintasi Selat Bali pada malam hari.", "bali")]
    [DataRow("Pembuat batik Pekalongan dan soto Lamongan ikut pameran di luar negeri.", "kabupaten-lamongan")]
    [DataRow("Pembuat batik Pekalongan dan soto Lamongan ikut pameran di luar negeri.", "kota-pekalongan")]
    [DataRow("Menteri menjamu tamunya dengan nasi Padang di kantornya.", "kota-padang")]
    [DataRow("Rumah Makan Padang Sinar Raya membuka cabang baru.", "kota-padang")]
    [DataRow("Aparatur belajar bahasa Bali dan tari Aceh selama sebulan.", "aceh")]
    [DataRow("Pemain Persib Bandung bertemu Bali United di final.", "kota-bandung")]
    [DataRow("Pemain Persib Bandung bertemu Bali United di final.", "bali")]
    [DataRow("Direktur PT Merbau Lampung Lestari menandatangani perjanjian itu.", "lampung")]
    [DataRow("CV Karya Bima Sejahtera memenangkan lelang.", "kabupaten-bima")]
    [DataRow("Direktur Utama Bank Jatim hadir dalam rapat itu.", "jawa-timur")]
    [DataRow("Polisi menilang 90 pengendara dalam Operasi Patuh Kapuas 2025.", "kabupaten-kapuas")]
    [DataRow("Kecelakaan terjadi di jalan tol Jakarta-Cikampek.", "daerah-khusus-ibukota-jakarta")]
    [DataRow("Maskapai membuka rute Surabaya – Banyuwangi.", "kabupaten-banyuwangi")]
    [DataRow("Rapat digelar di kawasan Kuningan, Jakarta Selatan, Senin (3/3).", "kabupaten-kuningan")]
    [DataRow("Hal itu disampaikan dosen Universitas Jember, Rahmat Hidayat.", "kabupaten-jember")]
    [DataRow("Pejabat itu ahli dari Institut Teknologi Bandung.", "kota-bandung")]
    [DataRow("Pemerintah Provinsi (Pemprov) Lampung tengah menyiapkan aturan itu.", "kabupaten-lampung-tengah")]
    [DataRow("Kelompok separatis bersenjata (KSB) menyerahkan diri. Anggota KSB dibina.", "kabupaten-sumbawa-barat")]
    [DataRow("Pelatihan Manajemen Sumber Daya Manusia di Jawa Barat ditutup.", "kecamatan-sumber-kabupaten-cirebon")]
    [DataRow("Pemenang lomba vokal Solo dan gitar Solo diumumkan.", "kota-surakarta")]
    [DataRow("Tan Malaka dikenang sebagai pahlawan.", "kabupaten-malaka")]
    public void A_person_or_a_word_is_no_region(string sentence, string unwanted) =>
        Assert.DoesNotContain(unwanted, RegionsOf(Some.Content("Acara Digelar", sentence)));

    [TestMethod]
    [DataRow("Seminar berlangsung di Gedung Serbaguna Universitas Lampung.", "lampung")]
    [DataRow("Warga Kabupaten Kuningan menerima bantuan.", "kabupaten-kuningan")]
    [DataRow("Gempa terasa 20 km barat laut Ambon.", "kota-ambon")]
    [DataRow("Pasar digelar di Kabupaten Tanah Laut Kalsel.", "kalimantan-selatan")]
    [DataRow("Gempa terasa hingga Denpasar, Malang, dan Surabaya.", "kota-denpasar")]
    [DataRow("Gempa terasa di Denpasar, Malang, Madura, dan Surabaya.", "kota-denpasar")]
    [DataRow("Daerah Khusus Ibukota (DKI) menyiapkan bus tambahan untuk warga DKI.", "daerah-khusus-ibukota-jakarta")]
    [DataRow("Pertandingan berlangsung di Kota Bandung.", "kota-bandung")]
    [DataRow("Bupati Lampung Tengah tengah menyiapkan aturan itu.", "kabupaten-lampung-tengah")]
    public void A_region_is_found_next_to_words_that_often_make_it_something_else(string sentence, string expected) =>
        Assert.Contains(expected, RegionsOf(Some.Content("Acara Digelar", sentence) with { Agency = null }));

    [TestMethod]
    public void A_district_alone_lies_in_the_issuers_province()
    {
        var content = Some.Content("Warga Tanam Pohon", "Ratusan warga Kecamatan Sekotong menanam pohon.") with
        {
            Agency = "Diskominfotik NTB",
        };

        Assert.Contains("kecamatan-sekotong-kabupaten-lombok-barat", RegionsOf(content));
    }

    [TestMethod]
    [DataRow("Gempa terasa di Provinsi Banten, seperti Bayah dan Cibeber.", "kecamatan-bayah-kabupaten-lebak", true)]
    [DataRow("Gempa terasa di Bayah, Kabupaten Lebak.", "kecamatan-bayah-kabupaten-lebak", true)]
    [DataRow("Gempa terasa di Bayah.", "kecamatan-bayah-kabupaten-lebak", false)]
    public void A_district_of_another_province_needs_a_region_around_it_next_to_it(string sentence, string district, bool isNamed) =>
        Assert.AreEqual(
            isNamed,
            RegionsOf(Some.Content("Gempa Terasa di Lampung", sentence) with { Agency = null, Place = "Bandar Lampung" }).Contains(district)
        );

    [TestMethod]
    [DataRow("Nelayan Kecamatan Tanjung Sira melaut lagi.", 0)]
    [DataRow("Nelayan Kecamatan Tanjung Kabupaten Lombok Utara melaut lagi.", 1)]
    public void The_beginning_of_a_longer_name_is_no_district(string sentence, int districts) =>
        Assert.HasCount(
            districts,
            RegionsOf(Some.Content("Nelayan Melaut", sentence))
                .Where(name => name.StartsWith("kecamatan-tanjung", StringComparison.Ordinal))
        );

    [TestMethod]
    public void A_dateline_of_a_place_on_no_list_is_a_region_of_its_own_name() =>
        Assert.Contains("teluk-jaya", RegionsOf(Some.Content("Acara", "Warga hadir.") with { Place = "Teluk Jaya" }));

    [TestMethod]
    public void A_dateline_that_is_a_word_too_is_the_city() =>
        CollectionAssert.AreEquivalent(
            new[] { "kota-metro", "lampung" },
            RegionsOf(Some.Content("Acara digelar", "Warga hadir.") with { Place = "Metro", Agency = null })
        );

    [TestMethod]
    [DataRow("The market opened in East Lombok on Monday.", "kabupaten-lombok-timur")]
    [DataRow("The market opened in Bima City on Monday.", "kota-bima")]
    [DataRow("The market opened in West Nusa Tenggara on Monday.", "nusa-tenggara-barat")]
    public void A_region_has_an_English_name_too(string sentence, string expected) =>
        Assert.Contains(expected, RegionsOf(Some.Content("Market opens", sentence) with { Language = "en", Agency = null }));

    [TestMethod]
    public void What_a_region_lies_in_is_tagged_but_implied()
    {
        var tags = Tagger.Read(Some.Release(Some.Content("Acara", "Bupati Dompu hadir."))).Tags;

        Assert.IsTrue(tags.Single(tag => tag.Id.Name == "nusa-tenggara-barat").Implied);
        Assert.AreEqual("52.05", tags.Single(tag => tag.Id.Name == "kabupaten-dompu").Code);
    }

    private static List<string> RegionsOf(Siaran.Releases.ReleaseContent content) =>
        [.. Tagger.Read(Some.Release(content)).Tags.Where(tag => tag.Id.Kind == TagKind.Region).Select(tag => tag.Id.Name)];
}
