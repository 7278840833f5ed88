namespace Siaran.Tests.Intake;

/// <summary>What a site shows where no release is, and data and drafts that nobody has written out, are refused by name.</summary>
[TestClass]
public sealed class ShownInsteadTests
{
    private const string Text = "Panen kopi di lereng gunung selesai lebih awal, kata kepala dinas pertanian pada hari Kamis di kantornya.";

    [TestMethod]
    [DataRow("404 - Desa", "Maaf", "Halaman yang Anda tuju tidak dapat ditemukan di situs kami hari ini.")]
    [DataRow("Oh no", "Hm", "The page you are looking for could not be found on this server.")]
    [DataRow("Error", "Something went wrong", "SQLSTATE[42S02] base table not found in line 12.")]
    [DataRow("Desa", "Desa", "Situs sedang dalam pemeliharaan. Silakan coba lagi nanti, terima kasih.")]
    [DataRow("Just a moment...", "desa.example", "Please wait while the connection is looked at by this service.")]
    [DataRow("Verifikasi", "Desa", "Buktikan bahwa Anda bukan robot untuk melihat halaman desa kami ini.")]
    [DataRow("Panen", "Panen", "Please enable JavaScript in your browser to view this page as intended.")]
    [DataRow("Desa", "We value your privacy", "We and our partners store cookies on your device and read them.")]
    [DataRow("desa.example", "desa.example", "This domain is for sale. Make an offer to its owner by the form below.")]
    [DataRow("Rilis", "Rilis", "You need access. Ask its owner, or change to an account that has it.")]
    [DataRow("Masuk", "Masuk", "Pakai akun pegawai untuk membuka dokumen ini di jaringan kantor kami.")]
    [DataRow("Cari", "Hasil pencarian", "Tidak ada yang cocok dengan kata yang Anda tulis di atas ini.")]
    [DataRow("Index of /data", "Index of /data", "a.docx 12K dan b.docx 14K ada di dalam folder ini saja.")]
    [DataRow("Desa", "Selamat Datang di Situs Resmi Desa Watu", "Situs ini memuat layanan dan kabar desa kami untuk semua warga.")]
    public void A_page_in_place_of_a_text_is_refused(string title, string headline, string text) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Page(title, $"<h1>{headline}</h1><p>{text}</p>")).Code);

    [TestMethod]
    [DataRow("Berita - Desa", "Kategori: Pertanian")]
    [DataRow("Berita Terbaru", "Berita Terbaru")]
    [DataRow("Hasil pencarian untuk “kopi”", "Hasil pencarian: kopi")]
    public void A_list_of_news_is_refused(string title, string headline)
    {
        var items = string.Concat(
            Enumerable.Range(1, 4).Select(at => $"<div><h3><a href=\"/{at}\">Panen Kopi Desa {at} Usai</a></h3><p>{Text}</p></div>")
        );

        Assert.AreEqual("unsupported-format", Uploads.Error(Page(title, $"<h1>{headline}</h1>{items}")).Code);
    }

    [TestMethod]
    [DataRow("<p>Artikel ini khusus untuk pelanggan.</p>")]
    [DataRow("<div><p>Subscribe now to continue reading this story.</p></div>")]
    [DataRow("<p>Silakan berlangganan untuk membaca lanjutannya.</p>")]
    public void A_text_behind_a_wall_is_refused(string wall) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Page("Panen Usai", $"<h1>Panen Usai</h1><p>{Text}</p>{wall}")).Code);

    [TestMethod]
    public void A_teaser_is_refused() =>
        Assert.AreEqual(
            "unsupported-format",
            Uploads
                .Error(
                    Page(
                        "Panen",
                        "<h1>Panen Usai</h1><p>Panen kopi di lereng gunung selesai lebih awal karena…</p><p><a href=\"/p\">Selengkapnya</a></p>"
                    )
                )
                .Code
        );

    [TestMethod]
    [DataRow("Hasil Pencarian Korban Longsor Diumumkan")]
    [DataRow("Berita Bohong soal Kopi Dibantah")]
    [DataRow("Kategori Baru Lomba Kopi Dibuka")]
    [DataRow("Agenda Panen Raya Diumumkan Bupati")]
    [DataRow("Masuk Musim Panen, Petani Kopi Bersiap")]
    [DataRow("Situs Desa dalam Pemeliharaan Sampai Senin")]
    [DataRow("Welcome to the Harvest, Mayor Says")]
    public void A_headline_that_begins_alike_is_of_a_release(string headline) =>
        Assert.AreEqual(headline, Uploads.Content(Page(headline, $"<h1>{headline}</h1><p>{Text}</p><p>{Text} {Text}</p>")).Headline);

    [TestMethod]
    [DataRow("kota,jiwa\nWatu Timur,20\nLede,30\n")]
    [DataRow("nama;jabatan;telepon\nRina;Kepala\nToni;Staf;0811;x\n")]
    [DataRow("Data Panen\nTahun ini\ndesa,ton,petani\nWatu,20,30\nLede,30,40\n\nSumber: dinas\n")]
    [DataRow("[\n  [\n    \"judul\",\n    \"isi\"\n  ]\n]")]
    [DataRow("// ekspor\n{\"judul\": \"Panen\"}")]
    [DataRow("judul: Panen\nisi: Panen kopi usai.\nkeadaan: siap\n")]
    [DataRow("Undangan\n\nBEGIN:VEVENT\nSUMMARY:Panen kopi\nEND:VEVENT\n")]
    [DataRow("From humas@desa.example Mon May 4 08:00:00 2026\nSubject: x\n\nPanen kopi usai.")]
    [DataRow("Subject: =?UTF-8?Q?Panen?=\nContent-Type: text/plain\n\nPanen kopi usai.")]
    [DataRow(
        "UGFuZW4ga29waSB1c2FpIGRpIGRlc2E=\nUGFuZW4ga29waSB1c2FpIGRpIGRlc2E=\nUGFuZW4ga29waSB1c2FpIGRpIGRlc2E=\nUGFuZW4ga29waSB1c2FpIGRpIGRlc2E=\nUGFuZW4ga29waSB1c2FpIGRpIGRlc2E=\n"
    )]
    [DataRow("Lorem Ipsum\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit.")]
    [DataRow("[JUDUL]\n\n[Kota], [Tanggal] – [Nama instansi] mengumumkan panen kopi.")]
    [DataRow("Panen Kopi\n\nBupati ………… membuka panen raya di lereng.\n\n“…………,” kata ………… di kantornya.")]
    [DataRow("Tulis Judul Anda di Sini\n\nKOTA, XX/XX/XXXX – Panen kopi di lereng gunung usai.")]
    [DataRow("Tentu, berikut draf siaran pers yang diminta:\n\nPanen Kopi Usai\n\nPanen kopi di lereng gunung usai pada hari Kamis.")]
    [DataRow("Certainly! Here is the press release:\n\nHarvest Ends\n\nThe coffee harvest ended on Thursday in the hills.")]
    public void What_nobody_has_written_out_is_refused(string text) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Uploads.Read(text, "a.txt")).Code);

    [TestMethod]
    [DataRow("Harga naik 2,4 persen di Watu,\nturun 1,5 persen di Lede,\ntetap di Kori")]
    [DataRow("Waktu: Senin\nTempat: Balai desa\nAcara: Panen raya")]
    [DataRow("Bupati menulis: [kami] lega, dan [mereka] juga.")]
    [DataRow("Tentu saja panen ini berkat petani, kata bupati.")]
    [DataRow("Bab I ........ 3\nBab II ........ 9")]
    public void A_text_that_is_written_alike_is_read(string lines) =>
        Assert.AreEqual(
            "Panen Kopi Lereng Gunung Usai",
            Uploads.Content($"Panen Kopi Lereng Gunung Usai\n\n{Text}\n\n{lines}\n\n{Text}\n").Headline
        );

    private static Siaran.Intake.IntakeResult Page(string title, string body) =>
        Uploads.Read($"<html><head><title>{title}</title></head><body>{body}</body></html>", "a.html");
}
