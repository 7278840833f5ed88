using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Where names begin behind an office and what it rules: <c>Bupati Dompu Kader Wirasena</c>.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells offices.</param>
/// <param name="cues">Tells where an office ends.</param>
/// <param name="runs">Tells where a run of capitals ends.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
/// <param name="placeWithin">How many tokens of a span, from its first, are a region's name.</param>
internal sealed class TerritoryNames(
    ReleaseText text,
    Lexicon lexicon,
    OfficeBodies bodies,
    NameCues cues,
    NameRuns runs,
    Func<int, bool> isTaken,
    Func<int, int, int> placeWithin
)
{
    private const int LongestFirstName = 3;
    private const int LongestPlace = 4;

    /// <summary>How many tokens from one on are the territory of the office before it, with a name or a title behind them.</summary>
    public int LengthAt(int start) =>
        start < text.Tokens.Length
        && text.Tokens[start].IsCapital
        && (lexicon.IsModelled ? IsBehindOffice(start) : cues.IsBehindTerritory(start) || Offices.Before(At(start)) is not null)
        && placeWithin(start, runs.End(start)) is > 0 and var length
        && (start + length <= runs.End(start) || Titles.IsTitle(At(start + length)))
            ? length
            : 0;

    /// <summary>Where a name begins whose first words the entity model did not see, between it and the territory.</summary>
    /// <param name="first">The first token that it saw.</param>
    /// <param name="isNoPerson">Whether the entity model takes a token for a place or a body.</param>
    public int WithFirstName(int first, Func<int, bool> isNoPerson)
    {
        for (var start = first; start > 0 && first - start < LongestFirstName; start--)
        {
            // Behind the head of a government comes a listed region or the name itself.
            if (
                IsBehindPlace(start)
                || (start < first && (bodies.IsNational(start) || (IsNoPlace(start, first) && BeginsName(start, isNoPerson))))
            )
            {
                return start;
            }

            if (!MayBeOfName(start - 1))
            {
                break;
            }
        }

        return first;
    }

    /// <summary>Whether the words before a name are no place, or follow a title and are of it: <c>Drs. Makmur Azhari</c>.</summary>
    private bool IsNoPlace(int start, int first) => placeWithin(start, first - 1) == 0 || Titles.IsTitle(At(start - 1));

    /// <summary>Whether a region's name ends before a token, and begins behind an office.</summary>
    private bool IsBehindPlace(int start)
    {
        for (var place = start - 1; place > 0 && start - place <= LongestPlace; place--)
        {
            if (placeWithin(place, start - 1) == start - place && IsBehindOffice(place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the office of a territory is before a token, the word of its level between: <c>Sekda Kabupaten …</c></summary>
    private bool IsBehindOffice(int start) =>
        cues.IsBehindTerritory(start)
        || (start > 0 && lexicon.PlaceWord.Match(text.Tokens, start - 1, out _) == 1 && cues.IsBehindTerritory(start - 1));

    private bool MayBeOfName(int token) =>
        text.Tokens[token] is { IsWord: true, Case: TokenCase.Capital } word
        && word.End + 1 == text.Tokens[token + 1].Start
        && !isTaken(token)
        && bodies.OfficeAt(token) == 0
        && !Titles.IsTitle(At(token))
        && lexicon.PlaceWord.Match(text.Tokens, token, out _) == 0
        && lexicon.NoName.Match(text.Tokens, token, out _) == 0;

    /// <summary>Whether a name begins at a token that the model took for none of it, by what is before it.</summary>
    private bool BeginsName(int token, Func<int, bool> isNoPerson) =>
        (!isNoPerson(token) && IsBehindGovernorOrTitle(token)) || cues.AfterOffice(token - 1, _ => false) == token;

    private bool IsBehindGovernorOrTitle(int token) =>
        Titles.IsTitle(At(token - 1))
        || NameBounds.IsBehind(lexicon.GovernmentOf, text.Tokens, token)
        || lexicon.Secretary.Match(text.Tokens, token - 1, out _) == 1;

    private TokenCursor At(int token) => new(text, lexicon, token);
}
