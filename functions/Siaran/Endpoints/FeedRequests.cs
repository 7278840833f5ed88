using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Siaran.Endpoints;

/// <summary>
/// Remembers what well-formed addresses ask for: the same few thousand are asked for again and again. Safe for concurrent use.
/// </summary>
internal sealed class FeedRequests
{
    /// <summary>Anyone can ask for anything, so no more than this is remembered.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<Address, FeedRequest.Asked> asked = new();

    /// <param name="name">What comes after <c>/feeds/</c>, unescaped.</param>
    /// <param name="queryString">As sent, with its question mark.</param>
    public FeedRequest Read(string name, QueryString queryString)
    {
        var address = new Address(name, queryString.Value ?? "");
        if (asked.TryGetValue(address, out var known))
        {
            return known;
        }

        var request = FeedRequest.Read(name, queryString);
        if (request is FeedRequest.Asked feed)
        {
            // Cleared as a whole: no list of recent use is needed for what costs microseconds to parse
            // again.
            if (asked.Count >= Most)
            {
                asked.Clear();
            }

            asked[address] = feed;
        }

        return request;
    }

    private readonly record struct Address(string Name, string Query);
}
