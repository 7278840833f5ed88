using Siaran.Feeds;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>Feeds as documents to serve.</summary>
internal static class FeedDocument
{
    /// <summary>The feed in a format, with its links as headers too.</summary>
    public static Document Of(Feed feed, IFeedFormat format, DateTimeOffset? lastModified) =>
        new(format.MediaType, format.Write(feed), lastModified)
        {
            Links = [.. FeedLinks.Of(feed, format.Extension).Select(link => $"<{link.Address.AbsoluteUri}>; rel=\"{link.Relation}\"")],
        };
}
