using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Villages and districts in lists, whose names regions elsewhere have too, and datelines with letters next to their place.</summary>
[TestClass]
public sealed class VillageListTests
{
    [TestMethod]
    [DataRow("Di Kabupaten Dompu ada 3 desa, yakni Musuk, Sambi, dan Sukorejo.", "kabupaten-dompu")]
    [DataRow("Banjir melanda tiga desa di Kabupaten Dompu, yaitu Sambi, Purworejo dan Musuk.", "kabupaten-dompu")]
    [DataRow("Di Kabupaten Dompu ada desa: Musuk, Sambi dan Sukorejo.", "kabupaten-dompu")]
    [DataRow("Warga Desa Riwo dan Purworejo di Kabupaten Dompu menanam padi.", "kabupaten-dompu")]
    [DataRow("Banjir melanda satu desa di Purworejo, Kecamatan Woja, Kabupaten Dompu.", "kabupaten-dompu kecamatan-woja-kabupaten-dompu")]
    [DataRow("Warga Purworejo, Kecamatan Bener, menanam padi.", "kabupaten-purworejo kecamatan-bener-kabupaten-purworejo")]
    [DataRow(
        "Banjir melanda tiga kecamatan, yakni Woja, Pekat, dan Kilo, di Kabupaten Dompu.",
        "kabupaten-dompu kecamatan-kilo-kabupaten-dompu kecamatan-pekat-kabupaten-dompu kecamatan-woja-kabupaten-dompu"
    )]
    [DataRow(
        "Warga 14 desa di tiga kabupaten, yakni Dompu, Purworejo, dan Kendal hadir.",
        "kabupaten-dompu kabupaten-kendal kabupaten-purworejo"
    )]
    public void A_village_is_no_region_of_its_name(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Region));

    [TestMethod]
    [DataRow("KR Dompu", "kabupaten-dompu")]
    [DataRow("Kota Bima KBN", "kota-bima")]
    [DataRow("Nusa Jaya", "nusa-jaya")]
    public void A_dateline_has_letters_next_to_its_place(string place, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines("Pasar rakyat dibuka.", place), TagKind.Region));
}
