using System.Net;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class RevisionTests
{
    [TestMethod]
    public async Task A_major_revision_says_what_changed()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        office.Clock.Advance(TimeSpan.FromHours(2));

        await office.PublishAsync(
            "a.md",
            Texts.Release("Jembatan Lengan Dibuka Besok", frontMatter: "revision: major\nchangeNote: Tanggal diperbaiki.\n")
        );

        var item = (await office.JsonAsync("/feeds/all.json")).GetProperty("items")[0];
        Assert.AreEqual(Office.Start, item.GetProperty("date_published").GetDateTimeOffset());
        Assert.AreEqual(Office.Start.AddHours(2), item.GetProperty("date_modified").GetDateTimeOffset());
        StringAssert.Contains(await office.ReadAsync(await office.OnlyPageAsync()), "Tanggal diperbaiki.");
    }

    [TestMethod]
    public async Task A_minor_revision_keeps_the_dates()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        var before = (await office.JsonAsync("/feeds/all.json")).GetProperty("items")[0];
        office.Clock.Advance(TimeSpan.FromHours(2));

        await office.PublishAsync("a.md", Texts.Release("Jembatan Lengan di Baruna Dibuka", frontMatter: "revision: minor\n"));

        var after = (await office.JsonAsync("/feeds/all.json")).GetProperty("items")[0];
        Assert.AreEqual(before.GetProperty("date_published").GetString(), after.GetProperty("date_published").GetString());
        Assert.AreEqual(before.GetProperty("id").GetString(), after.GetProperty("id").GetString());
        Assert.AreEqual("Jembatan Lengan di Baruna Dibuka", after.GetProperty("title").GetString());
    }

    [TestMethod]
    public async Task A_withdrawn_release_leaves_its_address_with_the_reason_and_no_feed()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var page = await office.OnlyPageAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("tarik.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Angkanya keliru.\n---\n");

        using var response = await office.Reader.GetAsync(new Uri(page, UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.Gone, response.StatusCode);
        StringAssert.Contains(await response.Content.ReadAsStringAsync(), "Angkanya keliru.");
        Assert.IsEmpty(await office.ItemsAsync());
        StringAssert.Contains(await office.ReadAsync("/feeds/all.atom"), "deleted-entry");
        Assert.AreEqual(HttpStatusCode.Gone, await office.StatusAsync(page + "/related"));
    }

    [TestMethod]
    public async Task A_withdrawn_release_is_in_nobody_s_list_of_related_releases()
    {
        await using var office = await Office.OpenAsync();
        await office.UploadAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan lengan]\n"));
        await office.UploadAsync(
            "b.md",
            Texts.Release(
                "Jalan ke Jembatan Lengan Diperlebar",
                "Jalan menuju jembatan kini dua lajur.",
                "id: nj-2\ntags: [jembatan lengan]\n"
            )
        );
        await office.CollectAsync();
        var other = (await office.ItemsAsync()).Single(item => item.Element("title")!.Value.StartsWith("Jalan", StringComparison.Ordinal));
        var related = new Uri(other.Element("link")!.Value).AbsolutePath + "/related";
        Assert.AreEqual(1, (await office.JsonAsync(related)).GetProperty("related").GetArrayLength());
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("tarik.md", "---\nid: nj-1\nstatus: withdrawn\n---\n");

        Assert.AreEqual(0, (await office.JsonAsync(related)).GetProperty("related").GetArrayLength());
    }

    [TestMethod]
    public async Task A_withdrawn_release_comes_back_under_its_id_when_its_editor_says_so()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var guid = (await office.ItemsAsync()).Single().Element("guid")!.Value;
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\nstatus: withdrawn\n"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\nstatus: published\n"));

        Assert.AreEqual(guid, (await office.ItemsAsync()).Single().Element("guid")!.Value);
        Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync(await office.OnlyPageAsync()));
    }

    [TestMethod]
    public async Task A_release_that_loses_a_tag_leaves_that_tag_s_feed()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jalan]\n"));

        Assert.IsEmpty(await office.ItemsAsync("tag:keyword:jembatan"));
        Assert.HasCount(1, await office.ItemsAsync("tag:keyword:jalan"));
    }
}
