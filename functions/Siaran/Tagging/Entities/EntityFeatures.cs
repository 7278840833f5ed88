using System.Runtime.InteropServices;
using Siaran.Tagging.Tokens;
using static Siaran.Tagging.Entities.WordFact;

namespace Siaran.Tagging.Entities;

/// <summary>
/// What the entity model looks at, as hashes: the word and its neighbours, their shapes, affixes, classes and lists. One table says it, for
/// training and reading alike.
/// </summary>
internal static class EntityFeatures
{
    /// <summary>How many tokens before a token and behind it are looked at.</summary>
    // Two tokens either way is the window that CRFs for names usually have. The model file knows
    // nothing of it: it follows from the table below, and EntityWord keeps as many sums.
    public const int Reach = 2;

    /// <summary>The owner of a feature that looks at more than one token, or at more than the word itself.</summary>
    public const sbyte Several = sbyte.MaxValue;

    private const uint Prime = 0x9E3779B1;
    private const uint Bias = 0x5BD1E995;
    private const int Around = (2 * Reach) + 1;

    /// <summary>Template, then what is hashed together: of the token itself (C), of those before (P, PP) and behind (N, NN).</summary>
    // A trained model knows a feature by its template and facts, so that a change here needs another
    // training.
    // Features are hashed without a dictionary of names (Weinberger et al., 2009, call it feature
    // hashing): a key of 32 bits is looked up among those that training kept, so no string is made. Two
    // features of one key share their weights, which training has seen and allowed for.
    private static readonly EntityFeature[] Table =
    [
        Of(1, C(Word)),
        Of(2, P(Word)),
        Of(3, N(Word)),
        Of(4, PP(Word)),
        Of(5, NN(Word)),
        Of(6, P(Word), C(Word)),
        Of(7, C(Word), N(Word)),
        Of(8, C(Shape), C(Begins)),
        Of(9, P(Shape)),
        Of(10, N(Shape)),
        Of(11, P(Shape), C(Shape), N(Shape)),
        Of(12, C(Shape), C(Habit)),
        Of(13, C(Prefix2)),
        Of(14, C(Prefix3)),
        Of(15, C(Prefix4)),
        Of(16, C(Suffix2)),
        Of(17, C(Suffix3)),
        Of(18, C(Suffix4)),
        Of(19, P(Suffix3)),
        Of(20, N(Suffix3)),
        Of(21, N(Prefix3)),
        Of(22, C(Class)),
        Of(23, P(Class)),
        Of(24, N(Class)),
        Of(25, PP(Class)),
        Of(26, NN(Class)),
        Of(27, C(Middle)),
        Of(28, P(Middle)),
        Of(29, N(Middle)),
        Of(30, P(Middle), C(Middle)),
        Of(31, C(Middle), N(Middle)),
        Of(32, C(Coarse)),
        Of(33, P(Coarse)),
        Of(34, N(Coarse)),
        Of(35, P(Coarse), C(Coarse), N(Coarse)),
        Of(36, PP(Coarse), P(Coarse), C(Shape)),
        Of(37, N(Coarse), NN(Coarse), C(Shape)),
        Of(38, P(Word), C(Shape), C(Begins)),
        Of(39, N(Word), C(Shape)),
        Of(40, C(Lists), C(Shape)),
        Of(41, P(Lists), C(Shape)),
        Of(42, N(Lists), C(Shape)),
        Of(43, P(Lists), C(Lists), N(Lists)),
        Of(44, C(Leaning), C(Shape)),
        Of(45, P(Leaning), C(Leaning), N(Leaning)),
        Of(46, P(Leaning), C(Shape)),
        Of(47, N(Leaning), C(Shape)),
        Of(48, PP(Word), P(Word), C(Shape)),
        Of(49, PP(Shape), P(Shape), C(Shape)),
        Of(50, C(Shape), N(Shape), NN(Shape)),
        new(Bias, 0, 0, 0, 0, Several),
    ];

    // Facts that depend on where the word is (Lists, Begins, Habit) have no owner, though they look at
    // one token: the same word has them differently in the next sentence, and so its sums must not be
    // kept.
    private static readonly EntityFeature[] OfSeveral = Array.FindAll(Table, feature => feature.Owner == Several);

