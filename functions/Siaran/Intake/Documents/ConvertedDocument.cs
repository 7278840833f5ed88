namespace Siaran.Intake.Documents;

/// <summary>Which text a document with tracked changes means.</summary>
internal enum TrackedReading
{
    /// <summary>As if every change were accepted.</summary>
    Final,

    /// <summary>As if every change were rejected.</summary>
    Original,
}

/// <summary>One block of a converted document.</summary>
/// <param name="Html">A whole element.</param>
/// <param name="Text">Its lines, each ended by <c>\n</c> but the last.</param>
/// <param name="IsParagraph">A paragraph or heading, so that its lines may be front matter.</param>
internal sealed record ConvertedBlock(string Html, string Text, bool IsParagraph)
{
    /// <summary>What is within the element.</summary>
    public string InnerHtml => Html[(Html.IndexOf('>', StringComparison.Ordinal) + 1)..Html.LastIndexOf('<')];
}

/// <summary>A document of an office's program, as HTML that passes the same rules as any other.</summary>
internal sealed record ConvertedDocument
{
    public required IReadOnlyList<ConvertedBlock> Blocks { get; init; }

    /// <summary>Footnotes and endnotes in the order of their marks, each as inline HTML; they follow the text.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The notes as a list; empty where there are none.</summary>
    public string NotesHtml =>
        Notes.Any(note => note.Length > 0) ? $"<ol>{string.Concat(Notes.Select(note => $"<li>{note}</li>"))}</ol>" : "";

    /// <summary>Lines that are no part of the text, but may say that it must wait: page headers, text boxes, hidden text.</summary>
    public IReadOnlyList<string> Aside { get; init; } = [];

    /// <summary>The lines of a PDF as they are printed, words that were cut at their ends included.</summary>
    public IReadOnlyList<string> Printed { get; init; } = [];

    /// <summary>What it says of itself in its properties, each as its value and as <c>name: value</c>.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Tracked changes and comments, as the editor sees them, in the order of the document.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The reading that the document itself asks for by its property <c>reading</c>.</summary>
    public TrackedReading? Reading { get; init; }

    /// <summary>What front matter may stand in: the lines of the paragraphs at the top.</summary>
    public string Opening => string.Join('\n', Blocks.TakeWhile(block => block.IsParagraph).Select(block => block.Text.Replace('\t', ' ')));

    /// <summary>Every line there is.</summary>
    public IReadOnlyList<string> Lines => [.. Aside, .. Printed, .. Blocks.SelectMany(block => block.Text.Split('\n'))];

    /// <summary>What is no line of the text, but may say that it must wait, wherever it is: properties and notes.</summary>
    public IReadOnlyList<string> Marks => [.. Properties, .. Notes.Select(note => System.Net.WebUtility.HtmlDecode(HoldWords.Plain(note)))];

    /// <summary>The HTML of what follows so many lines; null where these end within a paragraph.</summary>
    public string? HtmlAfter(int lines)
    {
        var at = 0;
        for (; lines > 0 && at < Blocks.Count; at++)
        {
            lines -= 1 + Blocks[at].Text.AsSpan().Count('\n');
        }

        return lines < 0 ? null : string.Concat(Blocks.Skip(at).Select(block => block.Html));
    }
}
