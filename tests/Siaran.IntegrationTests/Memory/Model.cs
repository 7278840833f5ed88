using System.Globalization;
using Siaran.Ingest;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// An office of two instances in which anything may happen at any time, with what must be true of each release afterwards. The same seed
/// always gives the same steps.
/// </summary>
/// <param name="seed">Decides all.</param>
/// <param name="sabotage">A fault that is put in.</param>
/// <param name="isWhole">
/// Whether translations, successors and tags alone come too; without them, seeds mean what they meant before these came.
/// </param>
internal sealed class Model(int seed, Sabotage? sabotage = null, bool isWhole = true) : IAsyncDisposable
{
    private const int Translations = 3;
    private const int Words = 4;

    private static readonly Happening[] Later = [Happening.Translate, Happening.Replace, Happening.TagAlone];

    /// <summary>By how often each happens among thirty steps.</summary>
    private readonly Happening[] lot =
    [
        .. Enum.GetValues<Happening>().Where(happening => happening is not Happening.Vocabulary).Except(isWhole ? [] : Later),
        .. isWhole ? (Happening[])[Happening.Translate, Happening.Translate] : [],
        Happening.Upload,
        Happening.Revise,
        Happening.Minor,
        Happening.Withdraw,
        Happening.Embargo,
        Happening.Retag,
        Happening.Crash,
        Happening.CrashOfTwo,
        Happening.CrashAndAgain,
        Happening.CrashAndAgain,
        Happening.LostAnswer,
        Happening.SecondInstance,
    ];

    /// <summary>What an upload may be.</summary>
    private readonly Happening[] uploading = [.. Enum.GetValues<Happening>()[..(int)Happening.Retag], .. isWhole ? Later : []];

    private readonly Random random = new(seed);
    private readonly StillClock clock = new(StillClock.Start);
    private IReadOnlyList<Expected?> expected = new Expected?[Deed.FirstTranslation + (isWhole ? Translations : 0)];
    private readonly List<string> done = [];
    private readonly Dictionary<Happening, int> happened = [];
    private TwoInstances? office;
    private SeenByReaders? readers;
    private DateTimeOffset latest;
    private int uploads;
    private int vocabularies;

    /// <summary>The last steps, the newest last.</summary>
    public string History => string.Join('\n', done.TakeLast(25));

    /// <summary>How often each happened.</summary>
    public IReadOnlyDictionary<Happening, int> Happened => happened;

    /// <summary>Takes one step and tells what does not hold afterwards.</summary>
    /// <param name="isWhole">Whether all that is stored is compared; else only what readers see of each release.</param>
    public async Task<IReadOnlyList<string>> StepAsync(bool isWhole)
    {
        office ??= await OpenAsync();
        await ActAsync();
        await DrainAsync();
        expected = [.. expected.Select(one => one is { WasSeen: false } && one.IsVisible(clock.Now) ? one with { WasSeen = true } : one)];
        latest = clock.Now > latest ? clock.Now : latest;
        var faults = new List<string>(await Seen.ReleasesAsync(expected, clock.Now));
        if (clock.Now < latest)
        {
            // What was in feeds by then and is ahead now waits until the clock is there again.
            return faults;
        }

        faults.AddRange(await Seen.FeedsAsync(expected, clock.Now));
        if (isWhole)
        {
            faults.AddRange(await new Truth(Reader).FaultsAsync(clock.Now));
        }

        return faults;
    }

    private PressRoom Reader => office!.Reader;

    private SeenByReaders Seen => readers ??= new SeenByReaders(office!.Storage, Reader);

    public ValueTask DisposeAsync() => office?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<TwoInstances> OpenAsync()
    {
        var opened = new TwoInstances(new MemoryStorage(clock), clock, random, sabotage);
        await opened.Reader.CreateAsync();
        return opened;
    }

    private async Task ActAsync()
    {
        clock.Now += TimeSpan.FromSeconds(random.Next(1, 90));
        var happening = random.Next(150) == 0 ? Happening.Vocabulary : lot[random.Next(lot.Length)];
        happened[happening] = happened.GetValueOrDefault(happening) + 1;
        Note($"- {happening}");
        var number = random.Next(TwoInstances.Count);
        await (
            happening switch
            {
                Happening.ClockForward => MoveClock(TimeSpan.FromMinutes(random.Next(1, 90))),
                Happening.ClockBack => MoveClock(-TimeSpan.FromSeconds(random.Next(1, 300))),
                Happening.Restart => office!.RestartAsync(number),
                Happening.Vocabulary => ChangeVocabularyAsync(),
                Happening.Crash => DisturbAsync(number, SomeCrash()),
                Happening.CrashOfTwo => DisturbTwoAsync(number, SomeCrash()),
                Happening.CrashAndAgain => DisturbAgainAsync(number, SomeCrash()),
                Happening.LostAnswer => DisturbAsync(number, Disturbance.AnswerLost),
                Happening.DuplicateTimer => TwoTimersAsync(),
                Happening.SecondInstance => TwoUploadsAsync(),
                _ => TakeAsync(number, DeedOf(happening)),
            }
        );
    }

