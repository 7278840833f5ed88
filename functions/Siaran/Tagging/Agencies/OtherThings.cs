using Siaran.Tagging.Agencies.Patterns;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Names of bodies that are but the end of another thing's: <c>Tim Anggaran Pemerintah Daerah</c>.</summary>
internal static class OtherThings
{
    private const int LongestWork = 2;
    private const int LongestPortfolio = 6;
    private const string Minister = "Menteri";
    private const string Head = "kepala";
    private const string Event = "Majlis ";

    /// <summary>Whether words are no body but the end of a name that any region has: <c>Rencana Kerja Pemerintah Daerah</c>.</summary>
    public static bool Are(ReleaseText text, Lexicon lexicon, NamedBody body)
    {
        if (
            !lexicon.IsModelled
            && (
                IsEvent(lexicon, body)
                || IsOfWork(text, lexicon, body)
                || IsOfMember(text, lexicon, body.First)
                || IsOfLaw(text, lexicon, body)
                || IsQuestion(text, lexicon, body)
                || IsPortfolio(text, body)
            )
        )
        {
            return true;
        }

        // "Polsek Polsek": several of a kind.
        if (body.Last == body.First + 1 && text.Tokens[body.First].Hash == text.Tokens[body.Last].Hash)
        {
            return true;
        }

        if (IsOfAll(text, body) || IsOfRank(text, lexicon, body) || IsOfLetter(text, body))
        {
            return true;
        }

        var before = body.First - 1;
        if (before < 0 || text.Tokens[before].End + 1 != text.Tokens[body.First].Start)
        {
            return false;
        }

        return body.Name.Trait is AgencyTrait.AnyLevel && body.Place is null && body.Last > body.First && IsOfName(text, lexicon, before);
    }

    /// <summary>
    /// Whether all bodies of a kind are named, or all who head them: <c>seluruh Kejaksaan Negeri</c>, <c>para Kepala UPT Pangan</c>.
    /// </summary>
    private static bool IsOfAll(ReleaseText text, NamedBody body)
    {
        if (body.Place is not null || body.First < 2)
        {
            return false;
        }

        var isOfHeads = text.Word(text.Tokens[body.First - 1]).Equals(Head, StringComparison.OrdinalIgnoreCase);
        return (isOfHeads || body.Name.IsLocal) && IsAll(text.Word(text.Tokens[body.First - (isOfHeads ? 2 : 1)]));
    }

