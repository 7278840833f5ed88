using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What waits is read and removed in the version that was seen, and in no other.</summary>
[TestClass]
public sealed class InboxTests : PressRoomTests
{
    [TestMethod]
    public async Task An_upload_is_listed_as_it_was_put_in()
    {
        await using var room = await OpenAsync();
        var inbox = room.Service<Inbox>();
        var metadata = new UploadMetadata { Actor = "key:portal", ExpectedRevision = 3 };

        var added = await inbox.AddAsync(New("dishub/a.md", "satu") with { Metadata = metadata }, default);

        Assert.AreEqual(("dishub/a.md", 4L, "text/markdown", Clock.Now), (added.Name, added.Length, added.ContentType, added.UploadedAt));
        Assert.AreEqual(metadata, added.Metadata);
        var listed = (await inbox.ListAllAsync(default)).Single();
        Assert.AreEqual(added.VersionName, listed.VersionName);
        Assert.AreEqual(added with { Version = listed.Version }, listed);
        Assert.AreEqual((3, null), (listed.ExpectedRevision, listed.Target));
        Assert.IsTrue(await inbox.HasAsync("dishub/a.md", default));
        Assert.IsFalse(await inbox.HasAsync("a.md", default));
    }

    [TestMethod]
    public async Task What_was_replaced_is_neither_read_nor_removed_by_its_former_version()
    {
        await using var room = await OpenAsync();
        var inbox = room.Service<Inbox>();
        var former = await inbox.AddAsync(New("a.md", "satu"), default);
        var current = await inbox.AddAsync(New("a.md", "dua"), default);

        Assert.IsNull(await inbox.ReadAsync(former, default));
        await inbox.RemoveAsync(former, default);
        Assert.AreEqual("dua", (await inbox.ReadAsync(current, default))?.ToString());
        await inbox.RemoveAsync(current, default);

        Assert.IsNull(await inbox.ReadAsync(current, default), "It is gone.");
        await inbox.RemoveAsync(current, default);
        Assert.IsEmpty(await inbox.ListAllAsync(default));
    }

    [TestMethod]
    public async Task A_name_under_which_something_waits_is_taken_by_nobody_who_asks_first()
    {
        await using var room = await OpenAsync();
        var inbox = room.Service<Inbox>();

        var first = await inbox.TryAddAsync(New("a.md", "satu"), default);

        Assert.IsNotNull(first);
        Assert.IsNull(await inbox.TryAddAsync(New("a.md", "dua"), default));
        Assert.AreEqual("satu", (await inbox.ReadAsync(first, default))?.ToString());
    }

    private static NewUpload New(string name, string text) => new(name, BinaryData.FromString(text), "text/markdown");
}
