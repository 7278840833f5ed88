using Siaran.Feeds.Formats;
using Siaran.Pages;
using Siaran.Related;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class PageTextTests
{
    public static IEnumerable<string> Languages => PageText.Languages;

    [TestMethod]
    public void Indonesian_and_English_are_there() =>
        Assert.AreEqual("en id", string.Join(' ', PageText.Languages.Where(language => language is "id" or "en")));

    [TestMethod]
    [DynamicData(nameof(Languages))]
    public void A_language_has_a_word_for_every_kind_relation_format_weekday_and_month(string language)
    {
        var text = PageText.In(language, "id");

        foreach (
            var kind in new[]
            {
                TagKind.Topic.Name,
                TagKind.Region.Name,
                TagKind.Agency.Name,
                TagKind.Person.Name,
                TagKind.Regulation.Name,
                TagKind.Programme.Name,
                TagKind.Keyword.Name,
                "all",
                "label",
                "language",
            }
        )
        {
            Assert.AreNotEqual(kind, text.Kind(kind));
        }

        Assert.IsTrue(Enum.GetValues<RelationKind>().All(relation => text.Release.Relations.Of(relation).Length > 0));
        Assert.IsTrue(FeedFormats.All.All(format => text.Feed.Formats.Of(format.Extension).Length > 0));
        Assert.HasCount(7, text.Dates.Weekdays);
        Assert.HasCount(12, text.Dates.Months);
    }

    [TestMethod]
    [DynamicData(nameof(Languages))]
    public void A_language_says_why_a_tag_is_there_without_the_names_of_rules(string language)
    {
        var said = PageText.In(language, "id").Why.Sources;

        var sources = new Tagger().Read(Tagging.ModelRelease.Release).Tags.Where(tag => !tag.Implied).Select(tag => tag.Source).ToList();
        Assert.IsNotEmpty(sources);
        foreach (var source in sources)
        {
            Assert.IsTrue(said.ContainsKey(source), source);
        }
    }

    [TestMethod]
    public void A_kind_without_a_word_stands_for_itself() => Assert.AreEqual("sector", PageText.In("id", "id").Kind("sector"));
}
