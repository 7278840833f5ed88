namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class FormatTests
{
    [TestMethod]
    [DataRow("all.rss")]
    [DataRow("all.atom")]
    [DataRow("all.json")]
    [DataRow("region:nusa-jaya.rss")]
    public async Task A_feed_stands_as_approved(string name)
    {
        var answer = await new FeedsUnderTest(SomeFeeds.Gallery()).GetAsync(name);

        Approval.Matches(answer.Body, name.Replace(':', '.') + (name.EndsWith("json", StringComparison.Ordinal) ? "" : ".xml"));
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    [DataRow("json")]
    public async Task A_closed_page_stands_as_approved(string extension)
    {
        var answer = await new FeedsUnderTest(SomeFeeds.Many(100)).GetAsync($"all.{extension}?page=2&content=summary");

        Approval.Matches(answer.Body, "page." + extension + (extension == "json" ? "" : ".xml"));
    }
}