    /// <summary>An upload of a kind, of a release for which that kind means something, if there is one.</summary>
    private Deed DeedOf(Happening happening)
    {
        var now = clock.Now;
        var deed = new Deed(
            happening switch
            {
                Happening.Upload => Some(release => release is null),
                Happening.BringBack => Some(release => release is { IsWithdrawn: true }),
                Happening.Embargo => Some(release => release is null or { WasSeen: false }),
                Happening.Shorten or Happening.Lengthen => Some(release => IsWaiting(release) && release!.Until > now),
                Happening.Translate => Deed.FirstTranslation + random.Next(Translations),
                _ => Some(release => release is { IsWithdrawn: false }),
            },
            ++uploads
        )
        {
            IsMinor = happening is Happening.Minor || random.Next(4) == 0,
            Withdraws = happening is Happening.Withdraw or Happening.Replace,
            Successor = happening is Happening.Replace ? random.Next(expected.Count) : null,
            IsOfTagsAlone = happening is Happening.TagAlone,
            Publishes = happening is Happening.BringBack,
            Tags = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => $"kabar-{random.Next(Words)}").Distinct()],
        };
        return expected[deed.Which] is var release && happening is Happening.Embargo
                ? deed with
                {
                    Until = now.AddMinutes(random.Next(1, 20)),
                }
            : IsWaiting(release) && happening is Happening.Shorten
                ? deed with
                {
                    Until = now.AddSeconds((int)(release!.Until - now).TotalSeconds / 2),
                }
            : IsWaiting(release) && happening is Happening.Lengthen ? deed with { Until = release!.Until.AddMinutes(5) }
            : deed;
    }

    private static bool IsWaiting(Expected? release) => release is { WasSeen: false } && release.Until < Expected.Never;

    private int Some(Func<Expected?, bool> isMeant)
    {
        var meant = Enumerable.Range(0, expected.Count).Where(which => isMeant(expected[which])).ToList();
        return meant.Count > 0 ? meant[random.Next(meant.Count)] : random.Next(expected.Count);
    }

    private async Task TakeAsync(int number, Deed deed)
    {
        var byHttp = random.Next(2) == 0;
        Note($"{deed}, {(byHttp ? "posted" : "uploaded")} to {number}");
        if (byHttp)
        {
            await office!.DoAsync(number, room => room.PostAsync(deed.Name, deed.Text));
        }
        else
        {
            await Reader.UploadAsync(deed.Name, deed.Text);
            await office!.DoAsync(number, room => room.RunAsync());
        }

        expected = Expected.After(expected, deed, clock.Now);
    }

    /// <summary>Something fails while an upload is taken, and the process may die of it.</summary>
    private async Task DisturbAsync(int number, Disturbance what)
    {
        var calls = random.Next(1, 70);
        Note($"{what} after {calls} calls");
        office!.Disturb(what, calls);
        await TakeAsync(number, DeedOf(uploading[random.Next(uploading.Length)]));
        if (what is not Disturbance.AnswerLost)
        {
            await office!.RestartAsync(number);
        }
    }

    private Disturbance SomeCrash() =>
        random.Next(10) switch
        {
            0 => Disturbance.Outage,
            < 5 => Disturbance.Killed,
            _ => Disturbance.KilledAfter,
        };

    /// <summary>
    /// A timer dies while it takes two uploads of one release: what the first made may be an older revision by then.
    /// </summary>
    private async Task DisturbTwoAsync(int number, Disturbance what)
    {
        var one = DeedOf(Happening.Revise);
        var other = DeedOf(random.Next(3) == 0 ? Happening.Withdraw : Happening.Minor) with { Which = one.Which };
        await CrashAsync(number, what, [one, other]);
        await office!.RestartAsync(number);
        foreach (var deed in new[] { one, other })
        {
            expected = Expected.After(expected, deed, clock.Now);
        }
    }

    /// <summary>A timer dies while it takes an upload, and the editor uploads the same once more before another timer runs.</summary>
    private async Task DisturbAgainAsync(int number, Disturbance what)
    {
        var deed = DeedOf(uploading[random.Next(uploading.Length)]);
        await CrashAsync(number, what, [deed]);
        await office!.RestartAsync(number);
        office!.Settle();
        var tried = clock.Now;
        clock.Now += TimeSpan.FromSeconds(random.Next(1, 20));
        Note($"{deed} is uploaded once more");
        await Reader.UploadAsync(deed.Name, deed.Text);
        await DrainAsync();
        expected = await MadeOfAsync(deed, tried);
    }

    private async Task CrashAsync(int number, Disturbance what, IReadOnlyList<Deed> deeds)
    {
        foreach (var deed in deeds)
        {
            await Reader.UploadAsync(deed.Name, deed.Text);
        }

        var calls = random.Next(1, 40 + (20 * deeds.Count));
        office!.Disturb(what, calls);
        Note($"{string.Join(" and ", deeds)}, {what} after {calls} calls");
        await office!.DoAsync(number, room => room.RunAsync());
    }

    /// <summary>The outcome of a deed that was tried at two times: it counts once, from whichever.</summary>
    private async Task<IReadOnlyList<Expected?>> MadeOfAsync(Deed deed, DateTimeOffset tried)
    {
        var stored = await Seen.FindAsync(deed.Which);
        IReadOnlyList<Expected?>[] ways = [Expected.After(expected, deed, tried), Expected.After(expected, deed, clock.Now)];
        return await WhichAsync(ways, way => stored?.Release.UploadedAt == way[deed.Which]?.At);
    }

    /// <summary>Of what may have come of it, what has.</summary>
    private async Task<IReadOnlyList<Expected?>> WhichAsync(IReadOnlyList<Expected?>[] ways, Func<IReadOnlyList<Expected?>, bool> isMeant)
    {
        var left = ways.Where(isMeant).ToList();
        foreach (var which in Enumerable.Range(0, expected.Count).Where(which => ways.Any(way => way[which] != expected[which])))
        {
            var stored = await Seen.FindAsync(which);
            left.RemoveAll(way => !SeenByReaders.IsStoredAs(stored, way[which]));
        }

        return left.FirstOrDefault() ?? ways[0];
    }

    /// <summary>Both instances list the same upload and take it, each stopped at any of its calls.</summary>
    private async Task TwoTimersAsync()
    {
        var deed = DeedOf(random.Next(2) == 0 ? Happening.Revise : Happening.Withdraw);
        Note($"{deed}, two timers at once");
        await Reader.UploadAsync(deed.Name, deed.Text);
        await office!.DoAtOnceAsync(room => room.RunAsync(), room => room.RunAsync());
        expected = Expected.After(expected, deed, clock.Now);
    }

    /// <summary>Two editors at two instances, often with the same release. Either may come first.</summary>
    private async Task TwoUploadsAsync()
    {
        var one = DeedOf(random.Next(2) == 0 ? Happening.Revise : Happening.Upload);
        var other = DeedOf(random.Next(2) == 0 ? Happening.Withdraw : Happening.Minor);
        other = random.Next(3) > 0 ? other with { Which = WithOrOf(one.Which) } : other;
        Note($"{one} and {other} at once");
        await office!.DoAtOnceAsync(room => room.PostAsync(one.Name, one.Text), room => room.PostAsync(other.Name, other.Text));
        await DrainAsync();
        var now = clock.Now;
        IReadOnlyList<Expected?>[] ways =
        [
            Expected.After(Expected.After(expected, one, now), other, now),
            Expected.After(Expected.After(expected, other, now), one, now),
        ];
        expected = await WhichAsync(ways, _ => true);
    }

    /// <summary>The release itself, its translation, or what it translates.</summary>
    private int WithOrOf(int which) =>
        !isWhole || random.Next(2) == 0 ? which : Deed.OriginalOf(which) ?? (which < Translations ? which + Deed.FirstTranslation : which);

    /// <summary>
    /// Another vocabulary comes and the archive is tagged by it, at times by two instances at once or while an upload is taken.
    /// </summary>
    private async Task ChangeVocabularyAsync()
    {
        var blob = Reader.Service<StorageAccount>().Container(Names.Vocabulary).GetBlobClient("programmes.tsv");
        await blob.UploadAsync(BinaryData.FromString($"program-{++vocabularies % 3}\tjembatan\tJBT\n"), overwrite: true);
        for (var run = 0; run < 4; run++)
        {
            clock.Now += TimeSpan.FromMinutes(4);
            if (random.Next(2) == 0)
            {
                await office!.DoAtOnceAsync(RetagAsync, RetagAsync);
                continue;
            }

            var deed = DeedOf(Happening.Revise);
            Note($"{deed} while the archive is tagged");
            await office!.DoAtOnceAsync(RetagAsync, room => room.PostAsync(deed.Name, deed.Text));
            await DrainAsync();
            expected = Expected.After(expected, deed, clock.Now);
        }
    }

    private static Task RetagAsync(PressRoom room) => room.Service<Retagger>().RunAsync(CancellationToken.None);

    /// <summary>Runs the timer until nothing waits: what was interrupted before is then decided.</summary>
    private async Task DrainAsync()
    {
        office!.Settle();
        for (var run = 0; run < 3; run++)
        {
            if ((await office.Room(0).RunAsync()).Uploads.All(upload => upload.Outcome is not CollectOutcome.Failed))
            {
                return;
            }
        }
    }

    private Task MoveClock(TimeSpan by)
    {
        Note($"the clock goes by {by}");
        clock.Now += by;
        return Task.CompletedTask;
    }

    private void Note(string step) => done.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.Now:HH:mm:ss} {step}"));
}
