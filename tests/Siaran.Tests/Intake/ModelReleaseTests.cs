using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class ModelReleaseTests
{
    private static readonly string Text = Encoding.UTF8.GetString(Uploads.Sample("2-instruksi-presiden.txt"));

    private static readonly string[] Paragraphs =
    [
        "Pemerintah Provinsi NTB melalui Disnakertrans menyampaikan, akan terus memperkuat komitmen dalam perlindungan sosial bagi pekerja melalui Program Jaminan Sosial Ketenagakerjaan (Jamsostek).",
        "Hal ini disampaikan dalam kegiatan Monitoring dan Evaluasi Pelaksanaan Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jamsostek dan Instruksi Presiden Nomor 4 Tahun 2022 tentang Percepatan Penghapusan Kemiskinan Ekstrem yang diselenggarakan oleh BPJS Ketenagakerjaan di Hotel Prime Park, Senin, 11 November 2024.",
        "Penjabat (Pj.) Gubernur NTB, Dr. Hassanudin, menyampaikan bahwa meskipun Pemprov NTB telah mengeluarkan berbagai kebijakan untuk mendorong partisipasi pekerja dalam program Jamsostek, cakupan perlindungan sosial bagi pekerja bukan penerima upah (BPU) di NTB masih rendah, yakni baru mencapai 9,3 persen dari total 2,1 juta pekerja BPU.",
        "“Peningkatan coverage perlindungan sosial bagi seluruh pekerja, khususnya pekerja rentan dan pekerja bukan penerima upah, masih menjadi ‘PR’ besar kita bersama,” tegas Hassanudin.",
        "Lebih lanjut, Hassanudin menekankan pentingnya sinergi antara pemerintah, pengusaha, dan seluruh pemangku kepentingan untuk mencapai tujuan Inpres terkait, yaitu meningkatkan kesejahteraan masyarakat dan memberikan perlindungan jaminan sosial bagi seluruh pekerja, baik formal maupun informal.",
        "“Jaminan sosial bukan hanya kewajiban, tetapi juga langkah penting dalam memastikan perlindungan dan kesejahteraan bagi seluruh tenaga kerja,” ujarnya.",
        "Sementara Kepala Disnakertrans Provinsi NTB, I Gede Putu Aryadi menyampaikan, bahwa kedua instruksi presiden tersebut berperan strategis dalam perlindungan sosial bagi tenaga kerja serta penghapusan kemiskinan ekstrem di NTB.",
        "Program Jamsostek dinilai sangat relevan untuk memberikan perlindungan bagi pekerja di berbagai sektor, baik formal maupun informal, yang sering kali rentan terhadap risiko pekerjaan.",
        "“Kami di Disnakertrans NTB sangat mengapresiasi dukungan BPJS Ketenagakerjaan untuk mengoptimalkan pelaksanaan Jamsostek di NTB. Hal ini sejalan dengan target kami dalam mewujudkan kesejahteraan tenaga kerja di seluruh kabupaten/kota,” ujar Aryadi.",
    ];

    [TestMethod]
    public void The_model_release_is_read_exactly() => AssertModel(Uploads.Read(Text));

    [TestMethod]
    [DataRow("\r\n")]
    [DataRow("\r")]
    public void It_reads_the_same_with_other_line_ends(string lineEnd) =>
        AssertModel(Uploads.Read(Text.Replace("\n", lineEnd, StringComparison.Ordinal)));

    [TestMethod]
    [DataRow("utf-8", true)]
    [DataRow("utf-16", true)]
    [DataRow("utf-16", false)]
    [DataRow("utf-16BE", true)]
    [DataRow("utf-16BE", false)]
    [DataRow("utf-32", true)]
    [DataRow("windows-1252", false)]
    public void It_reads_the_same_in_every_encoding(string name, bool withMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

        AssertModel(Uploads.Read([.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]));
    }

    [TestMethod]
    [DataRow("–", "-")]
    [DataRow("–", "—")]
    [DataRow("–", "--")]
    [DataRow("–", "−")]
    [DataRow("(NTBSatu) –", "(NTBSatu)–")]
    [DataRow("Lombok Timur (NTBSatu) –", "Lombok\u00A0Timur\u00A0(NTBSatu)\u202F–")]
    [DataRow("Program Jamsostek dinilai", "Program\u200B Jam\u00ADsostek\u00A0dinilai")]
    [DataRow("Pemerintah Provinsi NTB melalui", "Pemerintah\u0007 Provinsi\u0000 NTB\u001F melalui")]
    [DataRow("ADVERTORIALDiskominfotik NTB", "ADVERTORIAL\nDiskominfotik NTB")]
    [DataRow("ADVERTORIALDiskominfotik NTB", "ADVERTORIAL\n\nDiskominfotik NTB")]
    [DataRow("ADVERTORIALDiskominfotik NTB", "Advertorial – Diskominfotik NTB")]
    [DataRow("ADVERTORIALDiskominfotik NTB", "Beranda / Advertorial\n\nADVERTORIAL | Diskominfotik NTB")]
    [DataRow("(*)", "\n\n(*)")]
    [DataRow("Berita Terkait", "Bagikan: Facebook Twitter WhatsApp\n\nBerita Terkait\n\nPasar Ikan Baruna Dibuka")]
    [DataRow("Lebih lanjut, Hassanudin", "Baca juga: Pasar Ikan Baruna Dibuka\n\nLebih lanjut, Hassanudin")]
    public void It_reads_the_same_however_it_was_typed(string written, string typed) =>
        AssertModel(Uploads.Read(Text.Replace(written, typed, StringComparison.Ordinal)));

    [TestMethod]
    public void It_reads_the_same_as_markdown() => AssertModel(Uploads.Read(Text, "siaran.md"));

    [TestMethod]
    public void It_reads_the_same_as_pasted_html()
    {
        var html = string.Concat(Text.Split("\n\n").Select(p => $"<p>{System.Net.WebUtility.HtmlEncode(p)}</p>\n"));

        AssertModel(Uploads.Read(html, "siaran.html"));
    }

    [TestMethod]
    public void It_reads_the_same_out_of_a_whole_saved_page()
    {
        var body = string.Concat(
            Paragraphs.Select(
                (p, i) =>
                    $"<p>{(i == 0 ? "<strong>Lombok Timur (NTBSatu)</strong> – " : "")}{p}{(i == 8 ? " <strong>(*)</strong>" : "")}</p>\n"
            )
        );
        var html = $"""
            <!DOCTYPE html><html lang="en-US"><head><title>2 Instruksi Presiden - Portal</title></head><body>
            <nav><a href="/">Beranda</a></nav>
            <article>
              <header class="entry-header"><span class="cat-links"><a rel="category tag" href="/adv">ADVERTORIAL</a></span><span><a rel="author" href="/d">Diskominfotik NTB</a></span>
              <h1 class="entry-title">2 Instruksi Presiden Berperan Strategis Atasi Kemiskinan NTB</h1></header>
              <div class="entry-content">{body}
                <div class="sharedaddy sd-sharing-enabled"><h3>Bagikan ini:</h3><ul><li>Facebook</li></ul></div>
                <div id="jp-relatedposts"><h3>Terkait</h3><p>Pasar Ikan Baruna Dibuka</p></div></div>
              <div id="comments"><h3>Tinggalkan Balasan</h3><form><p>Alamat email Anda tidak akan dipublikasikan.</p></form></div>
            </article><a href="#top">Back to top button</a></body></html>
            """;

        AssertModel(Uploads.Read(html, "siaran.html"));
    }

    [TestMethod]
    public void Its_text_alone_is_read_without_label_and_agency()
    {
        var content = Uploads.Content(Text.Replace("ADVERTORIALDiskominfotik NTB\n\n", "", StringComparison.Ordinal));

        Assert.IsNull(content.Label);
        Assert.IsNull(content.Agency);
        Assert.AreEqual("2 Instruksi Presiden Berperan Strategis Atasi Kemiskinan NTB", content.Headline);
        CollectionAssert.AreEqual(Paragraphs, content.Paragraphs.ToArray());
    }

    [TestMethod]
    public void Without_its_dateline_it_has_no_place_and_the_same_text()
    {
        var content = Uploads.Content(Text.Replace("Lombok Timur (NTBSatu) – ", "", StringComparison.Ordinal));

        Assert.IsNull(content.Place);
        Assert.IsNull(content.Outlet);
        CollectionAssert.AreEqual(Paragraphs, content.Paragraphs.ToArray());
    }

    private static void AssertModel(IntakeResult result)
    {
        var content = Uploads.Content(result);
        CollectionAssert.AreEqual(Paragraphs, content.Paragraphs.ToArray());
        Assert.AreEqual("2 Instruksi Presiden Berperan Strategis Atasi Kemiskinan NTB", content.Headline);
        Assert.AreEqual(("Advertorial", "Diskominfotik NTB"), (content.Label, content.Agency));
        Assert.AreEqual(("Lombok Timur", "NTBSatu"), (content.Place, content.Outlet));
        Assert.AreEqual(new DateOnly(2024, 11, 11), content.EventDate);
        Assert.AreEqual((true, "id"), (content.SignedOff, content.Language));
        CollectionAssert.AreEqual(Paragraphs, BodyParagraphs.Of(content.BodyHtml).ToArray());
    }
}
