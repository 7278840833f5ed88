using System.Xml.Linq;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class HistoryTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [TestMethod]
    public async Task Every_release_is_reachable_from_the_subscription_document()
    {
        await using var office = await Office.OpenAsync();
        await UploadAsync(office, 0, 130);
        await office.CollectAsync();

        var documents = await WalkAsync(office);

        Assert.IsGreaterThan(1, documents.Count);
        var ids = documents
            .SelectMany(document => document.Document.Root!.Elements(Atom + "entry"))
            .Select(entry => entry.Element(Atom + "id")!.Value)
            .ToList();
        Assert.HasCount(130, ids.Distinct());
    }

    [TestMethod]
    public async Task A_closed_page_keeps_its_bytes_as_more_releases_come()
    {
        await using var office = await Office.OpenAsync();
        await UploadAsync(office, 0, 90);
        await office.CollectAsync();
        var before = await office.ReadAsync("/feeds/all.atom?page=1");

        await UploadAsync(office, 90, 40);
        await office.CollectAsync();

        Assert.AreEqual(before, await office.ReadAsync("/feeds/all.atom?page=1"));
    }

    [TestMethod]
    public async Task A_withdrawal_reaches_into_closed_pages()
    {
        await using var office = await Office.OpenAsync();
        await UploadAsync(office, 0, 90);
        await office.CollectAsync();
        StringAssert.Contains(await office.ReadAsync("/feeds/all.atom?page=1"), "Kabar nomor 3<");
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("tarik.md", "---\nid: nj-3\nstatus: withdrawn\nwithdrawnReason: Keliru.\n---\n");

        var page = await office.ReadAsync("/feeds/all.atom?page=1");
        Assert.IsFalse(page.Contains("Kabar nomor 3<", StringComparison.Ordinal));
        StringAssert.Contains(page, "deleted-entry");
        StringAssert.Contains(page, "Kabar nomor 4<");
    }

    private static async Task UploadAsync(Office office, int from, int count)
    {
        foreach (var i in Enumerable.Range(from, count))
        {
            var time = Office.Start.AddHours(i - 200);
            await office.UploadAsync(
                $"{i}.md",
                Texts.Release(
                    $"Kabar nomor {i}",
                    $"Kabar nomor {i} tentang hal ke-{i} di Baruna.",
                    $"id: nj-{i}\npublishAt: {time:yyyy-MM-ddTHH:mm:ssZ}\n"
                )
            );
        }
    }

    private static async Task<List<(string Path, XDocument Document)>> WalkAsync(Office office)
    {
        var documents = new List<(string, XDocument)>();
        for (var path = "/feeds/all.atom"; path is not null; )
        {
            var document = XDocument.Parse(await office.ReadAsync(path));
            documents.Add((path, document));
            path = document.Root!.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "prev-archive")
                is { } link
                ? new Uri(link.Attribute("href")!.Value).PathAndQuery
                : null;
        }

        return documents;
    }
}
