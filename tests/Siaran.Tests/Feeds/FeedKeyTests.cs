using Siaran.Listings;

namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class FeedKeyTests
{
    [TestMethod]
    [DataRow("all", "all")]
    [DataRow("ALL", "all")]
    [DataRow("agency:diskominfo-nusa-jaya", "agency:diskominfo-nusa-jaya")]
    [DataRow("Region:Teluk-Jaya", "region:teluk-jaya")]
    [DataRow("language:id", "language:id")]
    [DataRow("label:siaran-pers", "label:siaran-pers")]
    [DataRow("tag:regulation:inpres-2-2021", "tag:regulation:inpres-2-2021")]
    [DataRow("tag:region:teluk-jaya", "region:teluk-jaya")]
    public void A_key_has_one_spelling(string text, string canonical)
    {
        Assert.IsTrue(FeedKey.TryParse(text, out var key));
        Assert.AreEqual(canonical, key.ToString());
        Assert.IsTrue(FeedKey.TryParse(key.ToString(), out var again) && again == key);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow(":")]
    [DataRow("all:")]
    [DataRow("all:x")]
    [DataRow("agency")]
    [DataRow("agency:")]
    [DataRow("agency:a b")]
    [DataRow("agency:a/b")]
    [DataRow("agency:a--b")]
    [DataRow("agency:a:b")]
    [DataRow("tag:topic")]
    [DataRow("tag::x")]
    [DataRow("tag:topic:")]
    [DataRow("tag:topic:é")]
    [DataRow("person:x")]
    [DataRow("../all")]
    [DataRow("all\0")]
    [DataRow("agency:\ud800")]
    [DataRow("tag:topic:a\udc00b")]
    [DataRow("region:x' or 1 eq 1")]
    [DataRow("region:#?\\/")]
    public void What_is_no_key_is_refused(string? text) => Assert.IsFalse(FeedKey.TryParse(text, out _));

    [TestMethod]
    public void A_key_is_as_long_as_the_longest_slugs_and_no_longer()
    {
        var slug = new string('a', Siaran.Releases.Slug.MaxLength);

        Assert.IsTrue(FeedKey.TryParse($"region:{slug}", out _));
        Assert.IsFalse(FeedKey.TryParse($"region:{slug}a", out _));
        Assert.IsFalse(FeedKey.TryParse("tag:" + new string('a', 4_000_000), out _));
    }

    [TestMethod]
    public void A_release_belongs_to_everything_it_names_and_to_what_its_tags_imply()
    {
        var release = SomeFeeds.Release(
            "x",
            "Judul",
            null,
            SomeFeeds.Tag("topic:ekonomi", "Ekonomi"),
            SomeFeeds.Tag("region:teluk-jaya", "Teluk Jaya"),
            SomeFeeds.Tag("region:nusa-jaya", "Nusa Jaya", implied: true)
        );

        Assert.AreEqual(
            "agency:diskominfo-nusa-jaya all label:siaran-pers language:id region:nusa-jaya region:teluk-jaya tag:topic:ekonomi",
            string.Join(' ', FeedKeys.Of(release))
        );
    }
}