    private static bool IsAll(ReadOnlySpan<char> word) =>
        word.Equals("seluruh", StringComparison.OrdinalIgnoreCase)
        || word.Equals("para", StringComparison.OrdinalIgnoreCase)
        || word.Equals("semua", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a body is named in the brackets of what a minister of the head of government is for: <c>Menteri di Jabatan Perdana Menteri
    /// (Undang-Undang dan Parlimen)</c>.
    /// </summary>
    private static bool IsPortfolio(ReleaseText text, NamedBody body)
    {
        var open = body.First - 1;
        while (open > 0 && body.First - open <= LongestPortfolio && !text.IsMark(text.Tokens[open], '('))
        {
            open--;
        }

        return open > 0 && text.IsMark(text.Tokens[open], '(') && text.Word(text.Tokens[open - 1]) is Minister;
    }

    /// <summary>Whether a body is but a part of a letter's number: <c>188.45/0429/DPMD/2024</c>.</summary>
    private static bool IsOfLetter(ReleaseText text, NamedBody body) =>
        body.First == body.Last
        && body.First > 1
        && body.Last + 2 < text.Tokens.Length
        && text.IsMark(text.Tokens[body.First - 1], '/')
        && text.IsMark(text.Tokens[body.Last + 1], '/')
        && text.Tokens[body.First - 2].End == text.Tokens[body.First - 1].Start
        && text.Tokens[body.Last + 2].IsNumber;

    /// <summary>Whether a force is named in a rank alone: <c>Laksda TNI</c>, <c>Laksamana Muda TNI</c>.</summary>
    private static bool IsOfRank(ReleaseText text, Lexicon lexicon, NamedBody body)
    {
        if (
            body.First != body.Last
            || body.First == 0
            || text.Tokens[body.First - 1].End + 1 != text.Tokens[body.First].Start
            || lexicon.RankOf.Match(text.Tokens, body.First, out _) != 1
        )
        {
            return false;
        }

        var rank = body.First - 1;
        rank -= rank > 0 && lexicon.RankOf.Match(text.Tokens, rank, out _) == 1 ? 1 : 0;
        return lexicon.Rank.Match(text.Tokens, rank, out _) == 1;
    }

    /// <summary>Whether a body's name is but the end of who is a member of one: <c>Ahli Dewan Undangan Negeri</c>.</summary>
    public static bool IsOfMember(ReleaseText text, Lexicon lexicon, int first) =>
        first > 0 && lexicon.Constituency.Count > 0 && lexicon.Constituency.Match(text.Tokens, first - 1, out _) > 2;

    /// <summary>Whether the word that laws begin with comes right before a body's name: <c>Akta Lembaga Air 1990</c>.</summary>
    private static bool IsOfLaw(ReleaseText text, Lexicon lexicon, NamedBody body) =>
        body.First > 0
        && text.Tokens[body.First - 1] is { IsCapital: true } before
        && before.End + 1 == text.Tokens[body.First].Start
        && lexicon.ActHead.Match(text.Tokens, body.First - 1, out _) == 1;

    /// <summary>Whether an acronym is a word that leads on to whoever is named, as advisories do: <c>WHO: Mayor …</c></summary>
    private static bool IsQuestion(ReleaseText text, Lexicon lexicon, NamedBody body) =>
        body.First == body.Last
        && body.Last + 1 < text.Tokens.Length
        && text.IsMark(text.Tokens[body.Last + 1], ':')
        && lexicon.Clause.Match(text.Tokens, body.First, out _) == 1;

    /// <summary>
    /// Whether capitals right behind a body's name make it part of another thing's: <c>Rosewell Air Force Base</c>, <c>United Nations
    /// Framework Convention</c>.
    /// </summary>
    private static bool IsOfWork(ReleaseText text, Lexicon lexicon, NamedBody body)
    {
        var tokens = text.Tokens;
        var stops = new NameStops(lexicon);
        // "Harbour Bank Corporation Limited": a firm.
        var behind = body.Last + 1;
        var isFirm = behind < tokens.Length && tokens[behind].IsCapital && lexicon.FirmTail.Match(tokens, behind, out _) > 0;
        if ((isFirm || stops.IsThing(tokens, body.Last)) && body.Last > body.First)
        {
            return true;
        }

        var isTitleCase = tokens[body.First].Start < text.TitleCaseEnd;
        for (var i = body.Last + 1; i < tokens.Length && i - body.Last <= LongestWork && !isTitleCase; i++)
        {
            if (!tokens[i].IsCapital || tokens[i].Start != tokens[i - 1].End + 1 || text.IsOwner(tokens[i - 1]))
            {
                return false;
            }

            if (stops.IsWork(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a body on no list is an event by the word for one: <c>Majlis Perasmian …</c></summary>
    // By its name, for its short form in the text is of the event too: "Majlis Menandatangani … (MoU)".
    private static bool IsEvent(Lexicon lexicon, NamedBody body)
    {
        if (lexicon.Occasion.Count == 0 || body.Name.IsLocal || !body.Name.Name.StartsWith(Event, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var words = Tokenizer.Read(body.Name.Name);
        return words.Length > 1
            && lexicon.Body.Match(words, 0, out _) < 2
            && (
                lexicon.Occasion.Match(words, 1, out _) > 0
                // A council is named by its field, its level or its kind, and an event by whatever happens.
                || (
                    lexicon.BodyHead.Match(words, 0, out _) < 2
                    && lexicon.Field.Match(words, 1, out _) == 0
                    && lexicon.BodyLevel.Match(words, 1, out _) == 0
                    && lexicon.Country.Match(words, 1, out _) == 0
                    && lexicon.Country.Match(words, words.Length - 1, out _) == 0
                    && lexicon.Field.Match(words, words.Length - 1, out _) == 0
                )
            );
    }

    /// <summary>Whether two capitals before a body's name are of the same name: <c>Tim Anggaran …</c></summary>
    private static bool IsOfName(ReleaseText text, Lexicon lexicon, int before) =>
        before > 0
        && text.Tokens[before] is { IsWord: true, Case: TokenCase.Capital, Start: var start }
        && text.Tokens[before - 1] is { IsWord: true, Case: TokenCase.Capital, End: var end }
        && end + 1 == start
        && start >= text.TitleCaseEnd
        && lexicon.Office.Match(text.Tokens, before, out _) == 0
        && lexicon.Office.Match(text.Tokens, before - 1, out _) == 0;
}
