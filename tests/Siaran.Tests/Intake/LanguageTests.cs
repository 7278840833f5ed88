namespace Siaran.Tests.Intake;

[TestClass]
public sealed class LanguageTests
{
    [TestMethod]
    [DataRow(
        "id",
        "Pemerintah kabupaten membuka pasar ikan yang baru untuk para nelayan, dan bupati berharap harga ikan tidak turun lagi."
    )]
    [DataRow("id", "Warga kota diminta menghemat air karena musim kemarau lebih panjang, ujar kepala dinas seusai rapat di kantornya.")]
    [DataRow(
        "ms",
        "Kerajaan negeri bersetuju bahawa peruntukan tambahan diberi kerana projek bekalan air itu penting untuk penduduk bandar."
    )]
    [DataRow(
        "ms",
        "Pengerusi jabatan berkata, mesyuarat pada hari Isnin memutuskan supaya perkhidmatan feri boleh dimulakan semula selepas cuti."
    )]
    [DataRow(
        "ms",
        "Sebanyak 104 kilogram minyak masak bernilai RM109,000 dirampas, kata pengarah itu pada sidang media di sini. Antara yang membabitkan kes itu ialah sebuah premis di bandar tersebut, katanya."
    )]
    [DataRow(
        "id",
        "Menteri menyampaikan bahwa jabatan itu penting bagi negeri. Kepala kantor di kecamatan menyiapkan data guru madrasah negeri, turut hadir orang tua dan beliau menteri besar."
    )]
    [DataRow(
        "jv",
        "Bupati ngendika yen pasar iwak iki dibukak kanggo para nelayan, lan wong desa ora perlu menyang kutha maneh saka saiki."
    )]
    [DataRow(
        "jv",
        "Gubernur rawuh wonten ing dhusun punika kaliyan para pejabat, saha maringi pitulungan dhateng warga ingkang kenging banjir."
    )]
    [DataRow(
        "su",
        "Bupati nyarios yén pasar lauk ieu dibuka pikeun para pamayang, sarta urang désa henteu kudu indit ka kota deui ti ayeuna."
    )]
    [DataRow("su", "Jalma anu imahna keuna ku caah geus meunang bantuan ti pamaréntah, jeung barudak bisa sakola deui dina minggu hareup.")]
    [DataRow(
        "en",
        "The district opened the new fish market for its fishermen, and the regent said that it will be open on each day of the week."
    )]
    [DataRow(
        "de",
        "Die Stadt hat den Fischmarkt wieder eröffnet, an dem drei Monate lang gebaut wurde, und der Bürgermeister ist zufrieden."
    )]
    [DataRow(
        "fr",
        "La ville a rouvert le marché aux poissons, dans lequel les travaux ont duré trois mois, et le maire en est très content."
    )]
    [DataRow("nl", "De gemeente heeft de vismarkt weer geopend, waar drie maanden aan is gebouwd, en de burgemeester is er blij mee.")]
    [DataRow(
        "es",
        "La ciudad reabrió el mercado de pescado, en el que las obras duraron tres meses, y el alcalde está muy contento con esta obra."
    )]
    [DataRow(
        "pt",
        "A cidade reabriu o mercado de peixe, em que as obras duraram três meses, e o presidente da câmara não está descontente."
    )]
    [DataRow("ar", "افتتحت الحكومة سوق السمك الجديد للصيادين في الخليج بعد ثلاثة أشهر من أعمال الترميم.")]
    [DataRow("zh", "市政府重新开放了海湾的鱼市场，工程历时三个月，渔民从今天起可以使用新的冷库。")]
    [DataRow("ja", "市は三か月の工事を終えて魚市場を再開し、漁師たちは今日から新しい冷蔵庫を使えるようになった。")]
    public void A_text_s_language_is_read_from_its_words_or_its_script(string language, string paragraph)
    {
        Assert.AreEqual(language, Uploads.Content($"Nusa Jaya 2026\n\n{paragraph}").Language);
        Assert.AreEqual(
            language,
            Uploads
                .Content(
                    $"<html lang='{(language is "id" ? "en" : "id")}'><title>Nusa Jaya 2026</title><body><h1>Nusa Jaya 2026</h1><p>{paragraph}</p></body></html>",
                    "a.html"
                )
                .Language
        );
    }

    [TestMethod]
    public void The_page_s_word_decides_between_near_relatives() =>
        Assert.AreEqual(
            "ms",
            Uploads
                .Content(
                    "<html lang='ms-MY'><title>Nusa Jaya 2026</title><body><h1>Nusa Jaya 2026</h1><p>Nelayan di daerah ini dapat menjual ikan pada hari itu juga, dan mereka telah lama menunggu.</p></body></html>",
                    "a.html"
                )
                .Language
        );

    [TestMethod]
    public void What_has_no_words_of_a_language_is_taken_for_the_office_s_own() =>
        Assert.AreEqual("id", Uploads.Content("Nusa Jaya 2026\n\nXyzzy plugh frobozz 12 34 56.").Language);

    [TestMethod]
    public void Front_matter_says_the_language_in_the_end() =>
        Assert.AreEqual("jv", Uploads.Content($"---\nlanguage: jv\n---\nNusa Jaya 2026\n\n{Uploads.Body}").Language);
}
