namespace Siaran.Tests.Intake;

/// <summary>A headline may begin as a by-line or a contact does.</summary>
[TestClass]
public sealed class HeadLineTests
{
    private const string Second = "Wali Kota Beri Selamat kepada Pemenang";

    private const string Text =
        "Wali kota menyerahkan hadiah itu di balai kota pada hari Kamis.\n\nPara pemenang datang dari lima kecamatan dan membawa keluarga mereka.";

    [TestMethod]
    [DataRow("Editor Koran Pesisir Menang Lomba Foto")]
    [DataRow("Reporter Radio Kota Terima Hadiah Utama")]
    [DataRow("Penulis Muda Watu Raih Piala Sastra")]
    [DataRow("Terbit Peraturan Baru Parkir Kota")]
    [DataRow("Tanggal Merah, Loket Pajak Tetap Buka")]
    [DataRow("Tayang Perdana Film Kopi Dihadiri Warga")]
    [DataRow("Posted Nurses Return to the Island Clinic")]
    [DataRow("Updated Bus Routes Begin in the Old Town")]
    [DataRow("Author Festival Opens at the Harbour")]
    [DataRow("Hubungi 119: Ambulans Kota Ditambah")]
    [DataRow("Sumber: Mata Air Lereng Bertambah Dua")]
    [DataRow("Waktu: Jam Kerja Loket Pajak Berubah")]
    [DataRow("Klarifikasi Dinas Pajak soal Denda Parkir")]
    public void A_headline_is_kept(string headline) =>
        Assert.AreEqual(headline, Uploads.Content($"{headline}\n\n{Second}\n\n{Text}\n").Headline);

    [TestMethod]
    [DataRow("Editor: Rina Sari")]
    [DataRow("Penulis Rina Sari")]
    [DataRow("Oleh Rina Sari, Toni Bele")]
    [DataRow("By Rina van der Sari")]
    [DataRow("Diterbitkan pada 4 Mei 2026")]
    [DataRow("Posted on Monday, 4 May 2026 9:30")]
    [DataRow("Updated 3 hours ago")]
    [DataRow("Kategori: Pertanian")]
    [DataRow("Foto: Humas Kota")]
    [DataRow("Sumber: Dinas Pajak Kota")]
    [DataRow("Waktu: Kamis, 4 Mei 2026")]
    [DataRow("Tempat: Balai Kota")]
    [DataRow("Hubungi: Rina 0387 555 010")]
    [DataRow("WA: 0811 555 010")]
    public void A_by_line_is_none(string line) => Assert.AreEqual(Second, Uploads.Content($"{line}\n\n{Second}\n\n{Text}\n").Headline);
}
