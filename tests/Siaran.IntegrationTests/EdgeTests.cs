using System.Net;
using System.Net.Http.Headers;

namespace Siaran.IntegrationTests;

/// <summary>What a shared cache in front of Siaran goes by (RFC 9111).</summary>
[TestClass]
public sealed class EdgeTests
{
    private static readonly string?[] AcceptEncodings =
    [
        null,
        "identity",
        "br",
        "gzip",
        "gzip, deflate",
        "gzip, deflate, br, zstd",
        "*",
        "deflate;q=0.5, gzip;q=1",
    ];

    [TestMethod]
    [DataRow("/feeds/all.rss")]
    [DataRow("/feeds/all.atom")]
    [DataRow("/feeds/all.json")]
    [DataRow("/feeds/all.ninjs")]
    [DataRow("/feeds/index.opml")]
    public async Task An_address_has_one_compressed_body_and_one_plain_each_with_its_own_validator(string path)
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync(
            "a.md",
            Texts.Release(
                "Jembatan Lengan dibuka",
                string.Join("\n\n", Enumerable.Range(1, 20).Select(n => $"Paragraf {n} tentang jembatan di Baruna."))
            )
        );

        var variants = new Dictionary<string, HashSet<string>>();
        foreach (var encoding in AcceptEncodings)
        {
            using var answer = await AskAsync(office, path, encoding, null);
            Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
            CollectionAssert.Contains(answer.Headers.Vary.ToList(), "Accept-Encoding");
            Assert.IsTrue(answer.Headers.CacheControl!.Public);
            var form = string.Join(',', answer.Content.Headers.ContentEncoding);
            variants.TryAdd(form, []);
            variants[form].Add($"{answer.Headers.ETag} {Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync())}");

            using var again = await AskAsync(office, path, encoding, answer.Headers.ETag);
            Assert.AreEqual(HttpStatusCode.NotModified, again.StatusCode);
            Assert.AreEqual(answer.Headers.ETag, again.Headers.ETag);
            CollectionAssert.AreEqual(answer.Headers.Vary.ToList(), again.Headers.Vary.ToList());
            Assert.AreEqual(answer.Headers.CacheControl, again.Headers.CacheControl);
        }

        CollectionAssert.AreEquivalent(new[] { "", "gzip" }, variants.Keys.ToArray());
        Assert.HasCount(1, variants[""]);
        Assert.HasCount(1, variants["gzip"]);
    }

    private static async Task<HttpResponseMessage> AskAsync(Office office, string path, string? encoding, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await office.Reader.SendAsync(request);
    }
}
