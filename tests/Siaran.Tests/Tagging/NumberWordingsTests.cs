namespace Siaran.Tests.Tagging;

/// <summary>Figures whose number or noun is written in a way of its own: in words, in headlines, with capitals, or only once for two.</summary>
[TestClass]
public sealed class NumberWordingsTests
{
    [TestMethod]
    [DataRow("Petugas mengangkut tujuh gerobak dan dua perahu karet.", "7 gerobak, 2 perahu")]
    [DataRow("Rumah itu setinggi empat lantai.", "4 lantai")]
    [DataRow("Peserta dua puluh lima orang dan tiga belas desa.", "25 orang, 13 desa")]
    [DataRow("Panitia mendata seratus lima puluh pengrajin.", "150 pengrajin")]
    [DataRow("Tiga ratus dua belas pengrajin ikut serta.", "312 pengrajin")]
    [DataRow("Kolam itu dalamnya dua puluh meter.", "20 m")]
    [DataRow("Ada tiga hal yang penting dan dua sisi cerita.", "")]
    [DataRow("Kendaraan roda empat milik pedagang kaki lima lewat.", "")]
    [DataRow("Kota seribu kembang itu ramai.", "")]
    [DataRow("Mereka maju ke empat besar dua kali.", "")]
    public void A_number_in_words_counts_any_small_noun_behind_it(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Petugas menyita satu unit perahu.", "1 unit")]
    [DataRow("Air naik 30 cm hingga satu meter.", "30 cm, 1 m")]
    [DataRow("Salah satu unit perahu tenggelam.", "")]
    [DataRow("Mereka bekerja hingga satu bulan.", "")]
    public void One_counts_before_a_word_for_single_things_and_at_the_end_of_a_range(string sentence, string expected) =>
        Is(sentence, expected);

    [TestMethod]
    [DataRow("Bupati Serahkan 45 Gerobak Kepada Warga", "45 gerobak")]
    [DataRow("209 Perajin Baruna Ikut Pameran", "209 perajin")]
    [DataRow("BANJIR SURUT, 313 PENGRAJIN PULANG", "313 pengrajin")]
    [DataRow("Wali Kota Resmikan 3 Posko Banjir", "3 posko")]
    [DataRow("Murid SMA 2 Kota Baruna Menang", "")]
    [DataRow("Lomba Baca Buku 3 Digelar Di Baruna", "")]
    [DataRow("Gedung Tahap 2 Dibuka Untuk Warga", "")]
    public void A_headline_in_capitals_counts_what_comes_behind_its_number(string headline, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Read("id", "Acara itu ramai.", headline)));

    [TestMethod]
    [DataRow("Daerah itu memiliki 98 Pojokbaca.", "98 pojokbaca")]
    [DataRow("Pawai diikuti oleh 4 Paguyuban.", "4 paguyuban")]
    [DataRow("Tim melantik 12 Pengurus baru.", "12 pengurus")]
    [DataRow("Warga berpuasa hingga 12 Ramadan.", "")]
    [DataRow("Bus itu melewati kawasan 32 Ilir.", "")]
    public void A_word_that_leads_in_shows_that_a_capital_is_counted(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Sebanyak 9 dari 10 warga puas.", "9 warga, 10 warga")]
    [DataRow("Ada 300 titik, 120 sudah diperbaiki.", "300 titik, 120 titik")]
    [DataRow("Korban 63 orang. Sebanyak 22 di antaranya pulang.", "63 orang, 22 orang")]
    [DataRow("Jumlah desa mencapai 2.008.", "2008 ")]
    [DataRow("Nilainya mencapai 2.008.", "")]
    public void A_noun_that_is_written_once_is_of_both_numbers(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Harganya Rp 27 ribu-30 ribu.", "27000 IDR, 30000 IDR")]
    [DataRow("Sekitar 500-an warga dan 1.000-an bibit.", "500 warga, 1000 bibit")]
    [DataRow("Dinas melayani 136 ribu lebih pegawai.", "136000 pegawai")]
    [DataRow("Tanah itu seluas 256 m persegi.", "256 m²")]
    [DataRow("Pendaftar mencapai 55.000/hari.", "55000 per hari")]
    [DataRow("Ke-30 warga itu pulang, ke 52 orang tersebut menyusul.", "30 warga, 52 orang")]
    [DataRow("Ini rapat ke-30 warga desa.", "")]
    public void Rounded_joined_and_collective_numbers_are_read(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Vaksin bagi anak usia 6-11 tahun tiba.")]
    [DataRow("Ia berusia 45 tahun.")]
    [DataRow("Peserta berumur minimal 17 tahun.")]
    [DataRow("Lurah berusia sekitar 50 tahun.")]
    [DataRow("Penduduk berusia lebih dari 17 tahun hadir.")]
    [DataRow("Anak usia di bawah 5 tahun hadir.")]
    [DataRow("Pelamar berumur paling tinggi 35 tahun.")]
    [DataRow("Warga wajib belajar, khusus usia 7 sampai 15 tahun.")]
    public void An_age_is_no_figure(string sentence) => Assert.DoesNotContain("tahun", SaidOf.Figures(SaidOf.Lines(sentence)));

    private static void Is(string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Read("id", sentence, "Kabar dari kantor hari itu")));
}
