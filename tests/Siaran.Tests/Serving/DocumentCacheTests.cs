using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Serving;
using Siaran.Tests.Feeds;

namespace Siaran.Tests.Serving;

[TestClass]
public sealed class DocumentCacheTests
{
    private readonly FeedsUnderTest feeds = new(SomeFeeds.Gallery());

    [TestMethod]
    public async Task A_hot_feed_asks_storage_for_nothing()
    {
        await feeds.GetAsync("all.rss");
        feeds.Listings.Reads.Clear();
        feeds.Clock.Advance(TimeSpan.FromSeconds(14));

        await feeds.GetAsync("all.rss");
        await feeds.GetAsync("all.atom", ("Accept-Encoding", "gzip"));
        await feeds.GetAsync("all");

        Assert.IsEmpty(feeds.Listings.Reads);
    }

    [TestMethod]
    public async Task A_cold_feed_costs_one_query_a_revalidated_one_a_point_read_and_a_changed_one_both()
    {
        await feeds.GetAsync("all.rss");
        feeds.Clock.Advance(TimeSpan.FromSeconds(15));
        await feeds.GetAsync("all.rss");
        feeds.Clock.Advance(TimeSpan.FromSeconds(15));
        feeds.Listings.Commit(SomeFeeds.Release("baru", "Kabar Baru"));
        await feeds.GetAsync("all.rss");

        Assert.AreEqual("listing all, head all, head all, listing all", string.Join(", ", feeds.Listings.Reads));
    }

    [TestMethod]
    public async Task A_hundred_at_once_rebuild_a_feed_once()
    {
        var open = new TaskCompletionSource();
        feeds.Listings.Gate = open.Task;

        var answers = Enumerable.Range(0, 100).Select(_ => feeds.GetAsync("all.rss")).ToList();
        open.SetResult();
        await Task.WhenAll(answers);

        Assert.HasCount(1, feeds.Listings.Reads);
        Assert.IsTrue(answers.All(answer => answer.Result.Status == 200));
    }

    [TestMethod]
    public async Task Expiring_shows_a_change_at_once()
    {
        await feeds.GetAsync("all.rss");
        feeds.Listings.Commit(SomeFeeds.Release("baru", "Kabar Baru", Some.Time.AddDays(1)));
        feeds.Cache.Expire();

        Assert.AreEqual("Kabar Baru", (await feeds.GetAsync("all.rss")).Titles[0]);
    }

    [TestMethod]
    public async Task While_storage_fails_the_last_state_is_served_for_a_day()
    {
        var good = await feeds.GetAsync("all.rss");
        feeds.Listings.Failure = new IOException("connection string=SECRET");
        feeds.Clock.Advance(TimeSpan.FromHours(23));
        var stale = await feeds.GetAsync("all.rss");
        feeds.Clock.Advance(TimeSpan.FromHours(2));
        var failed = await feeds.GetAsync("all.rss");

        Assert.AreEqual((200, good.Text), (stale.Status, stale.Text));
        Assert.AreEqual((503, "application/problem+json", "10", "*"), (failed.Status, failed.Headers.ContentType.ToString(), failed.Headers.RetryAfter.ToString(), failed.Headers.AccessControlAllowOrigin.ToString()));
        Assert.DoesNotContain("SECRET", failed.Text);
    }

    [TestMethod]
    public async Task Memory_is_bounded_and_what_is_asked_for_stays()
    {
        var clock = new FakeClock(Some.Time);
        var cache = new DocumentCache(clock, TimeSpan.FromHours(1), 10_000, NullLogger<DocumentCache>.Instance);
        var built = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Get("hot");
            clock.Advance(TimeSpan.FromSeconds(1));
            await Get($"cold-{i}");
        }

        await Get("cold-0");

        Assert.AreEqual(1, built.Count(key => key == "hot"));
        Assert.AreEqual(2, built.Count(key => key == "cold-0"));

        Task<Block?> Get(string key) => cache.GetAsync<Block>(
            key,
            (_, _) =>
            {
                built.Add(key);
                return Task.FromResult<Block?>(new Block(1000));
            },
            CancellationToken.None);
    }

    private sealed record Block(long Size) : ICached;
}
