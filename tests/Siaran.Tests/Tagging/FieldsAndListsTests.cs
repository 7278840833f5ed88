using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Names behind the fields of offices, in lists and in commas; what speakers are called; names of two languages more.</summary>
[TestClass]
public sealed class FieldsAndListsTests
{
    [TestMethod]
    [DataRow("Hadir Kabid Penmas H Zulkarnain bersama warga.", "zulkarnain")]
    [DataRow("Doa dipimpin Kadiv Pardatun, Ahmad Fauzan Usman.", "ahmad-fauzan-usman")]
    [DataRow("Kabid Kedaruratan dan Logistik BPBD Dompu, Sofyan Hadi mengungkapkan dua rumah rusak.", "sofyan-hadi")]
    [DataRow("Hal itu dikatakan Dirjen Penguatan Daya Saing Produk Kelautan dan Perikanan, Budi Santosa.", "budi-santosa")]
    [DataRow("Kepala Bidang Intelijen dan Penindakan Keimigrasian Kantor Imigrasi Bima Rahmat Hidayat hadir.", "rahmat-hidayat")]
    [DataRow("Dibuka Asisten Pemerintahan dan Kesra Sabar Purba di aula.", "sabar-purba")]
    [DataRow("Hadir Kabag Hukum Wulandari, serta jajaran.", "wulandari")]
    [DataRow("Hadir Wakil Ketua DPRD Faisal AR dan Kepala Dinas Sosial Andi SB.", "andi-sb faisal-ar")]
    [DataRow("Apel dipimpin Plh Bupati Dompu Drs R Achmad Kurnia Kadir MPA kemarin.", "achmad-kurnia-kadir")]
    [DataRow("Hadir Ketua MUI KH Achmad Hamdani SPdI dan Kabag TU Ahmad Yunus SAg MPd.", "achmad-hamdani ahmad-yunus")]
    [DataRow("Hadir Wakil Bupati Lombok Tengah H. Lalu Fathul Bahri, SIP bersama warga.", "lalu-fathul-bahri")]
    [DataRow("Rombongan dilepas Wakil Bupati Dompu, Bapak Irawan Prasetyo, S.Si.M.Mpar.", "irawan-prasetyo")]
    [DataRow("Nota itu ditandatangani Drs. Safar MH di Bima.", "safar")]
    [DataRow("Hadir Kepala KSOP Kelas II Bima, Capt. Rahman, bersama warga.", "rahman")]
    public void A_name_begins_behind_the_field_of_an_office_and_ends_before_degrees(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(text), TagKind.Person));

    [TestMethod]
    [DataRow("Hadir Drs. Robi Simbolon, Edi Syahputra, Abdul Jalil, dan Meisalina.", "abdul-jalil edi-syahputra meisalina robi-simbolon")]
    [DataRow("Hadir Kadis Sosial Rahmat Hidayat, Kasatpol PP Nurbid, Mewakili Dandim.", "nurbid rahmat-hidayat")]
    [DataRow("Salah satu penerima, Rasmadi, Ketua Gapoktan Makmur, senang.", "rasmadi")]
    [DataRow("Perwakilan perawat Kabupaten Banjar Razianto mengatakan bantuan tiba.", "razianto")]
    [DataRow("Sidang dipimpin Ibrahim Lubis, SHI., MH dan ibu Fitria, SHI., MH.", "fitria ibrahim-lubis")]
    [DataRow("Dari pusat hadir Jorre Roi Habeharan dan Santo Yugo Prianto.", "jorre-roi-habeharan santo-yugo-prianto")]
    [DataRow("Camat Bukit, Hasnawi Kamaruddin T., dan warga hadir.", "hasnawi-kamaruddin-t")]
    [DataRow("Salah satu anak yatim, Dikar (9 tahun) yang baru kelas 3, senang.", "dikar")]
    [DataRow("Bertindak selaku pemimpin upacara Mahrudin. Warga hadir.", "mahrudin")]
    [DataRow("Mensos Retno hadir. Menteri Sosial, Tri Retnowati, senang.", "tri-retnowati")]
    [DataRow("Kepala Dinas Sosial Moch. Ikhwan hadir. Mochamad Ikhwan senang.", "moch-ikhwan")]
    [DataRow("Wali Kota Bima Rahmat Hidayat, atau yang akrab disapa Yusi Karim, hadir. Kata Yusi, warga senang.", "rahmat-hidayat")]
    public void Who_is_in_a_list_or_in_commas_is_found_and_nobody_twice(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(text), TagKind.Person));

    [TestMethod]
    [DataRow("Tema Hari Jadi Kabupaten Dompu tahun ini adalah Luhuring Rinjani Gempita.")]
    [DataRow("Bantuan tiba di daerah berjuluk Benua Rinjani.")]
    [DataRow("Rapat di Gampong Lueng Teuku Basri usai.")]
    [DataRow("Panen dihadiri pengurus Gapoktan Sari Rinjani dan Kelompok Tani Dewi Rejeki.")]
    [DataRow("Acara di Gereja GMIM Imanuel Tombuluan usai.")]
    [DataRow("Layanan darurat di Kota Barunaria menjawab 400 panggilan.")]
    [DataRow("Warga mengikuti Ketua Satgas dan Kepala Satker.")]
    [DataRow("Hadir pengurus Yayasan Sosial Wredatama (Kerta Wredatama) Dompu.")]
    [DataRow("Pemkab meraih Anugerah Swasti Saba Wistara tahun ini.")]
    [DataRow("Warga mengikuti Isbat Nikah dan lomba “Ngobrolin Pemilu” di Susan Resort.")]
    [DataRow("Jalan lintas Muara Sabak–Rantau Rasau diperbaiki, warga Rantau Rasau bersabar.")]
    [DataRow("Acara itu di rumah dinas Wali Kota Jl. Dr. Sutomo.")]
    public void Mottos_villages_groups_and_streets_are_no_people(string text) =>
        Assert.AreEqual("", SaidOf.Names(Read(text), TagKind.Person));

    [TestMethod]
    [DataRow(
        "Kunjungan itu diterima Plt. Bupati Dompu, Hamdani Saputra.\n“Kami juga ingin membangun balai,” imbuh Plt. Bupati.",
        "hamdani-saputra"
    )]
    [DataRow(
        "Hadir Bupati Dompu Yuli Hastuti, Ketua MUI Ahmad Sholihin, dan warga.\nDalam sambutannya Bupati mengatakan acara itu baik.\n“Semoga lebih luas lagi ke depan,” pesannya.",
        "yuli-hastuti"
    )]
    [DataRow(
        "Bupati Dompu Yuli Hastuti hadir.\nKepala Dinas Sosial, Ibrahim Basri yang ditemui terpisah mengatakan, surat itu tiba. “Kami menunggu jawaban dari pusat,” terangnya.",
        "ibrahim-basri"
    )]
    [DataRow(
        "“Kami dapat bersidang di luar gedung atas bantuan warga” demikian potongan sambutan Sudirman Basri di awal acara.",
        "sudirman-basri"
    )]
    [DataRow("Dr. Ikhsan Malik, M.Si selaku Bupati Dompu hadir.\n“Kita perlu merenung bersama warga,” tegas Bupati.", "ikhsan-malik")]
    [DataRow(
        "Bupati Dompu, Provinsi Nusa Tenggara Barat, Musyafir Rahman meminta warga hadir.\n“Mari kita sambut dengan riang gembira,” harap Bupati.",
        "musyafir-rahman"
    )]
    [DataRow("“Kami menindak kegiatan yang tidak sesuai.”\nDemikian ungkap Kepala Balai POM Bima, Mustafa Anwari.", "mustafa-anwari")]
    public void A_quote_is_of_the_officeholder_who_is_named_by_the_office(string text, string expected) =>
        Assert.AreEqual(expected, Read(text).Quotes.Single().Person?.Name);

    [TestMethod]
    [DataRow("en", "Governor Carl Ramos Jr. arrived in Lower Dale. Lower Dale residents met Ramos.", "carl-ramos-jr")]
    [DataRow("en", "Minister for Water, Property and Housing Melinda Parry said the dam is safe.", "melinda-parry")]
    [DataRow("en", "The MLA for Upper Westgate, Gov. Ruth Cadwell, spoke at Vidya Bhawan.", "ruth-cadwell")]
    [DataRow("en", "Assistant Secretary for Television Dale De Vries said farmers hit by El Niño will get aid.", "dale-de-vries")]
    [DataRow("en", "Minister François-Luc Martin said no. Later Minister Francois-Luc Martin left.", "francois-luc-martin")]
    [DataRow(
        "ms",
        "Dayangku Fauzana Nadirah binti Pengiran Haji Jufri meraih tempat ketiga semalam.",
        "fauzana-nadirah-binti-pengiran-haji-jufri"
    )]
    [DataRow("ms", "Ketua Menteri, Datuk Seri Panglima Haji Hajrul Haji Noor berkata laporan itu baik.", "hajrul-haji-noor")]
    [DataRow("en", "Roads funded are the Ardale Bypass and a street near Emigrant Tower.", "")]
    [DataRow("en", "Cllr. Zamo Nkosana, District Mayor, said the centre is open.", "zamo-nkosana")]
    [DataRow("ms", "Pengarahnya Wan Norida Wan Dahlan berkata serbuan itu berjaya.", "wan-norida-wan-dahlan")]
    [DataRow("ms", "Ketua Komunikasi Korporat Encik Zamri Salleh berkata kursus di Kubang Permai tamat.", "zamri-salleh")]
    public void Names_of_other_countries_are_whole_and_their_places_are_none(string language, string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Read(language, text, "Kabar Nusa Jaya"), TagKind.Person));

    [TestMethod]
    [DataRow("Scam losses in Singapore reached $1.1 billion last year.", "1100000000 SGD")]
    [DataRow("The dispensary in Nairobi was allocated Ksh. 8 million.", "8000000 KES")]
    [DataRow("Students in Tauranga will get schools for $16 million.", "16000000 NZD")]
    public void A_dollar_is_of_the_only_country_that_is_named(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(SaidOf.Read("en", text, "News of the day")));

    [TestMethod]
    [DataRow("ms", "Beliau hadir dalam Majlis Ramah Mesra Peladang Kedah semalam.", "majlis")]
    [DataRow("en", "The mayor of Ashdale, Alabama, signed what the City Council passed.", "dprd")]
    public void Events_are_no_bodies_and_a_council_elsewhere_is_none_of_Indonesia(string language, string text, string none) =>
        Assert.DoesNotContain(none, Bodies(language, text));

    private static string Bodies(string language, string text) =>
        SaidOf.Names(SaidOf.Read(language, text, "Kabar Nusa Jaya"), TagKind.Agency);

    private static Annotations Read(string text) => SaidOf.Lines(text);
}
