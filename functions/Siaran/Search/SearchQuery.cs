using Siaran.Listings;

namespace Siaran.Search;

/// <summary>What is looked for.</summary>
public sealed record SearchQuery
{
    /// <summary>Characters of <see cref="Text"/>.</summary>
    public const int LongestText = 200;

    /// <summary>Words that count; more are passed over.</summary>
    public const int MostWords = 16;

    /// <summary>Feeds that a release must be in.</summary>
    public const int MostKeys = 8;

    /// <summary>Everything.</summary>
    public static SearchQuery All { get; } = new();

    /// <summary>As people write it, without the feeds that it names.</summary>
    public string Text { get; init; } = "";

    /// <summary>In lower case and without accents, each once, those of phrases included; at most <see cref="MostWords"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What must stand in the text word by word, each as in <see cref="Words"/> but with words that say nothing.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; init; } = [];

    /// <summary>The feeds that a release must be in, all of them.</summary>
    public IReadOnlyList<FeedKey> Keys { get; init; } = [];

    /// <summary>Published then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Whether it asks for words, though none of them may say anything.</summary>
    public bool AsksForWords => Text.Length > 0;
}

/// <summary>Which of the releases found are shown.</summary>
/// <param name="Skip">From 0.</param>
/// <param name="Take">At least 1.</param>
public sealed record SearchWindow(int Skip, int Take)
{
    /// <summary>
    /// Newest first, and only what has every word; else the best first, and what has most of the words. A search without words is always by
    /// time.
    /// </summary>
    public bool ByTime { get; init; }
}
