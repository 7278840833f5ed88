namespace Siaran.Tests.Intake;

/// <summary>Lines that pages have around a text, and sentences of releases that look like them.</summary>
[TestClass]
public sealed class FurnitureLinesTests
{
    [TestMethod]
    [DataRow("Dilihat 123 kali")]
    [DataRow("Dibaca: 1.204 kali")]
    [DataRow("Telah dibaca sebanyak 45 kali")]
    [DataRow("120x dilihat")]
    [DataRow("1,2 rb tayangan")]
    [DataRow("0 Komentar")]
    [DataRow("👁 312 views")]
    [DataRow("12 shares")]
    [DataRow("Waktu baca: 3 menit")]
    [DataRow("2 menit baca")]
    [DataRow("4 min read")]
    [DataRow("Lesezeit: 3 Minuten")]
    [DataRow("Tempo de leitura: 1 minuto")]
    [DataRow("Terakhir diperbarui: 23 November 2026 10:12")]
    [DataRow("Last modified on Mon 18 Nov 2019 18.56 GMT")]
    [DataRow("Aktualisiert am 27.01.2022")]
    [DataRow("Reporter: Rina Sari")]
    [DataRow("Reporter: Rina Sari | Editor: Budi Wahyu")]
    [DataRow("(Editor: Budi Wahyu)")]
    [DataRow("Editor/Budi Wahyu")]
    [DataRow("Ditulis oleh Humas Sekar")]
    [DataRow("Penulis: Tim Humas; Fotografer: Tono")]
    [DataRow("Written by Rina Sari")]
    [DataRow("Foto: Humas Sekar")]
    [DataRow("(Foto: dok. Humas)")]
    [DataRow("Photo credit: Rina Sari")]
    [DataRow("Bild: Rina Sari")]
    [DataRow("Rina Sari/Getty Images")]
    [DataRow("Tags: pasar, ikan, nelayan")]
    [DataRow("Kata kunci: pasar ikan; nelayan")]
    [DataRow("Tagged: pasar")]
    [DataRow("Previous: Harga Cabai Turun")]
    [DataRow("« Sebelumnya")]
    [DataRow("Selanjutnya »")]
    [DataRow("Berita berikutnya: Jalan Pesisir Diaspal")]
    [DataRow("Anda di sini: Beranda / Berita / Pasar")]
    [DataRow("Subscribe to our newsletter")]
    [DataRow("Sign up for our weekly newsletter to get news from the market")]
    [DataRow("Ayo berlangganan buletin kami, gratis!")]
    [DataRow("Ikuti kami di Instagram dan Facebook")]
    [DataRow("Follow us on Twitter and Instagram")]
    [DataRow("Ikuti berita kami di Google News")]
    [DataRow("Dapatkan berita terbaru dari kami lewat kanal Telegram")]
    [DataRow("Gabung di grup WhatsApp kami untuk kabar terkini")]
    [DataRow("Situs ini menggunakan cookie untuk menghitung kunjungan.")]
    [DataRow("We use cookies to give you the best experience.")]
    [DataRow("Komentar baru terbit setelah disetujui oleh admin desa.")]
    [DataRow("Silakan masuk untuk berkomentar")]
    [DataRow("Jadilah yang pertama berkomentar!")]
    [DataRow("Cetak")]
    [DataRow("Kembali")]
    [DataRow("Kembali ke daftar berita")]
    [DataRow("Baca selanjutnya: Harga Cabai Turun")]
    [DataRow("Artikel terkait: Harga Cabai Turun")]
    [DataRow("Lihat pula: Harga Cabai Turun")]
    [DataRow("Bagikan artikel ini")]
    public void A_line_that_pages_have_around_a_text_is_none_of_it(string line)
    {
        var text = Uploads.Content($"Pasar Ikan Teluk Jaya Dibuka Kembali\n\n{Uploads.Body}\n\n{line}\n\n{Uploads.Body}\n");

        CollectionAssert.AreEqual(new[] { Uploads.Body, Uploads.Body }, text.Paragraphs.ToArray(), string.Join("\n", text.Paragraphs));
    }

    [TestMethod]
    [DataRow("Dilihat dari 123 kali pengujian, hasilnya selalu sama.")]
    [DataRow("Komentar 12 bupati sama: pasar itu perlu.")]
    [DataRow("Waktu baca buku di sekolah menjadi 15 menit setiap pagi.")]
    [DataRow("Terakhir diperbarui pada 2019, peraturan itu kini mengatur 12 pasar di seluruh kabupaten dan pasar apung di muara.")]
    [DataRow("Penulis: profesi yang kini dijamin asuransi.")]
    [DataRow("Editor dan reporter diundang ke pasar itu.")]
    [DataRow("Reporter: siapa saja yang membawa kartu pers dapat masuk.")]
    [DataRow("Foto: Bupati memotong pita. Nelayan bertepuk tangan.")]
    [DataRow("Foto lama pasar ikan itu disimpan di museum.")]
    [DataRow("Kata kunci: kerja sama. Tanpa itu pasar tidak akan selesai.")]
    [DataRow("Sebelumnya, pasar itu ditutup selama delapan bulan.")]
    [DataRow("Selanjutnya: pasar lain juga akan direnovasi.")]
    [DataRow("Ikuti kami, kata bupati kepada nelayan.")]
    [DataRow("Situs ini menjadi cagar budaya sejak 1998.")]
    [DataRow("Daftar pedagang dikirim ke buletin daerah setiap bulan.")]
    [DataRow("Kembali ke laut adalah pilihan banyak nelayan.")]
    [DataRow("Dapatkan informasi lebih lanjut melalui surel humas@sekar.example.")]
    [DataRow("Belum ada tanggal pasti untuk pasar kedua.")]
    [DataRow("Cetak biru pasar itu disusun pada 2024.")]
    public void A_sentence_that_only_begins_like_one_stays(string line)
    {
        var text = Uploads.Content($"Pasar Ikan Teluk Jaya Dibuka Kembali\n\n{Uploads.Body}\n\n{line}\n\n{Uploads.Body}\n");

        CollectionAssert.AreEqual(
            new[] { Uploads.Body, line, Uploads.Body },
            text.Paragraphs.ToArray(),
            string.Join("\n", text.Paragraphs)
        );
    }
}
