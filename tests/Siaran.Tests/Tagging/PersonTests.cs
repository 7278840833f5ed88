using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class PersonTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow(
        "Kepala Dinas Sosial Provinsi Bali Sugiarto mengatakan bantuan cukup.",
        "sugiarto",
        "Kepala Dinas Sosial Provinsi Bali",
        "agency:dinsos-bali"
    )]
    [DataRow("Menteri Sosial Rahmat Hidayat mengatakan bantuan cukup.", "rahmat-hidayat", "Menteri Sosial", "agency:kemensos")]
    [DataRow("Mensos Rahmat Hidayat mengatakan bantuan cukup.", "rahmat-hidayat", "Mensos", "agency:kemensos")]
    [DataRow("Kapolda Bali Irjen Pol Rahmat Hidayat mengatakan warga aman.", "rahmat-hidayat", "Kapolda Bali", "agency:polda-bali")]
    [DataRow("Panglima TNI Jenderal TNI Rahmat Hidayat mengatakan warga aman.", "rahmat-hidayat", "Panglima TNI", "agency:tni")]
    [DataRow("Wakil Gubernur Bali, Rahmat Hidayat, mengatakan warga aman.", "rahmat-hidayat", "Wakil Gubernur Bali", "agency:pemprov-bali")]
    [DataRow("Wali Kota Bima Rahmat Hidayat mengatakan warga aman.", "rahmat-hidayat", "Wali Kota Bima", "agency:pemkot-kota-bima")]
    [DataRow(
        "Jaksa Agung Muda Kejaksaan Agung RI Rahmat Hidayat mengatakan warga aman.",
        "rahmat-hidayat",
        "Jaksa Agung Muda Kejaksaan Agung RI",
        "agency:kejagung"
    )]
    [DataRow("Rahmat Hidayat, Sekda Dompu, mengatakan warga aman.", "rahmat-hidayat", "Sekda Dompu", "agency:setda-kabupaten-dompu")]
    [DataRow(
        "Kepala Dinas Kesehatan Provinsi Bali, dr. Rahmat Hidayat, mengatakan warga sehat.",
        "rahmat-hidayat",
        "Kepala Dinas Kesehatan Provinsi Bali",
        "agency:dinkes-bali"
    )]
    [DataRow(
        "Bupati Teluk Jaya, Rahmat Hidayat, mengatakan warga aman.",
        "rahmat-hidayat",
        "Bupati Teluk Jaya",
        "agency:pemkab-teluk-jaya"
    )]
    [DataRow(
        "Wakil Gubernur (Wagub) Bali Rahmat Hidayat mengatakan warga aman.",
        "rahmat-hidayat",
        "Wakil Gubernur Bali",
        "agency:pemprov-bali"
    )]
    [DataRow(
        "Kepala Dinas Sosial Provinsi Bali Darma Wibawa mengatakan bantuan cukup.",
        "darma-wibawa",
        "Kepala Dinas Sosial Provinsi Bali",
        "agency:dinsos-bali"
    )]
    public void An_office_belongs_to_its_body(string sentence, string person, string office, string agency)
    {
        var tag = People(sentence).Single();

        Assert.AreEqual((person, office, agency), (tag.Id.Name, tag.Facts["office"], tag.Facts["agencyId"]));
    }

    [TestMethod]
    public void The_body_of_another_province_is_not_the_governors()
    {
        var tag = People("Pemprov Lampung menerima tamu. Gubernur Bali, Rahmat Hidayat, mengatakan warga aman.").Single();

        Assert.AreEqual("agency:pemprov-bali", tag.Facts["agencyId"]);
    }

    [TestMethod]
    public void Capitals_of_a_headline_make_no_names()
    {
        var tags = Read(
            "Gubernur Rahmat Hidayat Luncurkan Mobil Pintar, Inovasi Kendalikan Harga",
            "Gubernur Bali Rahmat Hidayat meluncurkan mobil itu."
        );

        var tag = tags.Single();
        Assert.AreEqual("rahmat-hidayat", tag.Id.Name);
        Assert.AreEqual(EvidenceField.Headline, tag.Evidence[0].Field);
        Assert.AreEqual("Rahmat Hidayat".Length, tag.Evidence[0].Length);
    }

    [TestMethod]
    [DataRow("Bupati Dompu Rahmat Hidayat, S.Sos., M.M. hadir.", "rahmat-hidayat")]
    [DataRow("Bupati Dompu, Unsur Forkopimda Kabupaten Dompu, dan warga hadir.", "")]
    [DataRow("Kepala Dinas Pangan, Kelautan, dan Pertanian hadir.", "")]
    [DataRow("Bupati Dompu dan Rektor hadir di Pondok Pesantren Rahmat Hidayat.", "")]
    [DataRow("Warga berkumpul di Jalan Kapten Rahmat Hidayat sejak pagi.", "")]
    [DataRow("Program Sekolah Sehat (Topan) dimulai. Kepala Topan hadir.", "")]
    [DataRow("Dikatakan Rahmat Hidayat, bantuan cukup.", "rahmat-hidayat")]
    [DataRow("Kepala Dinas Sosial Provinsi Bali Rahmat Hidayat Kamis (6/2/2025) meninjau lokasi.", "rahmat-hidayat")]
    [DataRow("Kepala Badan Riset dan Inovasi Nasional LT. Santoso mengatakan bantuan cukup.", "lt-santoso")]
    [DataRow("Plt. Kepala Perwakilan BKKBN Provinsi Lampung Sutrianingsih menyampaikan bahwa lomba dimulai.", "sutrianingsih")]
    [DataRow("Rapat digelar di Kantor Gubernur Jawa Tengah, Semarang, hari ini.", "")]
    [DataRow("Sumur itu dibangun di MTs Plus Al-Ikhlas. Warga MTs Plus Al-Ikhlas senang.", "")]
    [DataRow("Ketua panitia memilih Duta Generasi Berencana dan program Bangga Kencana.", "")]
    [DataRow("Kepala Sekolah Rakyat Menengah Atas hadir.", "")]
    [DataRow("Penyidik menggeledah. Rumah Rahmat Hidayat ikut diperiksa.", "rahmat-hidayat")]
    [DataRow("Di Jatim, Kodam V Rahmat menyiapkan prajurit. Kerja sama Kodam V/Rahmat dengan Pemprov Bali dimulai.", "")]
    [DataRow("Korem 162/Wira Bhakti dan Yonif 742/Satya Yudha mengirim prajurit.", "")]
    [DataRow("Sementara itu Pangdam V Brawijaya Mayjen TNI Rahmat Hidayat mengatakan hal senada.", "rahmat-hidayat")]
    [DataRow("Komandan Pangkalan Utama TNI Angkatan Laut Laksamana Pertama TNI Rahmat Hidayat hadir.", "rahmat-hidayat")]
    [DataRow("Hadir Kepala SMPN 1 Praya, Orang Tua dari para siswa, dan warga.", "")]
    [DataRow("Presiden Ke-7 RI Rahmat Hidayat tiba di Praya.", "rahmat-hidayat")]
    [DataRow("Polisi menunggu calon anggota Direksi dan Direktur Penjualan yang baru.", "")]
    [DataRow("Korban dibawa ke Rumah Sakit Umum Pusat (RSUP) Prof Santosa, Denpasar.", "")]
    [DataRow("Direktorat Jenderal Industri Logam (Ilmara) bekerja. Dirjen Ilmara menyatakan hal itu penting.", "")]
    [DataRow("Politeknik Negeri Sasak (Polisaka) berdiri. Direktur Polisaka senang.", "")]
    [DataRow("PALEMBANG, Kabarnesia.co – Pemerintah provinsi membangun jalan.", "")]
    [DataRow("Acara digelar di Gedung Kesenian Putri Rahmat Rindu, Rabu.", "")]
    [DataRow("Warga mendengar lagu Rahmat Rindu dan film Surya Hidayat.", "")]
    [DataRow("Lima inovasi diajukan, di antaranya Sayur Andalan Karya Umak-Umak.", "")]
    [DataRow("Menpora memuji Ketua Umum PB FPTI atas prestasi itu.", "")]
    [DataRow(
        "Hadir Kepala Dinas Sosial Provinsi Darma Wibawa, anggota DPRD Provinsi Dapil VII H Alfrendi Wibisana dan warga.",
        "darma-wibawa alfrendi-wibisana"
    )]
    [DataRow("Petugas Lapas melapor kepada anggota Sat Tahti dan petugas Satres Narkoba.", "")]
    [DataRow("Ketua masjid itu, Drs. Rahmat Surya Negara, bersyukur.", "rahmat-surya-negara")]
    [DataRow(
        "Kasi Intelijen Kejari Jayawijaya, Boston Robert Marganda Wibisana menjelaskan program itu.",
        "boston-robert-marganda-wibisana"
    )]
    [DataRow("Seorang kakek bernama Wasim (80) selamat.", "wasim")]
    [DataRow("Satu korban lainnya, Irwandi, ditemukan Sabtu.", "irwandi")]
    [DataRow("Dua korban, Rahmat Hidayat dan Irwandi, ditemukan.", "irwandi rahmat-hidayat")]
    [DataRow("Salah seorang nelayan Kecamatan Praya Tengah, Sutrisno, mengaku terbantu.", "sutrisno")]
    [DataRow("Hal itu disampaikan Sutrisno usai rapat.", "sutrisno")]
    [DataRow("Rapat selesai. Sutrisno juga menambahkan bahwa bantuan cukup.", "sutrisno")]
    public void What_stands_beside_names_is_none(string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', People(sentence).Select(tag => tag.Id.Name)));

    [TestMethod]
    [DataRow("Menteri Sosial Rahmat Hidayat atau Gus Mamat hadir. Gus Mamat menyapa warga.")]
    [DataRow("Menteri Sosial Rahmat Hidayat (Gus Mamat) hadir, kemarin. Gus Mamat menyapa warga.")]
    public void Another_name_is_the_same_person(string sentence)
    {
        var tag = People(sentence).Single();

        Assert.AreEqual("rahmat-hidayat", tag.Id.Name);
        Assert.HasCount(3, tag.Evidence);
    }

    [TestMethod]
    public void A_short_name_means_whoever_has_it_first()
    {
        var tags = People(
            "Presiden Hidayat Santoso tiba. Kapolri Jenderal Pol. Rahmat Yusuf Hidayat menyambut. Presiden Hidayat lalu menyapa warga."
        );

        Assert.HasCount(2, tags.Single(tag => tag.Id.Name == "hidayat-santoso").Evidence);
    }

    [TestMethod]
    [DataRow("Camat Hu'u Yuliani dan Kades Daha Ilyas hadir.", "Ilyas: Kades Daha; Yuliani: Camat Hu'u")]
    [DataRow("Warga Kabupaten Dompu menyambut. Kades Daha Ilyas hadir.", "Ilyas: Kades Daha")]
    [DataRow("Warga Kabupaten Dompu menyambut. Kepala Desa Cempi Jaya Rahmat Hidayat hadir.", "Rahmat Hidayat: Kepala Desa Cempi Jaya")]
    [DataRow("Warga Kabupaten Dompu menyambut. Kades Rahmat Hidayat hadir.", "Rahmat Hidayat: Kades")]
    [DataRow("Bupati Lampung Selatan Raditra Egi Pratama hadir.", "Raditra Egi Pratama: Bupati Lampung Selatan")]
    public void What_an_official_heads_is_no_part_of_the_name(string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join("; ", People(sentence).Select(tag => $"{tag.Label}: {tag.Facts["office"]}")));

    private static List<Tag> People(string body) => Read("Acara digelar kemarin di aula", body);

    private static List<Tag> Read(string headline, string body) =>
        [
            .. Tagger
                .Read(Some.Release(Some.Content(headline, body) with { Agency = null }))
                .Tags.Where(tag => tag.Id.Kind == TagKind.Person),
        ];
}
