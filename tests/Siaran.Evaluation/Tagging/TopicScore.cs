using System.Text.Json.Nodes;

namespace Siaran.Evaluation.Tagging;

/// <summary>Topics that texts were shown with, against those that people gave them, and whether their confidence is true.</summary>
internal sealed class TopicScore
{
    private const double BinWidth = 0.1;
    private const double LowestBin = 0.3;
    private const int Bins = 7;

    private readonly int[] right = new int[Bins];
    private readonly int[] judged = new int[Bins];
    private readonly double[] said = new double[Bins];
    private int texts;
    private int topics;
    private int covered;

    public int Judged => judged.Sum();

    /// <summary>The share of the judged topics that are right.</summary>
    public double Precision => (double)right.Sum() / Judged;

    /// <summary>The share of the texts that are shown with a right topic.</summary>
    public double Covered => (double)covered / texts;

    /// <summary>Topics by their confidence, in steps of a tenth; empty steps are left out.</summary>
    public IEnumerable<ReliabilityStep> Steps =>
        from bin in Enumerable.Range(0, Bins)
        where judged[bin] > 0
        select new ReliabilityStep(
            LowestBin + (bin * BinWidth),
            LowestBin + ((bin + 1) * BinWidth),
            said[bin] / judged[bin],
            (double)right[bin] / judged[bin],
            judged[bin]
        );

    /// <param name="shown">The topics that the text is shown with.</param>
    /// <param name="gold">Those that people gave it.</param>
    /// <param name="judges">Those that people could have given: others are neither right nor wrong.</param>
    public void Add(IReadOnlyCollection<ShownTopic> shown, IReadOnlySet<string> gold, IReadOnlySet<string> judges)
    {
        texts++;
        topics += shown.Count;
        covered += shown.Any(topic => gold.Contains(topic.Slug)) ? 1 : 0;
        foreach (var topic in shown.Where(topic => judges.Contains(topic.Slug)))
        {
            var bin = Math.Clamp((int)((topic.Confidence - LowestBin) / BinWidth), 0, Bins - 1);
            judged[bin]++;
            said[bin] += topic.Confidence;
            right[bin] += gold.Contains(topic.Slug) ? 1 : 0;
        }
    }

    /// <summary>Counts another part's texts too.</summary>
    public void Add(TopicScore part)
    {
        (texts, topics, covered) = (texts + part.texts, topics + part.topics, covered + part.covered);
        for (var bin = 0; bin < Bins; bin++)
        {
            right[bin] += part.right[bin];
            judged[bin] += part.judged[bin];
            said[bin] += part.said[bin];
        }
    }

    public void Print()
    {
        Console.WriteLine(
            $"    {texts} texts, {(double)topics / texts:F2} topics each; of {Judged} judged {Precision:F3} right; {Covered:F3} of the texts have a right one"
        );
        Console.WriteLine($"    {"confidence", -12} {"said", 6} {"right", 6} {"topics", 7}");
        foreach (var step in Steps)
        {
            Console.WriteLine($"    {step.From:F1}–{step.To:F1}     {step.Said, 6:F3} {step.Right, 6:F3} {step.Topics, 7}");
        }
    }

    public JsonObject ToJson() =>
        new()
        {
            ["precision"] = Precision,
            ["topicsEach"] = (double)topics / texts,
            ["covered"] = Covered,
            ["reliability"] = new JsonArray([
                .. Steps.Select(step => new JsonObject
                {
                    ["said"] = step.Said,
                    ["right"] = step.Right,
                    ["topics"] = step.Topics,
                }),
            ]),
        };
}

/// <summary>A topic as a release is shown with it.</summary>
internal readonly record struct ShownTopic(string Slug, double Confidence);

/// <summary>Topics of like confidence.</summary>
/// <param name="From">The least confidence.</param>
/// <param name="To">Where the next step begins.</param>
/// <param name="Said">The mean of their confidence.</param>
/// <param name="Right">The share of them that is right.</param>
/// <param name="Topics">How many there are.</param>
internal readonly record struct ReliabilityStep(double From, double To, double Said, double Right, int Topics);
