using Siaran.Releases;
using Siaran.Tagging.Editors;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging;

/// <summary>Reads releases by rules, vocabularies and models. The vocabularies are loaded at the first reading.</summary>
public sealed class Tagger : ITagger
{
    private readonly Lazy<TaggingPipeline> pipeline;

    /// <param name="overrides">Vocabularies that replace those of the project.</param>
    public Tagger(IVocabularySource? overrides = null) => pipeline = new(() => new TaggingPipeline(new VocabularyFiles(overrides), EntityModel.Load()));

    public string Version => pipeline.Value.Version;

    /// <summary>The tagger with the vocabularies of the project.</summary>
    public static Tagger CreateDefault() => new();

    public Annotations Read(Release release)
    {
        var read = pipeline.Value.Read(release);
        var tags = EditorTags.Apply(read.Tags, release.Content.EditorTags, pipeline.Value.Find);
        return read with
        {
            Tags = [.. tags.OrderBy(tag => tag.Id.Kind, StringComparer.Ordinal).ThenByDescending(tag => tag.Confidence).ThenBy(tag => tag.Id.Name, StringComparer.Ordinal)],
        };
    }
}
