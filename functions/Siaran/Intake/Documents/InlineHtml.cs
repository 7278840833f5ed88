using System.Text;

namespace Siaran.Intake.Documents;

/// <summary>How a run of text looks.</summary>
[Flags]
internal enum TextStyles
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Superscript = 4,
    Subscript = 8,
    Strikethrough = 16,
}

/// <summary>Writes text with its styles and links as inline HTML, and as plain text.</summary>
internal sealed class InlineHtml
{
    /// <summary>What the tag of a paragraph has where its style is that of captions.</summary>
    public const string CaptionMark = " class=\"caption\"";

    private static readonly (TextStyles Style, string Name)[] Elements =
    [
        (TextStyles.Bold, "strong"),
        (TextStyles.Italic, "em"),
        (TextStyles.Superscript, "sup"),
        (TextStyles.Subscript, "sub"),
        (TextStyles.Strikethrough, "s"),
    ];

    private readonly StringBuilder html = new();
    private readonly StringBuilder text = new();
    private TextStyles styles;
    private string? link;

    public bool IsEmpty => string.IsNullOrWhiteSpace(text.ToString());

    public string Text => text.ToString().Trim();

    public void Append(string written, TextStyles with, string? href)
    {
        // White space looks alike in every style; to part runs at it would split words' mark-up for nothing.
        var isSpace = string.IsNullOrWhiteSpace(written);
        Turn(isSpace ? styles & with : with, href);
        Escape(html, written);
        text.Append(written);
    }

    /// <summary>Whether what <see cref="Take"/> gave shows a picture: text in it is escaped, so only a picture reads so.</summary>
    public static bool HasPicture(string taken) => taken.Contains("<img src=", StringComparison.Ordinal);

    public void Picture(string source, string alt)
    {
        Turn(TextStyles.None, null);
        html.Append("<img src=\"");
        Escape(html, source);
        html.Append("\" alt=\"");
        Escape(html, alt);
        html.Append("\">");
    }

    public void Break()
    {
        Turn(TextStyles.None, null);
        html.Append("<br>");
        text.Append('\n');
    }

    /// <summary>The HTML; the writer is empty afterwards.</summary>
    public string Take()
    {
        Turn(TextStyles.None, null);
        var made = html.ToString();
        html.Clear();
        text.Clear();
        return made;
    }

    public static string Escaped(string written)
    {
        var escaped = new StringBuilder(written.Length);
        Escape(escaped, written);
        return escaped.ToString();
    }

    private void Turn(TextStyles to, string? href)
    {
        if (to == styles && href == link)
        {
            return;
        }

        // All are closed and opened again: in documents styles overlap as they like, while elements
        // must nest.
        foreach (var (style, name) in Elements.Reverse())
        {
            if (styles.HasFlag(style))
            {
                html.Append("</").Append(name).Append('>');
            }
        }

        if (href != link)
        {
            html.Append(link is null ? "" : "</a>");
            if (href is not null)
            {
                html.Append("<a href=\"");
                Escape(html, href);
                html.Append("\">");
            }
        }

        foreach (var (style, name) in Elements)
        {
            if (to.HasFlag(style))
            {
                html.Append('<').Append(name).Append('>');
            }
        }

        (styles, link) = (to, href);
    }

    private static void Escape(StringBuilder to, string written)
    {
        foreach (var c in written)
        {
            _ = c switch
            {
                '&' => to.Append("&amp;"),
                '<' => to.Append("&lt;"),
                '>' => to.Append("&gt;"),
                '"' => to.Append("&quot;"),
                _ => to.Append(c),
            };
        }
    }
}
