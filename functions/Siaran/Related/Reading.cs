using Siaran.Related.Words;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Related;

/// <summary>A release of the batch as relating reads it: its words by weight, its tags, its signature.</summary>
internal sealed class Reading
{
    private const int ProvinceCodeLength = 2;
    private const int MaxFigures = 500;

    /// <summary>In how many words of the body its opening fades to a third: about two paragraphs.</summary>
    private const double OpeningWords = 100;

    private readonly Dictionary<uint, double> weights = [];

    private Reading(TaggedRelease release)
    {
        Tagged = release;
        Tags = release
            // Implied tags follow from others and would count one fact twice.
            .Tags.Where(t => !t.Implied && !IsProvince(t))
            .GroupBy(t => WordRarity.Hash(t.Id.ToString()))
            .ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>As it came.</summary>
    public TaggedRelease Tagged { get; }

    public Release Release => Tagged.Release;

    /// <summary>Each word's first form in the text.</summary>
    public Dictionary<uint, string> Forms { get; } = [];

    public IReadOnlyDictionary<uint, Tag> Tags { get; }

    /// <summary>Unit weights of the release's own words.</summary>
    public IReadOnlyDictionary<uint, double> Weights => weights;

    public byte[] Signature { get; private set; } = [];

    /// <summary>
    /// By their tags, the words of the names of persons, bodies and regions: what two releases may share without being on one matter.
    /// </summary>
    public IReadOnlyDictionary<uint, IReadOnlySet<uint>> NameWords { get; private set; } = new Dictionary<uint, IReadOnlySet<uint>>();

    public static Reading Of(TaggedRelease release, WordRarity rarity, RankingOptions ranking)
    {
        var reading = new Reading(release);
        var content = release.Release.Content;
        reading.NameWords = NamesOf(release.Release.Content, reading.Tags, ranking.Stemming);
        var stems = new List<uint>();
        foreach (var word in Stems.Of(content.Headline, content.Language, ranking.Stemming))
        {
            reading.Count(word, ranking.Headline, []);
        }

        foreach (var word in content.Paragraphs.SelectMany(p => Stems.Of(p, content.Language, ranking.Stemming)).Take(Stems.MaxWords))
        {
            reading.Count(word, 1 + (ranking.Opening * Math.Exp(-stems.Count / OpeningWords)), stems);
        }

        reading.Signature = Words.Signature.Of(stems, Figures(content.Paragraphs));
        reading.Weigh(ranking.Rarity ? rarity : null, PlaceWords(release, ranking), ranking);
        return reading;
    }

    /// <summary>The numbers in a text, decimal marks and times included: <c>4,2</c>, <c>03.14</c>.</summary>
    private static HashSet<string> Figures(IReadOnlyList<string> paragraphs)
    {
        var figures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paragraph in paragraphs)
        {
            for (var at = 0; at < paragraph.Length && figures.Count < MaxFigures; at++)
            {
                var start = at;
                while (at < paragraph.Length && (char.IsAsciiDigit(paragraph[at]) || (at > start && IsWithin(paragraph, at))))
                {
                    at++;
                }

                if (at > start)
                {
                    figures.Add(paragraph[start..at]);
                }
            }
        }

        return figures;
    }

    private static bool IsWithin(string text, int at) =>
        text[at] is '.' or ',' or ':' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    /// <summary>The words by which the text names its regions, and the names of those these lie in.</summary>
    /// <returns>For each how much of its weight it keeps.</returns>
    private static Dictionary<uint, double> PlaceWords(TaggedRelease release, RankingOptions ranking)
    {
        var content = release.Release.Content;
        var body = content.BodyText;
        var words = new Dictionary<uint, double>();
        foreach (var tag in release.Tags.Where(tag => tag.Id.Kind == TagKind.Region))
        {
            var kept = IsProvince(tag) ? ranking.Stock : ranking.Places;
            foreach (var name in WordsOf(tag, content, body, ranking.Stemming))
            {
                // Where a city has its province's name, the name relates nobody.
                words[name] = Math.Min(kept, words.GetValueOrDefault(name, kept));
            }
        }

        return words;
    }

