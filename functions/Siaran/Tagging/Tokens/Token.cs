namespace Siaran.Tagging.Tokens;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    Word,

    /// <summary>Digits, with points or commas only between digits.</summary>
    Number,

    /// <summary>One character that is neither letter, digit nor white space.</summary>
    Mark,

    /// <summary>An empty line: nothing is read across it.</summary>
    Break,
}

/// <summary>How a word is capitalised.</summary>
internal enum TokenCase : byte
{
    None,
    Lower,
    Capital,

    /// <summary>At least two letters, all of them capitals.</summary>
    Upper,

    /// <summary>A capital after a small letter: <c>iPhone</c>, <c>DLHk</c>.</summary>
    Mixed,
}

/// <summary>A word, number or mark of a text.</summary>
/// <param name="Start">In UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Hash">Of the lower-cased characters (FNV-1a, 64 bits): equal for words that differ only in case.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Case">How it is capitalised; <see cref="TokenCase.None"/> for all but words.</param>
internal readonly record struct Token(int Start, int Length, ulong Hash, TokenKind Kind, TokenCase Case)
{
    public int End => Start + Length;

    /// <summary>Which lists of a lexicon its word opens, as <see cref="ListOpeners"/> numbers them; 0 where nobody looked.</summary>
    public ushort Opens { get; init; }

    /// <summary>The token as if another word were there.</summary>
    public Token With(ulong hash) => this with { Hash = hash, Opens = 0 };

    public bool IsWord => Kind is TokenKind.Word;

    public bool IsNumber => Kind is TokenKind.Number;

    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital => Case is TokenCase.Capital or TokenCase.Upper or TokenCase.Mixed;
}
