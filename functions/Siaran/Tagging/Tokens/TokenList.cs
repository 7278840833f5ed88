namespace Siaran.Tagging.Tokens;

/// <summary>The tokens of a text in their order.</summary>
internal sealed class TokenList
{
    // No List: what it does for a type of one's own the runtime compiles at each cold start, and rules ask for the
    // tokens more often than for anything else.
    private const int Fewest = 4;

    private Token[] tokens = [];

    public int Count { get; private set; }

    /// <summary>The tokens up to now; valid until another is added.</summary>
    public Span<Token> Span => tokens.AsSpan(0, Count);

    /// <summary>Takes all tokens out, and makes room for so many.</summary>
    public void Clear(int room = 0)
    {
        Count = 0;
        tokens = tokens.Length < room ? new Token[room] : tokens;
    }

    public void Add(Token token)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, Math.Max(Fewest, 2 * Count));
        }

        tokens[Count++] = token;
    }
}
