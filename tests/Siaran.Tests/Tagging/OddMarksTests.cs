namespace Siaran.Tests.Tagging;

/// <summary>Quotes whose closing mark was typed for an opening one, or that a page garbled.</summary>
[TestClass]
public sealed class OddMarksTests
{
    private const string Who = "Bupati Dompu Rahmat Hidayat hadir.\n";

    [TestMethod]
    [DataRow("“Kami mengundang warga ke kantor agar rapat lancar, “ ucapnya.")]
    [DataRow("“Kami mengundang warga ke kantor agar rapat lancar, “ jelas Rahmat.")]
    [DataRow("“Kami mengundang warga ke kantor agar rapat lancar,†imbuhnya.")]
    [DataRow("“Kami mengundang warga ke kantor agar rapat lancar,† ujar Rahmat Hidayat.")]
    [DataRow("â€œKami mengundang warga ke kantor agar rapat lancar,â€ ujarnya.")]
    [DataRow("â€œKami mengundang warga ke kantor agar rapat lancar,â€\u009d ujar Rahmat Hidayat.")]
    public void A_quote_ends_where_its_mark_was_meant(string text)
    {
        var quote = SaidOf.Lines(Who + text).Quotes.Single();

        Assert.AreEqual(
            ("Kami mengundang warga ke kantor agar rapat lancar", "Rahmat Hidayat"),
            (quote.Text, quote.Speaker?.Contains("Rahmat", StringComparison.Ordinal) == true ? "Rahmat Hidayat" : quote.Speaker)
        );
    }

    [TestMethod]
    public void Two_quotes_in_one_paragraph_are_two()
    {
        var quotes = SaidOf
            .Lines(Who + "“Kami mengundang warga ke kantor, “ ucapnya. “Semua warga harus ikut rapat itu, “ tambahnya.")
            .Quotes;

        Assert.AreEqual(
            "Kami mengundang warga ke kantor; Semua warga harus ikut rapat itu",
            string.Join("; ", quotes.Select(quote => quote.Text))
        );
    }

    [TestMethod]
    [DataRow("Menurut Rahmat rapat warga di kantor itu berjalan lancar, “ ucapnya. Warga senang sekali.")]
    [DataRow("Menurut Rahmat rapat warga di kantor itu berjalan lancar,† ucapnya. Warga senang sekali.")]
    public void A_quote_without_the_mark_that_opens_it_is_none(string text) => Assert.IsEmpty(SaidOf.Lines(Who + text).Quotes);

    [TestMethod]
    public void A_mark_with_spaces_about_it_may_open_too() =>
        Assert.AreEqual(
            "kami mengundang warga ke kantor",
            SaidOf.Lines(Who + "Rahmat Hidayat mengatakan, “ kami mengundang warga ke kantor,” di Dompu.").Quotes.Single().Text
        );

    [TestMethod]
    public void What_is_behind_such_a_mark_is_not_spoken() =>
        Assert.AreEqual(
            1,
            SaidOf.Lines(Who + "“Kami mengundang warga ke kantor, “ ucapnya kemarin.").Dates.Count,
            "a spoken yesterday is no day"
        );
}
