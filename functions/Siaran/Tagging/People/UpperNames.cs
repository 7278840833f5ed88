using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Words in capitals that a text has alone too, as police write family names: <c>OSTROW was arrested</c>.</summary>
/// <param name="text">The release.</param>
internal sealed class UpperNames(ReleaseText text)
{
    private const int Shortest = 4;

    private HashSet<ulong> Alone => field ??= Gather();

    /// <summary>Whether a word may be such a family name.</summary>
    public bool Has(Token word) => word is { Case: TokenCase.Upper, Length: >= Shortest } && Alone.Contains(word.Hash);

    private HashSet<ulong> Gather()
    {
        HashSet<ulong> alone = [];
        for (var i = 0; i + 1 < text.Tokens.Length; i++)
        {
            var isFirst = i == 0 || text.Tokens[i - 1].Kind is TokenKind.Break or TokenKind.Mark || IsAnd(i - 1);
            if (text.Tokens[i] is { Case: TokenCase.Upper, Length: >= Shortest } && isFirst && text.Tokens[i + 1].Case is TokenCase.Lower)
            {
                alone.Add(text.Tokens[i].Hash);
            }
        }

        return alone;
    }

    // No article comes before a name, as it does before an acronym: "the FEMA was".
    private bool IsAnd(int at) =>
        text.Tokens[at].Case is TokenCase.Lower && text.Word(text.Tokens[at]) is "and" or "that" or "of" or "against";
}
