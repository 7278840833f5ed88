using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Finds the notes of a Markdown text that nothing in it refers to, which no page shows.</summary>
internal static class MarkdownNotes
{
    private const int Most = 1_000;

    private static readonly GuardedRegex Note = new(
        @"^ {0,3}\[\^(?<label>[^\]\[\s]{1,60})\]:[ \t]*(?<text>[^\n]*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex Mark = new(@"\[\^(?<label>[^\]\[\s]{1,60})\](?<colon>:?)", RegexOptions.ExplicitCapture);

    /// <summary>Their texts, in order.</summary>
    /// <param name="text">As written: <c>[^1]: Angka sementara.</c></param>
    public static IReadOnlyList<string> Unused(string text)
    {
        if (!text.Contains("[^", StringComparison.Ordinal))
        {
            return [];
        }

        var notes = Note.Matches(text).Take(Most).ToList();
        var own = notes.Select(note => note.Index + note.Value.IndexOf('[', StringComparison.Ordinal)).ToHashSet();
        var used = Mark.Matches(text)
            .Where(mark => !own.Contains(mark.Index))
            .Select(mark => mark.Groups["label"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. notes.Where(note => !used.Contains(note.Groups["label"].Value)).Select(note => note.Groups["text"].Value.Trim())];
    }
}
