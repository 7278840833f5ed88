using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Siaran.Listings;
using Siaran.LocalHost;

namespace Siaran.IntegrationTests;

/// <summary>What the desk lists: all that one's offices have, however long ago, and nothing of others'.</summary>
[TestClass]
public sealed class DeskListTests
{
    [TestMethod]
    public async Task Every_public_release_is_reached_and_found_by_a_word_however_old_it_is()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await Task.WhenAll(Enumerable.Range(1, Archive.ClosesAt).Select(number => office.UploadAsync($"{number}.md", TextOf(number))));
        await office.CollectAsync();
        var sari = new DeskPerson(office, "sari", "Editor");
        var (seen, address) = (new HashSet<string>(), "/desk");
        for (var screens = 0; address.Length > 0; screens++)
        {
            Assert.IsLessThan(10, screens, "The pages end.");
            var list = await sari.OpenAsync(address);
            seen.UnionWith(Links(list, "terbit").Select(link => link.TextContent));
            address = list.QuerySelector("[rel=next]")?.GetAttribute("href") ?? "";
        }

        Assert.HasCount(Archive.ClosesAt, seen);
        var found = Links(await sari.OpenAsync("/desk?q=pertama+kabar"), "terbit");
        Assert.AreEqual("Kabar Pertama", found.Single().TextContent);
    }

    [TestMethod]
    public async Task Withdrawn_releases_are_listed_by_headline_under_their_office_and_to_it_alone()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        using var client = office.ClientWith(LocalKeys.DefaultMaster);
        using var kept = await client.PutAsync(
            new Uri("/maintenance/offices", UriKind.Relative),
            new StringContent(
                """
                {
                  "offices": [{ "id": "dinkes", "name": "Dinkes" }, { "id": "pupr", "name": "PUPR" }],
                  "holders": [
                    { "kind": "folder", "id": "dinkes", "name": "Dinkes", "offices": ["dinkes"] },
                    { "kind": "identity", "id": "id-sari", "name": "Sari", "offices": ["dinkes", "pupr"] },
                    { "kind": "identity", "id": "id-budi", "name": "Budi", "offices": ["pupr"] }
                  ]
                }
                """,
                Encoding.UTF8,
                "application/json"
            )
        );
        Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode);
        await office.PublishAsync("dinkes/a.md", Texts.Release("Vaksin Tiba", "Vaksin tiba pagi ini.", "id: vaksin\n"));
        await office.PublishAsync("dinkes/b.md", "---\nid: vaksin\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        var (sari, budi) = (new DeskPerson(office, "sari", "Editor"), new DeskPerson(office, "budi", "Editor"));

        Assert.AreEqual("Vaksin Tiba", Links(await sari.OpenAsync("/desk?office=dinkes"), "ditarik").Single().TextContent);
        Assert.AreEqual("Vaksin Tiba", Links(await sari.OpenAsync("/desk?q=vaksin"), "ditarik").Single().TextContent);
        Assert.IsEmpty(Links(await sari.OpenAsync("/desk?office=pupr"), "ditarik"));
        Assert.IsEmpty(Links(await budi.OpenAsync("/desk"), "ditarik"));
    }

    [TestMethod]
    public async Task A_report_that_is_damaged_is_shown_as_damaged_and_the_upload_is_mended_all_the_same()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", "---\npublishAt: 11/12/2026\n---\n\n# Jembatan Dibuka\n\nJembatan dibuka hari ini.\n");
        await office.Rejected.GetBlobClient("a.md.report.json").UploadAsync(BinaryData.FromString("{ \"find"), overwrite: true);
        var sari = new DeskPerson(office, "sari", "Editor");
        var upload = Links(await sari.OpenAsync("/desk"), "perbaiki").Single().GetAttribute("href")!;

        var screen = await sari.OpenAsync(upload);
        using var draft = await sari.PostAsync(upload);

        Assert.Contains("Laporan unggahan ini rusak", screen.Body!.TextContent);
        Assert.AreNotEqual(HttpStatusCode.InternalServerError, draft.StatusCode);
    }

    private static string TextOf(int number) =>
        $"---\npublishAt: 2026-01-{1 + (number / 3):D2}\n---\n\n# {(number == 1 ? "Kabar Pertama" : $"Kabar ke-{number}")}\n\nKabar {number} {new string('a', number)}.\n";

    private static List<AngleSharp.Dom.IElement> Links(IHtmlDocument list, string section) =>
        [.. list.QuerySelectorAll($"#{section} ~ ul a")];
}
