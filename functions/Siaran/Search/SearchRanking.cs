namespace Siaran.Search;

/// <summary>What counts besides the weights that words have in a release.</summary>
internal sealed record SearchRanking
{
    public static SearchRanking Default { get; } = new();

    /// <summary>How much more a release counts that has all the words than one that has none, as a share.</summary>
    public double Coordination { get; init; } = 1;

    /// <summary>How much more a release counts that comes out this moment, as a share.</summary>
    public double Recency { get; init; } = 0.15;

    /// <summary>After how many days that is half of it.</summary>
    public double HalfLife { get; init; } = 180;

    /// <summary>The share of the words that a release must have at least.</summary>
    public double Needed { get; init; } = 0.6;

    /// <summary>How much a word counts that stands for a misspelt one, as a share.</summary>
    public double Corrected { get; init; } = 0.8;
}
