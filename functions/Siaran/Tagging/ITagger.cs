using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tagging;

/// <summary>Reads releases.</summary>
public interface ITagger
{
    /// <summary>Changes when the same release could be read otherwise than before.</summary>
    string Version { get; }

    Annotations Read(Release release);
}
