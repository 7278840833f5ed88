using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Related;

internal static class RelatedEvaluation
{
    public static JsonObject Run(string data)
    {
        var examples = Example.Read(data, null);
        var rows = new InMemoryRelatedStore();
        var relater = new Relater(new InMemoryIndexStore(), rows, new NoArchive(), TimeProvider.System, NullLogger<Relater>.Instance);
        var places = examples.Select((e, i) => (e.Id, i)).ToDictionary();
        foreach (var chunk in new[]{1000, 64, 10}) {
        rows = new InMemoryRelatedStore(); relater = new Relater(new InMemoryIndexStore(), rows, new NoArchive(), TimeProvider.System, NullLogger<Relater>.Instance);
        foreach (var batch in examples.OrderBy(e => e.PublishAt).Select(e => e.Release).Chunk(chunk))
        {
            relater.RelateAsync(batch, default).GetAwaiter().GetResult();
        }
        Console.WriteLine($"writes {rows.Writes / (double)examples.Count}  copies {rows.All.Values.Sum(r=>r.AlsoPublishedAs.Count)}");
        Console.WriteLine(Ranking.Of(examples, q => rows[examples[q].Id].Neighbours.Select(n => places[n.Id])));
        foreach (var batch in examples.OrderBy(e => e.PublishAt).Select(e => e.Release).Chunk(chunk))
        {
            relater.RelateAsync(batch, default).GetAwaiter().GetResult();
        }
        Console.WriteLine("again " + Ranking.Of(examples, q => rows[examples[q].Id].Neighbours.Select(n => places[n.Id])));
        }
        return [];
    }
}

internal sealed class NoArchive : IReleaseArchive
{
    public Task<ArchivePage> ReadAsync(string? cursor, CancellationToken cancellationToken) => Task.FromResult(new ArchivePage([], null));
}
