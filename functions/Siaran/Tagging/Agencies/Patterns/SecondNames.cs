using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>
/// Tells, in languages that name bodies by heads and tails, where a second body begins behind the first one's <c>and</c>, and where
/// <c>and</c> is within one name.
/// </summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies and their words.</param>
internal sealed class SecondNames(Lexicon lexicon, AgencyNames names)
{
    private readonly NameStops stops = new(lexicon);

    private const int LongestName = 6;
    private const int Fewest = 3;
    private const int FewestOfState = 2;
    private const int ShortestTail = 5;

    /// <summary>
    /// Whether a body begins behind <c>and</c> by its state, its tail or a second head: <c>… and Rosewell Sports Board</c>.
    /// </summary>
    public bool Begins(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        var isBeforeCapital = at + 1 < tokens.Length && tokens[at + 1].IsCapital && tokens[at + 1].Start <= tokens[at].End + 1;
        return lexicon.Body.Match(tokens, at, out _) > 1
            // "dan Ahli-ahli Majlis …": those who are of another.
            || (at + 2 < tokens.Length && text.IsDoubled(at + 1))
            || (isBeforeCapital && lexicon.Country.Match(tokens, at, out _) > 0 && lexicon.Field.Match(tokens, at, out _) == 0)
            || (isBeforeCapital && lexicon.BodyHead.Match(tokens, at, out _) == 1 && IsOfState(tokens, at + 1))
            || EndsWithTail(tokens, at);
    }

    private bool IsOfState(ReadOnlySpan<Token> tokens, int at) =>
        lexicon.Country.Match(tokens, at, out _) > 0 || lexicon.BodyLevel.Match(tokens, at, out _) == 1;

    /// <summary>
    /// Whether capitals, two or more before the last, end with a word that bodies alone are named with: <c>Authority</c>.
    /// </summary>
    private bool EndsWithTail(ReadOnlySpan<Token> tokens, int at)
    {
        var last = at;
        while (
            last + 1 < tokens.Length
            && last - at < LongestName
            && tokens[last + 1] is { IsWord: true, IsCapital: true }
            && tokens[last + 1].Start == tokens[last].End + 1
        )
        {
            last++;
            // "dan Sistem Aduan Majlis Perbandaran …": another's name is within.
            if (lexicon.BodyHead.Match(tokens, last, out _) > 1 || lexicon.Body.Match(tokens, last, out _) > 1)
            {
                return true;
            }

            // "… and Rosewell Library Board Representative": an office is behind it.
            if (last > at + 1 && last + 1 < tokens.Length && lexicon.Office.Match(tokens, last + 1, out _) > 0 && IsTail(tokens, last))
            {
                return true;
            }
        }

        return last > at + 1 && IsTail(tokens, last);
    }

    private bool IsTail(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Length >= ShortestTail
        && names.Tails.Contains(tokens[at].Hash)
        && lexicon.BodyTail.Match(tokens, at, out _) == 1
        && lexicon.Field.Match(tokens, at, out _) == 0;

    /// <summary>
    /// Whether a word within a list of fields ends a body's name, so that another body comes behind: <c>House of Rivers, Regional Council,
    /// and …</c>
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The comma at which the list goes on.</param>
    /// <param name="at">The word.</param>
    public bool EndsBody(ReleaseText text, int first, int at) =>
        lexicon.BodyTail.Count > 0 && at > first + 1 && !text.IsMark(text.Tokens[at - 1], ',') && IsTail(text.Tokens, at);

    /// <summary>
    /// Whether a word that names begin with has nothing of a name behind it, so that it is a word for something else: <c>Kementerian
    /// Air Kerajaan pimpinan …</c>
    /// </summary>
    public bool IsHeadAlone(ReadOnlySpan<Token> tokens, int at) =>
        lexicon.BodyTail.Count == 0
        && lexicon.BodyHead.Match(tokens, at, out _) == 1
        && lexicon.Field.Match(tokens, at, out _) == 1
        && at + 1 < tokens.Length
        && tokens[at + 1].Case is TokenCase.Lower;

    /// <summary>
    /// Whether a unit's name ends where the body that it is of is named: <c>Bahagian Air Majlis Daerah …</c>, <c>Jabatan Korporat
    /// Perbadanan …</c>
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The first token of the unit's name.</param>
    /// <param name="at">The token that would go on.</param>
    public bool IsWholeOfUnit(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        return lexicon.BodyTail.Count == 0
            && at > first + 1
            && at + 1 < tokens.Length
            && tokens[at].IsCapital
            && tokens[at + 1].IsCapital
            && tokens[at].Start == tokens[at - 1].End + 1
            && tokens[at - 1].IsCapital
            && stops.IsUnit(tokens, first)
            && stops.IsWhole(tokens, at);
    }

    /// <summary>
    /// How many tokens behind a ministry's head are its field with a small letter: <c>the Ministry of infrastructure</c>.
    /// </summary>
    public int SmallField(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        return
            lexicon.BodyTail.Count > 0
            && at < tokens.Length
            && at - first > 1
            && names.Ministries.Contains(tokens[first].Hash)
            && tokens[at].Case is TokenCase.Lower
            && tokens[at].Start == tokens[at - 1].End + 1
            && lexicon.Field.Match(tokens, at, out _) == 1
            ? 1
            : 0;
    }

    /// <summary>
    /// Whether capitals before <c>and</c> and those behind it are one name, for they begin with their state's or are several that name no
    /// body themselves: <c>Wyoming Inns and Taverns Association</c>.
    /// </summary>
    public bool IsJoinedName(ReleaseText text, int first, int and)
    {
        var tokens = text.Tokens;
        var state = lexicon.Country.Match(tokens, first, out _);
        var isMark = first > 0 && tokens[first - 1].IsCapital;
        return !isMark
            && state < and - first
            && and - first >= (state > 0 ? FewestOfState : Fewest)
            && !HasOffice(tokens, first, and)
            && and + 2 < tokens.Length
            && tokens[and + 1].IsCapital
            && lexicon.Country.Match(tokens, and + 1, out _) == 0
            && lexicon.Body.Match(tokens, and + 1, out _) == 0
            && names.Names.Match(tokens, and + 1, out _) == 0
            && lexicon.BodyTail.Match(tokens, and + 2, out _) > 0;
    }

    private bool HasOffice(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (var i = Math.Max(first - 1, 0); i < end; i++)
        {
            if (
                tokens[i].IsCapital
                && (
                    lexicon.Office.Match(tokens, i, out _) > 0
                    || lexicon.Title.Match(tokens, i, out _) > 0
                    || lexicon.Honorific.Match(tokens, i, out _) > 0
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
