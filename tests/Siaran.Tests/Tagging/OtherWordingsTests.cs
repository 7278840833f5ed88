using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Classes of mistakes that were mended once, in wordings that nothing was mended on.</summary>
[TestClass]
public sealed class OtherWordingsTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Menteri Pekerjaan Umum Hardiman meninjau waduk itu.", "hardiman")]
    [DataRow("Menteri Kelautan dan Perikanan Wiratmo melepas benih ikan.", "wiratmo")]
    [DataRow("Lurah Sukarame, Yuni Astuti, membuka posyandu.", "yuni-astuti")]
    [DataRow("Kepala Desa Tanjung Sari, Rudi Gunawan, menerima piala.", "rudi-gunawan")]
    [DataRow("Sesmenko Bambang T. Nugroho memimpin rapat.", "bambang-t-nugroho")]
    [DataRow("Turut hadir Dr. Ir. Slamet Riyanto, M.Si., Ph.D. dan rombongan.", "slamet-riyanto")]
    [DataRow("Sambutan dibacakan Hj. Nurhayati Basri, S.Pd., M.M. di aula.", "nurhayati-basri")]
    [DataRow("Kepala Dinas PUPR Ir. Suyatno, MT menjelaskan proyek itu.", "suyatno")]
    [DataRow("Hadir Ketua DPRD Marwan, Kadis Sosial Hartini, Kabag Umum Iwan Jumadi, serta para lurah.", "hartini iwan-jumadi marwan")]
    [DataRow("Tampak Kapolres Darmawan, Dandim Sutrisno, dan Kajari Endah Lestari.", "darmawan endah-lestari sutrisno")]
    [DataRow("Rapat diikuti Asisten II Bahrudin, Kabag Hukum Wulandari, serta jajaran.", "bahrudin wulandari")]
    public void Persons_have_their_bounds_and_none_of_a_list_is_missed(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Person));

    [TestMethod]
    [DataRow("Wakil Bupati Dompu Hj. Ratna Sari (RS) hadir. “Jalan itu segera kami perbaiki,” tutur RS.", "Ratna Sari")]
    [DataRow("Kepala Dinas Sosial Bali Suparman memimpin rapat. “Bantuan segera kami salurkan,” ujar Kadis.", "Suparman")]
    [DataRow("Gubernur Bali Wayan Darma memimpin rapat. “Bantuan segera kami salurkan,” kata Gubernur.", "Wayan Darma")]
    [DataRow("“Para ibu harus berperan dalam pembangunan desa”. Tutur Ahmad Fauzan di aula.", "Ahmad Fauzan")]
    [DataRow("“Air bersih sudah mengalir ke semua rumah.” Kata Siti Rahayu di lokasi.", "Siti Rahayu")]
    public void A_quote_has_its_speaker_however_it_is_marked(string body, string speaker) =>
        Assert.AreEqual(speaker, Read(body).Quotes.Single().Speaker);

    [TestMethod]
    [DataRow("“", "”")]
    [DataRow("\"", "\"")]
    public void A_quote_that_opens_each_paragraph_and_closes_the_last_is_one(string open, string close)
    {
        var quote = Read(
            $"{open}Jalan desa kami rusak sejak lama.",
            $"{open}Sekarang warga bersama-sama memperbaikinya.",
            $"{open}Semoga tahun depan selesai,{close} kata Siti Rahayu."
        )
            .Quotes.Single();

        Assert.AreEqual("Siti Rahayu", quote.Speaker);
        StringAssert.Contains(quote.Text, "memperbaikinya");
    }

    [TestMethod]
    [DataRow("Nilai kontrak Rp. 98. 765. 432. 100, 00 disetujui.", "98765432100 IDR")]
    [DataRow("Anggaran Rp 2. 500. 000, - disiapkan.", "2500000 IDR")]
    [DataRow("Realisasi pajak 72, 5% dari target.", "72.5 percent")]
    [DataRow("Beras 10kg dibagikan.", "10 kg")]
    [DataRow("Pipa sepanjang 12km dipasang.", "12 km")]
    [DataRow("Gempa 6.1 SR terasa di pantai.", "6.1 SR")]
    [DataRow("Suhu turun hingga minus 5 derajat.", "-5 derajat")]
    [DataRow("Suhu turun hingga −7 derajat.", "-7 derajat")]
    [DataRow("Ekonomi tumbuh minus 2,5 persen.", "-2.5 percent")]
    [DataRow("Gudang itu bersuhu minus 12 derajat Celsius.", "-12 °C")]
    [DataRow("Surat edaran itu bernomor 7 tahun 2024.", "")]
    [DataRow("Surat edaran tersebut bernomor 9 tahun 2022.", "")]
    [DataRow("Edaran baru bernomor 3 tahun 2023 sudah terbit.", "")]
    public void Money_and_units_are_read_however_they_are_typed(string sentence, string expected) =>
        Assert.AreEqual(expected, ReadingTests.Written(Read(sentence).Figures));

    [TestMethod]
    [DataRow("Harga batu bara acuan naik lagi bulan ini.")]
    [DataRow("Ekspor batu bara lewat pelabuhan itu berhenti.")]
    [DataRow("Tambang Batu Bara itu ditutup untuk sementara.")]
    [DataRow("Kepala Biro (Karo) Hukum menyerahkan jabatan kepada Karo yang lama.")]
    [DataRow("Karo Umum memimpin apel pagi itu.")]
    [DataRow("Menurut Karo Humas, acara itu tertutup.")]
    [DataRow("Batang kayu itu hanyut ke muara.")]
    [DataRow("Batang besi dicuri dari gudang itu.")]
    [DataRow("Petani memotong batang singkong untuk bibit.")]
    public void A_common_word_is_no_region(string sentence) => Assert.AreEqual("", Names(Read(sentence), TagKind.Region));

    [TestMethod]
    [DataRow("Acara berlangsung Jumat siang (28/02) di aula.", "2025-02-28")]
    [DataRow("Acara berlangsung Rabu malam (26/02) di aula.", "2025-02-26")]
    [DataRow("Acara berlangsung Kamis pagi (27/2) di aula.", "2025-02-27")]
    [DataRow("“Kemarin waktu itu kami masih kecil,” kata Siti Rahayu.", "")]
    [DataRow("“Dulu, hari ini sama saja dengan kemarin,” kata Siti Rahayu.", "")]
    public void A_date_is_the_day_that_was_meant_or_none(string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join(", ", Read(sentence).Dates.Select(date => $"{date.From:yyyy-MM-dd}")));

    [TestMethod]
    [DataRow("Laporan Kinerja Pemerintah Pusat (LKPP) disusun setiap tahun.", "")]
    [DataRow("Lomba Kreasi Pelajar Pesisir (LKPP) digelar lagi.", "")]
    [DataRow("Kementerian ATR/BPN membagikan sertifikat.", "kementerian-atr-bpn")]
    [DataRow("Menurut Kementerian ATR/BPN, sertifikat itu sah.", "kementerian-atr-bpn")]
    [DataRow("Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional membagikan sertifikat.", "kementerian-atr-bpn")]
    [DataRow("Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional (ATR/BPN) membagikan sertifikat.", "kementerian-atr-bpn")]
    public void A_body_is_one_and_none_where_its_letters_mean_something_else(string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(sentence), TagKind.Agency));

    [TestMethod]
    [DataRow("Hal itu diatur dalam Peraturan Daerah Nomor 3.", 0)]
    [DataRow("Hal itu diatur dalam Undang-Undang Nomor 30 yang baru.", 0)]
    [DataRow("Hal itu diatur dalam Peraturan Pemerintah Nomor 8.", 0)]
    [DataRow("Pelaku dijerat Pasal 362 KUHP.", 1)]
    [DataRow("Pelaku dijerat Pasal 480 ayat 1 KUHP.", 1)]
    [DataRow("Rapat membahas UU ITE dan dampaknya.", 1)]
    [DataRow("Rapat membahas UU Desa dan dampaknya.", 1)]
    [DataRow("Rapat membahas UU Minerba dan dampaknya.", 1)]
    [DataRow("Menurut UU Cipta Kerja, izin itu cukup.", 1)]
    [DataRow("Peraturan Bersama Menteri Agama dan Menteri Dalam Negeri Nomor 9 Tahun 2006 masih berlaku.", 1)]
    [DataRow("Surat edaran bernomor 4 tahun 2023 itu dicabut.", 1)]
    [DataRow("Peraturan Bersama Menteri Sosial dan Menteri Kesehatan Nomor 7 Tahun 2018 dicabut.", 1)]
    [DataRow("Peraturan Bersama Menteri Perhubungan dan Kapolri Nomor 2 Tahun 2020 dibahas.", 1)]
    [DataRow("Surat Edaran Nomor 6 Tahun 2022 masih berlaku.", 1)]
    [DataRow("Surat Edaran Menteri Kesehatan Nomor 2 Tahun 2023 masih berlaku.", 1)]
    public void A_regulation_is_told_only_with_its_year_or_its_name(string sentence, int count) =>
        Assert.AreEqual(count, Read(sentence).Tags.Count(tag => tag.Id.Kind == TagKind.Regulation));

    private static string Names(Annotations read, TagKind kind) =>
        string.Join(
            ' ',
            read.Tags.Where(tag => tag.Id.Kind == kind && !tag.Implied).Select(tag => tag.Id.Name).Order(StringComparer.Ordinal)
        );

    private static Annotations Read(params string[] paragraphs) =>
        Tagger.Read(Some.Release(Some.Content("Acara digelar di aula", paragraphs) with { Agency = null }));
}
