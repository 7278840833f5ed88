namespace Siaran.Related;

/// <summary>The manifest's bytes and the version that a swap must name.</summary>
public sealed record StoredManifest(ReadOnlyMemory<byte> Content, string ETag);

/// <summary>A blob of the index.</summary>
/// <param name="Name">As it was written: letters, digits, hyphens and dots.</param>
/// <param name="Length">In bytes.</param>
/// <param name="WrittenAt">UTC.</param>
public sealed record StoredSegment(string Name, long Length, DateTimeOffset WrittenAt);

/// <summary>Where the index of related news lives: blobs that never change, and one manifest that says which of them count.</summary>
public interface IIndexStore
{
    /// <summary>Null where there is none.</summary>
    Task<StoredManifest?> ReadManifestAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the manifest on condition that its ETag is still <paramref name="ifMatch"/> (null: that there is none). Answers the new
    /// ETag, or null where another instance was faster.
    /// </summary>
    Task<string?> SwapManifestAsync(ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a blob from start to end. It appears whole, once <paramref name="write"/> has ended without error, or not at all.
    /// </summary>
    Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>
    /// Fills <paramref name="buffer"/> from <paramref name="offset"/> on; answers how many bytes there were, or -1 where there is no such
    /// blob.
    /// </summary>
    Task<int> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Does nothing where there is no such blob.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>All blobs but the manifest.</summary>
    IAsyncEnumerable<StoredSegment> ListAsync(CancellationToken cancellationToken);
}
