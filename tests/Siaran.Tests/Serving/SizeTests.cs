using System.Globalization;
using Siaran.Tests.Feeds;

namespace Siaran.Tests.Serving;

[TestClass]
public sealed class SizeTests
{
    private static readonly string[] Words =
        "pemerintah provinsi nusa jaya menyampaikan bahwa pembangunan jembatan pelabuhan dan pasar rakyat di kabupaten teluk jaya kota baruna akan selesai tepat waktu serta memberi manfaat bagi nelayan petani pedagang pelajar guru bidan warga desa".Split(
            ' '
        );

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_feed_of_fifty_full_texts_travels_small()
    {
        var random = new Random(7);
        var feeds = new FeedsUnderTest([
            .. Enumerable
                .Range(1, 50)
                .Select(n => SomeFeeds.Tagged(Some.Release(Text(random, n), n.ToString(CultureInfo.InvariantCulture)))),
        ]);

        foreach (var extension in new[] { "rss", "atom", "json", "ninjs" })
        {
            var plain = (await feeds.GetAsync($"all.{extension}")).Body.Length;
            var gzip = (await feeds.GetAsync($"all.{extension}", ("Accept-Encoding", "gzip"))).Body.Length;
            TestContext.WriteLine($"50 entries as {extension}: {plain:N0} bytes, gzip {gzip:N0}");

            Assert.IsLessThan(plain / 3, gzip);
        }
    }

    private static Siaran.Releases.ReleaseContent Text(Random random, int number) =>
        Some.Content(
            $"Siaran ke-{number}",
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(_ => string.Join(' ', Enumerable.Range(0, 50).Select(_ => Words[random.Next(Words.Length)])) + "."),
            ]
        );
}
