using System.Runtime.Intrinsics;
using Siaran.Tagging.Models;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Entities;

/// <summary>The weights of one style, with what single words say by themselves.</summary>
internal sealed class EntityWeights
{
    // Zipf's law: few words make up most of all texts. Of the 51 features of a token most depend on one
    // word only, and their sum is kept with the word, so that a known word costs five additions and the
    // look-ups of the features of several words. A direct-mapped cache (one place a hash, the last
    // comer stays) has no eviction list to maintain: a collision costs a second reading, never a wrong
    // one.
    private const int Kept = 1 << 15;
    private const int LongestKept = 32;

    private readonly EntityWord?[] kept = new EntityWord?[Kept];
    private readonly KeyIndex features;
    private readonly long[] rows;

    /// <param name="features">The keys of all features.</param>
    /// <param name="rows">For each feature the weights of the labels, a byte each, the first label's lowest.</param>
    /// <param name="scale">What a weight of 1 counts.</param>
    /// <param name="transitions">From row to column.</param>
    public EntityWeights(KeyIndex features, long[] rows, float scale, float[] transitions)
    {
        (this.features, this.rows, Scale, Transitions) = (features, rows, scale, transitions);
        Nothing = Word("", TokenKind.Break, EntityFeatures.Nothing);
    }

    public float Scale { get; }

    public float[] Transitions { get; }

    /// <summary>What comes before the first token and after the last.</summary>
    public EntityWord Nothing { get; }

    /// <summary>A word of a text. The last of those that fall on one place is kept there; threads may overwrite each other's.</summary>
    public EntityWord Word(ReadOnlySpan<char> written, Token token, WordClasses classes)
    {
        // No lock and no eviction list: whatever is read here is immutable and is checked before it is used, so a lost race costs only
        // the work of a second reading.
        ref var place = ref kept[((int)token.Hash + (int)token.Case) & (Kept - 1)];
        if (place is { } known && known.Is(written, token.Kind))
        {
            return known;
        }

        var word = Word(written.ToString(), token.Kind, EntityFeatures.Of(written, token, classes));
        // Endless words are hostile or scraps; they would fill memory and never come again.
        if (written.Length <= LongestKept)
        {
            place = word;
        }

        return word;
    }

    /// <summary>The weights of a token, a lane for each label.</summary>
    /// <param name="facts">Of all tokens.</param>
    /// <param name="around">The word, with two before it and two behind it.</param>
    /// <param name="i">Which token.</param>
    public Vector128<short> Sum(ReadOnlySpan<WordFacts> facts, ReadOnlySpan<EntityWord> around, int i)
    {
        // Sums of 16 bits, eight lanes: seven labels and one that nobody reads.
        var sum = around[0].At(-2) + around[1].At(-1) + around[2].At(0) + around[3].At(1) + around[4].At(2);
        Span<uint> keys = stackalloc uint[EntityFeatures.Count];
        Span<int> which = stackalloc int[EntityFeatures.Count];
        Span<int> known = stackalloc int[EntityFeatures.Count];
        keys = keys[..EntityFeatures.FillSeveral(facts, i, keys)];
        foreach (var feature in known[..Find(keys, which, known)])
        {
            sum += Row(feature);
        }

        return sum;
    }

    private EntityWord Word(string text, TokenKind kind, WordFacts facts)
    {
        // The same word is put at all five places of a window, and only the features that a single
        // place decides are summed, each for the distance at which it would be seen.
        WordSums sums = default;
        Span<WordFacts> around = [facts, facts, facts, facts, facts];
        Span<uint> keys = stackalloc uint[EntityFeatures.Count];
        Span<int> which = stackalloc int[EntityFeatures.Count];
        Span<int> known = stackalloc int[EntityFeatures.Count];
        EntityFeatures.Fill(around, EntityFeatures.Reach, keys);
        for (int f = 0, count = Find(keys, which, known); f < count; f++)
        {
            if (EntityFeatures.Owners[which[f]] is not EntityFeatures.Several and var distance)
            {
                sums[distance + EntityFeatures.Reach] += Row(known[f]);
            }
        }

        return new(text, kind, facts, sums);
    }

    /// <summary>Finds the features that training kept: which they are, and their numbers.</summary>
    private int Find(Span<uint> keys, Span<int> which, Span<int> known)
    {
        foreach (ref var key in keys)
        {
            // KeyIndex takes no 0, and training sets the same bit.
            key |= 1;
        }

        return features.Find(keys, which, known);
    }

    private Vector128<short> Row(int feature) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(rows[feature]).AsSByte());
}
