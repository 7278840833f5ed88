using System.Globalization;
using System.IO.Compression;
using System.Text;
using Siaran.Tests.Feeds;

namespace Siaran.Tests.Serving;

[TestClass]
public sealed class ConditionalTests
{
    private readonly FeedsUnderTest feeds = new(SomeFeeds.Gallery());

    [TestMethod]
    [DataRow("{etag}", 304)]
    [DataRow("W/{etag}", 304)]
    [DataRow("*", 304)]
    [DataRow("\"other\", {etag}", 304)]
    [DataRow("\"a,b\", W/\"x\", {etag}", 304)]
    [DataRow("\"other\"", 200)]
    [DataRow("not an entity tag", 200)]
    public async Task If_None_Match_is_a_list_compared_weakly(string header, int status)
    {
        var etag = (await feeds.GetAsync("all.rss")).Headers.ETag.ToString();

        var answer = await feeds.GetAsync("all.rss", ("If-None-Match", header.Replace("{etag}", etag, StringComparison.Ordinal)));

        Assert.AreEqual((status, status == 304), (answer.Status, answer.Body.Length == 0));
        Assert.AreEqual(etag, answer.Headers.ETag.ToString());
    }

    [TestMethod]
    [DataRow(0, 304)]
    [DataRow(1, 304)]
    [DataRow(86400 * 365, 304)]
    [DataRow(-1, 200)]
    [DataRow(-86400, 200)]
    public async Task If_Modified_Since_any_later_date_is_304(int secondsAfter, int status)
    {
        var modified = DateTimeOffset.Parse(
            (await feeds.GetAsync("all.rss")).Headers.LastModified.ToString(),
            CultureInfo.InvariantCulture
        );

        var answer = await feeds.GetAsync("all.rss", ("If-Modified-Since", modified.AddSeconds(secondsAfter).ToString("R")));

        Assert.AreEqual(status, answer.Status);
    }

    [TestMethod]
    public async Task If_None_Match_goes_before_If_Modified_Since()
    {
        var answer = await feeds.GetAsync(
            "all.rss",
            ("If-None-Match", "\"other\""),
            ("If-Modified-Since", feeds.Clock.Now.AddDays(1).ToString("R"))
        );

        Assert.AreEqual(200, answer.Status);
    }

    [TestMethod]
    [DataRow("\"other\"", 412)]
    [DataRow("W/{etag}", 412)]
    [DataRow("{etag}", 200)]
    [DataRow("*", 200)]
    public async Task If_Match_compares_strongly(string header, int status)
    {
        var etag = (await feeds.GetAsync("all.rss")).Headers.ETag.ToString();

        Assert.AreEqual(
            status,
            (await feeds.GetAsync("all.rss", ("If-Match", header.Replace("{etag}", etag, StringComparison.Ordinal)))).Status
        );
    }

