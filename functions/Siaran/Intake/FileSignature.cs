using System.Text;

namespace Siaran.Intake;

/// <summary>Tells files that are no text by how they begin.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, string Kind)[] Known =
    [
        ("%PDF-"u8.ToArray(), "PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0], "Word, Excel, PowerPoint 97–2003 (.doc, .xls, .ppt)"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("GIF8"u8.ToArray(), "GIF"),
        ("II*\0"u8.ToArray(), "TIFF"),
        ("MM\0*"u8.ToArray(), "TIFF"),
        ([0x1F, 0x8B], "gzip"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7-Zip"),
        ("Rar!"u8.ToArray(), "RAR"),
        ("ID3"u8.ToArray(), "MP3"),
        ("OggS"u8.ToArray(), "Ogg"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "ELF"),
        ([(byte)'M', (byte)'Z', 0x90], "EXE"),
    ];

    /// <summary>The kind of file, or null where it may be text.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in Known)
        {
            if (bytes.StartsWith(start))
            {
                return kind;
            }
        }

        return bytes.StartsWith("PK\x03\x04"u8) ? Zipped(bytes)
            : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "WebP"
            : bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8) ? "HEIC/MP4"
            : IsMhtml(bytes) ? "MHTML (.mht)"
            : null;
    }

    private static string Zipped(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 65536)];
        return head.IndexOf("word/"u8) >= 0 ? "Word (.docx)"
            : head.IndexOf("xl/"u8) >= 0 ? "Excel (.xlsx)"
            : head.IndexOf("ppt/"u8) >= 0 ? "PowerPoint (.pptx)"
            : head.IndexOf("opendocument.text"u8) >= 0 ? "OpenDocument (.odt)"
            : head.IndexOf("[Content_Types].xml"u8) >= 0 ? "Office"
            : "ZIP";
    }

    private static bool IsMhtml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        return ("\n" + head).Contains("\nMIME-Version:", StringComparison.OrdinalIgnoreCase)
            && head.Contains("multipart/related", StringComparison.OrdinalIgnoreCase);
    }
}
