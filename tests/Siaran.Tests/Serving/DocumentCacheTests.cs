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
        Assert.AreEqual(
            (503, "application/problem+json", "10", "*"),
            (
                failed.Status,
                failed.Headers.ContentType.ToString(),
                failed.Headers.RetryAfter.ToString(),
                failed.Headers.AccessControlAllowOrigin.ToString()
            )
        );
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

        Task<Block?> Get(string key) =>
            cache.GetAsync<Block>(
                key,
                (_, _) =>
                {
                    built.Add(key);
                    return Task.FromResult<Block?>(new Block(1000));
                },
                CancellationToken.None
            );
    }

    [TestMethod]
    public async Task While_storage_is_silent_a_held_copy_is_answered_and_refreshed_behind()
    {
        var clock = new FakeClock(Some.Time);
        var cache = new DocumentCache(clock, TimeSpan.FromSeconds(15), 10_000, NullLogger<DocumentCache>.Instance);
        var (old, newer, silence) = (new Block(1), new Block(2), new TaskCompletionSource<Block?>());
        await Get(Task.FromResult<Block?>(old));
        clock.Advance(TimeSpan.FromHours(1));

        var first = Get(silence.Task);
        Assert.IsFalse(first.IsCompleted);
        clock.Advance(DocumentCache.PatienceWithCopy);
        Assert.AreSame(old, await first);
        var next = Get(silence.Task);
        Assert.IsTrue(next.IsCompleted, "Only the first waits at all.");
        Assert.AreSame(old, await next);

        silence.SetResult(newer);
        while (cache.Find<Block>("k") != newer)
        {
            await Task.Yield();
        }

        Assert.AreSame(newer, await Get(silence.Task));

        Task<Block?> Get(Task<Block?> stored) => cache.GetAsync<Block>("k", (_, _) => stored, CancellationToken.None);
    }

    [TestMethod]
    public async Task Without_a_copy_silence_has_a_bound_and_whoever_comes_later_waits_no_longer()
    {
        feeds.Listings.Gate = new TaskCompletionSource().Task;

        var first = feeds.GetAsync("all.rss");
        feeds.Clock.Advance(Availability.Patience);
        var late = feeds.GetAsync("all.atom");

        foreach (var answer in new[] { await first, await late })
        {
            Assert.AreEqual(
                (503, "application/problem+json", "10", "no-store"),
                (
                    answer.Status,
                    answer.Headers.ContentType.ToString(),
                    answer.Headers.RetryAfter.ToString(),
                    answer.Headers.CacheControl.ToString()
                )
            );
        }
    }

    [TestMethod]
    public async Task A_fault_of_ours_is_no_outage_and_shows_nothing_of_its_cause()
    {
        feeds.Listings.Failure = new InvalidOperationException("SECRET");

        var answer = await feeds.GetAsync("all.rss");

        Assert.AreEqual((500, "application/problem+json"), (answer.Status, answer.Headers.ContentType.ToString()));
        Assert.DoesNotContain("SECRET", answer.Text);
    }

    [TestMethod]
    public async Task The_bound_holds_for_what_is_larger_than_all_of_it_and_for_what_grows()
    {
        var clock = new FakeClock(Some.Time);
        var cache = new DocumentCache(clock, TimeSpan.FromHours(1), 10_000, NullLogger<DocumentCache>.Instance);
        var growing = new Growing();

        await cache.GetAsync<Block>("huge", (_, _) => Task.FromResult<Block?>(new Block(20_000)), CancellationToken.None);
        Assert.AreEqual(0, cache.Size);

        await cache.GetAsync<Growing>("growing", (_, _) => Task.FromResult<Growing?>(growing), CancellationToken.None);
        growing.Size = 30_000;
        for (var i = 0; i < 16; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await cache.GetAsync<Block>("small", (_, _) => Task.FromResult<Block?>(new Block(100)), CancellationToken.None);
        }

        Assert.AreEqual(100, cache.Size);
    }

    private sealed class Growing : ICached
    {
        public long Size { get; set; } = 10;
    }

    private sealed record Block(long Size) : ICached;
}
