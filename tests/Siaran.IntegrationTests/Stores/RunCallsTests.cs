using System.Text.RegularExpressions;
using Azure.Core;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What a run asks of storage is what it costs: each kind of run makes these calls and no others.</summary>
[TestClass]
public sealed partial class RunCallsTests : PressRoomTests
{
    private const string Market = "Pasar Selasih Direnovasi";
    private const string MarketBody = "Bupati meninjau Pasar Selasih. Pedagang pindah ke tempat sementara selama empat bulan.";

    private readonly List<string> calls = [];
    private readonly List<string> noted = [];

    private const string English =
        "---\nid: nj-en\nlang: en\ntranslationOf: nj-1\n---\n\n# The Lengan Bridge Is Open\n\nThe governor opened the Lengan bridge.\n";

    [TestMethod]
    public async Task A_run_asks_these_calls_and_no_others()
    {
        await using var room = await RoomAsync();

        await NoteAsync("nothing, cold", room.RunAsync);
        Clock.Now += TimeSpan.FromMinutes(1);
        await NoteAsync("nothing", room.RunAsync);
        await room.UploadAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        await NoteAsync("a release", room.RunAsync);
        await room.UploadAsync("b.md", Texts.Release(Market, MarketBody, "id: nj-2\ntags: [pasar]\n"));
        await room.UploadAsync("c.md", Texts.Release("Sekolah Dibuka", "Wali kota membuka sekolah.", "id: nj-3\ntags: [pasar]\n"));
        await NoteAsync("two releases", room.RunAsync);
        await PostAsync(
            room,
            "a correction",
            Texts.Release(body: "Gubernur membuka jembatan.", frontMatter: "id: nj-1\ntags: [jembatan]\n")
        );
        await PostAsync(room, "other tags", Texts.Release(body: "Gubernur membuka jembatan.", frontMatter: "id: nj-1\ntags: [pasar]\n"));
        await PostAsync(room, "the same", Texts.Release(body: "Gubernur membuka jembatan.", frontMatter: "id: nj-1\ntags: [pasar]\n"));
        await PostAsync(room, "too late", Texts.Release(body: "Gubernur menutup jembatan.", frontMatter: "id: nj-1\n"), seen: 1);
        await PostAsync(room, "not read", "---\nid: [\n---\nRusak\n");
        await PostAsync(room, "of another id", Texts.Release(Market, MarketBody, "id: nj-1\n"));
        await PostAsync(room, "of nothing", "---\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        await PostAsync(room, "doubtful", Texts.Release("Puskesmas Dibuka", "Bupati membuka puskesmas.", "confirmed: false\n"));
        await PostAsync(room, "a withdrawal", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        await PostAsync(room, "a return", Texts.Release(frontMatter: "id: nj-1\nstatus: published\n"));

        Assert.AreEqual(
            """
            nothing, cold: Intake PUT 1, Listings GET 1, Releases GET 2, incoming GET 1, index GET 1
            nothing: Intake PUT 1, Releases GET 1, incoming GET 1
            a release: Audit POST 1, Changes GET 1, Changes POST 1, Intake GET 1, Intake POST 2, Intake PUT 2, Listings GET 6, Listings POST 6, Offices GET 1, Related GET 2, Related POST 1, Releases GET 4, Releases POST 2, accepted PUT 1, documents HEAD 2, incoming DELETE 1, incoming GET 2, index GET 6, index PUT 3, vocabulary GET 1
            two releases: Audit POST 1, Changes GET 1, Changes POST 1, Intake GET 2, Intake POST 4, Intake PUT 3, Listings GET 6, Listings POST 6, Related GET 3, Related POST 2, Related PUT 1, Releases GET 5, Releases POST 4, accepted PUT 2, documents HEAD 2, incoming DELETE 2, incoming GET 3, index GET 2, index PUT 2
            a correction: Audit POST 1, Changes GET 1, Changes POST 1, Intake GET 1, Intake POST 2, Intake PUT 1, Listings GET 6, Listings POST 6, Related GET 2, Related PUT 2, Releases GET 2, Releases POST 1, accepted PUT 1, documents HEAD 2, incoming DELETE 1, incoming GET 1, index GET 2, index PUT 2
            other tags: Audit POST 1, Changes GET 1, Changes POST 1, Intake GET 1, Intake POST 2, Intake PUT 1, Listings GET 7, Listings POST 7, Related GET 3, Related PUT 2, Releases GET 3, Releases POST 1, accepted PUT 1, documents HEAD 2, incoming DELETE 1, incoming GET 1, index GET 2, index PUT 2
            the same: Audit POST 1, Changes GET 1, Intake GET 1, Intake POST 2, Listings GET 7, Related GET 3, Related PUT 1, Releases GET 3, accepted PUT 1, documents HEAD 2, incoming DELETE 1, incoming GET 1, index GET 2, index PUT 2
            too late: Audit POST 1, Intake GET 1, Intake POST 1, Releases GET 2, accepted DELETE 1, accepted PUT 1, documents HEAD 2, incoming DELETE 1, incoming GET 1, rejected HEAD 1, rejected PUT 2
            not read: Audit POST 1, Intake GET 1, Intake POST 1, accepted PUT 1, documents HEAD 2, incoming DELETE 1, rejected HEAD 1, rejected PUT 2
            of another id: Audit POST 1, Intake GET 1, Intake POST 1, Releases GET 2, Releases POST 1, accepted PUT 2, documents HEAD 2, incoming DELETE 1, incoming GET 1, rejected HEAD 1, rejected PUT 2
            of nothing: Audit POST 1, Intake GET 1, Intake POST 1, accepted PUT 1, documents HEAD 2, incoming DELETE 1, rejected HEAD 1, rejected PUT 2
            doubtful: Audit POST 1, Intake GET 1, Intake POST 1, accepted PUT 1, documents HEAD 2, doubtful HEAD 1, doubtful PUT 2, incoming DELETE 1
            a withdrawal: Audit POST 1, Changes GET 1, Changes POST 1, Intake GET 1, Intake POST 2, Intake PUT 1, Listings GET 7, Listings POST 7, Related GET 3, Related PUT 2, Releases GET 3, Releases POST 1, accepted PUT 1, documents HEAD 2, incoming DELETE 1, incoming GET 1, index GET 2, index PUT 2
            a return: Audit POST 1, Changes GET 1, Changes POST 1, Intake GET 1, Intake POST 2, Intake PUT 1, Listings GET 7, Listings POST 7, Related GET 2, Related PUT 2, Releases GET 3, Releases POST 1, accepted PUT 1, documents HEAD 2, incoming DELETE 1, incoming GET 1, index GET 2, index PUT 2
            """,
            string.Join('\n', noted)
        );
    }

    [TestMethod]
    public async Task Embargoes_that_begin_and_end_and_translations_that_follow_ask_these()
    {
        await using var room = await RoomAsync();
        await room.RunAsync();
        await room.UploadAsync("a.md", Texts.Release(frontMatter: $"id: nj-1\nlang: id\ntags: [jembatan]\n{In(1)}"));
        await room.UploadAsync("b.md", Texts.Release(Market, MarketBody, $"id: nj-2\ntags: [jembatan]\n{In(1)}"));
        await NoteAsync("two embargoes", room.RunAsync);
        await PostAsync(room, "a translation", English);
        await PostAsync(room, "a later end", Texts.Release(frontMatter: $"id: nj-1\nlang: id\ntags: [jembatan]\n{In(2)}"));
        Clock.Now += TimeSpan.FromHours(1);
        await NoteAsync("one ends", room.RunAsync);
        Clock.Now += TimeSpan.FromHours(1);
        await NoteAsync("two end", room.RunAsync);

        Assert.AreEqual(
            """
            two embargoes: Audit POST 1, Intake GET 2, Intake POST 4, Intake PUT 3, Offices GET 1, Releases GET 3, Releases POST 4, Releases PUT 2, accepted PUT 3, documents HEAD 2, incoming DELETE 2, incoming GET 3, vocabulary GET 1
            a translation: Audit POST 1, Intake GET 1, Intake POST 2, Intake PUT 1, Releases GET 6, Releases POST 2, Releases PUT 2, accepted PUT 2, documents HEAD 2, incoming DELETE 1, incoming GET 1
            a later end: Audit POST 1, Intake GET 1, Intake POST 2, Intake PUT 1, Releases GET 6, Releases POST 1, Releases PUT 4, accepted PUT 2, documents HEAD 2, incoming DELETE 1, incoming GET 1
            one ends: Changes GET 1, Changes POST 1, Intake PUT 1, Listings GET 7, Listings POST 6, Related GET 2, Related POST 1, Releases DELETE 3, Releases GET 7, Releases PUT 1, accepted PUT 1, documents HEAD 1, incoming GET 1, index GET 6, index PUT 3
            two end: Changes GET 1, Changes POST 1, Intake PUT 1, Listings GET 8, Listings POST 7, Related GET 3, Related POST 2, Related PUT 1, Releases DELETE 2, Releases GET 8, Releases PUT 2, accepted PUT 1, documents HEAD 1, incoming GET 1, index GET 2, index PUT 2
            """,
            string.Join('\n', noted)
        );
    }

    [TestMethod]
    public async Task Tags_by_another_vocabulary_ask_these()
    {
        await using var room = await RoomAsync();
        await room.PostAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        await room.PostAsync("b.md", Texts.Release(Market, MarketBody, "id: nj-2\n"));
        await room.PostAsync(
            "c.md",
            Texts.Release("Puskesmas Dibuka", "Bupati membuka puskesmas di dekat jembatan.", "id: nj-3\n" + In(1))
        );
        await room.PostAsync("c.md", "---\nid: nj-2\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        var retagger = room.Service<Retagger>();
        await NoteAsync("a first look", () => retagger.RunAsync(default));
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString("program-jembatan\tjembatan\tJBT\n"));
        Clock.Now += CurrentTagger.Freshness;
        await NoteAsync("another vocabulary", () => retagger.RunAsync(default));
        Clock.Now += TimeSpan.FromMinutes(4);
        await NoteAsync("all of it", () => retagger.RunAsync(default));
        await NoteAsync("nothing more", () => retagger.RunAsync(default));

        Assert.AreEqual(
            """
            a first look: Intake GET 1, Intake POST 1, documents HEAD 1
            another vocabulary: Intake GET 1, Intake PUT 1, documents HEAD 1, vocabulary GET 2
            all of it: Changes GET 1, Changes POST 1, Intake GET 1, Intake PUT 1, Listings GET 6, Listings POST 6, Related GET 1, Releases GET 3, Releases PUT 3, documents HEAD 1, index GET 1, index PUT 2, vocabulary GET 1
            nothing more: Intake GET 1
            """,
            string.Join('\n', noted)
        );
    }

    private Task<PressRoom> RoomAsync() => OpenAsync(Watching(message => calls.Add(Described(message))));

    private static string In(int hours) => $"publishAt: {StillClock.Start.AddHours(hours):yyyy-MM-ddTHH:mm:ssZ}\n";

    private async Task PostAsync(PressRoom room, string what, string text, int? seen = null)
    {
        var bytes = BinaryData.FromString(text);
        var upload = await room.Service<Inbox>()
            .AddAsync(
                new NewUpload($"{what}.md", bytes, "text/markdown") { Metadata = new UploadMetadata { ExpectedRevision = seen } },
                default
            );
        await NoteAsync(what, () => room.Service<Collector>().CollectAsync([new UploadInHand(upload, bytes)], default));
    }

    private async Task NoteAsync(string what, Func<Task> work)
    {
        calls.Clear();
        await work();
        noted.Add(
            $"{what}: {string.Join(", ", calls.CountBy(call => call).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"))}"
        );
    }

    /// <summary>The container or table, and the method; a transaction is a post to the table of its rows.</summary>
    private static string Described(HttpMessage message)
    {
        var path = message.Request.Uri.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var target = path[1] == "$batch" ? InBatch().Match(TextOf(message)).Groups[1].Value : Letters().Match(path[1]).Value;
        return $"{target} {message.Request.Method}";
    }

    [GeneratedRegex(@"https?://[^/]+/memory/(\w+)\(?")]
    private static partial Regex InBatch();

    [GeneratedRegex(@"^\w+")]
    private static partial Regex Letters();
}
