using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regions;

/// <summary>
/// Districts behind <c>Kecamatan</c> that are written otherwise than on the list: <c>Batu Kliang</c> for Batukliang, or with one letter
/// too few, too many or other. Only districts of the regencies that the text names are meant so.
/// </summary>
internal sealed class DistrictSpellings(RegionGazetteer gazetteer, RegionCues cues)
{
    private const int MostWords = 3;
    private const int LongestName = 60;

    /// <summary>Letters of a name in which one may be wrong.</summary>
    private const int ShortestSlip = 6;

    private const double Weight = 1.6;

    /// <summary>How many names of a text are compared, with the districts of how many regencies: it may hold nothing else.</summary>
    private const int MostAsked = 40;

    private const int MostRegencies = 20;

    /// <summary>Adds a mention for each such district, in the text's order.</summary>
    /// <param name="text">Headline and body.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="people">For each token whether it belongs to a person's name; may be empty.</param>
    /// <param name="issuerRegion">The region that the issuing agency or the editor speaks for, where known.</param>
    /// <param name="mentions">What was read, in the text's order.</param>
    public void AddTo(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<bool> people,
        Region? issuerRegion,
        List<RegionMention> mentions
    )
    {
        List<(string Letters, int Region)>? districts = null;
        List<RegionMention>? found = null;
        var (next, asked) = (0, 0);
        for (var i = 1; i < tokens.Length && asked < MostAsked; i++)
        {
            if (!tokens[i].IsCapital || !tokens[i].IsWord || !IsBehindCue(text, tokens, i))
            {
                continue;
            }

            var start = tokens[i].Start;
            while (next < mentions.Count && mentions[next].Start < start)
            {
                next++;
            }

            if ((i < people.Length && people[i]) || (next < mentions.Count && mentions[next].Start == start))
            {
                continue;
            }

            asked++;
            districts ??= Districts(mentions, issuerRegion);
            if (Meant(text, tokens, i, districts) is var (district, last))
            {
                (found ??= []).Add(new([district], Weight, IsWeak: false, IsRegion: true, start, tokens[last].End - start));
            }
        }

        if (found is not null)
        {
            mentions.AddRange(found);
            mentions.Sort((one, other) => one.Start.CompareTo(other.Start));
        }
    }

    /// <summary>Whether the word before is for a district, perhaps with a point: <c>Kec. Janaperia</c>.</summary>
    private bool IsBehindCue(string text, ReadOnlySpan<Token> tokens, int at)
    {
        var cue = at > 1 && text[tokens[at - 1].Start] == '.' ? at - 2 : at - 1;
        return tokens[cue].IsWord && cues.IsOfDistrict(tokens[cue]);
    }

    /// <summary>The districts of the regencies that the text names, by the letters of their names.</summary>
    private List<(string Letters, int Region)> Districts(List<RegionMention> mentions, Region? issuerRegion)
    {
        var named = mentions.SelectMany(mention => mention.Candidates).Select(candidate => gazetteer.Regions[candidate]);
        var regencies = (issuerRegion is null ? named : named.Prepend(issuerRegion))
            .Where(region => region.Level is RegionLevel.Regency or RegionLevel.City)
            .Select(region => region.Index)
            .Distinct()
            .Take(MostRegencies)
            .ToHashSet();
        return
        [
            .. gazetteer
                .Regions.Where(region => region.Level is RegionLevel.District && regencies.Contains(region.Parent))
                .Select(region => (Letters(region.Name), region.Index)),
        ];
    }

    /// <summary>The district that the most words from a token on name, and the last of them; null for none, or several.</summary>
    private static (int District, int Last)? Meant(
        string text,
        ReadOnlySpan<Token> tokens,
        int first,
        List<(string Letters, int Region)> districts
    )
    {
        var last = first;
        while (last + 1 < tokens.Length && last + 1 < first + MostWords && IsNextWord(tokens, last + 1))
        {
            last++;
        }

        for (; last >= first && districts.Count > 0; last--)
        {
            var written = Letters(text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start));
            if (written.Length <= LongestName && Named(written, districts) is { } district)
            {
                return (district, last);
            }
        }

        return null;
    }

    private static bool IsNextWord(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].IsWord && tokens[at].IsCapital && tokens[at].Start == tokens[at - 1].End + 1;

    private static int? Named(string written, List<(string Letters, int Region)> districts)
    {
        int? near = null;
        foreach (var (letters, region) in districts)
        {
            var distance = EditDistance.Of(written, letters, 1);
            if (distance == 0)
            {
                return region;
            }

            if (distance == 1 && written.Length >= ShortestSlip)
            {
                if (near is not null)
                {
                    return null;
                }

                near = region;
            }
        }

        return near;
    }

    private static string Letters(ReadOnlySpan<char> name)
    {
        Span<char> letters = stackalloc char[Math.Min(name.Length, LongestName + 1)];
        var count = 0;
        foreach (var letter in name)
        {
            if (char.IsLetter(letter) && count < letters.Length)
            {
                letters[count++] = char.ToLowerInvariant(letter);
            }
        }

        return new(letters[..count]);
    }
}
