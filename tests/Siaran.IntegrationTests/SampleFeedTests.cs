using System.Text;

namespace Siaran.IntegrationTests;

/// <summary>The samples that the first run shows, from upload to whole documents.</summary>
[TestClass]
public sealed class SampleFeedTests
{
    [TestMethod]
    public async Task The_samples_make_the_feeds_that_were_approved()
    {
        await using var office = await Office.OpenAsync();
        var samples = Directory.GetFiles(Texts.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var sample in samples)
        {
            await office.UploadAsync(Path.GetRelativePath(Texts.Folder, sample).Replace('\\', '/'), await File.ReadAllBytesAsync(sample));
        }

        await office.CollectAsync();

        Assert.IsEmpty(await Office.BlobsAsync(office.Rejected));
        Assert.HasCount(samples.Count - 1, await office.ItemsAsync(), "all but the one under an embargo");
        foreach (var format in new[] { "rss", "atom", "json" })
        {
            Approve($"samples.{format}", await office.ReadAsync($"/feeds/all.{format}"));
        }
    }

    private static void Approve(string name, string received)
    {
        var folder = Path.Combine(Texts.Folder, "..", "Siaran.IntegrationTests", "Approved");
        var approved = Path.Combine(folder, name);
        if (File.Exists(approved) && File.ReadAllText(approved) == received)
        {
            return;
        }

        File.WriteAllText(Path.Combine(folder, Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name)), received, new UTF8Encoding(false));
        Assert.Fail($"{name} is not as approved. Compare it with the .received file beside it, which replaces it if it is right.");
    }
}
