using Siaran.Releases;
using Siaran.Tagging;
using Siaran.Tagging.Editors;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// A tagger for tests in which it matters that tags come and go, not how a text is understood: the editor's tags, and the programmes of the
/// vocabulary whose names the text holds. It needs no models, and reads in microseconds.
/// </summary>
internal sealed class WordTagger : ITagger
{
    private readonly List<(string Name, string Words)> programmes = [];

    private WordTagger(IVocabularySource? vocabularies)
    {
        var text = vocabularies?.Find("programmes.tsv") ?? "";
        Version = "words " + Fingerprint.OfEverything(new Submission { EditorKey = text }).Value[..12];
        foreach (var cells in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')))
        {
            programmes.Add((cells[0], cells[1]));
        }
    }

    public string Version { get; }

    public Annotations Read(Release release)
    {
        var found = programmes
            .Where(programme => release.Content.BodyText.Contains(programme.Words, StringComparison.OrdinalIgnoreCase))
            .Select(programme => new Tag
            {
                Id = new TagId(TagKind.Programme, programme.Name),
                Label = programme.Words,
                Source = "words",
                Confidence = 1,
            });
        var tags = EditorTags.Apply(found, release.Content.EditorTags, _ => null);
        return new Annotations { Tags = [.. tags.OrderBy(tag => tag.Id.ToString(), StringComparer.Ordinal)], Version = Version };
    }

    internal sealed class Factory : ITaggerFactory
    {
        public ITagger Create(IVocabularySource? replacing, TimeZoneInfo zone) => new WordTagger(replacing);
    }
}
