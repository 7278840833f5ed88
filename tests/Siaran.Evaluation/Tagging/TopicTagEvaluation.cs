using System.Text.Json.Nodes;
using Siaran.Evaluation.Related;
using Siaran.Tagging;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Evaluation.Tagging;

/// <summary>
/// The topics that a release is shown with, against the sectors that statisticians gave it: a topic of a sector is right where the text has
/// that sector. Topics of no sector are
/// not judged. The last fifth by time, which nothing was fitted on, and the confidence each was shown with.
/// </summary>
internal static class TopicTagEvaluation
{
    private const double BinWidth = 0.1;
    private const double LowestBin = 0.3;
    private const int Bins = 7;

    public static JsonNode Run(string data)
    {
        var files = new VocabularyFiles();
        var topicsOf = files.Rows("sectors.tsv").ToDictionary(row => row[0], row => row[2].Split(' '));
        var judged = topicsOf.Values.SelectMany(topics => topics).ToHashSet();
        var tagger = Tagger.CreateDefault();
        var texts = TopicText.Sectors(data);
        var result = new JsonObject();
        foreach (
            var (name, part) in new[]
            {
                ("first four fifths", texts[..(texts.Count * 4 / 5)]),
                ("last fifth", texts[(texts.Count * 4 / 5)..]),
            }
        )
        {
            Console.WriteLine($"  {name}");
            result[name] = Part(
                part,
                text => Shown(tagger, text),
                text => text.Labels.SelectMany(label => topicsOf.GetValueOrDefault(label, [])).ToHashSet(),
                judged
            );
        }

        return result;
    }

    /// <summary>
    /// Topics that no sector speaks for, against the section that an editor put the news in: the last fifth by time, which the model of
    /// news never saw, its earlier half to choose by and its later half to check. One section says less than is true of a text.
    /// </summary>
    public static JsonNode News(string data)
    {
        var ofSectors = new VocabularyFiles().Rows("sectors.tsv").SelectMany(row => row[2].Split(' ')).ToHashSet();
        var tagger = Tagger.CreateDefault();
        var texts = TopicText.News(data);
        var judged = texts.SelectMany(text => text.Labels).Where(label => !ofSectors.Contains(label)).ToHashSet();
        var result = new JsonObject();
        foreach (var (name, from, to) in new[] { ("earlier half of the last fifth", 0.8, 0.9), ("later half", 0.9, 1) })
        {
            Console.WriteLine($"  {name}");
            var part = texts[(int)(texts.Count * from)..(int)(texts.Count * to)];
            result[name] = Part(part, text => Shown(tagger, text), text => [.. text.Labels], judged);
        }

        return result;
    }

    private static IEnumerable<(string Topic, double Confidence)> Shown(Tagger tagger, TopicText text)
    {
        var release = Example.ReleaseOf(
            "topics",
            text.Headline > 0 ? text.Text[..text.Headline] : "-",
            text.Text[text.Headline..].Trim(),
            DateTimeOffset.UnixEpoch
        );
        return tagger
            .Read(release)
            .Tags.Where(tag => tag.Id.Kind == TagKind.Topic && !tag.Implied)
            .Select(tag => (tag.Id.Name, tag.Confidence));
    }

    private static JsonObject Part(
        List<TopicText> texts,
        Func<TopicText, IEnumerable<(string Topic, double Confidence)>> shown,
        Func<TopicText, HashSet<string>> goldOf,
        HashSet<string> judged
    )
    {
        var (right, all, sum) = (new int[Bins], new int[Bins], new double[Bins]);
        var (total, covered) = (0, 0);
        foreach (var text in texts)
        {
            var gold = goldOf(text);
            var topics = shown(text).ToList();
            total += topics.Count;
            covered += topics.Exists(topic => gold.Contains(topic.Topic)) ? 1 : 0;
            foreach (var (topic, confidence) in topics.Where(topic => judged.Contains(topic.Topic)))
            {
                var bin = Math.Clamp((int)((confidence - LowestBin) / BinWidth), 0, Bins - 1);
                all[bin]++;
                sum[bin] += confidence;
                right[bin] += gold.Contains(topic) ? 1 : 0;
            }
        }

        var precision = (double)right.Sum() / all.Sum();
        Console.WriteLine(
            $"    {texts.Count} texts, {(double)total / texts.Count:F2} topics each; of {all.Sum()} judged {precision:F3} right; {(double)covered / texts.Count:F3} of the texts have a right one"
        );
        Console.WriteLine($"    {"confidence", -12} {"said", 6} {"right", 6} {"topics", 7}");
        var table = new JsonArray();
        for (var bin = 0; bin < Bins; bin++)
        {
            if (all[bin] > 0)
            {
                var (said, was) = (sum[bin] / all[bin], (double)right[bin] / all[bin]);
                Console.WriteLine(
                    $"    {LowestBin + (bin * BinWidth):F1}–{LowestBin + ((bin + 1) * BinWidth):F1}     {said, 6:F3} {was, 6:F3} {all[bin], 7}"
                );
                table.Add(
                    new JsonObject
                    {
                        ["said"] = said,
                        ["right"] = was,
                        ["topics"] = all[bin],
                    }
                );
            }
        }

        return new JsonObject
        {
            ["precision"] = precision,
            ["topicsEach"] = (double)total / texts.Count,
            ["covered"] = (double)covered / texts.Count,
            ["reliability"] = table,
        };
    }
}
