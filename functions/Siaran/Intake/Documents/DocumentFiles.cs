namespace Siaran.Intake.Documents;

/// <summary>Tells documents of office programs by their content.</summary>
internal static class DocumentFiles
{
    /// <summary>The format, or null where the upload is text or a file that is not taken.</summary>
    public static UploadFormat? FormatOf(UploadedDocument upload) =>
        upload.Bytes.Span.StartsWith("PK\x03\x04"u8) ? Zipped(upload.Bytes)
        : Path.GetExtension(upload.Name).Equals(".docx", StringComparison.OrdinalIgnoreCase) && FileSignature.Of(upload.Bytes.Span) is null
            ? UploadFormat.Word
        : null;

    /// <summary>As editors know it.</summary>
    public static string NameOf(UploadFormat format) =>
        format switch
        {
            UploadFormat.Word => "Word (.docx)",
            UploadFormat.OpenDocument => "OpenDocument (.odt)",
            UploadFormat.Pdf => "PDF (.pdf)",
            _ => "e-mail (.eml)",
        };

    private static UploadFormat? Zipped(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var archive = ZipBounds.Open(bytes);
            return archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
                ? UploadFormat.Word
                : null;
        }
        catch (InvalidDataException)
        {
            // Cut short on its way: what it was meant to be, its first bytes tell.
            return FileSignature.Of(bytes.Span) is "Word (.docx)" ? UploadFormat.Word : null;
        }
    }
}
