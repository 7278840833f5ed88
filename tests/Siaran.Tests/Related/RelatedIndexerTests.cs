using Siaran.Related;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class RelatedIndexerTests
{
    private const string Inpres = "regulation:inpres-2-2021";

    private static readonly string[] Subjects =
    [
        "Padi",
        "Voli",
        "Knalpot",
        "Perawat",
        "Ikan",
        "Sapi",
        "Vaksin",
        "Jembatan",
        "Pelabuhan",
        "Sekolah",
        "Banjir",
        "Museum",
        "Kopi",
        "Gempa",
        "Wisata",
    ];

    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task Two_releases_on_one_regulation_stand_under_each_other_and_the_reason_names_it()
    {
        var (first, second) = (
            Text.About("a", "Bantuan Pekerja Rentan Dimulai", Inpres),
            Text.About("b", "Iuran Ditanggung Daerah", Inpres)
        );
        var other = Text.About("c", "Turnamen Voli Pantai Dibuka");

        await world.RelateAsync(first, other);
        await world.RelateAsync(second);

        Assert.AreEqual(second.Release.Id, world[first].Neighbours.Single().Id);
        Assert.AreEqual(first.Release.Id, world[second].Neighbours.Single().Id);
        Assert.AreEqual("Sama-sama membahas inpres-2-2021", world[second].Neighbours.Single().Reasons[0]);
        Assert.IsEmpty(world[other].Neighbours);
    }

    [TestMethod]
    public async Task Words_in_common_relate_too_with_a_particle_or_without()
    {
        var first = Text.Of(
            "a",
            Some.Content("Jembatan Baruna Dibangun", "Pembangunan jembatan gantung di Kota Baruna dimulai pekan ini.")
        );
        var second = Text.Of(
            "b",
            Some.Content("Membangun Jembatan Gantung", "Warga Baruna menyambut jembatannya yang dibangun pemerintah kota.")
        );
        var other = Text.Of("c", Some.Content("Vaksin Sapi Tiba", "Dokter hewan menyuntik ternak milik peternak Teluk Jaya."));

        await world.RelateAsync(first, second, other);

        Assert.AreEqual(second.Release.Id, world[first].Neighbours.Single().Id);
        StringAssert.StartsWith(world[first].Neighbours.Single().Reasons[0], "Kata yang sama: ");
        StringAssert.Contains(world[first].Neighbours.Single().Reasons[0].ToLowerInvariant(), "jembatan");
        Assert.IsEmpty(world[other].Neighbours);
    }

    [TestMethod]
    public async Task Nothing_unrelated_fills_a_list()
    {
        var releases = Enumerable.Range(0, 12).Select(i => Text.About($"r{i}", Subjects[i])).ToArray();

        await world.RelateAsync(releases);

        Assert.IsTrue(releases.All(r => world[r].Neighbours.Count == 0));
    }

    [TestMethod]
    public async Task A_tag_that_everybody_has_relates_nobody()
    {
        var broad = Enumerable.Range(0, 15).Select(i => Text.About($"r{i}", Subjects[i], "topic:pemerintahan")).ToArray();
        await world.RelateAsync(broad);

        var newest = Text.About("newest", "Festival Layang", "topic:pemerintahan");
        await world.RelateAsync(newest);

        Assert.IsEmpty(world[newest].Neighbours);
    }

    [TestMethod]
    public async Task Ten_are_shown_at_most_and_the_next_best_are_kept_for_when_one_leaves()
    {
        var releases = Enumerable.Range(0, 14).Select(i => Text.About($"r{i}", Subjects[i], Inpres)).ToArray();
        await world.RelateAsync(releases);
        var list = world[releases[0]];
        var leaving = releases.First(r => r.Release.Id == list.Neighbours[0].Id);
        var next = list.Spare[0];

        await world.RelateAsync(Text.Withdrawn(leaving));

        Assert.HasCount(10, list.Neighbours);
        Assert.IsTrue(world[releases[0]].Neighbours.Any(n => n.Id == next.Id));
        Assert.HasCount(10, world[releases[0]].Neighbours);
        Assert.IsEmpty(list.At(world.Now).Spare);
    }

    [TestMethod]
    public async Task A_release_enters_at_most_five_older_lists_so_that_six_rows_are_written()
    {
        await world.RelateAsync([.. Enumerable.Range(0, 12).Select(i => Text.About($"r{i}", Subjects[i], Inpres))]);

        var report = await world.RelateAsync(Text.About("newest", "Iuran Ditanggung Daerah", Inpres));

        Assert.AreEqual(6, report.RowsWritten);
    }

    [TestMethod]
    public async Task The_same_batch_again_writes_nothing()
    {
        var releases = Enumerable.Range(0, 12).Select(i => Text.About($"r{i}", Subjects[i], Inpres)).ToArray();
        await world.RelateAsync(releases[..6]);
        await world.RelateAsync(releases[6..]);
        var (written, manifest) = (world.Rows.Writes, world.Index.Manifest);

        var report = await world.RelateAsync(releases[6..]);

        Assert.AreEqual((0, written), (report.RowsWritten, world.Rows.Writes));
        Assert.AreSame(manifest, world.Index.Manifest);
    }

    [TestMethod]
    public async Task The_same_language_comes_first_and_reasons_are_in_the_readers_language()
    {
        var indonesian = Text.About("id", "Program Jamsostek Diperluas", Inpres);
        var english = Text.Of("en", Some.Content("Governor widens social security") with { Language = "en" }, Inpres);
        var other = Text.Of(
            "en2",
            Some.Content("Fishing port opens to foreign vessels", "Port fees fall.") with
            {
                Language = "en",
            },
            Inpres
        );

        await world.RelateAsync(indonesian, english, other);

        CollectionAssert.AreEqual(new[] { other.Release.Id, indonesian.Release.Id }, world[english].Neighbours.Select(n => n.Id).ToArray());
        Assert.AreEqual("Both discuss inpres-2-2021", world[english].Neighbours[0].Reasons[0]);
        Assert.AreEqual("Sama-sama membahas inpres-2-2021", world[indonesian].Neighbours[0].Reasons[0]);
    }

    [TestMethod]
    [DataRow(0.5, "Jembatan Baruna roboh diterjang banjir bandang", RelationKind.SameEvent)]
    [DataRow(20.0, "Jembatan Baruna roboh diterjang banjir bandang", RelationKind.SameSeries)]
    [DataRow(20.0, "Pelabuhan nelayan menata armada", RelationKind.Later)]
    [DataRow(-20.0, "Pelabuhan nelayan menata armada", RelationKind.Earlier)]
    public async Task A_neighbour_is_of_the_same_event_a_follow_up_or_merely_earlier_or_later(
        double days,
        string headline,
        RelationKind kind
    )
    {
        var first = Text.Of(
            "a",
            Some.Content("Banjir bandang merobohkan jembatan Baruna", "Jembatan Baruna putus, warga mengungsi ke balai."),
            Inpres
        );
        var second = Text.Of("b", Some.Content(headline, headline + ", ujar kepala dinas."), Inpres).At(Some.Time.AddDays(days));

        await world.RelateAsync(first, second);

        Assert.AreEqual(kind, world[first].Neighbours.Single().Kind);
    }

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = true)]
    public async Task A_text_of_four_megabytes_is_related_without_delay()
    {
        var endless = Text.Of(
            "endless",
            Some.Content("Angka", string.Concat(Enumerable.Repeat("1,2.3-4/5 (6) kata“ ", 200_000)), new string('a', 1_000_000))
        );

        await world.RelateAsync(endless, Text.About("b", "Turnamen Voli"));

        Assert.IsEmpty(world[endless].Neighbours);
    }
}
