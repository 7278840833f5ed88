using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class IndexTests
{
    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task Merging_keeps_every_release_and_bounds_the_segments()
    {
        var releases = Many(60);
        foreach (var release in releases)
        {
            await world.RelateAsync(release);
            await world.Indexer.MaintainAsync(default);
        }

        Assert.IsLessThan(16, Segments());
        await AssertFindsAllAsync(releases);
    }

    [TestMethod]
    public async Task A_second_instance_goes_on_where_the_first_left_off()
    {
        var first = About(1);
        await world.RelateAsync(first);

        var second = Like(1);
        await world.RelateAsync(world.Another(), second);

        Assert.AreEqual(first.Release.Id, world[second].Neighbours.Single().Id);
    }

    [TestMethod]
    public async Task Two_at_once_do_no_harm()
    {
        var (mine, theirs) = (About(1), Like(1));
        var other = world.Another();
        world.Index.BeforeEach = call =>
        {
            if (call == "swap manifest")
            {
                world.Index.BeforeEach = null;
                world.RelateAsync(other, theirs).GetAwaiter().GetResult();
            }
        };

        await world.RelateAsync(mine);

        Assert.AreEqual(theirs.Release.Id, world[mine].Neighbours.Single().Id);
        Assert.AreEqual(mine.Release.Id, world[theirs].Neighbours.Single().Id);
    }

    [TestMethod]
    public async Task Two_who_enter_one_list_at_once_both_stand_in_it()
    {
        var older = About(1);
        await world.RelateAsync(older);
        var (mine, theirs) = (Like(1), Text.About("theirs", "Embung", "regulation:perda-1-2020"));
        world.Rows.BeforeEach = id =>
        {
            if (id == older.Release.Id)
            {
                world.Rows.BeforeEach = null;
                world.RelateAsync(world.Another(), theirs).GetAwaiter().GetResult();
            }
        };

        await world.RelateAsync(mine);

        CollectionAssert.AreEquivalent(new[] { mine.Release.Id, theirs.Release.Id }, world[older].Neighbours.Select(n => n.Id).ToArray());
    }

    [TestMethod]
    [DataRow("lose a segment")]
    [DataRow("lose everything")]
    [DataRow("damage a segment")]
    [DataRow("cut a segment")]
    [DataRow("damage the manifest")]
    public async Task A_damaged_or_lost_index_is_made_anew_and_lists_stay(string what)
    {
        var releases = Many(20);
        await world.RelateAsync(releases);
        var (other, before) = (releases[5], world[releases[5]]);
        world.Index.Spoil(what);

        var newest = Like(3);
        await world.RelateAsync(world.Another(), newest);

        Assert.AreEqual(releases[3].Release.Id, world[newest].Neighbours.Single().Id);
        Assert.AreEqual(newest.Release.Id, world[releases[3]].Neighbours.Single().Id);
        Assert.IsTrue(before.SaysTheSameAs(world[other]));
        await AssertFindsAllAsync(releases);
    }

    [TestMethod]
    public async Task An_index_made_anew_still_knows_in_whose_lists_a_release_stands()
    {
        var releases = new[] { About(1), Like(1) };
        await world.RelateAsync(releases);
        await world.Indexer.RebuildAsync(default);

        await world.RelateAsync(Text.Withdrawn(releases[0]));

        Assert.IsEmpty(world[releases[1]].Neighbours);
    }

    [TestMethod]
    public async Task Segments_that_count_no_more_are_deleted_after_a_while()
    {
        for (var i = 0; i < 6; i++)
        {
            await world.RelateAsync(About(i));
        }

        await world.Indexer.MaintainAsync(default);
        world.Now = world.Now.AddHours(2);
        for (var i = 6; i < 12; i++)
        {
            await world.RelateAsync(About(i));
        }

        await world.Indexer.MaintainAsync(default);

        Assert.IsLessThan(10, world.Index.Blobs.Count);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public async Task Deaths_at_random_lose_nothing_and_leave_nothing_stale(int seed)
    {
        var chance = new Random(seed);
        var releases = Many(40);
        var withdrawn = new HashSet<ReleaseId>();
        for (var i = 0; i < releases.Length; i++)
        {
            TaggedRelease[] batch = i > 5 && chance.Next(4) == 0 ? [releases[i], Text.Withdrawn(releases[chance.Next(i)])] : [releases[i]];
            withdrawn.UnionWith(batch.Where(r => r.Release.Status is ReleaseStatus.Withdrawn).Select(r => r.Release.Id));
            world.DieAtRandom(chance, share: 0.2);
            while (!await world.SurvivesAsync(batch))
            {
                // The next run starts in a new process and has the same batch, for its uploads have not left incoming.
            }
        }

        world.LiveOn();
        Assert.IsFalse(world.Rows.All.Values.SelectMany(l => l.Neighbours).Any(n => withdrawn.Contains(n.Id)));
        await AssertFindsAllAsync([.. releases.Where(r => !withdrawn.Contains(r.Release.Id))]);
        foreach (var gone in releases.Where(r => withdrawn.Contains(r.Release.Id)))
        {
            Assert.IsEmpty(world[gone].Neighbours);
        }
    }

    private async Task AssertFindsAllAsync(TaggedRelease[] releases)
    {
        foreach (var release in releases)
        {
            var probe = Text.About("probe", "Sasaran", release.Tags[0].Id.ToString());
            await world.RelateAsync(probe);
            Assert.IsTrue(world[probe].Neighbours.Any(n => n.Id == release.Release.Id), release.Release.Slug);
            await world.RelateAsync(Text.Withdrawn(probe));
        }
    }

    private int Segments()
    {
        var manifest = System.Text.Encoding.UTF8.GetString(world.Index.Manifest!);
        return world.Index.Blobs.Keys.Count(name => manifest.Contains($"\"Name\":\"{name}\",\"Length\"", StringComparison.Ordinal));
    }

    private static TaggedRelease[] Many(int count) => [.. Enumerable.Range(0, count).Select(About)];

    private static TaggedRelease About(int i) => Text.About($"r{i}", $"Kata{i} Hal{i}", $"regulation:perda-{i}-2020");

    private static TaggedRelease Like(int i) => Text.About($"like-{i}", $"Perkara{i}", $"regulation:perda-{i}-2020");
}
