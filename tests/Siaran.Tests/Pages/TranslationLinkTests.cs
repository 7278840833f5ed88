using System.Text.Json;
using Siaran.Pages;
using Siaran.Related;
using Siaran.Tags;

namespace Siaran.Tests.Pages;

/// <summary>What a page shows of translations, to people and to search engines.</summary>
[TestClass]
public sealed class TranslationLinkTests
{
    private const string Root = "https://siaran.nusajaya.example/";

    private static readonly Neighbour English = Line("Fishers Protected", "en", "a");
    private static readonly Neighbour Javanese = Line("Nelayan Dilindhungi", "jv", "b");

    [TestMethod]
    public async Task An_original_links_its_translations_in_their_languages()
    {
        var page = await PageOf(Example.Full, PageLanguage.Of(Example.Site), English, Javanese);

        var links = page.Document.QuerySelectorAll(".translations a");
        Assert.AreEqual("Read in English", links[0].TextContent);
        Assert.AreEqual("en", links[0].GetAttribute("hreflang"));
        Assert.AreEqual("en", links[0].GetAttribute("lang"));
        Assert.AreEqual($"/en/releases/{English.Slug}", links[0].GetAttribute("href"));
        Assert.AreEqual("Baca dalam bahasa Jawa", links[1].TextContent);
        Assert.IsFalse(links[1].HasAttribute("lang"));
        Assert.AreEqual($"/releases/{Javanese.Slug}", links[1].GetAttribute("href"));
    }

    [TestMethod]
    public async Task Each_language_has_one_address_and_the_text_in_it_goes_before_the_words_around_it()
    {
        var page = await PageOf(Example.Full, PageLanguage.Of(Example.Site), English, Javanese);

        var own = $"{Root}releases/{Example.Full.Release.Slug}";
        Assert.AreEqual($"{Root}en/releases/{English.Slug}", Alternate(page, "en"));
        Assert.AreEqual(own, Alternate(page, "id"));
        Assert.AreEqual($"{Root}releases/{Javanese.Slug}", Alternate(page, "jv"));
        Assert.AreEqual(own, Alternate(page, "x-default"));
    }

    [TestMethod]
    public async Task Linked_data_say_which_is_the_original()
    {
        var original = Line(Example.Full.Release.Content.Headline, "id", "c");
        var translation = Example.English with { Release = Example.English.Release with { TranslationOf = original.Id } };

        var of = Article(await PageOf(translation, null, original, Javanese));
        var with = Article(await PageOf(Example.Full, null, English, Javanese));
        var alone = Article(await PageOf(translation, null, Javanese));

        Assert.AreEqual(original.Id.Urn, of.GetProperty("translationOfWork").GetProperty("@id").GetString());
        Assert.IsFalse(of.TryGetProperty("workTranslation", out _));
        Assert.AreEqual(
            "en jv",
            string.Join(' ', with.GetProperty("workTranslation").EnumerateArray().Select(one => one.GetProperty("inLanguage").GetString()))
        );
        Assert.IsFalse(alone.TryGetProperty("translationOfWork", out _), "An original that may not be seen is not named.");
    }

    [TestMethod]
    public void A_list_names_no_translation_before_its_time()
    {
        var list = new RelatedList { Id = Example.Full.Release.Id, Translations = [English] };

        Assert.IsEmpty(list.At(English.PublishAt.AddSeconds(-1)).Translations);
        Assert.HasCount(1, list.At(English.PublishAt).Translations);
    }

    private static Task<Page> PageOf(TaggedRelease release, PageLanguage? language, params Neighbour[] translations) =>
        Page.Of(
            new PageRenderer(Example.Site).ReleaseAsync(
                release,
                new RelatedList { Id = release.Release.Id, Translations = translations },
                language
            )
        );

    private static string? Alternate(Page page, string language) =>
        page.Document.QuerySelectorAll($"head link[rel=alternate][hreflang={language}]").Single().GetAttribute("href");

    private static JsonElement Article(Page page) =>
        JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

    private static Neighbour Line(string headline, string language, string key)
    {
        var release = Some.Release(Some.Content(headline), key);
        return new Neighbour
        {
            Id = release.Id,
            Slug = release.Slug,
            Headline = headline,
            Language = language,
            PublishAt = release.PublishAt,
        };
    }
}
