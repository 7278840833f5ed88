using Siaran.Tests.Feeds.Readers;

namespace Siaran.Tests.Feeds.Schemas;

/// <summary>Every document that is served is held against a schema, and every schema can tell a broken document.</summary>
[TestClass]
[TestCategory("Readers")]
public sealed class SchemaTests
{
    private const string Custom = "tag=topic:infrastruktur&region=teluk-jaya";

    private static readonly string[] Formats = ["rss", "atom", "json", "ninjs"];

    public required TestContext TestContext { get; init; }

    public static IEnumerable<object[]> ApprovedDocuments =>
        from folder in new[] { "Siaran.Tests/Feeds/Approved", "Siaran.IntegrationTests/Approved" }
        from file in Directory.GetFiles(Repository.PathOf("tests", folder))
        let name = Path.GetFileName(file)
        where !name.Contains(".received", StringComparison.Ordinal)
        orderby name
        select new object[] { folder, name };

    public static IEnumerable<object[]> Feeds =>
        from format in Formats
        from rest in new[] { "", "?content=summary", "?page=1", "?content=summary&page=2" }
        select new object[] { $"all.{format}{rest}" };

    public static IEnumerable<object[]> NarrowFeeds =>
        from format in Formats
        from feed in new[]
        {
            $"region:nusa-jaya.{format}",
            $"agency:diskominfo-nusa-jaya.{format}",
            $"custom.{format}?{Custom}",
            $"custom.{format}?{Custom}&match=any&content=summary",
        }
        select new object[] { feed };

    [TestMethod]
    [DynamicData(nameof(ApprovedDocuments))]
    public async Task An_approved_document_is_valid(string folder, string file) =>
        await IsValidAsync(file, await File.ReadAllTextAsync(Repository.PathOf("tests", folder, file)));

    [TestMethod]
    [DynamicData(nameof(Feeds))]
    public async Task A_long_feed_with_withdrawals_and_a_hub_is_valid(string address)
    {
        var feeds = new FeedsUnderTest([.. SomeFeeds.Many(130), .. SomeFeeds.Gallery()]);
        feeds.Site.Hub = new Uri("https://hub.example/");
        feeds.Listings.Commit(SomeFeeds.Many(20).Select(release => release.Withdrawn("Keliru.", Some.Time.AddDays(30))).ToArray());

        await IsValidAsync(address, (await feeds.GetAsync(address)).Text);
    }

    [TestMethod]
    [DataRow("json", "translation_of")]
    [DataRow("ninjs", "translationOf")]
    public async Task A_feed_that_names_the_original_of_a_translation_is_valid(string format, string member)
    {
        var original = Some.Release(key: "asli");
        var translation = SomeFeeds.Release("terjemahan", "Governor Opens Nusa Jaya Bridge");
        translation = translation with { Release = translation.Release with { TranslationOf = original.Id } };

        var text = (await new FeedsUnderTest(translation).GetAsync("all." + format)).Text;

        Assert.Contains(original.Id.Urn, text);
        Assert.Contains(member, text);
        await IsValidAsync("all." + format, text);
    }

    [TestMethod]
    [DynamicData(nameof(NarrowFeeds))]
    public async Task A_narrow_feed_is_valid(string address) =>
        await IsValidAsync(address, (await new FeedsUnderTest(SomeFeeds.Gallery()).GetAsync(address)).Text);

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    [DataRow("json")]
    [DataRow("ninjs")]
    public async Task An_empty_feed_is_valid(string format) =>
        await IsValidAsync($"all.{format}", (await new FeedsUnderTest().GetAsync($"all.{format}")).Text);

