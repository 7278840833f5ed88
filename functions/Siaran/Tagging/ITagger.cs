using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tagging;

/// <summary>Reads releases.</summary>
public interface ITagger
{
    /// <summary>Changes when the same release could be read otherwise than before.</summary>
    string Version { get; }

    /// <summary>The names of all tags of a kind that are in a vocabulary, as in their ids; none where the kind has no list.</summary>
    IReadOnlyList<string> NamesOf(TagKind kind) => [];

    Annotations Read(Release release);
}
