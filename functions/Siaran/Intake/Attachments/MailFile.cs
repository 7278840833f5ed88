using System.Buffers;
using System.Net;
using MimeKit;

namespace Siaran.Intake.Attachments;

/// <summary>
/// A mail (RFC 5322) whose text, or whose attached document, is a release. No address of its sender or receivers goes on.
/// </summary>
internal sealed class MailFile
{
    /// <summary>Bytes of the texts of a mail, as they were sent.</summary>
    public const int MostInText = 1024 * 1024;

    public const int MostDepth = 20;
    private const int MostParts = 200;
    private const int MostAddresses = 2_000;
    private const int LongestNote = 250;
    private const int LongestLetter = 800;

    private readonly MimeMessage message;
    private readonly IReadOnlySet<string> addresses;

    private MailFile(MimeMessage message) => (this.message, addresses) = (message, AddressesIn(message));

    public static bool IsWhat(UploadedDocument upload) =>
        Path.GetExtension(upload.Name).Equals(".eml", StringComparison.OrdinalIgnoreCase)
        || upload.ContentType?.TrimStart().StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase) == true;

    /// <returns>Null with an error among the findings.</returns>
    public static MailFile? Read(ReadOnlyMemory<byte> bytes, List<Finding> findings)
    {
        if (!MailBounds.AreKept(bytes.Span))
        {
            findings.Add(Findings.MailTooComplex());
            return null;
        }

        try
        {
            // Parts are read from the upload itself where they are asked for.
            var stream = Documents.ZipBounds.Stream(bytes);
            var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = MostDepth }, stream, persistent: true);
            // The parser takes nearly any bytes for a mail.
            var isMail = message.Headers.Contains(HeaderId.From) || message.Headers.Contains(HeaderId.Subject);
            if (isMail && message.BodyParts.Take(MostParts + 1).Count() <= MostParts)
            {
                var mail = new MailFile(message);
                if (mail.addresses.Count <= MostAddresses)
                {
                    return mail;
                }

                findings.Add(Findings.MailTooComplex());
                return null;
            }
        }
        catch (Exception ex) when (ex is FormatException or IOException or InvalidOperationException)
        {
            // As what is no mail.
        }

        findings.Add(Findings.Damaged(Documents.DocumentFiles.NameOf(UploadFormat.Mail)));
        return null;
    }

    /// <summary>The document that is the release; the mail's pictures and PDF are added to those enclosed.</summary>
    /// <returns>Null with an error among the findings.</returns>
    public UploadedDocument? Open(UploadedDocument upload, EnclosedFiles enclosed, List<Finding> findings)
    {
        var body = MailBody.Of(message);
        if (body.Length > MostInText)
        {
            findings.Add(Findings.TooLarge(body.Length, MostInText));
            return null;
        }

        var (documents, unread) = Files(upload, body, enclosed, findings);
        if (documents.Count > 1)
        {
            findings.Add(Findings.NotOneDocument([.. documents.Select(one => one.Name)]));
            return null;
        }

        findings.Add(Findings.GuessedFromMail());
        var subject = MailText.WithoutPrefix(message.Subject ?? "");
        return (documents is [var attached] ? attached : Body(upload, body, unread, findings)) is { } document
            ? document with
            {
                Names = [subject, .. body.Files.Select(MailBody.NameOf)],
                // Also what is cut out of the text may say that the release must wait.
                Said = [subject, .. EnclosedWords.In(message), .. body.Said()],
            }
            : null;
    }

    /// <summary>The attached documents that are read, and the names of those that may be the release and are not.</summary>
    private static (List<UploadedDocument> Documents, List<string> Unread) Files(
        UploadedDocument upload,
        MailBody body,
        EnclosedFiles enclosed,
        List<Finding> findings
    )
    {
        var (documents, unread) = (new List<UploadedDocument>(), new List<string>());
        foreach (var part in body.Files)
        {
            var (name, bytes) = (MailBody.NameOf(part), SeveralFiles.BytesOf(part));
            var extension = Path.GetExtension(name).ToLowerInvariant();
            if (bytes is not null && extension is ".docx" or ".odt" or ".md" or ".txt")
            {
                documents.Add(upload with { Name = NameOf(upload, extension), ContentType = null, Bytes = bytes });
                findings.Add(Findings.MailAttachmentRead(name));
            }
            else
            {
                if (enclosed.Add(NameFor(part, name), bytes, null, isOptional: true) is { } taken)
                {
                    enclosed.Identify(part.ContentId, taken);
                }

                if (bytes is null || MayBeText(extension) || bytes.AsSpan().StartsWith("%PDF-"u8))
                {
                    unread.Add(name);
                }
            }
        }

        return (documents, unread);
    }

    /// <summary>Whether a text holds an address of the mail.</summary>
    public bool IsNamedIn(string text)
    {
        // All at once: a text of many lines and a mail of many receivers are a long one.
        var sought = SearchValues.Create([.. addresses], StringComparison.OrdinalIgnoreCase);
        return new[] { text, WebUtility.HtmlDecode(text), Uri.UnescapeDataString(text) }.Any(written =>
            written.AsSpan().ContainsAny(sought)
        );
    }

    /// <param name="upload">The mail.</param>
    /// <param name="body">Its text.</param>
    /// <param name="unread">The names of attachments that may be the release and are not read.</param>
    /// <param name="findings">Where an error goes, and what is left out.</param>
    private UploadedDocument? Body(UploadedDocument upload, MailBody body, List<string> unread, List<Finding> findings)
    {
        if (body.IsTooComplex)
        {
            findings.Add(Findings.TooComplex());
            return null;
        }

        var cut = new List<string>();
        var release = body.Release(message.Subject ?? "", addresses, cut);
        if (unread.Count > 0 && (release is null || IsLetter(release.Lines)))
        {
            findings.Add(Findings.MailReleaseAttached(unread[0]));
            return null;
        }

        if (release is null)
        {
            findings.Add(Findings.MailWithoutText());
            return null;
        }

        if (cut.Count > 0)
        {
            findings.Add(Findings.MailLinesCut(cut.Count, MailText.WithoutAnyAddress(cut[0])));
        }

        return upload with
        {
            Name = NameOf(upload, release.IsHtml ? ".html" : ".txt"),
            ContentType = release.IsHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
            Bytes = release.Bytes,
        };
    }

    /// <summary>Whether a mail's lines are a letter that goes with what is attached, and no release.</summary>
    private bool IsLetter(IReadOnlyList<string> lines)
    {
        var own = lines.Where(line =>
            !line.Trim().Equals(MailText.WithoutPrefix(message.Subject ?? ""), StringComparison.OrdinalIgnoreCase)
        );
        var length = own.Sum(line => line.Length);
        return length <= LongestNote || (length <= LongestLetter && lines.Any(MailText.NamesAttachment));
    }

    /// <summary>A picture within a mail often has no name but its kind.</summary>
    private static string NameFor(MimeEntity part, string name) =>
        name.Length == 0 && part.ContentType.IsMimeType("image", "*") ? $"gambar.{part.ContentType.MediaSubtype}" : name;

    private static bool MayBeText(string extension) =>
        extension is ".pdf" or ".html" or ".htm" or ".mht" or ".doc" or ".docm" or ".rtf" or ".eml" or ".msg" or ".pages" or ".wps";

    private static string NameOf(UploadedDocument upload, string extension) => Path.ChangeExtension(upload.Name, extension);

    private static HashSet<string> AddressesIn(MimeMessage message)
    {
        InternetAddressList[] lists =
        [
            message.From,
            message.To,
            message.Cc,
            message.Bcc,
            message.ReplyTo,
            message.ResentFrom,
            message.ResentTo,
            message.ResentCc,
            message.ResentBcc,
            message.ResentReplyTo,
        ];
        var all = lists.SelectMany(list => list.Mailboxes).Append(message.Sender).Append(message.ResentSender);
        var stated = all.Where(mailbox => mailbox?.Address is { Length: > 3 }).Select(mailbox => mailbox!.Address);

        // What no parser took for an address may be one all the same.
        var raw = message.Headers.SelectMany(header => MailText.AddressesIn(header.Value));
        return stated.Concat(raw).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
