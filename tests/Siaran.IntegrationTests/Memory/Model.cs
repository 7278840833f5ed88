using System.Globalization;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// An office in which anything may happen at any time, and a model of a few lines that says what must hold afterwards: for each release its
/// headline, whether it
/// is withdrawn, and until when it is under an embargo. The same seed always gives the same steps.
/// </summary>
internal sealed class Model(int seed) : IAsyncDisposable
{
    private const int Releases = 6;
    private const int Instances = 2;

    private readonly Random random = new(seed);
    private readonly StillClock clock = new(Office.Start);
    private readonly Expected?[] expected = new Expected?[Releases];
    private readonly PressRoom?[] rooms = new PressRoom?[Instances];
    private readonly List<string> done = [];
    private MemoryStorage? storage;
    private PressRoom? reader;
    private int uploads;
    private int callsLeft = int.MaxValue;
    private bool isDoneFirst;
    private int retagged;

    /// <summary>The last steps, the newest last.</summary>
    public string History => string.Join('\n', done.TakeLast(25));

    /// <summary>Takes one step and tells what does not hold afterwards.</summary>
    /// <param name="isChecked">Whether all is compared; else the step alone is taken.</param>
    public async Task<IReadOnlyList<string>> StepAsync(bool isChecked)
    {
        storage ??= new MemoryStorage(clock);
        reader ??= await NewAsync();
        await ActAsync();

        // What was cut short is done again, as the timer would.
        await Room(0).RunAsync();
        for (var which = 0; which < Releases; which++)
        {
            expected[which] =
                expected[which] is { } release && release.IsVisible(clock.Now) ? release with { IsShown = true } : expected[which];
        }

        if (!isChecked)
        {
            return [];
        }

        var faults = (await new Truth(reader).FaultsAsync(clock.Now)).ToList();
        await CheckAsync(faults);
        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var room in rooms.OfType<PressRoom>().Append(reader!))
        {
            await room.DisposeAsync();
        }
    }

    private async Task ActAsync()
    {
        clock.Now += TimeSpan.FromSeconds(random.Next(1, 90));
        var which = random.Next(Releases);
        var room = Room(random.Next(Instances));
        switch (random.Next(20))
        {
            case <= 7:
                await UploadAsync(room, which, null);
                break;
            case 8 or 9:
                await UploadAsync(room, which, clock.Now + TimeSpan.FromMinutes(random.Next(1, 30)));
                break;
            case 10 or 11:
                await WithdrawAsync(room, which);
                break;
            case 12:
                Note("the clock goes on by an hour");
                clock.Now += TimeSpan.FromHours(1);
                break;
            case 13:
                // By less than lies between two steps and what they decide.
                Note("the clock goes back by two seconds");
                clock.Now -= TimeSpan.FromSeconds(2);
                break;
            case 14 or 15:
                await DisturbAsync(room, which);
                break;
            case 16:
                Note("two timers at once");
                await Task.WhenAll(Quietly(Room(0).RunAsync), Quietly(Room(1).RunAsync));
                break;
            case 17:
                Note("an instance starts again");
                await rooms[0]!.DisposeAsync();
                rooms[0] = null;
                break;
            case 18 when random.Next(5) == 0:
                await RetagAsync();
                break;
            default:
                Note("the timer");
                await Quietly(room.RunAsync);
                break;
        }
    }

    private async Task UploadAsync(PressRoom room, int which, DateTimeOffset? until)
    {
        var number = ++uploads;
        var headline = $"Kabar {which} yang ke-{number}";
        var kind = random.Next(2) == 0 ? "minor" : "major";
        var publishAt = until is { } time ? $"publishAt: {time:yyyy-MM-ddTHH:mm:ssZ}\n" : "";
        var tags = $"tags: [kabar-{random.Next(4)}, kabar-{random.Next(4)}]\n";
        var body = $"Kabar nomor {which} tentang jembatan dan jalan di Baruna, kali ke-{number}.";
        await TakeAsync(
            room,
            $"{headline} {publishAt.Trim()}",
            number,
            Texts.Release(headline, body, $"id: model-{which}\nrevision: {kind}\n{publishAt}{tags}")
        );
        var (was, now) = (expected[which], clock.Now);
        var isPublic = was is { IsShown: true } || was?.IsVisible(now) is true;
        var publishAtTime = until ?? was?.Until ?? now;
        expected[which] =
            now < was?.At || (isPublic && publishAtTime > now) ? was : new Expected(headline, false, publishAtTime, isPublic, now);
    }

    private async Task WithdrawAsync(PressRoom room, int which)
    {
        var number = ++uploads;
        await TakeAsync(
            room,
            $"withdraws {which}",
            number,
            $"---\nid: model-{which}\nstatus: withdrawn\nwithdrawnReason: Alasan {number}\n---\n"
        );
        var now = clock.Now;
        if (expected[which] is { } was && now >= was.At)
        {
            var isPublic = was.IsShown || was.IsVisible(now);
            expected[which] = isPublic && was.Until > now ? was : was with { IsWithdrawn = true, IsShown = isPublic, At = now };
        }
    }

    private async Task TakeAsync(PressRoom room, string described, int number, string text)
    {
        var byHttp = random.Next(2) == 0;
        Note($"{(byHttp ? "posts" : "uploads")} {described}");
        var name = string.Create(CultureInfo.InvariantCulture, $"{number:D6}.md");
        if (byHttp)
        {
            await Quietly(() => room.PostAsync(name, text));
        }
        else
        {
            await reader!.UploadAsync(name, text);
            await Quietly(room.RunAsync);
        }

        // Whatever came of it, the model speaks of when it is taken.
        await DrainAsync();
    }

    /// <summary>Cuts the line after some calls: before a call is carried out, or after it, reported as failed.</summary>
    private async Task DisturbAsync(PressRoom room, int which)
    {
        var calls = random.Next(1, 70);
        isDoneFirst = random.Next(2) == 0;
        Note($"the line is cut after {calls} calls{(isDoneFirst ? ", the last of which was carried out" : "")}");
        callsLeft = calls;
        await UploadAsync(room, which, random.Next(4) == 0 ? clock.Now + TimeSpan.FromMinutes(5) : null);
        callsLeft = int.MaxValue;
    }

    /// <summary>
    /// Another vocabulary comes, the archive is tagged by it, at times by two instances at once, and the former one comes back.
    /// </summary>
    private async Task RetagAsync()
    {
        Note("another vocabulary");
        var blob = reader!.Service<StorageAccount>().Container(Names.Vocabulary).GetBlobClient("programmes.tsv");
        await blob.UploadAsync(BinaryData.FromString($"jembatan-{++retagged}\tjembatan dan jalan\tJBT\n"), overwrite: true);
        for (var run = 0; run < 4; run++)
        {
            clock.Now += TimeSpan.FromMinutes(4);
            await Task.WhenAll(
                Quietly(Room(0).Service<Retagger>().RunAsync),
                random.Next(2) == 0 ? Quietly(Room(1).Service<Retagger>().RunAsync) : Task.CompletedTask
            );
            if (run == 1)
            {
                await blob.DeleteIfExistsAsync();
            }
        }
    }

    /// <summary>Runs the timer until nothing waits: what was interrupted before is then decided.</summary>
    private async Task DrainAsync()
    {
        callsLeft = int.MaxValue;
        var broken = rooms[0];
        if (broken is not null && random.Next(3) == 0)
        {
            rooms[0] = null;
            await broken.DisposeAsync();
        }

        await Room(0).RunAsync();
    }

    private async Task CheckAsync(List<string> faults)
    {
        var releases = await new Truth(reader!).ReleasesAsync();
        for (var which = 0; which < Releases; which++)
        {
            var stored = releases.GetValueOrDefault(ReleaseId.FromEditorKey($"model-{which}"))?.Release;
            var described =
                $"release {which}: {stored?.Content.Headline} {stored?.Status} {stored?.PublishAt:O}, expected {expected[which]}";
            if (
                stored is null != expected[which] is null
                || (
                    stored is not null
                    && (
                        stored.Content.Headline != expected[which]!.Headline
                        || (stored.Status is ReleaseStatus.Withdrawn) != expected[which]!.IsWithdrawn
                    )
                )
            )
            {
                faults.Add(described);
            }
        }

        await foreach (var blob in reader!.Service<StorageAccount>().Container(Names.Incoming).GetBlobsAsync())
        {
            faults.Add($"{blob.Name} is left in incoming");
        }
    }

    private PressRoom Room(int number) => rooms[number] ??= new PressRoom(storage!, clock, _ => PassAsync());

    private async Task<PressRoom> NewAsync()
    {
        var room = new PressRoom(storage!, clock);
        await room.CreateAsync();
        return room;
    }

    private ValueTask<Func<ValueTask>?> PassAsync()
    {
        if (callsLeft == int.MaxValue || --callsLeft >= 0)
        {
            return new(default(Func<ValueTask>?));
        }

        return callsLeft == -1 && isDoneFirst
            ? new(() => throw new IOException("The answer was lost."))
            : throw new IOException("The line to storage is cut.");
    }

    private void Note(string step) => done.Add($"{clock.Now:HH:mm:ss} {step}");

    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception ex) when (ex is IOException or AggregateException or Azure.RequestFailedException)
        {
            // As a process that is killed, or an instance that another overtook.
        }
    }

    private static Task Quietly(Func<CancellationToken, Task> work) => Quietly(() => work(CancellationToken.None));

    /// <summary>What must be true of a release.</summary>
    private sealed record Expected(string Headline, bool IsWithdrawn, DateTimeOffset Until, bool IsShown, DateTimeOffset At)
    {
        public bool IsVisible(DateTimeOffset now) => !IsWithdrawn && Until <= now;
    }
}
