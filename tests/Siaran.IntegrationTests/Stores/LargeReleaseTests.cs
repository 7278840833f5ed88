using Azure.Storage.Blobs.Models;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What no row can hold is kept as a document that the row names.</summary>
[TestClass]
public sealed class LargeReleaseTests : PressRoomTests
{
    [TestMethod]
    public async Task A_release_too_large_for_a_row_is_read_whole_and_known_to_be_damaged_where_its_document_is_gone()
    {
        await using var room = await OpenAsync();
        // Nothing in it repeats, so that it does not become small.
        var random = new Random(1);
        var words = Enumerable
            .Range(0, 160)
            .Select(_ => string.Concat(Enumerable.Range(0, 3000).Select(_ => (char)random.Next(0x4E00, 0x9000))));
        await room.PostAsync("a.md", Texts.Release(body: string.Join("\n\n", words), frontMatter: "id: nj-1\n"));
        await room.PostAsync("b.md", Texts.Release("Pasar Selasih Direnovasi", "Bupati meninjau Pasar Selasih.", "id: nj-2\n"));
        var documents = room.Service<StorageAccount>().Container(Names.Documents);
        var releases = room.Service<ReleaseTable>();
        var (large, small) = (Releases.ReleaseId.FromEditorKey("nj-1"), Releases.ReleaseId.FromEditorKey("nj-2"));

        Assert.IsGreaterThan(0, await CountAsync(room, Names.Documents));
        Assert.IsGreaterThan(400_000, (await releases.FindAsync(large, default))!.Release.Content.BodyHtml.Length);
        await foreach (var blob in documents.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, default))
        {
            await documents.DeleteBlobAsync(blob.Name);
        }

        var gone = await Assert.ThrowsAsync<InvalidDataException>(() => releases.FindAsync(large, default));
        Assert.Contains("is gone", gone.Message);
        Assert.AreEqual("Pasar Selasih Direnovasi", (await releases.FindAsync(small, default))!.Release.Content.Headline);
    }
}
