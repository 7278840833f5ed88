using System.Text;
using Siaran.Tags;

namespace Siaran.Evaluation.Related;

/// <summary>
/// Releases drawn from the word statistics of the news: each takes half of its words from one text of the news and half from all of them,
/// some names of its own, and tags
/// of every kind, common ones often and rare ones seldom. One comes every five minutes, and as a clock it tells when the newest did.
/// </summary>
internal sealed class MadeUpReleases : TimeProvider
{
    private const int BodyWords = 240;
    private const int Names = 5;

    private readonly Random chance = new(20191114);
    private readonly List<int[]> texts = [];
    private readonly List<string> words = [];
    private readonly DateTimeOffset start = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int made;

    public MadeUpReleases(string data)
    {
        var ids = new Dictionary<string, int>();
        foreach (var row in JsonLines.Rows(Path.Combine(data, "news.jsonl.gz")))
        {
            var text = row.GetProperty("content").GetString() ?? "";
            var numbers = text.ToLowerInvariant()
                .Split([' ', ',', '.', '"', '(', ')', ':', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Select(Number)
                .ToArray();
            if (numbers.Length > 20)
            {
                texts.Add(numbers);
            }
        }

        int Number(string word)
        {
            if (!ids.TryGetValue(word, out var number))
            {
                ids[word] = number = ids.Count;
                words.Add(word);
            }

            return number;
        }
    }

    /// <summary>How many there are so far.</summary>
    public int Made => made;

    public override DateTimeOffset GetUtcNow() => start.AddMinutes(5 * made);

    public TaggedRelease Next()
    {
        var source = texts[chance.Next(texts.Count)];
        var body = new StringBuilder();
        for (var i = 0; i < BodyWords; i++)
        {
            var from = i % 2 == 0 ? source : texts[chance.Next(texts.Count)];
            body.Append(words[from[chance.Next(from.Length)]]).Append(i % 40 == 39 ? '\n' : ' ');
        }

        for (var i = 0; i < Names; i++)
        {
            body.Append("Nama").Append(chance.Next(2_000_000)).Append(' ');
        }

        var headline = string.Join(' ', Enumerable.Range(0, 8).Select(_ => words[source[chance.Next(source.Length)]]));
        var release = Example.ReleaseOf(
            $"made-up-{made}",
            headline,
            body.ToString(),
            start.AddMinutes(5 * made++),
            $"Dinas {chance.Next(300)}"
        );
        return new(
            release,
            new Annotations
            {
                Tags =
                [
                    Tag(TagKind.Topic, 49),
                    Tag(TagKind.Topic, 49),
                    Tag(TagKind.Region, 514),
                    Tag(TagKind.Agency, 300),
                    Tag(TagKind.Agency, 2_000),
                    Tag(TagKind.Person, 50_000),
                    Tag(TagKind.Regulation, 5_000),
                    Tag(TagKind.Programme, 200),
                ],
            }
        );
    }

    private Tag Tag(TagKind kind, int of)
    {
        var name = $"{kind.Name[0]}{(int)(of * Math.Pow(chance.NextDouble(), 3))}";
        return new()
        {
            Id = new(kind, name),
            Label = name,
            Source = "made up",
            Confidence = 0.9,
        };
    }
}
