using Siaran.Related.Words;
using Siaran.Tags;

namespace Siaran.Related;

/// <summary>Summarizes a release.</summary>
internal static class DocumentSummarizer
{
    // How much one shared tag can tie at most. Few releases cite one regulation, so it ties most; the
    // governor and the province are in releases on everything.
    private static readonly Dictionary<TagKind, (TagSort Sort, double Share)> Shares = new()
    {
        [TagKind.Regulation] = (TagSort.Regulation, 0.35),
        [TagKind.Programme] = (TagSort.Programme, 0.15),
        [TagKind.Person] = (TagSort.Person, 0.06),
        [TagKind.Region] = (TagSort.Region, 0.05),
        [TagKind.Agency] = (TagSort.Agency, 0.1),
        [TagKind.Topic] = (TagSort.Topic, 0.1),
    };

    private const int MaxKeyLength = 200;

    /// <summary>In a young archive every tag is shared by many; it is judged as though so many more releases were there.</summary>
    private const int FewReleases = 200;

    /// <summary>With its own words alone; <see cref="WithSpread"/> takes in the neighbours'.</summary>
    /// <param name="reading">The release.</param>
    /// <param name="number">Its number.</param>
    /// <param name="tagCounts">How many releases of the archive have each tag.</param>
    /// <param name="documents">How many releases the archive has.</param>
    public static DocumentSummary Summarize(Reading reading, long number, Func<uint, long> tagCounts, long documents)
    {
        var content = reading.Release.Content;
        return new DocumentSummary
        {
            Number = number,
            Id = reading.Release.Id,
            Slug = reading.Release.Slug,
            Headline = content.Headline,
            Agency = content.Agency,
            Language = content.Language,
            PublishAt = reading.Release.PublishAt,
            EventDate = content.EventDate,
            Closed = content.Related.None,
            Chosen = [.. content.Related.Keys.Where(k => k.Length <= MaxKeyLength).Take(RelatedList.MaxNeighbours)],
            TranslationOf = reading.Release.TranslationOf,
            Content = reading.ContentHash(),
            Words =
            [
                .. reading
                    .Weights.OrderByDescending(w => w.Value)
                    .ThenBy(w => w.Key)
                    .Take(DocumentSummary.MaxWords)
                    .Select(w => new WeightedWord(w.Key, Weight.Of(w.Value), Weight.Of(w.Value)))
                    .OrderBy(w => w.Word),
            ],
            Tags = [.. reading.Tags.OrderBy(t => t.Key).Select(t => Weigh(t.Key, t.Value, tagCounts(t.Key), documents))],
            Signature = reading.Signature,
        };
    }

    /// <summary>
    /// Takes in the words of the nearest neighbours, the nearer the more (Rocchio's feedback, 1971, on documents as well as queries).
    /// </summary>
    public static DocumentSummary WithSpread(DocumentSummary summary, IReadOnlyList<(WordVector Words, double Nearness)> neighbours)
    {
        // Two releases on one matter then meet though they put it in different words. All neighbours
        // together weigh as much as the release itself.
        var sum = new Dictionary<uint, double>();
        WordVector.Of(summary).AddTo(sum, 1);
        var own = summary.Words.ToDictionary(w => w.Word, w => w.Own);
        var whole = neighbours.Sum(n => n.Nearness);
        foreach (var (words, nearness) in neighbours)
        {
            words.AddTo(sum, nearness / whole);
        }

        var length = Math.Sqrt(sum.Values.Sum(w => w * w));
        return summary with
        {
            Words =
            [
                .. sum.OrderByDescending(w => w.Value)
                    .ThenBy(w => w.Key)
                    .Take(DocumentSummary.MaxWords)
                    .Select(w => new WeightedWord(w.Key, own.GetValueOrDefault(w.Key), Weight.Of(w.Value / length)))
                    .OrderBy(w => w.Word),
            ],
        };
    }

    private static WeightedTag Weigh(uint name, Tag tag, long count, long documents)
    {
        var (sort, share) = StockWords.IsLawOfAll(tag.Id)
            ? Shares[TagKind.Topic]
            : Shares.GetValueOrDefault(tag.Id.Kind, (TagSort.Other, 0.2));
        // An inverse document frequency (Spärck Jones, 1972) scaled to 0 to 1, so that a tag which
        // everyone has ties nobody.
        var rarity = 1 - (Math.Log(1 + count) / Math.Log(Math.Max(documents, count) + FewReleases));
        return new(name, sort, Weight.Of(share * rarity * Math.Clamp(tag.Confidence, 0, 1)));
    }
}
