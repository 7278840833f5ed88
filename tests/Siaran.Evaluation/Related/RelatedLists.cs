using System.Text.Json.Nodes;
using Siaran.Tagging;

namespace Siaran.Evaluation.Related;

/// <summary>Prints lists as readers get them, drawn by chance, for judging by eye.</summary>
internal static class RelatedLists
{
    private const int Lists = 60;
    private const int First = 5;
    private const int DefaultSeed = 15_015;

    /// <param name="data">The folder of the data.</param>
    /// <param name="seed">Which chance; another one draws other lists.</param>
    public static JsonObject Run(string data, string? seed)
    {
        var examples = Example.Read(data, Tagger.CreateDefault());
        var releases = examples.OrderBy(e => e.PublishAt).ThenBy(e => e.Id).Select(e => e.Release).ToList();
        var run = RelatedRun.Collect(releases, 10);
        run.Add(releases, 10);
        var chance = new Random(seed is null ? DefaultSeed : int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture));
        var asked = examples.ToArray();
        chance.Shuffle(asked);
        var result = new JsonObject();
        foreach (var example in asked.Take(Lists))
        {
            Console.WriteLine(example.Headline);
            var shown = run.Rows[example.Id].Neighbours.Take(First).Select(neighbour => neighbour.Headline).ToList();
            shown.ForEach(headline => Console.WriteLine($"    {headline}"));
            result[example.Id.Urn] = new JsonArray([.. shown.Select(headline => JsonValue.Create(headline))]);
        }

        return result;
    }
}
