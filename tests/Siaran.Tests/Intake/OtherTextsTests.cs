using System.Text;

namespace Siaran.Tests.Intake;

/// <summary>What is next to a release, or more than one: invitations, agendas, two texts in one file, letters of another encoding.</summary>
[TestClass]
public sealed class OtherTextsTests
{
    private const string Paragraph =
        "Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian di lokasi.";

    [TestMethod]
    [DataRow("UNDANGAN PELIPUTAN\n\nKami mengundang rekan media ke balai benih padi di Rimbun pada hari Kamis pagi.\n\nTerima kasih.")]
    [DataRow("Undangan Rapat Benih Rimbun\n\nMengundang Bapak/Ibu hadir pada rapat.\n\nHari: Senin\n\nTempat: Aula")]
    [DataRow("Undangan Panen Raya\n\nYth. para kepala desa\n\nDengan hormat, kami mengharapkan kehadiran Bapak/Ibu pada panen raya.")]
    [DataRow("Media Advisory\n\nReporters are welcome at the seed house in Rimbun on Thursday morning, the office said in a note.")]
    [DataRow("Notulen Rapat Koordinasi Benih\n\n" + Paragraph)]
    [DataRow("Minutes of the Meeting\n\n" + Paragraph)]
    [DataRow(
        "AGENDA WALI KOTA\nKamis\n\n08.00 – Apel pagi\n\n09.30 – Meninjau balai benih\n\n13.15 – Rapat panen\n\n15.00 – Menerima tamu"
    )]
    public void An_editor_decides_on_what_is_sent_next_to_releases(string text) => Uploads.Found(Uploads.Read(text), "kind-unsure");

    [TestMethod]
    [DataRow("Undangan Presiden Diterima Bupati Rimbun\n\n" + Paragraph)]
    [DataRow("Undangan Digital Dipakai Warga Rimbun\n\n" + Paragraph + "\n\nWarga mengundang tetangga lewat telepon.")]
    [DataRow("Agenda Wisata Rimbun Diluncurkan\n\n" + Paragraph + "\n\n09.30 – Pawai\n\n" + Paragraph)]
    [DataRow("Notulen Digital Dipakai Dewan\n\n" + Paragraph)]
    public void A_release_about_one_is_taken(string text) => Uploads.Accepted(Uploads.Read(text));

