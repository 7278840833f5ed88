using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>
/// Runs of capitals that names are made of, with the marks within them: <c>Anti-Scam Unit</c>, <c>Veterans’ Affairs</c>, <c>Rivers &amp;
/// Roads Agency</c>.
/// </summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="words">What words in names are.</param>
internal sealed class NameRuns(Lexicon lexicon, NameWords words)
{
    private const int ShortestHalf = 5;

    private readonly NameStops stops = words.Stops;

    /// <summary>Whether a hyphen joins two halves of one word that both have capitals: <c>Anti-Scam</c>.</summary>
    // In Indonesian a hyphen joins two names as often, so that there only a doubled word is one.
    private bool IsHyphen(ReleaseText text, int at) =>
        text.IsDoubled(at) || (words.HasTails && text.IsHyphen(at) && text.Tokens[at - 1].IsCapital && text.Tokens[at + 1].IsCapital);

    /// <summary>
    /// Whether a hyphen joins the small half of a word within a name: <c>… Agency for Geo-informatics</c>, not <c>…-led</c>.
    /// </summary>
    private bool IsSmallHalf(ReleaseText text, int at) =>
        words.HasTails
        && text.IsHyphen(at)
        && text.Tokens[at - 1].IsCapital
        && text.Tokens[at + 1] is { Case: TokenCase.Lower, Length: >= ShortestHalf }
        && lexicon.WordHalf.Match(text.Tokens, at + 1, out _) == 0;

    /// <summary>Whether a point is behind the short word that a place's name begins with: <c>St. Bride’s Fire Department</c>.</summary>
    public bool IsOfSaint(ReleaseText text, int at) =>
        words.HasTails
        && at > 0
        && at + 1 < text.Tokens.Length
        && text.IsMark(text.Tokens[at], '.')
        && text.Tokens[at - 1] is { IsCapital: true, Length: 2 }
        && lexicon.PlaceWord.Match(text.Tokens, at - 1, out _) == 1
        && text.Tokens[at + 1].IsCapital
        && text.Tokens[at + 1].Start == text.Tokens[at].End + 1;

    /// <summary>Whether an apostrophe says that what comes behind is of several: <c>Veterans’ Affairs</c>, <c>Boys’ College</c>.</summary>
    private bool IsOfSeveral(ReleaseText text, int at) =>
        words.HasTails
        && at > 0
        && at + 1 < text.Tokens.Length
        && (text.IsMark(text.Tokens[at], '’') || text.IsMark(text.Tokens[at], '\''))
        && text.Tokens[at - 1] is { IsCapital: true, Case: TokenCase.Capital }
        && text.Text[text.Tokens[at].Start - 1] is 's'
        && text.Tokens[at - 1].End == text.Tokens[at].Start
        && text.Tokens[at + 1].IsCapital
        && text.Tokens[at + 1].Start == text.Tokens[at].End + 1;

    private static bool IsAmpersand(ReleaseText text, int i) => text.IsMark(text.Tokens[i], '&');

    /// <summary>Whether a sum or a number is at a token, which is of no name: <c>62M</c>.</summary>
    public static bool BeginsWithDigit(ReleaseText text, int i) => char.IsAsciiDigit(text.Text[text.Tokens[i].Start]);

    /// <summary>Whether the capital at a token goes on a run of them.</summary>
    public bool IsWithinRun(ReleaseText text, int i) =>
        i > 0
        && !BeginsWithDigit(text, i - 1)
        && !stops.IsCut(text, i - 1)
        && !IsHead(text, i - 1)
        && (
            IsHyphen(text, i - 1)
            || (i > 1 && IsOfSaint(text, i - 1))
            || (i > 1 && IsSmallHalf(text, i - 2) && text.Tokens[i - 1].End + 1 == text.Tokens[i].Start)
            || IsOfSeveral(text, i - 1)
            || (
                (text.Tokens[i - 1] is { IsWord: true, IsCapital: true } || IsAmpersand(text, i - 1))
                && text.Tokens[i - 1].End + 1 == text.Tokens[i].Start
                && lexicon.Article.Match(text.Tokens, i - 1, out _) == 0
            )
        );

    /// <summary>Whether a token goes on the run of capitals from <paramref name="first"/> on.</summary>
    public bool GoesOnRun(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        var isWord = tokens[at] is { IsWord: true, IsCapital: true };
        return at == first
            ? isWord
            : IsHyphen(text, at)
                || IsHyphen(text, at - 1)
                || IsSmallHalf(text, at)
                || IsOfSaint(text, at)
                || (at > first + 1 && IsSmallHalf(text, at - 1))
                || IsOfSeveral(text, at)
                || ((isWord || IsAmpersand(text, at)) && tokens[at].Start == tokens[at - 1].End + 1);
    }

    /// <summary>
    /// How many tokens at a place are the second half of a word (<c>Sumber-Sumber</c>, <c>Info-Komunikasi</c>) or a state's or city's name
    /// of several words; 0 where there is neither.
    /// </summary>
    public int PartAt(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        return IsHyphen(text, at) || IsSmallHalf(text, at) || IsOfSeveral(text, at) ? 2
            : tokens[at].IsCapital && lexicon.Country.Match(tokens, at, out _) is > 1 and var length ? length
            : 0;
    }

    /// <summary>Whether a word says who heads the body that is named behind it: <c>CEO National Rivers Council</c>.</summary>
    public bool IsHead(ReleaseText text, int i) =>
        !lexicon.IsModelled
        && text.Tokens[i].IsCapital
        && stops.IsHead(text.Tokens, i)
        && lexicon.Office.Match(text.Tokens, i, out _) == 1
        && !text.IsOwner(text.Tokens[i]);
}
