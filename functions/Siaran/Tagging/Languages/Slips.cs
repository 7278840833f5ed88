using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Languages;

/// <summary>Words of a language that are known with one letter too few, too many, other or in another place: <c>Kabupatem</c>.</summary>
internal sealed class Slips
{
    // Two words that differ by one slip have in common what is left of each without one of its letters (Garbe's
    // SymSpell), so that a word is found by as many look-ups as it has letters.
    private const int Shortest = 5;
    private const int Longest = 20;

    private readonly Dictionary<ulong, string> cut = [];

    /// <summary>Adds words, and what they are of.</summary>
    public void Add(IEnumerable<string> words, string kind)
    {
        foreach (var word in words)
        {
            cut.TryAdd(Tokenizer.Hash(word), kind);
            for (var i = 0; i < word.Length; i++)
            {
                cut.TryAdd(Without(word, i), kind);
            }
        }
    }

    /// <summary>
    /// What the word is of that another is written for by a slip: <c>thing</c> for <c>Kabupatem</c>; null where there is none.
    /// </summary>
    public string? Of(ReadOnlySpan<char> word)
    {
        if (cut.Count == 0 || word.Length is < Shortest or > Longest)
        {
            return null;
        }

        var kind = cut.GetValueOrDefault(Tokenizer.Hash(word));
        for (var i = 1; i < word.Length && kind is null; i++)
        {
            kind = cut.GetValueOrDefault(Without(word, i));
        }

        return kind ?? cut.GetValueOrDefault(Without(word, 0));
    }

    /// <summary>The hash of a word without one letter.</summary>
    private static ulong Without(ReadOnlySpan<char> word, int letter)
    {
        Span<char> left = stackalloc char[word.Length - 1];
        word[..letter].CopyTo(left);
        word[(letter + 1)..].CopyTo(left[letter..]);
        return Tokenizer.Hash(left);
    }
}
