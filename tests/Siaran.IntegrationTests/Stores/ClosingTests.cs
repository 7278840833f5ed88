using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Where an upload and its report lie once it is closed, and what a later one of its name clears away.</summary>
[TestClass]
public sealed class ClosingTests : PressRoomTests
{
    private const string Held = "confirmed: false\n";
    private const string Broken = "---\nid: [\n---\nRusak\n";
    private static readonly string Plain = Texts.Release(frontMatter: "id: nj-1\n");
    private static readonly string Warned = Texts.Release(frontMatter: "id: nj-1\ntags: [topic:perdagangan-antarplanet]\n");

    [TestMethod]
    public async Task A_warning_is_kept_until_the_name_comes_without_one()
    {
        await using var room = await OpenAsync();

        await TakeAsync(room, "a.md", Plain);
        Assert.AreEqual(0, await ReportsAsync(room), "A first upload without a warning has no report.");
        await TakeAsync(room, "a.md", Warned);
        Assert.AreEqual(1, await ReportsAsync(room));
        await TakeAsync(room, "b.md", Texts.Release("Pasar Dibuka", "Bupati membuka pasar.", "tags: [topic:perdagangan-antarplanet]\n"));
        Assert.AreEqual(2, await ReportsAsync(room));
        await TakeAsync(room, "a.md", Plain);

        Assert.AreEqual(1, await ReportsAsync(room), "That of the other name.");
    }

    [TestMethod]
    public async Task What_was_refused_or_held_goes_when_its_name_is_taken()
    {
        await using var room = await OpenAsync();

        Assert.AreEqual(CollectOutcome.Rejected, await TakeAsync(room, "a.md", Broken));
        Assert.AreEqual((2, 0), await LyingAsync(room));
        Assert.AreEqual(CollectOutcome.Doubtful, await TakeAsync(room, "a.md", Texts.Release(frontMatter: Held)));
        Assert.AreEqual((0, 2), await LyingAsync(room));
        Assert.AreEqual(CollectOutcome.Created, await TakeAsync(room, "a.md", Plain));

        Assert.AreEqual((0, 0), await LyingAsync(room));
    }

    [TestMethod]
    public async Task What_is_held_stays_where_another_of_its_name_is_held_or_refused_and_where_another_name_is_taken()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Texts.Release(frontMatter: Held));

        await TakeAsync(room, "b.md", Plain);
        Assert.AreEqual((0, 2), await LyingAsync(room));
        await TakeAsync(room, "a.md", Texts.Release("Pasar Dibuka", frontMatter: Held));
        Assert.AreEqual((0, 4), await LyingAsync(room), "The first is set aside.");
        await TakeAsync(room, "a.md", Broken);

        Assert.AreEqual((2, 4), await LyingAsync(room));
    }

    [TestMethod]
    public async Task A_stale_upload_lies_with_what_was_refused_and_goes_when_its_name_is_taken()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Plain);
        await TakeAsync(room, "a.md", Texts.Release(body: "Gubernur membuka jembatan di Baruna.", frontMatter: "id: nj-1\n"));

        var text = Texts.Release(body: "Gubernur membuka jembatan sore ini.", frontMatter: "id: nj-1\n");
        Assert.AreEqual(CollectOutcome.Stale, await TakeAsync(room, "c.md", text, seen: 1));
        Assert.AreEqual((2, 0), await LyingAsync(room));
        Assert.AreEqual(CollectOutcome.Revised, await TakeAsync(room, "c.md", text, seen: 2));

        Assert.AreEqual((0, 0), await LyingAsync(room));
    }

    [TestMethod]
    public async Task What_is_refused_makes_no_text_anybodys()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Texts.Release(frontMatter: Held));
        Assert.AreEqual(CollectOutcome.Created, await TakeAsync(room, "b.md", Texts.Release()));
        Assert.AreEqual(CollectOutcome.Unchanged, await TakeAsync(room, "c.md", Texts.Release()));

        Assert.HasCount(1, await new Truth(room).ReleasesAsync());
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    private async Task<CollectOutcome> TakeAsync(PressRoom room, string name, string text, int? seen = null)
    {
        Clock.Now += TimeSpan.FromSeconds(1);
        var bytes = BinaryData.FromString(text);
        var upload = await room.Service<Inbox>()
            .AddAsync(new NewUpload(name, bytes, "text/markdown") { Metadata = new UploadMetadata { ExpectedRevision = seen } }, default);
        return (await room.Service<Collector>().CollectAsync([new UploadInHand(upload, bytes)], default)).Uploads.Single().Outcome;
    }

    private static async Task<int> ReportsAsync(PressRoom room)
    {
        var container = room.Service<StorageAccount>().Container(Names.Accepted);
        return await container.GetBlobsAsync().CountAsync(blob => blob.Name.StartsWith("reports/", StringComparison.Ordinal));
    }

    private static async Task<(int Rejected, int Doubtful)> LyingAsync(PressRoom room) =>
        (await CountAsync(room, Names.Rejected), await CountAsync(room, Names.Doubtful));
}
