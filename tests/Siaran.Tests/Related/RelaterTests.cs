using Siaran.Related;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class RelaterTests
{
    private readonly InMemoryIndexStore index = new();
    private readonly InMemoryRelatedStore rows = new();

    [TestMethod]
    public async Task Two_releases_on_one_regulation_stand_under_each_other()
    {
        var (first, second) = (About("a", "regulation:inpres-2-2021"), About("b", "regulation:inpres-2-2021"));
        var other = About("c", "topic:olahraga");

        await RelateAsync(first, other);
        await RelateAsync(second);

        Assert.AreEqual(second.Release.Id, this.rows[first.Release.Id].Neighbours.Single().Id);
        Assert.AreEqual(first.Release.Id, this.rows[second.Release.Id].Neighbours.Single().Id);
        Assert.IsEmpty(this.rows[other.Release.Id].Neighbours);
    }

    [TestMethod]
    public async Task A_withdrawn_release_leaves_every_list()
    {
        var (first, second) = (About("a", "regulation:inpres-2-2021"), About("b", "regulation:inpres-2-2021"));
        await RelateAsync(first, second);

        await RelateAsync(first with { Release = first.Release with { Status = ReleaseStatus.Withdrawn } });

        Assert.IsEmpty(this.rows[second.Release.Id].Neighbours);
        Assert.IsEmpty(this.rows[first.Release.Id].Neighbours);
    }

    private Task<RelatingReport> RelateAsync(params TaggedRelease[] batch) =>
        new Relater(this.index, this.rows, TimeProvider.System).RelateAsync(batch, default);

    private static TaggedRelease About(string key, params string[] tags) => new(Some.Release(key: key), new Understanding { Tags = [.. tags.Select(Tag)] });

    private static Tag Tag(string text) => TagId.TryParse(text, out var id)
        ? new() { Id = id, Label = id.Name, Source = "editor", Confidence = 1 }
        : throw new ArgumentException(text);
}
