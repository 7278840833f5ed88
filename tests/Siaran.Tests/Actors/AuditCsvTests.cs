using Siaran.Actors;

namespace Siaran.Tests.Actors;

/// <summary>What a spreadsheet makes of the audit: text, whatever people wrote.</summary>
[TestClass]
public sealed class AuditCsvTests
{
    [TestMethod]
    [DataRow("=1+1")]
    [DataRow("+62811")]
    [DataRow("-1")]
    [DataRow("@SUM(A1)")]
    [DataRow("＝1+1")]
    [DataRow("＋62811")]
    [DataRow("－1")]
    [DataRow("＠SUM(A1)")]
    [DataRow("  =1+1")]
    [DataRow("　＝1+1")]
    [DataRow("\t=1+1")]
    [DataRow("\r=1+1")]
    public void No_cell_begins_a_formula_in_full_width_or_not(string detail)
    {
        var cells = AuditCsv.Of([Line(detail)]).Split("\r\n")[1].Split(',');

        Assert.AreEqual("'", cells[^1].TrimStart('"')[..1], "A spreadsheet shows what comes after an apostrophe as text.");
        Assert.Contains(detail.Trim(), cells[^1]);
    }

    [TestMethod]
    public void A_cell_with_quotes_commas_and_line_ends_stays_one_cell()
    {
        var csv = AuditCsv.Of([Line("Salah \"jadwal\",\r\nmaaf")]);

        Assert.EndsWith(",desk,\"Salah \"\"jadwal\"\",\r\nmaaf\"\r\n", csv);
        Assert.DoesNotContain("'Salah", csv);
    }

    private static AuditLine Line(string detail) => new("a", Some.Time, "identity:budi", "withdrawn") { From = "desk", Detail = detail };
}
