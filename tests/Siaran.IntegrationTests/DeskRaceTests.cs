using Azure.Core;
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
/// Whoever is slow at the desk or under a release is stopped at each storage call in turn, while another does all of theirs.
/// </summary>
[TestClass]
public sealed class DeskRaceTests
{
    private const string Office = "dinkes";
    private const string Withdrawal = "---\nid: vaksin\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n";

    private static readonly ReleaseId Vaccine = ReleaseId.FromEditorKey("vaksin", Office);
    private static readonly DeskUser Ani = new("id-ani", "ani", DeskRoles.Publisher, new Actor("identity:Ani", [Office]));

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Desk:SignIn"] = "platform",
        ["WEBSITE_AUTH_ENABLED"] = "True",
        ["Collect:Patience"] = "00:00:30",
    };

    private static readonly Draft Text = new()
    {
        Headline = "Jembatan Lengan Dibuka",
        Agency = "Dinkes",
        Body = "Gubernur membuka Jembatan Lengan.\n\nWarga dua kecamatan kini terhubung.",
    };

    private readonly StillClock clock = new(StillClock.Start);
    private MemoryStorage storage = null!;
    private bool isSlowDone;
    private bool isQuickDone;

    [TestMethod]
    public Task Two_drafts_of_one_text_make_one_release_however_slowly_the_first_is_sent() =>
        AtEveryCallAsync(
            async quiet =>
            {
                foreach (var _ in Enumerable.Range(0, 2))
                {
                    await quiet.Service<Drafts>().AddAsync(new DraftWithFiles(Text, []), Office, Ani, default);
                }

                var drafts = await quiet.Service<DraftTable>().ListAsync(null, default).ToListAsync();
                return (room => SendAsync(room, drafts[0].Id), room => SendAsync(room, drafts[1].Id));
            },
            async (quiet, described) =>
            {
                clock.Now += TimeSpan.FromMinutes(10);
                await quiet.RunAsync();
                Assert.HasCount(1, (await new Truth(quiet).ReleasesAsync()).Values.Where(IsOfText).ToList(), described);
                Assert.IsTrue(isSlowDone || isQuickDone, described);
            }
        );

    [TestMethod]
    public Task A_draft_that_is_saved_over_while_it_is_opened_is_found() =>
        AtEveryCallAsync(
            async quiet =>
            {
                var id = (await quiet.Service<Drafts>().AddAsync(new DraftWithFiles(Text, []), Office, Ani, default)).Id;
                return (async room => await FindAsync(room, id) && await FindAsync(room, id), room => SaveAsync(room, id));
            },
            (_, described) =>
            {
                Assert.IsTrue(isSlowDone && isQuickDone, described);
                return Task.CompletedTask;
            }
        );

    [TestMethod]
    public Task A_reply_that_one_moderator_lets_through_and_another_refuses_is_decided_once() =>
        AtEveryCallAsync(DecidersAsync("show", "refuse"), (quiet, described) => CheckDecidedAsync(quiet, isSlowDone, described));

    [TestMethod]
    public Task A_reply_that_one_moderator_refuses_and_another_lets_through_is_decided_once() =>
        AtEveryCallAsync(DecidersAsync("refuse", "show"), (quiet, described) => CheckDecidedAsync(quiet, isQuickDone, described));

    [TestMethod]
    public Task Nothing_waits_under_a_release_that_is_withdrawn_while_it_is_written() =>
        AtEveryCallAsync(
            _ => Task.FromResult<(Work, Work)>((WriteReplyAsync, room => PostAsync(room, Withdrawal))),
            async (quiet, described) => Assert.IsEmpty(await WaitingAsync(quiet), described)
        );

    [TestMethod]
    public Task What_is_written_under_a_release_that_came_back_stays_however_late_its_withdrawal_is_carried_out() =>
        AtEveryCallAsync(
            _ =>
                Task.FromResult<(Work, Work)>(
                    (
                        room => PostAsync(room, Withdrawal),
                        async room =>
                            await PostAsync(room, Texts.Release("Vaksin Tiba", "Vaksin tiba pagi ini.", "id: vaksin\nstatus: published\n"))
                            && await WriteReplyAsync(room)
                    )
                ),
            async (quiet, described) =>
            {
                var isPublic =
                    (await quiet.Service<ReleaseTable>().FindAsync(Vaccine, default))!.Release.VisibilityAt(clock.Now)
                    is Visibility.Visible;
                Assert.HasCount(isPublic && isQuickDone ? 1 : 0, await WaitingAsync(quiet), described);
            }
        );

    /// <returns>Whether whoever does it sees that it is done.</returns>
    private delegate Task<bool> Work(PressRoom room);

    private async Task AtEveryCallAsync(Func<PressRoom, Task<(Work Slow, Work Quick)>> prepare, Func<PressRoom, string, Task> check)
    {
        for (var stop = 0; ; stop++)
        {
            (clock.Now, storage) = (StillClock.Start, new MemoryStorage(clock));
            (isSlowDone, isQuickDone) = (false, false);
            await using var quiet = Room();
            await PrepareAsync(quiet);
            var works = await prepare(quiet);
            var turns = new Turns();
            var (slow, quick) = (turns.Add("slow"), turns.Add("quick"));
            await using var stopped = Room(async _ =>
            {
                await slow.PassAsync();
                return null;
            });
            await using var other = Room();
            slow.Work = async () => isSlowDone = await works.Slow(stopped);
            quick.Work = async () =>
            {
                await quick.PassAsync();
                clock.Now += TimeSpan.FromMinutes(3);
                isQuickDone = await works.Quick(other);
            };

            await turns.RunAsync(waiting => waiting[0] == slow && (waiting.Count == 1 || slow.Calls < stop) ? slow : waiting[^1]);

            var described = $"stopped after {stop} calls";
            Assert.IsNull(slow.Failure ?? quick.Failure, described);
            await check(quiet, described);
            if (slow.Calls < stop)
            {
                Assert.IsGreaterThan(3, stop);
                return;
            }
        }
    }

    private PressRoom Room(Func<HttpMessage, ValueTask<Func<ValueTask>?>>? passing = null) => new(storage, clock, passing, Settings);

    private async Task PrepareAsync(PressRoom quiet)
    {
        await quiet.CreateAsync();
        var register = new OfficeRegister
        {
            Offices = [new PressOffice(Office, "Dinkes") { Replies = true }],
            Holders =
            [
                new Holder(HolderKind.Identity, "id-ani", "Ani", [Office]),
                new Holder(HolderKind.Identity, "id-budi", "Budi", [Office]),
                new Holder(HolderKind.Folder, Office, "Dinkes", [Office]),
            ],
        };
        await quiet.Service<OfficeTable>().EnsureSecretAsync(default);
        await quiet.Service<OfficeTable>().TryWriteAsync(register, null, default);
        clock.Now += TimeSpan.FromMinutes(10);
        await PostAsync(quiet, Texts.Release("Vaksin Tiba", "Vaksin tiba pagi ini.", "id: vaksin\n"));
        clock.Now += TimeSpan.FromMinutes(10);
    }

    private static async Task<bool> PostAsync(PressRoom room, string text)
    {
        await room.PostAsync($"{Office}/a.md", text);
        return true;
    }

    private static bool IsOfText(StoredRelease stored) => stored.Release.Content.Headline == Text.Headline;

    private static async Task<bool> FindAsync(PressRoom room, string id) =>
        await room.Service<Drafts>().FindAsync(id, Ani, default) is not null;

    private static async Task<bool> SaveAsync(PressRoom room, string id)
    {
        var drafts = room.Service<Drafts>();
        var open = (await drafts.FindAsync(id, Ani, default))!;
        var text = open.Draft with { Headline = "Jembatan Lengan Resmi Dibuka" };
        var none = new Dictionary<string, BinaryData>();
        return await drafts.TrySaveAsync(open.Row, open.Row.Version, text, none, Ani, default) is not null;
    }

    /// <summary>As the screen does it.</summary>
    private static async Task<bool> SendAsync(PressRoom room, string id)
    {
        var drafts = room.Service<Drafts>();
        if (await drafts.FindAsync(id, Ani, default) is not { } open || !await drafts.TryClaimAsync(open, default))
        {
            return false;
        }

        var seen = await room.Service<Lookalikes>().InspectAsync(open, null, default);
        if (seen.Alike.Count > 0)
        {
            await drafts.EndClaimAsync(open, default);
            return false;
        }

        return await drafts.SendAsync(open, seen.Inspection.Upload, Ani, default) is not null;
    }

    private Func<PressRoom, Task<(Work, Work)>> DecidersAsync(string slow, string quick) =>
        async quiet =>
        {
            Assert.IsTrue(await WriteReplyAsync(quiet));
            var key = $"{Office}/{(await WaitingAsync(quiet)).Single().Reply.Key}";
            var secret = await quiet.Service<CurrentOffices>().SecretAsync(default);
            var token = DeskDoor.TokenFor("id-budi", clock.Now, secret);
            return (room => DecideAsync(room, slow, key, token), room => DecideAsync(room, quick, key, token));
        };

    private static async Task<bool> DecideAsync(PressRoom room, string verdict, string key, string token) =>
        (
            await room.SendAsync(
                request => room.Service<ReplyScreens>().DecideAsync(request, default),
                "budi",
                new Dictionary<string, string> { [verdict] = key, [DeskDoor.TokenField] = token },
                "Moderator"
            )
        ).Status == 303;

    private async Task CheckDecidedAsync(PressRoom quiet, bool isShown, string described)
    {
        Assert.IsTrue(isSlowDone != isQuickDone, described);
        Assert.HasCount(isShown ? 1 : 0, (await quiet.Service<ReplyTable>().ReadAsync(Vaccine, default)).Shown, described);
        Assert.IsEmpty(await WaitingAsync(quiet), described);
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
        var answer = await room.SendAsync(
            request => room.Service<ReplyEndpoint>().ReceiveAsync(request, Vaccine.ToString(), default),
            null,
            fields
        );
        return answer.Status == 303;
    }

    private static async Task<List<WaitingReply>> WaitingAsync(PressRoom room) =>
        await room.Service<ReplyTable>().WaitingAsync(Office, default).ToListAsync();
}
