using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Persons and speakers as posts of local offices name them: in rows, with slips, behind offices on no list.</summary>
[TestClass]
public sealed class NamesOfLocalPostsTests
{
    [TestMethod]
    [DataRow("Warga Kabupatem Damarjaya senang.")]
    [DataRow("Hadir para Kepala Pusksmas dan warga.")]
    [DataRow("Hadir para Kepala Puskesmsa bersama warga.")]
    [DataRow("Banjir menggenangi jalan ke Pnatai Kertabarat pagi itu.")]
    [DataRow("Menurut Penyelidkan Epidemologi korban sakit.")]
    [DataRow("Bapak Mentri hadir di desa itu.")]
    public void A_slip_in_a_word_for_a_place_an_office_or_a_body_makes_no_person(string text) => Assert.AreEqual("", Persons(text));

    [TestMethod]
    [DataRow("Hadir Wakapolres Dompu Kompil Suryadi bersama warga.", "suryadi")]
    [DataRow("Camat Kilo, Babinsa, Bripka Wiranata Kasi Trantib, Sukamdi dan warga hadir.", "sukamdi wiranata")]
    [DataRow("Hadir Babinsa, Sugiman Perwakilan Damkar Kecamatan Kilo.", "sugiman")]
    [DataRow("Acara itu dihadiri Bupati H.M.Ma’ruf Sukandar Lubisano dan warga.", "m-maruf-sukandar-lubisano")]
    [DataRow("Menurut Kadis Kesehatan, dr. Bulan Wirasena, M.Kes, warga sehat.", "bulan-wirasena")]
    [DataRow("Kabid Pangan Rusmanto, S.Hi, mengatakan warga senang.", "rusmanto")]
    [DataRow("Ibadah dipimpin Pdt. Demas Wirasena, S.Th.,M.Min dan warga.", "demas-wirasena")]
    [DataRow("Bantuan diterima Kepala Desa Kalibaru Doni Wirasena Sp, di kantor desa.", "doni-wirasena")]
    [DataRow("Acara dihadiri Asisten I Drs. M. Bagas sukarsa, MM di kantor.", "m-bagas-sukarsa")]
    [DataRow("Hadir pula Penatua Dr. B. Wirasena bersama warga.", "b-wirasena")]
    public void A_name_ends_and_begins_where_offices_titles_and_degrees_do(string text, string expected) =>
        Assert.AreEqual(expected, Persons(text));

    [TestMethod]
    [DataRow("Rahmat Rahayu SPd Kepala Sekolah Harapan membenarkan hal itu.", "rahmat-rahayu")]
    [DataRow("Pengamat Pemerintah Kota Bima Siti Rahayu SH CLA mengatakan kota itu maju.", "siti-rahayu")]
    [DataRow("Bong Fui Lan, Wali Kota Bima yang ramah itu, pulang.", "bong-fui-lan")]
    [DataRow("Rumah itu milik staf dari Hasanuddin mantan anggota DPRD Dompu.", "hasanuddin")]
    [DataRow("Di mata Komisioner KPX Pusat Rahmat Hidayat, media itu wajar.", "rahmat-hidayat")]
    [DataRow("Kadis PUPR kabupaten Dompu, Bima saat ditemui membenarkan hal itu.", "bima")]
    [DataRow("Sekretaris daerah dan Kepada Bappeda Dompu J. Rahmat menerima piala.", "j-rahmat")]
    [DataRow("Hadir Pengurus Bamusraya. Ketua Umum Bamusraya, Rahmat Hidayat, membacakan doa.", "rahmat-hidayat")]
    [DataRow("Hadir Plt. Kadis Sosial Amir, juga Kepada Bapenda Zulkifli, Plt. Kadis Pangan Hasan, dan warga.", "amir hasan zulkifli")]
    public void A_person_is_known_by_the_office_or_the_degree_next_to_the_name(string text, string expected) =>
        Assert.AreEqual(expected, Persons(text));

