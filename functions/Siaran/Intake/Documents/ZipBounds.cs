using System.IO.Compression;
using System.Xml;

namespace Siaran.Intake.Documents;

/// <summary>
/// Looks through a zipped document before anything else reads it: so many parts, so much XML and text, so many elements, so deep, no
/// document types
/// and so no entities. What passes cannot grow much larger than it is.
/// </summary>
internal static class ZipBounds
{
    public const int MostParts = 2_000;
    public const int MostBytes = 8 * 1024 * 1024;
    public const int MostElements = 100_000;
    public const int MostCharacters = 500_000;
    public const int MostDepth = 120;

    /// <summary>Bytes of one picture, unpacked.</summary>
    public const int MostInPicture = 16 * 1024 * 1024;

    public static XmlReaderSettings Settings { get; } =
        new()
        {
            // Entities of entities grow without bound (the "billion laughs"), and external ones read
            // files of this machine (XXE).
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

    /// <exception cref="TooComplexException">It is beyond the bounds.</exception>
    /// <exception cref="XmlException">A part is not well formed, or declares a document type.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes)
    {
        using var archive = Open(bytes);
        if (archive.Entries.Count > MostParts)
        {
            throw new TooComplexException();
        }

        var (left, elements, characters) = ((long)MostBytes, 0, 0);
        foreach (var entry in archive.Entries.Where(IsXml))
        {
            using var part = new BoundedStream(entry.Open(), left);
            using var reader = XmlReader.Create(part, Settings);
            while (reader.Read())
            {
                elements += reader.NodeType is XmlNodeType.Element ? 1 : 0;
                characters += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Length : 0;
                if (reader.Depth > MostDepth || elements > MostElements || characters > MostCharacters)
                {
                    throw new TooComplexException();
                }
            }

            left = part.Left;
        }
    }

    public static ZipArchive Open(ReadOnlyMemory<byte> bytes) => new(Stream(bytes), ZipArchiveMode.Read);

    /// <summary>The bytes as a stream that cannot be written.</summary>
    public static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>All bytes of a part that is no XML.</summary>
    /// <exception cref="TooComplexException">There are too many.</exception>
    public static byte[] Bytes(Stream part)
    {
        using var bounded = new BoundedStream(part, MostInPicture);
        using var bytes = new MemoryStream();
        bounded.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        Path.GetExtension(entry.FullName) is { } extension
        && (extension.Equals(".xml", StringComparison.OrdinalIgnoreCase) || extension.Equals(".rels", StringComparison.OrdinalIgnoreCase));
}

/// <summary>A document is too large, too deep or too odd to be a release.</summary>
internal sealed class TooComplexException : Exception;

/// <summary>Reads no more than so many bytes, whatever the archive claims.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    public long Left { get; private set; } = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Left -= read;
        return Left >= 0 ? read : throw new TooComplexException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
