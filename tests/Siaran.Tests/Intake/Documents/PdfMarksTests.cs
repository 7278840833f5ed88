using System.Text;

namespace Siaran.Tests.Intake.Documents;

/// <summary>A PDF keeps raised figures, large first letters, lines through words, and links.</summary>
[TestClass]
public sealed class PdfMarksTests
{
    private const string Link =
        "/Annots [<< /Type /Annot /Subtype /Link /Rect [70 395 220 412] /A << /S /URI /URI (https://rawa.example/peta) >> >>]";

    [TestMethod]
    [DataRow("(Luas kebun 30 m)", 70 + 83, 505, "2", "30 m²")]
    [DataRow("(Isi waduk 7 km)", 70 + 75, 505, "3", "7 km³")]
    [DataRow("(Gas CO)", 70 + 42, 497, "2", "CO₂")]
    public void A_raised_or_lowered_figure_is_of_its_unit(string line, int x, int y, string figure, string kept) =>
        Assert.Contains(kept, Body($"BT /F1 11 Tf 1 0 0 1 70 500 Tm {line} Tj ET BT /F1 7 Tf 1 0 0 1 {x} {y} Tm ({figure}) Tj ET"));

    [TestMethod]
    public void A_small_figure_of_the_same_line_is_a_word() =>
        Assert.DoesNotContain("²", Body("BT /F1 11 Tf 1 0 0 1 70 500 Tm (Luas kebun) Tj ET BT /F1 8 Tf 1 0 0 1 160 500 Tm (2) Tj ET"));

    [TestMethod]
    [DataRow("1 w 70 504 m 160 504 l S")]
    [DataRow("70 503 90 0.8 re f")]
    public void Words_with_a_line_through_them_are_struck_out(string drawn) =>
        Assert.Contains("<s>Biaya Rp2 miliar</s>", Html($"BT /F1 11 Tf 1 0 0 1 70 500 Tm (Biaya Rp2 miliar) Tj ET {drawn}"));

    [TestMethod]
    [DataRow("1 w 70 498 m 160 498 l S")]
    [DataRow("1 w 70 515 m 160 515 l S")]
    [DataRow("70 490 90 25 re f")]
    public void Words_with_a_line_below_or_around_them_are_not(string drawn) =>
        Assert.DoesNotContain("<s>", Html($"BT /F1 11 Tf 1 0 0 1 70 500 Tm (Biaya Rp2 miliar) Tj ET {drawn}"));

    [TestMethod]
    public void A_link_stays_one() =>
        Assert.Contains(
            "<a href=\"https://rawa.example/peta\">Peta jalan</a>",
            Html("BT /F1 11 Tf 1 0 0 1 70 400 Tm (Peta jalan) Tj ET", Link)
        );

    [TestMethod]
    public void A_large_first_letter_two_lines_high_is_of_its_word() =>
        Assert.Contains(
            "Jembatan gantung di Kali Rawa dibuka pada hari Kamis oleh bupati, kata kepala dinas di kantornya.",
            Body(
                "BT /F1 34 Tf 1 0 0 1 70 476 Tm (J) Tj ET BT /F1 11 Tf 1 0 0 1 92 490 Tm (embatan gantung di Kali Rawa dibuka pada hari Kamis oleh bupati,) Tj ET BT /F1 11 Tf 1 0 0 1 92 476 Tm (kata kepala dinas di kantornya.) Tj ET"
            )
        );

    private static string Body(string content) => Content(content, "").BodyText;

    private static string Html(string content, string page = "") => Content(content, page).BodyHtml;

    private static Siaran.Releases.ReleaseContent Content(string content, string page)
    {
        var text =
            $"BT /F1 18 Tf 1 0 0 1 70 760 Tm (Jembatan Gantung Rawa Dibuka) Tj ET BT /F1 11 Tf 1 0 0 1 70 720 Tm (Bupati membuka jembatan itu pada hari Kamis bersama warga dari dua desa.) Tj ET {content}";
        var result = Uploads.Read(
            RawPdf.Of([
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R {page} >>",
                $"<< /Length {Encoding.Latin1.GetByteCount(text)} >>\nstream\n{text}\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            ]),
            "a.pdf"
        );
        return Assert.IsInstanceOfType<Siaran.Intake.IntakeResult.Doubtful>(result, result.Report.ToJson()).Submission.Content!;
    }
}
