namespace Siaran.Tagging.Tokens;

/// <summary>The tokens of a text in their order.</summary>
internal sealed class TokenList
{
    // No List: what it does for a type of one's own the runtime compiles at each cold start, and rules ask for the
    // tokens more often than for anything else.
    private const int Fewest = 4;

    public int Count { get; private set; }

    /// <summary>The tokens up to now, and room for more behind them; another array where more come than it has room for.</summary>
    public Token[] Room { get; private set; } = [];

    /// <summary>The tokens up to now.</summary>
    public Span<Token> Span => Room.AsSpan(0, Count);

    /// <summary>Takes all tokens out, and makes room for so many.</summary>
    public void Clear(int room = 0)
    {
        Count = 0;
        Room = Room.Length < room ? new Token[room] : Room;
    }

    public void Add(Token token)
    {
        if (Count == Room.Length)
        {
            var more = new Token[Math.Max(Fewest, 2 * Count)];
            Room.CopyTo(more, 0);
            Room = more;
        }

        Room[Count++] = token;
    }
}
