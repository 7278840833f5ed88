using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Finds who is named in a list behind two who are persons surely: <c>Edi Saputra, Abdul Jalil, dan Meisa.</c> One word in commas may be
/// anything elsewhere.
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="runs">Tells where runs of capitals end.</param>
/// <param name="words">How words are used in running text.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
/// <param name="placeWithin">How many tokens of a span, from its first, are a region's name.</param>
internal sealed class ListedNames(
    ReleaseText text,
    Lexicon lexicon,
    OfficeBodies bodies,
    NameRuns runs,
    WordClasses words,
    Func<int, bool> isTaken,
    Func<int, int, int> placeWithin
)
{
    private const int Fewest = 2;
    private const int LongestName = 4;

    /// <summary>The spans that go on lists of names.</summary>
    /// <param name="found">Names in the text's order.</param>
    public List<TokenSpan> Behind(IReadOnlyList<TokenSpan> found)
    {
        var starts = found.Select(span => Titles.FirstBefore(text, lexicon, span.First)).ToHashSet();
        List<TokenSpan> listed = [];
        var (next, named) = (-1, 0);
        foreach (var span in found)
        {
            named = next == Titles.FirstBefore(text, lexicon, span.First) ? named + 1 : 1;
            next = Next(span.Last);
            while (named >= Fewest && next > 0 && !starts.Contains(next) && IsName(next))
            {
                listed.Add(new(next, runs.End(next)));
                next = Next(runs.End(next));
            }
        }

        return listed;
    }

    /// <summary>The token behind a comma, <c>dan</c>, or both; -1 where no list goes on.</summary>
    private int Next(int last)
    {
        var tokens = text.Tokens;
        var at = last + 1;
        at += at < tokens.Length && text.IsMark(tokens[at], ',') ? 1 : 0;
        at += at < tokens.Length && tokens[at].Case is TokenCase.Lower && lexicon.And.Match(tokens, at, out _) == 1 ? 1 : 0;
        return at > last + 1 && at < tokens.Length ? at : -1;
    }

    private bool IsName(int first)
    {
        var tokens = text.Tokens;
        if (tokens[first].Case is not TokenCase.Capital || isTaken(first) || bodies.OfficeAt(first) > 0 || bodies.IsBodyWord(tokens[first]))
        {
            return false;
        }

        var last = runs.End(first);
        var behind = last + 1;
        return words[tokens[first].Hash].MayBeOfPersons
            // Where no model knows names one word may be anything.
            && (lexicon.IsModelled || (last > first && words[tokens[last].Hash].MayBeOfPersons && !bodies.IsBodyWord(tokens[last])))
            && last - first < LongestName
            && placeWithin(first, last) == 0
            && lexicon.NoName.Match(tokens, first, out _) == 0
            && lexicon.Degree.Match(tokens, first, out _) == 0
            && (behind >= tokens.Length || tokens[behind].Kind is not TokenKind.Word || tokens[behind].Case is TokenCase.Lower);
    }
}
