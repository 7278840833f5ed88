namespace Siaran.Related;

/// <summary>How much each thing says about whether two releases belong together. The evaluation leaves them out one by one.</summary>
internal sealed record RankingOptions
{
    public static RankingOptions Default { get; } = new();

    /// <summary>How many words of the body a word of the headline is worth.</summary>
    public double Headline { get; init; } = 8;

    /// <summary>Whether a word's forms are one word.</summary>
    public bool Stemming { get; init; } = true;

    /// <summary>Whether rare words count for more.</summary>
    public bool Rarity { get; init; } = true;

    /// <summary>From how many neighbours a release takes in words.</summary>
    public int Spread { get; init; } = 10;

    /// <summary>Whether shared tags count.</summary>
    public bool Tags { get; init; } = true;

    /// <summary>The part of the score that closeness in time decides.</summary>
    public double Time { get; init; } = 0.1;
}
