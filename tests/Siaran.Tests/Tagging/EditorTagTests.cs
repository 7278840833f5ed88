using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class EditorTagTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("-regulation:inpres-2-2021")]
    [DataRow("-inpres-2-2021")]
    [DataRow("-Inpres 2/2021")]
    public void An_editor_takes_one_tag_away_by_id_or_label_and_no_other(string asked)
    {
        var inferred = TagsOf().Select(tag => tag.Id.ToString()).ToList();

        Assert.Contains("regulation:inpres-2-2021", inferred);
        CollectionAssert.AreEquivalent(
            inferred.Where(id => id != "regulation:inpres-2-2021").ToList(),
            TagsOf(asked).Select(tag => tag.Id.ToString()).ToList()
        );
    }

    [TestMethod]
    [DataRow("regulation:uu-24-2011", "regulation:uu-24-2011")]
    [DataRow("Hari Jadi", "keyword:hari-jadi")]
    [DataRow("Kabupaten Dompu", "region:kabupaten-dompu")]
    public void An_editor_adds_a_tag_by_id_or_name(string asked, string expected)
    {
        var tag = TagsOf(asked).Single(tag => tag.Id.ToString() == expected);

        Assert.AreEqual("editor", tag.Source);
        Assert.AreEqual(1, tag.Confidence);
    }

    [TestMethod]
    public void An_editor_may_confirm_what_was_found() =>
        Assert.AreEqual("editor", TagsOf("Inpres 2/2021").Single(tag => tag.Id.Name == "inpres-2-2021").Source);

    private static IReadOnlyList<Tag> TagsOf(params string[] asked)
    {
        var release = ModelRelease.Release;
        return Tagger.Read(release with { Content = release.Content with { EditorTags = asked } }).Tags;
    }
}
