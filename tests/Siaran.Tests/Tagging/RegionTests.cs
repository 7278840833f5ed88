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
    [DataRow("Tambang di kawasan Ibu Kota Nusantara ditutup.", "jakarta")]
    [DataRow("Massa berkumpul di Lima, ibu kota Peru.", "jakarta")]
    [DataRow("Warga menanam batu bata dan batang pisang.", "kota-batu")]
    [DataRow("Negara yang saling serang itu berdamai.", "kabupaten-serang")]
    public void A_person_or_a_word_is_no_region(string sentence, string unwanted) =>
        Assert.DoesNotContain(unwanted, RegionsOf(Some.Content("Acara Digelar", sentence)));

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
