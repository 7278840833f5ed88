using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Gives each office of a list to one of the two names that it is between: English names the holder first, <c>Ann Bell, Minister of Water,
/// Nils Bendt, Minister of Roads, …</c>, Malay the office, <c>isteri Rohana Zain, Premier Damar, Datuk Karim Latif, …</c>
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="isName">Whether a token belongs to someone's name.</param>
internal sealed class OfficeOrder(ReleaseText text, Lexicon lexicon, Func<int, bool> isName)
{
    /// <summary>The last tokens of offices that were given to the name before them.</summary>
    private readonly List<int> given = [];

    /// <summary>Whether offices come before names alone: Malay, whose members of parliament have a word of their own.</summary>
    private readonly bool isOfficeFirst = lexicon.Constituency.Count > 0;

    /// <summary>The office of a name, asked in the order of the text; null where it has none.</summary>
    /// <param name="mention">The name.</param>
    public TokenSpan? Of(TokenSpan mention)
    {
        var behind = At(mention.Last);
        // Before the name first: an office behind it in commas may belong to the next of a list.
        if (Offices.Before(At(mention.First), isName) is { } before && !given.Contains(before.Last))
        {
            return before;
        }

        if (Offices.After(behind, isName) is { } after && !(isOfficeFirst && IsBeforeName(after.Last + 1)))
        {
            if (!lexicon.IsModelled && IsBeforeName(after.Last + 1))
            {
                given.Add(after.Last);
            }

            return after;
        }

        return Offices.As(behind, isName);
    }

    /// <summary>Whether a comma sets off a name, with its titles, behind an office.</summary>
    private bool IsBeforeName(int comma)
    {
        var tokens = text.Tokens;
        if (comma + 1 >= tokens.Length || !text.IsMark(tokens[comma], ','))
        {
            return false;
        }

        var name = Titles.EndFrom(text, lexicon, comma + 1);
        return name < tokens.Length && isName(name);
    }

    private TokenCursor At(int token) => new(text, lexicon, token);
}
