using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Ministries that a text gives an acronym behind who heads them: <c>the Minister of Rivers and Lakes (MoRL)</c>.</summary>
internal static class MinisterAcronyms
{
    private const string Minister = "minister";
    private const string Ministry = "Ministry";
    private const string State = "State";
    private const int LongestName = 12;

    /// <summary>Adds them, and teaches their acronyms.</summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="found">The bodies found so far.</param>
    /// <param name="learnt">Acronyms learnt so far.</param>
    public static void Add(ReleaseText text, Lexicon lexicon, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        if (lexicon.IsModelled || lexicon.OfficeOf.Count == 0)
        {
            return;
        }

        var tokens = text.Tokens;
        for (var open = 3; open + 2 < tokens.Length; open++)
        {
            if (
                text.IsMark(tokens[open], '(')
                && text.IsMark(tokens[open + 2], ')')
                && tokens[open + 1].Case is TokenCase.Upper or TokenCase.Mixed
                && MinisterBefore(text, lexicon, open) is { } minister
                // "Minister of State (MoS)" is an office of any ministry.
                && !text.Word(tokens[minister + 2]).Equals(State, StringComparison.OrdinalIgnoreCase)
                && IsShortOf(text, minister + 2, open - 1, text.Word(tokens[open + 1]))
                && !UnlistedBodies.Covered(found, open + 1)
            )
            {
                var label = $"{Ministry} {Spaces.Collapse(text.Words(minister + 1, open - 1))}";
                var body = new NamedBody(AgencyName.Unlisted(label, isLocal: false), null, open + 1, open + 1);
                found.Add(body);
                learnt.Add(tokens.Slice(open + 1, 1), body);
            }
        }
    }

    /// <summary>The word for the minister of what is before a parenthesis; null where none is.</summary>
    private static int? MinisterBefore(ReleaseText text, Lexicon lexicon, int open)
    {
        var tokens = text.Tokens;
        for (var i = open - 2; i > 0 && open - i <= LongestName; i--)
        {
            if (text.Word(tokens[i - 1]).Equals(Minister, StringComparison.OrdinalIgnoreCase))
            {
                return tokens[i].Case is TokenCase.Lower && lexicon.OfficeOf.Match(tokens, i, out _) == 1 ? i - 1 : null;
            }

            if (!(tokens[i].IsWord || text.IsMark(tokens[i], ',')))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether an acronym is an M, an o or none, and the first letters of the words with a capital.</summary>
    private static bool IsShortOf(ReleaseText text, int first, int last, ReadOnlySpan<char> acronym)
    {
        Span<char> letters = stackalloc char[LongestName];
        var count = 0;
        for (var i = first; i <= last && count < letters.Length; i++)
        {
            if (text.Tokens[i].IsCapital)
            {
                letters[count++] = char.ToUpperInvariant(text.Text[text.Tokens[i].Start]);
            }
        }

        return count > 0
            && acronym is ['M', .. var rest]
            && (
                rest.Equals(letters[..count], StringComparison.OrdinalIgnoreCase)
                || (rest is ['o' or 'O', .. var behind] && behind.Equals(letters[..count], StringComparison.OrdinalIgnoreCase))
            );
    }
}
