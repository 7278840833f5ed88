using Siaran.Tagging;

namespace Siaran.Tests.Tagging;

/// <summary>The ways in which writers mark who says a quote, each in more than one wording.</summary>
[TestClass]
public sealed class QuoteWordingsTests
{
    private const string Quote = "“Warga sudah menerima bantuan itu kemarin,”";
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("‘Warga sudah menerima bantuan itu kemarin,’ kata Siti Rahayu.")]
    [DataRow("'Warga sudah menerima bantuan itu kemarin,' kata Siti Rahayu.")]
    [DataRow("„Warga sudah menerima bantuan itu kemarin,“ kata Siti Rahayu.")]
    [DataRow("„Warga sudah menerima bantuan itu kemarin,” kata Siti Rahayu.")]
    [DataRow("«Warga sudah menerima bantuan itu kemarin,» kata Siti Rahayu.")]
    [DataRow("‹Warga sudah menerima bantuan itu kemarin,› kata Siti Rahayu.")]
    [DataRow("“Warga sudah menerima bantuan itu kemarin“, kata Siti Rahayu.")]
    [DataRow("”Warga sudah menerima bantuan itu kemarin”, kata Siti Rahayu.")]
    [DataRow("“Warga sudah menerima bantuan itu kemarin, kata Siti Rahayu.")]
    [DataRow("\"Warga sudah menerima bantuan itu kemarin, ujar Siti Rahayu.")]
    [DataRow("Siti Rahayu mengatakan, ‘Warga sudah menerima bantuan itu kemarin.’")]
    [DataRow("Siti Rahayu mengatakan, 'Warga sudah menerima bantuan itu kemarin.'")]
    public void A_quote_is_read_in_any_marks(string body)
    {
        var quote = Tagger.Read(Some.Release(Some.Content("Acara digelar di aula", body) with { Agency = null })).Quotes.Single();

        Assert.AreEqual("Siti Rahayu", quote.Speaker);
        Assert.AreEqual("Warga sudah menerima bantuan itu kemarin", quote.Text.TrimEnd('.'));
    }

    [TestMethod]
    [DataRow("Petugas memeriksa ‘rumah sakit apung yang baru’ di Ma'rang.")]
    [DataRow("Petugas menyebut 'kapal yang tidak pernah pulang' itu di Ma'rang.")]
    [DataRow("Siti Rahayu hadir pada Jum'at pagi. Ia pulang pada Jum'at malam.")]
    [DataRow("Siti Rahayu mengatakan Al-Qur'an itu dibaca pada Jum'at pagi di masjid raya.")]
    public void Single_marks_about_a_name_and_apostrophes_are_no_quote(string body) => Assert.IsEmpty(Speakers(body));

    [TestMethod]
    [DataRow("imbuh Siti Rahayu.")]
    [DataRow("tandas Siti Rahayu.")]
    [DataRow("papar Siti Rahayu.")]
    [DataRow("sergah Siti Rahayu.")]
    [DataRow("lontar Siti Rahayu.")]
    [DataRow("ketus Siti Rahayu.")]
    [DataRow("demikian Siti Rahayu.")]
    [DataRow("demikian kata Siti Rahayu.")]
    [DataRow("begitu kata Siti Rahayu.")]
    [DataRow("masih kata Siti Rahayu.")]
    [DataRow("menurut Siti Rahayu.")]
    [DataRow("demikian menurut Siti Rahayu.")]
    [DataRow("kemudian tutur Siti Rahayu.")]
    [DataRow("kembali ujar Siti Rahayu.")]
    [DataRow("dikatakan Siti Rahayu.")]
    [DataRow("ungkap dr. Siti Rahayu.")]
    [DataRow("Siti Rahayu menerangkan.")]
    [DataRow("Siti Rahayu berpesan.")]
    [DataRow("Siti Rahayu pun mengingatkan.")]
    [DataRow("kata perempuan yang akrab disapa Yayuk, Siti Rahayu.")]
    [DataRow("kata dokter spesialis anak yang bertugas di puskesmas itu, Siti Rahayu.")]
    [DataRow("kata Kepala Bidang Rehabilitasi dan Rekonstruksi pada Badan Penanggulangan Bencana Daerah Kabupaten Dompu, Siti Rahayu.")]
    [DataRow("ujar Ketua Tim Kerja Penyakit Menular dan Kesehatan Lingkungan Dinas Kesehatan Provinsi Bali, dr. Siti Rahayu, M.Kes.")]
    [DataRow("kata Siti Rahayu, yang juga Ketua PKK Dompu, kepada Rahmat Hidayat.")]
    [DataRow("kata salah seorang pedagang, Siti Rahayu.")]
    [DataRow("kata seorang warga bernama Siti Rahayu.")]
    [DataRow("kata petani setempat, Siti Rahayu (45).")]
    [DataRow("ujar Siti Rahayu (45), pedagang di pasar itu.")]
    public void Who_says_it_comes_behind_the_quote(string behind) =>
        Assert.AreEqual("Siti Rahayu", Speakers($"Acara dimulai pagi. {Quote} {behind}"));

    [TestMethod]
    [DataRow("Menurut Siti Rahayu, ")]
    [DataRow("Siti Rahayu: ")]
    [DataRow("Kata Siti Rahayu, ")]
    [DataRow("Ujar Siti Rahayu: ")]
    [DataRow("Siti Rahayu menyampaikan pesannya. Katanya, ")]
    [DataRow("Siti Rahayu pun angkat bicara, ")]
    [DataRow("Siti Rahayu lantas berseloroh: ")]
    [DataRow("Siti Rahayu, Kepala Dinas Sosial Dompu, menimpali, ")]
    [DataRow("Siti Rahayu memberi tanggapan. Menurutnya, ")]
    [DataRow("Siti Rahayu membuka acara. Dalam sambutannya, ia menyampaikan bahwa ")]
    [DataRow("Dalam sambutannya, Siti Rahayu mengatakan bahwa ")]
    public void Who_says_it_comes_before_the_quote(string before) =>
        Assert.AreEqual("Siti Rahayu", Speakers(before + "“Warga sudah menerima bantuan itu kemarin.”"));

    [TestMethod]
    [DataRow("katanya.")]
    [DataRow("katanya lagi.")]
    [DataRow("katanya menambahkan.")]
    [DataRow("ujarnya pula.")]
    [DataRow("ucap dia menambahkan.")]
    [DataRow("imbuh beliau.")]
    [DataRow("sergahnya.")]
    [DataRow("sergahnya kepada wartawan.")]
    [DataRow("bebernya, Senin.")]
    [DataRow("cetusnya di sela acara.")]
    [DataRow("ia mengingatkan.")]
    [DataRow("beliau berpesan.")]
    [DataRow("demikian ungkapnya.")]
    [DataRow("begitu katanya.")]
    [DataRow("demikian pungkasnya menutup sambutan.")]
    [DataRow("menurutnya.")]
    [DataRow("menurut dia.")]
    [DataRow("kata perempuan kelahiran Dompu itu.")]
    [DataRow("ujar mantan guru tersebut.")]
    public void Who_has_the_floor_says_it(string behind) =>
        Assert.AreEqual("Siti Rahayu", Speakers("Bupati Dompu Siti Rahayu meninjau lokasi itu.", $"{Quote} {behind}"));

    [TestMethod]
    [DataRow("“Warga sudah menerima bantuan,” kata Siti Rahayu, “dan kami segera menyusul.”", "Siti Rahayu; Siti Rahayu")]
    [DataRow("“Warga sudah menerima bantuan,” kata Siti Rahayu. “Kami segera menyusul ke sana.”", "Siti Rahayu; Siti Rahayu")]
    [DataRow("“Warga sudah menerima bantuan,” katanya kepada Siti Rahayu, “dan kami segera menyusul.”", "; ")]
    [DataRow(
        "“Bantuan sudah kami salurkan,” kata Siti Rahayu. Rahmat Hidayat menyahut, “Terima kasih atas bantuan itu.”",
        "Siti Rahayu; Rahmat Hidayat"
    )]
    public void A_quote_in_two_parts_has_its_speaker_twice(string body, string speakers) => Assert.AreEqual(speakers, Speakers(body));

    [TestMethod]
    [DataRow("“Warga sudah menerima bantuan,” kata Siti Rahayu. “Gema Bahari Nusantara Raya” menjadi tema acara itu.")]
    [DataRow("“Warga sudah menerima bantuan,” kata Siti Rahayu. Rahmat Hidayat menyimak. “Bantuan itu harus cepat sampai.”")]
    [DataRow("“Warga sudah menerima bantuan,” kata Siti Rahayu saat membuka pameran “Laut yang bersih untuk anak cucu” di aula.")]
    public void A_title_or_what_another_may_say_is_no_second_part(string body) => Assert.AreEqual("Siti Rahayu", Speakers(body));

    [TestMethod]
    [DataRow("Siti Rahayu mengatakan:", "“Warga sudah menerima bantuan itu kemarin.”")]
    [DataRow("Berikut pernyataan Siti Rahayu:", "“Warga sudah menerima bantuan itu kemarin.”")]
    [DataRow("Siti Rahayu meninjau lokasi itu dan berharap bantuan tepat guna.", "“Warga sudah menerima bantuan itu kemarin.”")]
    [DataRow(
        "Siti Rahayu menyebut bantuan itu lancar.",
        "“Warga sudah menerima.",
        "“Kami pun lega karenanya.",
        "“Semoga lancar,” katanya."
    )]
    [DataRow("“Warga sudah menerima bantuan itu.", "Kami pun lega karenanya,” kata Siti Rahayu.")]
    public void A_quote_in_paragraphs_of_its_own_has_the_speaker_named_before(params string[] paragraphs) =>
        Assert.AreEqual("Siti Rahayu", Speakers(paragraphs));

    private static string Speakers(params string[] paragraphs) =>
        string.Join(
            "; ",
            Tagger
                .Read(Some.Release(Some.Content("Acara digelar di aula", paragraphs) with { Agency = null }))
                .Quotes.Select(quote => quote.Speaker)
        );
}
