using Siaran.Related.Words;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Related;

/// <summary>A release of the batch as relating reads it: its words by weight, its tags, its signature.</summary>
internal sealed class Reading
{
    private readonly Dictionary<uint, double> weights = [];

    private Reading(TaggedRelease release)
    {
        Release = release.Release;
        Tags = release.Tags.Where(t => !t.Implied).GroupBy(t => WordRarity.Hash(t.Id.ToString())).ToDictionary(g => g.Key, g => g.First());
    }

    public Release Release { get; }

    /// <summary>Each word's first form in the text.</summary>
    public Dictionary<uint, string> Forms { get; } = [];

    public IReadOnlyDictionary<uint, Tag> Tags { get; }

    /// <summary>Unit weights of the release's own words.</summary>
    public IReadOnlyDictionary<uint, double> Weights => this.weights;

    public byte[] Signature { get; private set; } = [];

    public static Reading Of(TaggedRelease release, WordRarity rarity, RankingOptions ranking)
    {
        var reading = new Reading(release);
        var content = release.Release.Content;
        var stems = new List<uint>();
        foreach (var word in Stems.Of(content.Headline, content.Language, ranking.Stemming))
        {
            reading.Count(word, ranking.Headline, []);
        }

        foreach (var word in content.Paragraphs.SelectMany(p => Stems.Of(p, content.Language, ranking.Stemming)).Take(Stems.MaxWords))
        {
            reading.Count(word, 1, stems);
        }

        reading.Signature = Words.Signature.Of(stems);
        reading.Weigh(ranking.Rarity ? rarity : null);
        return reading;
    }

    /// <summary>Equal for two readings that relate alike.</summary>
    public ulong ContentHash() => System.IO.Hashing.XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(string.Join(
        '\n',
        [
            Release.Slug, Release.Content.Headline, Release.Content.Agency ?? "", Release.Content.Language, Release.PublishAt.ToString("O"),
            Release.Content.EventDate?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "", Release.Content.Related.None.ToString(), .. Release.Content.Related.Keys,
            .. Tags.Values.Select(t => $"{t.Id} {t.Confidence:F2}").Order(StringComparer.Ordinal), "", .. Release.Content.Paragraphs,
        ])));

    private void Count(Word word, double weight, List<uint> stems)
    {
        var name = WordRarity.Hash(word.Stem);
        stems.Add(name);
        this.weights[name] = this.weights.GetValueOrDefault(name) + weight;
        Forms.TryAdd(name, word.Form);
    }

    private void Weigh(WordRarity? rarity)
    {
        foreach (var word in this.weights.Keys)
        {
            this.weights[word] *= rarity?.Of(word) ?? 1;
        }

        var length = Math.Sqrt(this.weights.Values.Sum(w => w * w));
        foreach (var word in this.weights.Keys)
        {
            this.weights[word] /= length;
        }
    }
}
