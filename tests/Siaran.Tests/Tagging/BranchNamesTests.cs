using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Branches and offices of regions: one body under all its names, its town, and what only looks like one.</summary>
[TestClass]
public sealed class BranchNamesTests
{
    [TestMethod]
    [DataRow("Tim BBWS Sumatera II Medan bekerja di Kota Sibolga.", "kota-sibolga")]
    [DataRow("Tamu belajar Padang Penggembalaan di Kabupaten Dompu.", "kabupaten-dompu")]
    [DataRow("Pawai di Distrik Wondiboi, Kabupaten Teluk Wondama.", "kabupaten-teluk-wondama kecamatan-wondiboy-kabupaten-teluk-wondama")]
    [DataRow("Panen di Kabupaten Tanah Karo dan Kabupaten Banyu Asin.", "kabupaten-banyuasin kabupaten-karo")]
    public void A_part_of_another_name_is_no_region_and_another_spelling_is_one(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Region));
}
