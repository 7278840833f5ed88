using System.ComponentModel.DataAnnotations;

namespace Siaran.Settings;

/// <summary>How collecting goes about its work.</summary>
public sealed class CollectOptions
{
    /// <summary>Uploads read and releases written at once.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 8;

    /// <summary>Uploads that go to the feeds together: the more, the fewer calls for each; the fewer, the less memory.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>
    /// Bytes of uploads that go to the feeds together, whatever their number: a release takes many times its upload's bytes while it is
    /// understood and written. One upload that is larger goes alone.
    /// </summary>
    [Range(1024, 1_000_000_000)]
    public long BatchBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Tries that fail through an upload's own fault before it is rejected with a report; what storage or others cause does not count.
    /// </summary>
    [Range(1, 1000)]
    public int MostTries { get; set; } = 5;

    /// <summary>How long an upload over HTTP waits for its outcome before it is answered that it waits.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a document in <c>incoming</c> waits for a picture that it names and that is not there.</summary>
    public TimeSpan PictureWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a picture in <c>incoming</c> waits for a document in its folder before it is rejected with a report.</summary>
    public TimeSpan LonePictureWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Bytes; a larger upload is rejected.</summary>
    [Range(1024, 30_000_000)]
    public int MaxBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Bytes of an upload that may hold pictures: several files in one, mail, Word, OpenDocument, PDF. A larger one is rejected.
    /// </summary>
    [Range(1024, 60_000_000)]
    public int MaxFileBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>What an upload of this name and media type may have.</summary>
    public int MostBytes(string name, string? contentType) =>
        Path.GetExtension(name).ToLowerInvariant() is ".docx" or ".odt" or ".pdf" or ".eml"
        || contentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
        || contentType?.StartsWith("message/", StringComparison.OrdinalIgnoreCase) == true
        || contentType?.StartsWith("application/vnd.o", StringComparison.OrdinalIgnoreCase) == true
        || contentType?.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase) == true
            ? MaxFileBytes
            : MaxBytes;
}
