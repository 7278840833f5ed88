using System.Text;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Vocabularies that editors put in place of the project's are read whole, in one version, or not at all.</summary>
[TestClass]
public sealed class VocabularyContainerTests : PressRoomTests
{
    [TestMethod]
    public async Task Only_blobs_with_the_name_of_a_vocabulary_are_listed_each_with_its_version()
    {
        await using var room = await OpenAsync();
        var vocabularies = room.Service<VocabularyContainer>();
        Assert.IsEmpty(await vocabularies.ListAsync(default));
        await PutAsync(room, "programmes.tsv", "program-jembatan\tjembatan\tJBT\n"u8.ToArray());
        await PutAsync(room, "catatan.txt", "x"u8.ToArray());
        await PutAsync(room, "topics.en.tsv", "y"u8.ToArray());

        var first = await vocabularies.ListAsync(default);
        await PutAsync(room, "topics.en.tsv", "z"u8.ToArray());
        var second = await vocabularies.ListAsync(default);

        Assert.AreEqual("programmes.tsv topics.en.tsv", string.Join(' ', first.Keys));
        Assert.AreEqual(first["programmes.tsv"], second["programmes.tsv"]);
        Assert.AreNotEqual(first["topics.en.tsv"], second["topics.en.tsv"]);
    }

    [TestMethod]
    public async Task A_vocabulary_is_read_in_the_version_that_was_listed_or_not_at_all()
    {
        await using var room = await OpenAsync();
        var vocabularies = room.Service<VocabularyContainer>();
        await PutAsync(room, "programmes.tsv", "satu"u8.ToArray());
        var version = (await vocabularies.ListAsync(default))["programmes.tsv"];

        Assert.AreEqual("satu", await vocabularies.ReadAsync("programmes.tsv", version, default));
        Assert.IsNull(await vocabularies.ReadAsync("topics.en.tsv", version, default));
        await PutAsync(room, "programmes.tsv", "dua"u8.ToArray());
        Assert.IsNull(await vocabularies.ReadAsync("programmes.tsv", version, default));
    }

    [TestMethod]
    [DataRow(new byte[] { 0x61, 0xFF }, "is no UTF-8")]
    [DataRow(null, "is larger than")]
    public async Task What_is_no_text_or_too_large_is_refused_by_its_name(byte[]? bytes, string because)
    {
        await using var room = await OpenAsync();
        var vocabularies = room.Service<VocabularyContainer>();
        await PutAsync(room, "programmes.tsv", bytes ?? new byte[VocabularyContainer.MaxBytes + 1]);
        var version = (await vocabularies.ListAsync(default))["programmes.tsv"];

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => vocabularies.ReadAsync("programmes.tsv", version, default));

        Assert.Contains("programmes.tsv", refused.Message);
        Assert.Contains(because, refused.Message);
    }

    [TestMethod]
    public async Task The_largest_vocabulary_is_read()
    {
        await using var room = await OpenAsync();
        var vocabularies = room.Service<VocabularyContainer>();
        await PutAsync(room, "programmes.tsv", Encoding.ASCII.GetBytes(new string('a', (int)VocabularyContainer.MaxBytes)));
        var version = (await vocabularies.ListAsync(default))["programmes.tsv"];

        Assert.AreEqual(VocabularyContainer.MaxBytes, (await vocabularies.ReadAsync("programmes.tsv", version, default))!.Length);
    }

    private static Task PutAsync(PressRoom room, string name, byte[] bytes) => PutVocabularyAsync(room, name, BinaryData.FromBytes(bytes));
}
