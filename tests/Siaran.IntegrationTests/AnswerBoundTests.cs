using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Endpoints;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// However long releases are, and however often they are corrected, every answer is bounded, and so is the memory to make it.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class AnswerBoundTests
{
    private const int Longest = 9;
    private const int Revisions = 8;
    private const int Mega = 1024 * 1024;

    /// <summary>An answer about one release may hold its whole text twice, escaped.</summary>
    private const int MostBytes = 12 * Mega;

    /// <summary>All that is allocated for an answer that nobody has asked for before.</summary>
    private const long MostAllocated = 192L * Mega;

    private static readonly ReleaseId First = ReleaseId.FromEditorKey("panjang-0");

    private readonly StillClock clock = new(StillClock.Start);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Every_answer_about_the_longest_releases_is_bounded_in_bytes_and_in_memory()
    {
        var storage = await StoredAsync();

        foreach (var (address, ask) in Answers(await SlugAsync(storage)))
        {
            // An instance that holds nothing yet.
            await using var room = new PressRoom(storage, clock);
            await AskAsync(room, FirstAnswer);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var bytes = await AskAsync(room, ask);
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

            TestContext.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{address}: {bytes >> 10} KiB, {allocated >> 20} MiB allocated")
            );
            Assert.IsGreaterThan(200, bytes, address);
            Assert.IsLessThan(MostBytes, bytes, address);
            Assert.IsLessThan(MostAllocated, allocated, address);
        }
    }

    [TestMethod]
    public async Task What_is_kept_ready_in_memory_stays_within_its_bound_whatever_is_asked_for()
    {
        const long bound = 8 * Mega;
        var storage = await StoredAsync();
        var settings = new Dictionary<string, string?> { ["Site:CacheBytes"] = bound.ToString(CultureInfo.InvariantCulture) };
        await using var room = new PressRoom(storage, clock, settings: settings);
        await AskAsync(room, FirstAnswer);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        foreach (var (address, ask) in Answers(await SlugAsync(storage)))
        {
            await AskAsync(room, ask);
            var bytes = await AskAsync(room, ask);
            // All but the answer that was made last.
            Assert.IsLessThanOrEqualTo(bound + (2 * bytes), room.Service<DocumentCache>().Size, address);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.WriteLine($"{grown >> 20} MiB held");
        // The blocks of the search index have a bound of their own.
        Assert.IsLessThan(6 * bound, grown);
    }

    [TestMethod]
    public async Task A_page_of_the_archive_ends_where_its_bodies_are_large_and_the_next_goes_on_from_there()
    {
        var storage = await StoredAsync();
        await using var room = new PressRoom(storage, clock);
        var (found, pages) = (new List<ReleaseId>(), 0);
        for (string? cursor = null; pages == 0 || cursor is not null; pages++)
        {
            var page = await room.Service<ReleaseTable>().ReadStoredAsync(cursor, 100, CancellationToken.None);
            Assert.IsLessThan(8 * Mega, page.Releases.SkipLast(1).Sum(stored => stored.Release.Content.BodyLength));
            found.AddRange(page.Releases.Select(stored => stored.Release.Id));
            cursor = page.Next;
        }

        Assert.IsGreaterThan(1, pages);
        Assert.HasCount(Longest, found);
        Assert.HasCount(Longest, found.Distinct().ToList());
    }

    [TestMethod]
    public async Task A_history_shows_the_newest_changes_of_long_revisions_and_all_changes_of_short_ones()
    {
        await using var room = new PressRoom(await StoredAsync(), clock);
        await room.PostAsync("pendek.md", Texts.Release("Kabar pendek", frontMatter: "id: pendek\n"));
        for (var revision = 2; revision <= Revisions; revision++)
        {
            clock.Now += TimeSpan.FromMinutes(1);
            await room.PostAsync(
                $"pendek-{revision}.md",
                Texts.Release($"Kabar pendek {revision}", frontMatter: "id: pendek\nrevision: major\n")
            );
        }

        Assert.AreEqual("8 7 6 5 4 3 2 1", await ShownAsync("pendek"));
        Assert.AreEqual("8 7", await ShownAsync("panjang-0"));

        async Task<string> ShownAsync(string key)
        {
            var releases = room.Service<ReleaseReader>();
            var view = await releases.FindAsync(ReleaseId.FromEditorKey(key), CancellationToken.None);
            var history = await releases.HistoryAsync(view!, CancellationToken.None);
            Assert.IsTrue(history!.IsWhole);
            return string.Join(' ', history.Changes.Select(change => change.Revision.Revision));
        }
    }

    [TestMethod]
    public async Task A_rebuild_holds_no_more_of_the_originals_at_once_than_a_batch_may_though_all_once_came_together()
    {
        const int batch = 400_000;
        var (storage, originals) = (new MemoryStorage(clock), 10);
        await using (var room = new PressRoom(storage, clock, settings: BatchOf(100 * Mega)))
        {
            await room.CreateAsync();
            for (var number = 0; number < originals; number++)
            {
                await room.UploadAsync($"{number}.md", LongText(number, 1, paragraphs: 200));
            }

            Assert.HasCount(originals, (await room.RunAsync()).Uploads.Where(upload => upload.Outcome is CollectOutcome.Created).ToList());
        }

        clock.Now += TimeSpan.FromMinutes(10);
        var (held, most, all, before, memory) = (0L, 0L, 0L, 0L, 0L);
        await using var rebuilding = new PressRoom(storage, clock, WatchAsync, BatchOf(batch));
        Assert.IsTrue((await rebuilding.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None))!.Done);

        TestContext.WriteLine($"{most >> 10} of {all >> 10} KiB of originals at once, {memory >> 20} MiB of memory");
        Assert.IsGreaterThan(4 * batch, all);
        Assert.IsLessThanOrEqualTo(batch, most);
        Assert.IsLessThan(80 * batch, memory);
        Assert.IsEmpty(await new Truth(rebuilding).FaultsAsync(clock.Now));

        // An original is held from when it is read until what was read with it is in the feeds.
        ValueTask<Func<ValueTask>?> WatchAsync(Azure.Core.HttpMessage message)
        {
            var uri = message.Request.Uri.ToUri();
            before = before == 0 ? GC.GetTotalMemory(forceFullCollection: true) : before;
            if (uri.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal) && held > 0)
            {
                memory = Math.Max(memory, GC.GetTotalMemory(forceFullCollection: true) - before);
                held = 0;
            }

            return message.Request.Method.Method == "GET" && uri.AbsolutePath.StartsWith("/memory/accepted/", StringComparison.Ordinal)
                ? new(() =>
                {
                    held += message.Response.ContentStream!.Length;
                    (most, all) = (Math.Max(most, held), all + message.Response.ContentStream.Length);
                    return ValueTask.CompletedTask;
                })
                : new(default(Func<ValueTask>?));
        }

        static Dictionary<string, string?> BatchOf(long bytes) =>
            new() { ["Collect:BatchBytes"] = bytes.ToString(CultureInfo.InvariantCulture) };
    }

    /// <summary>
    /// Releases as long as intake takes them, and all but blank and letters in them grows when it is written as HTML or JSON.
    /// </summary>
    private async Task<MemoryStorage> StoredAsync()
    {
        var storage = new MemoryStorage(clock);
        await using var room = new PressRoom(storage, clock);
        await room.CreateAsync();
        for (var number = 0; number < Longest; number++)
        {
            await PostAsync(room, number, 1);
        }

        for (var revision = 2; revision <= Revisions; revision++)
        {
            await PostAsync(room, 0, revision);
        }

        return storage;
    }

    private async Task PostAsync(PressRoom room, int number, int revision)
    {
        clock.Now += TimeSpan.FromMinutes(1);
        var run = await room.PostAsync($"panjang-{number}-{revision}.md", LongText(number, revision));
        Assert.AreEqual(
            revision == 1 ? CollectOutcome.Created : CollectOutcome.Revised,
            run.Uploads.Single().Outcome,
            run.Uploads[0].Report.ToJson()
        );
    }

    private static string LongText(int number, int revision, int paragraphs = 480)
    {
        var words = string.Join(
            "\n\n",
            Enumerable
                .Range(0, paragraphs)
                .Select(n =>
                    $"Alinea {n} di {number}, {revision}. {string.Concat(Enumerable.Repeat("jembatan & \"jalan\" & & & & & ", 31))}"
                )
        );
        return Texts.Release(
            $"Kabar panjang {number}",
            words,
            $"id: panjang-{number}\nrevision: major\ntags: [jembatan]\nrelated: [{string.Join(", ", Enumerable.Range(1, number == 0 && revision == Revisions ? Longest - 1 : 0).Select(other => $"panjang-{other}"))}]\n"
        );
    }

    private async Task<string> SlugAsync(MemoryStorage storage)
    {
        await using var room = new PressRoom(storage, clock);
        return (await room.Service<ReleaseTable>().FindAsync(First, CancellationToken.None))!.Release.Slug;
    }

    private static Task<IResult> FirstAnswer(PressRoom room, HttpRequest request) =>
        room.Service<FeedService>().GetAsync(request, "label:siaran-pers.rss", CancellationToken.None);

    private static IEnumerable<KeyValuePair<string, Func<PressRoom, HttpRequest, Task<IResult>>>> Answers(string slug)
    {
        var id = First.ToString();
        foreach (var extension in new[] { "rss", "atom", "json", "ninjs" })
        {
            yield return new(
                $"feeds/all.{extension}",
                (room, request) => room.Service<FeedService>().GetAsync(request, $"all.{extension}", default)
            );
            yield return new(
                $"releases/…/related.{extension}",
                (room, request) => room.Service<RelatedEndpoint>().ReadAsync(request, id, $"related.{extension}", default)
            );
            yield return new(
                $"search.{extension}?q=jembatan",
                (room, request) => room.Service<SearchEndpoint>().FeedAsync(request, extension, default)
            );
        }

        yield return new("releases/….json", (room, request) => room.Service<ReleaseEndpoint>().ReadAsync(request, slug + ".json", default));
        yield return new("releases/…", (room, request) => room.Service<ReleaseEndpoint>().ReadAsync(request, slug, default));
        yield return new("releases/…/revisions", (room, request) => room.Service<RevisionsEndpoint>().ReadAsync(request, slug, default));
        yield return new(
            "releases/…/related",
            (room, request) => room.Service<RelatedEndpoint>().ReadAsync(request, id, "related", default)
        );
        yield return new("releases/…/widget", (room, request) => room.Service<RelatedEndpoint>().ReadAsync(request, id, "widget", default));
        yield return new("releases", (room, request) => room.Service<ArchiveEndpoint>().ReadAsync(request, default));
        yield return new("search?q=jembatan", (room, request) => room.Service<SearchEndpoint>().PageAsync(request, default));
        yield return new("changes", (room, request) => room.Service<ChangesEndpoint>().ReadAsync(request, default));
        yield return new(
            "tags/keyword/jembatan.json",
            (room, request) => room.Service<TagEndpoint>().TagAsync(request, "keyword", "jembatan.json", default)
        );
        yield return new(
            "tags/keyword/jembatan",
            (room, request) => room.Service<TagEndpoint>().TagAsync(request, "keyword", "jembatan", default)
        );
        yield return new("feeds/all", (room, request) => room.Service<FeedService>().GetAsync(request, "all", default));
        yield return new("/", (room, request) => room.Service<SiteEndpoint>().FrontAsync(request, default));
    }

    /// <returns>The bytes of the answer.</returns>
    private static async Task<int> AskAsync(PressRoom room, Func<PressRoom, HttpRequest, Task<IResult>> ask)
    {
        var reply = await room.AskAsync(request => ask(room, request), "?q=jembatan");
        Assert.AreEqual(StatusCodes.Status200OK, reply.Status, reply.Text[..Math.Min(300, reply.Text.Length)]);
        return reply.Body.Length;
    }
}
