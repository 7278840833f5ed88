namespace Siaran.Related;

/// <summary>A sketch and its words made ready.</summary>
internal sealed class Portrait(Sketch sketch)
{
    private readonly Lazy<WordVector> words = new(() => WordVector.Of(sketch));

    public Sketch Sketch => sketch;

    public WordVector Words => this.words.Value;
}
