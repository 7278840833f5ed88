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
    [DataRow("Topic: Olahraga", "topic:olahraga", "Olahraga")]
    [DataRow("region:Kabupaten Dompu", "region:kabupaten-dompu", "Kabupaten Dompu")]
    [DataRow("keyword:Gerak Jalan", "keyword:gerak-jalan", "Gerak Jalan")]
    [DataRow("keyword:gerak-jalan", "keyword:gerak-jalan", "gerak jalan")]
    [DataRow("person: Siti Rahma", "person:siti-rahma", "Siti Rahma")]
    [DataRow("Catatan: Gerak Jalan", "keyword:catatan-gerak-jalan", "Catatan: Gerak Jalan")]
    public void A_kind_with_a_name_is_a_tag_of_that_kind(string asked, string id, string label)
    {
        Assert.AreEqual(label, TagsOf(asked).Single(tag => tag.Id.ToString() == id).Label);
        Assert.IsFalse(TagsOf(asked, "-" + asked).Any(tag => tag.Id.ToString() == id));
    }

    [TestMethod]
    [DataRow("keyword:")]
    [DataRow("keyword: !!")]
    public void A_kind_without_a_name_is_no_tag(string asked) =>
        CollectionAssert.AreEqual(TagsOf().Select(tag => tag.Id).ToArray(), TagsOf(asked).Select(tag => tag.Id).ToArray());

    [TestMethod]
    public void An_editor_may_confirm_what_was_found() =>
        Assert.AreEqual("editor", TagsOf("Inpres 2/2021").Single(tag => tag.Id.Name == "inpres-2-2021").Source);

    private static IReadOnlyList<Tag> TagsOf(params string[] asked)
    {
        var release = ModelRelease.Release;
        return Tagger.Read(release with { Content = release.Content with { EditorTags = asked } }).Tags;
    }
}
