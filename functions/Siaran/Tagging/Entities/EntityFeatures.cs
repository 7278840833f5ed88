using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Entities;

/// <summary>What the entity model looks at, as hashes: the word and its neighbours, their shapes, affixes, classes and lists.</summary>
public static class EntityFeatures
{
    /// <summary>The features that a token has.</summary>
    public const int Count = 51;

    /// <summary>How many tokens before a token and behind it are looked at.</summary>
    public const int Reach = 2;

    /// <summary>The owner of a feature that looks at more than one token, or at more than the token itself.</summary>
    public const sbyte Several = sbyte.MaxValue;

    private const uint Prime = 0x9E3779B1;

    /// <summary>
    /// The features, as <see cref="Fill"/> orders them, that one word alone settles: which, and how far off that word is.
    /// </summary>
    public static ReadOnlySpan<sbyte> Owners =>
        [
            0,
            -1,
            1,
            -2,
            2,
            Several,
            Several,
            Several,
            -1,
            1,
            Several,
            Several,
            0,
            0,
            0,
            0,
            0,
            0,
            -1,
            1,
            1,
            0,
            -1,
            1,
            -2,
            2,
            0,
            -1,
            1,
            Several,
            Several,
            0,
            -1,
            1,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
            Several,
        ];

    /// <summary>What is known of places without a token.</summary>
    public static Facts Nothing => new() { Word = 3 };

    /// <summary>What there is to know of a token before its neighbours are looked at.</summary>
    public struct Facts
    {
        public uint Word { get; set; }
        public uint Shape { get; set; }
        public uint Prefix2 { get; set; }
        public uint Prefix3 { get; set; }
        public uint Prefix4 { get; set; }
        public uint Suffix2 { get; set; }
        public uint Suffix3 { get; set; }
        public uint Suffix4 { get; set; }
        public WordClass Class { get; set; }
        public byte Middle { get; set; }
        public byte Coarse { get; set; }

        /// <summary>The lists it is on, one a bit.</summary>
        public byte Lists { get; set; }

        public bool IsCapital { get; set; }
    }

