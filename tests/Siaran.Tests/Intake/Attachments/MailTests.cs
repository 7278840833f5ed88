using System.Text;
using Siaran.Intake;
using Siaran.Tests.Intake.Documents;

namespace Siaran.Tests.Intake.Attachments;

/// <summary>Releases that come as mail.</summary>
[TestClass]
public sealed class MailTests
{
    private const string Sender = "humas@sekar.example";
    private const string Receiver = "redaksi@koran.example";
    private const string Headline = "Pasar Ikan Teluk Sekar Dibuka Kembali";

    private const string Body =
        Headline
        + "\n\nPemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah diperbaiki selama tiga bulan.\n\nBupati Sekar mengatakan bahwa pasar itu kini memiliki gudang dingin untuk nelayan kecil.\n";

    [TestMethod]
    public void A_mail_is_held_until_it_is_confirmed()
    {
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(Read(Mail(Body)));

        var accepted = Confirmed(Mail(Body));
        Assert.AreEqual("eml", accepted.Report.Format);
        Assert.AreEqual(Headline, accepted.Submission.Content!.Headline);
        Assert.HasCount(2, accepted.Submission.Content.Paragraphs);
    }

    [TestMethod]
    [DataRow("Yth. Rekan media,\nMohon dimuat.\n\n" + Body)]
    [DataRow(Body + "\nHubungi <humas@sekar.example> bila ada pertanyaan.\n")]
    [DataRow(Body + "\n-- \nTata Usaha\nEmail: HUMAS@sekar.example\nTo: redaksi@koran.example\n")]
    [DataRow(
        "---------- Forwarded message ---------\nDari: Tata Usaha <tu@sekar.example>\nDate: Sen, 2 Nov 2026\nSubject: Rilis\nTo: <redaksi@koran.example>\n\n"
            + Body
    )]
    [DataRow(Body + "\nOn Mon, 2 Nov 2026 at 09.00, Redaksi <redaksi@koran.example> wrote:\n> Mohon kirim rilisnya.\n> tu@sekar.example\n")]
    [DataRow(
        "-----Original Message-----\nFrom: tu@sekar.example\nTo: redaksi@koran.example\nCc: asisten@sekar.example\n\n"
            + Body
            + "\nSalinan: asisten@sekar.example\n"
    )]
    public void No_address_of_sender_or_receivers_goes_on(string body)
    {
        var result = Read(Mail(body));

        var doubtful = Assert.IsInstanceOfType<IntakeResult.Doubtful>(result, result.Report.ToJson());
        Assert.AreEqual(Headline, doubtful.Submission.Content!.Headline);
        var published = System.Text.Json.JsonSerializer.Serialize(doubtful.Submission) + doubtful.Report.ToJson();
        Assert.DoesNotContain("@", published, published);
    }

