using System.Globalization;
using System.Text.Json;
using Siaran.Releases;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Evaluation.Related;

/// <summary>A government news text and the keywords that found it.</summary>
internal sealed record Example(TaggedRelease Release, IReadOnlySet<string> Keywords)
{
    private const int FewestTitleWords = 6;
    private const int TitleOpening = 20;
    private const int LinkPool = 1_500;
    private const int LinkSeed = 20_251_127;

    private static readonly string[] NewsDates = ["yyyy-MM-dd", "dd/MM/yyyy", "MMM d, yyyy", "dd-MMM-yy"];
    private static readonly CultureInfo IndonesianMonths = CultureInfo.GetCultureInfo("id-ID");

    public ReleaseId Id => Release.Release.Id;

    public string Headline => Release.Release.Content.Headline;

    public string Body => Release.Release.Content.BodyText;

    public DateTimeOffset PublishAt => Release.Release.PublishAt;

    public static List<Example> Read(string data, ITagger? tagger) =>
        [.. JsonLines.Rows(Path.Combine(data, "related-by-keyword.jsonl.gz")).Select((row, i) => Of(row, i, tagger))];

    /// <summary>A release of the text, as intake would make it.</summary>
    public static Release ReleaseOf(string key, string headline, string text, DateTimeOffset publishAt, string? agency = null)
    {
        string[] paragraphs = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var content = new ReleaseContent
        {
            Headline = headline,
            Agency = agency,
            Paragraphs = paragraphs.Length > 0 ? paragraphs : [headline],
            BodyHtml = "",
        };
        var source = new UploadSource(key, publishAt);
        return (
            (RevisionOutcome.Created)
                Revising.Create(ReleaseId.FromEditorKey(key), new Submission { Content = content, PublishAt = publishAt }, source)
        ).Release;
    }

    /// <summary>
    /// The same texts with the words that they were searched by taken out of their headlines: portals put them there, so that they tell the
    /// answer.
    /// </summary>
    public static List<Example> WithoutKeywords(IEnumerable<Example> examples, ITagger tagger) =>
        [
            .. examples.Select(
                (example, i) =>
                {
                    var words = example.Keywords.SelectMany(keyword => keyword.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
                    var left = string.Join(
                        ' ',
                        example
                            .Headline.Split(' ')
                            .Where(word => !words.Contains(word.Trim(',', '.', ':', '"', '“', '”', '\'', '(', ')', '?', '!')))
                    );
                    var release = ReleaseOf($"without-{i}", left.Length > 0 ? left : "-", example.Body, example.PublishAt);
                    return new Example(new(release, tagger.Read(release)), example.Keywords);
                }
            ),
        ];

    /// <summary>
    /// News in whose text an editor put the title of other news, and that other news, among more news of the time. The title is taken out
    /// of the text.
    /// </summary>
    public static List<Example> Linked(string data, ITagger tagger)
    {
        var news = JsonLines
            .Rows(Path.Combine(data, "news.jsonl.gz"))
            .Select(row =>
                (
                    Title: row.GetProperty("title").GetString()!,
                    Text: row.GetProperty("content").GetString()!,
                    Date: row.GetProperty("date").GetString()!
                )
            )
            .ToList();
        var byTitle = news.Select((row, i) => (row.Title, i))
            .Where(row => row.Title.Split(' ').Length >= FewestTitleWords)
            .DistinctBy(row => row.Title)
            .ToDictionary(row => row.Title, row => row.i);
        var openings = byTitle.Keys.GroupBy(title => title[..TitleOpening]).ToDictionary(group => group.Key, group => group.ToList());
        var links = new Dictionary<int, HashSet<string>>();
        var texts = news.Select(row => row.Text).ToArray();
        for (var i = 0; i < news.Count; i++)
        {
            foreach (
                var title in TitlesIn(news[i].Text, openings)
                    .Where(title => byTitle[title] != i && news[byTitle[title]].Text != news[i].Text)
            )
            {
                foreach (var end in new[] { i, byTitle[title] })
                {
                    (links.TryGetValue(end, out var keys) ? keys : links[end] = []).Add($"{i}-{byTitle[title]}");
                }

                texts[i] = texts[i].Replace(title, " ", StringComparison.Ordinal);
            }
        }

        var chance = new Random(LinkSeed);
        var pool = links.Keys.Concat(Enumerable.Range(0, LinkPool).Select(_ => chance.Next(news.Count))).Distinct().Order();
        return
        [
            .. pool.Select(i =>
            {
                var release = ReleaseOf($"linked-{i}", news[i].Title, texts[i], DateOfNews(news[i].Date));
                return new Example(new(release, tagger.Read(release)), links.GetValueOrDefault(i) ?? []);
            }),
        ];
    }

    private static IEnumerable<string> TitlesIn(string text, Dictionary<string, List<string>> openings)
    {
        for (var at = 0; at + TitleOpening <= text.Length; at++)
        {
            if (
                char.IsUpper(text[at])
                && openings.TryGetValue(text.Substring(at, TitleOpening), out var titles)
                && titles.Find(title => string.CompareOrdinal(text, at, title, 0, title.Length) == 0) is { } found
            )
            {
                yield return found;
            }
        }
    }

    private static Example Of(JsonElement row, int place, ITagger? tagger)
    {
        var release = ReleaseOf(
            $"example-{place}",
            row.GetProperty("title").GetString()!,
            row.GetProperty("text").GetString()!,
            Date(row.GetProperty("date").GetString())
        );
        var keywords = row.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()!).ToHashSet();
        return new(new(release, tagger?.Read(release) ?? Annotations.Empty), keywords);
    }

    private static DateTimeOffset Date(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["M/d/yyyy H:mm", "M/d/yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : new(2025, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The day in each outlet's own form.</summary>
    /// <exception cref="FormatException">In none of them: a guessed day would be measured as though it were true.</exception>
    private static DateTimeOffset DateOfNews(string text) =>
        DateTimeOffset.TryParseExact(text, NewsDates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : DateTimeOffset.ParseExact(text, ["d MMMM yyyy", "MMMM d, yyyy"], IndonesianMonths, DateTimeStyles.AssumeUniversal);
}