    /// <summary>What is known of each token of a text.</summary>
    public static void Describe(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<byte> lists,
        WordClasses classes,
        Span<Facts> facts
    )
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            facts[i] = Of(text.Slice(tokens[i].Start, tokens[i].Length), tokens[i], classes);
            facts[i].Lists = lists[i];
        }
    }

    /// <summary>What is known of a word by itself.</summary>
    public static Facts Of(ReadOnlySpan<char> word, Token token, WordClasses classes)
    {
        var known = classes[token.Hash];
        return new()
        {
            Word = token.IsNumber ? 11u + (uint)Math.Min(token.Length, 6) : WordClasses.KeyOf(token.Hash),
            Shape = ShapeOf(word),
            IsCapital = token.IsCapital,
            Class = known,
            Middle = classes.Middle(known.Class),
            Coarse = classes.Coarse(known.Class),
            Prefix2 = token.IsWord ? Affix(word, 2, false) : 0,
            Prefix3 = token.IsWord ? Affix(word, 3, false) : 0,
            Prefix4 = token.IsWord ? Affix(word, 4, false) : 0,
            Suffix2 = token.IsWord ? Affix(word, 2, true) : 0,
            Suffix3 = token.IsWord ? Affix(word, 3, true) : 0,
            Suffix4 = token.IsWord ? Affix(word, 4, true) : 0,
        };
    }

    /// <summary>Whether the token could be part of a name: a capital at it, or at both sides of it.</summary>
    public static bool MayBeName(ReadOnlySpan<Facts> facts, int i) =>
        facts[i].IsCapital
        || facts[i].Lists != 0
        || (
            i > 0
            && facts[i - 1].IsCapital
            && ((i + 1 < facts.Length && facts[i + 1].IsCapital) || (i + 2 < facts.Length && facts[i + 2].IsCapital))
        )
        || (i > 1 && facts[i - 2].IsCapital && i + 1 < facts.Length && facts[i + 1].IsCapital);

    /// <summary>Writes the features of token <paramref name="i"/> and returns how many there are.</summary>
    public static int Fill(ReadOnlySpan<Facts> facts, int i, Span<uint> into)
    {
        var none = Nothing;
        var (c, p, n) = (facts[i], i > 0 ? facts[i - 1] : none, i + 1 < facts.Length ? facts[i + 1] : none);
        var (pp, nn) = (i > 1 ? facts[i - 2] : none, i + 2 < facts.Length ? facts[i + 2] : none);
        var at = 0;
        var first = i == 0 ? 1u : 0;

        into[at++] = Mix(1, c.Word);
        into[at++] = Mix(2, p.Word);
        into[at++] = Mix(3, n.Word);
        into[at++] = Mix(4, pp.Word);
        into[at++] = Mix(5, nn.Word);
        into[at++] = Mix(6, p.Word, c.Word);
        into[at++] = Mix(7, c.Word, n.Word);
        into[at++] = Mix(8, c.Shape, first);
        into[at++] = Mix(9, p.Shape);
        into[at++] = Mix(10, n.Shape);
        into[at++] = Mix(11, p.Shape, c.Shape, n.Shape);
        into[at++] = Mix(12, c.Shape, c.Class.Habit + (first << 4));
        into[at++] = Mix(13, c.Prefix2);
        into[at++] = Mix(14, c.Prefix3);
        into[at++] = Mix(15, c.Prefix4);
        into[at++] = Mix(16, c.Suffix2);
        into[at++] = Mix(17, c.Suffix3);
        into[at++] = Mix(18, c.Suffix4);
        into[at++] = Mix(19, p.Suffix3);
        into[at++] = Mix(20, n.Suffix3);
        into[at++] = Mix(21, n.Prefix3);
        into[at++] = Mix(22, c.Class.Class);
        into[at++] = Mix(23, p.Class.Class);
        into[at++] = Mix(24, n.Class.Class);
        into[at++] = Mix(25, pp.Class.Class);
        into[at++] = Mix(26, nn.Class.Class);
        into[at++] = Mix(27, c.Middle);
        into[at++] = Mix(28, p.Middle);
        into[at++] = Mix(29, n.Middle);
        into[at++] = Mix(30, p.Middle, c.Middle);
        into[at++] = Mix(31, c.Middle, n.Middle);
        into[at++] = Mix(32, c.Coarse);
        into[at++] = Mix(33, p.Coarse);
        into[at++] = Mix(34, n.Coarse);
        into[at++] = Mix(35, p.Coarse, c.Coarse, n.Coarse);
        into[at++] = Mix(36, pp.Coarse, p.Coarse, c.Shape);
        into[at++] = Mix(37, n.Coarse, nn.Coarse, c.Shape);
        into[at++] = Mix(38, p.Word, c.Shape, first);
        into[at++] = Mix(39, n.Word, c.Shape);
        into[at++] = Mix(40, c.Lists, c.Shape);
        into[at++] = Mix(41, p.Lists, c.Shape);
        into[at++] = Mix(42, n.Lists, c.Shape);
        into[at++] = Mix(43, p.Lists, c.Lists, n.Lists);
        into[at++] = Mix(44, c.Class.Leaning, c.Shape);
        into[at++] = Mix(45, p.Class.Leaning, c.Class.Leaning, n.Class.Leaning);
        into[at++] = Mix(46, p.Class.Leaning, c.Shape);
        into[at++] = Mix(47, n.Class.Leaning, c.Shape);
        into[at++] = Mix(48, pp.Word, p.Word, c.Shape);
        into[at++] = Mix(49, pp.Shape, p.Shape, c.Shape);
        into[at++] = Mix(50, c.Shape, n.Shape, nn.Shape);
        into[at++] = 0x5BD1E995;
        return at;
    }

    private static uint ShapeOf(ReadOnlySpan<char> word)
    {
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
        var hash = (uint)length;
        foreach (var c in part)
        {
            hash = (hash ^ (c < 128 ? (uint)(c | 0x20) : char.ToLowerInvariant(c))) * 16777619;
        }

        return hash | 1;
    }

    private static uint Mix(uint template, uint a) => Stir((template * Prime) ^ a);

    private static uint Mix(uint template, uint a, uint b) => Stir(Stir((template * Prime) ^ a) ^ b);

    private static uint Mix(uint template, uint a, uint b, uint c) => Stir(Stir(Stir((template * Prime) ^ a) ^ b) ^ c);

    private static uint Stir(uint x)
    {
        x = (x ^ (x >> 16)) * 0x7FEB352D;
        x = (x ^ (x >> 15)) * 0x846CA68B;
        return x ^ (x >> 16);
    }
}
