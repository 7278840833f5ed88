using System.IO.Compression;

namespace Siaran.Intake.Documents;

/// <summary>Tells documents of office programs by their content.</summary>
internal static class DocumentFiles
{
    private const string Word = "Word (.docx)";
    private const string OpenDocument = "OpenDocument (.odt)";

    /// <summary>The format, or null where the upload is text or a file that is not taken.</summary>
    public static UploadFormat? FormatOf(UploadedDocument upload) =>
        upload.Bytes.Span.StartsWith("PK\x03\x04"u8) ? Zipped(upload)
        : upload.Bytes.Span.StartsWith("%PDF-"u8) ? UploadFormat.Pdf
        : FileSignature.Of(upload.Bytes.Span) is not null ? null
        : ByName(upload);

    /// <summary>What is called so but is not: the editor reads that it is damaged.</summary>
    private static UploadFormat? ByName(UploadedDocument upload) =>
        Path.GetExtension(upload.Name).ToLowerInvariant() switch
        {
            ".docx" => UploadFormat.Word,
            ".odt" => UploadFormat.OpenDocument,
            ".pdf" => UploadFormat.Pdf,
            _ => null,
        };

    /// <summary>As editors know it.</summary>
    public static string NameOf(UploadFormat format) =>
        format switch
        {
            UploadFormat.Word => Word,
            UploadFormat.OpenDocument => OpenDocument,
            UploadFormat.Pdf => "PDF (.pdf)",
            _ => "e-mail (.eml)",
        };

    /// <summary>Its first part says what it is (ISO/IEC 26300-3 §3.3).</summary>
    private static bool IsOpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { } entry)
        {
            return false;
        }

        var type = new byte[64];
        using var stream = entry.Open();
        return System.Text.Encoding.ASCII.GetString(type, 0, stream.ReadAtLeast(type, type.Length, throwOnEndOfStream: false)).Trim()
            is "application/vnd.oasis.opendocument.text";
    }

    private static UploadFormat? Zipped(UploadedDocument upload)
    {
        var bytes = upload.Bytes;
        try
        {
            using var archive = ZipBounds.Open(bytes);
            return archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? UploadFormat.Word
                : IsOpenDocument(archive) ? UploadFormat.OpenDocument
                : null;
        }
        catch (InvalidDataException)
        {
            // Cut short on its way: what it was meant to be, its first bytes or its name tell.
            return FileSignature.Of(bytes.Span) switch
            {
                Word => UploadFormat.Word,
                OpenDocument => UploadFormat.OpenDocument,
                _ => ByName(upload),
            };
        }
    }
}
