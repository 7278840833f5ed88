using Siaran.Releases;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Reads the town that a branch is named for, which is no province, regency or city: <c>Pengadilan Agama Kayuputih</c>, <c>BBWS Sumatera II
/// Medan</c>.
/// </summary>
/// <param name="gazetteer">All regions, with districts and villages.</param>
/// <param name="lexicon">The words of the text's language.</param>
/// <param name="hospitals">Tells names of persons by their words.</param>
internal sealed class Seats(RegionGazetteer gazetteer, Lexicon lexicon, HospitalNames hospitals)
{
    private const int MostWords = 2;
    private const int ShortestName = 4;
    private const int ShortestAcronym = 3;

    /// <summary>The seat at a token; null where none is there.</summary>
    /// <param name="text">The release.</param>
    /// <param name="first">The first token of the body's name.</param>
    /// <param name="at">Where the seat would begin.</param>
    /// <param name="behind">The token behind the name.</param>
    public AgencyPlace? Read(ReleaseText text, int first, int at, ref int behind)
    {
        var end = EndOf(text, first, at);
        if (end <= at)
        {
            return null;
        }

        var label = Spaces.Collapse(text.Words(at, end - 1));
        behind = end;
        return new(Slug.From(label), label) { IsSeat = true };
    }

    /// <summary>The token behind the seat; the one it would begin at where there is none.</summary>
    private int EndOf(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        if (!GoesOn(text, at) || IsNoName(text, at))
        {
            return at;
        }

        // "Sumatera II Medan": an island and the number of its part.
        if (at + 1 < tokens.Length && tokens[at + 1].IsWord && SpelledNames.IsClass(text.Word(tokens[at + 1])) && GoesOn(text, at + 1))
        {
            return at + 2 + ListedAt(text, at + 2);
        }

        // "PA Kayuputih": what begins with two letters alone may be anything but where a listed place follows.
        if (ListedAt(text, at) is var listed && (listed > 0 || tokens[first].Length < ShortestAcronym))
        {
            return at + listed;
        }

        // Behind an office the second word may be of whoever holds it: "Ketua Pengadilan Negeri Kayuputih Budi".
        var most = People.NameBounds.IsBehind(lexicon.Office, tokens, first) ? 1 : MostWords;
        var end = at;
        while (end < tokens.Length && end - at < most && GoesOn(text, end) && !IsNoName(text, end))
        {
            end++;
        }

        return end == at + 1 && tokens[at].Length < ShortestName ? at : end;
    }

    private int ListedAt(ReleaseText text, int at) =>
        at >= text.Tokens.Length || !GoesOn(text, at) ? 0
        : gazetteer.Names.Match(text.Tokens, at, out _) is > 0 and var length ? length
        : gazetteer.Villages.Match(text.Tokens, at, out _);

    /// <summary>Whether a capital comes right behind the token before it, in running text.</summary>
    private static bool GoesOn(ReleaseText text, int at) =>
        at > 0
        && at < text.Tokens.Length
        && text.Tokens[at] is { IsWord: true, IsCapital: true } token
        && token.Start == text.Tokens[at - 1].End + 1
        && token.Start >= text.TitleCaseEnd;

    private bool IsNoName(ReleaseText text, int at) =>
        hospitals.IsPerson(text.Tokens, at)
        || People.Titles.IsTitle(new(text, lexicon, at))
        || lexicon.NoName.Match(text.Tokens, at, out _) > 0
        || lexicon.Field.Match(text.Tokens, at, out _) > 0
        || lexicon.Office.Match(text.Tokens, at, out _) > 0
        || lexicon.Rank.Match(text.Tokens, at, out _) > 0
        || lexicon.BodyHead.Match(text.Tokens, at, out _) > 0
        || lexicon.BodyLevel.Match(text.Tokens, at, out _) > 0
        || lexicon.Weekday.Match(text.Tokens, at, out _) > 0;
}
