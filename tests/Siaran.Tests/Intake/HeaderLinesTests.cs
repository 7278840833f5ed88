using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Lines above a text that each say a thing of it, without a fence around them.</summary>
[TestClass]
public sealed class HeaderLinesTests
{
    private const string Headline = "Pasar Ikan Teluk Jaya Dibuka";

    private const string Date = "2024-05-13T16:00Z";

    [TestMethod]
    [DataRow("Judul: {0}\nPenulis: Humas Setda\nTanggal Terbit: 14 Mei 2024\nKategori: Siaran Pers", Date)]
    [DataRow("Judul: {0}\npubDate: 2024-05-14", Date)]
    [DataRow("Judul : {0}\nPenulis : Humas Setda\nTgl. Tayang : 05/14/2024 10:30 WIB\nTags : pasar, ikan", "2024-05-14T03:30Z")]
    [DataRow("Judul : {0}\nPenulis : Humas Setda\nTgl. Tayang : 14/05/2024 10:30 WIB\nTags : pasar, ikan", "2024-05-14T03:30Z")]
    [DataRow("JUDUL\t: {0}\nTANGGAL\t: 14 Mei 2024\nSUMBER\t: Dinas Perikanan\nKONTAK\t: Rina (0812-3456-7890)", Date)]
    [DataRow("{0}\nTanggal: Selasa, 14 Mei 2024\nPenulis: Humas\nEditor: Rina", Date)]
    [DataRow("Headline: {0}\nSource: Teluk Jaya Regency\nPublication date: May 14, 2024\nKeywords: market", Date)]
    [DataRow("{0}\n\nSelasa, 14 Mei 2024 | 10:30 WIB | Humas", "2024-05-14T03:30Z")]
    public void They_are_no_part_of_headline_or_text(string lines, string date)
    {
        foreach (
            var (name, above) in (List<(string, string)>)
                [("a.txt", lines), ("a.txt", lines.Replace("\n", "\n\n", StringComparison.Ordinal)), ("a.md", lines)]
        )
        {
            // A headline above other lines in the same paragraph is Markdown's own doing.
            if (name is "a.md" && lines.StartsWith("{0}", StringComparison.Ordinal))
            {
                continue;
            }

            AssertRead(above, date, name);
        }
    }

    [TestMethod]
    [DataRow("**Judul:** {0}\n**Tanggal:** 14 Mei 2024\n**Penulis:** Humas")]
    [DataRow("*Judul*: {0}\n*Tanggal terbit*: 14 Mei 2024")]
    public void Stars_around_their_names_change_nothing(string lines) => AssertRead(lines, Date, "a.md");

    [TestMethod]
    [DataRow("pubDate: 2029-12-01")]
    [DataRow("PublicationDate: 2029-12-01")]
    [DataRow("Tanggal tayang:\n\n1 Desember 2029")]
    [DataRow("Release date:\n\n1 December 2029")]
    public void Below_the_first_paragraph_they_still_hold_the_release(string lines)
    {
        const string first =
            "Pemerintah Kabupaten Teluk Jaya membuka pasar ikan yang baru untuk para nelayan di pesisir, setelah bangunan lama rusak diterjang gelombang pasang pada musim angin barat tahun lalu.";
        foreach (
            var text in (string[])
                [$"{Headline}\n\n{first}\n\n{lines}\n\n{Uploads.Body}", $"{Headline}\n\n{first}\n\n{Uploads.Body}\n\n{lines}"]
        )
        {
            Assert.IsInstanceOfType<IntakeResult.Rejected>(Uploads.Read(text, "a.txt"), text);
        }
    }

    private static void AssertRead(string lines, string date, string name)
    {
        var above = lines.Replace("{0}", Headline, StringComparison.Ordinal);
        var submission = Uploads.Submission($"{above}\n\n{Uploads.Body}\n\nPasar itu memiliki gudang dingin yang besar.\n", name);

        Assert.AreEqual(Headline, submission.Content!.Headline, above);
        Assert.HasCount(2, submission.Content.Paragraphs, above);
        Assert.AreEqual(DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture), submission.PublishAt, above);
    }
}
