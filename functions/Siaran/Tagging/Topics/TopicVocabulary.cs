using Siaran.Releases;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Topics;

/// <summary>All topics with the words that point to them.</summary>
public sealed class TopicVocabulary
{
    private const double Word = 1;
    private const double PhraseOfWords = 1.6;

    private readonly List<Topic> topics = [];
    private readonly Dictionary<string, int> bySlug = [];
    private readonly Dictionary<string, int> byLabel = [];

    public TopicVocabulary(VocabularyFiles files)
    {
        foreach (var row in files.Rows("topics.tsv"))
        {
            var index = topics.Count;
            topics.Add(new(row[0], row[1], row[2], row[3], row[4] == "-" ? null : row[4], row[5] == "-" ? [] : row[5].Split(' ')));
            bySlug[row[0]] = index;
            byLabel.TryAdd(Slug.From(row[2]), index);
            byLabel.TryAdd(Slug.From(row[3]), index);
            foreach (var term in row[6].Split('|'))
            {
                Terms.Add(term, (index, term.Contains(' ', StringComparison.Ordinal) ? PhraseOfWords : Word));
            }
        }
    }

    public IReadOnlyList<Topic> Topics => topics;

    /// <summary>Words to topics and what they say for them.</summary>
    public PhraseMap<(int Topic, double Weight)> Terms { get; } = new();

    public int IndexOf(string slug) => bySlug.GetValueOrDefault(slug, -1);

    /// <summary>A topic by slug or label; null where there is none.</summary>
    public Topic? Find(string slug) => bySlug.TryGetValue(slug, out var i) || byLabel.TryGetValue(slug, out i) ? topics[i] : null;
}
