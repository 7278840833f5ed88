using System.Globalization;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>What posts of government offices hold besides: branches, schools, nicknames, themes, figures of two words.</summary>
[TestClass]
public sealed class OfficePostsTests
{
    [TestMethod]
    [DataRow("Hadir Sekretaris Daerah (Sekda) Kabupaten Dompu Samsul, S.Sos. bersama warga.", "samsul")]
    [DataRow("Hadir Wakil Bupati (Wabup) Dompu Samsul Rahayu bersama warga.", "samsul-rahayu")]
    [DataRow("Hadir Kepala Dinas Sosial Kabupaten Dompu Wildan Ramadhan bersama warga.", "wildan-ramadhan")]
    [DataRow("Hadir Camat Woja Wildan Rajab bersama warga.", "wildan-rajab")]
    [DataRow("Ibadah Tarawih Ramadhan dimulai malam ini.", "")]
    [DataRow("Piala diterima Kepala Dinas Sosial, H. Amar Manaf, yang hadir.", "amar-manaf")]
    [DataRow("Hadir Kepala Dinas Pariwisata Dompu, Bau Akram Daud, bersama warga.", "bau-akram-daud")]
    [DataRow("Hadir Pabung Dompu Mayor Inf. Samsul Rahayu bersama warga.", "samsul-rahayu")]
    [DataRow("Hadir Ketua DPRD Drs.H.Kasman, Kadinas Perhubungan Drs.Wildan, dan warga.", "kasman wildan")]
    [DataRow("Wali Kota Bima Hendrawan Saputra hadir.\n“Kami bantu warga di hulu,” ujar Hendro.", "hendrawan-saputra")]
    [DataRow("Ketua KPU Bima Syarief Maulana hadir.\n“Kami bantu warga di hulu,” jelas Syarif.", "syarief-maulana")]
    [DataRow("Hal itu dikatakan Sekjen M Samsul Rahayu dan istri.", "m-samsul-rahayu")]
    [DataRow("Hadir Pasilog Kapten Inf. Samsul Rahayu bersama Bpk. Wildan Saputra.", "samsul-rahayu wildan-saputra")]
    [DataRow("Hadir Sekdako Samsul, Wakapolresta Wildan Saputra, Kasdim 1614 Rahmat Hidayat.", "rahmat-hidayat samsul wildan-saputra")]
    [DataRow("Ketua MPU Tgk Samsul Basri dan Ketua MAA Tgk. H. Wildan Saputra hadir.", "samsul-basri wildan-saputra")]
    [DataRow("Bupati Dompu Wildan Saputra (Mas Wil) hadir. Mas Wil senang.", "wildan-saputra")]
    [DataRow("Wali Kota Samsul Arifin hadir, pria yang kerap disapa Chek Samsul itu senang.", "samsul-arifin")]
    [DataRow("Bupati Banjar Samsul Rahayu dan Bunda PAUD Dewi Rahayu hadir.", "dewi-rahayu samsul-rahayu")]
    [DataRow("Bupati Dompu Rahmat Iwan hadir. Ketua DPRD Rahmat Iwaan hadir.", "rahmat-iwaan rahmat-iwan")]
    [DataRow("Bupati Dompu Robby Kurnia hadir. Warga menyambut Roby Kurnia.", "robby-kurnia")]
    [DataRow("Kepala Biro, Moch. Wildan Saputra, hadir. Wildan senang.", "moch-wildan-saputra")]
    [DataRow("Bupati Dompu Hendrawan Saputra hadir.\n“Kami bantu warga di hulu,” ujar Handoko.", "handoko hendrawan-saputra")]
    public void People_are_found_behind_short_forms_months_and_nicknames(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(text), TagKind.Person));

    [TestMethod]
    [DataRow("Ia terpilih sebagai Duta Germas tahun ini.")]
    [DataRow("Tamu menerima Kain Sasambo khas Bima dari panitia.")]
    [DataRow("Acara mengusung tema Gelora Rinjani Kencana bagi warga.")]
    [DataRow("Hadirin dihibur Gita Orchestra dan Nada Harmony.")]
    [DataRow("Banyak yang bilang Pak Camatnya terlalu keras.")]
    [DataRow("Hadir para camat, Muspida, Forkopimda, dan Muspika.")]
    [DataRow("Pencipta tema HUT “Gita Cakra Rinjani-Dompu Kuat Maju” menerima piagam.")]
    [DataRow("Piagam untuk Sekaa Teruna Gita Rinjani dan Dinasti Rinjani Rahayu.")]
    [DataRow("Hadir para camat, Panewu, dan Adipati Lamongan.")]
    [DataRow("Hadir Ketua Divisi SDM dan Parmas, lalu rapat.")]
    [DataRow("Tamu memakai Baju Kurung ke Raimuna dan Jambore.")]
    [DataRow("Upacara di GOR Zaini Mulya dihadiri Instansi Vertikal.")]
    [DataRow("Rapat dipimpin Deputi Dayasos BNN di Jakarta.")]
    public void Themes_cloths_choirs_and_fields_are_no_people(string text) => Assert.AreEqual("", SaidOf.Names(Read(text), TagKind.Person));

    [TestMethod]
    [DataRow("Komisi Informasi Provinsi Bali menilai. Ketua Komisi Informasi Bali hadir.", "komisi-informasi-bali")]
    [DataRow("Ketua KI Pusat Samsul Rahayu hadir.", "ki")]
    [DataRow("Piagam dari Ombudsman RI Perwakilan Bali diterima.", "ombudsman-bali")]
    [DataRow("Kue itu diperiksa BBPOM di Mataram.", "bbpom-kota-mataram")]
    [DataRow("Warga dibantu Koramil Woja dan Puskesmas Dompu Barat.", "koramil-woja puskesmas-dompu-barat")]
    [DataRow("Pawai dijaga Polsek Woja.", "polsek-woja")]
    [DataRow("Upacara di SMP Negeri 3 Woja dan SDN 12 Hu'u berlangsung.", "sdn-12-huu smpn-3-woja")]
    [DataRow("Rapat DPRD kabupaten Dompu usai.", "dprd-kabupaten-dompu")]
    [DataRow(
        "Dinas Komunikasi, Informatika, dan Persandian (Diskominfo Sandi) Bali hadir.",
        "dinas-komunikasi-informatika-dan-persandian-bali"
    )]
    [DataRow("Kami dibantu “Dinas Pertanian dan Ketahanan Pangan”, tegasnya.", "dinas-pertanian-dan-ketahanan-pangan")]
    [DataRow("Kepala Biro Humas dan Protokol Kemenag hadir.", "biro-humas-dan-protokol kemenag")]
    [DataRow("Tari dari pelajar SMPN 7 serta warga.", "smpn-7")]
    [DataRow("Rapat di Kantor Urusan Agama Kec. Woja dan KUA Kec. Hu'u usai.", "kua-huu kua-woja")]
    [DataRow("Rapat KUA-PPAS dan KUA PPAS di Dompu usai.", "")]
    [DataRow("Kepala KUA Rahmat Hidayat hadir.", "")]
    [DataRow("Hadir Kepala Badan Keuangan Daerah Dompu Darfizal, Jumat.", "badan-keuangan-daerah-kabupaten-dompu")]
    [DataRow("Dihadiri Komisioner KPU Kabupaten Divisi Sosialisasi, Budi Santoso.", "kpu")]
    [DataRow("KPU Kabupaten Dompu hadir. KPU senang. KPU Kota Bima hadir.", "kpu-kabupaten-dompu kpu-kota-bima")]
    [DataRow("Balai Besar Latihan Laut (BBLL) Bali dan BBLL hadir.", "balai-besar-latihan-laut-bali")]
    [DataRow("Kementerian Agama (Kemenag) hadir. Kanwil Kemenag Bali hadir.", "kanwil-kemenag-bali kemenag")]
    [DataRow("Bupati Dompu dan Kalak BPBD hadir. Rapat diikuti Gubernur Bali dan Bappeda Bali.", "bappeda-bali bpbd")]
    [DataRow("Siswa MIN 2 Woja menang.", "min-2-woja")]
    [DataRow("Dibantu Direktorat Jenderal Penataan Laut (Ditjen PL). Ditjen PL senang.", "ditjen-penataan-laut")]
    [DataRow("Kata Badan Meterologi, Klimatologi dan Geofisika (BMKG), hujan turun. BMKG senang.", "bmkg")]
    [DataRow("Kata Badan Meterologi Klimatologi dan Geofisika (BMKG), hujan turun. BMKG senang.", "bmkg")]
    [DataRow("Dinas Pariwisata Propinsi Bali hadir di Kabupaten Dompu.", "dispar-bali")]
    [DataRow("Kepala Dinas Pendapatan (Dispenda) Kabupaten Dompu hadir. Dispenda senang.", "dispenda-kabupaten-dompu")]
    [DataRow("Warga dirawat di BRSUD Hj. Anna Rahayu Kabupaten Dompu.", "brsud-hj-anna-rahayu")]
    [DataRow("Para Badan Adhoc dan Unit Kerja Eselon rapat.", "")]
    [DataRow("Seminar bertajuk Merawat Persatuan Bangsa Untuk Damai usai.", "")]
    [DataRow("Upacara yang bertema “Bakti PUPR Membangun Negeri” usai.", "")]
    public void Bodies_are_branches_schools_and_posts_and_no_part_of_a_theme(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(text), TagKind.Agency));

    [TestMethod]
    [DataRow("“Kami butuh tenaga besar dari kita semua,” pesan Pak RIZ.", "Pak RIZ")]
    [DataRow("Lebih lanjut, Bupati RIZ menerangkan kerja sama itu. “Kita jaga terus partisipasi publik,” tambahnya.", "Bupati RIZ")]
    [DataRow(
        "Kepala Kanwil Kemenag Bali Samsul Rahayu hadir. Dalam arahannya, Menteri Agama menegaskan hal itu. “Ini bukan slogan bagi kita,” ujarnya.",
        "Menteri Agama"
    )]
    [DataRow(
        "Menag Samsul Rahayu hadir bersama Bupati Dompu Wildan Saputra. Menag menyampaikan terima kasih. “Ini bukan slogan bagi kita,” ujarnya.",
        "Samsul Rahayu"
    )]
    [DataRow(
        "Kepala BMKG Samsul Rahayu melantik Dr. Wildan Saputra. Dalam sambutannya Kepala BMKG menyampaikan “Pelantikan ini istimewa bagi kita.”",
        "Samsul Rahayu"
    )]
    [DataRow(
        "Bupati Dompu Samsul Rahayu dan Camat Wildan Saputra hadir. Menurut Bupati, itu perlu. “Tanpa itu desa kita sepi,” terangnya.",
        "Samsul Rahayu"
    )]
    [DataRow(
        "Samsul Rahayu hadir. Kepala Bidang Anggaran BPKPD Bali, yang juga Plt. Kepala Biro, menyampaikan bahwa itu baik. “Tahapan ini baik bagi kita,” ungkapnya.",
        "Kepala Bidang Anggaran BPKPD Bali"
    )]
    [DataRow("Kadis PMD Wildan Saputra melaporkan panitia “sudah terbentuk semua” ungkapnya.", "Wildan Saputra")]
    [DataRow("“Kami mengolah sampah di hulu”, sebagaimana disampaikan Samsul Rahayu, Dirjen Sampah.", "Samsul Rahayu")]
    public void A_quote_has_the_office_the_nickname_or_who_said_it_as_is_told(string text, string speaker) =>
        Assert.AreEqual(speaker, Read(text).Quotes.Single().Speaker);

    [TestMethod]
    [DataRow("Rinciannya 36 tenaga teknis dan 108 tenaga guru.", "36 tenaga teknis, 108 tenaga guru")]
    [DataRow("Terdapat 82 badan publik dan 373 mata air.", "82 badan publik, 373 mata air")]
    [DataRow("Hadir sebanyak 129 perbekel.", "129 perbekel")]
    [DataRow("Ekonomi menyusut hingga angka -0,59% tahun lalu.", "-0.59 percent")]
    [DataRow("Kota itu meraih dua penghargaan dan tiga sertifikat.", "2 penghargaan, 3 sertifikat")]
    [DataRow("Desa itu meraih poin tertinggi, yaitu 92,77.", "92.77 ")]
    [DataRow("Sebanyak 2000 KK terdampak.", "2000 KK")]
    [DataRow("Kenaikan antara 5 -10% terjadi.", "")]
    [DataRow("Pilihan itu serentak di 22 Kab/Kota.", "22 kab/kota")]
    [DataRow("Sejak tahun 2013 BPS Kabupaten Dompu menempati gedung itu.", "")]
    [DataRow("Upacara bertema “76 Tahun Bakti Negeri” usai.", "")]
    public void Figures_have_their_whole_unit_and_are_none_in_a_theme(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(Read(text)));

    [TestMethod]
    [DataRow("Rapat digelar di Aula Rajabasa, Kabupaten Dompu.", null, "kabupaten-dompu")]
    [DataRow("Pameran digelar di Jakarta Convention Center oleh Kabupaten Dompu.", null, "kabupaten-dompu")]
    [DataRow("Warga Kabupaten Jayapura bersyukur.", "Sentani, Jpr", "kabupaten-jayapura kecamatan-sentani-kabupaten-jayapura")]
    public void Halls_are_no_regions_and_a_dateline_may_add_to_its_district(string text, string? place, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(text, place), TagKind.Region));

    [TestMethod]
    [DataRow("DISKOMINFO")]
    [DataRow("Pjs")]
    [DataRow("Kabar Center")]
    [DataRow("Liputan Bali.Com")]
    public void A_dateline_of_a_body_an_office_or_an_outlet_is_no_region(string place) =>
        Assert.AreEqual("kabupaten-dompu", SaidOf.Names(Read("Warga Kabupaten Dompu senang.", place), TagKind.Region));

    [TestMethod]
    public void A_dateline_may_go_on_with_the_outlet() =>
        Assert.AreEqual("kota-palembang", SaidOf.Names(Read("Warga senang.", "Palembang, Liputan Warga"), TagKind.Region));

    [TestMethod]
    [DataRow("Pameran (18-19/2) digelar.", "2025-02-18", "2025-02-19")]
    [DataRow("Larangan berlaku 06 mei sampai 17 mei 2021.", "2021-05-06", "2021-05-17")]
    [DataRow("Pawai digelar pada Selasa, 04/02. Warga senang.", "2025-02-04", "2025-02-04")]
    public void Days_are_read_as_reporters_write_them(string text, string from, string to)
    {
        var date = Read(text).Dates.Single();

        Assert.AreEqual((from, to), (Iso(date.From), Iso(date.To)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [TestMethod]
    public void The_number_of_a_letter_is_no_day() => Assert.IsEmpty(Read("Nomor: SP. 090/HUMAS/HMS.3/02/2018 dibacakan.").Dates);

    [TestMethod]
    [DataRow("“Kami siap bekerja untuk warga,” demikian disampaikan", "id")]
    [DataRow("“Kami siap bekerja untuk warga,” begitu katanya", "id")]
    [DataRow("Bantuan itu dihulurkan oleh Pasukan Polis", "ms")]
    [DataRow("“Kami mengolah sampah di hulu sejak lama”, sebagaimana disampaikan Samsul Rahayu, Dirjen Sampah.", "id")]
    [DataRow(
        "Sekretaris Daerah (Sekda) Kabupaten Dompu Samsul, S.Sos. hadir. Dalam sambutannya, Menag menegaskan, “Ini bukan slogan.”",
        "id"
    )]
    [DataRow(
        "Dinas Komunikasi, Informatika dan Statistik (Diskominfo Santik) Kab. Dompu dan SMPN 7 dan KUA Kec. Woja bertema “76 Tahun Bakti”",
        "id"
    )]
    [DataRow("Haji Ahmad bin Dato Paduka Haji Ibrahim. Awang Haji Samsul bin Pengiran Haji Basri berkata", "ms")]
    public void A_text_may_end_anywhere(string text, string language)
    {
        for (var end = 1; end <= text.Length; end++)
        {
            Assert.IsNotNull(SaidOf.Read(language, text[..end], "Kabar"));
        }
    }

    private static Annotations Read(string text, string? place = null) => SaidOf.Lines(text, place);
}
