using Siaran.Actors;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Uploads that come at the same time over HTTP: each is answered by its own outcome, whoever took it.</summary>
[TestClass]
public sealed class UploadQueueTests : PressRoomTests
{
    private static readonly Actor Sari = new("Sari", null);

    [TestMethod]
    public async Task Uploads_at_the_same_time_are_each_answered_and_nothing_is_held_afterwards()
    {
        await using var room = await OpenAsync();
        var entry = room.Service<UploadEntry>();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(async number => await entry.OutcomeAsync(await EnterAsync(entry, $"{number}.md", Text(number))))
        );

        CollectionAssert.AreEqual(
            Enumerable.Range(0, 12).Select(number => $"{number}.md {CollectOutcome.Created}").ToList(),
            outcomes.Select(outcome => $"{outcome.Upload} {outcome.Outcome}").ToList()
        );
        await UntilAsync(() => room.Service<UploadQueue>().HeldBytes == 0);
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
    }

    [TestMethod]
    public async Task Beyond_so_many_bytes_uploads_are_fetched_again_when_their_turn_comes()
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Collect:BatchBytes"] = "1024" });
        var entry = room.Service<UploadEntry>();
        var most = 0L;

        var tickets = new List<UploadTicket>();
        for (var number = 0; number < 6; number++)
        {
            tickets.Add(await EnterAsync(entry, $"{number}.md", Text(number) + new string(' ', 400)));
            most = Math.Max(most, room.Service<UploadQueue>().HeldBytes);
        }

        foreach (var ticket in tickets)
        {
            Assert.AreEqual(CollectOutcome.Created, (await entry.OutcomeAsync(ticket)).Outcome);
        }

        Assert.IsLessThanOrEqualTo(1024L, most);
        await UntilAsync(() => room.Service<UploadQueue>().HeldBytes == 0);
    }

    [TestMethod]
    public async Task What_is_refused_is_answered_so()
    {
        await using var room = await OpenAsync();
        var entry = room.Service<UploadEntry>();

        var outcome = await entry.OutcomeAsync(await EnterAsync(entry, "a.md", "---\nid: [\n---\nRusak\n"));

        Assert.AreEqual(CollectOutcome.Rejected, outcome.Outcome);
        Assert.IsNotEmpty(outcome.Report.Findings);
    }

    [TestMethod]
    public async Task What_storage_does_not_take_is_no_upload_and_is_forgotten()
    {
        await using var room = await OpenAsync(Cutting(message => Is(message, "PUT", "/incoming/a.md")));
        var entry = room.Service<UploadEntry>();

        var failure = await Assert.ThrowsAsync<Exception>(() => EnterAsync(entry, "a.md", Text(1)));

        Assert.IsNotNull(failure);
        Assert.AreEqual(0, room.Service<UploadQueue>().HeldBytes);
    }

    [TestMethod]
    public async Task An_upload_that_was_held_comes_back_unless_another_waits_under_its_name()
    {
        await using var room = await OpenAsync();
        var entry = room.Service<UploadEntry>();
        var held = new NewUpload("a.md", BinaryData.FromString(Text(1)), "text/markdown");
        await room.UploadAsync("b.md", Text(2));

        var ticket = await entry.TryReturnAsync(held, default);

        Assert.AreEqual(CollectOutcome.Created, (await entry.OutcomeAsync(ticket!)).Outcome);
        await room.UploadAsync("a.md", Text(3));
        Assert.IsNull(await entry.TryReturnAsync(held, default));
    }

    [TestMethod]
    public async Task An_upload_whose_run_fails_waits_and_is_taken_by_the_next()
    {
        var isBroken = true;
        await using var room = await OpenAsync(
            Cutting(message => isBroken && message.Request.Uri.ToString().Contains("/Releases", StringComparison.Ordinal))
        );
        var entry = room.Service<UploadEntry>();

        var waiting = await entry.OutcomeAsync(await EnterAsync(entry, "a.md", Text(1)));
        isBroken = false;
        await room.RunAsync();

        Assert.AreEqual(CollectOutcome.Failed, waiting.Outcome);
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
        await UntilAsync(() => room.Service<UploadQueue>().HeldBytes == 0);
    }

    [TestMethod]
    public async Task An_upload_that_another_instance_took_is_answered_by_what_became_of_it()
    {
        await using var other = await OpenAsync();
        var isFirst = true;
        await using var room = await OpenAsync(async message =>
        {
            if (
                isFirst
                && message.Request.Method.Method == "GET"
                && message.Request.Uri.ToString().Contains("Intake", StringComparison.Ordinal)
            )
            {
                isFirst = false;
                await other.RunAsync();
            }

            return null;
        });
        var entry = room.Service<UploadEntry>();

        var outcome = await entry.OutcomeAsync(await EnterAsync(entry, "a.md", Text(1)));

        Assert.IsFalse(isFirst);
        Assert.AreEqual("a.md", outcome.Upload);
        Assert.Contains(outcome.Outcome, (CollectOutcome[])[CollectOutcome.Created, CollectOutcome.Unchanged]);
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
        Assert.AreEqual(1, await CountAsync(room, Names.Accepted));
    }

    [TestMethod]
    public async Task Whoever_waits_longer_than_is_meant_is_told_that_it_waits()
    {
        var go = new TaskCompletionSource();
        await using var room = await OpenAsync(
            async message =>
            {
                if (message.Request.Uri.ToString().Contains("/Listings", StringComparison.Ordinal))
                {
                    await go.Task;
                }

                return null;
            },
            new Dictionary<string, string?> { ["Collect:Patience"] = "00:00:00.05" }
        );
        var entry = room.Service<UploadEntry>();
        var ticket = await EnterAsync(entry, "a.md", Text(1));

        Assert.AreEqual(CollectOutcome.Queued, (await entry.OutcomeAsync(ticket)).Outcome);
        Assert.AreEqual(System.Text.Encoding.UTF8.GetByteCount(Text(1)), room.Service<UploadQueue>().HeldBytes);

        go.SetResult();
        await UntilAsync(async () => await CountAsync(room, Names.Incoming) == 0);
        await UntilAsync(() => room.Service<UploadQueue>().HeldBytes == 0);
    }

    [TestMethod]
    public async Task A_correction_of_what_could_not_be_read_waits_and_is_taken_after_it()
    {
        var isBroken = true;
        await using var room = await OpenAsync(Cutting(message => isBroken && Is(message, "GET", "/incoming/1.md")));
        var entry = room.Service<UploadEntry>();
        await room.UploadAsync("1.md", Text(1));
        Clock.Now += TimeSpan.FromSeconds(1);

        var waits = await entry.OutcomeAsync(await EnterAsync(entry, "2.md", Text(1).Replace("dua", "tiga", StringComparison.Ordinal)));
        isBroken = false;
        await room.RunAsync();

        Assert.AreEqual(("2.md", CollectOutcome.Failed), (waits.Upload, waits.Outcome));
        var stored = (await room.Service<ReleaseTable>().ReadStoredAsync(null, 10, default)).Releases.Single();
        Assert.AreEqual((2, "2.md"), (stored.Release.Revision, stored.Release.UploadName));
    }

    [TestMethod]
    public async Task An_upload_whose_name_a_newer_one_takes_before_its_turn_is_answered_that_it_waits()
    {
        await using var other = await OpenAsync();
        var isFirst = true;
        await using var room = await OpenAsync(
            async message =>
            {
                if (isFirst && Is(message, "GET", "/incoming/a.md"))
                {
                    isFirst = false;
                    await other.UploadAsync("a.md", Text(2));
                }

                return null;
            },
            new Dictionary<string, string?> { ["Collect:BatchBytes"] = "1024" }
        );
        var entry = room.Service<UploadEntry>();

        var outcome = await entry.OutcomeAsync(await EnterAsync(entry, "a.md", Text(1) + new string(' ', 1024)));

        Assert.IsFalse(isFirst);
        Assert.AreEqual(("a.md", CollectOutcome.Queued), (outcome.Upload, outcome.Outcome));
        await room.RunAsync();
        Assert.AreEqual(1, await CountAsync(room, Names.Accepted));
    }

    [TestMethod]
    [DataRow(1024, 0)]
    [DataRow(1025, 1)]
    public async Task What_may_be_held_until_its_turn_is_not_fetched_again(int length, int expected)
    {
        var downloads = 0;
        await using var room = await OpenAsync(
            Watching(message => downloads += Is(message, "GET", "/incoming/a.md") ? 1 : 0),
            new Dictionary<string, string?> { ["Collect:BatchBytes"] = "1024" }
        );
        var (entry, text) = (room.Service<UploadEntry>(), Text(1));
        text += new string(' ', length - System.Text.Encoding.UTF8.GetByteCount(text));

        var outcome = await entry.OutcomeAsync(await EnterAsync(entry, "a.md", text));

        Assert.AreEqual((CollectOutcome.Created, expected), (outcome.Outcome, downloads));
    }

    private static Task<UploadTicket> EnterAsync(UploadEntry entry, string name, string text) =>
        entry.EnterAsync(new NewUpload(name, BinaryData.FromString(text), "text/markdown"), Sari, default);

    private static string Text(int number) => Texts.Release($"Jembatan Nomor {number} Dibuka", frontMatter: $"id: nj-{number}\n");
}
