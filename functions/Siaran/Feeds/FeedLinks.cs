using Siaran.Feeds.Formats;

namespace Siaran.Feeds;

/// <summary>A link of a feed document to another.</summary>
/// <param name="Relation">As registered with IANA.</param>
/// <param name="Address">Absolute.</param>
/// <param name="MediaType">Of what is there; null where nothing is promised.</param>
public sealed record FeedLink(string Relation, Uri Address, string? MediaType);

/// <summary>The links of a feed document, the same in its headers and in every format.</summary>
public static class FeedLinks
{
    /// <summary>Self, hub (WebSub §4), and the archive (RFC 5005 §3 and §4).</summary>
    public static IEnumerable<FeedLink> Of(Feed feed, string extension)
    {
        var type = FeedFormats.Of(extension)?.PlainMediaType;
        yield return new("self", feed.Self(extension), type);
        // Only documents that are pushed name the hub (HubTopics): a subscriber to another would wait
        // in vain.
        if (feed.Hub(extension) is { } hub)
        {
            yield return new("hub", hub, null);
        }

        if (feed.Query.Page is not null)
        {
            yield return new("current", feed.Current(extension), type);
        }

        if (feed.Previous is { } previous)
        {
            // Both names: RFC 5005 has "next" for paged feeds (§3) and "prev-archive" for archived ones
            // (§4), and readers know one or the other.
            var address = feed.Site.Address(previous.Address(extension));
            yield return new("next", address, type);
            yield return new("prev-archive", address, type);
        }
    }
}
