namespace Siaran.Tagging.Vocabularies;

/// <summary>Where vocabularies come from that replace the ones in the project, or add a language to them.</summary>
public interface IVocabularySource
{
    /// <summary>The names of the vocabulary files that this source has.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>
    /// The whole text of the vocabulary file <paramref name="name"/> (such as <c>programmes.tsv</c>), or null where this source has none.
    /// </summary>
    string? Find(string name);
}