    [TestMethod]
    [DataRow("rss", "guid", "")]
    [DataRow("rss", "<pubDate>Tue, 04 Mar 2025 12:30:00 +0800</pubDate>", "")]
    [DataRow("rss", "Tue, 04 Mar 2025 12:30:00 +0800", "2025-03-04T12:30:00+08:00")]
    [DataRow("rss", "Tue, 04 Mar 2025 12:30:00 +0800", "Tue, 04 Maret 2025 12:30:00 WITA")]
    [DataRow("rss", "<ttl>15</ttl>", "<ttl>soon</ttl>")]
    [DataRow("rss", "length=\"48213\"", "length=\"\"")]
    [DataRow("rss", "<link>https://siaran.example/releases/", "<link>/releases/")]
    [DataRow("rss", "version=\"2.0\"", "version=\"0.92\"")]
    [DataRow("rss", "<dc:creator>", "<dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.2/\">")]
    [DataRow("rss", "<generator>Siaran</generator>", "<generator>Siaran</generator><generator>Siaran</generator>")]
    [DataRow("rss", "e98a396d-fdf5-811d-87f4-e9533de34eb7</guid>", "6a97b6ef-8755-843e-9963-a686ebf8e96f</guid>")]
    [DataRow("atom", "<id>urn:uuid:e98a396d-fdf5-811d-87f4-e9533de34eb7</id>", "")]
    [DataRow("atom", "<id>urn:uuid:e98a396d-fdf5-811d-87f4-e9533de34eb7</id>", "<id>urn:uuid:6a97b6ef-8755-843e-9963-a686ebf8e96f</id>")]
    [DataRow("atom", "<updated>2025-03-04T12:30:00+08:00</updated>", "")]
    [DataRow("atom", "<updated>2025-03-04T12:30:00+08:00</updated>", "<updated>2025-03-04</updated>")]
    [DataRow("atom", "<updated>2025-03-04T12:30:00+08:00</updated>", "<updated>2025-03-04T12:30:00</updated>")]
    [DataRow("atom", "<title type=\"text\">Governor Opens Bridge</title>", "<title type=\"text\"> </title>")]
    [DataRow("atom", "<name>Diskominfo Nusa Jaya</name>", "")]
    [DataRow("atom", " href=\"https://siaran.example/feeds/all.atom\"", "")]
    [DataRow("atom", " term=\"press-release\"", "")]
    [DataRow("atom", " when=\"2025-03-04T15:30:00+08:00\"", "")]
    [DataRow("atom", "type=\"html\"", "type=\"markdown\"")]
    [DataRow("json", "\"id\": \"urn:uuid:e98a396d-fdf5-811d-87f4-e9533de34eb7\",", "")]
    [DataRow("json", "\"2025-03-04T12:30:00+08:00\"", "\"4 Maret 2025\"")]
    [DataRow("json", "version/1.1", "version/1")]
    [DataRow("json", "\"content_html\"", "\"content\"")]
    [DataRow("json", "\"url\": \"https://siaran.example/releases/", "\"url\": \"/releases/")]
    [DataRow("ninjs", "\"pubStatus\": \"usable\",", "\"pubStatus\": \"usable\", \"embargoedUntil\": \"2025-03-05T00:00:00+08:00\",")]
    [DataRow("ninjs", "\"pubStatus\": \"canceled\"", "\"pubStatus\": \"withheld\"")]
    [DataRow("ninjs", "\"versionCreated\": \"2025-03-04T12:30:00+08:00\"", "\"versionCreated\": \"kemarin\"")]
    [DataRow("ninjs", "\"role\": \"main\",", "\"role\": 1,")]
    [DataRow("ninjs", "\"confidence\": 88", "\"confidence\": 101")]
    [DataRow("ninjs", "\"type\": \"text\"", "\"type\": \"prose\"")]
    [DataRow("opml", " text=\"Semua siaran\"", "")]
    [DataRow("opml", " xmlUrl=\"https://siaran.example/feeds/all.rss\"", "")]
    [DataRow("opml", "<title>Siaran Nusa Jaya</title>", "")]
    [DataRow("sitemap", "<lastmod>2025-03-04T12:30:00+08:00</lastmod>", "<lastmod>4/3/2025</lastmod>")]
    [DataRow("sitemap", "<loc>https://siaran.example/releases/", "<loc>/releases/")]
    [DataRow("sitemap", "<news:title>Governor Opens Bridge</news:title>", "")]
    [DataRow("sitemap", "<news:language>en</news:language>", "<news:language>English</news:language>")]
    [DataRow("sitemap index", "<loc>https://siaran.example/sitemap.xml?of=news</loc>", "")]
    public async Task A_broken_document_is_refused(string format, string right, string wrong)
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        var text = format switch
        {
            "sitemap" => (await feeds.GetSitemapAsync("?of=news")).Text,
            "sitemap index" => (await feeds.GetSitemapAsync()).Text,
            _ => (await feeds.GetAsync(format == "opml" ? "index.opml" : $"all.{format}")).Text,
        };
        Assert.Contains(right, text);
        var broken =
            right == "guid"
                ? text.Replace(
                    "<guid isPermaLink=\"false\">urn:uuid:e98a396d-fdf5-811d-87f4-e9533de34eb7</guid>",
                    "",
                    StringComparison.Ordinal
                )
                : text.Replace(right, wrong, StringComparison.Ordinal);

        Assert.IsEmpty(await Schema.ErrorsAsync(format, text));
        Assert.IsNotEmpty(await Schema.ErrorsAsync(format, broken));
        Verdicts.Note(format, Judge(format), "broken documents refused");
    }

    private static async Task IsValidAsync(string name, string text)
    {
        var format = FormatOf(name);
        Assert.AreEqual("", string.Join('\n', await Schema.ErrorsAsync(format, text)));
        Verdicts.Note(format, Judge(format), "documents valid");
    }

    private static string Judge(string format) =>
        format switch
        {
            "json" => $"json-feed.schema.json (ajv {Npm.VersionOf("ajv")})",
            "ninjs" => $"IPTC's ninjs-schema_3.1.json and ninjs-public.schema.json (ajv {Npm.VersionOf("ajv")})",
            "sitemap" or "sitemap index" => "sitemap.xsd, sitemap-news.xsd",
            _ => $"{format}.xsd",
        };

    private static string FormatOf(string name)
    {
        var stem = name.Split('?')[0];
        return stem.StartsWith("sitemap-index", StringComparison.Ordinal) ? "sitemap index"
            : stem.StartsWith("sitemap", StringComparison.Ordinal) ? "sitemap"
            : stem.Split('.').First(part => part is "rss" or "atom" or "json" or "ninjs" or "opml");
    }
}
