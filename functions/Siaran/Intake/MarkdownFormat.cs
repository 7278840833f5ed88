using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Siaran.Intake;

/// <summary>Markdown (CommonMark with tables, bare links, footnotes and struck text), read by way of HTML.</summary>
internal static class MarkdownFormat
{
    // Markdig needs time that grows with the square of some marks; no release has so many.
    private const int MostMarks = 10_000;
    private const int MostBrackets = 4_000;
    private const int MostLines = 20_000;
    private const int LeastSentences = 60;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseFootnotes()
        .UseAbbreviations()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked)
        .Build();

    /// <summary>The arrow from a footnote to its place in the text.</summary>
    private static readonly GuardedRegex BackLinks = new("""<a href="#fnref:[0-9]+" class="footnote-back-ref">[^<]{0,10}</a>""");

    private static readonly GuardedRegex HeaderLine = new(
        @"^[*_ \t]*(judul|title|headline|tajuk|penulis|author|oleh|editor|reporter|pewarta|sumber|source|tanggal|tgl\.?|date|waktu|tanggal (terbit|tayang|rilis)|pub ?date|kategori|category|label|rubrik|tags?|kata kunci|keywords?|foto|instansi|dinas|kontak|narahubung)[*_ \t]*:[*_]*[ \t]*\S.*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex ClosingStars = new(@"\n[ \t]*(?<stars>\*{3,5}|\* \* \*)\s*$");

    /// <summary>The HTML, or null where the text is too complex to be a release.</summary>
    public static string? ToHtml(string text)
    {
        if (
            text.AsSpan().Count('[') > MostBrackets
            || text.AsSpan().Count('\n') > MostLines
            || "*_`<>|!~=".Any(mark => text.AsSpan().Count(mark) > MostMarks)
        )
        {
            return null;
        }

        text = Shortcodes.ToHtml(Lists(SentenceLines(HeaderLines(MarkdownDialects.Drop(text)))));

        // Three stars at the end are a sign-off, not a line.
        if (ClosingStars.Match(text) is { Success: true } stars)
        {
            text = $"{text[..stars.Index]}\n\n\\*\\*\\*\n";
        }

        try
        {
            return BackLinks.Replace(Markdown.ToHtml(text, Pipeline), "");
        }
        catch (ArgumentException)
        {
            // How Markdig says that elements are nested too deeply.
            return null;
        }
    }

    /// <summary>
    /// Lists whose marks CommonMark does not know: by letters, by Roman figures, and numbers in parentheses. One such mark alone is a
    /// name's (<c>H. Ahmad</c>) and stays.
    /// </summary>
    private static string Lists(string text)
    {
        var (lines, made) = (text.Split('\n'), new List<string>());
        for (var at = 0; at < lines.Length; at++)
        {
            var list = WrittenList.At(lines, at, bullets: false);
            var end = at + (list?.Items.Count ?? 0);
            var isWhole = end == lines.Length || (end < lines.Length && string.IsNullOrWhiteSpace(lines[end]));
            // Only a mark of parentheses on both sides tells a list of numbers from CommonMark's own.
            if (list is null || !isWhole || (list.Type is '1' && !lines[at].TrimStart().StartsWith('(')))
            {
                // No part of such a run is a list either.
                end = Math.Max(end, at + 1);
                made.AddRange(lines[at..end]);
                at = end - 1;
                continue;
            }

            made.Add($"\n<ol{list.Attributes}>");
            made.AddRange(list.Items.Select(item => $"<li>\n\n{item}\n\n</li>"));
            made.Add("</ol>\n");
            at = end - 1;
        }

        return string.Join('\n', made);
    }

    /// <summary>
    /// The body that a text makes before anything in it is taken for a headline, a dateline or a sign-off; null where it is too complex.
    /// </summary>
    /// <param name="text">Without front matter.</param>
    /// <param name="baseAddress">Where relative addresses lead.</param>
    public static string? BodyOf(string text, Uri baseAddress) =>
        ToHtml(text) is { } html && HtmlPage.Parse(Shortcodes.ToHtml(html)) is { } page
            ? HtmlFormat.BodyOf(page, baseAddress).InnerHtml
            : null;

    /// <summary>
    /// Parts lines that are each a paragraph, as pasted text has them: all of a stretch are long, begin with a capital and end a sentence.
    /// CommonMark (§4.8) would make one paragraph of them.
    /// </summary>
    private static string SentenceLines(string text)
    {
        var lines = text.Split('\n');
        var parted = new List<string>(lines.Length);
        for (var at = 0; at < lines.Length; )
        {
            var end = at;
            while (end < lines.Length && IsSentences(lines[end]))
            {
                end++;
            }

            var isStretch =
                end - at > 1
                && (end == lines.Length || string.IsNullOrWhiteSpace(lines[end]))
                && (at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]));
            for (end = Math.Max(end, at + 1); at < end; at++)
            {
                parted.Add(lines[at]);
                if (isStretch && at + 1 < end)
                {
                    parted.Add("");
                }
            }
        }

        return string.Join('\n', parted);
    }

    /// <summary>Parts the lines above a text that each say a thing of it, such as its headline and its author.</summary>
    private static string HeaderLines(string text)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var end = first;
        while (end >= 0 && end < lines.Length && (HeaderLine.IsMatch(lines[end]) || StatedDate.In(lines[end]) is not null))
        {
            end++;
        }

        return end - first > 1 && (end == lines.Length || string.IsNullOrWhiteSpace(lines[end]))
            ? string.Join('\n', lines[..first].Append(string.Join("\n\n", lines[first..end])).Concat(lines[end..]))
            : text;
    }

    private static bool IsSentences(string line) =>
        line.Length >= LeastSentences
        && (char.IsUpper(line[0]) || Characters.IsOpeningQuote(line[0]))
        && line.TrimEnd() is [.., var last]
        && (last is '.' or '!' or '?' || Characters.IsClosingQuote(last))
        && !line.EndsWith("  ", StringComparison.Ordinal);
}
