using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Reports as they are stored and read again.</summary>
[TestClass]
public sealed class IntakeReportTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("{ \"find")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{ \"findings\": [null] }")]
    [DataRow("{ \"findings\": \"tidak ada\" }")]
    public void A_report_that_somebody_damaged_says_so(string json) =>
        Assert.AreEqual("report-damaged", IntakeReport.FindingsIn(Encoding.UTF8.GetBytes(json)).Single().Code);

    [TestMethod]
    public void A_stored_report_is_read_with_all_that_it_said()
    {
        var report = Uploads.Read("---\npublishAt: 11/12/2026\n---\n\n# Judul\n\nIsi.\n").Report;

        var read = IntakeReport.FindingsIn(Encoding.UTF8.GetBytes(report.ToJson()));

        CollectionAssert.AreEqual(report.Findings.ToList(), read.ToList());
        Assert.IsNotEmpty(read);
    }

    [TestMethod]
    [DataRow(1, "A part that is none of the release was dropped: “Bagikan”.", "Satu bagian yang bukan isi rilis dibuang: “Bagikan”.")]
    [DataRow(
        3,
        "3 parts that are none of the release were dropped, beginning with “Bagikan”.",
        "3 bagian yang bukan isi rilis dibuang, mulai dari “Bagikan”."
    )]
    public void One_part_that_was_dropped_is_not_told_as_many(int count, string english, string indonesian)
    {
        var finding = Findings.PageFurnitureDropped(count, "Bagikan");

        Assert.AreEqual((english, indonesian), (finding.English, finding.Indonesian));
    }
}
