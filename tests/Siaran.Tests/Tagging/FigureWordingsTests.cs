namespace Siaran.Tests.Tagging;

/// <summary>Figures by index, by the word for one, by what is counted and by units that are less frequent.</summary>
[TestClass]
public sealed class FigureWordingsTests
{
    [TestMethod]
    [DataRow("Indeks Harga Konsumen naik dari 104,22 menjadi 105,45 pada Mei.", "104.22 , 105.45 ")]
    [DataRow("Rasio gini daerah itu turun menjadi 0,361.", "0.361 ")]
    [DataRow("IPM kabupaten itu mencapai 74,12 dan skor pelayanannya 88,5.", "74.12 , 88.5 ")]
    [DataRow("Indeks itu terbit. Mereka memakai 3,14 itu.", "")]
    [DataRow("Indeks itu ada di halaman 12.", "")]
    [DataRow("Versi 3,5 dipakai warga.", "")]
    public void A_fraction_without_a_unit_is_an_index_where_the_sentence_says_so(string sentence, string expected) =>
        Is(sentence, expected);

    [TestMethod]
    [DataRow("Satu provinsi mengalami deflasi.", "1 provinsi")]
    [DataRow("Banjir merendam 12 desa dan satu kelurahan.", "12 desa, 1 kelurahan")]
    [DataRow("Hanya satu orang yang selamat.", "1 orang")]
    [DataRow("Itu salah satu provinsi terbesar.", "")]
    [DataRow("Mereka hidup dalam satu keluarga.", "")]
    [DataRow("Satu tahun pemerintahan diperingati.", "")]
    public void One_counts_where_it_is_no_article(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Sebanyak 104 Sekolah Rakyat beroperasi.", "104 sekolah")]
    [DataRow("Kini ada 2.500 Dapur Umum di pulau itu.", "2500 dapur")]
    [DataRow("Kini beroperasi 3.500 SPPG di pulau itu.", "3500 SPPG")]
    [DataRow("Tercatat 514 WBTb di daerah itu.", "514 WBTb")]
    [DataRow("Acara mulai 10 WIB di balai desa.", "")]
    [DataRow("Komisi 3 DPR bertemu warga.", "")]
    public void What_is_counted_may_have_capitals(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Produksi 600 ribu barel per hari dan 300 kiloliter.", "600000 barel/hari, 300 kl")]
    [DataRow("Listrik 900 VA dan 450 watt dipasang.", "900 VA, 450 W")]
    [DataRow("Suku bunga turun 25 basis poin menjadi 4,75 persen.", "25 basis poin, 4.75 percent")]
    [DataRow("Kereta melaju 350 km per jam.", "350 km/jam")]
    [DataRow("Utang itu 3 miliar dollar AS dan 20 juta euro.", "3000000000 USD, 20000000 EUR")]
    [DataRow("Harganya 50 dolar AS. Jumlahnya 3 juta.", "50 USD, 3000000 ")]
    [DataRow("Nilai tukar rupiah 2024 stabil.", "")]
    [DataRow("Inflasi dijaga plus minus 1 persen.", "1 percent")]
    [DataRow("Suhu turun minus 3 derajat.", "-3 derajat")]
    public void Units_are_read_whole(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Ada 4.000 lebih perguruan tinggi dan 300 lebih peserta.", "4000 perguruan, 300 peserta")]
    [DataRow("Kini dihuni 1.200 Aparatur Sipil Negara dan 52 Situs Cagar Budaya.", "1200 aparatur, 52 situs")]
    [DataRow("Nilainya 10 lebih rendah dan urutannya 3 lebih tinggi.", "")]
    [DataRow("Bantuan untuk desil 1, 2, dan 4 sesuai data itu.", "")]
    public void More_than_a_round_number_is_counted_and_a_rank_is_not(string sentence, string expected) => Is(sentence, expected);

    [TestMethod]
    [DataRow("Sebanyak 20,8 juta warga menerima, 14,1 juta sisanya menunggu.", "20800000 warga, 14100000 ")]
    [DataRow("Dari 40 ribu, 12 ribu diantaranya petani.", "40000 , 12000 ")]
    public void What_is_left_is_no_noun(string sentence, string expected) => Is(sentence, expected);

    private static void Is(string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Read("id", sentence, "Kabar dari kantor hari itu")));
}
