using System.Text;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;

namespace Siaran.Evaluation.Tagging;

/// <summary>A sentence whose names people have marked.</summary>
/// <param name="Text">Its tokens separated by spaces.</param>
/// <param name="Tokens">As the set parts them.</param>
/// <param name="Labels">As <see cref="EntityModel.Labels"/> counts them.</param>
/// <param name="Style">Whose guide to annotation it follows.</param>
internal sealed record LabelledSentence(string Text, Token[] Tokens, byte[] Labels, EntityStyle Style)
{
    private const int LinesLookedAt = 2_000;

    private static readonly string[] Extensions = [".txt", ".tsv", ".conll", ".bio", ".iob"];
    private static readonly string[] WebKinds = ["-PERSON", "-PLACE", "-ORGANISATION"];

    /// <summary>All labelled files below <paramref name="folder"/>, by name.</summary>
    public static IEnumerable<string> FilesOf(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    /// <summary>Whose guide to annotation a file follows, recognised by how it names the kinds, whatever the file is called.</summary>
    public static EntityStyle StyleOf(string path) =>
        File.ReadLines(path, Encoding.UTF8)
            .Take(LinesLookedAt)
            .Any(line => WebKinds.Any(kind => line.TrimEnd().EndsWith(kind, StringComparison.OrdinalIgnoreCase)))
            ? EntityStyle.Web
            : EntityStyle.News;

    /// <summary>
    /// Reads a file of a token, perhaps its part of speech, and its IOB label on each line, sentences separated by empty lines.
    /// </summary>
    public static List<LabelledSentence> ReadFile(string path, EntityStyle style)
    {
        List<LabelledSentence> sentences = [];
        List<(string Word, string Label)> rows = [];
        foreach (var line in File.ReadLines(path, Encoding.UTF8).Append(""))
        {
            var cells = line.Trim('\r', ' ', '\uFEFF').Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length > 1)
            {
                rows.Add((cells[0], cells[^1]));
            }
            else if (rows.Count > 0)
            {
                sentences.Add(From(rows, style));
                rows.Clear();
            }
        }

        return sentences;
    }

    private static LabelledSentence From(List<(string Word, string Label)> rows, EntityStyle style)
    {
        var text = string.Join(' ', rows.Select(row => row.Word));
        var (tokens, labels, at, previous) = (new Token[rows.Count], new byte[rows.Count], 0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            tokens[i] = Tokenizer.Whole(text, at, rows[i].Word.Length);
            at += rows[i].Word.Length + 1;
            var kind = KindOf(rows[i].Label);
            var isInside =
                rows[i].Label.StartsWith("I-", StringComparison.Ordinal) && (previous == (2 * kind) + 1 || previous == (2 * kind) + 2);
            labels[i] = (byte)(previous = kind < 0 ? 0 : (2 * kind) + (isInside ? 2 : 1));
        }

        return new(text, tokens, labels, style);
    }

    private static int KindOf(string label) =>
        label.Length < 5
            ? -1
            : label[2..].ToUpperInvariant() switch
            {
                "PER" or "PERSON" => (int)EntityKind.Person,
                "LOC" or "PLACE" => (int)EntityKind.Place,
                "ORG" or "ORGANISATION" or "ORGANIZATION" => (int)EntityKind.Organisation,
                _ => -1,
            };
}
