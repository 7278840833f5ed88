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

    /// <param name="lexicon">The words of the text's language.</param>
    /// <param name="people">Those found, with their offices; the shorter of two names is taken out.</param>
    public static void Unite(Lexicon lexicon, List<ReadPerson> people)
    {
        for (var i = people.Count - 1; i > 0; i--)
        {
            if (people.FindIndex(0, i, person => IsMisspelt(person, people[i])) is >= 0 and var first)
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
    private static bool IsMisspelt(ReadPerson one, ReadPerson other)
    {
        if (one.Office is not null && other.Office is not null && one.Office != other.Office)
        {
            return false;
        }

        var (words, others) = (one.Name.Split(' '), other.Name.Split(' '));
        var different = words.Zip(others).Where(pair => !pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)).ToList();
        return words.Length > 1
            && words.Length == others.Length
            && different is [var only]
            && (HasOneMore(only.First, only.Second) || IsWrittenShort(only.First, only.Second) || IsWrittenShort(only.Second, only.First));
    }

    /// <summary>Whether a word with a point is how another is begun: <c>Moch.</c> of Mochamad.</summary>
    private static bool IsWrittenShort(string brief, string full) =>
        brief.EndsWith('.') && full.Length > brief.Length && full.StartsWith(brief[..^1], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word is another with a letter more or less.</summary>
    public static bool HasOneMore(string one, string other)
    {
        var (brief, full) = one.Length < other.Length ? (one, other) : (other, one);
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

        return full.AsSpan(same + 1).Equals(brief.AsSpan(same), StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSame(Lexicon lexicon, ReadPerson brief, ReadPerson full) =>
        full.Office is not null
        && (
            (
                full.Office.StartsWith(brief.Office!, StringComparison.OrdinalIgnoreCase)
                && IsOfTerritory(lexicon, Tokenizer.Read(brief.Office!))
                && SharesWord(brief.Name, full.Name)
            ) || IsCalledSo(brief, full)
        );

    /// <summary>Whether who is of the same body is called by the beginning of a name: <c>Mensos Retno</c> for Tri Retnowati.</summary>
    private static bool IsCalledSo(ReadPerson brief, ReadPerson full) =>
        brief.AgencyId is not null
        && brief.AgencyId == full.AgencyId
        && brief.Name.Length >= ShortestPart
        && !brief.Name.Contains(' ', StringComparison.Ordinal)
        && full.Name.Contains(" " + brief.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsOfTerritory(Lexicon lexicon, ReadOnlySpan<Token> office) =>
        lexicon.GovernmentOf.Match(office, 0, out _) > 0 || lexicon.Territorial.Match(office, 0, out _) > 0;

    private static bool SharesWord(string brief, string full)
    {
        var (words, others) = (brief.Split(' '), full.Split(' '));
        return words.Length == 1
            ? brief.Length >= ShortestPart && others.Any(word => word.EndsWith(brief, StringComparison.OrdinalIgnoreCase))
            : others.Contains(words[^1], StringComparer.OrdinalIgnoreCase);
    }
}
