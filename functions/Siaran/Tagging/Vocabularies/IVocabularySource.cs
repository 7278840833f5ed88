namespace Siaran.Tagging.Vocabularies;

/// <summary>Where vocabularies come from that replace the ones in the project.</summary>
public interface IVocabularySource
{
    /// <summary>The whole text of the vocabulary file <paramref name="name"/> (such as <c>programmes.tsv</c>), or null where this source has none.</summary>
    string? Find(string name);
}
