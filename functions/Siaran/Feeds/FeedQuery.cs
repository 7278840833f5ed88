using System.Globalization;
using Siaran.Listings;
using Siaran.Releases;

namespace Siaran.Feeds;

/// <summary>How the keys of a custom feed go together.</summary>
public enum FeedMatch
{
    /// <summary>Releases that belong to every key.</summary>
    All,

    /// <summary>Releases that belong to at least one.</summary>
    Any,
}

/// <summary>What a feed's address asks for, whatever the format. Two that ask the same have one <see cref="Address"/>.</summary>
public sealed record FeedQuery
{
    public const int MostKeys = 8;

    public const int LastPage = 99_999_999;

    private static readonly Dictionary<FeedKind, string> Parameters = new()
    {
        [FeedKind.Tag] = "tag",
        [FeedKind.Agency] = "agency",
        [FeedKind.Region] = "region",
        [FeedKind.Label] = "label",
        [FeedKind.Language] = "language",
    };

    private FeedQuery(IReadOnlyList<FeedKey> keys) => Keys = keys;

    /// <summary>
    /// Distinct and in the order of the address; at least one, and none in a feed of what is related to a release, of its replies or of
    /// what a search finds.
    /// </summary>
    public IReadOnlyList<FeedKey> Keys { get; }

    public FeedMatch Match { get; init; }

    /// <summary>Leaves the full text out.</summary>
    public bool SummaryOnly { get; init; }

    /// <summary>A closed page, from 1; null for the subscription document.</summary>
    public int? Page { get; init; }

    /// <summary>Whose related releases the feed holds, and its slug; null for a feed of keys.</summary>
    public RelatedRelease? RelatedTo { get; private init; }

    /// <summary>The release whose replies the feed holds; null for a feed of releases.</summary>
    public RelatedRelease? RepliesTo { get; private init; }

    /// <summary>Whether it is the feed of what a search finds; <see cref="Narrowed"/> is what it looks for.</summary>
    public bool IsSearch { get; private init; }

    /// <summary>What narrows a feed of related releases or of a search, in the order of the address; values are escaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Narrowed { get; init; } = [];

    public bool IsCustom => Keys.Count > 1;

    public static FeedQuery Of(FeedKey key) => new([key]);

    /// <summary>Of what is related to a release.</summary>
    public static FeedQuery OfRelated(ReleaseId id, string slug) => new([]) { RelatedTo = new(id, slug) };

    /// <summary>Of what readers wrote under a release.</summary>
    public static FeedQuery OfReplies(ReleaseId id, string slug) => new([]) { RepliesTo = new(id, slug) };

    /// <summary>Of what a search finds.</summary>
    /// <param name="parameters">In their canonical order; values as people read them.</param>
    public static FeedQuery OfSearch(IEnumerable<KeyValuePair<string, string>> parameters) =>
        new([])
        {
            IsSearch = true,
            Narrowed = [.. parameters.Select(pair => KeyValuePair.Create(pair.Key, Uri.EscapeDataString(pair.Value)))],
        };

    /// <summary>The parameter that names a key in an address.</summary>
    public static KeyValuePair<string, string> Parameter(FeedKey key) => new(ParameterOf(key.Kind), key.Name);

    /// <summary>The parameter that names keys of a kind; all kinds but that of all releases have one.</summary>
    public static string ParameterOf(FeedKind kind) => Parameters[kind];

    /// <summary>Of one key or several; the order and repetitions do not matter.</summary>
    public static FeedQuery Of(IEnumerable<FeedKey> keys, FeedMatch match)
    {
        // One canonical order, so that two addresses that ask the same are one address: the other one
        // is redirected, and caches hold one.
        var distinct = keys.Distinct().OrderBy(key => Parameters.Keys.ToList().IndexOf(key.Kind)).ThenBy(key => key).ToList();
        return new(distinct) { Match = distinct.Count > 1 ? match : FeedMatch.All };
    }

    /// <summary>The address on the site, such as <c>feeds/all.rss</c> or <c>releases/…/related.rss</c>.</summary>
    /// <param name="extension">Without the dot; empty for the address that answers by <c>Accept</c>.</param>
    public string Address(string extension)
    {
        var name =
            RelatedTo is { } release ? $"releases/{release.Id}/related"
            : RepliesTo is { } answered ? $"releases/{answered.Id}/replies"
            : IsSearch ? "search"
            : "feeds/" + (IsCustom ? "custom" : Keys[0]);
        var file = extension.Length > 0 ? $"{name}.{extension}" : name;
        var pairs = Pairs().ToList();
        return pairs.Count > 0 ? $"{file}?{string.Join('&', pairs.Select(pair => $"{pair.Key}={pair.Value}"))}" : file;
    }

    /// <summary>The query part of the address, in its canonical order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (IsCustom)
        {
            foreach (var key in Keys)
            {
                yield return new(Parameters[key.Kind], key.Name);
            }
        }

        if (Match is FeedMatch.Any)
        {
            yield return new("match", "any");
        }

        if (SummaryOnly)
        {
            yield return new("content", "summary");
        }

        foreach (var pair in Narrowed)
        {
            yield return pair;
        }

        if (Page is { } page)
        {
            yield return new("page", page.ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <param name="Id">Of the release whose related ones, or replies, the feed has.</param>
/// <param name="Slug">Its address.</param>
public sealed record RelatedRelease(ReleaseId Id, string Slug);
