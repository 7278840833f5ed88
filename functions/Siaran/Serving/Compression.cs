using System.IO.Compression;

namespace Siaran.Serving;

/// <summary>Compresses whole documents. The same bytes always give the same bytes.</summary>
internal static class Compression
{
    /// <summary>Of Brotli's 0–11: 9 makes feeds of fifty news texts 1 % smaller at twice the time, 11 makes them 9 % smaller at twelve times.</summary>
    private const int BrotliQuality = 6;

    public static byte[] Gzip(byte[] content) =>
        Through(content, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Brotli(byte[] content) =>
        Through(content, stream => new BrotliStream(stream, new BrotliCompressionOptions { Quality = BrotliQuality }, leaveOpen: true));

    private static byte[] Through(byte[] content, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream(content.Length / 3);
        using (var compressor = open(target))
        {
            compressor.Write(content);
        }

        return target.ToArray();
    }
}
