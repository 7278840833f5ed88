using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Languages;

/// <summary>One token of a text, with the words of the text's language. Outside of the text nothing matches.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="index">Which token; may be outside.</param>
internal readonly ref struct TokenCursor(ReleaseText text, Lexicon lexicon, int index)
{
    // A ref struct: it holds a span, lives on the stack and is copied at each move, so that a rule
    // cannot keep one across an await, nor advance the cursor of its caller.
    private readonly ReadOnlySpan<Token> tokens = text.Tokens;

    public ReleaseText Text => text;

    public Lexicon Lexicon => lexicon;

    public int Index { get; private init; } = index;

    /// <summary>Whether there is such a token.</summary>
    public bool IsInside => (uint)Index < (uint)tokens.Length;

    /// <summary>The token; an empty one outside.</summary>
    // The null object instead of bounds in each rule: an empty token is no word, no number and no mark,
    // so that a rule which looks three tokens ahead at the end of a text simply does not match.
    public Token Token => IsInside ? tokens[Index] : default;

    public bool IsWord => IsInside && tokens[Index].IsWord;

    public bool IsNumber => Token.IsNumber;

    public bool IsCapital => Token.IsCapital;

    public bool IsLower => Token.Case is TokenCase.Lower;

    /// <summary>The token's characters; none outside.</summary>
    public ReadOnlySpan<char> Word => text.Word(Token);

    /// <summary>Whether nothing is between this token and the one before it.</summary>
    public bool IsJoined => Index > 0 && IsInside && tokens[Index - 1].End == tokens[Index].Start;

    /// <summary>Whether one character, a space mostly, is between this token and the one before it.</summary>
    public bool IsSpaced => Index > 0 && IsInside && tokens[Index - 1].End + 1 == tokens[Index].Start;

    /// <summary>The mark at this token; U+0000 where it is none.</summary>
    public char Mark => IsInside && tokens[Index].Kind is TokenKind.Mark ? text.Text[tokens[Index].Start] : '\0';

    public TokenCursor At(int other) => this with { Index = other };

    public TokenCursor Move(int by) => this with { Index = Index + by };

    /// <summary>Whether a phrase of a list begins here.</summary>
    public bool Begins(PhraseMap<string> list) => Match(list) > 0;

    /// <summary>Whether this token alone is the longest phrase of a list that begins here.</summary>
    public bool Is(PhraseMap<string> list) => Match(list) == 1;

    /// <summary>The length in tokens of the longest phrase of a list that begins here; 0 where there is none.</summary>
    public int Match(PhraseMap<string> list) => Match(list, out _);

    /// <summary>As above, with what the phrase means.</summary>
    public int Match(PhraseMap<string> list, out ReadOnlySpan<string> values)
    {
        values = [];
        return IsInside ? list.Match(tokens, Index, out values) : 0;
    }
}
