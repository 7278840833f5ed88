using System.Net;
using System.Text;
using MimeKit;

namespace Siaran.Intake.Attachments;

/// <summary>
/// A mail (RFC 5322) whose text, or whose attached document, is a release. No address of its sender or receivers goes on.
/// </summary>
internal sealed class MailFile
{
    private const int MostDepth = 20;
    private const int MostParts = 200;

    private readonly MimeMessage message;
    private readonly IReadOnlySet<string> addresses;

    private MailFile(MimeMessage message) => (this.message, addresses) = (message, AddressesIn(message));

    public static bool IsWhat(UploadedDocument upload) =>
        Path.GetExtension(upload.Name).Equals(".eml", StringComparison.OrdinalIgnoreCase)
        || upload.ContentType?.TrimStart().StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase) == true;

    /// <returns>Null where the bytes are no mail.</returns>
    public static MailFile? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = Documents.ZipBounds.Stream(bytes);
            var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = MostDepth }, stream);
            // The parser takes nearly any bytes for a mail.
            var isMail = message.Headers.Contains(HeaderId.From) || message.Headers.Contains(HeaderId.Subject);
            return isMail && message.BodyParts.Take(MostParts + 1).Count() <= MostParts ? new MailFile(message) : null;
        }
        catch (Exception ex) when (ex is FormatException or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The document that is the release; the mail's pictures and PDF are added to those enclosed.</summary>
    /// <returns>Null with an error among the findings.</returns>
    public UploadedDocument? Open(UploadedDocument upload, EnclosedFiles enclosed, List<Finding> findings)
    {
        var documents = new List<UploadedDocument>();
        foreach (var part in message.Attachments)
        {
            var name = part.ContentDisposition?.FileName ?? part.ContentType.Name ?? "";
            var bytes = SeveralFiles.BytesOf(part);
            if (bytes is not null && Path.GetExtension(name).ToLowerInvariant() is ".docx" or ".odt" or ".md" or ".txt")
            {
                documents.Add(upload with { Name = NameOf(upload, Path.GetExtension(name)), ContentType = null, Bytes = bytes });
                findings.Add(Findings.MailAttachmentRead(name));
            }
            else
            {
                enclosed.Add(name, bytes, null, isOptional: true);
            }
        }

        if (documents.Count > 1)
        {
            findings.Add(Findings.NotOneDocument([.. documents.Select(one => one.Name)]));
            return null;
        }

        findings.Add(Findings.GuessedFromMail());
        var subject = MailText.WithoutPrefix(message.Subject ?? "");
        return (documents is [var attached] ? attached : Body(upload, findings)) is { } document
            ? document with
            {
                Names = [subject, .. message.Attachments.Select(part => part.ContentDisposition?.FileName ?? part.ContentType.Name ?? "")],
                // Also what is cut out of the text may say that the release must wait.
                Said = [subject, .. MailText.AboveSignature(string.Join('\n', message.TextBody, MailText.OfHtml(message.HtmlBody)))],
            }
            : null;
    }

    /// <summary>Whether a text holds an address of the mail.</summary>
    public bool IsNamedIn(string text) =>
        new[] { text, WebUtility.HtmlDecode(text), Uri.UnescapeDataString(text) }.Any(written =>
            addresses.Any(address => written.Contains(address, StringComparison.OrdinalIgnoreCase))
        );

    private UploadedDocument? Body(UploadedDocument upload, List<Finding> findings)
    {
        if ((message.TextBody ?? MailText.OfHtml(message.HtmlBody)) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            findings.Add(Findings.MailWithoutText());
            return null;
        }

        return upload with
        {
            Name = NameOf(upload, ".txt"),
            ContentType = "text/plain; charset=utf-8",
            Bytes = Encoding.UTF8.GetBytes(MailText.Clean(text, message.Subject ?? "", addresses)),
        };
    }

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
