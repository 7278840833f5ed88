using System.Net;
using System.Text;
using MimeKit;

namespace Siaran.Intake.Attachments;

/// <summary>The text of a mail, of all its parts that are shown one below the other, and the files that came with it.</summary>
internal sealed class MailBody
{
    private const int HeadlineWithin = 6;
    private const int ShortestSubject = 12;
    private const int MostDepth = 30;

    /// <summary>A part in HTML is read where the text next to it says less than a share of it.</summary>
    private const int LeastShare = 2;

    private readonly List<TextPart> texts = [];
    private readonly List<TextPart> others = [];
    private readonly List<MimeEntity> files = [];
    private MailHtml? page;

    private MailBody(MimeEntity? root) => Gather(root, texts, 0);

    private bool IsHtml => texts.Exists(part => part.IsHtml);

    private MailHtml? Page => page ??= MailHtml.Parse(string.Concat(texts.Select(AsHtml)));

    /// <summary>Whether its HTML has more elements, or deeper ones, than a release has.</summary>
    public bool IsTooComplex => IsHtml && Page is null;

    /// <summary>Whatever is no text to be shown in the mail itself.</summary>
    public IReadOnlyList<MimeEntity> Files => files;

    /// <summary>How many bytes its texts have as they were sent.</summary>
    public long Length => texts.Concat(others).Sum(LengthOf);

    public static MailBody Of(MimeMessage message) => new(message.Body);

    /// <summary>All lines that a reader of the mail could see above the signature and may be asked, in whichever of its dresses.</summary>
    public IEnumerable<string> Said() => texts.Concat(others).SelectMany(part => MailText.Said(LinesOf(part)));

    /// <summary>The release's text, and what it is written in.</summary>
    /// <param name="subject">Put above the text where that does not begin with it.</param>
    /// <param name="addresses">Of sender and receivers.</param>
    /// <param name="cut">What is left out goes here.</param>
    /// <returns>Null where nothing is left.</returns>
    public MailRelease? Release(string subject, IEnumerable<string> addresses, List<string> cut)
    {
        // A form of the same text that shows how it is marked comes last (RFC 2046 §5.1.4).
        var known = new HashSet<string>(addresses, StringComparer.OrdinalIgnoreCase);
        var headline = MailText.WithoutPrefix(subject);
        if (IsHtml)
        {
            if (Page is not { } page)
            {
                return null;
            }

            var kept = MailText.Kept(page.Lines, known, cut);
            List<string> written = [.. page.Lines.Where((_, at) => kept[at])];
            var html = page.Html(kept, known);
            return written.Count == 0
                ? null
                : new(written, NeedsHeadline(written, headline) ? $"<h1>{WebUtility.HtmlEncode(headline)}</h1>\n{html}" : html, true);
        }

        List<string> lines = [.. texts.SelectMany((part, at) => at == 0 ? LinesOf(part) : LinesOf(part).Prepend(""))];
        var isKept = MailText.Kept(lines, known, cut);
        List<string> left = [.. lines.Where((_, at) => isKept[at]).Select(line => MailText.Without(known, line))];
        return left.TrueForAll(string.IsNullOrWhiteSpace)
            ? null
            : new(left, string.Join('\n', NeedsHeadline(left, headline) ? [headline, "", .. left] : left), false);
    }

    private static bool NeedsHeadline(List<string> lines, string headline) =>
        headline.Length >= ShortestSubject
        && !lines.Where(line => !string.IsNullOrWhiteSpace(line)).Take(HeadlineWithin).Any(line => IsSame(line, headline));

    private static bool IsSame(string line, string headline) =>
        Characters.Fold(line).Trim('*', '#', ' ').Equals(Characters.Fold(headline), StringComparison.OrdinalIgnoreCase);

    private void Gather(MimeEntity? entity, List<TextPart> to, int depth)
    {
        if (entity is MultipartAlternative alternatives && depth < MostDepth)
        {
            Choose(alternatives, to, depth);
        }
        else if (entity is Multipart parts && depth < MostDepth)
        {
            foreach (var part in parts)
            {
                Gather(part, to, depth + 1);
            }
        }
        else if (entity is TextPart { IsAttachment: false } text && (text.IsHtml || text.IsPlain) && NameOf(text).Length == 0)
        {
            to.Add(text);
        }
        else if (entity is not null)
        {
            files.Add(entity);
        }
    }

    /// <summary>Of several forms of one text: the HTML where it says more than the plain text, else that.</summary>
    private void Choose(MultipartAlternative alternatives, List<TextPart> to, int depth)
    {
        var forms = new List<List<TextPart>>();
        foreach (var part in alternatives)
        {
            var form = new List<TextPart>();
            Gather(part, form, depth + 1);
            if (form.Count > 0)
            {
                forms.Add(form);
            }
        }

        var plain = forms.FindLast(form => form.TrueForAll(part => part.IsPlain));
        var html = forms.FindLast(form => form.Exists(part => part.IsHtml));
        var chosen = html is null || (plain is not null && !SaysMore(html, plain)) ? plain : html;
        to.AddRange(chosen ?? []);
        others.AddRange(forms.Where(form => form != chosen).SelectMany(form => form));
    }

    private static bool SaysMore(List<TextPart> html, List<TextPart> plain) =>
        LengthOf(html) <= MailFile.MostInText
        && MailHtml.Parse(string.Concat(html.Select(AsHtml))) is { } page
        && (page.IsMarked || plain.SelectMany(LinesOf).Sum(line => line.Trim().Length) * LeastShare < page.Length);

    private static IReadOnlyList<string> LinesOf(TextPart part) =>
        LengthOf(part) > MailFile.MostInText ? []
        : part.IsHtml ? MailHtml.Parse(part.Text ?? "")?.Lines ?? []
        : (part.Text ?? "").ReplaceLineEndings("\n").Split('\n');

    private static string AsHtml(TextPart part) =>
        part.IsHtml
            ? $"<div>{part.Text}</div>"
            : string.Concat(
                (part.Text ?? "")
                    .ReplaceLineEndings("\n")
                    .Split("\n\n")
                    .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")
            );

    private static long LengthOf(List<TextPart> parts) => parts.Sum(LengthOf);

    private static long LengthOf(TextPart part) => part.Content?.Stream?.Length ?? 0;

    /// <summary>What its sender calls a part; empty where it has no name.</summary>
    public static string NameOf(MimeEntity part) =>
        part.ContentDisposition?.FileName ?? part.ContentType.Name ?? (part as MessagePart)?.Message?.Subject ?? "";
}

/// <summary>What is left of a mail.</summary>
/// <param name="Lines">The release's lines as a reader sees them.</param>
/// <param name="Text">The document.</param>
/// <param name="IsHtml">Whether it is HTML; else it is plain text.</param>
internal sealed record MailRelease(IReadOnlyList<string> Lines, string Text, bool IsHtml)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);
}
