using Siaran.Related.Words;
using Siaran.Tags;

namespace Siaran.Related;

/// <summary>Why two releases are related, in the words of those who read the list.</summary>
internal static class Reasons
{
    private static readonly (string Indonesian, string English) Chosen = ("Pilihan redaksi", "Chosen by the editors");
    private static readonly (string Indonesian, string English) InCommon = ("Kata yang sama: ", "Words in common: ");
    private static readonly (string Indonesian, string English) OnAny = ("Sama-sama tentang ", "Both on ");

    private static readonly Dictionary<TagKind, (string Indonesian, string English)> Words = new()
    {
        [TagKind.Regulation] = ("Sama-sama membahas ", "Both discuss "),
        [TagKind.Programme] = ("Sama-sama tentang program ", "Both on the programme "),
        [TagKind.Person] = ("Sama-sama menyebut ", "Both mention "),
        [TagKind.Region] = ("Sama-sama di ", "Both in "),
        [TagKind.Agency] = ("Sama-sama melibatkan ", "Both involve "),
        [TagKind.Topic] = ("Topik yang sama: ", "Same topic: "),
    };

    private const int Most = 3;
    private const int MostWords = 3;
    private const double LeastTie = 0.004;

    /// <summary>The rarity of a word that one text in twenty has: what everybody says is no reason.</summary>
    private const double TellingFrom = 2;

    /// <summary>Strongest first, in the language of <paramref name="reader"/>.</summary>
    /// <param name="newest">The release of the batch, whose tags and words have names.</param>
    /// <param name="reader">The release that shows the reason.</param>
    /// <param name="other">The other one of the two.</param>
    /// <param name="chosen">Whether the editor named it.</param>
    public static IReadOnlyList<string> Of(Reading newest, ScoredDocument reader, ScoredDocument other, bool chosen)
    {
        var english = reader.Summary.Language == "en";
        var reasons = new List<string>();
        if (chosen)
        {
            reasons.Add(In(Chosen, english));
        }

        reasons.AddRange(
            reader
                .Summary.Tags.Join(
                    other.Summary.Tags,
                    t => t.Tag,
                    t => t.Tag,
                    // The weaker of both: a tag that is certain in one release alone is no common
                    // reason.
                    (one, same) => (one.Tag, Tie: Math.Min(one.Weight.Value, same.Weight.Value))
                )
                .Where(t => t.Tie >= LeastTie && newest.Tags.ContainsKey(t.Tag))
                .OrderByDescending(t => t.Tie)
                .Select(t => Of(newest.Tags[t.Tag], english))
                .Distinct()
                .Take(Most - 1)
        );
        // The frequency within the archive may say otherwise; news in general decides what is no reason
        // for a reader.
        var words = reader
            .Words.Shared(other.Words)
            .OrderByDescending(w => w.Tie)
            .Where(w => w.Tie >= LeastTie && newest.Forms.ContainsKey(w.Word) && WordRarity.OfNews.Of(w.Word) >= TellingFrom)
            .Select(w => newest.Forms[w.Word])
            .Where(form => form.Length > 2 && char.IsLetter(form[0]))
            .Take(MostWords)
            .ToList();
        if (words.Count > 0)
        {
            reasons.Add(In(InCommon, english) + string.Join(", ", words));
        }

        return [.. reasons.Take(Most)];
    }

    /// <summary>A reason as it is stored, in the words of another language. Names stay as they are, but for those of topics.</summary>
    /// <param name="reason">As <see cref="Of(Reading, ScoredDocument, ScoredDocument, bool)"/> made it; any other stays as it is.</param>
    /// <param name="english">Else Indonesian.</param>
    /// <param name="topic">The name of a topic in that language, by any name of it.</param>
    public static string In(string reason, bool english, Func<string, string> topic)
    {
        // The longest first: one begins as another does.
        var all = Words.Values.Append(OnAny).Append(InCommon).Append(Chosen);
        foreach (var words in all.OrderByDescending(words => words.Indonesian.Length))
        {
            if (NameIn(reason, words) is { } name)
            {
                return In(words, english) + (words == Words[TagKind.Topic] ? topic(name) : name);
            }
        }

        return reason;
    }

    private static string? NameIn(string reason, (string Indonesian, string English) words) =>
        reason.StartsWith(words.Indonesian, StringComparison.Ordinal) ? reason[words.Indonesian.Length..]
        : reason.StartsWith(words.English, StringComparison.Ordinal) ? reason[words.English.Length..]
        : null;

    private static string In((string Indonesian, string English) words, bool english) => english ? words.English : words.Indonesian;

    private static string Of(Tag tag, bool english) => In(Words.GetValueOrDefault(tag.Id.Kind, OnAny), english) + tag.Label;
}
