using Siaran.Releases;

namespace Siaran.Tests.Releases;

/// <summary>The addresses that a release may take where another has the first.</summary>
[TestClass]
public sealed class AddressTests
{
    private static readonly ReleaseId Id = new(new Guid("0123abcd-4567-89ef-0123-456789abcdef"));

    [TestMethod]
    public void An_address_that_is_taken_gets_four_more_digits_of_the_id_until_all_are_there() =>
        CollectionAssert.AreEqual(
            new[]
            {
                "jembatan-0123abcd",
                "jembatan-0123abcd4567",
                "jembatan-0123abcd456789ef",
                "jembatan-0123abcd456789ef0123",
                "jembatan-0123abcd456789ef01234567",
                "jembatan-0123abcd456789ef0123456789ab",
                "jembatan-0123abcd456789ef0123456789abcdef",
            },
            (Some.Release() with { Id = Id, Slug = "jembatan-0123abcd" }).Slugs().ToList()
        );

    [TestMethod]
    public void A_release_that_took_a_longer_address_never_asks_for_a_shorter_one()
    {
        var slugs = (Some.Release() with { Id = Id, Slug = "jembatan-0123abcd456789ef0123456789ab" }).Slugs().ToList();

        CollectionAssert.AreEqual(new[] { "jembatan-0123abcd456789ef0123456789ab", "jembatan-0123abcd456789ef0123456789abcdef" }, slugs);
    }

    [TestMethod]
    public void Where_the_digits_of_an_id_repeat_the_longest_that_fit_count()
    {
        var id = new ReleaseId(new Guid("00000000-0000-0000-0000-00000000000a"));

        var slugs = (Some.Release() with { Id = id, Slug = "jembatan-000000000000" }).Slugs().ToList();

        Assert.AreEqual("jembatan-0000000000000000", slugs[1]);
        Assert.AreEqual("jembatan-0000000000000000000000000000000a", slugs[^1]);
    }

    [TestMethod]
    public void A_headline_without_words_leaves_the_digits_alone() =>
        Assert.AreEqual("0123abcd", (Some.Release() with { Id = Id, Slug = "0123abcd" }).Slugs().First());
}
