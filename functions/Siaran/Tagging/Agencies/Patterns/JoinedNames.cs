using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>
/// Tells how a name goes on behind its head, what small words join to it, and where another name begins: <c>Ministry of Trade and
/// Industry</c>, but <c>Ministry of Works and Solent Ferries Ltd</c>.
/// </summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
/// <param name="gazetteer">All regions, whose offices the list has.</param>
/// <param name="cues">The words before names of regions.</param>
/// <param name="words">What words in names are.</param>
/// <param name="runs">Runs of capitals.</param>
internal sealed class JoinedNames(
    Lexicon lexicon,
    AgencyNames names,
    RegionGazetteer gazetteer,
    RegionCues cues,
    NameWords words,
    NameRuns runs
)
{
    private const int Longest = 12;
    private const int ShortestListed = 5;
    private const int ShortestAcronym = 3;
    private const string Every = "Se";

    private readonly NameStops stops = words.Stops;
    private readonly SecondNames seconds = new(lexicon, names);

    /// <summary>How many tokens at a place go on a name: a capital, or words that join it to one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="isNamed">Whether such a body may be named after someone, titles included: <c>Universiti Sultan …</c></param>
    /// <param name="isFirst">Whether nothing is behind the head yet, so that no other name begins.</param>
    public int LengthAt(ReleaseText text, int at, bool isNamed, bool isFirst)
    {
        var tokens = text.Tokens;
        if (runs.PartAt(text, at) is > 0 and var part)
        {
            return part;
        }

        if (runs.IsOfSaint(text, at))
        {
            return 2;
        }

        // At most two joining words ("of the"), each of which needs a capital behind it.
        var (next, isAnd) = (at, false);
        while (next < tokens.Length && next - at < 2 && lexicon.BodyJoin.Match(tokens, next, out var kinds) == 1)
        {
            isAnd |= kinds[0] == "and";
            next++;
        }

        if (
            next >= tokens.Length
            || tokens[next] is not { IsWord: true, IsCapital: true }
            || tokens[next].Start > tokens[next - 1].End + 1
            || (!words.HasTails && next == at && !isFirst && IsOther(text, next, isNamed))
            || (words.HasTails && next == at && !isFirst && seconds.IsHeadAlone(tokens, next))
            || (words.Ends(tokens, next) && !MayFollow(tokens, next, isNamed, isAnd, isFirst))
        )
        {
            return 0;
        }

        return
            isAnd
            && (
                (next - at > 1 && !IsFieldAlone(tokens, next))
                || IsAnother(text, next)
                || IsSomeone(text, next)
                || (isNamed && words.HasTails && !words.IsField(tokens[next]))
            )
            ? 0
            : next - at + 1;
    }

    /// <summary>
    /// Whether a word that ends names elsewhere goes on one here: a title in whom it is named for, or an office that is a field too.
    /// </summary>
    private bool MayFollow(ReadOnlySpan<Token> tokens, int at, bool isNamed, bool isAnd, bool isFirst) =>
        (isNamed && lexicon.NameWord.Match(tokens, at, out _) == 1)
        || (isAnd && words.IsField(tokens[at]))
        || (isFirst && words.HasTails && words.IsField(tokens[at]) && lexicon.Office.Match(tokens, at, out _) == 1);

    /// <summary>Whether behind "and" another body, firm or district begins.</summary>
    // "and" is the hard one: within a name ("Trade and Industry") it goes on, between two bodies it
    // ends. A second body is recognised by beginning like one.
    private bool IsAnother(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        return IsFirm(text, at)
            || (!words.HasTails && cues.Before(text.Text, tokens, at + 1) is RegionCue.District or RegionCue.Village)
            || words.IsWhose(text, at)
            || IsAcronymOfOther(tokens, at)
            || (words.HasTails && seconds.Begins(text, at))
            // "Kerajaan Persekutuan dan Kerajaan Negeri": a field is the first word of a head of two.
            || (words.HasTails && lexicon.BodyHead.Match(tokens, at, out _) > 1)
            || (
                lexicon.Field.Match(tokens, at, out _) == 0
                && (
                    names.Names.Match(tokens, at, out _) > 0
                    || lexicon.BodyHead.Match(tokens, at, out _) > 0
                    || lexicon.Body.Match(tokens, at, out _) > 0
                )
            );
    }

    /// <summary>Whether a word behind <c>and the</c> can only be a field: <c>Ministry of Information and the Arts</c>.</summary>
    private bool IsFieldAlone(ReadOnlySpan<Token> tokens, int at) =>
        words.HasTails
        && lexicon.Field.Match(tokens, at, out _) == 1
        && !stops.IsGeneric(tokens, at)
        && lexicon.BodyTail.Match(tokens, at, out _) == 0
        && lexicon.Body.Match(tokens, at, out _) == 0
        && lexicon.BodyHead.Match(tokens, at, out _) == 0
        && names.Names.Match(tokens, at, out _) == 0
        && !(at + 1 < tokens.Length && tokens[at + 1].IsCapital && tokens[at + 1].Start == tokens[at].End + 1);

    /// <summary>
    /// Whether who is named behind "and" is a person, by initials or by what is held: <c>Ministry of Works and Hannah Ostrow as …</c>
    /// </summary>
    private bool IsSomeone(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        var isInitial =
            words.HasTails && tokens[at] is { Length: 1, IsCapital: true } && at + 1 < tokens.Length && text.IsMark(tokens[at + 1], '.');
        return isInitial
            || (
                words.HasTails
                && at + 2 < tokens.Length
                && tokens[at + 1] is { IsWord: true, Case: TokenCase.Capital }
                && !words.IsField(tokens[at])
                && !words.IsField(tokens[at + 1])
                && tokens[at + 2].Case is TokenCase.Lower
                && lexicon.AsOffice.Match(tokens, at + 2, out _) > 0
            );
    }

    /// <summary>Whether an acronym behind "and" is another body's, no other being before it: <c>Pejabat Tanah dan RISDA</c>.</summary>
    private bool IsAcronymOfOther(ReadOnlySpan<Token> tokens, int at) =>
        words.HasTails
        && at > 1
        && tokens[at] is { Case: TokenCase.Upper, Length: >= ShortestAcronym }
        && tokens[at - 2].Case is TokenCase.Capital
        && !(at + 1 < tokens.Length && tokens[at + 1].Case is TokenCase.Upper)
        && lexicon.Field.Match(tokens, at, out _) == 0;

    /// <summary>
    /// Whether a person or a listed body begins at a token, <c>Ditjen Migas Kementerian ESDM</c>, unless the name is a person's from its
    /// first word on: <c>Puskesmas Budi Harto</c>.
    /// </summary>
    private bool IsOther(ReleaseText text, int at, bool isNamed)
    {
        var tokens = text.Tokens;
        return (words.Persons is { } persons && persons[at] && !words.IsField(tokens[at]) && !(isNamed && IsNamedFor(text, persons, at)))
            || cues.Before(text.Text, tokens, at + 1) is RegionCue.District
            || names.Ministries.Contains(tokens[at].Hash)
            // "Kementerian Agama Se-Indonesia".
            || (tokens[at].Length == Every.Length && text.IsHyphen(at + 1) && text.Word(tokens[at]) is Every)
            || (
                names.Names.Match(tokens, at, out _) is > 0 and var listed
                && (listed > 1 || (tokens[at].Case is TokenCase.Upper && tokens[at].Length > 1) || tokens[at].Length >= ShortestListed)
            );
    }

    /// <summary>
    /// Whether the word before a token is of the person whom a body is named for, and no place: <c>Puskesmas Budi Harto</c>.
    /// </summary>
    private bool IsNamedFor(ReleaseText text, bool[] persons, int at) =>
        at > 1
        && persons[at - 1]
        && !NameBounds.IsBehind(lexicon.Office, text.Tokens, at - 2)
        && gazetteer.Names.Match(text.Tokens, at - 1, out _) == 0
        && gazetteer.Villages.Match(text.Tokens, at - 1, out _) == 0;

    /// <summary>Whether the capitals from one on are the name of a firm: <c>… and Solent Ferries Ltd</c>.</summary>
    private bool IsFirm(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        if (lexicon.FirmHead.Match(tokens, at, out _) > 0)
        {
            return true;
        }

        for (var i = at + 1; i < tokens.Length && i - at < Longest && tokens[i].IsWord; i++)
        {
            // "plc" is written small as often.
            if (lexicon.FirmTail.Match(tokens, i, out _) > 0)
            {
                return true;
            }

            if (!tokens[i].IsCapital)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a comma goes on a list of fields that ends with <c>and</c>, and how many tokens of it: <c>Kementerian Sains, Teknologi dan
    /// Inovasi</c>.
    /// </summary>
    public bool FieldsAt(ReleaseText text, int at, out int length)
    {
        var tokens = text.Tokens;
        length = 0;
        if (!words.HasTails && !text.IsMark(tokens[Math.Min(at, tokens.Length - 1)], ','))
        {
            return false;
        }

        for (var i = at; i + 1 < tokens.Length && i - at < Longest; i++)
        {
            var isField = tokens[i].IsCapital && words.IsField(tokens[i]);
            if (!isField && lexicon.And.Match(tokens, i, out _) > 0)
            {
                // Up to the first field behind "and"; what comes then is read as the rest of any name. Behind "and the" it
                // may be any word: "Sport, Heritage and the Fenlands".
                var next = i + (IsArticle(tokens, i + 1) ? 2 : 1);
                length =
                    i > at
                    && next < tokens.Length
                    && tokens[next].IsCapital
                    && ((next > i + 1 && i > at + 1) || (words.IsField(tokens[next]) && !BeginsLocal(tokens, next)))
                    && !seconds.EndsBody(text, at, i - 1)
                        ? next + 1 - at
                        : 0;
                return length > 0;
            }

            if ((!isField && !text.IsMark(tokens[i], ',') && !IsArticle(tokens, i)) || seconds.EndsBody(text, at, i))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether another body begins at a word that is a field too: <c>Balai A, dan Balai Pelaksanaan Jalan Nasional</c>.</summary>
    private bool BeginsLocal(ReadOnlySpan<Token> tokens, int at) =>
        !words.HasTails && (names.Names.Match(tokens, at, out _) > 1 || lexicon.BodyHead.Match(tokens, at, out _) > 1);

    /// <summary>Whether English puts an article before a field: <c>Climate, the Environment and Water</c>.</summary>
    private bool IsArticle(ReadOnlySpan<Token> tokens, int at) =>
        words.HasTails
        && at + 1 < tokens.Length
        && tokens[at].IsWord
        && lexicon.Article.Match(tokens, at, out _) == 1
        && lexicon.BodyJoin.Match(tokens, at, out _) == 1
        && tokens[at + 1].IsCapital;
}
