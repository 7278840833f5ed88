using Siaran.Related.Index;
using Siaran.Related.Words;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Related;

/// <summary>A release of the batch among all it was compared with.</summary>
/// <param name="Reading">As it was read.</param>
/// <param name="Document">As it is kept.</param>
/// <param name="IsNew">Whether the index has yet to take it in.</param>
/// <param name="Others">Each with its relation to the release, the nearest first.</param>
internal sealed record Neighbourhood(
    Reading Reading,
    ScoredDocument Document,
    bool IsNew,
    IReadOnlyList<(ScoredDocument Other, Affinity Affinity)> Others
)
{
    // Neighbours that share hardly any word would lend words of another matter.
    private const double SpreadFloor = 0.08;

    /// <summary>Compares the releases of a batch with the archive and with each other.</summary>
    /// <param name="at">The archive.</param>
    /// <param name="batch">Releases that may be seen, each once.</param>
    /// <param name="known">What the archive has of them.</param>
    /// <param name="dead">Numbers that this batch takes the life of.</param>
    /// <param name="ranking">What counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<IReadOnlyList<Neighbourhood>> FindAsync(
        Snapshot at,
        IReadOnlyList<TaggedRelease> batch,
        IReadOnlyDictionary<ReleaseId, DocumentSummary> known,
        IReadOnlySet<long> dead,
        RankingOptions ranking,
        CancellationToken cancellationToken
    )
    {
        // Three rounds of reads however large the batch is: counts of tags, postings of all query
        // terms, summaries of all candidates.
        var rarity = WordRarity.OfNews.With(at.Frequencies);
        var readings = batch.Select(r => Reading.Of(r, rarity, ranking)).ToList();
        var summaries = await SummarizeAsync(at, readings, known, cancellationToken);
        var archive = await at.PostingsAsync(summaries.SelectMany(Candidates.Query).Select(q => q.Term), cancellationToken);
        var within = Candidates.PostingsOf(summaries);

        // What the archive has of a release that the batch brings in another revision is nobody's neighbour any more.
        var currentNumbers = summaries.Select(s => s.Number).ToHashSet();
        var replaced = known.Values.Select(k => k.Number).Where(number => !currentNumbers.Contains(number)).Union(dead).ToHashSet();
        var candidates = summaries.Select(s => Candidates.Of(s, archive, within, replaced)).ToList();
        var scoredDocuments = summaries.ToDictionary(s => s.Number, s => new ScoredDocument(s));
        var others = candidates.SelectMany(c => c).Where(n => !scoredDocuments.ContainsKey(n));
        foreach (var (number, summary) in await at.SummariesAsync(others, cancellationToken))
        {
            scoredDocuments[number] = new(summary);
        }

        var isNew = readings.Select((r, i) => !known.TryGetValue(r.Release.Id, out var k) || k.Number != summaries[i].Number).ToList();
        // A release borrows the words of its nearest neighbours (document expansion, Singhal and Pereira, 1999): two texts on one matter
        // may share few words and yet have the same neighbours.
        var spread = summaries.Select((s, i) => isNew[i] ? Spread(s, candidates[i], scoredDocuments, ranking) : s).ToList();
        foreach (var summary in spread)
        {
            scoredDocuments[summary.Number] = new(summary);
        }

        return [.. spread.Select((s, i) => Of(scoredDocuments[s.Number], i))];

        Neighbourhood Of(ScoredDocument document, int i) =>
            new(readings[i], document, isNew[i], Compare(document, readings[i], candidates[i], scoredDocuments, ranking));
    }

    private static async Task<List<DocumentSummary>> SummarizeAsync(
        Snapshot at,
        List<Reading> readings,
        IReadOnlyDictionary<ReleaseId, DocumentSummary> known,
        CancellationToken cancellationToken
    )
    {
        var archive = await at.PostingsAsync(readings.SelectMany(r => r.Tags.Keys), cancellationToken);
        var within = readings.SelectMany(r => r.Tags.Keys).CountBy(t => t).ToDictionary();
        var documents = at.Manifest.Segments.Sum(s => s.Documents) + readings.Count;
        // Numbers hold if this commit wins: NextNumber is part of the manifest, so that a second writer
        // is refused and draws its own.
        var next = at.Manifest.NextNumber;
        // The same content keeps its number, and a repeated run adds nothing.
        return
        [
            .. readings.Select(reading =>
                known.TryGetValue(reading.Release.Id, out var same) && same.Content == reading.ContentHash()
                    ? same
                    : DocumentSummarizer.Summarize(
                        reading,
                        next++,
                        tag => within[tag] - 1 + (archive.TryGetValue(tag, out var p) ? p.Count : 0),
                        documents
                    )
            ),
        ];
    }

    private static DocumentSummary Spread(
        DocumentSummary summary,
        List<long> candidates,
        Dictionary<long, ScoredDocument> scoredDocuments,
        RankingOptions ranking
    )
    {
        var own = scoredDocuments[summary.Number];
        var nearest = candidates
            .Where(scoredDocuments.ContainsKey)
            .Select(c => scoredDocuments[c])
            // Words of another language would never be looked for.
            .Where(p => p.Summary.Language == summary.Language)
            .Select(p => (p.Words, Nearness: own.Words.Own(p.Words)))
            .Where(p => p.Nearness >= SpreadFloor)
            .OrderByDescending(p => p.Nearness)
            .Take(ranking.Spread)
            .ToList();
        return nearest.Count > 0 ? DocumentSummarizer.WithSpread(summary, nearest) : summary;
    }

    private static List<(ScoredDocument Other, Affinity Affinity)> Compare(
        ScoredDocument one,
        Reading reading,
        List<long> candidates,
        Dictionary<long, ScoredDocument> scoredDocuments,
        RankingOptions ranking
    ) =>
        [
            .. candidates
                .Where(scoredDocuments.ContainsKey)
                .Select(c => (Other: scoredDocuments[c], Affinity: Affinity.Of(one, scoredDocuments[c], reading.NameWords, ranking)))
                .Where(c => c.Other.Summary.Id != one.Summary.Id)
                // Readers read one language, so it counts before the score.
                .OrderByDescending(c => c.Other.Summary.Language == one.Summary.Language)
                .ThenByDescending(c => c.Affinity.Score)
                .ThenByDescending(c => c.Other.Summary.PublishAt)
                .ThenBy(c => c.Other.Summary.Id),
        ];
}
