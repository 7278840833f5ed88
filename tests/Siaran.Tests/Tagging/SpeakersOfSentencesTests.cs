namespace Siaran.Tests.Tagging;

/// <summary>Who says a quote, by the sentences and offices before it, and quotes of which a mark is missing, single or turned.</summary>
[TestClass]
public sealed class SpeakersOfSentencesTests
{
    private const string Quote = "“Warga sudah menerima bantuan itu kemarin,” ";
    private const string First = "Bupati Dompu, Siti Rahayu, hadir. “Kami bangun jalan itu tahun ini,” ujarnya. ";

    [TestMethod]
    [DataRow("Pagi itu, Rahmat Hidayat Anggota KPU Dompu menjelaskan bahwa warga cukup beras.")]
    [DataRow("Kepala Bidang Pangan Rahmat Hidayat saat ditemui di rumahnya pagi itu menuturkan bahwa warga cukup beras.")]
    [DataRow("Di tempat lain, Rahmat Hidayat, seorang perajin tikar, juga turut menyampaikan harapannya tentang pasar.")]
    [DataRow("Salah satu warga, Rahmat Hidayat (41 tahun) yang baru pulang dari ladang mengaku senang menerima beras.")]
    [DataRow("Rahmat Hidayat selaku wakil warga mengucapkan terima kasih atas beras itu.")]
    [DataRow("Materi kedua disampaikan oleh Kepala Seksi Pangan, Rahmat Hidayat. Dalam paparannya, ia mengajak warga menanam.")]
    [DataRow("Hal senada disampaikan langsung oleh Camat Woja Rahmat Hidayat.")]
    [DataRow("Wakil Bupati Dompu, Rahmat Hidayat, menyambut baik rencana warga itu.")]
    public void Who_says_something_in_the_sentence_before_has_the_floor(string sentence) =>
        Assert.AreEqual("Siti Rahayu, Rahmat Hidayat", Speakers(First + sentence + " " + Quote + "ungkapnya."));

    [TestMethod]
    [DataRow("Rahmat Hidayat malah meminta sekop dan cangkul.")]
    [DataRow("Rahmat Hidayat melepas warga yang mengaku senang.")]
    [DataRow("Bantuan itu untuk Rahmat Hidayat.")]
    public void Who_only_does_something_there_has_not(string sentence) =>
        Assert.AreEqual("Siti Rahayu, Siti Rahayu", Speakers(First + sentence + " " + Quote + "ungkapnya."));

    [TestMethod]
    [DataRow("Bupati mengaku lega. Pasalnya, beras cukup. " + Quote + "ujarnya.", "Siti Rahayu")]
    [DataRow("Hal itu disampaikan oleh Bupati kepada warga. " + Quote + "ujarnya.", "Siti Rahayu")]
    [DataRow(Quote + "ujar Pak Bupati.", "Siti Rahayu")]
    [DataRow(Quote + "ujar orang nomor satu di Dompu.", "Siti Rahayu")]
    [DataRow(Quote + "kata mantan guru desa.", "Siti Rahayu")]
    [DataRow(Quote + "kata seorang pedagang beras.", null)]
    public void An_office_or_a_by_name_leads_to_its_holder(string said, string? speaker) =>
        Assert.AreEqual(
            speaker,
            SaidOf.Lines("Bupati Dompu, Siti Rahayu, meninjau pasar.\nWarga berkumpul.\n" + said).Quotes.Single().Speaker
        );

    [TestMethod]
    [DataRow("Kepala Divisi Pemasyarakatan Kanwil Kemenkum Bali, Rahmat Hidayat, tiba.", "ujar Kadivpas.")]
    [DataRow("Sekretaris Kabupaten Dompu, Rahmat Hidayat, tiba.", "ujar Sekda.")]
    [DataRow("Warga berkumpul.", "ujar Sekda.\nSekretaris Daerah Dompu Rahmat Hidayat pulang sore itu.")]
    public void A_short_office_leads_to_who_holds_the_long_one(string before, string said) =>
        Assert.AreEqual("Rahmat Hidayat", SaidOf.Lines(before + "\n" + Quote + said).Quotes.Single().Speaker);

    [TestMethod]
    [DataRow("Kapolres Dompu mengatakan ronda digiatkan. “Ronda malam membuat warga lebih saling mengenal,”.", "Siti Rahayu")]
    [DataRow(
        "Budi Santoso tiba. Siti Rahayu yang juga ketua adat menyampaikan ucapan selamat kepada warga. “Kerja kalian menjadi teladan bagi desa lain”.",
        "Siti Rahayu"
    )]
    [DataRow(
        "Menurutnya, ombak di pesisir itu reda sejak para pemuda menanam bakau, \"Akar bakau menahan ombak dengan baik.\"",
        "Siti Rahayu"
    )]
    public void A_quote_without_a_verb_is_of_whoever_speaks_in_its_sentences(string paragraph, string speaker) =>
        Assert.AreEqual(speaker, Speakers("Kapolres Dompu, Siti Rahayu, hadir.\nIa menyapa warga.\n" + paragraph));

    [TestMethod]
    [DataRow("‘Rawatlah jalan dan selokan di dusun ini agar musim hujan tidak membawa banjir’ ujar Siti Rahayu.")]
    [DataRow("'Jagalah sungai di desa ini agar anak cucu kita dapat minum' pesan Siti Rahayu.")]
    [DataRow("Air cukup. ” Jagalah sungai di desa ini,” kata Siti Rahayu.")]
    [DataRow("Siti Rahayu berpesan: ” Jagalah sungai di desa ini,” dalam pidatonya.")]
    public void Single_and_turned_marks_are_about_a_quote(string text) => Assert.AreEqual("Siti Rahayu", Speakers(text));

    [TestMethod]
    [DataRow("Istilah itu dari dua kata, ‘Damar’ yang artinya pelita dan ‘Wulan’ yang artinya bulan di desa.")]
    [DataRow("Warga menyebutnya ‘Rumah Besar Kami Semua Dari Dulu Sampai Nanti’ di desa.")]
    [DataRow("Spanduk warga berbunyi ‘Mari Jaga Sungai’ di desa. Isra’ Mi’raj diperingati.")]
    public void Single_marks_about_words_are_not(string text) => Assert.AreEqual("", Speakers(text));

    [TestMethod]
    [DataRow("“Perahu itu milik bersama seluruh nelayan, demikian yang disampaikan Siti di dermaga. Ia bercerita soal jaring. ")]
    [DataRow("“Perahu itu milik bersama seluruh nelayan, kata Siti di dermaga. Ia bercerita soal jaring. ")]
    public void A_quote_whose_mark_closes_nowhere_ends_before_the_next(string unclosed)
    {
        var read = SaidOf.Lines("Ketua Dewan Adat Dompu Siti Rahayu hadir.\n" + unclosed + "“Jaring baru tiba pekan depan,” ujarnya.");

        Assert.AreEqual(
            "Perahu itu milik bersama seluruh nelayan; Jaring baru tiba pekan depan",
            string.Join("; ", read.Quotes.Select(quote => quote.Text))
        );
        Assert.IsTrue(read.Quotes.All(quote => quote.Speaker!.Contains("Siti", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_quote_within_another_stays_within() =>
        Assert.HasCount(1, SaidOf.Lines("“Saya bilang. “Ayo maju bersama kami,” kepada warga itu,” kata Siti Rahayu.").Quotes);

    private static string Speakers(string text) => string.Join(", ", SaidOf.Lines(text).Quotes.Select(quote => quote.Speaker));
}
