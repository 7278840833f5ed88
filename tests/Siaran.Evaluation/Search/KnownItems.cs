using System.Globalization;
using Siaran.Evaluation.Related;
using Siaran.Related.Words;
using Siaran.Tags;

namespace Siaran.Evaluation.Search;

/// <summary>A question of someone who remembers a headline in part, and the release that answers it.</summary>
/// <param name="Text">What they type.</param>
/// <param name="Answer">The place of the release.</param>
/// <param name="Kind"><c>dropped</c>, <c>misspelt</c>.</param>
internal sealed record KnownItem(string Text, int Answer, string Kind);

/// <summary>News as releases, and questions made of their headlines: half of the words dropped, and of some a word misspelt.</summary>
internal static class KnownItems
{
    private const int Seed = 20_261_128;
    private const int FewestWords = 3;
    private const int ShortestMisspelt = 5;

    public static List<TaggedRelease> Releases(string data) =>
        [
            .. JsonLines
                .Rows(Path.Combine(data, "news.jsonl.gz"))
                .Select(row =>
                    (
                        Title: row.GetProperty("title").GetString()!,
                        Text: row.GetProperty("content").GetString()!,
                        Date: row.GetProperty("date").GetString()!
                    )
                )
                .Where(row => row.Title.Length > 0)
                .DistinctBy(row => row.Title)
                .Select(
                    (row, i) =>
                        new TaggedRelease(
                            Example.ReleaseOf(
                                $"known-{i}",
                                row.Title,
                                row.Text,
                                DateTimeOffset.TryParse(row.Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                                    ? at
                                    : DateTimeOffset.UnixEpoch
                            ),
                            Annotations.Empty
                        )
                ),
        ];

    /// <param name="releases">All there are.</param>
    /// <param name="part">0 or 1: no release is asked for in both.</param>
    /// <param name="count">How many questions of each kind.</param>
    public static List<KnownItem> Questions(IReadOnlyList<TaggedRelease> releases, int part, int count)
    {
        var chance = new Random(Seed + part);
        var places = Enumerable.Range(0, releases.Count).Where(i => i % 2 == part).ToArray();
        chance.Shuffle(places);
        var questions = new List<KnownItem>();
        foreach (var place in places)
        {
            var headline = releases[place].Release.Content.Headline;
            var words = SearchWords.In(headline).Select(word => word.Of(headline)).ToList();
            var kept = words.Where(_ => chance.Next(2) == 0).ToList();
            var longer = Enumerable
                .Range(0, kept.Count)
                .Where(i => kept[i].Length >= ShortestMisspelt && kept[i].All(char.IsLetter))
                .ToList();
            if (kept.Count < FewestWords || longer.Count == 0)
            {
                continue;
            }

            questions.Add(new(string.Join(' ', kept), place, "dropped"));
            var misspelt = kept.ToList();
            var at = longer[chance.Next(longer.Count)];
            misspelt[at] = Misspell(misspelt[at], chance);
            questions.Add(new(string.Join(' ', misspelt), place, "misspelt"));
            if (questions.Count >= 2 * count)
            {
                break;
            }
        }

        return questions;
    }

    /// <summary>One slip of the keyboard, never at the first letter.</summary>
    private static string Misspell(string word, Random chance)
    {
        var at = 1 + chance.Next(word.Length - 2);
        var letter = (char)('a' + chance.Next(26));
        return chance.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word[..at] + letter + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }
}
