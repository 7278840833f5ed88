using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Releases as newsrooms of offices write them in text: other notices, headers, labels, datelines, lists, ends and languages.</summary>
[TestClass]
public sealed class NewsroomFormsTests
{
    private const string Headline = "Bendungan Tirta Kencana Mulai Airi Sawah Petani";

    private const string First =
        "Pemerintah Kabupaten Ranu Agung mulai mengalirkan air dari bendungan itu ke empat ribu hektare sawah milik petani.";

    private const string Second = "Bupati mengatakan bahwa petani kini dapat menanam padi tiga kali dalam setahun tanpa menunggu hujan.";

    private static readonly string[] Texts = [First, Second];

    [TestMethod]
    [DataRow("Embargo 01/12/29 jam 10.00 WIB")]
    [DataRow("EMBARGO: Sabtu, 1/12/2029, 10.00 WIT")]
    [DataRow("Embargo s/d besok pagi")]
    [DataRow("embargo sampe jam 10 ya rekan")]
    [DataRow("Mohon tidak ditayangkan sebelum Sabtu pukul 10.00 WIB")]
    [DataRow("Mohon jangan naik sebelum jam 12 siang")]
    [DataRow("Rilis ini baru bisa tayang besok")]
    [DataRow("Tayang besok jam 9")]
    [DataRow("UNDER EMBARGO")]
    [DataRow("Under Embargo – 1 Dec 2029")]
    [DataRow("Embargoed for 0001 GMT Saturday 1 December 2029")]
    [DataRow("Embargo lifts 10:00 WIB, 1 Dec 2029")]
    [DataRow("Not to be published before 10 am on 1 December 2029")]
    [DataRow("Not for broadcast or publication before 1 December 2029")]
    [DataRow("For release: Saturday, December 1, 2029")]
    [DataRow("Release: 1 Dec 2029, 10.00 WIB")]
    [DataRow("Waktu tayang: 1 Desember 2029 pukul 10.00 WIB")]
    [DataRow("Jadwal tayang: Sabtu, 1 Desember 2029")]
    [DataRow("Jadwal rilis: 1 Desember 2029")]
    [DataRow("Untuk disiarkan pada Sabtu, 1 Desember 2029")]
    [DataRow("Agar dimuat pada edisi Sabtu, 1 Desember 2029")]
    [DataRow("Tidak untuk dimuat sebelum acara selesai")]
    [DataRow("Harap tidak dipublikasikan terlebih dahulu")]
    [DataRow("Mohon jangan disebarkan dulu ya, masih konsep")]
    [DataRow("KONSEP SIARAN PERS")]
    [DataRow("Konsep – belum final")]
    [DataRow("Draf siaran pers, mohon koreksi Bapak Kadis")]
    [DataRow("DRAFT V2 - 24/11")]
    [DataRow("Masih draft, jangan dikirim ke media")]
    [DataRow("Larangan siar sampai 1 Disember 2029")]
    [DataRow("Tidak boleh disiarkan sebelum jam 12.00 tengah hari, 1 Disember 2029")]
    [DataRow("Untuk siaran pada 1 Disember 2029 jam 12.00 tengah hari")]
    [DataRow("Jangan siarkan sebelum 1 Disember 2029")]
    [DataRow("Di-embargo sampai Sabtu")]
    [DataRow("Berita ini diembargo hingga 1 Desember 2029")]
    [DataRow("Status: embargo")]
    [DataRow("Sifat: Embargo")]
    [DataRow("Sifat: Rahasia")]
    [DataRow("Sifat : Embargo s.d. 1 Desember 2029")]
    [DataRow("(Embargo, 1 Desember 2029)")]
    [DataRow("*EMBARGO s.d. Sabtu pkl 10.00 WITA*")]
    [DataRow("[EMBARGO 1/12]")]
    [DataRow("#EMBARGO")]
    [DataRow("!!! EMBARGO !!!")]
    [DataRow("~~ embargo ~~")]
    [DataRow("EMBARGO\nHingga Sabtu, 1 Desember 2029\nPukul 10.00 WITA")]
    [DataRow("Catatan untuk redaksi: diembargo sampai pengumuman resmi Menteri")]
    [DataRow("NB: mohon ditayangkan setelah pukul 15.00")]
    [DataRow("Note to editors: embargoed until 1 December 2029")]
    [DataRow("PENTING: jangan dimuat sebelum konferensi pers")]
    [DataRow("Rilis baru boleh dipakai setelah acara selesai")]
    [DataRow("Baru boleh dikutip setelah pukul 10.00 WIB")]
    [DataRow("Strictly not for publication before 1 December 2029")]
    [DataRow("No use before 1 December 2029")]
    [DataRow("Please hold until Monday 9am WIB")]
    [DataRow("For internal use only")]
    [DataRow("Hanya untuk internal")]
    [DataRow("Untuk kalangan internal, belum untuk media")]
    [DataRow("Belum dirilis ke publik")]
    [DataRow("Terbit: besok")]
    [DataRow("Terbit Senin")]
    public void A_notice_to_wait_is_never_public_at_once(string notice)
    {
        string[] texts =
        [
            $"{notice}\n\n{Headline}\n\n{First}\n\n{Second}\n",
            $"{Headline}\n\n{notice}\n\n{First}\n\n{Second}\n",
            $"SIARAN PERS\n{notice}\n\n{Headline}\n\n{First}\n\n{Second}\n",
        ];
        foreach (var text in texts)
        {
            var result = Uploads.Read(text);

            Assert.IsFalse(result is IntakeResult.Accepted { Submission.PublishAt: null or { Year: < 2029 } }, result.Report.ToJson());
        }
    }

