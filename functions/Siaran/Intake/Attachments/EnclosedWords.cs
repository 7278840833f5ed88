using System.Text;
using MimeKit;
using Siaran.Intake.Documents;

namespace Siaran.Intake.Attachments;

/// <summary>What files that come with a document say of waiting, which holds the document as its own words do.</summary>
internal static class EnclosedWords
{
    private const int LongestText = 500_000;
    private const int MostDepth = 4;
    private const int MostParts = 60;

    /// <summary>
    /// What a release may well enclose: <c>Rancangan Peraturan.pdf</c>. An editor decides whether it is the release that is unfinished.
    /// </summary>
    private static readonly GuardedRegex OfDraft = new(
        @"^\W*(dra(f|ft)|konsep|rancangan|naskah|belum final|not final|internal|terbatas|restricted|private)\b",
        System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.ExplicitCapture
    );

    /// <summary>Whether a notice says of the file that it is a draft, and nothing of when it may be seen.</summary>
    public static bool IsOfDraft(string notice) =>
        OfDraft.IsMatch(notice) && !notice.Contains("embarg", StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines at the start and the end of a file that say that it must wait, or when it is published.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="bytes">All of it; what cannot be read says nothing.</param>
    public static IReadOnlyList<string> In(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Waiting(Lines(name, bytes));
        }
        catch (Exception ex) when (ex is TooComplexException || DocumentSource.IsOfDamage(ex))
        {
            return [];
        }
    }

    /// <summary>
    /// What the parts of a mail say of waiting that are not read as the release: further texts, the same as HTML, mails that are
    /// forwarded in it, and files.
    /// </summary>
    public static IEnumerable<string> In(MimeMessage message, int depth = 0)
    {
        var heads = message.Headers.Where(header => header.Field.Contains("embarg", StringComparison.OrdinalIgnoreCase));
        return heads
            .Select(header => $"{header.Field.TrimStart('X', 'x', '-')}: {header.Value}")
            .Concat(message.BodyParts.Take(MostParts).SelectMany(part => In(part, depth)));
    }

    private static IEnumerable<string> In(MimeEntity part, int depth)
    {
        switch (part)
        {
            case MessagePart { Message: { } inner } when depth < MostDepth:
                return Waiting([inner.Subject ?? ""]).Concat(In(inner, depth + 1));
            case TextPart { FileName: null } text:
                var written = text.Text.Length > LongestText ? text.Text[..LongestText] : text.Text;
                return Waiting(text.IsHtml ? Html(written) : MailText.Said(written.ReplaceLineEndings("\n").Split('\n')));
            case MimePart { FileName: { } name }:
                return SeveralFiles.BytesOf(part) is { } bytes
                    ? HasExtension(name, ".eml")
                        ? OfMail(bytes, depth)
                        : In(name, bytes)
                    : [];
            default:
                return [];
        }
    }

    private static List<string> OfMail(byte[] bytes, int depth)
    {
        if (depth >= MostDepth)
        {
            return [];
        }

        try
        {
            using var stream = ZipBounds.Stream(bytes);
            var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = MailFile.MostDepth }, stream);
            return [.. Waiting([message.Subject ?? ""]).Concat(In(message, depth + 1))];
        }
        catch (Exception ex) when (ex is FormatException or IOException or InvalidOperationException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Waiting(IReadOnlyList<string> lines) =>
        [.. HoldNotice.Find(lines).Concat(StatedDate.Above(lines).Where(line => StatedDate.In(line) is not null))];

    private static IReadOnlyList<string> Lines(string name, ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("%PDF-"u8) ? PdfFormat.Opening(bytes)
        : HasExtension(name, ".docx") ? WordFormat.Read(bytes, null, new LeftOut())?.Lines ?? []
        : HasExtension(name, ".odt") ? OpenDocumentFormat.Read(bytes, null, new LeftOut())?.Lines ?? []
        : HasExtension(name, ".html") || HasExtension(name, ".htm") ? Html(Text(bytes))
        : HasExtension(name, ".txt") || HasExtension(name, ".md") ? Text(bytes).Split('\n')
        : [];

    private static IReadOnlyList<string> Html(string written) =>
        HtmlPage.Parse(written) is { Body: not null } page && DocumentLines.Read(page, null) is var read
            ? [.. MailText.Said([.. read.All]), .. read.Marks]
            : [];

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, LongestText)]);

    private static bool HasExtension(string name, string extension) =>
        name.TrimEnd().EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
