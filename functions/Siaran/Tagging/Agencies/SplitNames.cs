using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Finds listed bodies whose first words are followed by their short form: <c>Direktorat Jenderal (Ditjen) Imigrasi</c>.</summary>
internal sealed class SplitNames(AgencyNames names)
{
    private const int Longest = 12;
    private const int Brackets = 3;

    /// <summary>How many tokens from one on are such a name; 0 where none begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The token.</param>
    /// <param name="body">The body.</param>
    public int LengthAt(ReleaseText text, int at, out AgencyName? body)
    {
        body = null;
        var tokens = text.Tokens;
        if (!names.Heads.Contains(tokens[at].Hash))
        {
            return 0;
        }

        var open = at + 1;
        while (open < tokens.Length && open - at < Longest && tokens[open].IsWord)
        {
            open++;
        }

        if (
            open + Brackets >= tokens.Length
            || !text.IsMark(tokens[open], '(')
            || !text.IsMark(tokens[open + 2], ')')
            || !tokens[open + 1].IsCapital
            || !tokens[open + Brackets].IsCapital
        )
        {
            return 0;
        }

        // The name without the brackets: a dozen tokens at most, behind the few words that begin bodies.
        Span<Token> joined = stackalloc Token[Longest];
        tokens[at..open].CopyTo(joined);
        var rest = tokens[(open + Brackets)..];
        var count = Math.Min(rest.Length, Longest - (open - at));
        rest[..count].CopyTo(joined[(open - at)..]);
        if (names.Names.Match(joined[..(open - at + count)], 0, out var found) is var length && length <= open - at)
        {
            return 0;
        }

        body = found[0];
        return length + Brackets;
    }
}