    private static Dictionary<uint, IReadOnlySet<uint>> NamesOf(ReleaseContent content, IReadOnlyDictionary<uint, Tag> tags, bool stemming)
    {
        var body = content.BodyText;
        return tags.Where(tag =>
                tag.Value.Id.Kind == TagKind.Person || tag.Value.Id.Kind == TagKind.Agency || tag.Value.Id.Kind == TagKind.Region
            )
            .ToDictionary(tag => tag.Key, IReadOnlySet<uint> (tag) => WordsOf(tag.Value, content, body, stemming).ToHashSet());
    }

    /// <summary>The words by which a text names what a tag is of, as often as it does.</summary>
    private static IEnumerable<uint> WordsOf(Tag tag, ReleaseContent content, string body, bool stemming) =>
        tag
            .Evidence.Select(span =>
                span.Field switch
                {
                    EvidenceField.Headline => Within(content.Headline, span),
                    EvidenceField.Body => Within(body, span),
                    _ => "",
                }
            )
            .Append(tag.Label)
            .Distinct()
            .SelectMany(name => Stems.Of(name, content.Language, stemming))
            .Select(word => WordRarity.Hash(word.Stem));

    private static string Within(string text, Evidence span) =>
        span.Start + span.Length <= text.Length ? text.Substring(span.Start, span.Length) : "";

    /// <summary>Equal for two readings that relate alike and that searches show alike.</summary>
    // All that relating reads of a release, and nothing else: a change of anything else must not give
    // it a new number.
    public ulong ContentHash() =>
        System.IO.Hashing.XxHash3.HashToUInt64(
            System.Text.Encoding.UTF8.GetBytes(
                string.Join(
                    '\n',
                    [
                        Release.Slug,
                        Release.Content.Headline,
                        Release.Content.Agency ?? "",
                        Release.Content.Label ?? "",
                        Release.Content.Summary ?? "",
                        Release.Content.Image?.Url.OriginalString ?? "",
                        Release.UpdatedAt.ToString("O"),
                        Release.Content.Language,
                        Release.PublishAt.ToString("O"),
                        Release.Content.EventDate?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "",
                        Release.Content.Related.None.ToString(),
                        .. Release.Content.Related.Keys,
                        .. Tags.Values.Select(t => $"{t.Id} {t.Confidence:F2}").Order(StringComparer.Ordinal),
                        "",
                        .. Release.Content.Paragraphs,
                        // Only where there is one: all else keeps the hash that it has.
                        .. Release.TranslationOf is { } original ? [original.Urn] : Array.Empty<string>(),
                    ]
                )
            )
        );

    /// <summary>Half of a province's releases name the province.</summary>
    private static bool IsProvince(Tag tag) => tag.Id.Kind == TagKind.Region && tag.Code is { Length: ProvinceCodeLength };

    private void Count(Word word, double weight, List<uint> stems)
    {
        var name = WordRarity.Hash(word.Stem);
        stems.Add(name);
        weights[name] = weights.GetValueOrDefault(name) + weight;
        Forms.TryAdd(name, word.Form);
    }

    private void Weigh(WordRarity? rarity, Dictionary<uint, double> places, RankingOptions ranking)
    {
        foreach (var word in weights.Keys)
        {
            // TF-IDF (Salton and Buckley, 1988) with both parts to a power, then scaled to unit length: the cosine of two releases is a
            // plain inner product from here on.
            weights[word] =
                Math.Pow(weights[word], ranking.Saturation) * (rarity is null ? 1 : Math.Pow(rarity.Of(word), ranking.Rareness));
            weights[word] *=
                StockWords.Counts(Forms[word]) ? ranking.Numbers
                : StockWords.AreIn(Forms[word]) ? ranking.Stock
                : places.GetValueOrDefault(word, 1);
        }

        var length = Math.Sqrt(weights.Values.Sum(w => w * w));
        foreach (var word in weights.Keys)
        {
            weights[word] /= length;
        }
    }
}
