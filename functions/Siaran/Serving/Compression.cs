using System.IO.Compression;

namespace Siaran.Serving;

/// <summary>Compresses whole documents. The same bytes always give the same bytes.</summary>
internal static class Compression
{
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
