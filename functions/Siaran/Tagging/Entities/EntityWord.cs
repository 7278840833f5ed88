using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Entities;

/// <summary>A word as the entity model sees it, with what it says of tokens by itself, whatever else is next to them.</summary>
/// <param name="text">As written.</param>
/// <param name="kind">What it is made of.</param>
/// <param name="facts">Without its lists, which depend on its neighbours.</param>
/// <param name="sums">Of weights, a lane for each label: for a token two further on first, for one two before it last.</param>
internal sealed class EntityWord(string text, TokenKind kind, WordFacts facts, WordSums sums)
{
    // Immutable after construction, so that threads may share it without a lock (see EntityWeights).
    public WordFacts Facts { get; } = facts;

    public bool Is(ReadOnlySpan<char> written, TokenKind writtenKind) => kind == writtenKind && written.SequenceEqual(text);

    /// <summary>What it says of the token at a distance, −2 to 2.</summary>
    public Vector128<short> At(int distance) => sums[distance + EntityFeatures.Reach];
}

/// <summary>Sums of weights at each distance, kept within the word: one wait for memory instead of two.</summary>
[InlineArray((2 * EntityFeatures.Reach) + 1)]
internal struct WordSums
{
    private Vector128<short> first;
}
