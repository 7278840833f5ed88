using Siaran.Releases;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Branches of national bodies, and offices that no list has by their short name.</summary>
internal sealed class LocalOffices(AgencyNames names, AgencyPlaces places)
{
    private const int ShortestContraction = 7;

    /// <summary>The place of a national body's branch, with or without a word for it: <c>Bulog Cabang Surakarta</c>.</summary>
    public AgencyPlace? BranchPlace(string text, ReadOnlySpan<Token> tokens, ref int at)
    {
        var behind = at < tokens.Length && tokens[at].IsCapital && names.BranchWords.Contains(tokens[at].Hash) ? at + 1 : at;
        var place = places.Read(text, tokens, ref behind, RegionCue.None);
        at = place is null ? at : behind;
        return place;
    }

    /// <summary>
    /// The body whose short name the text has given, with or without its first word and its place: <c>Dinas Disdagkop</c>; null where there
    /// is none.
    /// </summary>
    public NamedBody? KnownAt(ReleaseText text, int i, PhraseMap<NamedBody> learnt)
    {
        var tokens = text.Tokens;
        var at = names.ListHeads.Contains(tokens[i].Hash) ? i + 1 : i;
        if (
            at >= tokens.Length
            || tokens[at] is not { Case: TokenCase.Capital or TokenCase.Mixed, Length: >= ShortestContraction }
            || learnt.Match(tokens, at, out var meanings) != 1
        )
        {
            return null;
        }

        var behind = at + 1;
        places.Read(text.Text, tokens, ref behind, RegionCue.None);
        return meanings[0] with { First = i, Last = behind - 1 };
    }

    /// <summary>
    /// An office by a short name on no list, with its place: <c>Kepala Dinporabudpar Banyumas</c>; null where there is
    /// none.
    /// </summary>
    public NamedBody? ContractionAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var word = text.Word(tokens[i]);
        var at = i + 1;
        if (
            word.Length < ShortestContraction
            || tokens[i].Case is TokenCase.Upper
            || i == 0
            || !tokens[i - 1].IsWord
            || !AgencyNames.BeginsAsService(word)
            || at >= tokens.Length
            || tokens[at].Start != tokens[i].End + 1
            || places.Read(text.Text, tokens, ref at, RegionCue.None) is not { } place
        )
        {
            return null;
        }

        var name = word.ToString();
        return new(new(Slug.From(name), name, true), place, i, at - 1);
    }
}
