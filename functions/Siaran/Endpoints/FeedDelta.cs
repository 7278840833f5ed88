using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>Answers readers who ask for nothing but the new entries (RFC 3229 with the instance manipulation <c>feed</c>).</summary>
internal static class FeedDelta
{
    /// <summary>
    /// 226 with the new entries; null where the reader did not ask, has this very document, or one that is not remembered.
    /// </summary>
    public static IResult? Of(HttpRequest request, Feed feed, Document document, IFeedFormat format, FeedHistory history)
    {
        // Remembered at each answer, asked for or not: the next request of this reader may ask for what
        // is new since.
        history.Remember(document.Hash, feed);
        if (!Asks(request))
        {
            return null;
        }

        var hashes = Conditions.Hashes(request.Headers.IfNoneMatch).ToList();
        return hashes.Count > 0 && !hashes.Contains(document.Hash) && history.Since(hashes, feed) is { } since
            ? new DeltaResult(
                new Document(document.MediaType, format.Write(since), document.LastModified) { Links = document.Links },
                document
            )
            : null;
    }

    private static bool Asks(HttpRequest request) =>
        request.Headers.TryGetValue("A-IM", out var manipulations)
        && manipulations.Any(value =>
            value is not null && value.Split(',').Any(part => part.Split(';')[0].Trim().Equals("feed", StringComparison.OrdinalIgnoreCase))
        );
}
