using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Tells regions that a text writes short, behind who governs them, by the full name that it gives elsewhere: <c>Bupati Nisel</c>, where
/// <c>Kabupaten Nias Selatan</c> is named.
/// </summary>
internal static class ShortPlaces
{
    private const int Shortest = 4;
    private const int Longest = 8;

    /// <summary>A name without the short region that it begins with; an empty span where that is all of it.</summary>
    public static TokenSpan Past(ReleaseText text, TokenSpan span, Lexicon lexicon, WordClasses words)
    {
        var tokens = text.Tokens;
        return
            lexicon.IsModelled
            && span.First <= span.Last
            && tokens[span.First] is { IsCapital: true, Length: >= Shortest and <= Longest } word
            && !words[word.Hash].IsOfPersons
            && (
                NameBounds.IsBehind(lexicon.GovernmentOf, tokens, span.First)
                || NameBounds.IsBehind(lexicon.Territorial, tokens, span.First)
            )
            && IsShort(text, lexicon, word)
            ? new(span.First + 1, span.Last)
            : span;
    }

    // Over the whole text, but only for a word that running text does not know as a person's, right behind such an office.
    private static bool IsShort(ReleaseText text, Lexicon lexicon, Token word)
    {
        var tokens = text.Tokens;
        var letters = text.Word(word).ToString().ToUpperInvariant();
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (
                tokens[i].IsCapital
                && tokens[i].Hash != word.Hash
                && tokens[i + 1].IsCapital
                && tokens[i + 1].Start == tokens[i].End + 1
                && char.ToUpperInvariant(text.Text[tokens[i].Start]) == letters[0]
                && (
                    lexicon.RegionLevel.Match(tokens, i - 1, out _) == 1
                    || NameBounds.IsBehind(lexicon.GovernmentOf, tokens, i)
                    || NameBounds.IsBehind(lexicon.Territorial, tokens, i)
                )
                && ShortMentions.AreLettersOf(letters, text.Words(i, i + 1))
            )
            {
                return true;
            }
        }

        return false;
    }
}
