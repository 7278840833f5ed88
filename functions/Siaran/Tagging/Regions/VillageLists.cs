using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regions;

/// <summary>
/// Tells where a name that is a region's elsewhere is a village's here: <c>tiga desa, yakni Woja, Sape, dan Pekat</c>, <c>di Woja,
/// Kecamatan Pajo</c>.
/// </summary>
/// <param name="gazetteer">All regions.</param>
/// <param name="cues">The words before names of regions, and before lists of them.</param>
internal sealed class VillageLists(RegionGazetteer gazetteer, RegionCues cues)
{
    private const int LongestList = 60;

    /// <summary>Between the word for villages and what opens the list: <c>desa di Kecamatan Woja, yakni</c>.</summary>
    private const int LongestOpening = 8;

    /// <summary>Whether a name without a word of level is a village's by the list that it is in, or by the district behind it.</summary>
    public bool Has(string text, ReadOnlySpan<Token> tokens, int first, int last) =>
        IsListed(text, tokens, first) || IsInDistrictBehind(text, tokens, first, last);

    private bool IsListed(string text, ReadOnlySpan<Token> tokens, int first)
    {
        if (first == 0 || !(IsJoint(text, tokens[first - 1]) || IsOpener(text, tokens[first - 1])))
        {
            return false;
        }

        var isLast = cues.IsJoin(tokens[first - 1]);
        for (var i = first - 1; i > 0 && first - i < LongestList; i--)
        {
            if (IsOpener(text, tokens[i]))
            {
                return IsOfVillages(text, tokens, i);
            }

            if (!IsJoint(text, tokens[i]) && !tokens[i].IsCapital)
            {
                // "desa Riwo dan Woja".
                return isLast && tokens[i + 1].IsCapital && cues.Before(text, tokens, i + 1) is RegionCue.Village;
            }

            if (tokens[i].IsCapital && cues.StartsCue(tokens, i))
            {
                return isLast && cues.Before(text, tokens, i + 1) is RegionCue.Village;
            }
        }

        return false;
    }

    /// <summary>Whether the nearest level in small letters before what opens a list is that of villages.</summary>
    private bool IsOfVillages(string text, ReadOnlySpan<Token> tokens, int opener)
    {
        for (var i = opener - 1; i >= 0 && opener - i <= LongestOpening && tokens[i].Kind is not TokenKind.Break; i--)
        {
            if (tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '.')
            {
                return false;
            }

            if (tokens[i].Case is TokenCase.Lower && cues.Before(text, tokens, i + 1) is not RegionCue.None and var level)
            {
                return level is RegionCue.Village;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the district behind a name and a comma is none of the region that has the name elsewhere: <c>di Purworejo, Kecamatan
    /// Woja</c>.
    /// </summary>
    private bool IsInDistrictBehind(string text, ReadOnlySpan<Token> tokens, int first, int last)
    {
        var at = last + 3;
        // "Woja, Pekat, Kecamatan Kilo": behind a comma it may be the next of a list of districts.
        if (
            at >= tokens.Length
            || (first > 0 && IsJoint(text, tokens[first - 1]))
            || tokens[last + 1].Kind is not TokenKind.Mark
            || text[tokens[last + 1].Start] is not ','
        )
        {
            return false;
        }

        at += tokens[at].Kind is TokenKind.Mark && text[tokens[at].Start] is '.' ? 1 : 0;
        if (
            at >= tokens.Length
            || !tokens[last + 2].IsCapital
            || !tokens[at].IsCapital
            || cues.Before(text, tokens, at) is not RegionCue.District
            || gazetteer.Names.Match(tokens, first, out var names) == 0
            || gazetteer.Names.Match(tokens, at, out var districts) == 0
        )
        {
            return false;
        }

        return AreApart(names, districts);
    }

    /// <summary>Whether none of the districts of a name lies in a region of another name.</summary>
    private bool AreApart(ReadOnlySpan<RegionName> names, ReadOnlySpan<RegionName> districts)
    {
        var isKnown = false;
        foreach (var district in districts)
        {
            if (gazetteer.Regions[district.Region].Level is not RegionLevel.District)
            {
                continue;
            }

            isKnown = true;
            foreach (var above in gazetteer.Chain(gazetteer.Regions[district.Region]))
            {
                foreach (var name in names)
                {
                    if (name.Region == above.Index)
                    {
                        return false;
                    }
                }
            }
        }

        return isKnown;
    }

    private bool IsJoint(string text, Token token) => cues.IsJoin(token) || (token.Kind is TokenKind.Mark && text[token.Start] is ',');

    private bool IsOpener(string text, Token token) =>
        token.Kind is TokenKind.Mark ? text[token.Start] is ':' : token.Case is TokenCase.Lower && cues.OpensList(token);
}
