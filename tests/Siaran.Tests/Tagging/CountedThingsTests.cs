namespace Siaran.Tests.Tagging;

/// <summary>What numbers count, with capitals, in words, or said before; and what is a number but no figure.</summary>
[TestClass]
public sealed class CountedThingsTests
{
    [TestMethod]
    [DataRow("Warga memilih di 48 Tempat Pemungutan Suara (TPS) di Dompu.", "48 TPS")]
    [DataRow("Rapat diikuti 7 Organisasi Perangkat Daerah (OPD).", "7 OPD")]
    [DataRow("Petugas memulangkan 4 warga negara asing (WNA).", "4 WNA")]
    [DataRow("Bantuan dari 4 Badan Amal Desa (BAD) tiba.", "")]
    [DataRow("Rapat diikuti oleh 31 Babinsa yang bertugas di 28 Kalurahan.", "31 babinsa, 28 kalurahan")]
    [DataRow("Nota Penjelasan Bupati Terhadap 2 Raperda Dan Jawaban Atas 5 Ranperda.", "2 raperda, 5 ranperda")]
    [DataRow("Memenuhi syarat = 1345 Dukungan dan sisanya = 210 Dukungan.", "1345 dukungan, 210 dukungan")]
    [DataRow("Di kapal itu ada 3 WN Bangladesh dan 2 WN Arab Saudi.", "3 WN Bangladesh, 2 WN Arab Saudi")]
    [DataRow("Banjir melanda empat Kecamatan dan dua desa.", "4 kecamatan, 2 desa")]
    [DataRow("Warga menunggu di enam TPS dan tiga OPD.", "6 TPS, 3 OPD")]
    [DataRow("Tercatat 1.204 Pemilih, terdiri dari 604 Laki-laki dan 600 Perempuan.", "1204 pemilih, 604 laki-laki, 600 perempuan")]
    [DataRow("PAUD tersebar di 12 desa/kelurahan.", "12 desa/kelurahan")]
    [DataRow("Bupati membuka dua asrama dan lima inovasi.", "2 asrama, 5 inovasi")]
    [DataRow("Usaha naik dari 16 ribuan tahun 2021.", "16000 ")]
    [DataRow("Tinggi air 10 – 100 cm.", "10 cm, 100 cm")]
    [DataRow("Jalan itu memakai APBN sebesar 19,4 miliar dengan sistem baru.", "19400000000 IDR")]
    [DataRow("Warga memakai APBN untuk 2 miliar dosis.", "2000000000 dosis")]
    public void What_is_counted_may_have_capitals(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Lines(text)));

    [TestMethod]
    [DataRow("Kantor itu menyiapkan tujuh kamar dan dua tenda.", "7 kamar, 2 tenda")]
    [DataRow("Tahun ini tercatat tiga konflik sosial dan empat kebakaran.", "3 konflik sosial, 4 kebakaran")]
    [DataRow("Hampir enam ribu anak-anak bersekolah.", "6000 anak-anak")]
    [DataRow("Warga menanam satu juta pohon dan dua ratus bakau.", "1000000 pohon, 200 bakau")]
    [DataRow("Harganya lima juta rupiah.", "5000000 IDR")]
    [DataRow("Harganya lima juta dua ratus ribu.", "")]
    [DataRow("Kota itu lahir pada tahun dua ribu silam.", "")]
    [DataRow("Jaraknya seratus dua ribu langkah.", "102000 langkah")]
    [DataRow("Ia menyampaikan tiga hal kepada dua belah pihak.", "")]
    public void A_number_in_words_counts_what_is_behind_it(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Lines(text)));

    [TestMethod]
    [DataRow(
        "Razia menjaring 90 pelanggar.\nDari jumlah itu, 52 diantaranya didenda dan 38 lainnya ditegur.",
        "90 pelanggar, 52 pelanggar, 38 pelanggar"
    )]
    [DataRow("Panitia memanggil 20 siswa, 5 di antaranya yatim.", "20 siswa, 5 siswa")]
    [DataRow("Panitia memanggil 20 siswa, 50 lainnya menunggu.", "20 siswa")]
    [DataRow("Ada 5 diantaranya yang didenda.", "")]
    [DataRow("Pelanggar protokol berjumlah 273, lebih banyak dari dulu.", "273 ")]
    [DataRow("Warga yang hadir sebanyak 48.", "48 ")]
    [DataRow("Sebanyak 48, kata panitia.", "")]
    [DataRow("Rumah yang rusak sebanyak 48.2.1.", "")]
    public void A_number_alone_is_of_what_was_counted_before(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Lines(text)));

    [TestMethod]
    [DataRow("Denda bagi pelanggar sebesar Rp.50.000.", "50000 IDR")]
    [DataRow("Denda sebesar Rp.1.250.000,- dibayar.", "1250000 IDR")]
    [DataRow("Dana hibah sebesar 39 M untuk panitia.", "39000000000 IDR")]
    [DataRow("Pagu anggaran itu mencapai 1,5 T.", "1500000000000 IDR")]
    [DataRow("Tinggi menara itu 39 M lebih.", "")]
    [DataRow("Dana itu diserahkan 39 M Fauzan.", "")]
    [DataRow("Kota itu menyalurkan 27 ribu sampai maksimal 35 ribu dosis per hari.", "27000 dosis, 35000 dosis")]
    [DataRow("Festival itu dihadiri 2 juta hingga 3 juta orang.", "2000000 orang, 3000000 orang")]
    [DataRow("Festival itu dihadiri 3 juta hingga 2 juta orang.", "3000000 , 2000000 orang")]
    [DataRow("Kemiskinan ditargetkan 9,07\u00e29,93 persen.", "")]
    [DataRow("Desa peserta ada 166 ada desa.", "")]
    [DataRow("Salah satunya Fitri (9 tahun) yang senang.", "")]
    [DataRow("Korban ialah Fitri (9 tahun, siswa) dan Rudi.", "")]
    [DataRow("Masa tugas (5 tahun) berakhir.", "5 tahun")]
    [DataRow("Di MTs Negeri 132 orang dan MI Swasta 18 orang mengajar.", "132 orang, 18 orang")]
    public void Sums_ranges_and_ages_are_read_as_they_are_typed(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Lines(text)));

    [TestMethod]
    [DataRow("Layanan desa saat ini sudah mencapai 60 persen.", null)]
    [DataRow("Utang pajak akan diputihkan Rp18 miliar.", "Utang pajak akan diputihkan")]
    [DataRow("Panitia setuju untuk diputihkan Rp18 miliar.", null)]
    [DataRow("Ia ditunjuk sebagai Pjs. Wali Kota Bima selama 60 hari.", null)]
    [DataRow("Kabupaten Dompu, dengan luas wilayah 1.200 km².", "luas wilayah")]
    [DataRow("Desa peserta lomba dengan total realisasi Rp6 miliar.", "total realisasi")]
    [DataRow("Pupuk organik dengan lahan 20 hektare.", "Pupuk organik dengan lahan")]
    [DataRow("Panitia mencatat pertumbuhan 5 persen.", "Panitia mencatat pertumbuhan")]
    [DataRow("Toko itu tutup karena permintaan 5 ton.", "permintaan")]
    public void Verbs_and_offices_are_not_what_is_measured(string text, string? expected) =>
        Assert.AreEqual(expected, SaidOf.Lines(text).Figures.Single().Measures);

    [TestMethod]
    public void What_is_described_has_its_own_measure_and_a_verb_takes_none_from_before()
    {
        var padi = SaidOf.Lines("Produksi padi mencapai 160 ton GKG dengan luas panen 31 hektare.").Figures;
        var dana = SaidOf.Lines("Panitia mengajukan anggaran Rp 1 miliar, untuk menampung 40 orang.").Figures;

        Assert.AreEqual("luas panen", padi[^1].Measures);
        Assert.IsNull(dana[^1].Measures);
    }
}