    /// <summary>The features that a token has.</summary>
    public static int Count => Table.Length;

    /// <summary>
    /// The features, in the order of the table, that one word alone settles: how far off that word is; else <see cref="Several"/>.
    /// </summary>
    public static IReadOnlyList<sbyte> Owners { get; } = Array.ConvertAll(Table, feature => feature.Owner);

    /// <summary>What is known of where no token is.</summary>
    public static WordFacts Nothing { get; } = Outside();

    /// <summary>What is known of each token of a text.</summary>
    public static void Describe(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<byte> lists,
        WordClasses classes,
        Span<WordFacts> facts
    )
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            facts[i] = Of(text.Slice(tokens[i].Start, tokens[i].Length), tokens[i], classes);
            facts[i].Place(i, lists[i]);
        }
    }

    /// <summary>What is known of a word by itself.</summary>
    public static WordFacts Of(ReadOnlySpan<char> word, Token token, WordClasses classes)
    {
        var known = classes[token.Hash];
        WordFacts facts = default;
        facts[Word] = token.IsNumber ? 11u + (uint)Math.Min(token.Length, 6) : WordClasses.KeyOf(token.Hash);
        facts[Shape] = ShapeOf(word);
        facts[Class] = known.Class;
        facts[Habit] = known.Habit;
        facts[Leaning] = known.Leaning;
        facts[Middle] = classes.Middle(known.Class);
        facts[Coarse] = classes.Coarse(known.Class);
        if (token.IsWord)
        {
            facts[Prefix2] = Affix(word, 2, false);
            facts[Prefix3] = Affix(word, 3, false);
            facts[Prefix4] = Affix(word, 4, false);
            facts[Suffix2] = Affix(word, 2, true);
            facts[Suffix3] = Affix(word, 3, true);
            facts[Suffix4] = Affix(word, 4, true);
        }

        return facts;
    }

    /// <summary>Whether the token could be part of a name: a capital at it, or at both sides of it.</summary>
    // All that this refuses is outside for certain, and is never scored: most tokens of a text are
    // small words between small words. The rule for both sides lets "Menteri Riset dan Teknologi" and
    // "Museum of the City" through.
    public static bool MayBeName(ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> lists, int i) =>
        tokens[i].IsCapital
        || lists[i] != 0
        || (
            i > 0
            && tokens[i - 1].IsCapital
            && ((i + 1 < tokens.Length && tokens[i + 1].IsCapital) || (i + 2 < tokens.Length && tokens[i + 2].IsCapital))
        )
        || (i > 1 && tokens[i - 2].IsCapital && i + 1 < tokens.Length && tokens[i + 1].IsCapital);

    /// <summary>Writes the keys of the features of token <paramref name="i"/> and returns how many there are.</summary>
    public static int Fill(ReadOnlySpan<WordFacts> facts, int i, Span<uint> into) => Fill(Table, facts, i, into);

    /// <summary>As above, of those features alone that no single word settles.</summary>
    public static int FillSeveral(ReadOnlySpan<WordFacts> facts, int i, Span<uint> into) => Fill(OfSeveral, facts, i, into);

    private static int Fill(EntityFeature[] features, ReadOnlySpan<WordFacts> facts, int i, Span<uint> into)
    {
        // The common case reads the facts where they are. Only the two tokens at either end of a text
        // are copied, into a window with nothing beyond the text.
        if (i >= Reach && i + Reach < facts.Length)
        {
            return Fill(features, MemoryMarshal.Cast<WordFacts, uint>(facts.Slice(i - Reach, Around)), into);
        }

        Span<WordFacts> around = stackalloc WordFacts[Around];
        for (var distance = -Reach; distance <= Reach; distance++)
        {
            var at = i + distance;
            around[distance + Reach] = at >= 0 && at < facts.Length ? facts[at] : Nothing;
        }

        return Fill(features, MemoryMarshal.Cast<WordFacts, uint>(around), into);
    }

    private static int Fill(EntityFeature[] features, ReadOnlySpan<uint> around, Span<uint> into)
    {
        // No loop over the facts: at most three, and this is the hottest code of all reading. Each step
        // stirs, so that the order of the facts counts and equal facts do not cancel out.
        for (var f = 0; f < features.Length; f++)
        {
            ref readonly var feature = ref features[f];
            var key = feature.Seed;
            if (feature.Facts > 0)
            {
                key = Mix(key ^ around[feature.First]);
            }

            if (feature.Facts > 1)
            {
                key = Mix(key ^ around[feature.Second]);
            }

            if (feature.Facts > 2)
            {
                key = Mix(key ^ around[feature.Third]);
            }

            into[f] = key;
        }

        return features.Length;
    }

    private static WordFacts Outside()
    {
        // Not 0, which a token without a class or an affix has: that the text ends here is a fact to
        // learn from.
        WordFacts facts = default;
        facts[Word] = 3;
        return facts;
    }

    private static EntityFeature Of(uint template, params ReadOnlySpan<Selector> facts) =>
        new(
            template * Prime,
            facts.Length,
            facts[0].Index,
            facts.Length > 1 ? facts[1].Index : 0,
            facts.Length > 2 ? facts[2].Index : 0,
            facts.Length == 1 && facts[0].Fact is not (Lists or Begins or Habit) ? facts[0].Distance : Several
        );

    private static Selector C(WordFact fact) => new(fact, 0);

    private static Selector P(WordFact fact) => new(fact, -1);

    private static Selector PP(WordFact fact) => new(fact, -2);

    private static Selector N(WordFact fact) => new(fact, 1);

    private static Selector NN(WordFact fact) => new(fact, 2);

    private static uint ShapeOf(ReadOnlySpan<char> word)
    {
        // At most two of a kind in a row, and ten in all: "Diskominfotik" and "Dinas" have one shape,
        // an acronym another. Without the bound each length would be a shape, each with few examples.
        var (shape, last, run, length) = (17u, 0u, 0, 0);
        foreach (var c in word)
        {
            var kind =
                char.IsUpper(c) ? 1u
                : char.IsLower(c) ? 2u
                : char.IsDigit(c) ? 3u
                : char.IsLetter(c) ? 4u
                : c;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2 && length++ < 10)
            {
                shape = (shape ^ kind) * Prime;
            }
        }

        return shape | 1;
    }

    private static uint Affix(ReadOnlySpan<char> word, int length, bool atEnd)
    {
        var part =
            word.Length <= length ? word
            : atEnd ? word[^length..]
            : word[..length];
        // The length seeds the hash, so that a word of three letters as prefix of three differs from
        // the same letters as a prefix of four. ASCII is folded by one bit; the rest is FNV-1a's step
        // with its prime of 32 bits.
        var hash = (uint)length;
        foreach (var c in part)
        {
            hash = (hash ^ (c < 128 ? (uint)(c | 0x20) : char.ToLowerInvariant(c))) * 16777619;
        }

        return hash | 1;
    }

    private static uint Mix(uint x)
    {
        // lowbias32 (Wellons, 2018), a finaliser in which every input bit reaches every output bit:
        // KeyIndex takes the highest bits for the bucket, and facts are mostly small numbers.
        x = (x ^ (x >> 16)) * 0x7FEB352D;
        x = (x ^ (x >> 15)) * 0x846CA68B;
        return x ^ (x >> 16);
    }

    /// <param name="Fact">What is looked at.</param>
    /// <param name="Distance">Of which token: 0 is the token itself.</param>
    private readonly record struct Selector(WordFact Fact, sbyte Distance)
    {
        public int Index => ((Distance + Reach) * WordFacts.Width) + (int)Fact;
    }

    /// <param name="Seed">The template, spread over all bits.</param>
    /// <param name="Facts">How many facts are hashed together, at most three.</param>
    /// <param name="First">Where the first fact is among those of the tokens around.</param>
    /// <param name="Second">The second one.</param>
    /// <param name="Third">The third one.</param>
    /// <param name="Owner">How far off the word is that settles it, or <see cref="Several"/>.</param>
    private readonly record struct EntityFeature(uint Seed, int Facts, int First, int Second, int Third, sbyte Owner);
}
