using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Siaran.Pages.Revisions;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>Words that follow each other and were all kept, all removed or all added.</summary>
public sealed record DiffRun(DiffKind Kind, string Text);

/// <summary>What changed between two texts, word by word (Myers' algorithm, by DiffPlex).</summary>
/// <remarks>
/// The algorithm takes time that grows with the length times the number of differences, so each comparison is bounded: where two texts
/// differ in more than can be compared, the whole of one is removed and the whole of the other added.
/// </remarks>
public sealed class WordDiff
{
    /// <summary>Pieces of both sides together that one comparison may have once what they begin and end with alike is set aside.</summary>
    private const int MostPieces = 2000;

    /// <summary>Steps that all comparisons of one instance may take together.</summary>
    private const long MostSteps = 12_000_000;

    /// <summary>A number stays one word with its points, commas and slashes: <c>1.420</c>, <c>9,3</c>, <c>2/2021</c>.</summary>
    private static readonly Regex Word = new(@"[\p{L}\p{M}\p{N}]+(?:[.,:/’'-][\p{L}\p{M}\p{N}]+)*|\s+|.", RegexOptions.NonBacktracking);

    private static readonly IChunker Words = new CustomFunctionChunker(WordsOf);

    private long steps;

    /// <summary>Words, spaces and punctuation marks in their order; together they are the text.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var words = new List<string>();
        // A long text has most of its words many times: each is one string, and no match becomes an object.
        var known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var match in Word.EnumerateMatches(line))
        {
            var letters = line.AsSpan(match.Index, match.Length);
            if (!known.TryGetValue(letters, out var word))
            {
                known.Add(letters);
                known.TryGetValue(letters, out word);
            }

            words.Add(word!);
        }

        return words;
    }

    /// <summary>Within one line of text. Two equal texts give one run.</summary>
    public IReadOnlyList<DiffRun> Of(string before, string after)
    {
        var runs = new List<DiffRun>();
        foreach (var part in Compare(before.ReplaceLineEndings(" "), after.ReplaceLineEndings(" "), Words))
        {
            Add(runs, DiffKind.Same, string.Concat(part.Same));
            Add(runs, DiffKind.Removed, string.Concat(part.Removed));
            Add(runs, DiffKind.Added, string.Concat(part.Added));
        }

        return runs;
    }

    /// <summary>The paragraphs that changed, were removed or added, in order; those that stayed are left out.</summary>
    public IReadOnlyList<IReadOnlyList<DiffRun>> OfParagraphs(IEnumerable<string> before, IEnumerable<string> after)
    {
        var changed = new List<IReadOnlyList<DiffRun>>();
        foreach (var part in Compare(Lines(before), Lines(after), LineChunker.Instance))
        {
            for (var i = 0; i < Math.Max(part.Removed.Count, part.Added.Count); i++)
            {
                changed.Add(Of(part.Removed.ElementAtOrDefault(i) ?? "", part.Added.ElementAtOrDefault(i) ?? ""));
            }
        }

        return changed;
    }

    private static string Lines(IEnumerable<string> paragraphs) =>
        string.Join('\n', paragraphs.Select(paragraph => paragraph.ReplaceLineEndings(" ")));

    private static void Add(List<DiffRun> runs, DiffKind kind, string text)
    {
        if (text.Length > 0)
        {
            runs.Add(new(kind, text));
        }
    }

    /// <summary>What stayed, and what was removed and added after it, again and again to the end.</summary>
    private IEnumerable<Part> Compare(string before, string after, IChunker chunker)
    {
        var (old, now) = (chunker.Chunk(before), chunker.Chunk(after));
        // Equal ends cost O(n), and a correction mostly differs in a few words: so what differs is
        // bounded, and not how long a release is.
        var start = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(old.Count, now.Count) - start;
        var end = old.Reverse().Zip(now.Reverse()).TakeWhile(pair => pair.First == pair.Second).Take(most).Count();
        long differing = old.Count + now.Count - (2 * (start + end));
        // The worst case of O(ND) (Myers, 1986), where nothing is alike.
        steps += differing * differing;
        if (differing > MostPieces || steps > MostSteps)
        {
            yield return new([.. now.Take(start)], [.. old.Skip(start).SkipLast(end)], [.. now.Skip(start).SkipLast(end)]);
            yield return new([.. now.TakeLast(end)], [], []);
            yield break;
        }

        var at = 0;
        foreach (var block in Differ.Instance.CreateDiffs(before, after, false, false, chunker).DiffBlocks)
        {
            yield return new(
                [.. now.Skip(at).Take(block.InsertStartB - at)],
                [.. old.Skip(block.DeleteStartA).Take(block.DeleteCountA)],
                [.. now.Skip(block.InsertStartB).Take(block.InsertCountB)]
            );
            at = block.InsertStartB + block.InsertCountB;
        }

        yield return new([.. now.Skip(at)], [], []);
    }

    private sealed record Part(IReadOnlyList<string> Same, IReadOnlyList<string> Removed, IReadOnlyList<string> Added);
}
