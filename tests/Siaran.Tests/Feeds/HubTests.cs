using System.Net;
using System.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Feeds.Push;
using Siaran.Listings;
using Siaran.Settings;

namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class HubTests : IDisposable
{
    private readonly FakeClock clock = new(Some.Time);
    private readonly FakePings pings = new();
    private readonly FakeHub hub = new();
    private readonly Site site = new()
    {
        BaseAddress = new Uri("https://siaran.example/"),
        Hub = new Uri("https://hub.example/"),
        Freshness = TimeSpan.Zero,
    };

    [TestMethod]
    public async Task Just_the_feeds_that_changed_are_pinged_under_their_own_addresses()
    {
        var publisher = Publisher();
        await publisher.NoteAsync([FeedKey.All, FeedKey.From(FeedKind.Region, "Teluk Jaya")!.Value], CancellationToken.None);

        Assert.AreEqual(6, await publisher.SendAsync(CancellationToken.None));
        Assert.AreEqual(
            "https://siaran.example/feeds/all.atom https://siaran.example/feeds/all.json https://siaran.example/feeds/all.rss "
                + "https://siaran.example/feeds/region:teluk-jaya.atom https://siaran.example/feeds/region:teluk-jaya.json https://siaran.example/feeds/region:teluk-jaya.rss",
            string.Join(' ', hub.Topics.Order(StringComparer.Ordinal))
        );
        Assert.AreEqual(0, await publisher.SendAsync(CancellationToken.None));
    }

    [TestMethod]
    [DataRow(HttpStatusCode.ServiceUnavailable)]
    [DataRow(HttpStatusCode.TooManyRequests)]
    [DataRow(null)]
    public async Task A_hub_that_fails_is_asked_again_by_another_process(HttpStatusCode? failure)
    {
        hub.Fail(failure);
        await Publisher().NoteAsync([FeedKey.All], CancellationToken.None);
        Assert.AreEqual(0, await Publisher().SendAsync(CancellationToken.None));

        hub.Works();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.AreEqual(0, await Publisher().SendAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(3, await Publisher().SendAsync(CancellationToken.None));
    }

    [TestMethod]
    public async Task A_hub_that_never_answers_is_given_up_after_days()
    {
        hub.Fail(HttpStatusCode.InternalServerError);
        await Publisher().NoteAsync([FeedKey.All], CancellationToken.None);

        var start = clock.Now;
        while (!pings.Waiting.IsEmpty)
        {
            await Publisher().SendAsync(CancellationToken.None);
            clock.Now = pings.Waiting.IsEmpty ? clock.Now : pings.Waiting.Values.Max(ping => ping.DueAt);
        }

        Assert.HasCount(3 * HubPublisher.MostAttempts, hub.Topics);
        Assert.IsGreaterThan(TimeSpan.FromDays(1), clock.Now - start);
    }

    [TestMethod]
    public async Task A_hub_that_is_not_there_is_not_asked_for_every_topic()
    {
        hub.Fail(null);
        await Publisher()
            .NoteAsync(
                [.. Enumerable.Range(1, 30).Select(number => FeedKey.From(FeedKind.Region, $"Desa {number}")!.Value)],
                CancellationToken.None
            );

        await Publisher().SendAsync(CancellationToken.None);

        Assert.IsLessThanOrEqualTo(4, hub.Topics.Count);
        hub.Works();
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.AreEqual(90, await Publisher().SendAsync(CancellationToken.None));
    }

    [TestMethod]
    public async Task A_change_while_the_hub_is_told_is_told_again()
    {
        await Publisher().NoteAsync([FeedKey.All], CancellationToken.None);
        hub.OnPing = () => Publisher().NoteAsync([FeedKey.All], CancellationToken.None);
        await Publisher().SendAsync(CancellationToken.None);
        hub.OnPing = () => Task.CompletedTask;

        Assert.AreEqual(3, await Publisher().SendAsync(CancellationToken.None));
    }

    [TestMethod]
    public async Task Without_a_hub_nothing_is_kept_or_sent()
    {
        site.Hub = null;
        await Publisher().NoteAsync([FeedKey.All], CancellationToken.None);

        Assert.AreEqual(0, await Publisher().SendAsync(CancellationToken.None));
        Assert.IsEmpty(pings.Waiting);
    }

    public void Dispose() => hub.Dispose();

    private HubPublisher Publisher() =>
        new(new HttpClient(hub, disposeHandler: false), pings, site, clock, NullLogger<HubPublisher>.Instance);

    private sealed class FakeHub : HttpMessageHandler
    {
        private Func<HttpResponseMessage> answer = () => new(HttpStatusCode.Accepted);

        public List<string> Topics { get; } = [];

        public Func<Task> OnPing { get; set; } = () => Task.CompletedTask;

        public void Works() => answer = () => new(HttpStatusCode.NoContent);

        public void Fail(HttpStatusCode? status) =>
            answer = () => status is { } code ? new(code) : throw new HttpRequestException("No route to host.");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
            Assert.AreEqual(("publish", form["hub.topic"]), (form["hub.mode"], form["hub.url"]));
            lock (Topics)
            {
                Topics.Add(form["hub.url"]!);
            }

            await OnPing();
            return answer();
        }
    }

    private sealed class FakePings : IHubPings
    {
        private int version;

        public System.Collections.Concurrent.ConcurrentDictionary<Uri, HubPing> Waiting { get; } = new();

        public Task AddAsync(IReadOnlyCollection<Uri> topics, DateTimeOffset dueAt, CancellationToken cancellationToken)
        {
            foreach (var topic in topics)
            {
                Waiting[topic] = new HubPing(topic, 0, dueAt, Next());
            }

            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<HubPing>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<HubPing>>([
                .. Waiting.Values.Where(ping => ping.DueAt <= now).OrderBy(ping => ping.DueAt).Take(limit),
            ]);

        public Task RemoveAsync(HubPing ping, CancellationToken cancellationToken)
        {
            if (Waiting.TryGetValue(ping.Topic, out var current) && current.Version == ping.Version)
            {
                Waiting.TryRemove(ping.Topic, out _);
            }

            return Task.CompletedTask;
        }

        public Task PostponeAsync(HubPing ping, DateTimeOffset dueAt, CancellationToken cancellationToken)
        {
            if (Waiting.TryGetValue(ping.Topic, out var current) && current.Version == ping.Version)
            {
                Waiting[ping.Topic] = ping with { DueAt = dueAt, Version = Next() };
            }

            return Task.CompletedTask;
        }

        private string Next() => Interlocked.Increment(ref version).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
