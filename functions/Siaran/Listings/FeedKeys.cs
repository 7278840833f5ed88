using Siaran.Tags;

namespace Siaran.Listings;

/// <summary>A feed that a release belongs to, and the feed's name in the words of that release.</summary>
public readonly record struct NamedFeed(FeedKey Key, string Title);

/// <summary>Which feeds a release belongs to.</summary>
public static class FeedKeys
{
    /// <summary>The title of the feed of everything.</summary>
    public const string AllTitle = "Semua siaran";

    /// <summary>What the languages of releases call themselves.</summary>
    private static readonly Dictionary<string, string> Languages = new()
    {
        ["ban"] = "Basa Bali",
        ["en"] = "English",
        ["id"] = "Bahasa Indonesia",
        ["jv"] = "Basa Jawa",
        ["min"] = "Baso Minangkabau",
        ["sas"] = "Base Sasak",
        ["su"] = "Basa Sunda",
    };

    /// <summary>Every key of a release, implied tags included, each once, in the order of the keys.</summary>
    public static IReadOnlyList<FeedKey> Of(TaggedRelease release) => [.. Named(release).Select(feed => feed.Key)];

    /// <summary>Every key of a release with a title: where two spellings give one key, the first in ordinal order names it.</summary>
    public static IReadOnlyList<NamedFeed> Named(TaggedRelease release) =>
        [
            // Two spellings of an agency give one key. Which of them titles the feed must not depend on
            // their order in the release.
            .. All(release)
                .GroupBy(feed => feed.Key)
                .Select(same => same.MinBy(feed => feed.Title, StringComparer.Ordinal))
                .OrderBy(feed => feed.Key)
                .Select(feed => feed with { Title = feed.Title[..Math.Min(feed.Title.Length, Tag.LongestLabel)] }),
        ];

    private static IEnumerable<NamedFeed> All(TaggedRelease release)
    {
        var content = release.Release.Content;
        yield return new(FeedKey.All, AllTitle);
        if (FeedKey.From(FeedKind.Agency, content.Agency) is { } agency)
        {
            yield return new(agency, content.Agency!);
        }

        if (FeedKey.From(FeedKind.Label, content.Label) is { } label)
        {
            yield return new(label, content.Label!);
        }

        if (FeedKey.From(FeedKind.Language, content.Language) is { } language)
        {
            yield return new(language, Languages.GetValueOrDefault(language.Name, content.Language));
        }

        foreach (var tag in release.Tags)
        {
            yield return new(FeedKey.Of(tag.Id), tag.Label);
        }
    }
}
