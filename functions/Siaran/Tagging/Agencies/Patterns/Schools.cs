using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Names of state schools: a number and a district (<c>SDN 3 Kuta Alam</c>), or a place alone (<c>MAN Dompu</c>).</summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Words of bodies' names.</param>
/// <param name="gazetteer">All regions.</param>
internal sealed class Schools(Lexicon lexicon, AgencyNames names, RegionGazetteer gazetteer)
{
    /// <summary>Of a school's number.</summary>
    private const int LongestNumber = 3;

    /// <summary>Of the words for a kind of school.</summary>
    private const int LongestKind = 4;

    private const string State = "Negeri";

    /// <summary>
    /// Whether two names with the same kind and number are of one school, the first with more words: <c>SMPN 3 Woja Kabupaten Dompu</c>
    /// and <c>SMPN 3 Kabupaten Dompu</c>.
    /// </summary>
    public static bool AreOne(string whole, string name)
    {
        if (whole.Length <= name.Length || whole[0] is not ('S' or 'M' or 'T') || !HasNumber(name))
        {
            return false;
        }

        var (all, few) = (whole.Split(' ', StringSplitOptions.RemoveEmptyEntries), name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var number = Array.FindIndex(few, word => char.IsAsciiDigit(word[0]));
        return number > 0
            && all.Length > few.Length
            && all.AsSpan(0, number + 1).SequenceEqual(few.AsSpan(0, number + 1))
            && Array.TrueForAll(few, word => Array.IndexOf(all, word) >= 0);
    }

    /// <summary>The longest of names that are all of one school; null where they are not.</summary>
    public static NamedBody? LongestOf(List<NamedBody> schools)
    {
        var longest = schools.MaxBy(school => school.Name.Name.Length);
        return longest is not null && schools.TrueForAll(school => school == longest || AreOne(longest.Name.Name, school.Name.Name))
            ? longest
            : null;
    }

    /// <summary>
    /// How many tokens from one on are a school with its kind's short form within: <c>Madrasah Tsanawiyah (MTs) Negeri 1 Dompu</c>,
    /// <c>Sekolah Dasar Negeri (SDN) 2 Woja</c>; 0 where none begins.
    /// </summary>
    public int BracketedAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        if (text.Word(tokens[i]) is not ("Madrasah" or "Sekolah"))
        {
            return 0;
        }

        var open = i + 1;
        while (open < tokens.Length && open - i <= LongestKind && tokens[open] is { IsWord: true, IsCapital: true })
        {
            open++;
        }

        if (text.EndOfBrackets(open, 1) is not { } close || !tokens[open + 1].IsCapital)
        {
            return 0;
        }

        var number = close + 1;
        var isOfState = number < tokens.Length && text.Word(tokens[number]) is State;
        number += isOfState ? 1 : 0;
        if (
            !(isOfState || text.Word(tokens[open - 1]) is State)
            || number >= tokens.Length
            || !tokens[number].IsNumber
            || IsCount(tokens, number)
        )
        {
            return 0;
        }

        var place = number + 1 < tokens.Length && tokens[number + 1].IsCapital ? gazetteer.Names.Match(tokens, number + 1, out _) : 0;
        return number + 1 + place - i;
    }

    private static bool HasNumber(string name) => name.AsSpan().IndexOfAnyInRange('0', '9') > 0;

    /// <summary>Whether a number counts something and names no school: <c>MTs Negeri 132 orang</c>.</summary>
    public bool IsCount(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Length > LongestNumber
        || (at + 1 < tokens.Length && tokens[at + 1].Case is TokenCase.Lower && names.Counted.Contains(tokens[at + 1].Hash));

    /// <summary>Whether a school is named by its place without a number: <c>MAN Lombok Timur</c>.</summary>
    public bool IsNamedAt(ReleaseText text, int i, int head)
    {
        var tokens = text.Tokens;
        var at = i + head;
        return head == 1
            && tokens[i].Case is TokenCase.Upper or TokenCase.Mixed
            && at < tokens.Length
            && tokens[at] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[at].Start == tokens[i].End + 1
            && lexicon.BodyLevel.Match(tokens, at, out _) == 0
            && lexicon.Field.Match(tokens, at, out _) == 0;
    }

    /// <summary>How many tokens are the two words or more that a school is named by: a district's, or what looks like a person's.</summary>
    public int NameAt(ReleaseText text, bool[]? persons, int first, int at)
    {
        var tokens = text.Tokens;
        if (at >= tokens.Length || !tokens[at].IsCapital)
        {
            return 0;
        }

        if (gazetteer.Names.Match(tokens, at, out _) is > 1 and var district)
        {
            return district;
        }

        return
            at + 1 < tokens.Length
            && persons is not null
            && persons[at]
            && persons[at + 1]
            && tokens[at + 1].Start == tokens[at].End + 1
            && !People.NameBounds.IsBehind(lexicon.Office, tokens, first)
            ? 2
            : 0;
    }
}
