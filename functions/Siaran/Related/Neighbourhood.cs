using Siaran.Related.Index;
using Siaran.Related.Words;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Related;

/// <summary>A release of the batch among all it was compared with.</summary>
/// <param name="Reading">As it was read.</param>
/// <param name="Portrait">As it is kept.</param>
/// <param name="IsNew">Whether the index has yet to take it in.</param>
/// <param name="Others">Each with how it stands to the release, the nearest first.</param>
internal sealed record Neighbourhood(Reading Reading, Portrait Portrait, bool IsNew, IReadOnlyList<(Portrait Other, Affinity Affinity)> Others)
{
    private const double SpreadFloor = 0.08;

    /// <summary>Compares the releases of a batch with the archive and with each other.</summary>
    /// <param name="at">The archive.</param>
    /// <param name="batch">Releases that may be seen, each once.</param>
    /// <param name="known">What the archive has of them.</param>
    /// <param name="dead">Numbers that this batch takes the life of.</param>
    /// <param name="signals">What counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<IReadOnlyList<Neighbourhood>> FindAsync(
        Snapshot at, IReadOnlyList<TaggedRelease> batch, IReadOnlyDictionary<ReleaseId, Sketch> known, IReadOnlySet<long> dead,
        Signals signals, CancellationToken cancellationToken)
    {
        var rarity = WordRarity.OfNews.With(at.Census);
        var readings = batch.Select(r => Reading.Of(r, rarity, signals)).ToList();
        var drawn = await DrawAsync(at, readings, known, cancellationToken);
        var archive = await at.PostingsAsync(drawn.SelectMany(Candidates.Query).Select(q => q.Term), cancellationToken);
        var within = Candidates.PostingsOf(drawn);
        var candidates = drawn.Select(s => Candidates.Of(s, archive, within, dead)).ToList();
        var portraits = drawn.ToDictionary(s => s.Number, s => new Portrait(s));
        foreach (var (number, sketch) in await at.SketchesAsync(candidates.SelectMany(c => c).Where(n => !portraits.ContainsKey(n)), cancellationToken))
        {
            portraits[number] = new(sketch);
        }

        var isNew = readings.Select((r, i) => !known.TryGetValue(r.Release.Id, out var k) || k.Number != drawn[i].Number).ToList();
        var spread = drawn.Select((s, i) => isNew[i] ? Spread(s, candidates[i], portraits, signals) : s).ToList();
        foreach (var sketch in spread)
        {
            portraits[sketch.Number] = new(sketch);
        }

        return [.. spread.Select((s, i) => new Neighbourhood(readings[i], portraits[s.Number], isNew[i], Compare(portraits[s.Number], candidates[i], portraits, signals)))];
    }

    private static async Task<List<Sketch>> DrawAsync(Snapshot at, List<Reading> readings, IReadOnlyDictionary<ReleaseId, Sketch> known, CancellationToken cancellationToken)
    {
        var archive = await at.PostingsAsync(readings.SelectMany(r => r.Tags.Keys), cancellationToken);
        var within = readings.SelectMany(r => r.Tags.Keys).CountBy(t => t).ToDictionary();
        var documents = at.Manifest.Segments.Sum(s => s.Documents) + readings.Count;
        var next = at.Manifest.NextNumber;
        return [.. readings.Select(reading =>
            known.TryGetValue(reading.Release.Id, out var same) && same.Content == reading.ContentHash()
                ? same
                : Sketching.Draw(reading, next++, tag => within[tag] - 1 + (archive.TryGetValue(tag, out var p) ? p.Count : 0), documents))];
    }

    private static Sketch Spread(Sketch sketch, List<long> candidates, Dictionary<long, Portrait> portraits, Signals signals)
    {
        var own = portraits[sketch.Number];
        var nearest = candidates
            .Where(portraits.ContainsKey)
            .Select(c => portraits[c])
            .Where(p => p.Sketch.Language == sketch.Language)
            .Select(p => (p.Words, Nearness: own.Words.Own(p.Words)))
            .Where(p => p.Nearness >= SpreadFloor)
            .OrderByDescending(p => p.Nearness)
            .Take(signals.Spread)
            .ToList();
        return nearest.Count > 0 ? Sketching.WithSpread(sketch, nearest, signals.SpreadShare) : sketch;
    }

    private static List<(Portrait Other, Affinity Affinity)> Compare(Portrait one, List<long> candidates, Dictionary<long, Portrait> portraits, Signals signals) =>
    [
        .. candidates
            .Where(portraits.ContainsKey)
            .Select(c => (Other: portraits[c], Affinity: Affinity.Of(one, portraits[c], signals)))
            .Where(c => c.Other.Sketch.Id != one.Sketch.Id)
            .OrderByDescending(c => c.Other.Sketch.Language == one.Sketch.Language)
            .ThenByDescending(c => c.Affinity.Score)
            .ThenByDescending(c => c.Other.Sketch.PublishAt)
            .ThenBy(c => c.Other.Sketch.Id),
    ];
}
