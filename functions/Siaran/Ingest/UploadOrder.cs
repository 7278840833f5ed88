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

    /// <summary>
    /// What is held in memory at once: as many as <see cref="CollectOptions.BatchSize"/> and <see cref="CollectOptions.BatchBytes"/> allow,
    /// one at least. An upload that is too large to be read takes no memory.
    /// </summary>
    public static IEnumerable<IReadOnlyList<T>> Batches<T>(IEnumerable<T> ordered, Func<T, IncomingUpload> upload, CollectOptions options)
    {
        var (batch, bytes) = (new List<T>(), 0L);
        foreach (var one in ordered)
        {
            var length = upload(one).Length > options.MostBytes(upload(one).Name, upload(one).ContentType) ? 0 : upload(one).Length;
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
