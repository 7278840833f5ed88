using Siaran.Releases;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Branches of national bodies, and offices that no list has by their short name.</summary>
internal sealed class LocalOffices(AgencyNames names, AgencyPlaces places)
{
    private const int ShortestContraction = 7;
    private const int ShortestAcronym = 4;

    private (ReleaseText Text, HashSet<ulong> Acronyms)? headed;

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
            || tokens[at] is not { Case: TokenCase.Capital or TokenCase.Mixed, Length: var length }
            || length < (at > i ? ShortestAcronym : ShortestContraction)
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
    /// An office by an acronym on no list before the level and name of its place, <c>DKUPP Kota Bima</c>, of which the text says who heads
    /// it; null where there is none.
    /// </summary>
    public NamedBody? AcronymAt(ReleaseText text, int i, PhraseMap<NamedBody> learnt)
    {
        var tokens = text.Tokens;
        var at = i + 1;
        if (
            tokens[i] is not { Case: TokenCase.Upper, Length: >= ShortestAcronym }
            || at >= tokens.Length
            || tokens[at].Start != tokens[i].End + 1
            || !places.IsLevel(tokens[at])
            || !HeadedAcronyms(text).Contains(tokens[i].Hash)
            || places.Read(text.Text, tokens, ref at, RegionCue.None) is not { } place
        )
        {
            return null;
        }

        // "Dinas … (DKUPP) Kota Bima": the text has said what it is.
        var name =
            learnt.Match(tokens, i, out var known) == 1
                ? known[0].Name
                : AgencyName.Unlisted(text.Word(tokens[i]).ToString(), isLocal: true);
        var office = new NamedBody(name, place, i, at - 1);
        learnt.Add(tokens.Slice(i, 1), office);
        return office;
    }

    /// <summary>Acronyms right behind whoever heads an office: <c>Kepala DKUPP</c>.</summary>
    private HashSet<ulong> HeadedAcronyms(ReleaseText text)
    {
        if (headed?.Text != text)
        {
            HashSet<ulong> acronyms = [];
            for (var i = 1; i < text.Tokens.Length; i++)
            {
                if (
                    text.Tokens[i] is { Case: TokenCase.Upper, Length: >= ShortestAcronym }
                    && names.HeadsOfOffices.Contains(text.Tokens[i - 1].Hash)
                )
                {
                    acronyms.Add(text.Tokens[i].Hash);
                }
            }

            headed = (text, acronyms);
        }

        return headed.Value.Acronyms;
    }

    /// <summary>The branch of a numbered part of the country, <c>LLDIKTI Wilayah VIII</c>; null where no number is there.</summary>
    /// <param name="text">The release.</param>
    /// <param name="name">The body.</param>
    /// <param name="first">The first token of its name.</param>
    /// <param name="at">The token behind it, and behind its acronym.</param>
    public NamedBody? Numbered(ReleaseText text, AgencyName name, int first, int at)
    {
        if ((name.IsLocal && name.Trait is not AgencyTrait.Seated) || NumberAt(text, at) is not (> 0 and var length))
        {
            return null;
        }

        var number = Spaces.Collapse(text.Words(at, at + length - 1));
        return new(new(Slug.From($"{name.Slug} {number}"), $"{name.Name} {number}", false), null, first, at + length - 1);
    }

    /// <summary>
    /// How many tokens from one on number the part of the country that a branch is of: <c>Wilayah VIII</c>; 0 where none is there.
    /// </summary>
    public int NumberAt(ReleaseText text, int at) =>
        at + 1 < text.Tokens.Length
        && text.Tokens[at].IsCapital
        && names.BranchWords.Contains(text.Tokens[at].Hash)
        && text.Tokens[at + 1].Start == text.Tokens[at].End + 1
        && SpelledNames.IsClass(text.Word(text.Tokens[at + 1]))
            ? 2
            : 0;

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
            || names.NoOffices.Contains(tokens[i].Hash)
            || at >= tokens.Length
            || tokens[at].Start != tokens[i].End + 1
            || places.Read(text.Text, tokens, ref at, RegionCue.None) is not { } place
        )
        {
            return null;
        }

        return new(AgencyName.Unlisted(word.ToString(), isLocal: true), place, i, at - 1);
    }
}
