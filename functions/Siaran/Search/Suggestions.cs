using Siaran.Related.Index;

namespace Siaran.Search;

/// <summary>Words that someone who misspelt one may have meant.</summary>
internal static class Suggestions
{
    private const int Shortest = 4;

    /// <summary>Letters from which on two may be wrong.</summary>
    private const int Long = 7;

    private const int Most = 5;

    /// <summary>Whether a word is long enough to tell, and a word at all.</summary>
    public static bool MayBeMisspelt(string word) => word.Length >= Shortest && word.All(char.IsLetter);

    /// <summary>The nearest, of equally near ones the commonest; at most <see cref="Most"/>.</summary>
    /// <param name="word">Lower case.</param>
    /// <param name="spelled">As <see cref="Spellings"/>, of each segment.</param>
    public static IReadOnlyList<string> For(string word, IReadOnlyList<ReadOnlyMemory<byte>> spelled)
    {
        var most = word.Length >= Long ? 2 : 1;
        return
        [
            .. spelled
                .SelectMany(part => Spellings.Read(part.Span))
                .Where(other => Math.Abs(other.Word.Length - word.Length) <= most)
                .Select(other => (other.Word, other.Count, Distance: EditDistance.Of(word, other.Word, most)))
                .Where(other => other.Distance <= most)
                // A word is among the spellings of each segment that has it.
                .GroupBy(other => other.Word)
                .Select(same => (Word: same.Key, same.First().Distance, Count: same.Sum(other => other.Count)))
                .OrderBy(other => other.Distance)
                .ThenByDescending(other => other.Count)
                .ThenBy(other => other.Word, StringComparer.Ordinal)
                .Take(Most)
                .Select(other => other.Word),
        ];
    }
}
