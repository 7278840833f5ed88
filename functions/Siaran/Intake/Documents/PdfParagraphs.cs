namespace Siaran.Intake.Documents;

/// <summary>Puts the lines of a PDF together to paragraphs and headings.</summary>
internal static class PdfParagraphs
{
    private const double Larger = 1.2;
    private const double Indent = 8;
    private const int LongestHeading = 250;

    /// <summary>The paragraphs and headings of a document.</summary>
    /// <param name="pages">Its pages.</param>
    /// <param name="addresses">Of its links.</param>
    public static IReadOnlyList<ConvertedBlock> Of(IReadOnlyList<PdfPage> pages, IReadOnlyList<string> addresses)
    {
        var lines = pages.SelectMany(page => page.Lines).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        // Most PDF have letters and their places, and no headings: the size of most letters is that of
        // the text, and what is larger is a heading.
        var body = lines.GroupBy(line => line.Size).MaxBy(same => same.Sum(line => line.Text.Length))!.Key;
        var largest = pages[0].Lines.Where(line => line.Text.Length > 1).Select(line => line.Size).DefaultIfEmpty(0).Max();
        var paragraphs = new List<(string Text, double Size)>();
        foreach (var block in pages.SelectMany(page => page.Blocks))
        {
            Append(block, paragraphs);
        }

        JoinInitials(paragraphs, body);
        return [.. paragraphs.Select(paragraph => Block(paragraph.Text, paragraph.Size, body, largest, addresses))];
    }

    /// <summary>Joins a line to the one before it.</summary>
    public static string Join(string before, string line)
    {
        if (!before.EndsWith('-') || line.Length == 0 || !char.IsLetter(line[0]))
        {
            return $"{before} {line}";
        }

        // Words that are said twice keep their hyphen: pulau-pulau, anak-anaknya. So do names and numbers.
        var first = before[(before.LastIndexOf(' ') + 1)..^1];
        var isTwice = first.Length > 1 && line.StartsWith(first, StringComparison.OrdinalIgnoreCase);
        return isTwice || char.IsUpper(line[0]) || !char.IsLetter(before.Length > 1 ? before[^2] : '-')
            ? before + line
            : before[..^1] + line;
    }

    /// <summary>Puts a large first letter, which is set as a line of its own, back to its word.</summary>
    private static void JoinInitials(List<(string Text, double Size)> paragraphs, double body)
    {
        for (var at = paragraphs.Count - 2; at >= 0; at--)
        {
            if (
                paragraphs[at] is { Text: [var letter] } initial
                && char.IsUpper(letter)
                && initial.Size >= body * Larger
                && char.IsLower(paragraphs[at + 1].Text[0])
            )
            {
                paragraphs[at] = (letter + paragraphs[at + 1].Text, paragraphs[at + 1].Size);
                paragraphs.RemoveAt(at + 1);
            }
        }
    }

    private static void Append(IReadOnlyList<PdfLine> block, List<(string Text, double Size)> paragraphs)
    {
        var (left, right) = (block.Min(line => line.Left), block.Max(line => line.Right));
        PdfLine? before = null;
        foreach (var line in block)
        {
            // Another size, an indent, or a short line that ends a sentence. A short line alone says
            // nothing: text that is not justified has them everywhere.
            var isNew = before is null
                ? !GoesOn(paragraphs, line)
                : Math.Abs(before.Size - line.Size) > 0.5
                    || (line.Left > left + Indent && before.Left <= left + Indent)
                    || (before.Right < right - (0.12 * (right - left)) && EndsSentence(before.Text));
            if (isNew)
            {
                paragraphs.Add((line.Marked, line.Size));
            }
            else
            {
                paragraphs[^1] = (Join(paragraphs[^1].Text, line.Marked), paragraphs[^1].Size);
            }

            before = line;
        }
    }

    /// <summary>A sentence that a column or page has cut goes on in the next.</summary>
    private static bool GoesOn(List<(string Text, double Size)> paragraphs, PdfLine line) =>
        paragraphs.Count > 0
        && Math.Abs(paragraphs[^1].Size - line.Size) < 0.5
        && !EndsSentence(PdfMarks.Strip(paragraphs[^1].Text))
        && char.IsLower(line.Text[0]);

    private static bool EndsSentence(string text) =>
        text[^1] is '.' or '!' or '?' or ':' or ';' or ')' || Characters.IsClosingQuote(text[^1]);

    private static ConvertedBlock Block(string text, double size, double body, double largest, IReadOnlyList<string> addresses)
    {
        var plain = PdfMarks.Strip(text);
        var isHeading = size >= body * Larger && plain.Length <= LongestHeading;
        var name =
            !isHeading ? "p"
            : size >= largest - 0.5 ? "h1"
            : "h2";
        return new($"<{name}>{PdfMarks.ToHtml(text, addresses)}</{name}>", plain, true);
    }
}
