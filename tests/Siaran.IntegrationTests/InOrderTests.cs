using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>
/// A correction never overtakes what it corrects, whichever way the two come, and no more is held at once than is meant to be.
/// </summary>
[TestClass]
public sealed class InOrderTests : PressRoomTests
{
    private static readonly string Original = Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n");
    private static readonly string Correction = Texts.Release(
        "Jembatan Lengan Resmi Dibuka",
        frontMatter: "id: nj-1\nrevision: major\ntags: [jembatan]\n"
    );

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_correction_over_http_has_the_original_that_waits_in_incoming_taken_first()
    {
        await using var room = await OpenAsync();
        await room.UploadAsync("a.md", Original);
        await room.UploadAsync("b.md", Texts.Release("Panen Raya", "Petani menuai padi lebih awal tahun ini."));
        Clock.Now += TimeSpan.FromSeconds(5);

        var run = await room.PostAsync("http/c.md", Correction);

        Assert.AreEqual(CollectOutcome.Revised, run.Uploads.Single(one => one.Upload == "http/c.md").Outcome);
        await AssertCorrectedAsync(room);
    }

    [TestMethod]
    public async Task A_correction_over_http_waits_for_the_original_that_cannot_be_read()
    {
        var isBroken = true;
        await using var room = await OpenAsync(Cutting(message => isBroken && Is(message, "GET", "/incoming/a.md")));
        await room.UploadAsync("a.md", Original);
        Clock.Now += TimeSpan.FromSeconds(5);

        var broken = await room.PostAsync("http/c.md", Correction);
        isBroken = false;
        await room.RunAsync();

        Assert.AreEqual(CollectOutcome.Failed, broken.Uploads.Single(one => one.Upload == "http/c.md").Outcome);
        await AssertCorrectedAsync(room);
    }

    [TestMethod]
    [DataRow("a.md", "b.md")]
    [DataRow("z.md", "b.md")]
    public async Task A_correction_waits_for_the_original_that_failed_in_an_earlier_batch(string original, string correction)
    {
        var isBroken = true;
        await using var room = await OpenAsync(
            Cutting(message =>
                isBroken && Is(message, "PUT", original) && message.Request.Uri.ToString().Contains("/accepted/", StringComparison.Ordinal)
            ),
            new Dictionary<string, string?> { ["Collect:BatchSize"] = "1" }
        );
        await room.UploadAsync(original, Original);
        Clock.Now += TimeSpan.FromSeconds(5);
        await room.UploadAsync(correction, Correction);

        var broken = await room.RunAsync();
        isBroken = false;
        await room.RunAsync();

        Assert.AreEqual("Failed Failed", string.Join(' ', broken.Uploads.Select(upload => upload.Outcome)));
        await AssertCorrectedAsync(room);
    }

    [TestMethod]
    public async Task A_correction_and_a_new_neighbour_in_one_batch_name_each_other_as_they_are_now()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original);
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.UploadAsync("b.md", Correction);
        await room.UploadAsync(
            "c.md",
            Texts.Release(
                "Jalan ke Jembatan Lengan Diperbaiki",
                "Jalan menuju Jembatan Lengan diperbaiki. Warga dua kecamatan kini terhubung.",
                "id: nj-3\ntags: [jembatan, jalan]\n"
            )
        );

        await room.RunAsync();

        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task Uploads_that_together_are_large_go_to_the_feeds_in_several_batches()
    {
        const long most = 500_000;
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        var held = new HashSet<string>(StringComparer.Ordinal);
        var peak = 0L;
        await using var room = await OpenAsync(
            message =>
            {
                var path = message.Request.Uri.ToUri().AbsolutePath;
                lock (held)
                {
                    if (path.Contains("/incoming/", StringComparison.Ordinal) && lengths.ContainsKey(path))
                    {
                        _ = message.Request.Method.Method == "GET" ? held.Add(path) : held.Remove(path);
                        peak = Math.Max(peak, held.Sum(one => lengths[one]));
                    }
                }

                return new(default(Func<ValueTask>?));
            },
            new Dictionary<string, string?> { ["Collect:AtOnce"] = "8", ["Collect:BatchBytes"] = "500000" }
        );
        for (var i = 0; i < 7; i++)
        {
            var words = string.Concat(
                Enumerable
                    .Range(0, 100)
                    .Select(n =>
                        $"Alinea {n} dari siaran {i}. {string.Concat(Enumerable.Repeat("Warga Baruna menunggu jembatan itu lama. ", 40))}\n\n"
                    )
            );
            var upload = await room.UploadAsync($"{i}.md", Texts.Release($"Kabar panjang nomor {i}", words, $"id: panjang-{i}\n"));
            lengths[$"/memory/incoming/{upload.Name}"] = words.Length;
        }

        var run = await room.RunAsync();

        TestContext.WriteLine($"{lengths.Values.Sum()} bytes in 7 uploads: {peak} held at once");
        Assert.AreEqual(
            "Created Created Created Created Created Created Created",
            string.Join(' ', run.Uploads.Select(upload => upload.Outcome)),
            run.Uploads[0].Report.ToJson()
        );
        Assert.IsEmpty(held);
        Assert.IsGreaterThan(0, peak);
        Assert.IsLessThanOrEqualTo(most, peak);
        Assert.IsTrue(run.Uploads.All(upload => upload.Release!.Release.Content.BodyHtml.Length == 0), "a run keeps bodies");
    }

    [TestMethod]
    public async Task A_release_whose_embargo_was_changed_and_has_ended_by_both_times_comes_out_once()
    {
        await using var room = await OpenAsync();
        foreach (var (name, minutes) in new[] { ("a.md", 30), ("b.md", 20) })
        {
            await room.PostAsync(
                name,
                Texts.Release(
                    "Jembatan Lengan Dibuka",
                    frontMatter: $"id: nj-1\npublishAt: {StillClock.Start.AddMinutes(minutes):yyyy-MM-ddTHH:mm:ssZ}\n"
                )
            );
            Clock.Now += TimeSpan.FromMinutes(1);
        }

        Clock.Now += TimeSpan.FromHours(1);
        await room.RunAsync();

        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now), string.Join('\n', room.Log.Lines));
    }

    private async Task AssertCorrectedAsync(PressRoom room)
    {
        var corrected = (await new Truth(room).ReleasesAsync()).Values.Single(stored =>
            stored.Release.Slug.Contains("lengan", StringComparison.Ordinal)
        );
        Assert.AreEqual(
            "jembatan-lengan-dibuka, Jembatan Lengan Resmi Dibuka, 2",
            $"{corrected.Release.Slug[..22]}, {corrected.Release.Content.Headline}, {corrected.Release.Revision}"
        );
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }
}