    [TestMethod]
    [DataRow("go_live: 2029-12-01 10:00")]
    [DataRow("publishDate: 2029-12-01")]
    [DataRow("terbit: 2029-12-01")]
    [DataRow("tayang: 1 Desember 2029")]
    [DataRow("jadwal: 2029-12-01 10:00 WITA")]
    [DataRow("status: konsep")]
    [DataRow("status: menunggu")]
    [DataRow("status: pending")]
    [DataRow("visibility: internal")]
    [DataRow("visibility: hidden")]
    [DataRow("embargo: ya")]
    [DataRow("embargo_date: 2029-12-01")]
    [DataRow("is_draft: 1")]
    [DataRow("live: false")]
    [DataRow("available_from: 2029-12-01")]
    [DataRow("not_before: 2029-12-01")]
    [DataRow("unlisted: true")]
    [DataRow("hidden: true")]
    [DataRow("state: in_review")]
    [DataRow("rahasia: ya")]
    [DataRow("tanggal_tayang: 2029-12-01")]
    [DataRow("waktu_terbit: 01/12/2029 10:00")]
    [DataRow("publishOn: 2029-12-01")]
    [DataRow("publish_up: 2029-12-01 10:00:00")]
    [DataRow("future: true")]
    public void A_key_that_makes_a_text_wait_is_never_public_at_once(string line)
    {
        string[] texts =
        [
            $"---\n{line}\ntitle: {Headline}\n---\n\n{First}\n\n{Second}\n",
            $"---\ntitle: {Headline}\n{line}\n---\n\n{First}\n\n{Second}\n",
        ];
        foreach (var text in texts)
        {
            var result = Uploads.Read(text, "siaran.md");

            Assert.IsFalse(result is IntakeResult.Accepted { Submission.PublishAt: null or { Year: < 2029 } }, result.Report.ToJson());
        }
    }

