using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>One person under one tag, whatever the text calls them, and what bears a person's name or looks like one under none.</summary>
[TestClass]
public sealed class OnePersonOneTagTests
{
    [TestMethod]
    [DataRow(
        "Wakil Bupati Dompu Siti Rahayu hadir. Wakil Bupati Dompu yang kerap disapa Yayuk itu senang. “Kami bantu warga,” kata Yayuk."
    )]
    [DataRow("Bupati Dompu Siti Rahayu hadir. “Kami bantu warga desa,” kata Mbak Yayuk, sapaan akrab Bupati Dompu.")]
    [DataRow("Bupati Dompu Siti Rahayu hadir. Menurut Yayuk, sapaan akrab Rahayu, warga cukup beras.")]
    [DataRow("Wakil Bupati Dompu Siti Rahayu hadir. Wabup Yayuk mengatakan warga cukup beras.")]
    [DataRow("Wakil Wali Kota Bima Siti Rahayu hadir. Wawali Yayuk mengatakan warga cukup beras.")]
    [DataRow("Asisten II Siti Rahayu hadir. Asisten II S. Rahayu pulang.")]
    [DataRow("Siti Rahayuningsih hadir. “Kami bantu warga,” kata Rahayuningseh.")]
    [DataRow("Siti Rahayuningsih hadir. Rahayuningsi menjelaskan hal itu.")]
    [DataRow("Siti Rahayuningsih menang. Siti Rahayuningseh senang.")]
    public void Names_of_one_are_one_tag(string text) => Assert.HasCount(1, People(text));

    [TestMethod]
    [DataRow("Bupati Dompu Siti Rahayu hadir. Bupati Bima Hasanah mengatakan warga cukup beras.")]
    [DataRow("Rahmat Hidayat menang. Rahmad Hidayah kalah.")]
    [DataRow("Wakil Ketua Dewan Adat Ahmad Hidayat hadir. Wakil Ketua Dewan Adat Ahmad Santoso pulang.")]
    public void Names_of_two_are_two(string text) => Assert.HasCount(2, People(text));

    [TestMethod]
    [DataRow("Kepala Dinas Pangan Dompu Rahmat Hidayat tiba. Kemarin hadir dari Desa Pagun Rahmat Hidayat.", "rahmat-hidayat")]
    [DataRow("Sambutan Kepala Dinas Pangan Y.D Rahmat Hidayat dibacakan.", "y-d-rahmat-hidayat")]
    [DataRow("Wakil Bupati Dompu Ani, Pj Sekda S. Bima Wirasena, serta warga hadir.", "ani s-bima-wirasena")]
    [DataRow("Kasat Lantas Polres Dompu Iptu. Rahmat Hidayat hadir.", "rahmat-hidayat")]
    [DataRow("Wali Kota Rahmat RS. Berikutnya, warga berdoa.", "rahmat-rs")]
    [DataRow("Dua kawannya, Rahmat Hidayat (33) dan La Damar (28), pulang.", "la-damar rahmat-hidayat")]
    [DataRow("Warga memuji kepemimpinan Rahmat – Hasan di desa itu. Rahmat Hidayat senang.", "rahmat-hidayat")]
    public void A_name_is_read_whole_and_alone(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Person));

    [TestMethod]
    [DataRow("Rahmat Hidayat, Kepala Dinas Pangan kabupaten Dompu, hadir.", "Kepala Dinas Pangan kabupaten Dompu")]
    [DataRow("Sekretaris komisi II DPRD Rahmat Hidayat hadir.", "Sekretaris komisi II DPRD")]
    [DataRow("Kepala Dinas Pangan setempat Rahmat Hidayat hadir.", "Kepala Dinas Pangan setempat")]
    public void A_small_word_for_a_level_is_part_of_the_office(string text, string office) =>
        Assert.AreEqual(office, People(text).Single().Facts["office"]);

    [TestMethod]
    [DataRow("Siti Rahayu bekerja sebagai Bendahara DPW PKB Jawa Timur.")]
    [DataRow("Warga menerima dua buah Lampu Sorot dari toko.")]
    [DataRow("Warga yang datang ialah dari Candra Mulya 10 orang.")]
    [DataRow("Sawah warga terdampak El Nino tahun ini.")]
    [DataRow("Mahasiswa Universitas Islam Negeri (UIN) Raden Kartika wisuda.")]
    [DataRow("Warga diajak membumikan Salawat Al Burdah di desa.")]
    [DataRow("Data diolah dengan metode Fuzzy Mean Cluster di kantor.")]
    [DataRow("Rapat digelar di Auditorium Rahmat Hidayat pagi itu.")]
    [DataRow("Pihaknya selaku panitia mendukung warga.")]
    [DataRow("Upacara dihadiri Kepala Taman Nasional Wanggameru Lestari bersama warga.")]
    [DataRow("Siti Rahayu, wali kota yang merupakan kepala daerah perempuan Tionghoa pertama, hadir.")]
    [DataRow("Penjaga Cagar Alam Rimbo Panjang menanam bibit.")]
    public void Places_things_and_methods_are_no_persons(string text) =>
        Assert.AreEqual("", SaidOf.Names(SaidOf.Lines(text), TagKind.Person).Replace("siti-rahayu", "", StringComparison.Ordinal));

    private static List<Tag> People(string text) => SaidOf.Of(SaidOf.Lines(text), TagKind.Person);
}
