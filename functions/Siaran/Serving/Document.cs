using System.Security.Cryptography;

namespace Siaran.Serving;

/// <summary>One version of what is served under an address, compressed at most once for each encoding. Safe for concurrent use.</summary>
/// <param name="mediaType">As in <c>Content-Type</c>.</param>
/// <param name="content">The bytes; not to be changed afterwards.</param>
/// <param name="lastModified">When the content last changed; null where nobody knows, and then only the <c>ETag</c> tells versions
/// apart.</param>
public sealed class Document(string mediaType, byte[] content, DateTimeOffset? lastModified)
{
    /// <summary>Less than this is not worth compressing, in bytes.</summary>
    private const int WorthCompressing = 512;

    // 128 bits of SHA-256 are enough to tell versions apart; the validator goes with every answer.
    private readonly string hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));

    // Compressed when first asked for, once for all: most documents are asked for by many, some by
    // nobody.
    private readonly Lazy<byte[]> gzip = new(() => Compression.Gzip(content));
    private string? etag;
    private string? gzipETag;
    private string? lastModifiedText;
    private string? linkText;

    public string MediaType { get; } = mediaType;

    /// <summary>UTC, whole seconds.</summary>
    public DateTimeOffset? LastModified { get; } =
        lastModified is { } time ? DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds()) : null;

    /// <summary>Values of <c>Link</c> that go with it.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The value of <c>Last-Modified</c>; null where nobody knows.</summary>
    public string? LastModifiedText => lastModifiedText ??= LastModified?.ToString("R");

    /// <summary>The value of <c>Link</c>; empty where there are none.</summary>
    public string LinkText => linkText ??= string.Join(", ", Links);

    /// <summary>Names the content whatever its encoding: 32 hexadecimal digits.</summary>
    public string Hash => hash;

    public int Length => content.Length;

    /// <summary>Bytes held in memory now.</summary>
    public long Size => content.Length + (gzip.IsValueCreated ? gzip.Value.Length : 0);

    public bool IsCompressible => content.Length >= WorthCompressing;

    /// <summary>The bytes in one encoding.</summary>
    public ReadOnlyMemory<byte> In(ContentEncoding encoding) => encoding is ContentEncoding.Gzip ? gzip.Value : content;

    /// <summary>The strong validator of those bytes (RFC 9110 §8.8.3), quotes included.</summary>
    // A validator for each encoding, since a strong one names bytes (RFC 9110 §8.8.3.3).
    public string ETag(ContentEncoding encoding) =>
        encoding is ContentEncoding.Gzip ? gzipETag ??= $"\"{hash}-gzip\"" : etag ??= $"\"{hash}\"";
}
