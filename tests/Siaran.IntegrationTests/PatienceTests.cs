using System.Diagnostics;
using Siaran.Ingest;
using Siaran.Intake;
using Siaran.IntegrationTests.Memory;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>How long the sender of an upload waits for its outcome.</summary>
[TestClass]
public sealed class PatienceTests : PressRoomTests
{
    [TestMethod]
    public async Task An_upload_that_takes_longer_than_its_sender_waits_is_answered_that_it_waits_and_is_taken_all_the_same()
    {
        var line = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var room = new PressRoom(
            Storage,
            TimeProvider.System,
            async message =>
            {
                if (message.Request.Uri.ToString().Contains("/accepted/", StringComparison.Ordinal))
                {
                    await line.Task;
                }

                return null;
            },
            new Dictionary<string, string?> { ["Collect:Patience"] = "00:00:00.3" }
        );
        await room.CreateAsync();

        var begun = Stopwatch.GetTimestamp();
        var ticket = await SendAsync(room, () => Task.CompletedTask);
        var answered = await room.Service<UploadQueue>().OutcomeAsync(ticket);
        var waited = Stopwatch.GetElapsedTime(begun);
        line.SetResult();
        var taken = answered;
        for (var tries = 0; tries < 100 && taken.Outcome is CollectOutcome.Queued; tries++)
        {
            taken = await room.Service<UploadQueue>().OutcomeAsync(ticket);
        }

        Assert.AreEqual(CollectOutcome.Queued, answered.Outcome);
        Assert.AreEqual((UploadOutcome.Queued, "queued"), (answered.Report.Outcome, answered.Report.Findings.Single().Code));
        Assert.IsGreaterThan(TimeSpan.FromSeconds(0.25), waited);
        Assert.AreEqual(CollectOutcome.Created, taken.Outcome);
        Assert.IsEmpty(await new Truth(room).FaultsAsync(TimeProvider.System.GetUtcNow()));
        Assert.AreEqual(TimeSpan.FromSeconds(5), new CollectOptions().Patience);
    }

    [TestMethod]
    [DataRow("baru", CollectOutcome.Created)]
    [DataRow("lama", CollectOutcome.Revised)]
    public async Task The_sender_of_an_upload_that_another_instance_takes_along_gets_its_outcome(string id, CollectOutcome expected)
    {
        await using var room = await OpenAsync();
        await using var other = new PressRoom(Storage, Clock);
        await room.PostAsync("lama.md", Texts.Release("Kabar Lama", "Kabar lama tentang jalan.", "id: lama\n"));
        Clock.Now += TimeSpan.FromMinutes(1);

        // The timer of the other instance sees the blob as soon as it is stored, and closes it before this one begins.
        var ticket = await SendAsync(room, other.RunAsync, id);
        var outcome = await room.Service<UploadQueue>().OutcomeAsync(ticket);

        Assert.AreEqual(expected, outcome.Outcome);
        Assert.AreEqual("Kabar yang Dikirim", outcome.Release!.Release.Content.Headline);
        Assert.AreEqual($"https://siaran.example/releases/{outcome.Release.Release.Slug}", outcome.Report.Address!.AbsoluteUri);
    }

    private static async Task<UploadTicket> SendAsync(PressRoom room, Func<Task> meanwhile, string id = "baru")
    {
        var text = Texts.Release("Kabar yang Dikirim", frontMatter: $"id: {id}\nrevision: major\n");
        var upload = new NewUpload("kirim.md", BinaryData.FromString(text), "text/markdown");
        var ticket = await room.Service<UploadQueue>()
            .EnqueueAsync(
                upload,
                async () =>
                {
                    var stored = await room.Service<Inbox>().AddAsync(upload, CancellationToken.None);
                    await meanwhile();
                    return stored;
                }
            );
        return ticket!;
    }
}
