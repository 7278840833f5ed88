using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// A file is replaced while an instance has its earlier version in hand, or after one died with it in hand. Stopped at each storage call in
/// turn: what is one release is never two, and none is left half published.
/// </summary>
[TestClass]
public sealed class ReplacedInHandTests : PressRoomTests
{
    private const string Name = "siaran.md";
    private const string Headline = "Jembatan Lengan Resmi Dibuka Selasa";
    private const string Withdrawal = "---\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n";
    private const string Id = "id: nj-1\n";
    private static readonly string Market = Texts.Release("Pasar Selasih Direnovasi", "Bupati meninjau pasar. Pedagang pindah.");

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("", "", false)]
    [DataRow("", "", true)]
    [DataRow("", Id, false)]
    [DataRow("", Id, true)]
    [DataRow(Id, Id, false)]
    [DataRow(Id, Id, true)]
    public Task A_correction_by_name_makes_no_second_release(string before, string frontMatter, bool dies) =>
        AtEachCallAsync(
            before,
            Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: frontMatter),
            Texts.Release(Headline, "Gubernur membuka Jembatan Lengan pada Selasa pagi. Warga dua kecamatan kini terhubung."),
            dies,
            // What made nothing before it was replaced gave no id to the one that replaced it.
            found =>
                found.SingleOrDefault(one => one.Content.Headline == Headline) is { } corrected
                && found.All(one => one == corrected || (before.Length > 0 && one.Revision == 1))
                    ? null
                    : $"{found.Count} releases: {string.Join(" and ", found.Select(one => $"{one.Slug} {one.Revision}"))}"
        );

    [TestMethod]
    [DataRow("", false)]
    [DataRow("", true)]
    [DataRow(Id, false)]
    [DataRow(Id, true)]
    public Task Another_release_under_the_name_takes_nothing_from_the_earlier(string before, bool dies) =>
        AtEachCallAsync(
            before,
            Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: before),
            Market,
            dies,
            found => found.Any(one => one.Content.Headline.StartsWith("Pasar", StringComparison.Ordinal)) ? null : "the later is not out"
        );

    [TestMethod]
    [DataRow("---\nid: [\n---\nRusak\n")]
    [DataRow("---\nconfirmed: false\n---\n\n# Puskesmas Dibuka\n\nBupati membuka puskesmas.\n")]
    public async Task What_cannot_be_published_keeps_no_earlier_version_back(string later)
    {
        var without = 0;
        await AtEachCallAsync(
            "",
            Texts.Release(),
            later,
            dies: false,
            found =>
            {
                without += found.Count == 0 ? 1 : 0;
                return found.Count < 2 ? null : "more than was uploaded";
            }
        );

        // Where it is replaced before it is read, nobody has it; where whoever has it stays between its claim and its revision, that is
        // refused, so that no rebuild makes later what nobody has seen.
        Assert.IsInRange(1, 9, without);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public Task A_withdrawal_by_name_leaves_nothing_half_published(bool dies) =>
        AtEachCallAsync("", Texts.Release(), Withdrawal, dies, found => found.Count < 2 ? null : "more than was uploaded");

    private async Task AtEachCallAsync(string before, string earlier, string later, bool dies, Func<IReadOnlyList<Release>, string?> check)
    {
        var faults = new List<string>();
        var stop = 0;
        for (; ; stop++)
        {
            var storage = new MemoryStorage(Clock);
            await using var quiet = new PressRoom(storage, Clock);
            await quiet.CreateAsync();
            if (before.Length > 0)
            {
                await quiet.PostAsync("lama.md", Texts.Release(frontMatter: before));
            }

            await quiet.UploadAsync(Name, earlier);
            Clock.Now += TimeSpan.FromSeconds(5);
            var calls = await RunStoppedAsync(storage, Clock, stop, dies, () => ReplaceAsync(quiet, later));
            if (calls <= stop)
            {
                break;
            }

            for (var run = 0; run < 2; run++)
            {
                Clock.Now += TimeSpan.FromMinutes(1);
                await quiet.RunAsync();
            }

            faults.AddRange((await FaultsAsync(quiet, check)).Select(fault => $"stopped at call {stop}: {fault}"));
        }

        TestContext.WriteLine($"{stop} interleavings");
        Assert.IsEmpty(faults, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(20))}");
        Assert.IsGreaterThan(20, stop);
    }

    private async Task ReplaceAsync(PressRoom room, string later)
    {
        await room.UploadAsync(Name, later);
        Clock.Now += TimeSpan.FromSeconds(5);
        await room.RunAsync();
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(PressRoom room, Func<IReadOnlyList<Release>, string?> check)
    {
        var faults = new List<string>(await new Truth(room).FaultsAsync(Clock.Now));
        if (await CountAsync(room, Names.Incoming) > 0)
        {
            faults.Add("an upload waits");
        }

        var found = await OutAsync(room);
        if (check(found) is { } fault)
        {
            faults.Add(fault);
        }

        Assert.IsTrue((await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default))!.Done);
        var rebuilt = await OutAsync(room);
        if (!found.Select(Described).SequenceEqual(rebuilt.Select(Described)))
        {
            faults.Add(
                $"[{string.Join(", ", found.Select(Described))}] is [{string.Join(", ", rebuilt.Select(Described))}] after a rebuild"
            );
        }

        return faults;
    }

    private static async Task<IReadOnlyList<Release>> OutAsync(PressRoom room) =>
        [.. (await new Truth(room).ReleasesAsync()).Values.Select(one => one.Release).OrderBy(one => one.Slug, StringComparer.Ordinal)];

    private static string Described(Release one) => $"{one.Slug} {one.Revision} {one.Status} {one.Fingerprint.Value[..8]}";
}
