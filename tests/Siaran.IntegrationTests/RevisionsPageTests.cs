using System.Net;

namespace Siaran.IntegrationTests;

/// <summary>The public page of what was changed in a release, under the release's gate.</summary>
[TestClass]
public sealed class RevisionsPageTests
{
    private const string Body = "Gubernur membuka Jembatan Lengan. Sebanyak 1.420 warga hadir.";

    [TestMethod]
    public async Task A_correction_is_shown_word_by_word_and_the_release_leads_to_it()
    {
        await using var office = await Office.OpenAsync();
        var path = await PublishAsync(office, Body, "");
        var before = await office.ReadAsync(path);
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.PublishAsync(
            "a.md",
            Texts.Release(body: Body.Replace("1.420", "1.240", StringComparison.Ordinal), frontMatter: "id: nj-1\nrevision: minor\n")
        );
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        var release = await office.ReadAsync(path);
        var changes = await office.ReadAsync(path + "/revisions");
        var english = await office.ReadAsync("/en" + path + "/revisions");

        Assert.DoesNotContain("/revisions", before);
        Assert.Contains($"href=\"{path}/revisions\"", release);
        Assert.Contains("lewat perbaikan yang disebut kecil", release);
        Assert.Contains("<del>1.420</del><ins>1.240</ins>", changes);
        Assert.Contains("Called a small correction, but a name, a number or a date was changed.", english);
    }

    [TestMethod]
    public async Task A_release_with_one_revision_has_a_page_that_says_when_it_was_published()
    {
        await using var office = await Office.OpenAsync();
        var path = await PublishAsync(office, Body, "");

        Assert.Contains("Terbit pertama kali", await office.ReadAsync(path + "/revisions"));
    }

    [TestMethod]
    public async Task What_was_corrected_under_an_embargo_stays_unknown()
    {
        await using var office = await Office.OpenAsync();
        var time = Office.Start.AddHours(2);
        var hold = $"publishAt: {time:yyyy-MM-ddTHH:mm:ssZ}\n";
        await office.PublishAsync("a.md", Texts.Release(body: "Naskah rahasia pertama.", frontMatter: "id: nj-1\n" + hold));
        office.Clock.Advance(TimeSpan.FromMinutes(10));
        await office.PublishAsync("a.md", Texts.Release(body: Body, frontMatter: "id: nj-1\n" + hold));
        office.Clock.Advance(time - office.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await office.CollectAsync();
        var path = await office.OnlyPageAsync();

        var release = await office.ReadAsync(path);
        var changes = await office.ReadAsync(path + "/revisions");

        Assert.DoesNotContain("/revisions", release);
        Assert.DoesNotContain("rahasia", changes);
    }

    [TestMethod]
    public async Task A_withdrawn_release_is_gone_and_an_unknown_one_is_not_found()
    {
        await using var office = await Office.OpenAsync();
        var path = await PublishAsync(office, Body, "");
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.PublishAsync("a.md", Texts.Release(body: Body, frontMatter: "id: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.AreEqual(HttpStatusCode.Gone, await office.StatusAsync(path + "/revisions"));
        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync("/releases/tidak-ada-00000000/revisions"));
    }

    private static async Task<string> PublishAsync(Office office, string body, string frontMatter)
    {
        await office.PublishAsync("a.md", Texts.Release(body: body, frontMatter: "id: nj-1\n" + frontMatter));
        return await office.OnlyPageAsync();
    }
}
