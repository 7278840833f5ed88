using Siaran.Releases;
using Siaran.Tagging.Editors;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tagging;

/// <summary>Reads releases by rules, vocabularies and models. The vocabularies are loaded at the first reading.</summary>
public sealed class Tagger : ITagger
{
    private readonly Lazy<TaggingPipeline> pipeline;

    /// <param name="overrides">Vocabularies that replace those of the project.</param>
    /// <param name="zone">The zone that releases are dated in; Asia/Makassar without.</param>
    // Lazy, for a function that serves a feed from memory never reads a release; vocabularies would be
    // paid for at each cold start.
    public Tagger(IVocabularySource? overrides = null, TimeZoneInfo? zone = null) =>
        pipeline = new(() =>
            new TaggingPipeline(
                new VocabularyFiles(overrides),
                EntityModel.Load(),
                zone ?? TimeZoneInfo.FindSystemTimeZoneById(TaggingPipeline.UsualZone)
            )
        );

    public string Version => pipeline.Value.Version;

    public IReadOnlyList<string> NamesOf(TagKind kind) => pipeline.Value.NamesOf(kind);

    /// <summary>The tagger with the vocabularies of the project.</summary>
    public static Tagger CreateDefault() => new();

    public Annotations Read(Release release)
    {
        var read = pipeline.Value.Read(release);
        // Too long a label is mostly a sentence that a reader took for a name. Dropped before the
        // editor's tags, which are bounded where they are taken in.
        var named = read.Tags.Where(tag => tag.Label.Length <= Tag.LongestLabel);
        var tags = EditorTags.Apply(named, release.Content.EditorTags, word => pipeline.Value.Find(word, release.Content.Language));
        return read with
        {
            Tags =
            [
                // A total order, so that equal readings give equal bytes.
                .. tags.OrderBy(tag => tag.Id.Kind.Name, StringComparer.Ordinal)
                    .ThenByDescending(tag => tag.Confidence)
                    .ThenBy(tag => tag.Id.Name, StringComparer.Ordinal),
            ],
        };
    }
}
