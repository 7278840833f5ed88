using Siaran.Tagging.Agencies;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Where persons' names stand: what the entity model says, and what titles, offices, bodies and verbs of saying tell.</summary>
internal static class NameSpans
{
    private const int LongestName = 6;
    private const double SureOfPlace = 0.9;

    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="people">The entity model's names of persons.</param>
    /// <param name="agencies">Public bodies found.</param>
    /// <param name="isTaken">Whether a token belongs to a body's name.</param>
    public static List<TokenSpan> Find(ReleaseText text, Lexicon lexicon, IReadOnlyList<EntitySpan> people, IReadOnlyList<AgencyMention> agencies, Func<int, bool> isTaken)
    {
        var tokens = text.Tokens;
        var modelled = new bool[tokens.Length];
        foreach (var span in people)
        {
            Array.Fill(modelled, true, span.First, span.Last - span.First + 1);
        }

        List<TokenSpan> found = [];
        foreach (var body in agencies.Where(body => body.Confidence > SureOfPlace && text.Tokens[body.First].Start >= text.TitleCaseEnd))
        {
            if (body.Last + 1 < tokens.Length && tokens[body.Last + 1] is { IsCapital: true } next && next.Start == tokens[body.Last].End + 1 && Offices.Before(text, tokens, body.Last + 1, lexicon, _ => false) is not null)
            {
                AddRun(text, tokens, body.Last + 1, lexicon, isTaken, modelled, found);
            }
        }

        foreach (var span in people.Where(span => text.Tokens[span.First].Start >= text.TitleCaseEnd && !isTaken(span.First) && !isTaken(span.Last)))
        {
            if (NameBounds.Within(text, tokens, new(PastBodies(span, isTaken), span.Last), lexicon) is { } name)
            {
                Add(name, found);
            }
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Start >= text.TitleCaseEnd && (AfterOffice(text, tokens, i, lexicon, modelled) is { } at || AfterSaying(text, tokens, i, lexicon, out at)))
            {
                AddRun(text, tokens, at, lexicon, isTaken, null, found);
            }
        }

        found.Sort((one, other) => one.First.CompareTo(other.First));
        return found;
    }

    /// <summary>The first token of a span behind the bodies' names it begins with.</summary>
    private static int PastBodies(EntitySpan span, Func<int, bool> isTaken)
    {
        var last = span.Last;
        while (last > span.First && !isTaken(last - 1))
        {
            last--;
        }

        return last > span.First ? last : span.First;
    }

    /// <summary>Where a name begins behind an office set off by a comma: <c>Kepala Dinas …, Dr. …</c>.</summary>
    private static int? AfterOffice(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, bool[] modelled)
    {
        if (i < 2 || i + 1 >= tokens.Length || tokens[i].Kind is not TokenKind.Mark || text.Text[tokens[i].Start] != ',' || !(tokens[i + 1].IsCapital || Titles.IsTitle(text, tokens, i + 1, lexicon)) || !tokens[i - 1].IsCapital)
        {
            return null;
        }

        return Offices.Before(text, tokens, i, lexicon, token => modelled[token]) is { } office && office.Last == i - 1 ? i + 1 : null;
    }

    /// <summary>Where a name begins behind a verb of saying that follows a quote: <c>” tegas …</c>.</summary>
    private static bool AfterSaying(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, out int start)
    {
        start = i + 1;
        return i > 0 && i + 1 < tokens.Length && tokens[i].Case is TokenCase.Lower && tokens[i + 1].IsCapital && tokens[i - 1].Kind is TokenKind.Mark && text.Text[tokens[i - 1].Start] is '”' or '’' or '"' or ','
            && lexicon["say"].Match(tokens, i, out _) == 1;
    }

    /// <summary>Adds the name that a run of capitals begins with; where the model knows part of the run, it tells where the name ends.</summary>
    private static void AddRun(ReleaseText text, ReadOnlySpan<Token> tokens, int start, Lexicon lexicon, Func<int, bool> isTaken, bool[]? modelled, List<TokenSpan> found)
    {
        while (start < tokens.Length && Titles.IsTitle(text, tokens, start, lexicon))
        {
            start++;
        }

        var last = start - 1;
        while (last + 1 < tokens.Length && last + 1 - start < LongestName && tokens[last + 1] is { IsWord: true, IsCapital: true } && !isTaken(last + 1))
        {
            last++;
        }

        var known = last;
        while (modelled is not null && known > start && !modelled[known])
        {
            known--;
        }

        last = modelled is not null && modelled[known] ? known : last;
        var isOffice = start <= last && (lexicon["office"].Match(tokens, start, out _) > 0 || lexicon["acting"].Match(tokens, start, out _) > 0);
        if (start <= last && !isOffice && !IsOneOfList(text, tokens, last, lexicon, modelled is null) && NameBounds.Within(text, tokens, new(start, last), lexicon) is { } name)
        {
            Add(name, found);
        }
    }

    /// <summary>Whether what looks like a name is followed by more of its kind: <c>Dinas Pangan, Kelautan, dan Pertanian</c>.</summary>
    private static bool IsOneOfList(ReleaseText text, ReadOnlySpan<Token> tokens, int last, Lexicon lexicon, bool isBehindComma)
    {
        if (last + 2 >= tokens.Length || tokens[last + 1].Kind is not TokenKind.Mark)
        {
            return false;
        }

        return text.Text[tokens[last + 1].Start] switch
        {
            ':' => true,
            ',' when isBehindComma => text.Word(tokens[last + 2]) is "dan" or "and" || (tokens[last + 2].IsCapital && lexicon["degree"].Match(tokens, last + 2, out _) == 0),
            _ => false,
        };
    }

    private static void Add(TokenSpan name, List<TokenSpan> found)
    {
        if (!found.Exists(span => span.First <= name.Last && name.First <= span.Last))
        {
            found.Add(name);
        }
    }
}