    [TestMethod]
    [DataRow("Subject: Siaran Pers: ", "Subject: EMBARGO sampai Senin - ", DisplayName = "in the subject")]
    [DataRow("Subject: Siaran Pers: ", "Subject: Fwd: EMBARGO ", DisplayName = "in a short subject")]
    [DataRow("\n\nPasar", "\n\nYth. redaksi, mohon embargo berita ini sampai Senin.\n\nPasar", DisplayName = "in the greeting")]
    [DataRow("\n\nPasar", "\n\n> Embargo sampai Senin pukul 09.00\n\nPasar", DisplayName = "in what is quoted")]
    [DataRow("name=\"pasar.docx\"", "name=\"EMBARGO pasar.docx\"", DisplayName = "in the name of what is attached")]
    public void What_the_mail_says_of_its_release_holds_it(string from, string to)
    {
        var document = Convert.ToBase64String(WordDocuments.Of(WordDocuments.Whole));
        var attached =
            $"Content-Type: application/octet-stream; name=\"pasar.docx\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n{document}\n";
        foreach (var mail in (string[])[Mail(Body), Mail(Body, attached)])
        {
            var changed = mail.Replace(from, to, StringComparison.Ordinal);
            if (changed != mail)
            {
                AssertRefused("held-by-text", changed);
            }
        }

        Assert.AreNotEqual(Mail(Body, attached), Mail(Body, attached).Replace(from, to, StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("humas+rilis@sekar.example", "humas+rilis@sekar.example")]
    [DataRow("rina@lämpura.example", "rina@lämpura.example")]
    [DataRow("rina@sekar.example", "rina&amp;#64;sekar.example")]
    [DataRow("rina@sekar.example", "rina%40sekar.example")]
    public void The_senders_address_in_an_attached_document_is_never_published(string address, string written)
    {
        var document = Convert.ToBase64String(WordDocuments.Of(WordDocuments.Whole + WordDocuments.P($"Hubungi {written} hari ini.")));
        var mail = Mail(
            "Terlampir.",
            $"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"Rilis.docx\"\nContent-Transfer-Encoding: base64\n\n{document}\n"
        );

        AssertRefused("mail-address-left", mail.Replace(Sender, address, StringComparison.Ordinal));
    }

    [TestMethod]
    public void An_address_that_is_nobodys_in_the_mail_stays()
    {
        var accepted = Confirmed(Mail(Body + "\nPendaftaran lewat pasar@teluk.example.\n"));

        Assert.Contains("pasar@teluk.example", accepted.Submission.Content!.BodyText);
    }

    [TestMethod]
    public void The_attached_document_is_the_release_and_pictures_go_with_it()
    {
        var word = Convert.ToBase64String(WordDocuments.Of(WordDocuments.Whole));
        var picture = Convert.ToBase64String(SomePictures.Photograph());
        var accepted = Confirmed(
            Mail(
                "Terlampir rilis kami.\n\nSalam,\nhumas@sekar.example\n",
                $"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"Rilis.docx\"\nContent-Transfer-Encoding: base64\n\n{word}\n",
                $"Content-Type: image/jpeg\nContent-Disposition: attachment; filename=\"foto.jpg\"\nContent-Transfer-Encoding: base64\n\n{picture}\n",
                "Content-Type: application/zip\nContent-Disposition: attachment; filename=\"lain.zip\"\n\nPK\n"
            )
        );

        Assert.AreEqual(Headline, accepted.Submission.Content!.Headline);
        Assert.AreEqual("foto.jpg", accepted.Submission.Content.Attachments!.Single().FileName);
        Assert.DoesNotContain("Terlampir", accepted.Submission.Content.BodyText);
        var codes = accepted.Report.Findings.Select(finding => finding.Code).ToList();
        Assert.Contains("mail-attachment-read", codes);
        Assert.Contains("attachment-not-taken", codes);
    }

    [TestMethod]
    public void A_mail_of_html_alone_is_read_without_what_it_quotes()
    {
        var html = string.Concat(Body.Split("\n\n").Select(line => $"<p>{line.Trim()}</p>"));
        var mail =
            $"From: {Sender}\nTo: {Receiver}\nSubject: {Headline}\nMIME-Version: 1.0\nContent-Type: text/html\n\n{html}<blockquote>{Receiver} menulis</blockquote>\n";

        var accepted = Confirmed(mail);

        Assert.HasCount(2, accepted.Submission.Content!.Paragraphs);
    }

    [TestMethod]
    public void A_mail_without_text_and_what_is_no_mail_are_refused_by_name()
    {
        AssertRefused("mail-without-text", $"From: {Sender}\nTo: {Receiver}\nSubject: Rilis\n\n\n");
        AssertRefused("damaged", "bukan surat");
        AssertRefused("damaged", "");
    }

    [TestMethod]
    public void A_mail_that_is_sent_as_plain_text_is_refused()
    {
        var result = IntakeReader.Read(new UploadedDocument("surat.txt", "text/plain", Encoding.UTF8.GetBytes(Mail(Body))));

        Assert.IsInstanceOfType<IntakeResult.Rejected>(result);
        Assert.DoesNotContain("@", result.Report.ToJson());
    }

    [TestMethod]
    public void An_embargo_in_a_mail_holds_it_even_when_confirmed()
    {
        var mail = Mail("EMBARGO sampai Sabtu, 1 Desember 2029 pukul 10.00 WITA\n\n" + Body);
        var result = IntakeReader.Read(
            new UploadedDocument("rilis.eml", "message/rfc822", Encoding.UTF8.GetBytes(mail)) { IsConfirmed = true }
        );

        var at = (result as IntakeResult.Accepted)?.Submission.PublishAt;
        Assert.IsTrue(result is IntakeResult.Rejected || at?.Year == 2029, result.Report.ToJson());
    }

    [TestMethod]
    public void Parts_within_parts_come_to_an_end()
    {
        var mail = new StringBuilder($"From: {Sender}\nSubject: {Headline}\nMIME-Version: 1.0\n");
        for (var i = 0; i < 3_000; i++)
        {
            mail.Append(null, $"Content-Type: multipart/mixed; boundary=\"b{i}\"\n\n--b{i}\n");
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.IsNotNull(Read(mail.Append("Content-Type: text/plain\n\nTeks.\n").ToString()));
        Assert.IsNotNull(Read(Mail(Body, [.. Enumerable.Repeat("Content-Disposition: attachment; filename=\"a.txt\"\n\na\n", 5_000)])));
        Assert.IsLessThan(TimeSpan.FromSeconds(10), watch.Elapsed);
    }

    private static string Mail(string body, params string[] parts)
    {
        var head =
            $"From: Humas <{Sender}>\nTo: {Receiver}\nSubject: Siaran Pers: {Headline}\nDate: Mon, 2 Nov 2026 09:00:00 +0800\nMIME-Version: 1.0\n";
        return parts.Length == 0
            ? $"{head}Content-Type: text/plain; charset=utf-8\n\n{body}"
            : $"{head}Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{body}\n{string.Concat(parts.Select(part => $"--b\n{part}"))}--b--\n";
    }

    private static IntakeResult Read(string mail) =>
        IntakeReader.Read(new UploadedDocument("surat/rilis.eml", "message/rfc822", Encoding.UTF8.GetBytes(mail)));

    private static IntakeResult.Accepted Confirmed(string mail)
    {
        var upload = new UploadedDocument("surat/rilis.eml", "message/rfc822", Encoding.UTF8.GetBytes(mail)) { IsConfirmed = true };
        var result = IntakeReader.Read(upload);
        return Assert.IsInstanceOfType<IntakeResult.Accepted>(result, result.Report.ToJson());
    }

    private static void AssertRefused(string code, string mail)
    {
        var result = Read(mail);
        Assert.IsInstanceOfType<IntakeResult.Rejected>(result);
        Assert.AreEqual(code, result.Report.Findings.First(finding => finding.Severity is Severity.Error).Code, result.Report.ToJson());
    }
}
