namespace Siaran.Tests.Tagging;

/// <summary>Prices and rates, totals, parts of what was counted before, and the ways in which one thing is counted.</summary>
[TestClass]
public sealed class RatesAndTotalsTests
{
    [TestMethod]
    [DataRow("Harga bawang Rp. 21.500/kg dan beras Rp13.000 per kilogram.", "21500 IDR/kg, 13000 IDR/kg")]
    [DataRow("Harga gabah Rp 5.100 sampai Rp 5.400 per kilo.", "5100 IDR/kg, 5400 IDR/kg")]
    [DataRow("Harga telur Rp 26 ribu - Rp 27 ribu per kilogram.", "26000 IDR/kg, 27000 IDR/kg")]
    [DataRow("Cabai dijual Rp35.000-40.000/kg di pasar.", "35000 IDR/kg, 40000 IDR/kg")]
    [DataRow("Solar dijual Rp 6.800,- per liter.", "6800 IDR/liter")]
    [DataRow("Upah panen dua puluh ribu rupiah per karung.", "20000 IDR/karung")]
    [DataRow("Anak kambing dijual Rp 900 ribu per ekornya.", "900000 IDR/ekor")]
    [DataRow("Lahan itu disewa 2 juta rupiah per meter persegi.", "2000000 IDR/m²")]
    [DataRow("Bantuan Rp200 ribu per KPM per bulan cair.", "200000 IDR/KPM/bulan")]
    [DataRow("Garis kemiskinan Rp 410.200,- per kapita per bulan.", "410200 IDR/kapita/bulan")]
    [DataRow("Pinjaman Rp 3 miliar per tahun 2024 dan Rp 1 juta per Juni.", "3000000000 IDR, 1000000 IDR")]
    [DataRow("Utang itu Rp 4 juta per 3 Mei.", "4000000 IDR")]
    public void A_price_says_what_it_is_for_each_of(string text, string expected) => Is(text, expected);

    [TestMethod]
    [DataRow("Hasilnya 61,5 kuintal per hektar dan 4 ton jagung per Ha.", "61.5 kuintal/ha, 4 ton/ha")]
    [DataRow("Sampah itu 42 ribu ton per tahun.", "42000 ton/tahun")]
    [DataRow("Kepadatannya 90 jiwa per kilometer persegi.", "90 orang/km²")]
    [DataRow("Ekonomi tumbuh 5 persen per tahun, warga bekerja 8 jam per hari.", "5 percent, 8 jam")]
    public void A_measure_says_what_it_is_for_each_of_too(string text, string expected) => Is(text, expected);

    [TestMethod]
    [DataRow("Air itu setinggi satu meter.", "1 m")]
    [DataRow("Tinggi banjir mencapai satu meter, luasnya satu hektare.", "1 m, 1 ha")]
    [DataRow("Polisi mengamankan satu tersangka dan satu paket ganja.", "1 tersangka, 1 paket")]
    [DataRow("Banjir melanda Kecamatan Nusa Jaya satu desa.", "1 desa")]
    [DataRow("Api padam selama satu jam, lebih dari satu bulan lalu.", "1 jam, 1 bulan")]
    [DataRow("Korban jiwa satu orang, sisanya selamat.", "1 orang")]
    [DataRow("Di gudang itu ada satu pemuat. Ada satu hal lagi.", "1 pemuat")]
    [DataRow("Ini salah satu tersangka dan salah satu orang.", "")]
    [DataRow("Mereka menjadi satu tim. Satu jam kemudian mereka pulang.", "")]
    public void One_counts_what_is_measured_done_to_or_listed(string text, string expected) => Is(text, expected);

    [TestMethod]
    [DataRow("Tercatat 9 pasien. Dua di antaranya pulang, empat lainnya dirawat.", "9 pasien, 2 pasien, 4 pasien")]
    [DataRow("Dari 90 perkara, 30 perkara selesai, sementara 60 adalah sengketa.", "90 perkara, 30 perkara, 60 perkara")]
    [DataRow("Sebanyak tiga dari lima pasien itu anak.", "3 pasien, 5 pasien")]
    [DataRow("Posko bertambah dari 11 menjadi 14 posko.", "11 posko, 14 posko")]
    [DataRow("Ia salah satu dari dua juri.", "2 juri")]
    [DataRow("Tiga lainnya pulang.", "")]
    public void Parts_are_of_what_was_counted(string text, string expected) => Is(text, expected);

