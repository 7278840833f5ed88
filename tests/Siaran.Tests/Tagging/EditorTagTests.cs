using Siaran.Ingest;
using Siaran.Intake;
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
    [DataRow("topic:pendidikan", "topic:pendidikan")]
    [DataRow("topic:education", "topic:pendidikan")]
    [DataRow("topic:pendidkan", "keyword:pendidkan")]
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
    [DataRow("topic:pendidkan", "pendidkan", "pendidkan")]
    [DataRow("Topic: Pendidkan Dasar", "pendidkan-dasar", "Pendidkan Dasar")]
    [DataRow("region:kota-bimo", "kota-bimo", "kota bimo")]
    [DataRow("Region: Kota Bimo", "kota-bimo", "Kota Bimo")]
    public void A_topic_or_region_that_no_vocabulary_has_is_a_keyword_and_taken_back_as_it_was_written(
        string asked,
        string name,
        string label
    )
    {
        var tag = TagsOf(asked).Single(tag => tag.Id.Name == name);

        Assert.AreEqual((TagKind.Keyword, label), (tag.Id.Kind, tag.Label));
        Assert.IsFalse(TagsOf(asked, "-" + asked).Any(tag => tag.Id.Name == name));
    }

    [TestMethod]
    [DataRow("topic:pendidkan", "unknown-topic", "`topic:pendidikan`")]
    [DataRow("Topic: Pendidkan", "unknown-topic", "`topic:pendidikan`")]
    [DataRow("topic:qqq", "unknown-topic", null)]
    [DataRow("region:kota-bimo", "unknown-region", "`region:kota-bima`")]
    [DataRow("Region: Kecamatan Wawoo Kabupaten Bima", "unknown-region", "`region:kecamatan-wawo-kabupaten-bima`")]
    public void A_topic_or_region_that_no_vocabulary_has_is_reported_with_those_that_are_like_it(string asked, string code, string? like)
    {
        var finding = FindingsOf(asked).Single();

        Assert.AreEqual((code, Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains($"`{asked}`", finding.Indonesian);
        Assert.Contains($"`{asked}`", finding.English);
        Assert.AreEqual(like is not null, finding.English.Contains("Most like it: " + like, StringComparison.Ordinal));
        Assert.AreEqual(like is not null, finding.Indonesian.Contains("Yang paling mirip: " + like, StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("topic:kesehatan")]
    [DataRow("topic:education")]
    [DataRow("Region: Kota Bima")]
    [DataRow("-topic:xyz")]
    [DataRow("pasar")]
    [DataRow("person:siapa-pun")]
    [DataRow("acara:mtq-2026")]
    public void What_a_vocabulary_has_or_what_has_no_list_is_not_reported(string asked) => Assert.IsEmpty(FindingsOf(asked));

    private static IReadOnlyList<Finding> FindingsOf(string asked)
    {
        var release = ModelRelease.Release;
        release = release with { Content = release.Content with { EditorTags = [asked] } };
        return [.. UnknownTags.FindingsOf(new TaggedRelease(release, Tagger.Read(release)), Tagger)];
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
