namespace Siaran.Related;

/// <summary>How much each thing says about whether two releases belong together. The evaluation leaves them out one by one.</summary>
internal sealed record RankingOptions
{
    public static RankingOptions Default { get; } = new();

    /// <summary>How many words of the body a word of the headline is worth.</summary>
    public double Headline { get; init; } = 4;

    /// <summary>
    /// How much more than 1 the first word of the body counts, fading towards its end: news says first what it is about, and quotes and
    /// background last.
    /// </summary>
    public double Opening { get; init; } = 2;

    /// <summary>The power to which a word's count counts: a word said ten times says less than ten words.</summary>
    public double Saturation { get; init; } = 0.9;

    /// <summary>How much of its weight a word keeps that names a regency, city or smaller region of the release.</summary>
    public double Places { get; init; } = 0.6;

    /// <summary>
    /// The same for a word that names the release's province, or that every release uses: the province's own name relates nobody.
    /// </summary>
    public double Stock { get; init; } = 0.3;

    /// <summary>How much of its weight a number keeps, and a word that counts or pays: <c>Rp</c>, <c>miliar</c>. None.</summary>
    public double Numbers { get; init; }

    /// <summary>The power to which a word's rarity counts.</summary>
    public double Rareness { get; init; } = 1.2;

    /// <summary>Whether a word's forms are one word.</summary>
    public bool Stemming { get; init; } = true;

    /// <summary>Whether rare words count for more.</summary>
    public bool Rarity { get; init; } = true;

    /// <summary>From how many neighbours a release takes in words.</summary>
    public int Spread { get; init; } = 4;

    /// <summary>How strongly shared tags tie; 0 where they do not count.</summary>
    public double Tags { get; init; } = 1;

    /// <summary>The part of the score that closeness in time decides.</summary>
    public double Time { get; init; } = 0.05;

    /// <summary>
    /// The least <see cref="Affinity.Breadth"/> of what a list shows. This and <see cref="Own"/> only make lists shorter, so that the
    /// evaluation of the order asks for 0.
    /// </summary>
    // Both were chosen on lists that were judged by eye: see the evaluation's README.
    public double Breadth { get; init; } = 0.17;

    /// <summary>The least <see cref="Affinity.Own"/> of what a list shows.</summary>
    public double Own { get; init; } = 0.32;
}
