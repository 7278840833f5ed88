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
    public static JsonNode Run(string data)
    {
        var topics = new SectorTopics(new VocabularyFiles());
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
            result[name] = Part(part, text => Shown(tagger, text), topics.Of, topics.All);
        }

        return result;
    }

    /// <summary>
    /// Topics that no sector speaks for, against the section that an editor put the news in: the last fifth by time, which the model of
    /// news never saw, its earlier half to choose by and its later half to check. One section says less than is true of a text.
    /// </summary>
    public static JsonNode News(string data)
    {
        var ofSectors = new SectorTopics(new VocabularyFiles()).All;
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

    private static List<ShownTopic> Shown(Tagger tagger, TopicText text)
    {
        var (headline, body) = text.Parts;
        var release = Example.ReleaseOf("topics", headline, body, DateTimeOffset.UnixEpoch);
        return
        [
            .. tagger
                .Read(release)
                .Tags.Where(tag => tag.Id.Kind == TagKind.Topic && !tag.Implied)
                .Select(tag => new ShownTopic(tag.Id.Name, tag.Confidence)),
        ];
    }

    private static JsonObject Part(
        List<TopicText> texts,
        Func<TopicText, List<ShownTopic>> shown,
        Func<TopicText, HashSet<string>> goldOf,
        HashSet<string> judged
    )
    {
        var score = new TopicScore();
        foreach (var text in texts)
        {
            score.Add(shown(text), goldOf(text), judged);
        }

        score.Print();
        return score.ToJson();
    }
}
