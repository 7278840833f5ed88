using Siaran.Intake;
using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake;

/// <summary>Words, keys and places of a document by which offices say in passing that it must wait.</summary>
[TestClass]
public sealed class WaitingWordsTests
{
    private const string Headline = "Balai Benih Padi Dibuka untuk Petani";

    private const string Body =
        "Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan.\n\nKepala dinas pertanian mengatakan bahwa balai itu menyediakan delapan ton benih setiap musim.";

    [TestMethod]
    [DataRow("Hebahan hanya selepas 3 Mac 2031")]
    [DataRow("Boleh dihebahkan selepas jam 3 petang")]
    [DataRow("Jangan hebahkan sebelum pengumuman rasmi")]
    [DataRow("SULIT")]
    [DataRow("TERHAD")]
    [DataRow("jgn di-publish dulu")]
    [DataRow("jgn ditayangkan dl")]
    [DataRow("mhn tdk disiarkan sblm jam 10")]
    [DataRow("Emb. s/d 3/3/2031")]
    [DataRow("Em bargo sampai 3 Maret 2031")]
    [DataRow("Mohon rekan-rekan media menayangkan berita ini setelah pukul 13.00 WIB")]
    [DataRow("Harap diterbitkan pada tanggal 3 Maret 2031")]
    [DataRow("Wajib tayang: 3 Maret 2031")]
    [DataRow("Rencana tayang: Senin, 3 Maret 2031")]
    [DataRow("Rencana rilis 3 Maret 2031")]
    [DataRow("Untuk terbit Selasa")]
    [DataRow("Untuk dipublikasikan: Senin depan")]
    [DataRow("Dirilis resmi 4 Maret 2031 pukul 10.00 WIB")]
    [DataRow("Siaran tertunda sampai Senin")]
    [DataRow("Siaran ini untuk tanggal 3 Maret 2031")]
    [DataRow("Scheduled: 3 March 2031")]
    [DataRow("HOLD — do not run before Tuesday")]
    [DataRow("[HOLD]")]
    [DataRow("KONSEP")]
    [DataRow("INTERNAL ONLY")]
    [DataRow("PREVIEW ONLY")]
    [DataRow("RAHASIA NEGARA")]
    [DataRow("NFP")]
    [DataRow("Naskah sementara")]
    [DataRow("Tunda tayang sampai ada kabar")]
    [DataRow("Ditahan dulu ya, nunggu ACC Pak Kadis")]
    [DataRow("Nunggu ACC pimpinan")]
    [DataRow("Masih dalam penyusunan, jangan diedarkan")]
    [DataRow("Tong disebarkeun heula")]
    [DataRow("发布禁令至2031年3月3日")]
    [DataRow("Sifat: Terbatas")]
    [DataRow("Klasifikasi: Internal")]
    [DataRow("@publish: 2031-03-03")]
    [DataRow("is_published: false")]
    public void A_line_that_says_so_holds_the_document_wherever_it_stands(string notice)
    {
        AssertNotPublic($"{notice}\n\n{Headline}\n\n{Body}");
        AssertNotPublic($"{Headline}\n\n{notice}\n\n{Body}");
        AssertNotPublic($"{Headline}\n\n{Body}\n\n{notice}");
    }

    [TestMethod]
    [DataRow("is_published: false")]
    [DataRow("publishing: false")]
    [DataRow("approved: false")]
    [DataRow("wip: true")]
    [DataRow("terbit: tidak")]
    [DataRow("go_live_date: 2031-03-03")]
    [DataRow("effective: 2031-03-03")]
    [DataRow("until: 2031-03-03")]
    [DataRow("tersedia: 2031-03-03")]
    [DataRow("password: rahasia123")]
    [DataRow("review: pending")]
    public void A_key_that_says_so_holds_the_document(string line) => AssertNotPublic($"---\n{line}\n---\n# {Headline}\n\n{Body}");

    [TestMethod]
    [DataRow("Wisata Hutan Pinus Sulit Dijangkau")]
    [DataRow("Konsep Kota Hijau Dibahas Warga")]
    [DataRow("Aplikasi Layanan Warga Dirilis di Rimbun")]
    [DataRow("Jadwal Kapal Penyeberangan Diumumkan")]
    [DataRow("Terbatas Lahan, Petani Tanam Cabai di Pot")]
    [DataRow("Siaran Radio Warga Mengudara Lagi")]
    public void News_that_only_has_such_words_is_public(string headline)
    {
        Assert.AreEqual(headline, Uploads.Content($"{headline}\n\n{Body}").Headline);
    }

