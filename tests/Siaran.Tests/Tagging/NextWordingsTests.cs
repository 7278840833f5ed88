using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Names that stand next to places, roles, titles, accounts and pointers to other news, each in more than one wording.</summary>
[TestClass]
public sealed class NextWordingsTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Camat Pagun Iwan Jumadi membuka lomba desa itu.", "iwan-jumadi Camat Pagun")]
    [DataRow("Turut hadir Camat Merapin Budi Santoso.", "budi-santoso Camat Merapin")]
    [DataRow("Lurah Wanasekar Dewi Lestari meninjau posyandu.", "dewi-lestari Lurah Wanasekar")]
    [DataRow("Kepala Desa Lengkorai Ahmad Fauzan menerima piala.", "ahmad-fauzan Kepala Desa Lengkorai")]
    [DataRow("Camat Ahmad Fauzan Hidayat membuka lomba desa itu.", "ahmad-fauzan-hidayat Camat")]
    [DataRow("Gubernur Budi Santoso Wijaya membuka lomba itu.", "budi-santoso-wijaya Gubernur")]
    public void The_place_of_a_small_office_is_no_part_of_the_name(string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', People(sentence).Select(tag => $"{tag.Id.Name} {tag.Facts["office"]}")));

    [TestMethod]
    [DataRow("AKBP dr Hidatatullah memeriksa korban.", "hidatatullah")]
    [DataRow("Kompol drg Wulandari memeriksa korban.", "wulandari")]
    [DataRow("Direktur RSUD, dr Sulaiman Hakim, membuka posko.", "sulaiman-hakim")]
    [DataRow("Sambutan Kadinkes dr Lestari Wulandari dibacakan.", "lestari-wulandari")]
    [DataRow("Warga datang dr Jakarta dan dr Bali.", "")]
    public void A_title_in_small_letters_without_a_point_is_no_part_of_the_name(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(People(sentence)));

    [TestMethod]
    [DataRow("Akun Instagram Budi Darmawan Official mengunggah foto itu.")]
    [DataRow("Akun TikTok Rara Cantika menyebarkan video itu.")]
    [DataRow("Video itu beredar dari akun Facebook Siti Rahayu.")]
    [DataRow("Legenda Malin Kundang dipentaskan siswa.")]
    [DataRow("Siswa membacakan dongeng Timun Mas di aula.")]
    [DataRow("Sendratari Roro Jonggrang dibawakan sanggar itu.")]
    public void Accounts_and_figures_of_legends_are_no_persons(string sentence) => Assert.AreEqual("", Names(People(sentence)));

    [TestMethod]
    [DataRow("Ketua panitia Rahmat Hidayat atau lebih dikenal dengan Kang Mamat hadir. Kang Mamat tersenyum.", "rahmat-hidayat")]
    [DataRow("Siti Rahayu Ningsih yang akrab disapa Ibu Yayuk hadir. Yayuk tersenyum.", "siti-rahayu-ningsih")]
    [DataRow("Siti Rahayu lebih dikenal dengan masakannya. Budi Santoso hadir.", "budi-santoso siti-rahayu")]
    [DataRow("Bupati Rahmat Hidayat, yang akrab disapa Abah Mamat, hadir. Abah Mamat tersenyum.", "rahmat-hidayat")]
    [DataRow("Bupati Rahmat Hidayat, sapaan akrabnya Kang Mamat, hadir. Kang Mamat tersenyum.", "rahmat-hidayat")]
    [DataRow("Bupati Rahmat Hidayat hadir. “Mari kita mulai lagi,” kata Cak Mamat, sapaan akrabnya.", "rahmat-hidayat")]
    [DataRow("Bupati Rahmat Hidayat hadir. “Mari kita mulai lagi,” kata Cak Mamat sapaan akrabnya.", "rahmat-hidayat")]
    [DataRow("“Mari kita mulai lagi,” kata Gus Mamat, sapaan akrab Rahmat Hidayat, di aula.", "rahmat-hidayat")]
    [DataRow("Bupati Rahmat Hidayat hadir. “Mari kita mulai lagi,” ujar Abah Mamat, begitu ia akrab disapa.", "rahmat-hidayat")]
    [DataRow("Bupati Rahmat Hidayat, atau Budi Santoso, akan hadir.", "budi-santoso rahmat-hidayat")]
    public void Another_name_of_someone_is_no_other_person(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(People(sentence)));

    [TestMethod]
    [DataRow("“Itu sudah jelas bagi kita,” kata Pak Yono (Menko Infra) di aula.", "yono")]
    [DataRow("Menteri itu (Menko Polkam) hadir di aula.", "")]
    [DataRow("Kantor Kemenko 1, 2, dan 3 dibangun. Kemenko menunggu.", "")]
    [DataRow("Ia mengenal Kaka Yono dan Kakak Budi sejak lama.", "budi yono")]
    public void An_office_or_a_body_in_short_is_no_person(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(People(sentence)));

    [TestMethod]
    [DataRow("Menpupera Hardiman meninjau bendungan itu.", "hardiman Menpupera")]
    [DataRow("Menkop UKM Siti Rahayu meninjau pasar itu.", "siti-rahayu Menkop UKM")]
    public void Short_names_of_posts_are_offices(string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', People(sentence).Select(tag => $"{tag.Id.Name} {tag.Facts["office"]}")));

    [TestMethod]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” ujar kuasa hukum warga, Pardiman.", "Pardiman")]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” kata juru bicara perusahaan itu, Sumarno.", "Sumarno")]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” tegas salah satu penggugat, Siti Rahayu.", "Siti Rahayu")]
    [DataRow("Kuasa hukum Siti Rahayu, Pardiman, menganggap, “Gugatan itu tidak berdasar sama sekali.”", "Pardiman")]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” kata Kabid Dokkes AKBP dr Hidatatullah.", "Hidatatullah")]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” ujar Supangat kepadaMediaNusa, Senin (3/3).", "Supangat")]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” ujar Siti Rahayu saatKonferensi pers.", "Siti Rahayu")]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” ungkap Kepala Operasi Pasarku.com, Siti Rahayu.", "Siti Rahayu")]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” ujar seorang warga, Senin (3/3).", null)]
    [DataRow("“Gugatan itu tidak berdasar sama sekali,” ujar salah seorang warga, Jakarta.", null)]
    public void A_speaker_is_found_behind_a_role_or_a_title_and_without_a_space(string sentence, string? speaker) =>
        Assert.AreEqual(speaker, Read(sentence).Quotes.Single().Speaker);

    [TestMethod]
    [DataRow("Siti Rahayu menambahkan, masukan itu dinanti dari tim. ”Kami berharap ada perbaikan layanan warga desa”.", "Siti Rahayu")]
    [DataRow("Menurut Siti Rahayu, warga ikut bertanggung jawab. \"Jalan itu harus dijaga bersama oleh warga.\"", "Siti Rahayu")]
    [DataRow("Kabag Humas Fajar Alamsyah hadir. “Panen itu dijadwalkan bulan depan,” kata Alam.", "Alam")]
    public void A_sentence_of_its_own_is_said_by_the_only_one_of_the_paragraph(string paragraph, string speaker)
    {
        var read = Read(paragraph);

        Assert.AreEqual(speaker, read.Quotes.Single().Speaker);
        Assert.AreEqual(read.Tags.Single(tag => tag.Id.Kind == TagKind.Person).Id, read.Quotes.Single().Person);
    }

    [TestMethod]
    [DataRow("Siti Rahayu menyebut Budi Santoso hadir. “Jalan itu harus dijaga bersama oleh warga.”")]
    [DataRow("Siti Rahayu membagikan kaus. Kaus itu bertulis “Jaga jalan kita bersama warga”.")]
    public void A_quote_of_which_nothing_tells_is_nobodys(string paragraph) => Assert.IsEmpty(Read(paragraph).Quotes);

    [TestMethod]
    [DataRow("Total kasus kumulatif (187.276 Kasus) dilaporkan.", "187276 kasus")]
    [DataRow("Kasus baru (192 Kasus) dan pasien sembuh (145 Pasien) dilaporkan.", "192 kasus, 145 pasien")]
    [DataRow("Rumah di Jalan (Blok 12) dan Gedung 5 Lantai itu kosong.", "")]
    public void What_is_counted_in_parentheses_may_have_a_capital(string sentence, string expected) =>
        Assert.AreEqual(expected, ReadingTests.Written(Read(sentence).Figures));

    [TestMethod]
    [DataRow("Pemerintah merehabilitasi 30 Puskesmas tahun ini.", "30 puskesmas")]
    [DataRow("Bantuan itu dibagikan di 12 Kabupaten.", "12 kabupaten")]
    [DataRow("Menteri menetapkan 85 Warisan Budaya baru.", "85 warisan")]
    [DataRow("Ia juara 2 Kabupaten Bima, siswa kelas 3 Sekolah Dasar, warga RT 3 Desa Lengkorai.", "")]
    [DataRow("Siswa SMAN 1 Kota Bima dan SDN 2 Desa Lengkorai hadir.", "")]
    [DataRow("Rapat di Gedung 5 Kelurahan itu usai.", "")]
    public void What_is_often_counted_may_have_a_capital_in_a_sentence(string sentence, string expected) =>
        Assert.AreEqual(expected, ReadingTests.Written(Read(sentence).Figures));

    [TestMethod]
    [DataRow("Investasi mencapai Rp 10.450 triliun.", "10450000000000000 IDR")]
    [DataRow("Belanja negara Rp 1.001 triliun, dan pendapatan Rp1.500 T.", "1001000000000000 IDR, 1500000000000000 IDR")]
    [DataRow("Utang itu Rp 1.200.000 miliar.", "1200000000000000 IDR")]
    [DataRow("Aset perbankan Rp 12,5 kuadriliun.", "12500000000000000 IDR")]
    [DataRow("Angka 9.999.999.999.999.999.999 triliun rupiah tidak masuk akal.", "")]
    public void Sums_of_a_state_are_read_however_large(string sentence, string expected) =>
        Assert.AreEqual(expected, ReadingTests.Written(Read(sentence).Figures));

    [TestMethod]
    [DataRow("Batik diakui UNESCO sebagai warisan dunia.", "unesco")]
    [DataRow("Bantuan UNICEF dan WHO tiba.", "unicef world-health-organization")]
    [DataRow("Bank Dunia dan IMF memuji kebijakan itu.", "international-monetary-fund world-bank")]
    [DataRow("Seluruh Kementerian Lembaga Mitra hadir.", "")]
    [DataRow("Seluruh Kementerian dan Lembaga Mitra hadir.", "")]
    [DataRow("Seluruh Kementerian/Lembaga Terkait hadir.", "")]
    [DataRow("Kementerian/Lembaga Lainnya menyusul.", "")]
    public void Bodies_of_many_states_are_known_and_kinds_of_bodies_are_none(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Tags(Read(sentence), TagKind.Agency)));

    [TestMethod]
    [DataRow("DPRD Provinsi Nusa Jaya mengesahkan perda itu.", "dprd-nusa-jaya")]
    [DataRow("Ketua DPRD Provinsi Nusa Jaya Budi Darmawan membuka rapat.", "dprd-nusa-jaya")]
    [DataRow("Dinas Kesehatan Provinsi Teluk Biru membuka posko.", "dinkes-teluk-biru")]
    [DataRow("Bank Sentral menahan suku bunga.", "")]
    [DataRow("Bank Umum Syariah diminta menyalurkan kredit.", "")]
    [DataRow("Bank Sentral Indonesia menahan suku bunga.", "bank-indonesia")]
    [DataRow("Kegiatan diikuti komisioner KPU dan Bawaslu Kabupaten Jember.", "bawaslu-kabupaten-jember kpu-kabupaten-jember")]
    [DataRow("Dinas Sosial serta Dinas Kesehatan Kota Bima hadir.", "dinkes-kota-bima dinsos-kota-bima")]
    [DataRow("Pemprov NTB dan KPU menandatangani naskah itu.", "kpu pemprov-nusa-tenggara-barat")]
    [DataRow("Dinas Pekerjaan Umum Bina Marga dan Tata Ruang (PUBM-TR) Sumsel memperbaiki jalan.", "dpubmtr-sumatera-selatan")]
    [DataRow("Kepala Dinas PU BM Sumsel, Darma Budhi, hadir.", "dpubmtr-sumatera-selatan")]
    [DataRow(
        "Dinas Pertanian Pangan dan Hortikultura Kabupaten Jember membagikan bibit.",
        "dinas-pertanian-pangan-dan-hortikultura-kabupaten-jember"
    )]
    public void A_body_has_its_place_and_a_kind_of_body_is_none(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Tags(Read(sentence), TagKind.Agency)));

    [TestMethod]
    [DataRow("Hujan deras mengguyur Kabupaten/Kota Bogor sejak pagi.", "kabupaten-bogor kota-bogor")]
    [DataRow("Pemilih di Kota/Kabupaten Bima meningkat.", "kabupaten-bima kota-bima")]
    [DataRow("Warga Kab./Kota Sukabumi menerima bantuan.", "kabupaten-sukabumi kota-sukabumi")]
    [DataRow("Petani Kabupaten dan Kota Kediri memanen padi.", "kabupaten-kediri kota-kediri")]
    [DataRow("Warga Kabupaten/Kota se-Bali menerima bantuan.", "bali")]
    [DataRow("Warga Majalengka dan Tasik berembuk.", "kabupaten-majalengka kota-tasikmalaya")]
    [DataRow("Warga Medan dan Siantar berembuk.", "kota-medan kota-pematangsiantar")]
    [DataRow("Longsor terjadi di Sibingkai, Kota Agung, Lahat, mulai dibersihkan.", "kabupaten-lahat kecamatan-kota-agung-kabupaten-lahat")]
    [DataRow("Adat di hilir hingga hulu sungai Batanghari dibahas di Jambi.", "jambi")]
    public void One_name_of_a_regency_and_a_city_is_both_and_short_names_are_known(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Tags(Read(sentence), TagKind.Region)));

    [TestMethod]
    public void A_list_of_fourteen_regencies_is_read_whole()
    {
        var read = Read(
            "Perbaikan dilakukan di Kabupaten OKU Timur, OKI, Ogan Ilir, OKU, OKU Selatan, Musi Rawas, Musi Rawas Utara, Muara Enim, "
                + "PALI, Empat Lawang, Lahat, Banyuasin, Musi Banyuasin, dan Kota Palembang."
        );

        Assert.HasCount(14, Tags(read, TagKind.Region));
    }

    [TestMethod]
    [DataRow("[Gambas:Video Kebakaran Pasar di Surabaya]")]
    [DataRow("[Foto: Wali Kota Surabaya Siti Rahayu]")]
    [DataRow("Simak Video \"Banjir di Semarang Meluas\"")]
    [DataRow("Simak juga Video 'Kebakaran di Surabaya':")]
    [DataRow("Lihat juga video \"Longsor di Banjarnegara\"")]
    [DataRow("Tonton video: Banjir Semarang, Bupati Demak Budi Santoso Turun")]
    [DataRow("Baca juga: Longsor di Banjarnegara Tewaskan Dua Warga")]
    public void What_points_to_other_news_names_nothing_of_the_release(string aside)
    {
        var read = Read("Warga Dompu menerima bantuan.", aside, "Siti Aminah mengatakan bantuan itu cukup.");

        Assert.AreEqual("kabupaten-dompu", Names(Tags(read, TagKind.Region)));
        Assert.AreEqual("siti-aminah", Names(Tags(read, TagKind.Person)));
    }

    [TestMethod]
    [DataRow("Simak penjelasan Bupati Dompu Siti Rahayu tentang bantuan itu.", "siti-rahayu")]
    [DataRow("Video itu memperlihatkan Bupati Dompu Siti Rahayu.", "siti-rahayu")]
    [DataRow("Warga [di Dompu] menerima bantuan dari Bupati Dompu Siti Rahayu.", "siti-rahayu")]
    public void A_sentence_that_only_begins_like_a_pointer_is_read(string sentence, string expected)
    {
        var read = Read(sentence);

        Assert.AreEqual("kabupaten-dompu", Names(Tags(read, TagKind.Region)));
        Assert.AreEqual(expected, Names(Tags(read, TagKind.Person)));
    }

    private static IEnumerable<Tag> People(string sentence) => Tags(Read(sentence), TagKind.Person);

    private static IEnumerable<Tag> Tags(Annotations read, TagKind kind) => read.Tags.Where(tag => tag.Id.Kind == kind && !tag.Implied);

    private static string Names(IEnumerable<Tag> tags) => string.Join(' ', tags.Select(tag => tag.Id.Name).Order(StringComparer.Ordinal));

    private static Annotations Read(params string[] paragraphs) =>
        Tagger.Read(Some.Release(Some.Content("Acara digelar di aula", paragraphs) with { Agency = null }));
}
