using System.Globalization;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>What offices of regencies and cities write, in their own ways of naming people, bodies, places and days.</summary>
[TestClass]
public sealed class LocalWordingsTests
{
    [TestMethod]
    [DataRow("Gubernur Sulawesi Barat Suharto Duka (SDK) hadir.\n“Kami bantu warga di hulu,” kata SDK saat rapat.", "Suharto Duka")]
    [DataRow("Bupati Dompu Rahmat Hidayat (RHD) hadir.\n“Kami bantu warga di hulu,” ujar RHD, Senin.", "Rahmat Hidayat")]
    [DataRow("Wali Kota Bima Siti Rahayu (SR) hadir.\n“Kami bantu warga di hulu,” ujar SR, Senin.", "Siti Rahayu")]
    [DataRow("“Kami bantu warga di hulu,” tegas Wali Kota.", "Wali Kota")]
    [DataRow("“Kami bantu warga di hulu,” ujar Bupati Dompu, Senin.", "Bupati Dompu")]
    [DataRow("“Kami bantu warga di hulu,” kata Kepala SMP Negeri 3 Baruna, Senin.", "Kepala SMP Negeri 3 Baruna")]
    [DataRow("“Hujan lebat turun malam ini,” tulis BMKG, Senin.", "BMKG")]
    [DataRow("“Hujan lebat turun malam ini,” kata KPU Kota Bima dalam siarannya.", "KPU Kota Bima")]
    [DataRow("Wali Kota Bima dr. Weni Gaib, Sp.M., hadir.\n“Kami bantu warga di hulu,” ujar Wali Kota.", "Weni Gaib")]
    [DataRow("Kepala Desa Serawi, Ruslan, hadir. “Kami bantu warga pesisir sejak lama, “katanya.", "Ruslan")]
    [DataRow("“Kami bantu warga pesisir,' ujar Bupati Dompu Siti Rahayu, Senin.", "Siti Rahayu")]
    [DataRow("Bupati Dompu Siti Rahayu hadir. Kepala Desa Serawi mengatakan, “Kami bantu warga pesisir.”", "Kepala Desa Serawi")]
    [DataRow("Kepala Desa Ranu, Ruslan, hadir. Kepala Desa Serawi mengatakan, “Kami bantu warga pesisir.”", "Kepala Desa Serawi")]
    [DataRow("Kepala Desa Serawi, Ruslan, hadir.\nKepala Desa Serawi mengatakan, “Kami bantu warga pesisir.”", "Ruslan")]
    [DataRow("Bupati Dompu Siti Rahayu hadir.\nBupati mengatakan, “Kami bantu warga pesisir.”", "Siti Rahayu")]
    public void A_quote_has_whom_the_text_names_by_letters_by_office_or_as_a_body(string text, string speaker) =>
        Assert.AreEqual(speaker, Read(text).Quotes.Single().Speaker);