    [TestMethod]
    public void Signs_words_and_rows_that_programs_put_apart_stay_in_a_word_document()
    {
        var smart =
            $"<w:p>{R("Kepala dinas ")}<w:smartTag w:uri=\"urn:x\" w:element=\"place\"><w:smartTagPr/>{R("Rina Astuti")}</w:smartTag>{R(" hadir.")}</w:p>";
        var sign = $"<w:p><w:r><w:t>Suhu 30</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B0\"/><w:t>C.</w:t></w:r></w:p>";
        var table =
            $"<w:tbl><w:tr><w:tc>{P("Satu")}</w:tc><w:tc>{P("1")}</w:tc></w:tr><w:sdt><w:sdtContent><w:tr><w:tc>{P("Dua")}</w:tc><w:tc>{P("2")}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>";

        var body = Uploads.Content(Uploads.Read(Of(Whole + smart + sign + table + P("Selesai.")), "siaran.docx")).BodyHtml;

        Assert.Contains("Kepala dinas Rina Astuti hadir.", body);
        Assert.Contains("Suhu 30°C.", body);
        Assert.Contains("<td>Dua</td>", body);
    }

    [TestMethod]
    public void Words_of_a_drawing_a_comment_or_a_smart_tag_hold_a_word_document()
    {
        const string notice = "EMBARGO sampai Senin";
        var art = $"<w:p><w:r><w:pict><v:shape><v:textpath string=\"{notice}\"/></v:shape></w:pict></w:r></w:p>";
        var smart = $"<w:p><w:smartTag w:uri=\"urn:x\" w:element=\"date\">{R(notice)}</w:smartTag></w:p>";

        AssertHeld(Uploads.Read(Of(art + Whole), "siaran.docx"));
        AssertHeld(Uploads.Read(Of(smart + Whole), "siaran.docx"));
        AssertHeld(
            Uploads.Read(
                Of(P("---") + P("reading: final") + P("---") + Whole, ("comments", $"<w:comment w:id=\"0\">{P(notice)}</w:comment>")),
                "siaran.docx"
            )
        );
    }

    [TestMethod]
    public void Smart_tags_within_each_other_beyond_the_bound_are_too_complex()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:smartTag w:uri=\"urn:x\" w:element=\"a\">", 20));
        var close = string.Concat(Enumerable.Repeat("</w:smartTag>", 20));

        Assert.AreEqual("too-complex", Uploads.Error(Uploads.Read(Of(Whole + $"<w:p>{nested}{R("a")}{close}</w:p>"), "siaran.docx")).Code);
    }

    [TestMethod]
    [DataRow("From: humas@lampura.example")]
    [DataRow("Dari: Humas <humas@lampura.example>")]
    [DataRow("Humas Lampura <humas@lampura.example>\nto redaksi\nMon, Nov 2, 9:00 AM")]
    public void A_mail_that_is_pasted_with_its_sender_is_refused(string head) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Uploads.Read($"{head}\n\n{Headline}\n\n{Body}")).Code);

    [TestMethod]
    public void A_mail_that_is_pasted_with_what_it_answers_is_refused() =>
        Assert.AreEqual(
            "unsupported-format",
            Uploads.Error(Uploads.Read($"{Headline}\n\n{Body}\n\nOn Mon, 2 Nov 2026 Redaksi <redaksi@koran.example> wrote:\n> rilis")).Code
        );

    [TestMethod]
    [DataRow("title,status\n\"Balai Benih Padi Dibuka\",draft\n\"x\",publish")]
    [DataRow("judul;status\nBalai Benih Padi Dibuka;draft\nJalan kota;terbit")]
    [DataRow("judul,isi\n\"Balai\",\"Isi yang panjang, dengan koma.\"\n\"Jalan\",\"Isi jalan.\"")]
    [DataRow("sep=,\nnama,umur,kota\nA,1,B")]
    [DataRow("No,Nama,Alamat\n\n1,Rina,Jl A\n2,Budi,Jl B")]
    [DataRow("Daftar penerima\nNo,Nama,Alamat\n1,Rina,Jl A\n2,Budi,Jl B")]
    [DataRow("Nama,Umur,Kota\n\"A, B\",1,\"C\nD\"\nE,2,F")]
    public void A_table_of_values_is_refused(string table) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Uploads.Read(table)).Code);

    [TestMethod]
    public void Paragraphs_with_as_many_commas_as_the_headline_are_no_table() =>
        Assert.AreEqual(
            "Banjir, Longsor, Angin Kencang Landa Rimbun",
            Uploads
                .Content(
                    "Banjir, Longsor, Angin Kencang Landa Rimbun\n\nPemerintah Kabupaten Rimbun mengirim beras, air, dan selimut untuk warga di lima desa.\n\nKepala pelaksana berterima kasih kepada TNI, Polri, dan relawan yang sudah membantu warga.\n"
                )
                .Headline
        );

    private static void AssertNotPublic(string text) => AssertNotPublic(Uploads.Read(text), text);

    private static void AssertHeld(IntakeResult result) => AssertNotPublic(result, "");

    private static void AssertNotPublic(IntakeResult result, string text) =>
        Assert.IsFalse(
            result is IntakeResult.Accepted accepted && !(accepted.Submission.PublishAt?.Year > 2030),
            text.Length > 80 ? text[..80] : text
        );
}
