using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class EditorsChoiceTests
{
    private const string Inpres = "regulation:inpres-2-2021";

    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task What_the_editor_names_comes_first_in_the_editors_order()
    {
        var (near, one, two) = (
            Text.About("near", "Bantuan Pekerja Rentan", Inpres),
            Text.About("one", "Turnamen Voli Pantai"),
            Text.About("two", "Panen Raya Padi")
        );
        await world.RelateAsync(near, one, two);

        var chosen = Choosing("chosen", two.Release.Slug, "one");
        await world.RelateAsync(chosen);

        CollectionAssert.AreEqual(
            new[] { two.Release.Id, one.Release.Id, near.Release.Id },
            world[chosen].Neighbours.Select(n => n.Id).ToArray()
        );
        Assert.AreEqual("Pilihan redaksi", world[chosen].Neighbours[0].Reasons[0]);
    }

    [TestMethod]
    public async Task A_release_named_before_it_is_there_enters_when_it_comes()
    {
        var chosen = Choosing("chosen", "later");
        await world.RelateAsync(chosen);
        Assert.IsEmpty(world[chosen].Neighbours);

        var later = Text.About("later", "Turnamen Voli Pantai");
        await world.RelateAsync(later);

        Assert.AreEqual((later.Release.Id, true), world[chosen].Neighbours.Select(n => (n.Id, n.ChosenByEditor)).Single());
    }

    [TestMethod]
    public async Task A_chosen_release_that_is_withdrawn_leaves_all_the_same()
    {
        var one = Text.About("one", "Turnamen Voli Pantai");
        var chosen = Choosing("chosen", "one");
        await world.RelateAsync(one, chosen);

        await world.RelateAsync(Text.Withdrawn(one));

        Assert.IsEmpty(world[chosen].Neighbours);
    }

    [TestMethod]
    public async Task Related_none_is_obeyed_now_and_later()
    {
        var closed = Closed("closed");
        await world.RelateAsync(Text.About("near", "Bantuan Pekerja Rentan", Inpres), closed);
        await world.RelateAsync(Text.About("later", "Iuran Ditanggung Daerah", Inpres));

        Assert.IsEmpty(world[closed].Neighbours);
        Assert.IsTrue(world[closed].Closed);
    }

    [TestMethod]
    public async Task Related_none_brought_by_a_correction_empties_the_list()
    {
        var near = Text.About("near", "Bantuan Pekerja Rentan", Inpres);
        var open = Text.About("open", "Jamsostek Diperluas", Inpres);
        await world.RelateAsync(near, open);

        await world.RelateAsync(Text.Corrected(open, open.Release.Content with { Related = EditorRelated.Forbidden }));

        Assert.IsEmpty(world[open].Neighbours);
        Assert.AreEqual(open.Release.Id, world[near].Neighbours.Single().Id);
    }

    private static TaggedRelease Choosing(string key, params string[] keys) =>
        Text.Of(key, Some.Content("Jamsostek Diperluas", "Jamsostek diperluas.") with { Related = new(None: false, keys) }, Inpres);

    private static TaggedRelease Closed(string key) =>
        Text.Of(key, Some.Content("Jamsostek Diperluas", "Jamsostek diperluas.") with { Related = EditorRelated.Forbidden }, Inpres);
}