    [TestMethod]
    [DataRow("Embargo impor beras dari negara tetangga berakhir, kata kepala dinas perdagangan.")]
    [DataRow("Menteri menjelaskan dampak embargo minyak terhadap harga pupuk petani.")]
    [DataRow("Ketika embargo dicabut, ekspor udang naik dua kali lipat.")]
    [DataRow("Rancangan peraturan daerah tentang irigasi disetujui dewan pada hari Senin.")]
    [DataRow("RUU Sumber Daya Air masih dibahas sampai Desember 2029.")]
    [DataRow("Draf akhir dokumen tata ruang diserahkan kepada gubernur pada Senin.")]
    [DataRow("Konsep wisata desa itu dikembangkan bersama warga setempat.")]
    [DataRow("Dinas menjaga kerahasiaan data pribadi pelapor sampai perkara selesai.")]
    [DataRow("Warga dilarang menyebarkan foto korban tanpa izin keluarga.")]
    [DataRow("Petani diminta tidak menanam padi sebelum 1 Desember 2029.")]
    [DataRow("Film itu tayang di bioskop mulai Senin pekan depan.")]
    [DataRow("Sertifikat tanah akan terbit pada Desember 2029 setelah pengukuran selesai.")]
    [DataRow("Album lagu daerah itu dirilis pada Sabtu malam di alun-alun.")]
    [DataRow("The regency lifted its embargo on imported seed in June.")]
    [DataRow("A draft bill on water was sent to the council on Monday.")]
    [DataRow("Rahasia Petani Ranu Agung Panen Tiga Kali Setahun")]
    [DataRow("Pintu air ditahan sampai tinggi air turun, kata petugas bendungan.")]
    [DataRow("Harga beras ditahan hingga Desember agar warga tidak terbebani.")]
    [DataRow("Informasi publik wajib diumumkan sebelum 1 Desember 2029.")]
    [DataRow("Status: Selesai")]
    public void A_release_that_speaks_of_such_things_is_taken(string line)
    {
        Uploads.Accepted(Uploads.Read($"{Headline}\n\n{First}\n\n{line}\n\n{Second}\n"));
        Uploads.Accepted(Uploads.Read($"{Headline}\n\n{line} {First}\n\n{Second}\n"));
    }

    [TestMethod]
    [DataRow("PERS RELEASE", "Pers Release")]
    [DataRow("RILIS BERITA", "Rilis Berita")]
    [DataRow("KETERANGAN PERS", "Keterangan Pers")]
    [DataRow("SIARAN PERS NO. 45/HM.02/XI/2026", "Siaran Pers")]
    [DataRow("SIARAN PERS\nNOMOR 45/SP/HUMAS/2026\nTENTANG", "Siaran Pers")]
    [DataRow("Nomor\t: B-45/HM/2026\nSifat\t: Biasa\nPerihal\t: Siaran Pers", null)]
    [DataRow(
        "KOP SURAT\nPEMERINTAH KABUPATEN RANU AGUNG\nDINAS PERTANIAN\nJalan Padi Nomor 3, Ranu Agung 65123\nTelepon (0341) 555123, Faks. (0341) 555124\nLaman: www.ranuagung.example, Pos-el: humas@ranuagung.example",
        null
    )]
    [DataRow("BADAN PENANGGULANGAN BENCANA DAERAH\nKABUPATEN RANU AGUNG\n\nSIARAN PERS", "Siaran Pers")]
    [DataRow("[24/11 09.12] Humas Ranu Agung:", null)]
    [DataRow("[24/11/26 09.12.33] Humas Ranu: SIARAN PERS", "Siaran Pers")]
    [DataRow("24/11/26 09.12 - Humas Ranu: Siaran Pers", "Siaran Pers")]
    [DataRow("Diteruskan", null)]
    [DataRow("*Forwarded*", null)]
    [DataRow("Selamat pagi rekan-rekan jurnalis,\nberikut siaran pers hari ini.\nTerima kasih 🙏🙏", null)]
    [DataRow("Yth.\nPemimpin Redaksi\ndi Tempat\n\nDengan hormat,\nBersama ini kami sampaikan siaran pers sebagai berikut:", null)]
    [DataRow("Kepada Yth:\nBapak/Ibu Pimpinan Redaksi Media Massa\ndi -\n    Tempat", null)]
    [DataRow("Assalamu'alaikum, izin berbagi rilis kegiatan hari ini ya kak", null)]
    [DataRow("UNTUK SEGERA DIRILIS\nKontak: Rina Sari, 0812-0000-0000", null)]
    [DataRow("FOR IMMEDIATE RELEASE\nContact: Rina Sari\nPhone: 0812 0000 0000\nEmail: rina@ranuagung.example", null)]
    [DataRow("Siaran Media\nPejabat Penerangan Daerah", "Siaran Media")]
    [DataRow("NEWS RELEASE", "News Release")]
    [DataRow("KENYATAAN MEDIA", "Kenyataan Media")]
    [DataRow("Hari/tanggal: Selasa, 24 November 2026\nTempat: Aula Kecamatan", null)]
    [DataRow("-----------------------------\nSIARAN PERS\n-----------------------------", "Siaran Pers")]
    [DataRow("Siaran Pers / Press Release", null)]
    [DataRow("Humas Kabupaten Ranu Agung\nhttps://ranuagung.example\nIG: @humasranu | FB: Humas Ranu Agung", null)]
    [DataRow("Judul: ", null)]
    public void What_is_above_the_headline_is_not_taken_for_it(string above, string? label)
    {
        var gap = above.EndsWith(": ", StringComparison.Ordinal) ? "" : "\n\n";
        var content = Uploads.Content($"{above}{gap}{Headline}\n\n{First}\n\n{Second}\n");

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
        if (label is not null)
        {
            Assert.AreEqual(label, content.Label);
        }
    }

