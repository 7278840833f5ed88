using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Search;

namespace Siaran.Pages;

/// <summary>What the page of a search shows.</summary>
public sealed record SearchView
{
    public required SearchQuery Query { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Of the search without its page.</summary>
    public required FeedQuery Address { get; init; }

    public required SearchResult Result { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>0 where nothing was found.</summary>
    public required int Pages { get; init; }

    /// <summary>Whether it looks for anything.</summary>
    public bool Asks => Query.AsksForWords || Query.Keys.Count > 0 || From is not null || To is not null;

    /// <summary>Every feed that the public may see.</summary>
    public IReadOnlyList<ListedKey> Directory { get; init; } = [];

    /// <summary>A feed's name in the words of the directory, else of the first release found that has one for it.</summary>
    public string TitleOf(FeedKey key) =>
        Directory.FirstOrDefault(feed => feed.Key == key)?.Title
        ?? Result.Hits.SelectMany(hit => FeedKeys.Named(hit.Tagged)).FirstOrDefault(feed => feed.Key == key).Title
        ?? key.Name;
}
