using System.Text;

namespace Siaran.IntegrationTests;

/// <summary>The samples that the first run shows, from upload to whole documents.</summary>
[TestClass]
public sealed class SampleFeedTests
{
    private static readonly (string Name, string Path)[] Documents =
    [
        ("samples.rss", "/feeds/all.rss"),
        ("samples.atom", "/feeds/all.atom"),
        ("samples.json", "/feeds/all.json"),
        ("samples.ninjs", "/feeds/all.ninjs"),
        ("samples.opml", "/feeds/index.opml"),
        ("sitemap-index.xml", "/sitemap.xml"),
        ("sitemap-newest.xml", "/sitemap.xml?of=newest"),
        ("sitemap-news.xml", "/sitemap.xml?of=news"),
    ];

    [TestMethod]
    public async Task The_samples_make_the_feeds_that_were_approved()
    {
        await using var office = await Office.OpenAsync();
        office.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        var samples = Directory.GetFiles(Repository.Samples, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var sample in samples)
        {
            await office.UploadAsync(
                Path.GetRelativePath(Repository.Samples, sample).Replace('\\', '/'),
                await File.ReadAllBytesAsync(sample)
            );
        }

        await office.CollectAsync();

        Assert.IsEmpty(await Office.BlobsAsync(office.Rejected));
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming), "none failed");
        Assert.HasCount(samples.Count - 1, await office.ItemsAsync(), "all but the one under an embargo");
        var changed = new List<string>();
        foreach (var (name, path) in Documents)
        {
            if (!IsApproved(name, await office.ReadAsync(path)))
            {
                changed.Add(name);
            }
        }

        Assert.IsEmpty(changed, "Compare the .received files in Approved with the approved ones, which they replace if they are right.");
    }

    private static bool IsApproved(string name, string received)
    {
        var folder = Repository.PathOf("tests", "Siaran.IntegrationTests", "Approved");
        var approved = Path.Combine(folder, name);
        if (File.Exists(approved) && File.ReadAllText(approved) == received)
        {
            return true;
        }

        File.WriteAllText(
            Path.Combine(folder, Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name)),
            received,
            new UTF8Encoding(false)
        );
        return false;
    }
}
