using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Search;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// Each storage call of each flow fails in each way, retries included: whatever it was, the next runs bring all to where it would have
/// been. <c>SIARAN_FAULTS_EVERY=1</c> tries every call.
/// </summary>
[TestClass]
public sealed class FaultTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("timer", "refused", 5)]
    [DataRow("timer", "lost", 5)]
    [DataRow("timer", "lost once", 5)]
    [DataRow("timer", "hangs", 11)]
    [DataRow("timer", "throttled", 11)]
    [DataRow("timer", "cut", 2)]
    [DataRow("http", "cut", 2)]
    [DataRow("embargo", "cut", 2)]
    [DataRow("http", "refused", 3)]
    [DataRow("http", "lost", 3)]
    [DataRow("http", "lost once", 3)]
    [DataRow("http", "hangs", 7)]
    [DataRow("http", "throttled", 7)]
    [DataRow("folder", "refused", 3)]
    [DataRow("folder", "lost", 3)]
    [DataRow("folder", "lost once", 7)]
    [DataRow("folder", "hangs", 7)]
    [DataRow("embargo", "refused", 3)]
    [DataRow("embargo", "lost", 3)]
    [DataRow("embargo", "lost once", 3)]
    [DataRow("embargo", "throttled", 7)]
    [DataRow("retag", "refused", 11)]
    [DataRow("retag", "lost", 11)]
    [DataRow("rebuild", "refused", 23)]
    [DataRow("rebuild", "lost", 23)]
    public async Task A_call_that_fails_loses_nothing_and_doubles_nothing(string flow, string fault, int every)
    {
        every = FaultyLine.Every(every);
        var tried = 0;
        for (var call = 1; ; call += every, tried++)
        {
            var clock = new StillClock(StillClock.Start);
            var storage = new MemoryStorage(clock);
            await using var quiet = new PressRoom(storage, clock);
            await PrepareAsync(quiet, clock, flow);
            var line = new FaultyLine(call, fault);
            await using (var room = new PressRoom(storage, clock, line.PassAsync))
            {
                await IgnoringAsync(() => DoAsync(room, flow));
            }

            clock.Now += TimeSpan.FromMinutes(4);
            await FinishAsync(quiet, clock, flow);
            await CheckAsync(quiet, clock, $"{flow}, call {call} {fault}");
            await CheckPicturesAsync(quiet, flow == "folder" ? 2 : 0, $"{flow}, call {call} {fault}");
            await CheckSearchAsync(quiet, clock, $"{flow}, call {call} {fault}");
            if (!line.HasFailed)
            {
                break;
            }
        }

        TestContext.WriteLine($"{flow}, {fault}: {tried} calls");
        Assert.IsGreaterThan(3, tried);
    }

    private static async Task PrepareAsync(PressRoom room, StillClock clock, string flow)
    {
        await room.CreateAsync();
        await room.PostAsync(
            "0.md",
            Texts.Release(
                "Panen Raya di Lembah Selasih",
                "Petani menuai padi di dekat Jembatan Lengan lebih awal tahun ini.",
                "id: nj-2\ntags: [jembatan, padi]\n"
            )
        );
        clock.Now += TimeSpan.FromMinutes(1);
        switch (flow)
        {
            case "timer":
                await room.UploadAsync("1.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n"));
                await room.UploadAsync(
                    "2.md",
                    Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\ntags: [jembatan, jalan]\n")
                );
                break;
            case "embargo":
                await room.PostAsync(
                    "1.md",
                    Texts.Release(
                        "Jembatan Lengan Dibuka",
                        frontMatter: $"id: nj-1\npublishAt: {clock.Now.AddMinutes(5):yyyy-MM-ddTHH:mm:ssZ}\ntags: [jembatan]\n"
                    )
                );
                await room.PostAsync("2.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\n"));
                clock.Now += TimeSpan.FromMinutes(6);
                break;
            default:
                await room.PostAsync("1.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n"));
                clock.Now += TimeSpan.FromMinutes(1);
                break;
        }

        if (flow == "folder")
        {
            await room.UploadAsync(
                "jembatan/2.md",
                Texts.Release(
                    "Jembatan Lengan Resmi Dibuka",
                    "Gubernur membuka Jembatan Lengan.\n\n![Jembatan](foto-1.png)",
                    "id: nj-1\nrevision: major\ntags: [jembatan]\n"
                )
            );
            foreach (var shade in (byte[])[1, 2])
            {
                var picture = new NewUpload($"jembatan/foto-{shade}.png", BinaryData.FromBytes(FolderTests.Picture(shade)), "image/png");
                await room.Service<Inbox>().AddAsync(picture, CancellationToken.None);
            }

            clock.Now += TimeSpan.FromMinutes(1);
        }

        if (flow is "retag" or "rebuild")
        {
            await room.PostAsync("2.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\n"));
        }

        if (flow == "retag")
        {
            await room.Service<Retagger>().RunAsync(CancellationToken.None);
            await PressRoomTests.PutVocabularyAsync(
                room,
                "programmes.tsv",
                BinaryData.FromString("jembatan-lengan\tJembatan Lengan\tJL\n")
            );
            clock.Now += TimeSpan.FromMinutes(2);
            await room.Service<Retagger>().RunAsync(CancellationToken.None);
            clock.Now += TimeSpan.FromMinutes(4);
        }
    }

    private static Task DoAsync(PressRoom room, string flow) =>
        flow switch
        {
            "http" => room.PostAsync(
                "2.md",
                Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\ntags: [jembatan, sungai]\n")
            ),
            "retag" => room.Service<Retagger>().RunAsync(CancellationToken.None),
            "rebuild" => room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None),
            _ => room.RunAsync(),
        };

    private static async Task FinishAsync(PressRoom room, StillClock clock, string flow)
    {
        await room.RunAsync();
        if (flow == "http" && (await new Truth(room).ReleasesAsync()).Values.All(stored => stored.Release.Revision == 1))
        {
            // Where not even the upload was stored, its sender got an error and sends it again.
            await room.PostAsync(
                "2.md",
                Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\ntags: [jembatan, sungai]\n")
            );
        }

        for (var run = 0; run < 3; run++)
        {
            if (flow == "retag")
            {
                await room.Service<Retagger>().RunAsync(CancellationToken.None);
            }

            await room.RunAsync();
            clock.Now += TimeSpan.FromMinutes(4);
        }

        if (flow == "rebuild")
        {
            Assert.IsTrue((await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None))!.Done);
        }
    }

    private static async Task CheckAsync(PressRoom room, StillClock clock, string described)
    {
        var faults = await new Truth(room).FaultsAsync(clock.Now);
        Assert.IsEmpty(faults, $"{described}: {string.Join('\n', faults.Take(5))}");
        var corrected = (await new Truth(room).ReleasesAsync())
            .Values.Single(stored => stored.Release.Content.Headline.StartsWith("Jembatan", StringComparison.Ordinal))
            .Release;
        Assert.AreEqual("Jembatan Lengan Resmi Dibuka 2", $"{corrected.Content.Headline} {corrected.Revision}", described);
        Assert.AreEqual(
            "0 3 0",
            $"{await PressRoomTests.CountAsync(room, Names.Incoming)} {await PressRoomTests.CountAsync(room, Names.Accepted)} {await PressRoomTests.CountAsync(room, Names.Rejected)}",
            described
        );
    }

    private static async Task CheckPicturesAsync(PressRoom room, int pictures, string described)
    {
        var corrected = (await new Truth(room).ReleasesAsync()).Values.Single(stored => stored.Release.Revision == 2).Release;
        Assert.AreEqual(pictures, corrected.Content.Attachments?.Count ?? 0, described);
        Assert.AreEqual(pictures, await PressRoomTests.CountAsync(room, Names.Attachments), described);
    }

    /// <summary>Search finds each release once, as it is now.</summary>
    private static async Task CheckSearchAsync(PressRoom room, StillClock clock, string described)
    {
        foreach (
            var (words, headlines) in new[]
            {
                ("jembatan lengan", "Jembatan Lengan Resmi Dibuka, Panen Raya di Lembah Selasih"),
                ("resmi", "Jembatan Lengan Resmi Dibuka"),
            }
        )
        {
            var found = await room.Service<SearchIndex>()
                .FindAsync(SearchParser.Parse(words), new SearchWindow(0, 10), clock.Now, CancellationToken.None);
            Assert.AreEqual(
                headlines,
                string.Join(", ", found.Hits.Select(hit => hit.Tagged.Release.Content.Headline).Order(StringComparer.Ordinal)),
                $"{described}: {words}"
            );
        }
    }

    private static async Task IgnoringAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception ex) when (ex is IOException or AggregateException or Azure.RequestFailedException or OperationCanceledException)
        {
            // What its caller would see.
        }
    }
}
