using System.Net;
using Siaran.LocalHost;

namespace Siaran.IntegrationTests;

/// <summary>A withdrawn release may name the one that takes its place.</summary>
[TestClass]
public sealed class SuccessorTests
{
    private static readonly Uri Register = new("/maintenance/offices", UriKind.Relative);

    [TestMethod]
    public async Task Its_address_leads_to_the_successor_while_that_is_public_and_is_gone_otherwise()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release("Jembatan Dibuka Senin", frontMatter: "id: lama\n"));
        var old = await office.OnlyPageAsync();
        await office.PublishAsync(
            "b.md",
            Texts.Release("Pembukaan Diundur", "Pembukaan pasar diundur sepekan.", "id: baru\npublishAt: 2026-03-05\n")
        );

        await WithdrawAsync(office, "lama", "baru");
        var early = await AnswerAsync(office, old);
        office.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));
        await office.CollectAsync();
        var next = await office.OnlyPageAsync();
        var later = await AnswerAsync(office, old);
        var json = await office.StatusAsync(old + ".json");
        await WithdrawAsync(office, "baru", "lama");
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        var after = await AnswerAsync(office, old);

        Assert.AreEqual((HttpStatusCode.Gone, null), early, "Nobody learns of a release that is still held back.");
        Assert.AreEqual((HttpStatusCode.Found, "https://siaran.example" + next), later);
        Assert.AreEqual(HttpStatusCode.Gone, json);
        Assert.AreEqual((HttpStatusCode.Gone, null), after, "Two that name each other lead nowhere.");
    }

    [TestMethod]
    public async Task Of_a_chain_the_first_leads_to_the_last()
    {
        await using var office = await Office.OpenAsync();
        string[] texts = ["Satu desa dialiri listrik.", "Dua puskesmas diresmikan di kota.", "Tiga kapal nelayan diserahkan."];
        foreach (var (text, number) in texts.Zip(Enumerable.Range(1, 3)))
        {
            await office.PublishAsync($"{number}.md", Texts.Release($"Kabar {text}", text, $"id: nj-{number}\n"));
        }

        var pages = (await office.ItemsAsync()).ToDictionary(
            item => item.Element("title")!.Value[6..10],
            item => new Uri(item.Element("link")!.Value).AbsolutePath
        );
        await WithdrawAsync(office, "nj-1", "nj-2");
        await WithdrawAsync(office, "nj-2", "nj-3");

        Assert.AreEqual((HttpStatusCode.Found, "https://siaran.example" + pages["Tiga"]), await AnswerAsync(office, pages["Satu"]));
    }

    [TestMethod]
    [DataRow("tidak-ada")]
    [DataRow("0b5b9d2c-0e5c-5e8e-9d5c-3a1f0c2d4e6f")]
    [DataRow("lama")]
    [DataRow("rahasia")]
    public async Task What_is_no_other_release_of_ones_own_office_is_refused_and_withdraws_nothing(string successor)
    {
        await using var office = await Office.OpenAsync();
        using var client = office.ClientWith(LocalKeys.DefaultMaster);
        using var kept = await client.PutAsync(
            Register,
            new StringContent(
                """
                {
                  "offices": [{ "id": "dinkes", "name": "Dinkes" }, { "id": "pupr", "name": "PUPR" }],
                  "holders": [
                    { "kind": "folder", "id": "dinkes", "name": "Dinkes", "offices": ["dinkes"] },
                    { "kind": "folder", "id": "pupr", "name": "PUPR", "offices": ["pupr"] }
                  ]
                }
                """,
                System.Text.Encoding.UTF8,
                "application/json"
            )
        );
        Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode);
        await office.PublishAsync("dinkes/a.md", Texts.Release("Vaksin Tiba", "Vaksin tiba pagi ini.", "id: lama\n"));
        await office.PublishAsync("pupr/b.md", Texts.Release("Jembatan Baru", "Jembatan baru dibangun.", "id: rahasia\n"));
        var page = (await office.ItemsAsync()).Single(item => item.Element("title")!.Value == "Vaksin Tiba").Element("link")!.Value;

        await WithdrawAsync(office, "lama", successor, "dinkes/");

        Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync(new Uri(page).AbsolutePath));
        var report = (await Office.BlobsAsync(office.Rejected)).Single(name => name.EndsWith(".report.json", StringComparison.Ordinal));
        var said = (await office.Rejected.GetBlobClient(report).DownloadContentAsync()).Value.Content.ToString();
        Assert.Contains("successor-unknown", said);
        Assert.DoesNotContain("Jembatan", said);
    }

    [TestMethod]
    public async Task The_desk_asks_for_it()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release("Jembatan Dibuka Senin", frontMatter: "id: lama\n"));
        var old = await office.OnlyPageAsync();
        await office.PublishAsync("b.md", Texts.Release("Pembukaan Diundur", "Pembukaan pasar diundur sepekan.", "id: baru\n"));
        var budi = new DeskPerson(office, "budi", "Publisher");
        var release = (await budi.OpenAsync("/desk"))
            .QuerySelectorAll("#terbit ~ ul a")
            .Single(link => link.TextContent.Contains("Senin", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var form = await budi.OpenAsync(release + "/withdraw");
        var other = form.QuerySelectorAll("#successor option").Single(option => option.GetAttribute("value")!.Length > 0);

        using var sent = await budi.PostAsync(
            release + "/withdraw",
            ("seen", "1"),
            ("reason", "Jadwal berubah"),
            ("successor", other.GetAttribute("value")!)
        );

        Assert.AreEqual(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.AreEqual(HttpStatusCode.Found, (await AnswerAsync(office, old)).Status);
        Assert.Contains("Rilis penggantinya", (await budi.OpenAsync(release)).Body!.TextContent);
    }

    private static Task WithdrawAsync(Office office, string id, string successor, string folder = "") =>
        office.PublishAsync(
            $"{folder}tarik-{id}.md",
            $"---\nid: {id}\nstatus: withdrawn\nwithdrawnReason: Keliru\nsuccessor: {successor}\n---\n"
        );

    private static async Task<(HttpStatusCode Status, string? Location)> AnswerAsync(Office office, string path)
    {
        using var answer = await office.Reader.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, answer.Headers.Location?.AbsoluteUri);
    }
}
