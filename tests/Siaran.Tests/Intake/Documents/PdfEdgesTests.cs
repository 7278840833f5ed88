namespace Siaran.Tests.Intake.Documents;

/// <summary>The last lines of a page are text unless they count pages or are on several at one place.</summary>
[TestClass]
public sealed class PdfEdgesTests
{
    private const string Headline = "Panen Kopi Lereng Gunung Usai";

    private static readonly string[] Text =
    [
        "Panen kopi di lereng gunung selesai lebih awal, kata kepala dinas",
        "pertanian pada hari Kamis di kantornya bersama para petani desa.",
    ];

    [TestMethod]
    [DataRow("Kori", "97")]
    [DataRow("Layanan darurat:", "112")]
    [DataRow("Hasil panen dalam ton:", "1/2")]
    public void A_number_alone_in_the_last_line_is_text(string above, string number)
    {
        var body = Body(
            PdfTests.Of(page =>
            {
                PdfTests.Write(page, 700, 12, [Headline, "", .. Text]);
                PdfTests.Write(page, 500, 12, [above, number]);
            })
        );

        Assert.Contains(number, body);
    }

    [TestMethod]
    public void Lines_that_differ_in_their_figures_are_two()
    {
        var body = Body(
            PdfTests.Of(
                page =>
                {
                    PdfTests.Write(page, 700, 12, [Headline, "", .. Text]);
                    PdfTests.Write(page, 100, 12, ["Harga kopi Rp41.000 tiap kilogram."]);
                },
                page =>
                {
                    PdfTests.Write(page, 700, 12, Text);
                    PdfTests.Write(page, 100, 12, ["Harga kopi Rp46.000 tiap kilogram."]);
                }
            )
        );

        Assert.Contains("Rp41.000", body);
        Assert.Contains("Rp46.000", body);
    }

    [TestMethod]
    [DataRow("{0}")]
    [DataRow("- {0} -")]
    [DataRow("{0}/2")]
    [DataRow("Dinas Pertanian | hal. {0}")]
    public void What_counts_the_pages_is_no_text(string foot)
    {
        var body = Body(
            PdfTests.Of([
                .. Enumerable
                    .Range(1, 2)
                    .Select<int, Action<(UglyToad.PdfPig.Writer.PdfPageBuilder, UglyToad.PdfPig.Writer.PdfDocumentBuilder.AddedFont)>>(at =>
                        page =>
                        {
                            PdfTests.Write(page, 700, 12, at == 1 ? [Headline, "", .. Text] : Text);
                            PdfTests.Write(page, 40, 10, [string.Format(System.Globalization.CultureInfo.InvariantCulture, foot, at)]);
                        }
                    ),
            ])
        );

        Assert.DoesNotContain("Dinas Pertanian", body);
        Assert.DoesNotContain("2", body);
    }

    [TestMethod]
    [DataRow("12/1/26, 9:01 AM", "https://dinas.example/panen", "1/1")]
    [DataRow("01/12/2026, 09.01", "https://dinas.example/panen 1/1", "")]
    public void What_a_browser_prints_about_a_page_is_no_text(string head, string foot, string number)
    {
        var content = Content(Printed(head, foot, number));

        Assert.AreEqual(Headline, content.Headline);
        Assert.DoesNotContain("01", content.BodyText);
        Assert.DoesNotContain("dinas.example", content.BodyText);
        Assert.DoesNotContain("1/1", content.BodyText);
    }

    [TestMethod]
    public void A_time_or_an_address_alone_at_an_edge_is_text()
    {
        Assert.Contains("dinas.example", Content(Printed("Dinas Pertanian", "https://dinas.example/panen", "")).BodyText);
        // The title that a browser prints is asked whether it must wait.
        var held = Uploads.Read(Printed("12/1/26, 9:01 AM EMBARGO", "https://dinas.example/panen", "1/1"), "a.pdf");
        Assert.AreEqual("held-by-text", Uploads.Error(held).Code);
    }

    private static byte[] Printed(string head, string foot, string number) =>
        PdfTests.Of(page =>
        {
            PdfTests.Write(page, 800, 8, [head]);
            PdfTests.Write(page, 700, 12, [Headline, "", .. Text]);
            PdfTests.Write(page, 30, 8, [foot]);
            if (number.Length > 0)
            {
                PdfTests.Write(page, 30, 8, [number], x: 540);
            }
        });

    [TestMethod]
    public void A_large_first_letter_is_of_its_word()
    {
        var content = Content(
            PdfTests.Of(page =>
            {
                PdfTests.Write(page, 760, 18, [Headline]);
                PdfTests.Write(page, 690, 34, ["P"]);
                PdfTests.Write(
                    page,
                    708,
                    10,
                    ["anen kopi di lereng gunung selesai lebih awal,", "kata kepala dinas pada hari Kamis."],
                    x: 75
                );
            })
        );

        Assert.AreEqual(Headline, content.Headline);
        Assert.StartsWith("Panen kopi", content.BodyText);
    }

    private static string Body(byte[] pdf) => Content(pdf).BodyText;

    private static Siaran.Releases.ReleaseContent Content(byte[] pdf)
    {
        var result = Uploads.Read(pdf, "a.pdf");
        return Assert.IsInstanceOfType<Siaran.Intake.IntakeResult.Doubtful>(result, result.Report.ToJson()).Submission.Content!;
    }
}
