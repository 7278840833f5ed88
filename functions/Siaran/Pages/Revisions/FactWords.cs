using System.Collections.Frozen;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Pages.Revisions;

/// <summary>
/// Tells whether a change of words touches a name, a number or a date. It would rather take a plain word for a name than miss one: what it
/// finds only makes a correction more visible.
/// </summary>
internal sealed class FactWords
{
    private static readonly string[] EndOfSentence = [".", "!", "?", ":", "“", "\"", "‘", "(", "–", "—", "…"];

    private static readonly FrozenSet<string> Numbers = new[]
    {
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu juta sejuta miliar triliun",
        "persen separuh setengah seperempat rp one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty",
        "sixty seventy eighty ninety hundred thousand million billion trillion percent half quarter",
    }
        .SelectMany(words => words.Split(' '))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Dates = PageText
        .Languages.Select(language => PageText.In(language, language).Dates)
        .SelectMany(dates => dates.Months.Concat(dates.Weekdays))
        .Concat("kemarin besok lusa yesterday tomorrow wib wita wit".Split(' '))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> names;

    /// <param name="releases">Both revisions: what either names is a name.</param>
    public FactWords(params IEnumerable<TaggedRelease> releases) =>
        names = releases
            .SelectMany(tagged => Labels(tagged).SelectMany(WordDiff.WordsOf).Concat(WithinSentences(tagged.Release.Content)))
            .Where(StartsAsName)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether names, numbers and dates are other ones, or in another order: two numbers that changed places are two changes.
    /// </summary>
    public bool ChangeIn(IReadOnlyList<DiffRun> runs) =>
        !Facts(runs, DiffKind.Added).SequenceEqual(Facts(runs, DiffKind.Removed), StringComparer.OrdinalIgnoreCase);

    // Without regard to capitals: a word that only changed its first letter is the same word.
    private bool IsFact(string word) => word.Any(char.IsDigit) || Numbers.Contains(word) || Dates.Contains(word) || names.Contains(word);

    private IEnumerable<string> Facts(IReadOnlyList<DiffRun> runs, DiffKind without) =>
        runs.Where(run => run.Kind != without).SelectMany(run => WordDiff.WordsOf(run.Text)).Where(IsFact);

    private static bool StartsAsName(string word) => word.Length > 0 && char.IsUpper(word[0]);

    private static IEnumerable<string> Labels(TaggedRelease tagged) =>
        tagged
            .Tags.Where(tag => tag.Id.Kind != TagKind.Topic && tag.Id.Kind != TagKind.Keyword)
            .Select(tag => tag.Label)
            .Concat(tagged.Annotations.Quotes.Select(quote => quote.Speaker).OfType<string>())
            .Append(tagged.Release.Content.Agency ?? "")
            .Append(tagged.Release.Content.Place ?? "");

    /// <summary>Words with a capital within a sentence; a sentence's first word has one whatever it is.</summary>
    private static IEnumerable<string> WithinSentences(ReleaseContent content)
    {
        foreach (var paragraph in content.Paragraphs.Append(content.Summary ?? ""))
        {
            var isFirst = true;
            foreach (var word in WordDiff.WordsOf(paragraph).Where(word => !string.IsNullOrWhiteSpace(word)))
            {
                if (!isFirst && StartsAsName(word))
                {
                    yield return word;
                }

                isFirst = EndOfSentence.Contains(word);
            }
        }
    }
}