    [TestMethod]
    [DataRow("Public Function Hitung(a)\nHitung = a + 1\nEnd Function")]
    [DataRow("# Benih\n\nRun git clone and then pip install benih to have the program on your machine at home.")]
    [DataRow("Balai Benih Dibuka\n\n<<<<<<< HEAD\n" + Paragraph + "\n=======\nTeks lain.\n>>>>>>> lain\n")]
    public void What_programmers_keep_next_to_texts_is_refused(string text) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Uploads.Read(text)).Code);

    [TestMethod]
    [DataRow("SIARAN PERS\n\nBalai Benih Dibuka\n\n{0}\n\n(*)\n\nSIARAN PERS\n\nJembatan Rimbun Rampung\n\n{0}", true)]
    [DataRow("Balai Benih Dibuka\n\n{0}\n\n{0}\n\nRILIS MEDIA\nNomor: 12/RM/2031\n\nJembatan Rimbun Rampung\n\n{0}", true)]
    [DataRow("PRESS RELEASE\n\nBalai Benih Dibuka\n\n{0}\n\n{0}\n\nPengumuman\n\nPasar tutup Kamis\n\n{0}", false)]
    [DataRow("SIARAN PERS\n\nBalai Benih Dibuka\n\n{0}\n\n{0}\n\nSIARAN PERS", false)]
    public void A_second_release_in_a_file_asks_an_editor(string text, bool isAsked)
    {
        var result = Uploads.Read(text.Replace("{0}", Paragraph, StringComparison.Ordinal));
        Assert.AreEqual(isAsked, result.Report.Findings.Any(finding => finding.Code == "several-releases"), result.Report.ToJson());
    }

    [TestMethod]
    [DataRow(
        "windows-1251",
        "Рынок открыт",
        "Власти района открыли рыбный рынок после ремонта, сообщил глава района на встрече с жителями."
    )]
    [DataRow("gb18030", "鱼市场重新开放", "县政府在三个月的修缮之后重新开放了鱼市场，县长表示市场现在有供小渔民使用的冷藏库。")]
    [DataRow("macintosh", "Kafe “Rimbun” Dibuka", "“Kami senang,” kata bupati — pasar itu “baru” dan buka setiap hari untuk petani.")]
    [DataRow(
        "ibm850",
        "Résumé panen Rimbun",
        "Kafé Rimbun dibuka, kata bupati, dan buka setiap hari untuk petani kecil di lima kecamatan."
    )]
    public void Letters_that_may_be_of_another_encoding_ask_an_editor(string encoding, string headline, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes($"{headline}\n\n{text}\n");
        Uploads.Found(Uploads.Read(bytes), "encoding-unsure");
    }

    [TestMethod]
    [DataRow("Kafé “Rimbun” Dibuka", "“Kami senang,” kata bupati — pasar itu “baru” dan buka setiap hari untuk petani…")]
    [DataRow(
        "Über Größe und Öl",
        "Die Behörde äußerte sich über größere Märkte für die Bürger; „schön“, sagte der Präsident über Ägypten."
    )]
    public void Windows_letters_are_read_without_a_question(string headline, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"{headline}\n\n{text}\n");
        Assert.AreEqual(headline, Uploads.Content(Uploads.Read(bytes)).Headline);
    }

    [TestMethod]
    [DataRow(
        "tl",
        "Binuksan ng pamahalaan ang bagong pamilihan para sa mga magsasaka, ayon sa alkalde. Sinabi niya na ito ay para sa lahat."
    )]
    [DataRow(
        "sw",
        "Serikali ya wilaya imefungua soko la mbegu kwa wakulima wadogo, alisema mkuu wa wilaya. Soko hilo lina ghala kubwa sasa."
    )]
    [DataRow(
        "ro",
        "Primăria a deschis o piață de semințe pentru fermieri, a spus prefectul. Piața este deschisă în fiecare zi și are un depozit."
    )]
    [DataRow(
        "pl",
        "Starosta powiedział, że targ nasion jest otwarty dla rolników przez cały rok. Nowy magazyn ma być gotowy w maju, a nie w lipcu."
    )]
    [DataRow(
        "vi",
        "Chính quyền huyện đã mở chợ hạt giống cho nông dân và ngư dân. Chủ tịch nói rằng chợ sẽ mở cửa trong năm nay và không thu phí."
    )]
    [DataRow(
        "tr",
        "Kaymakam, yeni tohum pazarının çiftçiler için açıldığını ve pazarda bir depo olduğunu söyledi. Bu proje daha büyük olacak."
    )]
    [DataRow(
        "sv",
        "Kommunen har öppnat en marknad för utsäde och det är öppet för alla bönder, sade landshövdingen. Marknaden har inte någon avgift."
    )]
    [DataRow(
        "fi",
        "Kunta on avannut siementorin viljelijöille, ja se on auki joka päivä, sanoi maaherra. Tori ei ole kallis, mutta se on uusi."
    )]
    [DataRow("my", "မြို့နယ်အုပ်ချုပ်ရေးမှူးက မျိုးစေ့ဈေးကို ဖွင့်လှစ်ခဲ့သည်။")]
    [DataRow("ta", "மாவட்ட அரசு விதை சந்தையைத் திறந்தது.")]
    [DataRow("fa", "فرماندار گفت که بازار بذر برای کشاورزان گشوده شد و پروژه هزینه کمی داشت.")]
    [DataRow("ar", "قال المحافظ إن سوق البذور افتتحت للمزارعين في المدينة وإن المشروع كان صغيرا.")]
    [DataRow(
        "und",
        "Ny ben'ny tanàna dia nanokatra tsena vaovao hoan'ny tantsaha rehetra, hoy izy tamin'ny mpanao gazety omaly maraina. Misy trano fitehirizana lehibe ao anatiny, ary tsy misy sarany ny fidirana amin'izao fotoana izao."
    )]
    public void The_language_of_a_text_is_that_which_it_is_in(string language, string text) =>
        Assert.AreEqual(language, Uploads.Content($"Rimbun 2031\n\n{text}").Language);

    [TestMethod]
    [DataRow("id", "Bupati membuka balai benih untuk petani di lima kecamatan pada hari Kamis.")]
    [DataRow("id", "Harga benih naik.")]
    [DataRow(
        "es",
        "El alcalde dijo que el mercado de semillas está abierto para los agricultores de la comarca y que no hay tasas en el año."
    )]
    [DataRow("pt", "O prefeito disse que o mercado de sementes está aberto para os agricultores da região e que não há taxas neste ano.")]
    public void Languages_that_were_known_stay_known(string language, string text) =>
        Assert.AreEqual(language, Uploads.Content($"Rimbun 2031\n\n{text}").Language);
}
