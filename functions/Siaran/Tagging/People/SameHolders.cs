using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Joins two names of one officeholder: <c>Bupati Gusti Dula</c> is <c>Bupati Manggarai Barat, Agustinus Ch. Dula</c>. An office that rules
/// a territory has one holder, and the names have a word or its end in common.
/// </summary>
internal static class SameHolders
{
    private const int ShortestPart = 4;

    /// <param name="lexicon">The words of the text's language.</param>
    /// <param name="people">Those found, with their offices; the shorter of two names is taken out.</param>
    public static void Unite(Lexicon lexicon, List<ReadPerson> people)
    {
        foreach (var brief in people.Where(person => person.Office is not null).OrderBy(person => person.Name.Length).ToList())
        {
            var full = people.Find(person => person.Name.Length > brief.Name.Length && IsSame(lexicon, brief, person));
            if (full is not null)
            {
                full.Mentions.AddRange(brief.Mentions);
                full.Mentions.Sort((one, other) => one.First.CompareTo(other.First));
                people.Remove(brief);
            }
        }
    }

    private static bool IsSame(Lexicon lexicon, ReadPerson brief, ReadPerson full) =>
        full.Office is not null
        && full.Office.StartsWith(brief.Office!, StringComparison.OrdinalIgnoreCase)
        && IsOfTerritory(lexicon, Tokenizer.Read(brief.Office!))
        && SharesWord(brief.Name, full.Name);

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
