using Siaran.Tests.Intake.Documents;

namespace Siaran.Tests.Intake;

/// <summary>A mail is refused whatever it was saved or pasted as: its addresses are of people.</summary>
[TestClass]
public sealed class PastedMailTests
{
    private const string First = "Petani di lereng Sumba memanen kopi lebih awal karena hujan turun pada awal musim tahun ini.";
    private const string Second = "Kepala desa mengatakan bahwa hasil panen dijual bersama lewat koperasi di kota kabupaten.";
    private const string Headline = "Kebun Kopi Lereng Sumba Panen Raya";

    [TestMethod]
    [DataRow("<p>From: Rina Sari &lt;rina@koran.example&gt;<br>Sent: Monday<br>Subject: Panen</p>", "")]
    [DataRow("<table><tr><td>Dari:</td><td>Rina &lt;rina@koran.example&gt;</td></tr><tr><td>Perihal:</td><td>Panen</td></tr></table>", "")]
    [DataRow("<div><b>Rina Sari</b> &lt;rina@koran.example&gt;</div><div>Sen, 4 Mei 2026 pukul 09.15</div>", "")]
    [DataRow("<div>To: warta@koran.example</div>", "")]
    [DataRow("", "<p>Pada Sen, 4 Mei 2026 rina@koran.example menulis:</p><p>Baik.</p>")]
    [DataRow("", "<p>---------- Forwarded message ---------</p><p>Rina Sari rina@koran.example</p>")]
    public void A_page_of_a_mailbox_is_refused(string above, string below) =>
        Refused(
            Uploads.Read(
                $"<html><head><title>{Headline}</title></head><body><h1>{Headline}</h1>{above}<p>{First}</p><p>{Second}</p>{below}</body></html>",
                "a.html"
            )
        );

    [TestMethod]
    [DataRow("From: Rina Sari <rina@koran.example>", "Subject: Panen")]
    [DataRow("Kepada: warta@koran.example", "Tanggal: 4 Mei 2026")]
    [DataRow("On Mon, 4 May 2026, rina@koran.example wrote:", "ok")]
    public void A_mail_in_a_document_is_refused(string first, string second)
    {
        string[] lines = [first, second];
        var mail = string.Concat(lines.Select(line => WordDocuments.P(System.Net.WebUtility.HtmlEncode(line))));

        Refused(Uploads.Read(WordDocuments.Of(mail + WordDocuments.Whole), "a.docx"));
        Refused(Uploads.Read(WordDocuments.Of(WordDocuments.Whole + mail), "a.docx"));
        Refused(Uploads.Read($"{Headline}\n\n{First}\n\n{Second}\n\n{first}\n{second}\n", "a.txt"));
    }

    [TestMethod]
    [DataRow("Narahubung: Rina Sari (rina@sumba.example)")]
    [DataRow("Email: humas@sumba.example\nTelepon: 0387 555 010")]
    [DataRow("Tanggal: 4 Mei 2026\nUntuk: umum\nPendaftaran: kopi@sumba.example")]
    [DataRow("Kontak media: Rina Sari <rina@sumba.example>")]
    [DataRow("From May to June, registration is open at kopi@sumba.example.")]
    [DataRow("Pada rapat itu bupati menulis:\n“Kami lega.”")]
    public void An_address_that_a_release_gives_to_its_readers_is_none(string lines) =>
        Uploads.Accepted(Uploads.Read($"{Headline}\n\n{First}\n\n{Second}\n\n{lines}\n", "a.txt"));

    private static void Refused(Siaran.Intake.IntakeResult result)
    {
        Assert.AreEqual("unsupported-format", Uploads.Error(result).Code);
        Assert.DoesNotContain("@", result.Report.ToJson());
    }
}
