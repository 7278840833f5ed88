using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regions;

/// <summary>
/// The region that was read last, whose level those have that a comma or <c>dan</c> joins to it: <c>Kecamatan Gubug, Tegowanu, dan …</c>
/// </summary>
/// <param name="Last">Its last token; −1 where none was read.</param>
/// <param name="Cue">What the words before it said of its level.</param>
/// <param name="Region">Which one it most likely is.</param>
internal readonly record struct ListedRegion(int Last, RegionCue Cue, int Region)
{
    /// <summary>Before the first.</summary>
    public static ListedRegion None => new(-1, RegionCue.None, -1);

    /// <summary>Whether a name at a token is the next of a list: behind a comma, <c>dan</c>, or both.</summary>
    public bool GoesOnAt(string text, ReadOnlySpan<Token> tokens, int at, RegionCues cues)
    {
        if (Last < 0 || at - Last is not (2 or 3))
        {
            return false;
        }

        var isJoined = cues.IsJoin(tokens[at - 1]);
        return at - Last == 2 ? isJoined || IsComma(text, tokens[at - 1]) : isJoined && IsComma(text, tokens[at - 2]);
    }

    /// <summary>The level that the list's first word names, where a region of the name has it.</summary>
    public RegionCue CueFor(RegionGazetteer gazetteer, ReadOnlySpan<RegionName> names)
    {
        // "Woja, Pekat, dan Hu'u": a list of districts without the word for them goes on with districts.
        var level = Cue is RegionCue.None && gazetteer.Regions[Region].Level is RegionLevel.District ? RegionCue.District : Cue;
        if (level is not (RegionCue.Regency or RegionCue.City or RegionCue.District))
        {
            return RegionCue.None;
        }

        foreach (var name in names)
        {
            // "Kecamatan Bangsri, Jepara": the regency that the district is in, and not its district of that name.
            if (name.Kind is not NameKind.Seat && name.Region == gazetteer.Regions[Region].Parent)
            {
                return RegionCue.None;
            }
        }

        foreach (var name in names)
        {
            var region = gazetteer.Regions[name.Region];
            if (
                RegionCues.Fits(level, region.Level)
                && (level is not RegionCue.District || region.Parent == gazetteer.Regions[Region].Parent)
            )
            {
                return level;
            }
        }

        return RegionCue.None;
    }

    /// <summary>Those districts of a name that lie in the same regency as the one before; all where none does.</summary>
    public List<int> Beside(RegionGazetteer gazetteer, RegionCue cue, List<int> candidates)
    {
        var parent = Region < 0 ? -1 : gazetteer.Regions[Region].Parent;
        var beside =
            cue is RegionCue.District ? candidates.FindAll(candidate => gazetteer.Regions[candidate].Parent == parent) : candidates;
        return beside.Count > 0 ? beside : candidates;
    }

    private static bool IsComma(string text, Token token) => token.Kind is TokenKind.Mark && text[token.Start] == ',';
}
