namespace Siaran.Related;

/// <summary>A summary and its words made ready.</summary>
internal sealed class ScoredDocument(DocumentSummary summary)
{
    private readonly Lazy<WordVector> words = new(() => WordVector.Of(summary));

    public DocumentSummary Summary => summary;

    public WordVector Words => words.Value;
}
