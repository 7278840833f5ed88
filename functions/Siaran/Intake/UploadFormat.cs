using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>The kinds of document that are taken.</summary>
public enum UploadFormat
{
    Text,
    Markdown,
    Html,
    Word,
    OpenDocument,
    Pdf,
    Mail,
}

internal static class UploadFormats
{
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        ".html",
        ".htm",
        ".xhtml",
        ".md",
        ".markdown",
        ".mdown",
        ".txt",
        ".text",
    };

    /// <summary>Formats that are known by their content: the name only must not say something else.</summary>
    private static readonly Dictionary<string, string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".pdf"] = "application/pdf",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".eml"] = "message/rfc822",
    };

    // Storage calls content without a type octet-stream.
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "",
        "text/html",
        "application/xhtml+xml",
        "text/markdown",
        "text/x-markdown",
        "text/plain",
        "application/octet-stream",
        "binary/octet-stream",
    };

    private static readonly HashSet<string> SystemFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        "desktop.ini",
        "thumbs.db",
        "ehthumbs.db",
        "icon\r",
    };

    /// <summary>What follows the last point of a name may also be a number or a sentence.</summary>
    private static readonly GuardedRegex Extension = new(@"^\.([A-Za-z][A-Za-z0-9_~]{0,9}|[0-9]?[A-Za-z][A-Za-z0-9]{0,3})$");

    private static readonly GuardedRegex HtmlStart = new(
        @"^\s*<(!doctype|!--|html|head|body|article|section|main|div|h[1-6]|p|span|table|ul|ol|blockquote|figure|strong|b|em|a|img|meta)\b",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex MarkdownSign = new(
        @"^(#{1,6} \S|\s*[-*] \[[ x]\]|!\[)|\*\*\S|\]\(https?:",
        RegexOptions.Multiline
    );

    public static string Name(this UploadFormat format) =>
        format switch
        {
            UploadFormat.Markdown => "markdown",
            UploadFormat.Html => "html",
            UploadFormat.Word => "docx",
            UploadFormat.OpenDocument => "odt",
            UploadFormat.Pdf => "pdf",
            UploadFormat.Mail => "eml",
            _ => "text",
        };

    /// <summary>
    /// What the upload calls itself where files of its kind are not taken: its extension, its media type or the name of a system's own
    /// file; else null.
    /// </summary>
    public static string? RefusedKind(UploadedDocument upload)
    {
        var (file, extension, type) = (Path.GetFileName(upload.Name), Path.GetExtension(upload.Name), MediaType(upload));
        // What Finder (._), Word (~$) and Windows leave in a folder that is uploaded as a whole.
        return SystemFiles.Contains(file)
            || file.StartsWith("._", StringComparison.Ordinal)
            || file.StartsWith("~$", StringComparison.Ordinal)
            || (file.StartsWith('.') && !Taken.Contains(extension))
                ? file
            : Extension.IsMatch(extension) && !Taken.Contains(extension) && !Files.ContainsKey(extension) ? extension.ToLowerInvariant()
            : Types.Contains(type) || Files.ContainsValue(type) ? null
            : type;
    }

    private static string MediaType(UploadedDocument upload) => (upload.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>
    /// By media type, else by extension, else by how the text looks. <c>text/plain</c> gives way to an extension that says more, since it
    /// is what senders say of any text.
    /// </summary>
    public static UploadFormat Choose(UploadedDocument upload, string text)
    {
        var type = MediaType(upload);
        var byType = type switch
        {
            "text/html" or "application/xhtml+xml" => UploadFormat.Html,
            "text/markdown" or "text/x-markdown" => UploadFormat.Markdown,
            "text/plain" => UploadFormat.Text,
            _ => (UploadFormat?)null,
        };
        var byExtension = Path.GetExtension(upload.Name).ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" => UploadFormat.Html,
            ".md" or ".markdown" or ".mdown" => UploadFormat.Markdown,
            ".txt" or ".text" => UploadFormat.Text,
            _ => (UploadFormat?)null,
        };
        return byType is UploadFormat.Text or null ? byExtension ?? byType ?? Sniff(text) : byType.Value;
    }

    private static UploadFormat Sniff(string text)
    {
        var head = text.Length > 4096 ? text[..4096] : text;
        return HtmlStart.IsMatch(head) ? UploadFormat.Html
            : MarkdownSign.IsMatch(head) ? UploadFormat.Markdown
            : UploadFormat.Text;
    }
}
