using System.ComponentModel.DataAnnotations;

namespace Siaran.Ingest;

/// <summary>How collecting goes about its work.</summary>
public sealed class CollectOptions
{
    /// <summary>Uploads read and releases written at once.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 8;

    /// <summary>Uploads that go to the feeds together: the more, the fewer calls for each; the fewer, the less memory.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Bytes; a larger upload is rejected.</summary>
    [Range(1024, 30_000_000)]
    public int MaxBytes { get; set; } = 4 * 1024 * 1024;
}
