using System.IO.Compression;

namespace Siaran.Serving;

/// <summary>Compresses whole documents. The same bytes always give the same bytes.</summary>
internal static class Compression
{
    // .NET's gzip header has no time in it, so equal documents give equal bytes, and a strong ETag for
    // the compressed form is true.
    public static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream(content.Length / 3);
        using (var compressor = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            compressor.Write(content);
        }

        return target.ToArray();
    }
}
