using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Which names are of one body that has a name or a number of its own: <c>RSUD dr. T.C. Bahari Maumere</c> and <c>RSUD TC Bahari</c>,
/// <c>Koramil 03/Woja</c> and <c>Koramil Woja</c>, <c>Kodim 1614</c> and <c>Kodim 1614/Dompu</c>.
/// </summary>
internal static class OwnNameForms
{
    private const int LongestInitials = 2;
    private const int FewestWords = 2;
    private const string Hospital = "RS";
    private const string District = "Koramil ";

    private static readonly System.Buffers.SearchValues<char> Numerals = System.Buffers.SearchValues.Create("IVXLC0123456789");
    private static readonly char[] Breaks = [' ', '.', ','];
    private static readonly char[] NumberBreaks = [' ', '/', '-'];
    private static readonly string[] Titles = ["dr", "drg", "prof", "h", "hj", "ir", "drs"];
    private static readonly string[] Battalions =
    [
        "Batalyon ",
        "Batalion ",
        "Yonif ",
        "Yon ",
        "Batalyon Infanteri ",
        "Batalion Infanteri ",
    ];

    /// <summary>Whether two names are of one body, the first with more words.</summary>
    public static bool AreOne(string whole, string name) =>
        whole.Length > name.Length && name.Length > Hospital.Length && whole[0] == name[0]
            ? whole.StartsWith(Hospital, StringComparison.Ordinal)
                ? AreOneHospital(whole, name)
                : whole.StartsWith(District, StringComparison.Ordinal) && name.StartsWith(District, StringComparison.Ordinal)
                    ? WithoutNumbers(whole) == WithoutNumbers(name)
                    : AreOneBattalion(whole, name)
            : whole.Length >= name.Length && whole != name && AreOneBattalion(whole, name);

    /// <summary>The longest of names that are all of one body; null where they are not.</summary>
    public static NamedBody? LongestOf(List<NamedBody> bodies)
    {
        NamedBody? longest = null;
        foreach (var body in bodies)
        {
            longest = longest is null || body.Name.Name.Length > longest.Name.Name.Length ? body : longest;
        }

        foreach (var body in bodies)
        {
            if (body.Name.Slug != longest!.Name.Slug && !AreOne(longest.Name.Name, body.Name.Name))
            {
                return null;
            }
        }

        return longest;
    }

    /// <summary>Makes a unit by its number alone the one of the same number whose place is named: <c>Kodim 1614/Dompu</c>.</summary>
    public static void JoinNumbers(ReleaseText text, List<NamedBody> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var body = found[i];
            if (body.Name.IsLocal || body.Place is not null || !IsNumbered(text, body))
            {
                continue;
            }

            foreach (var other in found)
            {
                if (
                    other is { Place: not null, Name.IsLocal: true }
                    && body.Name.Slug.Length > other.Name.Slug.Length
                    && body.Name.Slug[other.Name.Slug.Length] is '-'
                    && body.Name.Slug.StartsWith(other.Name.Slug, StringComparison.Ordinal)
                    && Has(text, other, text.Tokens[body.First + 1].Hash)
                )
                {
                    found[i] = body with { Name = other.Name, Place = other.Place };
                    break;
                }
            }
        }
    }

    /// <summary>
    /// Whether a unit is named by its number alone, or with a word behind the stroke: <c>Kodim 1614</c>, <c>Kodim 1614/Dmp</c>.
    /// </summary>
    private static bool IsNumbered(ReleaseText text, NamedBody body) =>
        body.Last > body.First
        && text.Tokens[body.First + 1].IsNumber
        && (body.Last == body.First + 1 || text.IsMark(text.Tokens[body.First + 2], '/'));

    /// <summary>
    /// Makes units of one number one: <c>Kodam IX/Udy</c> is <c>Kodam IX/Udayana</c>, and so is what a headline goes on with, <c>Kodam
    /// IX/Udayana Tinjau</c>.
    /// </summary>
    public static void JoinStrokes(ReleaseText text, List<NamedBody> found)
    {
        Dictionary<string, NamedBody> whole = [];
        foreach (var body in found)
        {
            if (
                StrokeOf(body) is { } unit
                && (text.Tokens[body.First].Start >= text.TitleCaseEnd || !whole.ContainsKey(unit))
                && (
                    !whole.TryGetValue(unit, out var known)
                    || text.Tokens[known.First].Start < text.TitleCaseEnd
                    || known.Name.Name.Length < body.Name.Name.Length
                )
            )
            {
                whole[unit] = body;
            }
        }

        for (var i = 0; i < found.Count && whole.Count > 0; i++)
        {
            found[i] = StrokeOf(found[i]) is { } unit ? found[i] with { Name = whole[unit].Name } : found[i];
        }
    }

    /// <summary>What is before the stroke in a unit's name on no list: <c>Kodam IX</c>; null for others.</summary>
    private static string? StrokeOf(NamedBody body) =>
        !body.Name.IsLocal
        && body.Name.Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var stroke
        && body.Name.Name[..stroke] is var unit
        && unit.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
        && unit.AsSpan(space + 1).IndexOfAnyExcept(Numerals) < 0
            ? unit
            : null;

    private static bool Has(ReleaseText text, NamedBody body, ulong number)
    {
        for (var i = body.First + 1; i <= body.Last; i++)
        {
            if (text.Tokens[i].Hash == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a hospital's name begins another's but for titles and points, where either has such: other hospitals are named alike for
    /// places.
    /// </summary>
    private static bool AreOneHospital(string whole, string name)
    {
        var (all, few) = (Words(whole, out var isPersons), Words(name, out var arePersons));
        if (few.Count < FewestWords || all[0] != few[0] || !(isPersons || arePersons))
        {
            return false;
        }

        var wanted = string.Concat(few);
        var joined = "";
        foreach (var word in all)
        {
            joined += word;
            if (joined.Length >= wanted.Length)
            {
                return joined == wanted;
            }
        }

        return false;
    }

    /// <summary>The words of a name in small letters without titles, and whether it has titles or initials.</summary>
    private static List<string> Words(string name, out bool isPersons)
    {
        isPersons = false;
        List<string> words = [];
        foreach (var word in name.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            var small = word.ToLowerInvariant();
            var isTitle = words.Count > 0 && Array.IndexOf(Titles, small) >= 0;
            isPersons |= isTitle || (words.Count > 0 && word.Length <= LongestInitials);
            if (!isTitle)
            {
                words.Add(small);
            }
        }

        return words;
    }

    private static string WithoutNumbers(string name) =>
        string.Join(' ', name.Split(NumberBreaks, StringSplitOptions.RemoveEmptyEntries).Where(word => !char.IsAsciiDigit(word[0])));

    private static bool AreOneBattalion(string whole, string name) =>
        AfterBattalion(whole) is { } one && AfterBattalion(name) is { } other && one == other;

    private static string? AfterBattalion(string name)
    {
        string? rest = null;
        foreach (var kind in Battalions)
        {
            rest = name.StartsWith(kind, StringComparison.Ordinal) ? name[kind.Length..] : rest;
        }

        return rest;
    }
}
