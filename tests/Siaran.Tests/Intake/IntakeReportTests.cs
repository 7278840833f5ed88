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
}