    [TestMethod]
    [DataRow("Kegiatan dibuka Wakil Bupati Buol, Dr. Moh. Nasir Dj. Daimaroto, S.H., M.H., di Leok.", "moh-nasir-dj-daimaroto")]
    [DataRow("Hadir Wakil Bupati Muh. Iqbal Hidayat, SE, disambut warga.", "muh-iqbal-hidayat")]
    [DataRow("Wali Kota Parepare, HM Taufan Hidayat, dalam sambutannya. Taufan Hidayat hadir.", "taufan-hidayat")]
    [DataRow("Hal itu mengingatkan pada Bapak BJ Wibowo, kata warga.", "bj-wibowo")]
    [DataRow("Terima kasih kepada Pak Muda Mahendrawan dan Pak Rusman Ali.", "muda-mahendrawan rusman-ali")]
    [DataRow("Dihadiri Sekretaris Daerah Kabupaten Buol Dadang, S.H., M.H, dan para asisten.", "dadang")]
    [DataRow("Dihadiri Wakil Bupati Lebong Fahrurrozi, Forum Koordinasi Pimpinan Daerah, dan camat.", "fahrurrozi")]
    [DataRow("Begitu ujar Kepala Bagian Humas Kabupaten Sekadau, Paulus Ugang SAP, Senin.", "paulus-ugang")]
    [DataRow("Hadir pegiat budaya Muhammad Hasan. Muhammad Iqbal, Ketua KPU Kota Bima, juga hadir.", "muhammad-hasan muhammad-iqbal")]
    [DataRow(
        "Bupati Probolinggo Ugas Irwanto dan Ketua TP PKK Rita Ugas Irwanto hadir. Ugas Irwanto menutup acara.",
        "rita-ugas-irwanto ugas-irwanto"
    )]
    [DataRow("Presiden RI Budi Harto dan Ibu Hj. Ratna Budi Harto hadir. Budi Harto tersenyum.", "budi-harto ratna-budi-harto")]
    [DataRow("Bupati Dompu, Drs. Agustinus Ch. Dula, hadir. Bupati Gusti Dula senang.", "agustinus-ch-dula")]
    [DataRow("Bupati Dompu Saepul Bahri Binzein hadir. Menurut Bupati Zein, beras cukup.", "saepul-bahri-binzein")]
    [DataRow("Bupati Dompu Siti Dula hadir bersama Bupati Bima Ahmad Dula.", "ahmad-dula siti-dula")]
    [DataRow("Wakil Bupati Mujib Imron hadir. Gus Mujib, demikian ia disapa, senang.", "mujib-imron")]
    [DataRow("Sekretaris Jenderal panitia, Rudyson, hadir. Rudy menegaskan, rapat usai.", "rudyson")]
    [DataRow("Duta Besar Belgia Mr. Petrick Herman hadir.", "petrick-herman")]
    [DataRow("Sekda Kampar Yusri Hidayat yang bergelar Dt Datuk Bandaro Mudo itu hadir.", "yusri-hidayat")]
    [DataRow("Bupati Dompu Hi Herson Mayulu hadir.", "herson-mayulu")]
    [DataRow("Ketua DPRD Dompu Suparno S.H. yang hadir senang.", "suparno")]
    [DataRow("Bupati Poso, Kol. Inf. Purn. Darmin Sigilipu, hadir.", "darmin-sigilipu")]
    [DataRow("Sekretaris DPRD Jansen F. Yumame hadir. Jansen Ferdinandus Yumame, ST, senang.", "jansen-ferdinandus-yumame")]
    [DataRow("Ketua panitia Andi Rahayu atau biasa di panggil Puang Andi berterima kasih.", "andi-rahayu")]
    public void People_are_named_as_offices_name_them(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow("Agenda itu mewujudkan visi “Sitaro Masadada” bagi warga.")]
    [DataRow("Program itu adalah ‘Sambang Betang’ atau berkunjung.")]
    [DataRow("Saat mengikuti Peringatan Hari Ibu Lingkup Pemkab Gowa, hadir para camat.")]
    [DataRow("Warga mengadakan kegiatan Tudang Sipulung di lapangan.")]
    [DataRow("Jembatan di depan langgar Darul Akbar rusak.")]
    [DataRow("Nelayan di wilayah pesisir Bumi Gawi Barinjam berlayar.")]
    [DataRow("Akan diadakan Khoul Kartini di Jepara.")]
    [DataRow("Acara itu mendatangkan Kla Project dari Yogyakarta.")]
    [DataRow("Pembawa panji dari Korps Musik Gita Wibawa Praja berbaris.")]
    public void Mottos_customs_and_bands_are_no_people(string sentence) => Assert.AreEqual("", Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow("Raja Buol, Moh. Sapri Turungku, hadir.", "moh-sapri-turungku")]
    [DataRow("Sultan Ternate menyambut tamu itu.", "")]
    public void The_ruler_of_a_region_is_no_name(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow(
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Kapuas Hulu hadir. BKPSDM berterima kasih.",
        "bkpsdm-kabupaten-kapuas-hulu"
    )]
    [DataRow("Dinas Pangan, Kelautan dan Pertanian Kabupaten Lebong hadir.", "dinas-pangan-kelautan-dan-pertanian-kabupaten-lebong")]
    [DataRow("Dinas Koperasi, Usaha Mikro dan Perdagangan (DKUP) menjual beras.", "dinas-koperasi-usaha-mikro-dan-perdagangan")]
    [DataRow(
        "Dinas Perdagangan, Koperasi dan Perindustrian (Disdagkoperin) Kota Cimahi hadir. Kepala Dinas Disdagkoperin hadir. Disdagkoperin Kota Cimahi senang.",
        "dinas-perdagangan-koperasi-dan-perindustrian-kota-cimahi"
    )]
    [DataRow("Air dari PDAM Tirta Sari keruh. Jaringan PDAM rusak.", "pdam-tirta-sari")]
    [DataRow("Kita resmikan RS Regional dr Budi Harto tahun ini.", "rs-regional-dr-budi-harto")]
    [DataRow("Sekretaris Dinas Perikanan Sukamara hadir.", "diskan-kabupaten-sukamara")]
    [DataRow("Kepala Dinas Pariwisata dan Kebudayaan (Disparbud) Jepara hadir.", "disparbud-kabupaten-jepara")]
    [DataRow("Alat itu bantuan dari Kementrian Pertanian.", "kementan")]
    [DataRow("Perusahaan Umum Badan Urusan Logistik (Perum Bulog) menjual beras. Bulog senang.", "bulog")]
    [DataRow(
        "Rapat bersama Pemerintah Daerah Kabupaten Tabalong usai. Modal Pemerintah Daerah kepada bank ditambah.",
        "pemkab-kabupaten-tabalong"
    )]
    [DataRow("Rapat dipimpin Bupati Sri Rahayu serta Ketua DPRD Dedy Okto. Bappeda Kaltim hadir.", "bappeda-kalimantan-timur dprd")]
    [DataRow("Gubernur Budi Harto dan Ketua DPRD Dedy Okto hadir. Bappeda Kaltim hadir.", "bappeda-kalimantan-timur dprd-kalimantan-timur")]
    [DataRow("Komisi Pemilihan Umum (KPU) memberi piagam. KPU Kabupaten Bengkalis hadir.", "kpu-kabupaten-bengkalis")]
    [DataRow("Dewan Perwakilan Rakyat Kabupaten (DPRK) Maybrat rapat.", "dprk-kabupaten-maybrat")]
    [DataRow("Menteri PUPR Budi Harto hadir.", "")]
    [DataRow("Presiden Republik Indonesia Ir. H. Budi Harto hadir.", "")]
    [DataRow("Dinas PUPR Kabupaten Dompu memperbaiki jalan.", "dpupr-kabupaten-dompu")]
    public void Bodies_have_their_whole_name_and_are_no_part_of_an_office(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Agency));

    [TestMethod]
    [DataRow("Kabupaten Kepulauan Siau Tagulandang Biaro (Sitaro) berulang tahun.", "kabupaten-kep-siau-tagulandang-biaro")]
    [DataRow("Warga Bumi Uncak Kapuas senang, kata Kapolres Kapuas Hulu.", "kabupaten-kapuas-hulu")]
    [DataRow("Jembatan dari Kabupaten Fak-fak ke Kabupaten Wondama selesai.", "kabupaten-fak-fak kabupaten-teluk-wondama")]
    [DataRow("Rapat di Kecamatan Bangsri, Jepara, diikuti warga.", "kabupaten-jepara kecamatan-bangsri-kabupaten-jepara")]
    [DataRow(
        "Sekretaris Kecamatan Krejengan Nur Hidayatullah dari Kabupaten Probolinggo hadir.",
        "kabupaten-probolinggo kecamatan-krejengan-kabupaten-probolinggo"
    )]
    [DataRow("Universitas Lampung berdiri. Kabupaten Lampung Timur hadir.", "kabupaten-lampung-timur lampung")]
    public void Regions_are_known_by_their_local_names(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Region));

    [TestMethod]
    public void A_dateline_of_a_district_is_known_by_the_regency_that_the_text_names() =>
        Assert.AreEqual(
            "kabupaten-serdang-bedagai kecamatan-sei-rampah-kabupaten-serdang-bedagai",
            Names(Read("Bupati Serdang Bedagai memimpin upacara.", "Sei Rampah"), TagKind.Region)
        );

    [TestMethod]
    public void A_dateline_may_be_the_last_word_of_the_regency_that_the_text_names() =>
        Assert.AreEqual(
            "kabupaten-kepulauan-meranti",
            Names(Read("Pemerintah Kabupaten Kepulauan Meranti memimpin upacara.", "Meranti"), TagKind.Region)
        );

    [TestMethod]
    [DataRow("Pemerintah Kabupaten Probolinggo berulang tahun. Bupati Probolinggo hadir.", "kabupaten-probolinggo")]
    [DataRow("Pemerintah Kota Probolinggo berulang tahun. Wali Kota Probolinggo hadir.", "kota-probolinggo")]
    [DataRow("Warga berulang tahun.", "kota-probolinggo")]
    public void A_dateline_is_of_the_city_or_the_regency_that_the_text_speaks_of(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence, "Probolinggo"), TagKind.Region));

    [TestMethod]
    [DataRow("Rabu, 14 Februari, adalah hari pemungutan suara.", "2024-02-14")]
    [DataRow("Rapat itu digelar Selasa (14/2).", "2023-02-14")]
    [DataRow("Rapat itu digelar Senin (14/2).", "2022-02-14")]
    [DataRow("Rapat itu digelar Jumat (14/2).", "2020-02-14")]
    [DataRow("Rapat itu digelar Rabu (29/5).", "2023-05-29")]
    [DataRow("Rapat itu digelar pada Senin, 29/5/23 di Bima.", "2023-05-29")]
    [DataRow("Rapat itu digelar pada Minggu malam (28/05) di Bima.", "2023-05-28")]
    [DataRow("Rapat itu digelar, Minggu malam (28/05) di Bima.", "2023-05-28")]
    [DataRow("Rapat itu digelar hari ini (Senin, 29/5) di Bima.", "2023-05-29")]
    [DataRow("Kota itu lahir pada 22 Desember 1784 di bukit.", "1784-12-22")]
    public void A_weekday_tells_the_year_of_a_day_and_years_may_be_old(string sentence, string expected)
    {
        var read = Read(sentence, at: new(2023, 5, 30, 4, 0, 0, TimeSpan.Zero));

        Assert.AreEqual(expected, read.Dates.Single().From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void What_is_joined_has_a_measure_of_its_own()
    {
        var figures = Read("Kabupaten ini memiliki luas wilayah 1.883,23 km persegi dan penduduk sekitar 326.330 jiwa.").Figures;

        Assert.AreEqual("km²", figures[0].Unit);
        Assert.AreEqual("penduduk", figures[1].Measures);
    }

    [TestMethod]
    [DataRow("Investasi itu menciptakan 3.539 lapangan kerja baru.", "3539 lapangan kerja lapangan kerja")]
    [DataRow("Bantuan itu berupa 83 unit sarana air bersih.", "83 unit sarana")]
    [DataRow("Hujan turun delapan sampai sembilan hari.", "8 hari Hujan, 9 hari Hujan")]
    public void What_is_counted_has_its_whole_name(string sentence, string expected) =>
        Assert.AreEqual(
            expected,
            string.Join(
                ", ",
                Read(sentence)
                    .Figures.Select(figure =>
                        string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {figure.Unit} {figure.Measures}")
                    )
            )
        );

    private static Annotations Read(string text, string? place = null, DateTimeOffset? at = null) => SaidOf.Lines(text, place, at);

    private static string Names(Annotations read, TagKind kind) => SaidOf.Names(read, kind);
}
