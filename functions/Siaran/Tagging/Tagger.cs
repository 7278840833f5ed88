using Siaran.Releases;
using Siaran.Tagging.Editors;
using Siaran.Tagging.Regulations;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging;

/// <summary>Reads releases by rules, vocabularies and models. The vocabularies are loaded at the first reading.</summary>
public sealed class Tagger : ITagger
{
    private readonly Lazy<Readers> readers;

    /// <param name="overrides">Vocabularies that replace those of the project.</param>
    public Tagger(IVocabularySource? overrides = null) => readers = new(() => new Readers(new VocabularyFiles(overrides)));

    public string Version => readers.Value.Version;

    public Understanding Read(Release release)
    {
        var text = new ReleaseText(release.Content);
        var tags = readers.Value.Read(text);
        return new Understanding
        {
            Tags = [.. EditorTags.Apply(tags, release.Content.EditorTags, readers.Value.Find).OrderBy(tag => tag.Id.Kind, StringComparer.Ordinal).ThenByDescending(tag => tag.Confidence).ThenBy(tag => tag.Id.Name, StringComparer.Ordinal)],
            Version = Version,
        };
    }

    private sealed class Readers(VocabularyFiles files)
    {
        private readonly RegulationWords regulationWords = new(files);
        private readonly Dictionary<string, Tag> regions = RegionsByName(files);

        public string Version { get; } = files.Version();

        public List<Tag> Read(ReleaseText text)
        {
            List<Tag> tags = [];
            if (text.Content.Agency is { } agency && Slug.From(agency) is { Length: > 0 } slug)
            {
                tags.Add(new Tag { Id = new(TagKinds.Agency, slug), Label = agency, Source = "rule:issuer", Confidence = 1 });
            }

            if (text.Content.Place is { } place && Find(place) is { Id.Kind: TagKinds.Region } region)
            {
                tags.Add(region with { Source = "rule:dateline", Confidence = 0.95 });
            }

            var citations = new RegulationReader(regulationWords).Read(text.Text, text.Tokens);
            tags.AddRange(RegulationTags.From(citations, regulationWords, text));
            return tags;
        }

        public Tag? Find(string word) => regions.GetValueOrDefault(Slug.From(word));

        private static Dictionary<string, Tag> RegionsByName(VocabularyFiles files)
        {
            Dictionary<string, Tag> byName = [];
            foreach (var row in files.Rows("regions.tsv").Where(row => row[0].Length <= 5))
            {
                var tag = new Tag { Id = new(TagKinds.Region, Slug.From(row[1])), Label = row[1], Code = row[0], Scheme = "kemendagri", Source = "vocabulary", Confidence = 1 };
                byName[tag.Id.Name] = tag;
                byName.TryAdd(Slug.From(row[1].Replace("Kabupaten ", "", StringComparison.Ordinal).Replace("Kota ", "", StringComparison.Ordinal)), tag);
            }

            return byName;
        }
    }
}
