using Siaran.Related.Index;

namespace Siaran.Tests.Related;

/// <summary>Which segments are merged, and when.</summary>
[TestClass]
public sealed class SegmentMergeTests
{
    [TestMethod]
    public void A_million_releases_lie_in_few_segments_of_which_one_of_each_size_is_large()
    {
        var (manifest, written, most) = (Manifest.Empty, 0L, 0);
        for (var batch = 0; batch < 100_000; batch++)
        {
            manifest = manifest with { Segments = [.. manifest.Segments, Of(batch, 10)] };
            while (SegmentMerge.Next(manifest) is { Count: > 0 } merged)
            {
                var documents = merged.Sum(segment => segment.Documents);
                written += documents;
                manifest = manifest with { Segments = [.. manifest.Segments.Except(merged), Of(batch, documents)] };
            }

            most = Math.Max(most, manifest.Segments.Count);
        }

        Assert.AreEqual(1_000_000, manifest.Segments.Sum(segment => segment.Documents));
        Assert.IsLessThanOrEqualTo(32, most);
        Assert.IsLessThanOrEqualTo(6, manifest.Segments.Count(segment => segment.Documents > 20_736));
        Assert.IsLessThan(11.0, written / 1_000_000.0, "times that each release was written again");
    }

    private static SegmentEntry Of(int batch, long documents) => new($"{batch}-{documents}", 1, 0, 0, 0, documents, 1);
}
