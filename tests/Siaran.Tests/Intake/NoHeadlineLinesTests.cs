using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Lines above a text that are no headline, and texts that have none but their first sentence.</summary>
[TestClass]
public sealed class NoHeadlineLinesTests
{
    private const string Headline = "Balai Benih Padi Rimbun Dibuka";
    private const string Body =
        "Pemerintah Kabupaten Rimbun membuka balai benih padi bagi petani kecil di lima kecamatan, kata kepala dinas pertanian di lokasi.";

    [TestMethod]
    [DataRow("Pertanian")]
    [DataRow("Ekonomi & Bisnis")]
    [DataRow("Kabar Daerah")]
    [DataRow("Ykh. Rekan Redaktur")]
    [DataRow("Yang kami hormati pimpinan media")]
    [DataRow("Rekan-rekan, tolong bantu tayang ya")]
    [DataRow("Selamat pagi, titip rilis dimuat ya kak")]
    [DataRow("Mas, minta bantuan naikkan berita ini")]
    public void A_section_or_what_a_message_says_is_no_headline(string line)
    {
        var result = Uploads.Read($"{line}\n\n{Headline}\n\n{Body}\n\n{Body}\n");

        Assert.AreEqual(Headline, Uploads.Content(result).Headline);
        Assert.AreEqual(2, Uploads.Content(result).Paragraphs.Count);
        Assert.Contains(line.Split(' ')[0], Uploads.Found(result, "furniture-dropped").English);
    }

    [TestMethod]
    [DataRow("Banjir\n\nAir surut di hilir.")]
    [DataRow("Panen\n\nUsai sudah")]
    public void A_word_alone_above_no_headline_is_one(string head) =>
        Assert.AreEqual(head.Split('\n')[0], Uploads.Content($"{head}\n\n{Body}\n\n{Body}\n").Headline);

    [TestMethod]
    [DataRow(
        "Pemerintah Kabupaten Rimbun menutup jalan ke pasar lama selama tiga pekan karena jembatannya diganti, sehingga warga diminta lewat jalan lingkar."
    )]
    [DataRow(
        "The regency of Rimbun will open five new seed houses for small farmers this year, in a programme that began two years ago in the hills."
    )]
    public void A_sentence_that_a_text_begins_with_is_its_headline_if_an_editor_agrees(string sentence)
    {
        var result = Uploads.Read($"{sentence}\n\n{Body}\n\n{Body}\n");

        var doubtful = Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Assert.AreEqual(sentence, doubtful.Submission.Content!.Headline);
        Assert.AreEqual(2, doubtful.Submission.Content.Paragraphs.Count);
        Assert.AreEqual(Severity.Doubt, Uploads.Found(result, "headline-unsure").Severity);
    }

    [TestMethod]
    [DataRow("Denver, CO — November 24, 2031 — ", "Denver, CO", null)]
    [DataRow("Brisbane, QLD – ", "Brisbane, QLD", null)]
    [DataRow("London, UK, 24 November 2031 – ", "London, UK", null)]
    [DataRow("Palembang, HS – ", "Palembang", "HS")]
    [DataRow("Jakarta, MI – ", "Jakarta", "MI")]
    public void Letters_of_a_state_are_of_the_place_and_no_paper(string dateline, string place, string? outlet)
    {
        var content = Uploads.Content($"{Headline}\n\n{dateline}{Body}\n\n{Body}\n");

        Assert.AreEqual(place, content.Place);
        Assert.AreEqual(outlet, content.Outlet);
        Assert.AreEqual(Body, content.Paragraphs[0]);
    }

    [TestMethod]
    [DataRow("[^1]: Angka sementara dinas.", 1)]
    [DataRow("[^a]: Angka sementara dinas.\n[^b]: Menurut balai.", 2)]
    public void Notes_of_Markdown_that_nothing_refers_to_are_reported(string notes, int count)
    {
        var result = Uploads.Read($"# {Headline}\n\n{Body}\n\n{notes}\n\n{Body}\n", "a.md");

        Assert.Contains($"{count} footnotes", Uploads.Found(result, "left-out").English);
        Assert.Contains("Angka sementara dinas.", Uploads.Found(result, "left-out").English);
    }

    [TestMethod]
    public void Notes_of_Markdown_that_are_referred_to_are_of_the_text()
    {
        var result = Uploads.Read($"# {Headline}\n\n{Body}[^1]\n\n[^1]: Angka sementara dinas.\n", "a.md");

        Assert.IsFalse(result.Report.Findings.Any(finding => finding.Code == "left-out"));
        Assert.Contains("Angka sementara dinas.", Uploads.Content(result).BodyText);
    }
}