    [TestMethod]
    [DataRow("PERS RELEASE: ", "Pers Release")]
    [DataRow("Rilis Berita – ", "Rilis Berita")]
    [DataRow("Keterangan Pers: ", "Keterangan Pers")]
    [DataRow("[SIARAN PERS] ", "Siaran Pers")]
    [DataRow("SIARAN PERS — ", "Siaran Pers")]
    [DataRow("SIARAN PERS • ", "Siaran Pers")]
    [DataRow("SIARAN PERS // ", "Siaran Pers")]
    [DataRow("Siaran Pers No. 45/2026 – ", "Siaran Pers")]
    [DataRow("Siaran Pers (24/11/2026): ", "Siaran Pers")]
    [DataRow("*SIARAN PERS:* ", "Siaran Pers")]
    [DataRow("NEWS RELEASE: ", "News Release")]
    [DataRow("Press Release | ", "Press Release")]
    [DataRow("<SIARAN PERS> ", "Siaran Pers")]
    public void A_label_before_the_headline_is_its_label(string before, string label)
    {
        var content = Uploads.Content($"{before}{Headline}\n\n{First}\n\n{Second}\n");

        Assert.AreEqual((Headline, label), (content.Headline, content.Label));
    }

    [TestMethod]
    [DataRow("Surabaya/Malang, 24 November 2026 – ", "Surabaya/Malang")]
    [DataRow("SURABAYA, 24 NOV 2026 - ", "Surabaya")]
    [DataRow("Surabaya, 24 Nov ’26 – ", "Surabaya")]
    [DataRow("(Surabaya, 24/11/2026) ", "Surabaya")]
    [DataRow("(Surabaya, 24/11) – ", "Surabaya")]
    [DataRow("[Surabaya] ", "Surabaya")]
    [DataRow("Surabaya (24/11) - ", "Surabaya")]
    [DataRow("Surabaya, 24/11/26 – ", "Surabaya")]
    [DataRow("Surabaya, 24-11-2026 – ", "Surabaya")]
    [DataRow("SURABAYA, Kabar Ranu - ", "Surabaya")]
    [DataRow("SURABAYA, KABARRANU.ID – ", "Surabaya")]
    [DataRow("KABARRANU.ID | SURABAYA – ", "Surabaya")]
    [DataRow("Surabaya: ", "Surabaya")]
    [DataRow("SURABAYA. ", "Surabaya")]
    [DataRow("**SURABAYA** – ", "Surabaya")]
    [DataRow("_Surabaya, 24 November 2026_ – ", "Surabaya")]
    [DataRow("Surabaya, Selasa – ", "Surabaya")]
    [DataRow("Surabaya, Selasa, 24 November 2026. ", "Surabaya")]
    [DataRow("Surabaya, 24 Nopember 2026 - ", "Surabaya")]
    [DataRow("SURABAYA, November 24 – ", "Surabaya")]
    [DataRow("Surabaya --- ", "Surabaya")]
    [DataRow("Kota Surabaya, 24 November 2026 – ", "Kota Surabaya")]
    public void A_dateline_gives_its_place_and_is_no_text(string dateline, string place)
    {
        var content = Uploads.Content($"{Headline}\n\n{dateline}{First}\n\n{Second}\n");

        Assert.AreEqual((place, First), (content.Place, content.Paragraphs[0]));
    }

