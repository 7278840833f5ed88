using System.Net;
using System.Text;
using Siaran.Intake;

namespace Siaran.Pages;

/// <summary>Where each character of a text is in the HTML that shows it.</summary>
internal sealed class MappedText
{
    private const string ParagraphBreak = "\n\n";
    private const int LongestReference = 32;

    // By the text's characters: where their source begins and ends. White space between paragraphs has none, and both are then -1.
    private readonly List<int> begins = [];
    private readonly List<int> ends = [];

    private MappedText() { }

    /// <summary>Encoded text without elements, white space as it is.</summary>
    public static MappedText? OfLine(string html)
    {
        var mapped = new MappedText();
        for (var i = 0; i < html.Length; )
        {
            var (decoded, length) = Next(html, i);
            foreach (var _ in decoded)
            {
                mapped.Add(i, i + length);
            }

            i += length;
        }

        return mapped;
    }

    /// <summary>A body as intake makes it.</summary>
    /// <param name="html">Serialised HTML: every attribute quoted, every element closed.</param>
    /// <param name="paragraphs">What <see cref="BodyParagraphs"/> makes of it.</param>
    /// <returns>Null where the two do not fit: then the place of the text is unknown.</returns>
    // Releases that were stored when captions were part of the text still have them among their paragraphs.
    public static MappedText? OfBody(string html, IReadOnlyList<string> paragraphs) =>
        OfBody(html, paragraphs, withCaptions: false)
        ?? (html.Contains("<figcaption", StringComparison.Ordinal) ? OfBody(html, paragraphs, withCaptions: true) : null);

    private static MappedText? OfBody(string html, IReadOnlyList<string> paragraphs, bool withCaptions)
    {
        var (mapped, text) = (new MappedText(), new StringBuilder(html.Length));
        var (isNewParagraph, space) = (true, (Begin: -1, End: -1));
        for (var i = 0; i < html.Length; )
        {
            if (html[i] == '<')
            {
                var end = EndOfTag(html, i);
                if (end < 0)
                {
                    return null;
                }

                var name = NameOf(html, i);
                if (Markup.Blocks.Contains(name))
                {
                    (isNewParagraph, space) = (true, (-1, -1));
                }

                i = !withCaptions && name is "figcaption" && html[i + 1] != '/' ? EndOfCaption(html, end) : end;
                continue;
            }

            var (decoded, length) = Next(html, i);
            foreach (var c in decoded)
            {
                if (char.IsWhiteSpace(c))
                {
                    space = space.Begin < 0 ? (i, i + length) : space;
                    continue;
                }

                mapped.Separate(text, isNewParagraph, space.Begin, space.End);
                text.Append(c);
                mapped.Add(i, i + length);
                (isNewParagraph, space) = (false, (-1, -1));
            }

            i += length;
        }

        // Checked and not hoped for: in a body that was made otherwise the marks would be at wrong
        // words.
        return text.Equals(string.Join(ParagraphBreak, paragraphs)) ? mapped : null;
    }

    /// <summary>Where the end tag of the caption is whose text begins at <paramref name="at"/>: it may hold captions itself.</summary>
    private static int EndOfCaption(string html, int at)
    {
        for (var depth = 1; html.IndexOf("figcaption>", at, StringComparison.Ordinal) is >= 0 and var name; at = name + 1)
        {
            depth += html[name - 1] == '/' ? -1 : 1;
            if (depth == 0)
            {
                return name - 2;
            }
        }

        return html.Length;
    }

    /// <summary>Adds what is between the text so far and the next character: the end of a paragraph, a space, or nothing.</summary>
    private void Separate(StringBuilder text, bool isNewParagraph, int spaceBegin, int spaceEnd)
    {
        if (isNewParagraph && text.Length > 0)
        {
            text.Append(ParagraphBreak);
            Add(-1, -1);
            Add(-1, -1);
        }
        else if (!isNewParagraph && spaceBegin >= 0)
        {
            text.Append(' ');
            Add(spaceBegin, spaceEnd);
        }
    }

    /// <summary>
    /// The stretches of HTML without tags, in order, that show the characters from <paramref name="start"/> up to <paramref name="end"/>.
    /// </summary>
    public IEnumerable<(int From, int To)> Runs(int start, int end)
    {
        var (from, to) = (-1, -1);
        for (var i = start; i < end && i < begins.Count; i++)
        {
            var goesOn = from >= 0 && begins[i] >= 0 && (begins[i] == to || ends[i] == to);
            if (from >= 0 && !goesOn)
            {
                yield return (from, to);
            }

            (from, to) = goesOn ? (from, ends[i]) : (begins[i], ends[i]);
        }

        if (from >= 0)
        {
            yield return (from, to);
        }
    }

    private void Add(int begin, int end)
    {
        begins.Add(begin);
        ends.Add(end);
    }

    /// <summary>The character or character reference at <paramref name="at"/>, decoded, and the length of its source.</summary>
    private static (string Decoded, int Length) Next(string html, int at)
    {
        if (html[at] == '&' && html.IndexOf(';', at, Math.Min(LongestReference, html.Length - at)) is var end and > 0)
        {
            var source = html[at..(end + 1)];
            var decoded = WebUtility.HtmlDecode(source);
            if (decoded != source)
            {
                return (decoded, source.Length);
            }
        }

        return char.IsHighSurrogate(html[at]) && at + 1 < html.Length ? (html.Substring(at, 2), 2) : (html.Substring(at, 1), 1);
    }

    /// <summary>Just behind the tag that begins at <paramref name="at"/>; -1 where it has no end.</summary>
    private static int EndOfTag(string html, int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static string NameOf(string html, int at)
    {
        var start = html.AsSpan(at + 1).StartsWith("/") ? at + 2 : at + 1;
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        return html[start..end].ToLowerInvariant();
    }
}
