using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Who heads houses and stations, whom titles and degrees show, and who speaks where an office alone is named.</summary>
[TestClass]
public sealed class NamesAtHousesTests
{
    [TestMethod]
    [DataRow("Gedung itu diresmikan Direktur RSUD dr. Purnomo Harjana, dilanjutkan dengan doa.", "purnomo-harjana")]
    [DataRow("Gedung itu diresmikan Direktur RSUD dr. Harjono, Sp.PD, kemarin.", "harjono")]
    [DataRow("Direktur RSUD dr. Harjana, Budi Santoso, mengatakan gedung itu penuh.", "budi-santoso")]
    [DataRow("Kepala BMKX SMB II Palembang Desindra Wirakusuma, S.P. menjelaskan cuaca itu.", "desindra-wirakusuma")]
    [DataRow("Hadir Kepala BPBD Dompu Mgs. H. Sobirinullah, S.IP. M.M., dan warga.", "sobirinullah")]
    [DataRow("Hadir Kapolres Dompu AKBP Bobi Wirakusuma Sik, dan warga.", "bobi-wirakusuma")]
    [DataRow("Ruang itu milik Kabag TU Kanwil Kemenag Riau HM Sukarsa S Sos Msi.", "sukarsa")]
    [DataRow(
        "Hadir Ketua Umum KTNA Nasional H. Muhamad Yadi Sofyan Noor, Dandim 0906 Letkol CZI Damar Setiawan, dan warga.",
        "damar-setiawan muhamad-yadi-sofyan-noor"
    )]
    [DataRow("Di kesempatan yang sama, H. Sudirjana, S. Ag, M. H selaku Kepala Kantor Kemenag Dompu berpesan.", "sudirjana")]
    [DataRow("Menteri itu juga mengukuhkan Djalinus sebagai rektor.", "djalinus")]
    [DataRow("Kepala Dinas Kesehatan DR. Dialuddin M Kes mengatakan warga sehat.", "dialuddin")]
    [DataRow(
        "Rapat dibuka oleh Penjabat (Pj.) Bupati Donggala, Moh. Rifani. Pj. Bupati Donggala Rifani Pakasentana senang.",
        "rifani-pakasentana"
    )]
    [DataRow("Kata Sekretaris Dinas Kominfo Dompu, Dwi Erzana ZSD, SIP, warga senang.", "dwi-erzana-zsd")]
    public void Who_heads_a_house_is_known_by_what_is_next_to_the_name(string text, string expected) =>
        Assert.AreEqual(expected, Persons(text));

    [TestMethod]
    [DataRow("Menurut Camat Kecamatan Long Jelaian, Rahmat Hidayat, panen di Long Jelaian berhasil.", "rahmat-hidayat")]
    [DataRow("Rahmat Hidayat selaku Ketua Panitia Umum Hari Puputan Semarabumi hadir.", "rahmat-hidayat")]
    [DataRow("Acara dibuka dengan penampilan Sesolahan Barong Sebaruni oleh warga.", "")]
    [DataRow("Kursi itu milik Gerindra, Demokrat dan PAN, kata warga.", "")]
    public void A_district_a_feast_a_dance_and_a_party_are_no_persons(string text, string expected) =>
        Assert.AreEqual(expected, Persons(text));

    [TestMethod]
    [DataRow(
        "Danrem 071/Wira Kolonel Inf Yuda Hasan mendampingi Pangdam IX/Udayana Mayjen TNI Widi Prasetyana.\nPangdam IX/Udayana dalam kunjungannya mengatakan hal itu perlu.\n“Jalan ini akan berdampak baik bagi warga,” tuturnya.",
        "widi-prasetyana"
    )]
    [DataRow(
        "Wakil Wali Kota (Wawako) Bima, H Rustam Wiyono menegaskan hal itu.\n“Utamakan yang dibutuhkan warga kita,” ujar Wawako di aula.",
        "rustam-wiyono"
    )]
    [DataRow("\"Kondisi ini menyedihkan, tidak layak untuk belajar\". ucap Hasan Basri kepada warga.", "hasan-basri")]
    [DataRow("“Pelantikan ini akhir dari proses yang panjang,” ujar Humas Undip, Nuswantara, Senin.", "nuswantara")]
    [DataRow("Hasan Basri hadir.\n“Menyenangkan sekali di sini, he he he…” kata mereka di kantor.", null)]
    [DataRow(
        "Acara dihadiri Bupati Dompu Rahmat Hidayat.\nDalam pidatonya, pimpinan rapat menekankan hal itu.\n“Hari ini harus menjadi ajang belajar kita,” ujarnya.",
        null
    )]
    public void A_quote_is_of_whoever_holds_the_office_or_of_nobody_named(string text, string? speaker) =>
        Assert.AreEqual(speaker, SaidOf.Lines(text).Quotes.Single().Person?.Name);

    [TestMethod]
    [DataRow("Rapat forum Kepala Kantor Wilayah Kementerian Agama Se-Indonesia usai.", "")]
    [DataRow("Unsoed dan Universitas Jenderal Soedirman (Unsoed) Purwokerto menang.", "universitas-jenderal-soedirman")]
    [DataRow("Warga datang ke Rumah Sakit Umum Baruna. Direktur RSU Baruna senang.", "rsu-baruna")]
    [DataRow("SK Bupati Dompu nomor 188.45/0581/DPMD/2024 dibacakan.", "")]
    [DataRow("Apel dipimpin Laksamana Muda TNI Adin Nurwahid di dermaga.", "")]
    [DataRow(
        "BPBD Kabupaten Ogan Komering Ulu (OKU) Timur bersiaga. Kepala BPBD OKU Timur hadir.",
        "bpbd-kabupaten-ogan-komering-ulu-timur"
    )]
    public void A_body_ends_where_its_name_does(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Lines(text), TagKind.Agency));

    private static string Persons(string text) => SaidOf.Names(SaidOf.Lines(text), TagKind.Person);
}
