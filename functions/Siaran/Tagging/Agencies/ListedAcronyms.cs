using Siaran.Tagging.Agencies.Patterns;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Bodies by acronyms that a text never explains, between bodies of a list: <c>the Home Office, DXLUC, the Met Office</c>.
/// </summary>
internal static class ListedAcronyms
{
    private const int Shortest = 3;
    private const int Longest = 8;
    private const int MostInRow = 5;

    /// <summary>Adds them, in languages that have rules for names alone.</summary>
    public static void Add(ReleaseText text, Lexicon lexicon, List<NamedBody> found)
    {
        var tokens = text.Tokens;
        if (lexicon.IsModelled || found.Count < 2)
        {
            return;
        }

        var (firsts, lasts) = (found.Select(body => body.First).ToHashSet(), found.Select(body => body.Last).ToHashSet());
        for (var i = 2; i + 2 < tokens.Length; i++)
        {
            if (text.IsMark(tokens[i - 1], ',') && lasts.Contains(i - 2) && !firsts.Contains(i))
            {
                i = AddFrom(text, lexicon, i, found, firsts);
            }
        }
    }

    /// <summary>Adds the acronyms from one on where a body ends their list.</summary>
    /// <returns>The last of them, or the token itself.</returns>
    private static int AddFrom(ReleaseText text, Lexicon lexicon, int first, List<NamedBody> found, HashSet<int> firsts)
    {
        List<int> acronyms = [];
        int? next = first;
        while (next is { } at && !firsts.Contains(at) && acronyms.Count < MostInRow)
        {
            if (!IsAcronym(text, lexicon, at))
            {
                return first;
            }

            acronyms.Add(at);
            next = NextOfList(text, lexicon, at);
        }

        if (next is null || !firsts.Contains(next.Value))
        {
            return first;
        }

        foreach (var at in acronyms)
        {
            var label = text.Word(text.Tokens[at]).ToString();
            found.Add(new(AgencyName.Unlisted(label, isLocal: false), null, at, at));
        }

        return acronyms[^1];
    }

    private static bool IsAcronym(ReleaseText text, Lexicon lexicon, int at) =>
        text.Tokens[at] is { IsWord: true, Length: >= Shortest and <= Longest }
        && NameStops.IsAcronym(text, text.Tokens[at])
        && lexicon.Country.Match(text.Tokens, at, out _) == 0
        && lexicon.Degree.Match(text.Tokens, at, out _) == 0;

    /// <summary>The first token of the next of a list, behind a comma or an <c>and</c> and an article; null where none is.</summary>
    private static int? NextOfList(ReleaseText text, Lexicon lexicon, int at)
    {
        var tokens = text.Tokens;
        var next = Math.Min(at + 1, tokens.Length - 1);
        next += text.IsMark(tokens[next], ',') ? 1 : 0;
        next += next < tokens.Length && lexicon.And.Match(tokens, next, out _) == 1 ? 1 : 0;
        if (next == at + 1)
        {
            return null;
        }

        next += next < tokens.Length && tokens[next].Case is TokenCase.Lower && lexicon.Article.Match(tokens, next, out _) == 1 ? 1 : 0;
        return next + 1 < tokens.Length ? next : null;
    }
}
