using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>A document split into front matter and text.</summary>
/// <param name="Yaml">Between the fences, or null where there is none.</param>
/// <param name="YamlLine">The line of the file that <paramref name="Yaml"/> begins in, from 1.</param>
/// <param name="Text">What follows.</param>
/// <param name="TextLine">The line of the file that <paramref name="Text"/> begins in.</param>
/// <param name="Flaw">What is wrong with the fences, or null.</param>
internal sealed record FrontMatterSection(string? Yaml, int YamlLine, string Text, int TextLine, Finding? Flaw)
{
    private const int MaxLines = 2000;

    private static readonly char[] Marks = [':', '+', '%', '@', '<', '.', '"'];

    private static readonly char[] Ends = [':', '=', '>', '：'];

    private static readonly GuardedRegex KeyLine = new(@"^\s*[\p{L}_][\p{L}\p{N}_-]{0,40}\s*:(\s|$)");

    private static readonly GuardedRegex LeadingComment = new(
        @"^\s*(<!doctype[^>]{0,200}>)?\s*<!--\s*---[ \t]*\n",
        RegexOptions.IgnoreCase
    );

    /// <summary>Parts text whose lines end in <c>\n</c>. In HTML the front matter may also stand in the first comment.</summary>
    public static FrontMatterSection Part(string text, UploadFormat format)
    {
        if (format is UploadFormat.Html && LeadingComment.Match(text) is { Success: true } opening)
        {
            var close = text.IndexOf("-->", opening.Length, StringComparison.Ordinal);
            var inside = close < 0 ? "" : text[opening.Length..close].TrimEnd();
            var line = 1 + text.AsSpan(0, opening.Length).Count('\n');
            return close < 0 || !(inside.EndsWith("\n---", StringComparison.Ordinal) || inside is "---")
                ? new(null, 1, text, 1, Findings.FrontMatterUnclosed(line - 1))
                : new(inside[..^3], line, text[(close + 3)..], 1 + text.AsSpan(0, close).Count('\n'), null);
        }

        var section = PartFences(text);
        return section is { Yaml: null, Flaw: null } && format is not UploadFormat.Html ? section with { Flaw = Dress(text) } : section;
    }

    /// <summary>What is wrong where the first lines are front matter in another dress: other fences, none, TOML.</summary>
    private static Finding? Dress(string text)
    {
        var lines = text.Split('\n', 40)
            .Select((written, at) => (Text: written.Trim(), Line: at + 1))
            .Where(l => l.Text.Length is > 0 and <= 200)
            .Take(2)
            .ToArray();
        if (lines.Length < 2)
        {
            return null;
        }

        var (first, second) = (lines[0], lines[1]);
        var isFence =
            first.Text.All(c => Characters.IsDash(c) || c is '+' or '=' or '_' or '~' or '`' or '*')
            || (first.Text[0] is '`' or '~' && first.Text.Length <= 20 && first.Text.StartsWith("```", StringComparison.Ordinal));
        return isFence && (IsKey(second.Text) || first.Text.StartsWith("+++", StringComparison.Ordinal))
                ? Findings.FrontMatterDress(second.Line, second.Text)
            : IsKey(first.Text) || IsBlock(first.Text, second.Text) ? Findings.FrontMatterDress(first.Line, first.Text)
            : null;
    }

    /// <summary>Whether a line is a key, in whatever marks: <c>:publishAt:</c>, <c>#+PUBLISHAT:</c>, <c>&lt;publishAt&gt;</c>.</summary>
    private static bool IsKey(string line)
    {
        var bare = (line.StartsWith("#+", StringComparison.Ordinal) ? line[1..] : line).TrimStart(Marks).TrimStart();
        var end = bare.IndexOfAny(Ends);
        var key = end > 0 ? bare[..end].Trim(' ', '"', '*') : "";
        // Where an element of a title is, a page or a text may begin.
        return line[0] == '<' ? HoldKeys.AreOf(key) : FrontMatter.Keys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Pandoc's title block: title, authors and date in lines that begin with a per cent sign.</summary>
    private static bool IsBlock(string first, string second) => first is ['%', ' ', ..] && second is ['%'] or ['%', ' ', ..];

    private static FrontMatterSection PartFences(string text)
    {
        var none = new FrontMatterSection(null, 1, text, 1, null);
        var (at, line) = (0, 0);
        var (openedAt, openedLine, sawKey) = (-1, 0, false);
        while (at < text.Length && line < MaxLines)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var content = text.AsSpan(at, Math.Min(end - at, 200)).TrimEnd();
            var next = Math.Min(end + 1, text.Length);
            line++;
            if (openedAt < 0)
            {
                if (content.Trim().Length > 0 && content is not "---")
                {
                    return none;
                }

                (openedAt, openedLine) = content is "---" ? (next, line) : (openedAt, openedLine);
            }
            else if (content is "---" or "...")
            {
                return sawKey ? new(text[openedAt..at], openedLine + 1, text[next..], line + 1, null) : none;
            }
            else if (!sawKey && content.Trim().Length > 0 && content.TrimStart()[0] != '#')
            {
                if (!KeyLine.IsMatch(content))
                {
                    return none;
                }

                sawKey = true;
            }

            at = next;
        }

        return sawKey ? none with { Flaw = Findings.FrontMatterUnclosed(openedLine) } : none;
    }
}
