using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Tells what is named after a person from the person, by the words right before a name.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
internal sealed class Namesakes(ReleaseText text, Lexicon lexicon, OfficeBodies bodies)
{
    /// <summary>What the lexicon says of a title that nothing but a person has: <c>Mr</c>.</summary>
    private const string Plain = "plain";

    private const int LengthOfShortName = 2;

    private readonly NameParts parts = new(text, lexicon);

    /// <summary>
    /// Whether a word that tells what bears a person's name is before a token, perhaps with its field between: <c>Masjid</c>, <c>Anugerah
    /// Pendidikan</c>.
    /// </summary>
    public bool IsBehindThing(int at) =>
        NameBounds.IsBehind(lexicon.NamedFor, text.Tokens, at)
            ? !IsShortName(at - 1)
            : IsOfPlace(at)
                || !lexicon.IsModelled
                    && at > 1
                    && text.Tokens[at - 1].IsCapital
                    && bodies.IsBodyWord(text.Tokens[at - 1])
                    && lexicon.NamedFor.Match(text.Tokens, at - 2, out _) == 1
                    && text.Tokens[at - 2].IsCapital;

    /// <summary>Whether a word for a territory and <c>of</c> are before a token: <c>the State of Rosewell</c>.</summary>
    private bool IsOfPlace(int at) =>
        !lexicon.IsModelled
        && at > 1
        && text.Tokens[at - 2].IsCapital
        && text.Tokens[at - 1].Case is TokenCase.Lower
        && lexicon.OfficeOf.Match(text.Tokens, at - 1, out _) == 1
        && lexicon.PlaceWord.Match(text.Tokens, at - 2, out _) == 1;

    /// <summary>Whether a name that is written short is spelt as a word for a thing: <c>Sk Rahim</c>, but <c>SK Taman Damar</c>.</summary>
    public bool IsShortName(int at) =>
        !lexicon.IsModelled && at >= 0 && text.Tokens[at] is { Case: TokenCase.Capital, Length: LengthOfShortName };

    /// <summary>Whether a title that persons alone have is right before a name: <c>the Harcastle Foundation Mr Nils Bendt</c>.</summary>
    public bool IsBehindPlainTitle(int first)
    {
        var before = first - 1;
        before -= before > 0 && text.IsMark(text.Tokens[before], '.') ? 1 : 0;
        return !lexicon.IsModelled
            && before >= 0
            && text.Tokens[before].IsCapital
            && lexicon.Title.Match(text.Tokens, before, out var kinds) == 1
            && kinds.Contains(Plain);
    }

    /// <summary>Whether a mark joins a word to the name before it, of which it is the second half: <c>Kasim ‘Arif</c>.</summary>
    public bool IsSecondHalf(int first) =>
        first > 1
        && text.Tokens[first - 1].Kind is TokenKind.Mark
        && parts.IsBreathing(first - 1)
        && !Titles.IsTitle(new(text, lexicon, first - 2))
        && bodies.OfficeAt(first - 2) == 0;
}
