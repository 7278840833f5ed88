using Siaran.Related;
using Siaran.Releases;

namespace Siaran.Tests.Related;

/// <summary>What a list tells of its own release, for the gate.</summary>
[TestClass]
public sealed class SubjectTests
{
    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task A_list_tells_of_its_release_what_the_gate_needs()
    {
        var release = Text.About("a", "Bantuan Pekerja Rentan Dimulai", "regulation:inpres-2-2021");

        await world.RelateAsync(release);

        Assert.AreEqual(RelatedSubject.Of(release.Release), world[release].Subject! with { EverShown = release.Release.EverShown });
        Assert.AreEqual(Visibility.Visible, world[release].Subject!.VisibilityAt(world.Now));
        Assert.AreEqual(Visibility.Embargoed, world[release].Subject!.VisibilityAt(release.Release.PublishAt.AddSeconds(-1)));
    }

    [TestMethod]
    public async Task A_withdrawal_leaves_its_reason_in_the_list_and_a_return_takes_it_away()
    {
        var release = Text.About("a", "Bantuan Pekerja Rentan Dimulai", "regulation:inpres-2-2021");
        await world.RelateAsync(release);
        var withdrawn = Text.Withdrawn(release);

        await world.RelateAsync(withdrawn);
        var subject = world[release].Subject!;
        await world.RelateAsync(release);

        Assert.AreEqual(RelatedSubject.Of(withdrawn.Release), subject);
        Assert.AreEqual(ReleaseStatus.Withdrawn, subject.Status);
        Assert.AreEqual(Visibility.Visible, world[release].Subject!.VisibilityAt(world.Now));
    }

    [TestMethod]
    public async Task A_list_that_another_instance_has_shut_meanwhile_stays_shut()
    {
        var (first, second) = (
            Text.About("a", "Bantuan Pekerja Rentan Dimulai", "regulation:inpres-2-2021"),
            Text.About("b", "Iuran Ditanggung Daerah", "regulation:inpres-2-2021")
        );
        await world.RelateAsync(first);
        var withdrawn = Text.Withdrawn(first);
        var other = world.Another();
        world.Rows.BeforeEach = id =>
        {
            if (id == first.Release.Id)
            {
                world.Rows.BeforeEach = null;
                other.RelateAsync([withdrawn], default).GetAwaiter().GetResult();
            }
        };

        await world.RelateAsync(second);

        Assert.AreEqual(ReleaseStatus.Withdrawn, world[first].Subject!.Status);
        Assert.IsEmpty(world[first].Neighbours);
    }
}
