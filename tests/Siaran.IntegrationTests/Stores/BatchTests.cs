using Azure.Core;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Uploads over HTTP are taken in one batch, one batch at a time, after what they may correct.</summary>
[TestClass]
public sealed class BatchTests : PressRoomTests
{
    private int lists;

    [TestMethod]
    public async Task Nothing_is_listed_where_no_upload_names_a_release()
    {
        await using var room = await OpenCountingAsync();

        await room.PostAsync("a.md", Texts.Release());
        Assert.AreEqual(0, lists);
        await room.PostAsync("b.md", Texts.Release("Pasar Dibuka", "Warga membuka pasar.", "id: nj-1\n"));

        Assert.AreEqual(1, lists);
    }

    [TestMethod]
    public async Task What_waits_and_may_be_what_an_upload_corrects_is_taken_first_and_told_with_it()
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Collect:BatchSize"] = "1" });
        await room.UploadAsync("z.md", Text("Jembatan Dibuka", "nj-1", "jembatan"));
        Clock.Now += TimeSpan.FromSeconds(5);

        var run = await PostAsync(
            room,
            ("b.md", Text("Pasar Dibuka", null, "pasar")),
            ("a.md", Text("Jembatan Lengan Dibuka", "nj-1", "lengan"))
        );

        Assert.AreEqual("z.md Created, b.md Created, a.md Revised", Outcomes(run), "In their order, and not in that of their names.");
        foreach (var tag in new[] { "jembatan", "pasar", "lengan" })
        {
            Assert.Contains(FeedKey.Of(new TagId(TagKind.Keyword, tag)), run.ChangedFeeds);
        }

        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
    }

    [TestMethod]
    public async Task The_outcomes_stand_in_the_order_of_the_uploads()
    {
        await using var room = await OpenAsync();

        var run = await PostAsync(
            room,
            ("c.md", Text("Pertama Dibuka", null, "satu")),
            ("a.md", "# "),
            ("b.md", Text("Ketiga Dibuka", null, "tiga"))
        );

        Assert.AreEqual("c.md Created, a.md Rejected, b.md Created", Outcomes(run));
    }

    [TestMethod]
    public async Task A_batch_begins_only_when_the_one_before_has_ended()
    {
        var (reached, goOn, meanwhile) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        await using var room = await OpenAsync(async message =>
        {
            if (Writes(message, "/accepted/", "satu.md"))
            {
                reached.TrySetResult();
                await goOn.Task;
            }
            else if (reached.Task.IsCompleted && !goOn.Task.IsCompleted && !IsIncoming(message))
            {
                meanwhile++;
            }

            return null;
        });

        var first = room.PostAsync("satu.md", Text("Pertama Dibuka", null, "satu"));
        await reached.Task;
        var second = room.PostAsync("dua.md", Text("Kedua Dibuka", null, "dua"));
        Assert.IsFalse(second.IsCompleted);
        Assert.AreEqual(0, meanwhile, "The second is put into incoming, and waits there.");
        goOn.SetResult();

        Assert.AreEqual("satu.md Created", Outcomes(await first));
        Assert.AreEqual("dua.md Created", Outcomes(await second));
    }

    [TestMethod]
    public async Task A_new_vocabulary_is_used_from_the_next_batch_on()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Text("Jembatan Dibuka", null, "satu"));
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString("program-pasar\tpasar\tPSR\n"));
        Clock.Now += CurrentTagger.Freshness;

        var run = await room.PostAsync("b.md", Text("Ramai Sekali", null, "dua", "Warga membuka pasar."));

        Assert.Contains("programme:program-pasar", run.Uploads.Single().Release!.Tags.Select(tag => tag.Id.ToString()).ToList());
    }

    [TestMethod]
    public async Task While_tables_are_rebuilt_uploads_wait_in_incoming()
    {
        await using var room = await OpenAsync();
        await room.Service<TableRebuilder>().BeginAsync(default);

        var run = await room.PostAsync("a.md", Text("Jembatan Dibuka", null, "satu"));

        Assert.AreEqual("a.md Failed", Outcomes(run));
        Assert.IsEmpty(run.ChangedFeeds);
        Assert.AreEqual(1, await CountAsync(room, Names.Incoming));
        Assert.Contains("1 uploads wait in incoming", room.Log.Lines.Single());
        Assert.IsTrue((await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default))!.Done);
        Assert.AreEqual("a.md Created", Outcomes(await room.RunAsync()));
    }

    private static bool IsIncoming(HttpMessage message) =>
        message.Request.Uri.ToUri().AbsolutePath.Contains("/incoming", StringComparison.Ordinal);

    private Task<PressRoom> OpenCountingAsync() =>
        OpenAsync(
            Watching(message =>
                lists += IsIncoming(message) && message.Request.Uri.Query.Contains("comp=list", StringComparison.Ordinal) ? 1 : 0
            )
        );

    private static string Text(string headline, string? id, string tag, string body = "Warga datang.") =>
        Texts.Release(headline, body, (id is null ? "" : $"id: {id}\n") + $"tags: [{tag}]\n");

    private async Task<CollectRun> PostAsync(PressRoom room, params (string Name, string Text)[] uploads)
    {
        var inHand = new List<UploadInHand>();
        foreach (var (name, text) in uploads)
        {
            inHand.Add(new UploadInHand(await room.UploadAsync(name, text), BinaryData.FromString(text)));
            Clock.Now += TimeSpan.FromSeconds(1);
        }

        return await room.Service<Collector>().CollectAsync(inHand, default);
    }

    private static string Outcomes(CollectRun run) => string.Join(", ", run.Uploads.Select(one => $"{one.Upload} {one.Outcome}"));
}
