using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake.Attachments;

/// <summary>All of a mail's text is read as its reader sees it, and what is left out is said.</summary>
[TestClass]
public sealed class MailPartsTests
{
    private const string Headline = "Kebun Kopi Lereng Sumba Panen Raya";
    private const string First = "Petani di lereng Sumba memanen kopi lebih awal karena hujan turun pada awal musim tahun ini.";
    private const string Second = "Kepala desa mengatakan bahwa hasil panen dijual bersama lewat koperasi di kota kabupaten.";

    [TestMethod]
    public void Texts_on_both_sides_of_a_picture_are_one_release()
    {
        var body = Text(
            Read(Mixed(Plain($"{Headline}\n\n{First}\n"), "Content-Type: image/png\nContent-Disposition: inline\n\nx\n", Plain(Second)))
        );

        Assert.Contains(First, body);
        Assert.Contains(Second, body);
    }

    [TestMethod]
    [DataRow("Buka di peramban.")]
    [DataRow("This mail needs a program that shows HTML.\nhttps://surat.example/lihat\n")]
    public void A_plain_part_that_only_sends_elsewhere_gives_way_to_the_page(string stub) =>
        Assert.Contains(Second, Text(Read(Alternative(stub, $"<h1>{Headline}</h1><p>{First}</p><p>{Second}</p>"))));

    [TestMethod]
    [DataRow("<ul><li>kopi</li><li>kakao</li></ul>", "<li>kopi</li>")]
    [DataRow("<table><tr><td>Mei</td><td>4 ton</td></tr><tr><td>Juni</td><td>6 ton</td></tr></table>", "<td>6 ton</td>")]
    [DataRow("<p>Harga <s>Rp9 juta</s> Rp8 juta untuk 5 km<sup>2</sup>.</p>", "<s>Rp9 juta</s>")]
    [DataRow("<blockquote><p>“Kami lega,” kata ketua koperasi.</p></blockquote><p>Panen usai.</p>", "<blockquote>")]
    public void What_HTML_says_by_its_marks_is_kept(string html, string kept)
    {
        var page = $"<html><body><h1>{Headline}</h1><p>{First}</p>{html}<p>{Second}</p></body></html>";
        var plain = $"{Headline}\n\n{First}\n\nkopi kakao Mei 4 ton Juni 6 ton Harga Rp9 juta Rp8 juta\n\n{Second}\n";

        Assert.Contains(kept, Html(Read(Page(page))));
        Assert.Contains(kept, Html(Read(Alternative(plain, page))));
    }

    [TestMethod]
    [DataRow("Tanggal: 3 Mei 2026 di balai desa\nUntuk: umum")]
    [DataRow("> 60 tahun: masuk gratis")]
    [DataRow("Pada rapat itu bupati menulis:")]
    [DataRow("--")]
    public void Lines_of_the_text_that_mails_have_too_are_kept(string lines)
    {
        var result = Read(Page($"{Headline}\n\n{First}\n\n{lines}\n\n{Second}\n", "plain"));

        Assert.Contains(Second, Text(result));
        Assert.Contains(lines.Split('\n')[0].Trim('>', ' ', '-'), Text(result));
        Assert.DoesNotContain("mail-lines-cut", result.Report.ToJson());
    }

    [TestMethod]
    [DataRow("-- \nTata Usaha\nRuang 3\n")]
    [DataRow("--\nTata Usaha\nRuang 3\n")]
    [DataRow("On Mon, 4 May 2026 at 09:00, Rina <rina@koran.example> wrote:\n> Kapan rilisnya?\n")]
    [DataRow("Pada Sen, 4 Mei 2026 pukul 09.00 rina@koran.example menulis:\n\n> Kapan rilisnya?\n")]
    [DataRow("-----Original Message-----\nFrom: Rina <rina@koran.example>\nSent: Monday\nSubject: Rilis\n")]
    public void What_is_left_out_is_said_without_an_address(string tail)
    {
        var result = Read(Page($"{Headline}\n\n{First}\n\n{Second}\n\n{tail}", "plain"));

        Assert.EndsWith(Second, Text(result).TrimEnd());
        Uploads.Found(result, "mail-lines-cut");
        Assert.DoesNotContain("@", result.Report.ToJson());
    }

    [TestMethod]
    [DataRow("Yth. Redaksi,\n\nTerlampir rilis kami.\n\nTerima kasih.", "rilis.pdf", "%PDF-1.7")]
    [DataRow("Dear editors,\n\nPlease find our release attached.", "release.doc", "x")]
    [DataRow("Selamat pagi,\n\nMohon dapat dimuat. Terima kasih.", "rilis.html", "<p>Rilis</p>")]
    [DataRow("", "rilis.pdf", "%PDF-1.7")]
    public void A_letter_that_covers_an_attached_text_is_no_release(string letter, string name, string file) =>
        Assert.AreEqual(
            "mail-release-attached",
            Uploads
                .Error(
                    Read(
                        Mixed(
                            Plain(letter),
                            $"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"{name}\"\n\n{file}\n"
                        )
                    )
                )
                .Code
        );

    [TestMethod]
    public void A_release_with_a_PDF_next_to_it_is_read()
    {
        var result = Read(
            Mixed(
                Plain($"{Headline}\n\n{First} {First}\n\n{Second} {Second}\n"),
                "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"data.pdf\"\n\n%PDF-1.7\n"
            )
        );

        Assert.Contains(Second, Text(result));
    }

    private static string Mixed(params string[] parts) =>
        Head("multipart/mixed; boundary=b") + string.Concat(parts.Select(part => $"--b\n{part}\n")) + "--b--\n";

    private static string Alternative(string plain, string html) =>
        Head("multipart/alternative; boundary=b") + $"--b\n{Plain(plain)}\n--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n";

    private static string Plain(string text) => $"Content-Type: text/plain; charset=utf-8\n\n{text}";

    private static string Page(string text, string type = "html") => Head($"text/{type}; charset=utf-8") + text;

    private static string Head(string type) =>
        $"From: Humas <humas@sumba.example>\nTo: warta@koran.example\nSubject: {Headline}\nMIME-Version: 1.0\nContent-Type: {type}\n\n";

    private static IntakeResult Read(string mail) => Uploads.Read(Encoding.UTF8.GetBytes(mail), "surat.eml");

    private static string Text(IntakeResult result) => Doubtful(result).Submission.Content!.BodyText;

    private static string Html(IntakeResult result) => Doubtful(result).Submission.Content!.BodyHtml;

    private static IntakeResult.Doubtful Doubtful(IntakeResult result) =>
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
}
