using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Where persons' names stand: what the entity model says, and what titles, offices and verbs of saying tell.</summary>
internal static class NameSpans
{
    private const int LongestName = 6;

    public static List<(int First, int Last)> Find(ReleaseText text, Lexicon lexicon, List<EntitySpan> people, Func<int, bool> isTaken)
    {
        var tokens = text.Tokens;
        List<(int First, int Last)> found = [];
        foreach (var span in people)
        {
            var first = span.First;
            while (first < span.Last && IsTitle(text, tokens, first, lexicon))
            {
                first++;
            }

            if (tokens[first].IsCapital && !IsTitle(text, tokens, first, lexicon) && !isTaken(first) && !(first == span.Last && IsNoName(text, tokens, first, lexicon)))
            {
                found.Add((first, span.Last));
            }
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (AfterOffice(text, tokens, i, lexicon) is { } start || AfterSaying(text, tokens, i, lexicon, out start))
            {
                AddRun(text, tokens, start, lexicon, isTaken, found);
            }
        }

        found.Sort((one, other) => one.First.CompareTo(other.First));
        return found;
    }

    /// <summary>Whether the token is a title before a name, or the point or comma that goes with one.</summary>
    public static bool IsTitle(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        tokens[i].Kind is TokenKind.Mark
            ? text.Text[tokens[i].Start] is '.' && i > 0 && tokens[i - 1].IsWord && lexicon["honorific"].Match(tokens, i - 1, out _) == 1
            : tokens[i].IsCapital && lexicon["honorific"].Match(tokens, i, out _) == 1 && (tokens[i].Length > 1 || (i + 1 < tokens.Length && tokens[i + 1].Kind is TokenKind.Mark));

    /// <summary>Whether a word that the model alone takes for a name has its capital from elsewhere: a month, a weekday, or the first word of a quote.</summary>
    private static bool IsNoName(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        lexicon["month"].Match(tokens, i, out _) > 0 || lexicon["weekday"].Match(tokens, i, out _) > 0
        || (i > 0 && tokens[i - 1].Kind is TokenKind.Mark && tokens[i - 1].End == tokens[i].Start && text.Text[tokens[i - 1].Start] is '“' or '"' or '«');

    /// <summary>Where a name begins behind an office set off by a comma: <c>Kepala Dinas …, Dr. …</c>.</summary>
    private static int? AfterOffice(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon)
    {
        if (i < 2 || i + 1 >= tokens.Length || tokens[i].Kind is not TokenKind.Mark || text.Text[tokens[i].Start] != ',' || !tokens[i + 1].IsCapital || !tokens[i - 1].IsCapital)
        {
            return null;
        }

        return Offices.Before(text, tokens, i, lexicon) is null ? null : i + 1;
    }

    /// <summary>Where a name begins behind a verb of saying that follows a quote: <c>” tegas …</c>.</summary>
    private static bool AfterSaying(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, out int start)
    {
        start = i + 1;
        return i > 0 && i + 1 < tokens.Length && tokens[i].Case is TokenCase.Lower && tokens[i + 1].IsCapital && tokens[i - 1].Kind is TokenKind.Mark && text.Text[tokens[i - 1].Start] is '”' or '"' or ','
            && lexicon["say"].Match(tokens, i, out _) == 1;
    }

    private static void AddRun(ReleaseText text, ReadOnlySpan<Token> tokens, int start, Lexicon lexicon, Func<int, bool> isTaken, List<(int First, int Last)> found)
    {
        while (start < tokens.Length && IsTitle(text, tokens, start, lexicon))
        {
            start++;
        }

        var last = start - 1;
        while (last + 1 < tokens.Length && last + 1 - start < LongestName && tokens[last + 1] is { IsWord: true, IsCapital: true } && !isTaken(last + 1))
        {
            last++;
        }

        var isOffice = start <= last && (lexicon["office"].Match(tokens, start, out _) > 0 || lexicon["acting"].Match(tokens, start, out _) > 0);
        if (start <= last && !isOffice && !found.Exists(span => span.First <= last && start <= span.Last))
        {
            found.Add((start, last));
        }
    }
}
