using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Takes away what site generators write into Markdown and CommonMark would read as text.</summary>
internal static class MarkdownDialects
{
    private const string Indent = "    ";

    private const RegexOptions Options = RegexOptions.ExplicitCapture;

    /// <summary>
    /// Attributes (<c>{: .lead}</c> of kramdown, <c>{#id}</c> and <c>{.class}</c> of Pandoc) and tags of templates (Liquid, Hugo).
    /// </summary>
    private static readonly GuardedRegex Marks = new(
        @"\{[:#.][^{}\n]{0,200}\}[ \t]*|\{\{[<%][^{}]{0,400}[%>]\}\}|\{%[^{}]{0,400}%\}",
        Options
    );

    /// <summary>Attributes with a value behind a picture or link (Pandoc): <c>![a](b.jpg){width=50%}</c>.</summary>
    private static readonly GuardedRegex Values = new(@"\)\{ ?[A-Za-z][A-Za-z0-9-]{0,30}=[^{}\n]{1,200}\}", Options);

    /// <summary>Fences of containers, and where a table of contents would be.</summary>
    private static readonly GuardedRegex Fence = new(@"^(:{3,}.{0,80}|\[(\[_?TOC_?\]|TOC)\][ \t]*)$", Options);

    /// <summary>What opens a note whose text is indented below it (Python-Markdown).</summary>
    private static readonly GuardedRegex Note = new(@"^(!!!|\?\?\?\+?) ?\w.{0,80}$", Options);

    /// <summary>What opens a quotation that is a note (GitHub): <c>&gt; [!NOTE]</c>.</summary>
    private static readonly GuardedRegex Alert = new(@"^(?<quote>[> ]{1,8})\[![A-Za-z]{1,12}\][ \t]*$", Options);

    public static string Drop(string text)
    {
        var (lines, isInNote) = (Marks.Replace(Values.Replace(text, ")"), "").Split('\n'), false);
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (Note.IsMatch(line))
            {
                (lines[at], isInNote) = ("", true);
            }
            else if (isInNote && line.StartsWith(Indent, StringComparison.Ordinal))
            {
                lines[at] = line[Indent.Length..];
            }
            else
            {
                isInNote &= string.IsNullOrWhiteSpace(line);
                lines[at] =
                    Fence.IsMatch(line) ? ""
                    : Alert.Match(line) is { Success: true } alert ? alert.Groups["quote"].Value
                    : line;
            }
        }

        return string.Join('\n', lines);
    }
}
