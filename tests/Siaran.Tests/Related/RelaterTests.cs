
namespace Siaran.Tests.Related;

[TestClass]
public sealed class RelaterTests
{
    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task Two_releases_on_one_regulation_stand_under_each_other()
    {
        var (first, second) = (Text.About("a", "Bantuan Pekerja Rentan Dimulai", "regulation:inpres-2-2021"), Text.About("b", "Iuran Ditanggung Daerah", "regulation:inpres-2-2021"));
        var other = Text.About("c", "Turnamen Voli Pantai Dibuka");

        await this.world.RelateAsync(first, other);
        await this.world.RelateAsync(second);

        Assert.AreEqual(second.Release.Id, this.world[first].Neighbours.Single().Id);
        Assert.AreEqual(first.Release.Id, this.world[second].Neighbours.Single().Id);
        Assert.AreEqual("Sama-sama membahas inpres-2-2021", this.world[second].Neighbours.Single().Reasons[0]);
        Assert.IsEmpty(this.world[other].Neighbours);
    }

    [TestMethod]
    public async Task A_withdrawn_release_leaves_every_list()
    {
        var (first, second) = (Text.About("a", "Bantuan Pekerja Rentan Dimulai", "regulation:inpres-2-2021"), Text.About("b", "Iuran Ditanggung Daerah", "regulation:inpres-2-2021"));
        await this.world.RelateAsync(first, second);

        await this.world.RelateAsync(Text.Withdrawn(first));

        Assert.IsEmpty(this.world[second].Neighbours);
        Assert.IsEmpty(this.world[first].Neighbours);
    }
}
