using System.Security.Cryptography;
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

        if (parts.Find(part => part.IsField) is { } field)
        {
            findings.Add(Findings.FormField(field.Name));
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

        var files = parts.FindAll(part => part != document);
        foreach (var file in files)
        {
            enclosed.Add(file.Name, file.Bytes, null, isOptional: false);
        }

        var said = files.SelectMany(file => EnclosedWords.In(file.Name, file.Bytes).Concat(HoldNames.Find(file.Name))).ToList();
        var folder = upload.Name[..(upload.Name.LastIndexOf('/') + 1)];
        return upload with
        {
            Name = folder + document.Name.Split('/', '\\')[^1],
            ContentType = document.ContentType,
            Bytes = document.Bytes,
            Said = said.FindAll(line => !EnclosedWords.IsOfDraft(line)),
            Names =
            [
                .. files.Select(file => file.Name).Where(name => HoldNames.Find(name) is [var of, ..] && !EnclosedWords.IsOfDraft(of)),
            ],
            MayWait = said.FindAll(EnclosedWords.IsOfDraft),
        };
    }

    /// <summary>A document and the pictures of its folder as one upload: the same files give the same bytes.</summary>
    public static UploadedDocument Of(UploadedDocument document, IReadOnlyList<UploadedDocument> pictures)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        UploadedDocument[] files = [document, .. pictures];
        foreach (var file in files)
        {
            hash.AppendData(SHA256.HashData(file.Bytes.Span));
        }

        // By what it holds, so that no file can hold it by chance.
        var boundary = "siaran-folder-" + Convert.ToHexStringLower(hash.GetHashAndReset())[..40];
        using var form = new Multipart("form-data") { Boundary = boundary };
        foreach (var file in files)
        {
            form.Add(PartOf(file));
        }

        using var written = new MemoryStream();
        // A file may end in half of a line end, which is kept only where the line that follows it begins with a whole one (RFC 2046
        // §5.1.1).
        var options = new FormatOptions { NewLineFormat = NewLineFormat.Dos };
        form.WriteTo(options, written, contentOnly: true);
        return document with { ContentType = $"{MediaType}; boundary={boundary}", Bytes = written.ToArray() };
    }

    /// <summary>The pictures of an original that was sent as a form; none where it was none, whatever it looks like.</summary>
    public static IReadOnlyList<UploadedDocument> PicturesOf(UploadedDocument original) =>
        IsWhat(original)
            ?
            [
                .. (Parts(original) ?? [])
                    .Where(part => !part.IsField && PictureFile.MediaTypeOf(part.Bytes) is not null)
                    .Select(part => new UploadedDocument(part.Name, part.ContentType, part.Bytes)),
            ]
            : [];

    private static MimePart PartOf(UploadedDocument file)
    {
        var type = ContentType.TryParse(file.ContentType ?? "", out var stated) ? stated : new ContentType("application", "octet-stream");
        return new MimePart(type)
        {
            Content = new MimeContent(Documents.ZipBounds.Stream(file.Bytes), ContentEncoding.Binary),
            ContentTransferEncoding = ContentEncoding.Binary,
            ContentDisposition = new ContentDisposition("form-data") { FileName = file.Name.Split('/')[^1] },
        };
    }

    /// <summary>The bytes of a part; null where it is another multipart or a message.</summary>
    public static byte[]? BytesOf(MimeEntity entity)
    {
        if (entity is not MimePart { Content: { } content })
        {
            return null;
        }

        // No larger than its encoded form, so that the buffer is not copied while it grows.
        using var decoded = new MemoryStream((int)Math.Min(content.Stream?.Length ?? 0, int.MaxValue / 2));
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
                let file = part.ContentDisposition?.FileName ?? part.ContentType.Name
                let isField = string.IsNullOrEmpty(file)
                let bytes = BytesOf(part)
                where bytes is not null && !(isField && bytes.All(one => char.IsWhiteSpace((char)one)))
                select new SentFile(
                    isField ? part.ContentDisposition?.Parameters["name"] ?? "" : file,
                    part.Headers[HeaderId.ContentType],
                    bytes,
                    isField
                ),
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

    /// <param name="Name">Of the file, or of the field.</param>
    /// <param name="ContentType">As it was sent.</param>
    /// <param name="Bytes">What is in it.</param>
    /// <param name="IsField">Whether it is a field of the form and no file.</param>
    private sealed record SentFile(string Name, string? ContentType, byte[] Bytes, bool IsField);
}
