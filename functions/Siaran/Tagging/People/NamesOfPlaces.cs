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
    /// <summary>Whether a name that was found is none.</summary>
    /// <param name="span">The name.</param>
    /// <param name="found">All that were found.</param>
    public bool Are(TokenSpan span, List<TokenSpan> found) =>
        IsPlaceOfOffice(span, found) || IsPlaceBeforeHolder(span, found) || IsRulerOf(span) || IsDistrict(span) || IsFieldBeforeBody(span);

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