    [TestMethod]
    [DataRow("all.rss")]
    [DataRow("all.atom")]
    [DataRow("all.json")]
    [DataRow("all")]
    public async Task Head_equals_get_without_a_body(string name)
    {
        var get = await feeds.GetAsync(name);
        var head = await feeds.SendAsync("HEAD", name);

        Assert.AreEqual(Described(get), Described(head));
        Assert.AreEqual(
            get.Body.Length,
            int.Parse(head.Headers.ContentLength!.Value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        );
        Assert.IsEmpty(head.Body);
    }

    [TestMethod]
    [DataRow("gzip", "gzip")]
    [DataRow("br", "")]
    [DataRow("gzip, deflate, br, zstd", "gzip")]
    [DataRow("gzip;q=1, br;q=0.5", "gzip")]
    [DataRow("br;q=0, gzip;q=0", "")]
    [DataRow("*", "gzip")]
    [DataRow("br;q=0, *", "gzip")]
    [DataRow("identity, gzip;q=0.5", "")]
    [DataRow("", "")]
    [DataRow("zstd", "")]
    public async Task The_encoding_is_what_the_client_likes_best(string accepted, string encoding)
    {
        var plain = await feeds.GetAsync("all.rss");
        var answer = await feeds.GetAsync("all.rss", ("Accept-Encoding", accepted));

        Assert.AreEqual(encoding, answer.Headers.ContentEncoding.ToString());
        Assert.AreEqual("Accept-Encoding", answer.Headers.Vary.ToString());
        Assert.AreEqual(plain.Text, Decoded(answer));
        Assert.AreEqual(encoding.Length == 0, answer.Headers.ETag == plain.Headers.ETag);
    }

    [TestMethod]
    public async Task Each_encoding_is_revalidated_by_its_own_tag()
    {
        var answer = await feeds.GetAsync("all.rss", ("Accept-Encoding", "gzip"));

        var again = await feeds.GetAsync("all.rss", ("Accept-Encoding", "gzip"), ("If-None-Match", answer.Headers.ETag.ToString()));

        Assert.AreEqual((304, "Accept-Encoding"), (again.Status, again.Headers.Vary.ToString()));
    }

    [TestMethod]
    public async Task Every_lifetime_ends_at_the_next_full_minute_whatever_waits()
    {
        feeds.Clock.Now = new DateTimeOffset(2025, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var full = (await feeds.GetAsync("all.rss")).Headers.CacheControl.ToString();
        feeds.Due.Waiting.Add(SomeFeeds.Release("nanti", "Kabar Nanti", feeds.Clock.Now.AddSeconds(45)));
        feeds.Clock.Advance(TimeSpan.FromSeconds(20));
        var concerned = (await feeds.GetAsync("all.rss")).Headers.CacheControl.ToString();
        var other = (await feeds.GetSitemapAsync()).Headers.CacheControl.ToString();
        feeds.Clock.Advance(TimeSpan.FromSeconds(39.5));
        var last = (await feeds.GetAsync("all.rss")).Headers.CacheControl.ToString();

        Assert.AreEqual("public, max-age=60, stale-while-revalidate=60, stale-if-error=86400", full);
        Assert.AreEqual("public, max-age=40, stale-while-revalidate=60, stale-if-error=86400", concerned);
        Assert.AreEqual(concerned, other);
        Assert.AreEqual("public, max-age=1, stale-while-revalidate=60, stale-if-error=86400", last);
    }

    [TestMethod]
    [DataRow("all.rss", 200)]
    [DataRow("none.rss", 404)]
    [DataRow("all.pdf", 404)]
    [DataRow("all.rss?page=x", 400)]
    [DataRow("ALL.rss", 301)]
    public async Task Scripts_of_any_site_may_read_every_answer(string address, int status)
    {
        var answer = await feeds.GetAsync(address);

        Assert.AreEqual((status, "*"), (answer.Status, answer.Headers.AccessControlAllowOrigin.ToString()));
        Assert.Contains("ETag", answer.Headers.AccessControlExposeHeaders.ToString());
    }

    [TestMethod]
    [DataRow("all.rss", "default-src 'none'; frame-ancestors 'none'")]
    [DataRow("none.rss", "default-src 'none'; frame-ancestors 'none'")]
    public async Task Browsers_are_told_to_sniff_and_load_nothing(string name, string policy)
    {
        var answer = await feeds.GetAsync(name);

        Assert.AreEqual(
            ("nosniff", policy),
            (answer.Headers.XContentTypeOptions.ToString(), answer.Headers.ContentSecurityPolicy.ToString())
        );
    }

    private static string Described(Answer answer) =>
        $"{answer.Status} {string.Join('\n', answer.Headers.OrderBy(header => header.Key).Select(header => $"{header.Key}: {header.Value}"))}";

    private static string Decoded(Answer answer)
    {
        using Stream body = new MemoryStream(answer.Body);
        using var stream = answer.Headers.ContentEncoding.ToString() switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
