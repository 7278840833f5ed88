using MimeKit;

namespace Siaran.Intake.Attachments;

/// <summary>
/// An upload of several files, as a form sends them (RFC 7578): one document, and the pictures and PDF that belong to it.
/// </summary>
internal static class SeveralFiles
{
    public const string MediaType = "multipart/form-data";

    private const int MostParts = 100;

    public static bool IsWhat(UploadedDocument upload) =>
        upload.ContentType?.TrimStart().StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The document; the other files are added to those enclosed.</summary>
    /// <returns>Null with an error among the findings.</returns>
    public static UploadedDocument? Open(UploadedDocument upload, EnclosedFiles enclosed, List<Finding> findings)
    {
        if (Parts(upload) is not { } parts)
        {
            findings.Add(Findings.Damaged("multipart/form-data"));
            return null;
        }

        var texts = parts.Where(part => !IsAttachment(part)).ToList();
        // A PDF next to a text belongs to it; alone it is the release.
        var documents = texts.Count > 0 ? texts : parts.Where(IsPdf).ToList();
        if (documents is not [var document])
        {
            findings.Add(Findings.NotOneDocument([.. documents.Select(one => one.Name)]));
            return null;
        }

        foreach (var file in parts.Where(part => part != document))
        {
            enclosed.Add(file.Name, file.Bytes, null, isOptional: false);
        }

        var folder = upload.Name[..(upload.Name.LastIndexOf('/') + 1)];
        return upload with
        {
            Name = folder + document.Name.Split('/', '\\')[^1],
            ContentType = document.ContentType,
            Bytes = document.Bytes,
        };
    }

    /// <summary>The bytes of a part; null where it is another multipart or a message.</summary>
    public static byte[]? BytesOf(MimeEntity entity)
    {
        if (entity is not MimePart { Content: { } content })
        {
            return null;
        }

        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return decoded.ToArray();
    }

    private static List<SentFile>? Parts(UploadedDocument upload)
    {
        try
        {
            using var stream = Documents.ZipBounds.Stream(upload.Bytes);
            var options = new ParserOptions { MaxMimeDepth = 4 };
            if (
                !ContentType.TryParse(upload.ContentType, out var type)
                || MimeEntity.Load(options, type, stream) is not Multipart { Count: <= MostParts } form
            )
            {
                return null;
            }

            return
            [
                .. from part in form
                let name = part.ContentDisposition?.FileName ?? part.ContentType.Name
                where !string.IsNullOrEmpty(name)
                let bytes = BytesOf(part)
                where bytes is not null
                select new SentFile(name, part.Headers[HeaderId.ContentType], bytes),
            ];
        }
        catch (Exception ex) when (ex is FormatException or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsAttachment(SentFile part) =>
        IsPdf(part)
        || PictureFile.MediaTypeOf(part.Bytes) is not null
        || part.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsPdf(SentFile part) => part.Bytes.AsSpan().StartsWith("%PDF-"u8);

    private sealed record SentFile(string Name, string? ContentType, byte[] Bytes);
}
