using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Which of two regions of one name a body is of, by how the text writes their levels elsewhere.</summary>
[TestClass]
public sealed class NamesakesOfRegionsTests
{
    [TestMethod]
    [DataRow("Kepala Bappeda Jambi hadir bersama Sekretaris Daerah Provinsi Jambi.", "bappeda-jambi", "jambi")]
    [DataRow("Kepala BPBD Bengkulu hadir. Gubernur Bengkulu pulang.", "bpbd-bengkulu", "bengkulu")]
    [DataRow("Kepala BPBD Bengkulu hadir. Wali Kota Bengkulu pulang.", "bpbd-kota-bengkulu", "kota-bengkulu")]
    [DataRow("Kepala Bappeda Gorontalo hadir. Warga Provinsi Gorontalo senang.", "bappeda-gorontalo", "gorontalo")]
    [DataRow("Anggota Polres Pasuruan hadir. Polres Pasuruan Kota berterima kasih.", "polres-kota-pasuruan", "kota-pasuruan")]
    [DataRow(
        "Anggota Polres Pasuruan hadir di Kabupaten Pasuruan. Polres Pasuruan Kota berterima kasih.",
        "polres-kabupaten-pasuruan polres-kota-pasuruan",
        "kabupaten-pasuruan kota-pasuruan"
    )]
    [DataRow(
        "Tamu dari tiga kabupaten, yakni Sidoarjo, Pasuruan, dan Sampang hadir.",
        "",
        "kabupaten-pasuruan kabupaten-sampang kabupaten-sidoarjo"
    )]
    [DataRow("Warga Kecamatan Ternate Selatan, Kota Ternate hadir.", "", "kecamatan-kota-ternate-selatan-kota-ternate kota-ternate")]
    [DataRow("Warga Pulau Bangka dan Pulau Sumbawa hadir.", "", "")]
    [DataRow("Ketua DPRD Kota Palangka hadir.", "dprd-kota-palangkaraya", "kota-palangkaraya")]
    public void The_level_that_the_text_writes_tells_which_namesake_is_meant(string text, string bodies, string regions)
    {
        var read = SaidOf.Read("id", text, "Kabar Nusa");

        Assert.AreEqual(bodies, SaidOf.Names(read, TagKind.Agency));
        Assert.AreEqual(regions, SaidOf.Names(read, TagKind.Region));
    }
}
