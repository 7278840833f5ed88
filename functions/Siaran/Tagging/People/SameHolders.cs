using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Joins two names of one officeholder: <c>Bupati Gusti Dula</c> is <c>Bupati Manggarai Barat, Agustinus Ch. Dula</c>. An office that rules
/// a territory has one holder, and the names have a word or its end in common. Joins a name and the same with a letter too many.
/// </summary>
internal static class SameHolders
{
    private const int ShortestPart = 4;
    private const int ShortestAlike = 7;
    private const int ShortestSlip = 9;
    private const int LongestInitials = 2;

    /// <summary>Tokens of <c>Penjabat (Pj.)</c>.</summary>
    private const int LongestActing = 5;

    /// <summary>Letters that are written for each other.</summary>
    private static readonly string[] Alike = ["ckq", "iy", "ou", "ae", "fvp", "dt", "sz"];

    /// <param name="lexicon">The words of the text's language.</param>
    /// <param name="people">Those found, with their offices; the shorter of two names is taken out.</param>
    public static void Unite(Lexicon lexicon, List<ReadPerson> people)
    {
        for (var i = people.Count - 1; i > 0; i--)
        {
            var first = 0;
            while (first < i && !AreMisspelt(people[first], people[i]))
            {
                first++;
            }

            if (first < i)
            {
                Join(people[first], people[i]);
                people.RemoveAt(i);
            }
        }

        foreach (var brief in people.Where(person => person.Office is not null).OrderBy(person => person.Name.Length).ToList())
        {
            var full = people.Find(person => person.Name.Length > brief.Name.Length && IsSame(lexicon, brief, person));
            if (full is not null)
            {
                Join(full, brief);
                people.Remove(brief);
            }
        }
    }

    private static void Join(ReadPerson person, ReadPerson other)
    {
        person.Mentions.AddRange(other.Mentions);
        person.Mentions.Sort((one, another) => one.First.CompareTo(another.First));
        if (person.Office is null)
        {
            (person.Office, person.AgencyId, person.AgencyLabel) = (other.Office, other.AgencyId, other.AgencyLabel);
        }
    }

