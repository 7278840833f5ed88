using DiffPlex;
using DiffPlex.Chunkers;

namespace Siaran.Pages;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that two versions share, or that only one of them has.</summary>
/// <param name="Kind">Which of them has it.</param>
/// <param name="Text">With the blanks that belong to it.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What differs between two texts, word by word.</summary>
public static class WordDiff
{
    /// <summary>Characters of both texts together; longer ones are compared by paragraphs, which costs far less.</summary>
    private const int LongestByWords = 200_000;

    /// <summary>In the order of the text; what was removed comes before what replaces it.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        IChunker chunker =
            before.Length + after.Length <= LongestByWords
                ? new DelimiterChunker([' ', '\n', '\t'])
                : LineEndingsPreservingChunker.Instance;
        var diff = new Differ().CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(parts, DiffKind.Same, diff.PiecesOld.Skip(at).Take(block.DeleteStartA - at));
            Add(parts, DiffKind.Removed, diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(parts, DiffKind.Added, diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(parts, DiffKind.Same, diff.PiecesOld.Skip(at));
        return parts;
    }

    /// <summary>
    /// Whether a number or what looks like a name changed, which is more than a slip of the pen: a word with a digit, or one that begins
    /// with a capital on both sides of the change or on one alone.
    /// </summary>
    public static bool ChangesFacts(IReadOnlyList<DiffPart> parts) =>
        parts
            .Where(part => part.Kind is not DiffKind.Same)
            .SelectMany(part => part.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Any(word => word.Any(char.IsDigit) || char.IsUpper(word.TrimStart('"', '“', '(')[..1] is [var first] ? first : ' '));

    private static void Add(List<DiffPart> parts, DiffKind kind, IEnumerable<string> pieces)
    {
        var text = string.Concat(pieces);
        if (text.Length > 0)
        {
            parts.Add(new DiffPart(kind, text));
        }
    }
}
