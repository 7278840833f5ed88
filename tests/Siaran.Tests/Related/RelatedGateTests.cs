using Siaran.Releases;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class RelatedGateTests
{
    private const string Inpres = "regulation:inpres-2-2021";

    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task A_withdrawn_release_leaves_every_list_and_loses_its_own()
    {
        var (first, second) = (
            Text.About("a", "Bantuan Pekerja Rentan Dimulai", Inpres),
            Text.About("b", "Iuran Ditanggung Daerah", Inpres)
        );
        await world.RelateAsync(first, second);

        await world.RelateAsync(Text.Withdrawn(first));

        Assert.IsEmpty(world[second].Neighbours);
        Assert.IsEmpty(world[first].Neighbours);
    }

    [TestMethod]
    public async Task A_withdrawn_release_is_not_found_by_later_ones()
    {
        var first = Text.About("a", "Bantuan Pekerja Rentan Dimulai", Inpres);
        await world.RelateAsync(first);
        await world.RelateAsync(Text.Withdrawn(first));

        var later = Text.About("b", "Iuran Ditanggung Daerah", Inpres);
        await world.RelateAsync(later);

        Assert.IsEmpty(world[later].Neighbours);
    }

    [TestMethod]
    public async Task An_embargoed_release_is_in_no_list_and_leaves_no_row_before_its_time()
    {
        var first = Text.About("a", "Bantuan Pekerja Rentan Dimulai", Inpres);
        var embargoed = Text.About("b", "Iuran Ditanggung Daerah", Inpres).At(world.Now.AddHours(1));
        await world.RelateAsync(first, embargoed);

        Assert.IsEmpty(world[first].Neighbours);
        Assert.IsFalse(world.Rows.All.ContainsKey(embargoed.Release.Id));

        world.Now = world.Now.AddHours(1);
        await world.RelateAsync(embargoed);

        Assert.AreEqual(embargoed.Release.Id, world[first].Neighbours.Single().Id);
    }

    [TestMethod]
    public async Task A_release_withdrawn_before_its_time_leaves_no_row()
    {
        var never = Text.About("a", "Bantuan Pekerja Rentan Dimulai") with { };
        never = never with { Release = never.Release with { Status = ReleaseStatus.Withdrawn, EverShown = false } };

        await world.RelateAsync(never);

        Assert.IsFalse(world.Rows.All.ContainsKey(never.Release.Id));
    }

    [TestMethod]
    public async Task A_list_read_before_a_neighbours_time_does_not_show_it()
    {
        var (first, second) = (
            Text.About("a", "Bantuan Pekerja Rentan Dimulai", Inpres),
            Text.About("b", "Iuran Ditanggung Daerah", Inpres).At(Some.Time.AddDays(1))
        );
        await world.RelateAsync(first, second);

        Assert.IsEmpty(world[first].At(Some.Time).Neighbours);
        Assert.HasCount(1, world[first].At(Some.Time.AddDays(1)).Neighbours);
    }

    [TestMethod]
    public async Task A_correction_mends_every_list_the_release_stands_in()
    {
        var (first, second) = (
            Text.About("a", "Bantuan Pekerja Rentan Dimulai", Inpres),
            Text.About("b", "Iuran Ditangung Daerah", Inpres)
        );
        await world.RelateAsync(first, second);

        await world.RelateAsync(Text.Corrected(second, Some.Content("Iuran Ditanggung Daerah", "Iuran Ditanggung Daerah.")));

        Assert.AreEqual("Iuran Ditanggung Daerah", world[first].Neighbours.Single().Headline);
    }

    [TestMethod]
    public async Task A_correction_that_ends_the_relation_takes_the_release_out()
    {
        var (first, second) = (
            Text.About("a", "Bantuan Pekerja Rentan Dimulai", Inpres),
            Text.About("b", "Iuran Ditanggung Daerah", Inpres)
        );
        await world.RelateAsync(first, second);

        await world.RelateAsync(
            Text.Corrected(second, Some.Content("Turnamen Voli Pantai", "Turnamen voli.")) with
            {
                Annotations = Siaran.Tags.Annotations.Empty,
            }
        );

        Assert.IsEmpty(world[first].Neighbours);
        Assert.IsEmpty(world[second].Neighbours);
    }
}
