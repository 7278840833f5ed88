using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;
using Siaran.Tests;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What the log of changes says, once and in order.</summary>
[TestClass]
public sealed class ChangeLogTests : PressRoomTests
{
    [TestMethod]
    public async Task Each_edition_is_said_once_by_its_kind_and_one_that_comes_late_is_not()
    {
        var writes = 0;
        await using var room = await OpenAsync(Watching(message => writes += message.Request.Method.Method == "GET" ? 0 : 1));
        var log = room.Service<ChangeLog>();
        foreach (var (revision, pass) in new[] { (1, 0), (2, 0), (2, 4), (2, 4), (2, 3), (1, 9), (3, 4), (4, 5) })
        {
            Clock.Now += TimeSpan.FromMinutes(1);
            await log.AppendAsync([Edition(revision, pass)], default);
        }

        await log.AppendAsync([Edition(4, 5) with { Tagged = Of(Withdrawn(5), 5).Tagged }], default);
        writes = 0;
        await log.AppendAsync([Edition(3, 4), Edition(1, 0)], default);

        Assert.AreEqual(0, writes, "Nothing new is nothing to write.");
        var said = await log.ReadAsync(0, 100, default);
        Assert.AreEqual(
            "1 Published 1, 2 Revised 2, 3 Tagged 2, 4 Revised 3, 5 Revised 4, 6 Withdrawn 5",
            string.Join(", ", said.Select(change => $"{change.Cursor} {change.Kind} {change.Revision}"))
        );
        Assert.AreEqual(StillClock.Start.AddMinutes(2), said[1].At);
        Assert.AreEqual((Some.Release().Id, Some.Release().Slug), (said[1].Id, said[1].Slug));
    }

    [TestMethod]
    public async Task What_the_log_names_cannot_be_taken_back_and_what_is_taken_back_it_never_names()
    {
        var writes = 0;
        await using var room = await OpenAsync(Watching(message => writes += message.Request.Method.Method == "GET" ? 0 : 1));
        var log = room.Service<ChangeLog>();
        var other = Of(Some.Release(key: "nj-2"), 0);

        Assert.IsTrue(await log.TryTakeBackAsync(Edition(1, 0) with { UploadVersion = "a" }, default));
        writes = 0;
        Assert.IsTrue(await log.TryTakeBackAsync(Edition(1, 0) with { UploadVersion = "a" }, default));
        Assert.AreEqual(0, writes, "It is noted.");
        var late = Edition(1, 3) with { UploadVersion = "a" };
        CollectionAssert.AreEqual(new[] { late }, (await log.AppendAsync([late, other], default)).ToList());
        Assert.IsEmpty(await log.AppendAsync([Edition(1, 0) with { UploadVersion = "b" }], default));
        Assert.HasCount(1, await log.AppendAsync([late], default));
        Assert.IsFalse(await log.TryTakeBackAsync(Edition(1, 0) with { UploadVersion = "b" }, default));
        Assert.IsTrue(await log.TryTakeBackAsync(Edition(2, 0) with { UploadVersion = "c" }, default));
        Assert.IsFalse(await log.TryTakeBackAsync(other, default));

        Assert.AreEqual(
            "1 Published nj-2, 2 Published nj-1",
            string.Join(
                ", ",
                (await log.ReadAsync(0, 100, default)).Select(change =>
                    $"{change.Cursor} {change.Kind} {(change.Id == other.Release.Id ? "nj-2" : "nj-1")}"
                )
            )
        );
    }

    [TestMethod]
    public async Task So_many_are_read_after_a_cursor()
    {
        await using var room = await OpenAsync();
        var log = room.Service<ChangeLog>();
        await log.AppendAsync([.. Enumerable.Range(1, 60).Select(number => Of(Some.Release(key: $"nj-{number}"), 0))], default);

        Assert.AreEqual("1 2 3", Cursors(await log.ReadAsync(0, 3, default)));
        Assert.AreEqual("4 5", Cursors(await log.ReadAsync(3, 2, default)));
        Assert.AreEqual("59 60", Cursors(await log.ReadAsync(58, 10, default)));
        Assert.AreEqual("", Cursors(await log.ReadAsync(60, 10, default)));
    }

    private static string Cursors(IReadOnlyList<Change> changes) => string.Join(' ', changes.Select(change => change.Cursor));

    private static Release Withdrawn(int revision) => Some.Release() with { Revision = revision, Status = ReleaseStatus.Withdrawn };

    private static StoredRelease Edition(int revision, int pass) => Of(Some.Release() with { Revision = revision }, pass);

    private static StoredRelease Of(Release release, int pass) =>
        new(new TaggedRelease(release, new Annotations { Tags = [], Version = "kata" }) { TaggingPass = pass }, "", [], default, default);
}