    [TestMethod]
    [DataRow("(i) Saluran primer\n(ii) Saluran sekunder", "<ol type=\"i\"><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("i. Saluran primer\nii. Saluran sekunder", "<ol type=\"i\"><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("a. Saluran primer\nb. Saluran sekunder", "<ol type=\"a\"><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("a) Saluran primer\nb) Saluran sekunder", "<ol type=\"a\"><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("(1) Saluran primer\n(2) Saluran sekunder", "<ol><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("1.\tSaluran primer\n2.\tSaluran sekunder", "<ol><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("\t1. Saluran primer\n\t2. Saluran sekunder", "<ol><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("\t•\tSaluran primer\n\t•\tSaluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("► Saluran primer\n► Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("‣ Saluran primer\n‣ Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("◦ Saluran primer\n◦ Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("● Saluran primer\n● Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("— Saluran primer\n— Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("→ Saluran primer\n→ Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("🔹 Saluran primer\n🔹 Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("📌 Saluran primer\n📌 Saluran sekunder", "<ul><li>Saluran primer</li><li>Saluran sekunder</li></ul>")]
    [DataRow("① Saluran primer\n② Saluran sekunder", "<ol><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    [DataRow("3. Saluran primer\n4. Saluran sekunder", "<ol start=\"3\"><li>Saluran primer</li><li>Saluran sekunder</li></ol>")]
    public void A_list_is_a_list_however_it_is_marked(string list, string html) =>
        Assert.Contains(html, Uploads.Content($"{Headline}\n\n{First}\n\n{list}\n\n{Second}\n").BodyHtml);

    [TestMethod]
    [DataRow("-red")]
    [DataRow("(adv)")]
    [DataRow("(ADV/Humas)")]
    [DataRow("* * *")]
    [DataRow("***Humas Ranu Agung***")]
    [DataRow("*Humas Ranu Agung*")]
    [DataRow("/*/")]
    [DataRow("[*/hms]")]
    [DataRow("(hms)")]
    [DataRow("(hms/rs)")]
    [DataRow("(Rls)")]
    [DataRow("(rls/red)")]
    [DataRow("[rs/hms]")]
    [DataRow("- Selesai -")]
    [DataRow("***SELESAI***")]
    [DataRow("--o0o--")]
    [DataRow("-o0o-")]
    [DataRow("ENDS")]
    [DataRow("// ends")]
    [DataRow("- TAMAT -")]
    [DataRow("~~~")]
    [DataRow("(Tim Humas Ranu Agung)")]
    [DataRow("(Kominfo)")]
    [DataRow("(Dok. Humas)")]
    public void What_ends_a_release_is_no_paragraph_of_it(string end)
    {
        var content = Uploads.Content($"{Headline}\n\n{First}\n\n{Second}\n\n{end}\n");

        CollectionAssert.AreEqual(Texts, content.Paragraphs.ToArray(), content.BodyHtml);
    }

    [TestMethod]
    [DataRow(
        "ms",
        "Kerajaan negeri telah meluluskan peruntukan bagi menaik taraf empangan itu. Beliau berkata, petani boleh menuai lebih awal kerana bekalan air mencukupi pada musim ini."
    )]
    [DataRow(
        "jv",
        "Bupati ngendika yen banyu saka bendungan iku bakal ngoncori sawah kanggo para tani. Warga padha seneng amarga saiki ora perlu ngenteni udan maneh."
    )]
    [DataRow(
        "su",
        "Bupati nyarios yén cai tina bendungan éta bakal ngocoran sawah pikeun para patani. Warga pada bungah sabab ayeuna henteu kudu ngadagoan hujan deui."
    )]
    [DataRow(
        "en",
        "The regent said that farmers can now plant rice three times a year without waiting for rain, and that the canals will be kept open."
    )]
    [DataRow(
        "nl",
        "De regent zei dat de boeren nu drie keer per jaar rijst kunnen planten zonder op de regen te wachten, en dat het water gratis is."
    )]
    [DataRow("fr", "Le régent a déclaré que les paysans peuvent désormais planter du riz trois fois par an sans attendre la pluie.")]
    [DataRow(
        "id",
        "Bupati mengatakan bahwa “smart farming” dan “water management system” akan dipakai petani di seluruh kecamatan mulai tahun depan."
    )]
    [DataRow("id", "Air sudah mengalir. Petani senang.")]
    public void The_language_of_a_text_is_read(string language, string text) =>
        Assert.AreEqual(language, Uploads.Content($"{(language is "id" ? Headline : "Tirta Kencana 2026")}\n\n{text}\n").Language);

    [TestMethod]
    [DataRow("@article{sari2026,\n  title = {Bendungan},\n  author = {Sari, Rina},\n  year = {2026}\n}\n")]
    [DataRow("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Peresmian\nDTSTART:20291201T020000Z\nEND:VEVENT\nEND:VCALENDAR\n")]
    [DataRow("{\n  \"judul\": \"Bendungan\",\n  \"isi\": \"Air mengalir.\"\n}\n")]
    [DataRow("SELECT judul, isi FROM berita\nWHERE status = 'draft'\nORDER BY tanggal DESC;\n")]
    [DataRow("CREATE TABLE berita (\n  id INTEGER PRIMARY KEY,\n  judul TEXT\n);\n")]
    [DataRow("From humas@ranuagung.example Tue Nov 24 09:12:44 2026\nFrom: Humas <humas@ranuagung.example>\nSubject: Rilis\n\nIsi.\n")]
    [DataRow("judul: Bendungan\nisi: |\n  Air mengalir.\nstatus: draft\ntags:\n  - air\n")]
    [DataRow("import os\n\ndef main():\n    print('berita')\n\nif __name__ == '__main__':\n    main()\n")]
    [DataRow("using System;\n\nnamespace Berita;\n\npublic class Rilis\n{\n    public string Judul { get; set; }\n}\n")]
    [DataRow("const berita = require('./berita');\n\nmodule.exports = function () {\n  return berita.ambil();\n};\n")]
    [DataRow(
        "Nov 24 09:12:44 server nginx[123]: mulai\nNov 24 09:12:45 server nginx[123]: lambat\nNov 24 09:12:46 server nginx[123]: putus\n"
    )]
    [DataRow("judul;isi;status\nBendungan;Air mengalir;draft\nPasar;Pasar dibuka;terbit\n")]
    [DataRow("judul|isi|status\nBendungan|Air mengalir|draft\nPasar|Pasar dibuka|terbit\n")]
    [DataRow("\\documentclass{article}\n\\begin{document}\nBendungan\n\\end{document}\n")]
    [DataRow("diff --git a/rilis.md b/rilis.md\n--- a/rilis.md\n+++ b/rilis.md\n@@ -1 +1 @@\n-lama\n+baru\n")]
    [DataRow("[siaran]\njudul=Bendungan\nstatus=draft\n\n[kontak]\nnama=Rina\n")]
    [DataRow("TY  - JOUR\nTI  - Bendungan\nAU  - Sari, Rina\nPY  - 2026\nER  - \n")]
    [DataRow("FROM debian:12\nRUN apt-get update\nCOPY . /app\nCMD [\"/app/mulai\"]\n")]
    public void Other_files_are_refused_by_name(string text) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Uploads.Read(text, "siaran.txt", "text/plain")).Code);
}
