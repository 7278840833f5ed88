using Siaran.Actors;
using Siaran.Desk;
using Siaran.Endpoints;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// Each storage call of what people do at the desk and under releases fails in each way: whoever sees that it failed does it again, and
/// then it is done once, and whoever sees that it was done need not.
/// </summary>
[TestClass]
public sealed class DeskFaultTests
{
    private const string Office = "dinkes";

    private static readonly string[] Faults = ["refused", "lost", "lost once", "hangs", "throttled", "cut"];

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Desk:SignIn"] = "platform",
        ["WEBSITE_AUTH_ENABLED"] = "True",
        ["Collect:Patience"] = "00:00:30",
    };

    private static readonly Draft First = new()
    {
        Headline = "Jembatan Lengan Dibuka",
        Agency = "Dinkes",
        Body = "Gubernur membuka Jembatan Lengan.\n\nWarga dua kecamatan kini terhubung.",
    };

    private static readonly DeskUser Ani = new("id-ani", "ani", DeskRoles.Publisher, new Actor("identity:Ani", [Office]));

    private readonly StillClock clock = new(StillClock.Start);
    private MemoryStorage storage = null!;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("draft: save", 1)]
    [DataRow("draft: discard", 1)]
    [DataRow("draft: send", 9)]
    [DataRow("draft: approve", 1)]
    [DataRow("reply: send", 1)]
    [DataRow("reply: let through", 1)]
    [DataRow("reply: refuse", 1)]
    public async Task What_is_done_at_the_desk_or_under_a_release_is_done_once_whichever_call_fails(string flow, int every)
    {
        every = FaultyLine.Every(every);
        var tried = 0;
        foreach (var fault in Faults)
        {
            for (var call = 1; ; call += every, tried++)
            {
                (clock.Now, storage) = (StillClock.Start, new MemoryStorage(clock));
                var described = $"{flow}, call {call} {fault}";
                await using var quiet = Room();
                await PrepareAsync(quiet, flow);
                var line = new FaultyLine(call, fault);
                bool isTold;
                await using (var room = Room(line))
                {
                    isTold = await ToldAsync(() => DoAsync(room, flow));
                }

                clock.Now += TimeSpan.FromMinutes(4);
                await quiet.RunAsync();
                if (!isTold && !await IsDoneAsync(quiet, flow))
                {
                    Assert.IsTrue(line.HasFailed, described);
                    Assert.IsTrue(await DoAsync(quiet, flow), described);
                    await quiet.RunAsync();
                }

                await CheckAsync(quiet, flow, described);
                if (!line.HasFailed)
                {
                    break;
                }
            }
        }

        TestContext.WriteLine($"{flow}: {tried} faults");
        Assert.IsGreaterThan(Faults.Length, tried);
    }

    private PressRoom Room(FaultyLine? line = null) => new(storage, clock, line is null ? null : line.PassAsync, Settings);

    private async Task PrepareAsync(PressRoom quiet, string flow)
    {
        await quiet.CreateAsync();
        var register = new OfficeRegister
        {
            Offices = [new PressOffice(Office, "Dinkes") { Replies = true, SecondEyes = true }],
            Holders =
            [
                new Holder(HolderKind.Identity, "id-ani", "Ani", [Office]),
                new Holder(HolderKind.Identity, "id-budi", "Budi", [Office]),
                new Holder(HolderKind.Folder, Office, "Dinkes", [Office]),
            ],
        };
        await quiet.Service<OfficeTable>().EnsureSecretAsync(CancellationToken.None);
        await quiet.Service<OfficeTable>().TryWriteAsync(register, null, CancellationToken.None);
        clock.Now += TimeSpan.FromMinutes(10);
        if (flow.StartsWith("draft", StringComparison.Ordinal))
        {
            await quiet.Service<Drafts>().AddAsync(new DraftWithFiles(First, []), Office, Ani, CancellationToken.None);
            var open = await OpenAsync(quiet);
            var review = open.Row.Review with { State = DraftState.Submitted, Submitter = Ani.Id };
            await quiet.Service<Drafts>().TryReviewAsync(open, review, CancellationToken.None);
            return;
        }

        await quiet.PostAsync($"{Office}/a.md", Texts.Release("Vaksin Tiba", "Vaksin tiba pagi ini.", "id: vaksin\n"));
        if (flow != "reply: send")
        {
            await WriteReplyAsync(quiet);
        }
    }

    /// <returns>Whether whoever does it sees that it is done.</returns>
    private async Task<bool> DoAsync(PressRoom room, string flow)
    {
        switch (flow)
        {
            case "draft: save":
                var open = await OpenAsync(room);
                var files = new Dictionary<string, BinaryData> { ["0a.png"] = BinaryData.FromString("gambar") };
                return await room.Service<Drafts>().TrySaveAsync(open.Row, open.Row.Version, Second, files, Ani, CancellationToken.None)
                    is not null;
            case "draft: discard":
                return await room.Service<Drafts>().DiscardAsync(await OpenAsync(room), CancellationToken.None);
            case "draft: send":
                var sent = await OpenAsync(room);
                var upload = DraftUpload.Of(sent.Draft, sent.Id, []);
                if (!await room.Service<Drafts>().TryClaimAsync(sent, CancellationToken.None))
                {
                    return false;
                }

                var result = await room.Service<Drafts>().SendAsync(sent, upload, Ani, CancellationToken.None);
                // What waits is stored and comes out by itself.
                return result?.Outcome
                    is CollectOutcome.Created
                        or CollectOutcome.Unchanged
                        or CollectOutcome.Queued
                        or CollectOutcome.Failed;
            case "draft: approve":
                return await ApproveAsync(room);
            case "reply: send":
                return await WriteReplyAsync(room);
            default:
                return await DecideAsync(room, flow == "reply: refuse" ? "refuse" : "show");
        }
    }

    private static Draft Second =>
        First with
        {
            Body = First.Body + "\n\nTarifnya dua ribu rupiah.",
            Files = [new("0a.png", "a.png", "image/png", "")],
        };

    private async Task<bool> ApproveAsync(PressRoom room)
    {
        var open = await OpenAsync(room);
        var fields = await FieldsAsync("id-budi", ("verdict", "approve"), ("version", open.Version));
        return (
                await room.SendAsync(
                    request => room.Service<ReviewScreens>().ReviewAsync(request, open.Id, CancellationToken.None),
                    "budi",
                    fields,
                    "Publisher"
                )
            ).Status == 303;
    }

    private static async Task<bool> WriteReplyAsync(PressRoom room)
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = "Nina",
            ["email"] = "nina@surel.example",
            ["text"] = "Kapan giliran kami?",
            ["website"] = "",
        };
        var id = ReleaseId.FromEditorKey("vaksin", Office).ToString();
        var answer = await room.SendAsync(
            request => room.Service<ReplyEndpoint>().ReceiveAsync(request, id, CancellationToken.None),
            null,
            fields
        );
        return answer.Status == 303;
    }

    private async Task<bool> DecideAsync(PressRoom room, string verdict)
    {
        var waiting = (await WaitingAsync(room)).Single();
        var fields = await FieldsAsync("id-budi", (verdict, $"{Office}/{waiting.Reply.Key}"));
        return (
                await room.SendAsync(
                    request => room.Service<ReplyScreens>().DecideAsync(request, CancellationToken.None),
                    "budi",
                    fields,
                    "Moderator"
                )
            ).Status == 303;
    }

    /// <summary>The screen was opened while storage was well.</summary>
    private async Task<IReadOnlyDictionary<string, string>> FieldsAsync(string person, params (string Name, string Value)[] fields)
    {
        await using var quiet = Room();
        var secret = await quiet.Service<CurrentOffices>().SecretAsync(CancellationToken.None);
        return fields
            .Append((DeskDoor.TokenField, DeskDoor.TokenFor(person, clock.Now, secret)))
            .ToDictionary(field => field.Item1, field => field.Item2);
    }

    /// <summary>What a person sees who looks whether it was done after all.</summary>
    private static async Task<bool> IsDoneAsync(PressRoom quiet, string flow)
    {
        var drafts = (await quiet.Service<Drafts>().ListAsync(Ani, _ => true, null, CancellationToken.None)).Rows;
        return flow switch
        {
            "draft: save" => (await OpenAsync(quiet)).Draft.Body == Second.Body,
            "draft: discard" or "draft: send" => drafts.Count == 0,
            "draft: approve" => drafts.Single().Review.State is DraftState.Approved,
            // A reader sees nothing of what waits, and sends it again.
            "reply: send" => false,
            _ => (await WaitingAsync(quiet)).Count == 0,
        };
    }

    private async Task CheckAsync(PressRoom quiet, string flow, string described)
    {
        Assert.IsTrue(flow == "reply: send" || await IsDoneAsync(quiet, flow), described);
        var acts = await quiet.Service<AuditTable>().ReadAsync(StillClock.Start, clock.Now, null, CancellationToken.None).ToListAsync();
        var drafts = await RowsAsync(quiet, Names.DraftTable);
        switch (flow)
        {
            case "draft: save":
                var open = await OpenAsync(quiet);
                Assert.IsNotNull(await quiet.Service<Drafts>().FileAsync(open, "0a.png", CancellationToken.None), described);
                Assert.AreEqual(1, drafts, described);
                Assert.IsTrue(await quiet.Service<Drafts>().DiscardAsync(open, CancellationToken.None));
                break;
            case "draft: approve":
                Assert.AreEqual("budi", (await OpenAsync(quiet)).Row.Review.By, described);
                Assert.Contains("approved", acts.Select(line => line.Act).ToList(), described);
                return;
            case "draft: send":
                var release = (await new Truth(quiet).ReleasesAsync()).Values.Single().Release;
                Assert.AreEqual((First.Headline, 1), (release.Content.Headline, release.Revision), described);
                Assert.IsEmpty(await new Truth(quiet).FaultsAsync(clock.Now), described);
                Assert.HasCount(1, acts.Where(line => line.Act == "created").ToList(), described);
                break;
            case "reply: send":
                Assert.AreEqual("Kapan giliran kami?", (await WaitingAsync(quiet)).Single().Reply.Text, described);
                return;
            case "reply: let through" or "reply: refuse":
                var shown = await quiet.Service<ReplyTable>().ReadAsync(ReleaseId.FromEditorKey("vaksin", Office), CancellationToken.None);
                Assert.HasCount(flow == "reply: refuse" ? 0 : 1, shown.Shown, described);
                var act = flow == "reply: refuse" ? "reply-refused" : "reply-shown";
                Assert.Contains(act, acts.Select(line => line.Act).ToList(), described);
                return;
        }

        Assert.AreEqual(0, await RowsAsync(quiet, Names.DraftTable), described);
        Assert.IsEmpty(await quiet.Service<StorageAccount>().Container(Names.Drafts).GetBlobsAsync().ToListAsync(), described);
    }

    private static async Task<OpenDraft> OpenAsync(PressRoom room)
    {
        var row = await room.Service<DraftTable>().ListAsync(null, CancellationToken.None).SingleAsync();
        return (await room.Service<Drafts>().FindAsync(row.Id, Ani, CancellationToken.None))!;
    }

    private static async Task<List<WaitingReply>> WaitingAsync(PressRoom room) =>
        await room.Service<ReplyTable>().WaitingAsync(Office, CancellationToken.None).ToListAsync();

    private static async Task<int> RowsAsync(PressRoom room, string table) =>
        await room.Service<StorageAccount>().Table(table).QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync();

    private static async Task<bool> ToldAsync(Func<Task<bool>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception ex) when (ex is IOException or AggregateException or Azure.RequestFailedException or OperationCanceledException)
        {
            return false;
        }
    }
}
