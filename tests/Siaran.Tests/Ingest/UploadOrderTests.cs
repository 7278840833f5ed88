using Siaran.Ingest;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Tests.Ingest;

/// <summary>In which order uploads are taken, and how many are held at once.</summary>
[TestClass]
public sealed class UploadOrderTests
{
    private static readonly CollectOptions Options = new()
    {
        BatchSize = 3,
        BatchBytes = 100,
        MaxBytes = 60,
        MaxFileBytes = 80,
    };

    [TestMethod]
    public void Time_comes_before_name_and_nothing_before_itself()
    {
        Assert.IsTrue(UploadOrder.IsBefore(Of("b", second: 0), Of("a", second: 1)));
        Assert.IsFalse(UploadOrder.IsBefore(Of("a", second: 1), Of("b", second: 0)));
        Assert.IsTrue(UploadOrder.IsBefore(Of("a"), Of("b")));
        Assert.IsFalse(UploadOrder.IsBefore(Of("b"), Of("a")));
        Assert.IsFalse(UploadOrder.IsBefore(Of("a"), Of("a")));
        Assert.IsTrue(UploadOrder.IsBefore(Of("B"), Of("a")), "By code, whatever the language.");
        Assert.AreEqual(
            "B0 a0 b0 a1",
            string.Join(' ', UploadOrder.Of([Of("a", second: 1), Of("b"), Of("a"), Of("B")], one => one).Select(Name))
        );
    }

    [TestMethod]
    public void What_is_too_large_to_be_read_takes_nothing_and_pictures_count()
    {
        Assert.AreEqual(60, UploadOrder.BytesOf(Of("a.md", length: 60), Options));
        Assert.AreEqual(0, UploadOrder.BytesOf(Of("a.md", length: 61), Options));
        Assert.AreEqual(80, UploadOrder.BytesOf(Of("a.pdf", length: 80), Options));
        Assert.AreEqual(
            15,
            UploadOrder.BytesOf(new UploadInHand(Of("a.md", length: 10), null) { Pictures = [Of("1.jpg", length: 5)] }, Options)
        );
    }

    [TestMethod]
    [DataRow("10 20 30 40", "10 20 30 | 40", DisplayName = "So many")]
    [DataRow("60 40 1", "60 40 | 1", DisplayName = "So many bytes, and not one more")]
    [DataRow("60 41", "60 | 41")]
    [DataRow("500 1 500", "500 | 1 | 500", DisplayName = "One at least")]
    [DataRow("60 41 59 1", "60 | 41 59 | 1", DisplayName = "Each batch is counted by itself")]
    [DataRow("", "")]
    public void A_batch_ends_where_it_is_full(string lengths, string expected)
    {
        var some = lengths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse);

        var batches = UploadOrder.Batches(some, length => length, Options).Select(batch => string.Join(' ', batch));

        Assert.AreEqual(expected, string.Join(" | ", batches));
    }

    private static string Name(IncomingUpload upload) => $"{upload.Name}{(upload.UploadedAt - Some.Time).TotalSeconds}";

    private static IncomingUpload Of(string name, int second = 0, long length = 1) =>
        new(name, default, Some.Time.AddSeconds(second), length, null);
}
