using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>The order in which uploads came: by time, and by name where that is the same.</summary>
internal static class UploadOrder
{
    // Storage gives times in whole seconds, so the name decides among uploads of one second: any fixed
    // order will do, as long as every instance has the same.
    public static IOrderedEnumerable<T> Of<T>(IEnumerable<T> some, Func<T, IncomingUpload> upload) =>
        some.OrderBy(one => upload(one).UploadedAt).ThenBy(one => upload(one).Name, StringComparer.Ordinal);

    public static bool IsBefore(IncomingUpload one, IncomingUpload other) =>
        one.UploadedAt != other.UploadedAt ? one.UploadedAt < other.UploadedAt : string.CompareOrdinal(one.Name, other.Name) < 0;

    /// <summary>What an upload takes while it is held: nothing where it is too large to be read.</summary>
    public static long BytesOf(IncomingUpload upload, CollectOptions options) =>
        upload.Length > options.MostBytes(upload.Name, upload.ContentType) ? 0 : upload.Length;

    /// <summary>The same with its pictures.</summary>
    public static long BytesOf(UploadInHand upload, CollectOptions options) =>
        BytesOf(upload.Upload, options) + upload.Pictures.Sum(picture => picture.Length);

    /// <summary>
    /// What is held in memory at once: as many as <see cref="CollectOptions.BatchSize"/> and <see cref="CollectOptions.BatchBytes"/> allow,
    /// one at least.
    /// </summary>
    public static IEnumerable<IReadOnlyList<T>> Batches<T>(IEnumerable<T> ordered, Func<T, long> bytesOf, CollectOptions options)
    {
        var (batch, bytes) = (new List<T>(), 0L);
        foreach (var one in ordered)
        {
            var length = bytesOf(one);
            if (batch.Count > 0 && (batch.Count == options.BatchSize || bytes + length > options.BatchBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(one);
            bytes += length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