    /// <summary>
    /// Whether two names of several words are one but for a letter too many in one word: <c>Robby Kurniawan</c>, <c>Roby Kurniawan</c>.
    /// </summary>
    private static bool AreMisspelt(ReadPerson one, ReadPerson other)
    {
        var name = one.Name.AsSpan();
        var otherName = other.Name.AsSpan();
        // "Kepala Dinas PU Dompu" and "Kepala Dinas Pekerjaan Umum Dompu" are one office, by the body.
        var areOfOthers =
            one.Office is not null
            && other.Office is not null
            && one.Office != other.Office
            && !(one.AgencyId is not null && one.AgencyId == other.AgencyId);
        if (areOfOthers || !name.Contains(' ') || name.Count(' ') != otherName.Count(' '))
        {
            return false;
        }

        // In place, for each name is compared with all before it.
        var isMisspelt = false;
        var others = otherName.Split(' ');
        foreach (var part in name.Split(' '))
        {
            others.MoveNext();
            var word = name[part];
            var otherWord = otherName[others.Current];
            if (word.Equals(otherWord, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (isMisspelt || !IsMisspelt(word, otherWord))
            {
                return false;
            }

            isMisspelt = true;
        }

        return isMisspelt;
    }

    private static bool IsMisspelt(ReadOnlySpan<char> word, ReadOnlySpan<char> other) =>
        HasOneMore(word, other) || SoundsAlike(word, other) || IsWrittenShort(word, other) || IsWrittenShort(other, word);

    /// <summary>Whether a word with a point is how another is begun: <c>Moch.</c> of Mochamad.</summary>
    private static bool IsWrittenShort(ReadOnlySpan<char> brief, ReadOnlySpan<char> full) =>
        brief.EndsWith('.') && full.Length > brief.Length && full.StartsWith(brief[..^1], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word is another with a letter more or less.</summary>
    public static bool HasOneMore(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var isFirstBrief = one.Length < other.Length;
        var brief = isFirstBrief ? one : other;
        var full = isFirstBrief ? other : one;
        if (brief.Length < ShortestPart || full.Length != brief.Length + 1)
        {
            return false;
        }

        // In one pass: a word may be as long as a text.
        var same = 0;
        while (same < brief.Length && char.ToUpperInvariant(brief[same]) == char.ToUpperInvariant(full[same]))
        {
            same++;
        }

        return full[(same + 1)..].Equals(brief[same..], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether two long words are one but for a letter that sounds like the other's: <c>Rahayuningsih</c> and
    /// <c>Rahayuningseh</c>.
    /// </summary>
    public static bool SoundsAlike(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length != other.Length || one.Length < ShortestAlike)
        {
            return false;
        }

        var (different, isAlike) = (0, true);
        for (var i = 0; i < one.Length; i++)
        {
            var (first, second) = (char.ToLowerInvariant(one[i]), char.ToLowerInvariant(other[i]));
            if (first != second)
            {
                different++;
                // The first letter tells persons apart, and the last one brother from sister.
                isAlike &= i > 0 && AreAlike(first, second);
            }
        }

        return different == 1 && (isAlike || IsSlip(one, other));
    }

    private static bool AreAlike(char one, char other)
    {
        foreach (var letters in Alike)
        {
            if (letters.Contains(one, StringComparison.Ordinal) && letters.Contains(other, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether long words begin and end alike, so that a letter within is a slip: <c>Wirasentana</c>, <c>Wiradentana</c></summary>
    private static bool IsSlip(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.Length >= ShortestSlip && char.ToUpperInvariant(one[0]) == char.ToUpperInvariant(other[0]) && one[^1] == other[^1];

    private static bool IsSame(Lexicon lexicon, ReadPerson brief, ReadPerson full) =>
        full.Office is not null
        && (
            (
                Ruling(lexicon, brief.Office!) is { } ruling
                && Ruling(lexicon, full.Office)?.StartsWith(ruling, StringComparison.OrdinalIgnoreCase) == true
                && SharesWord(brief.Name, full.Name)
            )
            || IsCalledSo(brief, full)
            || IsWithInitials(brief, full)
            || IsBareHolder(lexicon, brief, full)
        );

    /// <summary>
    /// Whether one of the very same office has all long words of a name, which initials are left of: <c>Asisten II S. Rahayu</c> and
    /// <c>Asisten II Siti Rahayu</c>.
    /// </summary>
    private static bool IsWithInitials(ReadPerson brief, ReadPerson full)
    {
        if (!string.Equals(brief.Office, full.Office, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var words = Array.FindAll(brief.Name.Split(' '), word => word.TrimEnd('.').Length > LongestInitials);
        var others = full.Name.Split(' ');
        return words.Length > 0
            && words.Length < brief.Name.Split(' ').Length
            && Array.TrueForAll(words, word => others.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether a word behind the bare office of a territory calls who was named with it and the place: <c>Wabup Yayuk</c>, where <c>Wakil
    /// Bupati Dompu Siti Rahayu</c> was named before.
    /// </summary>
    private static bool IsBareHolder(Lexicon lexicon, ReadPerson brief, ReadPerson full)
    {
        if (
            brief.Name.Contains(' ', StringComparison.Ordinal)
            || !full.Name.Contains(' ', StringComparison.Ordinal)
            || (brief.AgencyId is not null && brief.AgencyId != full.AgencyId)
        )
        {
            return false;
        }

        var bare = Tokenizer.Read(brief.Office!);
        var whole = Tokenizer.Read(full.Office!);
        return lexicon.GovernmentOf.Match(bare, 0, out _) == bare.Length
            && lexicon.GovernmentOf.Match(whole, 0, out _) is > 0 and var length
            && length < whole.Length
            && lexicon.OfficeForm.Match(bare, 0, out var forms) == bare.Length
            && lexicon.OfficeForm.Match(whole, 0, out var others) > 0
            && forms[0] == others[0]
            && full.Mentions[0].First < brief.Mentions[0].First;
    }

    /// <summary>Whether who is of the same body is called by the beginning of a name: <c>Mensos Retno</c> for Tri Retnowati.</summary>
    private static bool IsCalledSo(ReadPerson brief, ReadPerson full) =>
        brief.AgencyId is not null
        && brief.AgencyId == full.AgencyId
        && brief.Name.Length >= ShortestPart
        && !brief.Name.Contains(' ', StringComparison.Ordinal)
        && full.Name.Contains(" " + brief.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>An office that rules a territory, without who acts in it: <c>Penjabat (Pj.) Bupati</c>; null for others.</summary>
    private static string? Ruling(Lexicon lexicon, string office)
    {
        var tokens = Tokenizer.Read(office);
        for (var i = 0; i < tokens.Length && i <= LongestActing; i++)
        {
            if (lexicon.GovernmentOf.Match(tokens, i, out _) > 0 || lexicon.Territorial.Match(tokens, i, out _) > 0)
            {
                return i == 0 || lexicon.Acting.Match(tokens, 0, out _) > 0 ? office[tokens[i].Start..] : null;
            }
        }

        return null;
    }

    private static bool SharesWord(string brief, string full)
    {
        var (words, others) = (brief.Split(' '), full.Split(' '));
        return words.Length == 1
            ? brief.Length >= ShortestPart && others.Any(word => word.EndsWith(brief, StringComparison.OrdinalIgnoreCase))
            : others.Contains(words[^1], StringComparer.OrdinalIgnoreCase);
    }
}