    [TestMethod]
    [DataRow("Tim meraih emas 12, perak 9 dan perunggu 21.", "12 emas, 9 perak, 21 perunggu")]
    [DataRow("Hadir guru sebanyak 15 dan perawat sebanyak 20.", "15 guru, 20 perawat")]
    [DataRow("Total laporan yang masuk adalah 412.", "412 ")]
    [DataRow("Posko yang dibangun berjumlah 2.794.", "2794 ")]
    [DataRow("Posko itu berjumlah 2.794.\nMereka berjaga.", "2794 ")]
    [DataRow("Warga yang belum merekam sebanyak 3.203 dari total wajib.", "3203 ")]
    [DataRow("Jumlah penduduk 5.412, kata camat.", "5412 ")]
    [DataRow("Sebanyak 1998 personel berjaga.", "1998 personel")]
    [DataRow("Harga emas 900 itu lama.", "")]
    public void A_noun_before_a_number_or_a_total_is_counted(string text, string expected) => Is(text, expected);

    [TestMethod]
    [DataRow("Kodim 10 Personel, Dishub 12 Personel dan BPBD 8 personel.", "10 personel, 12 personel, 8 personel")]
    [DataRow("Kini ada 14 Pos Pantau, 6 Pos Layanan dan 3 Pos Terpadu.", "14 pos, 6 pos, 3 pos")]
    [DataRow("Di Ruang Teratai 1 Kantor Bupati mereka rapat.", "")]
    [DataRow("Rapat tingkat 2 DPRD digelar.", "")]
    public void Lists_count_nouns_with_capitals(string text, string expected) => Is(text, expected);

    [TestMethod]
    [DataRow("Bantuan disalurkan ke 3 desa dan diperluas ke lima posko lainnya.", "3 desa, 5 posko")]
    [DataRow("Ini rapat ke 3 desa Melati. Ke dua desa itu maju.", "")]
    [DataRow("Gudang itu berukuran 12 x 30 meter, jarak tanam 70×20 cm.", "12 m, 30 m, 70 cm, 20 cm")]
    [DataRow("Tamu wajib lapor 1 x 24 jam.", "24 jam")]
    [DataRow("Data dihimpun dari lima belas kota dan kabupaten.", "15 kota dan kabupaten")]
    [DataRow("Pupuk 1,250 karung dan sumbangan Rp 2,500,000.", "1250 karung, 2500000 IDR")]
    [DataRow("Jalan sepanjang 2, 3 km senilai Rp 18, 2 miliar.", "2.3 km, 18200000000 IDR")]
    [DataRow("Ada 24 ribu lebih jiwa, 300 lebih KK dan 250 ribu lebih pelanggan.", "24000 orang, 300 KK, 250000 pelanggan")]
    [DataRow("Jalan itu sepanjang 11 kilo meter.", "11 km")]
    [DataRow("Lama inapnya masing-masing sebesar 2,5 dan 1,5 hari.", "2.5 hari, 1.5 hari")]
    [DataRow("Tercatat 258,949 kunjungan, sedangkan dulu berjumlah 233,648.", "258949 kunjungan, 233648 ")]
    [DataRow("Mesin 15 PK, kapal 3 GT, tiga perwakilan warga.", "15 PK, 3 GT, 3 perwakilan")]
    public void Numbers_are_read_as_they_are_written(string text, string expected) => Is(text, expected);

    [TestMethod]
    [DataRow("Sari, 32 tahun, hadir bersama pria 47 tahun.")]
    [DataRow("Jemaah 65 tahun ke atas didahulukan.")]
    [DataRow("Warga Jalan Melati 14 RT. 02 pulang.")]
    [DataRow("Rapat mulai sekitar jam 04.30 pekan itu.")]
    [DataRow("Mereka singgah di simpang tiga desa itu.")]
    [DataRow("Kloter 5 jemaah itu tiba pada semester 2 tahun itu.")]
    [DataRow("Laporan dikirim tanggal 10 setiap bulan pada PPKM level 3 kunjungan itu.")]
    [DataRow("Pada tanggal sembilan bulan Agustus mereka tiba.")]
    public void Ages_addresses_and_clocks_are_no_figures(string text) => Is(text, "");

    private static void Is(string text, string expected) => Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Lines(text)));
}