    [TestMethod]
    [DataRow("Kantor itu di Jalan W.R. Sukarsa No. 7.")]
    [DataRow("Drainase dijalan Kapten A Sukarsa rampung.")]
    [DataRow("Kapolres yang baru tiba di Tanah Wanggameru Lomahu Bara Himba.")]
    [DataRow("Warga berdamai di tanah Saka Wirabumi.")]
    [DataRow("Kepala Desa Tanjung Kurus mengucapkan terima kasih.")]
    [DataRow("Bupati Nias Selatan pulang. Wakil Bupati Nisel tiba.")]
    [DataRow("Bantuan untuk warga Ohoi Wirabumi di pulau itu.")]
    [DataRow("Gedung itu milik Jemaat GPX Imanuel Wirabumi.")]
    [DataRow("Dirjen Palmako Kementerian Pertanian hadir. Direktur Jenderal Palmako berharap warga tenang.")]
    [DataRow("Menurut Bupati, Boedi Sentana adalah organisasi pertama. Boedi Sentana lahir di kota.")]
    [DataRow("Kizo Wirakudan, organisasi budaya di kota itu, tertarik. Warga Kizo Wirakudan datang.")]
    [DataRow("Sanggar Wayang Beber Kertabumi (WBK) tampil.")]
    public void A_street_a_village_a_body_and_a_thing_are_no_persons(string text) => Assert.AreEqual("", Persons(text));

    [TestMethod]
    [DataRow("Wabup Wayan Suteja Mahardika hadir. Wabup Karangasem, I Wayan Suteja Mahardika, menerima piala.", "i-wayan-suteja-mahardika")]
    [DataRow("Kata Rizkianto Lomba Wirasena, warga aman. Lebih lanjut, Rizki menambahkan hal lain.", "rizkianto-lomba-wirasena")]
    [DataRow("“Kami siap bekerja,” ucap Agus Supriyanto. “Kami senang sekali,” kata Yanto.", "agus-supriyanto")]
    [DataRow("Kepala Dinas Kesehatan Dompu Darma Wiryo hadir. Kadis Kesehatan Dompu Dharma Wiryo pulang.", "darma-wiryo")]
    [DataRow("Menurut Kepala Dinas Pangan Drs. A. Rustam A. Karim, panen baik. Kata Andi Rustam, warga senang.", "a-rustam-a-karim")]
    [DataRow("Melati Dewi Anggraini menang.\n“Lawan saya kuat sekali,” kata Melati.", "melati-dewi-anggraini")]
    public void A_person_who_is_named_in_two_ways_has_one_tag(string text, string expected) => Assert.AreEqual(expected, Persons(text));

    [TestMethod]
    [DataRow("Bupati Rahmat Hidayat hadir.\n\\\"Jalan itu kami perbaiki tahun depan,\\\" ungkap Bupati.", "rahmat-hidayat")]
    [DataRow(
        "Bupati Dompu Rahmat Hidayat hadir.\n“Warga kami ingin sehat,” tutup Bupati, dalam acara yang dihadiri Sekda Hasan Basri.",
        "rahmat-hidayat"
    )]
    [DataRow(
        "Demikian disampaikan Bupati Gunung kidul H. Rahmat Wiyono, di kantor.\nHadir Sekda Hasan Basri.\n“Pohon itu berbuah nanti,” katanya.",
        "rahmat-wiyono"
    )]
    [DataRow(
        "Kepala Dinas Pangan Kota Bima H sukarsa menerangkan itu.\n“Jumlahnya dua ribu orang,” kata dia.\nMenurut Sukarsa, warga senang.",
        "sukarsa"
    )]
    public void A_quote_has_its_speaker(string text, string speaker) =>
        Assert.AreEqual(speaker, SaidOf.Lines(text).Quotes.Single().Person?.Name);

    private static string Persons(string text) => SaidOf.Names(SaidOf.Lines(text), TagKind.Person);
}
