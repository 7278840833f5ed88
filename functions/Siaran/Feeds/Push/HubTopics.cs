using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Settings;

namespace Siaran.Feeds.Push;

/// <summary>
/// The documents that are pushed to the WebSub hub. Only these name the hub, since a subscriber to any other would wait in vain.
/// </summary>
public static class HubTopics
{
    /// <summary>Whether a document is pushed: the full subscription document of one key.</summary>
    public static bool Include(FeedQuery query, string extension) =>
        query is { IsCustom: false, SummaryOnly: false, Page: null, RelatedTo: null, RepliesTo: null, IsSearch: false }
        && FeedFormats.Of(extension) is { IsForReaders: true };

    /// <summary>The topics of feeds, byte for byte what their documents call <c>self</c>.</summary>
    public static IReadOnlyList<Uri> Of(IEnumerable<FeedKey> keys, Site site) =>
        [.. keys.SelectMany(key => FeedFormats.ForReaders.Select(format => site.Address(FeedQuery.Of(key).Address(format.Extension))))];
}
