namespace Siaran.Related.Words;

/// <summary>How many releases there are and how many of them have each of the commonest words, as of the last merge that counted.</summary>
internal sealed class DocumentFrequencies(long documents, IReadOnlyDictionary<uint, long> counts)
{
    public static DocumentFrequencies Empty { get; } = new(0, new Dictionary<uint, long>());

    public long Documents => documents;

    public IReadOnlyDictionary<uint, long> Counts => counts;

    public long Count(uint word) => counts.GetValueOrDefault(word);

    /// <summary>Several parts of one archive together.</summary>
    public static DocumentFrequencies Sum(IReadOnlyCollection<DocumentFrequencies> parts)
    {
        var counts = new Dictionary<uint, long>();
        foreach (var (word, count) in parts.SelectMany(p => p.Counts))
        {
            counts[word] = counts.GetValueOrDefault(word) + count;
        }

        return new(parts.Sum(p => p.Documents), counts);
    }
}
