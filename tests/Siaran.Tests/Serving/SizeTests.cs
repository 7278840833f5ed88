using System.Globalization;
using System.IO.Compression;
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
    public async Task A_feed_of_fifty_full_texts_travels_small_and_comes_out_whole()
    {
        var random = new Random(7);
        var feeds = new FeedsUnderTest([
            .. Enumerable
                .Range(1, 50)
                .Select(n => SomeFeeds.Tagged(Some.Release(Text(random, n), n.ToString(CultureInfo.InvariantCulture)))),
        ]);

        foreach (var extension in new[] { "rss", "atom", "json", "ninjs" })
        {
            var plain = (await feeds.GetAsync($"all.{extension}")).Body;
            var gzip = (await feeds.GetAsync($"all.{extension}", ("Accept-Encoding", "gzip"))).Body;
            TestContext.WriteLine($"50 entries as {extension}: {plain.Length:N0} bytes, gzip {gzip.Length:N0}");

            // Fifty texts of 300 words are at least 50 × 300 × 4 bytes.
            Assert.IsGreaterThan(60_000, plain.Length);
            Assert.IsLessThan(plain.Length / 3, gzip.Length);
            CollectionAssert.AreEqual(plain, Unpacked(gzip));
        }
    }

    private static byte[] Unpacked(byte[] gzip)
    {
        using var packed = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
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
