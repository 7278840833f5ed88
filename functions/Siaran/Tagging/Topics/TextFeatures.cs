using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Topics;

/// <summary>What a topic model looks at: words, their beginnings (a stem that costs nothing) and pairs of words, as hashes.</summary>
public static class TextFeatures
{
    private const int StemLength = 5;
    private const uint Stem = 0x2545F491;
    private const uint Pair = 0x9E3779B1;
    private const int LongestText = 4_000;

    /// <summary>Calls <paramref name="take"/> with each feature of the first 4,000 tokens.</summary>
    public static void Each<TState>(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, TState state, Action<TState, uint, int> take)
    {
        var previous = 0u;
        for (var i = 0; i < tokens.Length && i < LongestText; i++)
        {
            var token = tokens[i];
            if (token.Kind is not TokenKind.Word)
            {
                previous = token.Kind is TokenKind.Mark && text[token.Start] == '-' ? previous : 0;
                continue;
            }

            var word = WordClasses.KeyOf(token.Hash);
            take(state, word, i);
            if (token.Length > StemLength)
            {
                take(state, (WordClasses.KeyOf(Tokenizer.Hash(text.Slice(token.Start, StemLength))) ^ Stem) | 1, i);
            }

            if (previous != 0)
            {
                take(state, (((previous * Pair) ^ word) * Pair) | 1, i);
            }

            previous = word;
        }
    }
}
