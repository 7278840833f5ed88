using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>The kinds of document that are taken.</summary>
public enum UploadFormat
{
    Text,
    Markdown,
    Html,
}

internal static class UploadFormats
{
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ".doc", ".docx", ".odt", ".rtf", ".pdf", ".xls", ".xlsx", ".ppt", ".pptx", ".csv", ".json", ".xml", ".zip", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mht", ".mhtml", ".eml",
    };

    private static readonly Regex HtmlStart = new(@"^\s*<(!doctype|!--|html|head|body|article|section|main|div|h[1-6]|p|span|table|ul|ol|blockquote|figure|strong|b|em|a|img|meta)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex MarkdownSign = new(@"^(#{1,6} \S|\s*[-*] \[[ x]\]|!\[)|\*\*\S|\]\(https?:", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    public static string Name(this UploadFormat format) => format switch
    {
        UploadFormat.Markdown => "markdown",
        UploadFormat.Html => "html",
        _ => "text",
    };

    /// <summary>The extension where files of its kind are never taken, else null.</summary>
    public static string? RefusedExtension(string name) => Refused.TryGetValue(Path.GetExtension(name), out var known) ? known : null;

    /// <summary>By media type, else by extension, else by how the text looks. <c>text/plain</c> gives way to an extension that says more, since it is what senders say of any text.</summary>
    public static UploadFormat Choose(UploadedDocument upload, string text)
    {
        var type = (upload.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
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
