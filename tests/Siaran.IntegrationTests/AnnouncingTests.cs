using System.Net;
using System.Text;
using System.Text.Json;

namespace Siaran.IntegrationTests;

/// <summary>Nothing is announced that cannot be read yet, and what was announced can be read.</summary>
[TestClass]
public sealed class AnnouncingTests
{
    [TestMethod]
    public async Task The_release_is_served_as_it_is_now_when_the_change_log_tells_of_it()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var page = await office.OnlyPageAsync();
        await office.ReadAsync(page);
        var served = new List<string>();
        using var stop = new CancellationTokenSource();
        var partner = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                if ((await office.JsonAsync("/changes?after=1")).GetProperty("changes").GetArrayLength() > 0)
                {
                    served.Add(await office.ReadAsync(page));
                    served.Add(await office.ReadAsync("/feeds/all.rss"));
                    return;
                }
            }
        });

        await office.PublishAsync("a.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\n"));
        await Task.WhenAny(partner, Task.Delay(TimeSpan.FromSeconds(20)));
        await stop.CancelAsync();

        Assert.HasCount(2, served);
        Assert.IsTrue(served.TrueForAll(text => text.Contains("Jembatan Lengan Resmi Dibuka", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task The_address_that_the_change_log_gives_answers_the_very_revision_on_an_instance_that_holds_an_older_one()
    {
        await using var one = await Office.OpenAsync();
        await using var other = await Office.OpenAsync(one.Storage, one.Clock);
        await one.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var page = await one.OnlyPageAsync();
        await other.ReadAsync(page + ".json");
        await one.PublishAsync("a.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\n"));

        var told = (await other.JsonAsync("/changes?after=1")).GetProperty("changes")[0];
        var content = new Uri(told.GetProperty("content").GetString()!).PathAndQuery;

        Assert.AreEqual($"{page}.json?revision=2", content);
        StringAssert.Contains(await other.ReadAsync(content), "Jembatan Lengan Resmi Dibuka");
        await one.PublishAsync("b.md", "---\nid: nj-1\nstatus: withdrawn\n---\n");
        Assert.AreEqual(HttpStatusCode.Gone, await other.StatusAsync($"{page}.json?revision=3"));
    }

    [TestMethod]
    public async Task An_upload_that_cannot_be_taken_in_time_is_answered_with_an_address_that_tells_its_state()
    {
        var outage = new OutageAfter();
        await using var office = await Office.OpenAsync(policy: outage);
        outage.Arm(4);
        using var text = new StringContent(Texts.Release(), Encoding.UTF8, "text/markdown");
        using var answer = await office.Editor.PostAsync(new Uri("/releases", UriKind.Relative), text);
        outage.Disarm();
        Assert.AreEqual(HttpStatusCode.Accepted, answer.StatusCode);
        var state = answer.Headers.Location!.AbsolutePath;
        Assert.AreEqual("waiting", await OutcomeAsync());

        await office.CollectAsync();

        Assert.AreEqual("created", await OutcomeAsync());
        Assert.AreEqual(HttpStatusCode.Unauthorized, await office.StatusAsync(state));
        using var none = await office.Editor.GetAsync(new Uri("/uploads/bm9uZQ", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.NotFound, none.StatusCode);

        async Task<string?> OutcomeAsync() =>
            JsonDocument
                .Parse(await office.Editor.GetStringAsync(new Uri(state, UriKind.Relative)))
                .RootElement.GetProperty("outcome")
                .GetString();
    }
}
