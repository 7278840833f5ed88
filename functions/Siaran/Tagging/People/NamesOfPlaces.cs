using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Tells what was taken for a name and is a place or a field of an office, by the names and the bodies next to it: <c>Camat Pagun, Iwan
/// Jumadi</c>.
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="cues">Tells where an office ends.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
/// <param name="placeWithin">How many tokens of a span, from its first, are a region's name.</param>
/// <param name="words">How words are used in running text.</param>
internal sealed class NamesOfPlaces(
    ReleaseText text,
    Lexicon lexicon,
    OfficeBodies bodies,
    NameCues cues,
    Func<int, bool> isTaken,
    Func<int, int, int> placeWithin,
    WordClasses words
)
{
    private const int LongestPlace = 6;
    private const string In = "di";

    /// <summary>Whether a name that was found is none.</summary>
    /// <param name="span">The name.</param>
    /// <param name="found">All that were found.</param>
    public bool Are(TokenSpan span, List<TokenSpan> found) =>
        IsPlaceOfOffice(span, found)
        || IsPlaceBeforeHolder(span, found)
        || IsRulerOf(span)
        || IsDistrict(span)
        || IsFieldBeforeBody(span)
        || (lexicon.IsModelled && (IsRestOfPlace(span) || IsEndOfPlace(span) || IsFieldElsewhere(span) || IsOfManyOffices(span, found)));

    /// <summary>
    /// Whether what was taken for a name is the place an office rules, because the officeholder follows: <c>Camat Pagun, Iwan Jumadi</c>.
    /// </summary>
    private bool IsPlaceOfOffice(TokenSpan span, List<TokenSpan> found)
    {
        // Where no list of places helps, one word that a title follows: "Ketua Balai Jelebu, Inspektor …".
        var isBare = !lexicon.IsModelled && span.First == span.Last && Offices.Before(At(span.First)) is not null;
        if (
            !(cues.IsBehindTerritory(span.First) || isBare)
            || span.Last + 2 >= text.Tokens.Length
            || !text.IsMark(text.Tokens[span.Last + 1], ',')
        )
        {
            return false;
        }

        var next = Titles.EndFrom(text, lexicon, span.Last + 2);
        return (next > span.Last + 2 || !isBare) && found.Exists(other => other.First == next);
    }

    /// <summary>
    /// Whether one word is the place that an office rules, because its holder comes right behind: <c>Bupati Pagun Rahmat</c>.
    /// </summary>
    private bool IsPlaceBeforeHolder(TokenSpan span, List<TokenSpan> found) =>
        lexicon.IsModelled
        && span.First == span.Last
        && cues.IsBehindTerritory(span.First)
        && found.Exists(other => other.First == span.Last + 1 && text.Tokens[other.First].Start == text.Tokens[span.Last].End + 1);

    /// <summary>Whether what was taken for a name is an office's field, between it and its body: <c>Deputi Dayamas BNN</c>.</summary>
    private bool IsFieldBeforeBody(TokenSpan span) =>
        lexicon.IsModelled
        && span.First == span.Last
        && span.Last + 1 < text.Tokens.Length
        && isTaken(span.Last + 1)
        && text.Tokens[span.Last + 1].Start == text.Tokens[span.Last].End + 1
        && (
            NameBounds.IsBehind(lexicon.Office, text.Tokens, span.First)
            || (span.First > 0 && bodies.IsBodyWord(text.Tokens[span.First - 1]))
        );

    /// <summary>
    /// Whether the word for a kind of place comes between an office or a word for a village and what was taken for a name: <c>Kepala Desa
    /// Tanjung Kurus</c>.
    /// </summary>
    private bool IsRestOfPlace(TokenSpan span)
    {
        // "Tanjung Kurus" may be taken for the name with its first word.
        var place = span.Last > span.First && lexicon.PlaceWord.Match(text.Tokens, span.First, out _) == 1 ? span.First : span.First - 1;
        return place > 0
            && text.Tokens[place].IsCapital
            && text.Tokens[place].End + 1 == text.Tokens[place + 1].Start
            && lexicon.PlaceWord.Match(text.Tokens, place, out _) == 1
            && lexicon.RegionLevel.Match(text.Tokens, place, out _) == 0
            && (
                NameBounds.IsBehind(lexicon.Settlement, text.Tokens, place)
                || (
                    NameBounds.IsBehind(lexicon.Territorial, text.Tokens, place)
                    && !NameBounds.IsBehind(lexicon.GovernmentOf, text.Tokens, place)
                    && lexicon.Secretary.Match(text.Tokens, place - 1, out _) == 0
                )
            )
            && (place + 1 == span.Last || !HasWordOfPersons(span));
    }

    /// <summary>
    /// Whether what was taken for a name ends the name of a place, where someone or something is: <c>di Tanah Wali Jaga Rimba</c>.
    /// </summary>
    private bool IsEndOfPlace(TokenSpan span)
    {
        if (
            span.First > 1
            && text.Tokens[span.First - 1].Case is TokenCase.Lower
            && lexicon.PlaceWord.Match(text.Tokens, span.First - 1, out _) == 1
            && lexicon.RegionLevel.Match(text.Tokens, span.First - 1, out _) == 0
            && At(span.First - 2).Word is In
        )
        {
            // "di tanah Jaga Rimba".
            return !IsSaying(span.Last + 1);
        }

        for (var at = span.First - 1; at > 0 && span.First - at <= LongestPlace; at--)
        {
            if (
                text.Tokens[at] is not { IsWord: true, IsCapital: true }
                || text.Tokens[at].End + 1 != text.Tokens[at + 1].Start
                || isTaken(at)
                || bodies.OfficeAt(at) > 0
                || Titles.IsTitle(At(at))
            )
            {
                return false;
            }

            if (At(at - 1).Word is In)
            {
                return (at < span.First - 1 || lexicon.RegionLevel.Match(text.Tokens, at, out _) == 0)
                    && (
                        lexicon.PlaceWord.Match(text.Tokens, at, out _) == 1
                        || lexicon.Settlement.Match(text.Tokens, at, out _) == 1
                        || lexicon.NamedFor.Match(text.Tokens, at, out _) == 1
                    )
                    && (at == span.First - 1 || placeWithin(at, span.First - 1) == 0)
                    && !IsSaying(span.Last + 1);
            }
        }

        return false;
    }

    private bool IsSaying(int at) => at < text.Tokens.Length && lexicon.Says.Match(text.Tokens, at, out _) > 0;

    /// <summary>
    /// Whether the text elsewhere has one word between such an office and a body, as its field: <c>Dirjen Palma</c>, where <c>Dirjen Palma
    /// Kementerian Pertanian</c> is named too.
    /// </summary>
    private bool IsFieldElsewhere(TokenSpan span)
    {
        var tokens = text.Tokens;
        if (
            span.First != span.Last
            || words[tokens[span.First].Hash].IsOfPersons
            || !NameBounds.IsBehind(lexicon.OfficeOfField, tokens, span.First)
        )
        {
            return false;
        }

        // Compared by hash, over the whole text; only for a single word that running text does not know as a person's.
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (
                tokens[i].Hash == tokens[span.First].Hash
                && (isTaken(i + 1) || text.IsMark(tokens[i + 1], '('))
                && NameBounds.IsBehind(lexicon.OfficeOfField, tokens, i)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether one word is the body that several offices are of, because a name is set off behind it: <c>Ketua Bamusdes, Rahmat
    /// Hidayat</c>, <c>Pengurus Bamusdes</c>.
    /// </summary>
    private bool IsOfManyOffices(TokenSpan span, List<TokenSpan> found)
    {
        var tokens = text.Tokens;
        if (
            span.First != span.Last
            || words[tokens[span.First].Hash].IsOfPersons
            || !NameBounds.IsBehind(lexicon.Office, tokens, span.First)
        )
        {
            return false;
        }

        // Over the whole text, but only for a single word that running text does not know as a person's.
        var (isBeforeName, isOfOther) = (false, false);
        for (var i = 1; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].Hash != tokens[span.First].Hash || !NameBounds.IsBehind(lexicon.Office, tokens, i))
            {
                continue;
            }

            var next = Titles.EndFrom(text, lexicon, i + 2);
            isBeforeName |= text.IsMark(tokens[i + 1], ',') && found.Exists(name => name.First == next);
            isOfOther |= tokens[i - 1].Hash != tokens[span.First - 1].Hash;
        }

        return isBeforeName && isOfOther;
    }

    /// <summary>Whether words are a district or a village, with nothing next to them of a person: <c>Rantau Rasau</c>.</summary>
    private bool IsDistrict(TokenSpan span) =>
        lexicon.IsModelled
        && span.Last > span.First
        && placeWithin(span.First, span.Last) == span.Last - span.First + 1
        && !(words[text.Tokens[span.First].Hash].IsSurelyOfPersons && words[text.Tokens[span.Last].Hash].IsSurelyOfPersons)
        && !Titles.IsTitle(At(span.First - 1))
        // "Camat Rawa Jaya": what a word of persons is in may be the holder.
        && (Offices.Before(At(span.First)) is null || !HasWordOfPersons(span))
        && !(span.Last + 1 < text.Tokens.Length && lexicon.Says.Match(text.Tokens, span.Last + 1, out _) > 0);

    private bool HasWordOfPersons(TokenSpan span)
    {
        for (var i = span.First; i <= span.Last; i++)
        {
            if (words[text.Tokens[i].Hash].IsOfPersons)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what was taken for a name is the ruler of a region: <c>Raja Buol</c>.</summary>
    private bool IsRulerOf(TokenSpan span) =>
        lexicon.IsModelled
        && span.Last > span.First
        && lexicon.NameWord.Match(text.Tokens, span.First, out var fields) == 1
        && fields[0] is "-"
        && placeWithin(span.First + 1, span.Last) == span.Last - span.First;

    private TokenCursor At(int token) => new(text, lexicon, token);
}
