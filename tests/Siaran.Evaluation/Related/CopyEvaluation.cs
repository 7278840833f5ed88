using System.Text.Json.Nodes;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Evaluation.Related;

/// <summary>
/// Near-duplicates: every second text with a light rewrite of it, and with a follow-up of the text after it that borrows from it, all
/// collected into one archive.
/// </summary>
internal static class CopyEvaluation
{
    private const int Seed = 20251009;

    public static JsonObject Run(IReadOnlyList<Example> examples)
    {
        var chance = new Random(Seed);
        var releases = new List<TaggedRelease>();
        var texts = new Dictionary<ReleaseId, int>();
        var wanted = new HashSet<(ReleaseId, ReleaseId)>();
        for (var i = 0; i + 1 < examples.Count; i += 2)
        {
            var (example, other) = (examples[i], examples[i + 1]);
            var rewritten = Rewriting.Lightly(example.Headline, example.Body, chance);
            var followUp = Rewriting.FollowUp(example.Body, other.Headline, other.Body, chance);
            var copy = Add($"copy-{i}", rewritten, example.PublishAt.AddHours(3), i);
            Add($"follow-up-{i}", followUp, example.PublishAt.AddDays(2), i + 1);
            releases.Add(example.Release);
            texts[example.Id] = i;
            wanted.Add(Ordered(example.Id, copy));
        }

        var rows = RelatedRun.Collect(releases.OrderBy(r => r.Release.PublishAt).ThenBy(r => r.Release.Id), 10).Rows;
        var found = rows.All.SelectMany(r => r.Value.AlsoPublishedAs.Select(c => Ordered(r.Key, c.Id))).ToHashSet();
        var wrong = found.Where(f => !wanted.Contains(f) && !ByNature(f)).ToList();
        var right = found.Count(wanted.Contains);
        var precision = (double)right / (right + wrong.Count);
        var recall = (double)right / wanted.Count;
        Console.WriteLine();
        Console.WriteLine(
            $"near-duplicates: {wanted.Count} pairs, precision {precision:F4} ({wrong.Count} wrong), recall {recall:F4}; {found.Count - right - wrong.Count} more pairs found that are copies by nature"
        );
        return new()
        {
            ["pairs"] = wanted.Count,
            ["precision"] = precision,
            ["recall"] = recall,
        };

        ReleaseId Add(string key, (string Headline, string Text) text, DateTimeOffset publishAt, int source)
        {
            var release = Example.ReleaseOf(key, text.Headline, text.Text, publishAt);
            releases.Add(new(release, Annotations.Empty));
            texts[release.Id] = source;
            return release.Id;
        }

        bool ByNature((ReleaseId One, ReleaseId Other) pair)
        {
            var (one, other) = (texts[pair.One], texts[pair.Other]);
            return one != other && Rewriting.AreCopiesByNature(examples[one].Body, examples[other].Body);
        }
    }

    private static (ReleaseId, ReleaseId) Ordered(ReleaseId one, ReleaseId other) => one < other ? (one, other) : (other, one);
}
