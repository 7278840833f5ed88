using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regions;

/// <summary>What the words around a region's name say against it: the name of a firm or a club, a route, another place around it.</summary>
/// <param name="gazetteer">All regions.</param>
/// <param name="cues">The words before and behind names of regions.</param>
internal sealed class RegionContext(RegionGazetteer gazetteer, RegionCues cues)
{
    private const int LongestThing = 5;
    private const int LongestName = 5;

    /// <summary>Whether a name is behind the number of a part, so that it is of an office's name: <c>Sumatera II Medan</c>.</summary>
    public static bool IsBehindPart(string text, ReadOnlySpan<Token> tokens, int first)
    {
        if (
            first < 2
            || tokens[first - 2] is not { IsWord: true, Case: TokenCase.Capital } part
            || tokens[first - 1] is not { IsWord: true, IsCapital: true } number
            || part.End + 1 != number.Start
            || number.End + 1 != tokens[first].Start
        )
        {
            return false;
        }

        // "Kelas II Kendari" is in Kendari.
        return text.AsSpan(number.Start, number.Length).IndexOfAnyExcept("IVX") < 0
            && !text.AsSpan(part.Start, part.Length).Equals("Kelas", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the name is within that of a firm, an operation or a club: <c>Bali United</c>.</summary>
    public bool IsOfThing(ReadOnlySpan<Token> tokens, int first, int last)
    {
        if (
            last + 1 < tokens.Length
            && tokens[last + 1].IsCapital
            && tokens[last + 1].Start == tokens[last].End + 1
            && cues.MakesLonger(tokens[last + 1])
        )
        {
            return true;
        }

        for (var i = first - 1; i >= 0 && first - i <= LongestThing; i--)
        {
            if (tokens[i] is not { IsWord: true, IsCapital: true } || tokens[i].End + 1 != tokens[i + 1].Start)
            {
                return false;
            }

            if (cues.BeginsThing(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The level that is named before the one that a cue names, where they are a regency's and a city's: <c>Kabupaten/Kota Bogor</c> is
    /// both.
    /// </summary>
    public static RegionCue? OtherLevel(RegionCue cue, RegionCue before) =>
        (cue, before) is (RegionCue.City, RegionCue.Regency) or (RegionCue.Regency, RegionCue.City) ? before : null;

    /// <summary>The last token of the other name that a stroke joins to one: <c>Jakarta-Bandung</c>; −1 where there is none.</summary>
    public int EndOfRoute(string text, ReadOnlySpan<Token> tokens, int last)
    {
        var next = last + 2;
        var isJoined =
            next < tokens.Length
            && tokens[last + 1].Kind is TokenKind.Mark
            && text[tokens[last + 1].Start] is '-' or '–'
            && tokens[next].IsCapital;
        return isJoined ? next + Math.Max(1, gazetteer.Names.Match(tokens, next, out _)) - 1 : -1;
    }

    /// <summary>Whether a stroke joins a word to a capital before it: <c>Muara Dua-Kota Batu</c>.</summary>
    public static bool IsBehindStroke(string text, ReadOnlySpan<Token> tokens, int at) =>
        at > 1
        && tokens[at - 1].Kind is TokenKind.Mark
        && text[tokens[at - 1].Start] is '-' or '–'
        && tokens[at - 1].End == tokens[at].Start
        && tokens[at - 2].End == tokens[at - 1].Start
        && tokens[at - 2].IsCapital;

    /// <summary>
    /// The region that the text puts around a name, behind it and a comma, where the sentence ends or a day follows: <c>Kuningan,
    /// Jakarta Selatan, Senin</c>. None where it may be the next of a list.
    /// </summary>
    public ReadOnlySpan<RegionName> Around(string text, ReadOnlySpan<Token> tokens, int first, int last)
    {
        if (!IsMark(text, tokens, last + 1, ',') || IsMark(text, tokens, first - 1, ','))
        {
            return [];
        }

        var at = last + 2;
        at += at < tokens.Length && cues.LevelOf(tokens[at]) is not RegionCue.None ? 1 : 0;
        if (at >= tokens.Length || !tokens[at].IsCapital || gazetteer.Names.Match(tokens, at, out var around) is not (> 0 and var length))
        {
            return [];
        }

        return EndsList(text, tokens, at + length) ? around : [];
    }

    /// <summary>
    /// Those of a name's regions that lie in the region behind it and a comma, where the seats of that name do not: <c>Kota Agung,
    /// Lahat</c>.
    /// </summary>
    public List<int> InNext(string text, ReadOnlySpan<Token> tokens, int last, ReadOnlySpan<RegionName> names)
    {
        List<int> within = [];
        if (
            !IsMark(text, tokens, last + 1, ',')
            || last + 2 >= tokens.Length
            || !tokens[last + 2].IsCapital
            || gazetteer.Names.Match(tokens, last + 2, out var around) == 0
        )
        {
            return within;
        }

        var isSeat = false;
        foreach (var name in names)
        {
            var isWithin = LiesIn(name.Region, around);
            if (isWithin && name.Kind is NameKind.Seat)
            {
                return [];
            }

            isSeat |= name.Kind is NameKind.Seat;
            if (isWithin)
            {
                within.Add(name.Region);
            }
        }

        return isSeat ? within : [];
    }

    /// <summary>The region whose name follows a name at once: <c>Denpasar Bali</c>; none where none does.</summary>
    public ReadOnlySpan<RegionName> Beside(ReadOnlySpan<Token> tokens, int last)
    {
        var next = last + 1;
        var isBeside = next < tokens.Length && tokens[next].IsCapital && tokens[next].Start == tokens[last].End + 1;
        return isBeside && gazetteer.Names.Match(tokens, next, out var beside) > 0 ? beside : [];
    }

    /// <summary>Whether one of a name's regions lies in one of another name's.</summary>
    public bool LiesIn(int region, ReadOnlySpan<RegionName> around)
    {
        foreach (var above in gazetteer.Chain(gazetteer.Regions[region]))
        {
            foreach (var name in around)
            {
                if (name.Region == above.Index)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Short names to which the text gives a meaning of its own: <c>kelompok separatis bersenjata (KSB)</c>.</summary>
    public HashSet<ulong> OtherMeanings(string text, ReadOnlySpan<Token> tokens)
    {
        HashSet<ulong> others = [];
        for (var i = 2; i + 1 < tokens.Length; i++)
        {
            if (
                tokens[i] is { Case: TokenCase.Upper, Length: > 1 }
                && IsMark(text, tokens, i - 1, '(')
                && IsMark(text, tokens, i + 1, ')')
                && gazetteer.Names.Match(tokens, i, out _) == 1
                && AreInitials(text, tokens, i)
                && !IsBehindName(tokens, i - 1)
                && !(i + 2 < tokens.Length && gazetteer.Names.Match(tokens, i + 2, out _) > 0)
            )
            {
                others.Add(tokens[i].Hash);
            }
        }

        return others;
    }

    /// <summary>Whether the words before a parenthesis begin with the letters of the short name in it.</summary>
    private static bool AreInitials(string text, ReadOnlySpan<Token> tokens, int acronym)
    {
        var length = tokens[acronym].Length;
        for (var i = 0; i < length; i++)
        {
            var word = acronym - 1 - length + i;
            if (word < 0 || char.ToUpperInvariant(text[tokens[word].Start]) != text[tokens[acronym].Start + i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether something is at what bears the name: <c>di Gedung Serbaguna Universitas Lampung</c>.</summary>
    public bool IsAt(ReadOnlySpan<Token> tokens, int first)
    {
        var at = first - 1;
        while (at > 0 && first - at <= LongestThing && tokens[at] is { IsWord: true, IsCapital: true })
        {
            at--;
        }

        return at >= 0 && tokens[at].Case is TokenCase.Lower && cues.IsAt(tokens[at]);
    }

    /// <summary>Whether a region's name ends right before a token.</summary>
    public bool IsBehindName(ReadOnlySpan<Token> tokens, int at, int fewestWords = 1)
    {
        for (var length = Math.Min(LongestName, at); length >= fewestWords; length--)
        {
            // "hulu sungai Batanghari" is a river, though there is a region Hulu Sungai.
            if (tokens[at - length].Case is not TokenCase.Lower && gazetteer.Names.Match(tokens, at - length, out _) == length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what comes at a token shows that no list goes on: a full stop, a date, or a comma and no name.</summary>
    private bool EndsList(string text, ReadOnlySpan<Token> tokens, int at)
    {
        if (at >= tokens.Length || tokens[at].Kind is TokenKind.Break)
        {
            return true;
        }

        return tokens[at].Kind is TokenKind.Mark
            && text[tokens[at].Start] switch
            {
                '.' => true,
                '(' => at + 1 < tokens.Length && tokens[at + 1].IsNumber,
                // "…, Senin (4/3)", "…, Senin, 4 Maret"; a capital between commas is the next of a list.
                ',' => at + 2 < tokens.Length
                    && tokens[at + 1].IsCapital
                    && gazetteer.Names.Match(tokens, at + 1, out _) == 0
                    && cues.LevelOf(tokens[at + 1]) is RegionCue.None
                    && (!IsMark(text, tokens, at + 2, ',') || (at + 3 < tokens.Length && tokens[at + 3].IsNumber)),
                _ => false,
            };
    }

    private static bool IsMark(string text, ReadOnlySpan<Token> tokens, int at, char mark) =>
        at >= 0 && at < tokens.Length && tokens[at].Kind is TokenKind.Mark && text[tokens[at].Start] == mark;
}
