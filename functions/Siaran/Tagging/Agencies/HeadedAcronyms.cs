using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Bodies by acronyms on no list, behind the office of who heads one or before it: <c>the CEO of FENDIA</c>, <c>FENDIA CEO …</c>
/// </summary>
internal static class HeadedAcronyms
{
    /// <summary>What the lexicon says of words that head a body.</summary>
    private const string Head = "head";

    private const int Shortest = 4;
    private const int Longest = 8;

    /// <summary>Adds them, and teaches the acronyms, in languages that name bodies by heads and tails.</summary>
    public static void Add(ReleaseText text, Lexicon lexicon, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        var tokens = text.Tokens;
        for (var i = 2; i < tokens.Length && lexicon.BodyTail.Count > 0; i++)
        {
            if (
                tokens[i] is { Case: TokenCase.Upper, Length: >= Shortest and <= Longest }
                && ((IsHeaded(text, lexicon, i) && IsAlone(tokens, i)) || IsBeforeHead(text, lexicon, i))
                && lexicon.Country.Match(tokens, i, out _) == 0
                && lexicon.Degree.Match(tokens, i, out _) == 0
                && lexicon.Field.Match(tokens, i, out _) == 0
                && !UnlistedBodies.Covered(found, i)
            )
            {
                var body = new NamedBody(AgencyName.Unlisted(text.Word(tokens[i]).ToString(), isLocal: false), null, i, i);
                found.Add(body);
                learnt.Add(tokens.Slice(i, 1), body);
            }
        }
    }

    /// <summary>Whether an office of who heads a body is before a token, <c>of</c> and perhaps an article between.</summary>
    private static bool IsHeaded(ReleaseText text, Lexicon lexicon, int at)
    {
        var tokens = text.Tokens;
        var of = at - 1;
        of -= of > 1 && tokens[of].Case is TokenCase.Lower && text.Word(tokens[of]) is "the" ? 1 : 0;
        return of > 0
            && tokens[of].Case is TokenCase.Lower
            && text.Word(tokens[of]) is "of"
            && lexicon.BodyStop.Match(tokens, of - 1, out var kinds) == 1
            && kinds.Contains(Head);
    }

    /// <summary>
    /// Whether an office of who heads a body is right behind a token, and no capital before it: <c>FENDIA Director General</c>. Who
    /// manages or coordinates may do it for a project.
    /// </summary>
    private static bool IsBeforeHead(ReleaseText text, Lexicon lexicon, int at)
    {
        var tokens = text.Tokens;
        return at + 1 < tokens.Length
            && tokens[at + 1].IsCapital
            && tokens[at + 1].Start == tokens[at].End + 1
            && !(tokens[at - 1].IsCapital && tokens[at - 1].End + 1 == tokens[at].Start)
            && tokens[at].Start >= text.TitleCaseEnd
            && lexicon.BodyStop.Match(tokens, at + 1, out var kinds) == 1
            && kinds.Contains(Head)
            && text.Word(tokens[at + 1]) is not ("Coordinator" or "Manager" or "COORDINATOR" or "MANAGER");
    }

    private static bool IsAlone(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 >= tokens.Length || !tokens[at + 1].IsCapital || tokens[at + 1].Start != tokens[at].End + 1;
}
