using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Telemetry;

namespace Siaran.Endpoints;

/// <summary>Counts requests for feeds and for changes once they are answered.</summary>
internal static class FeedCounting
{
    private static readonly Meter Meter = new(Traces.Name);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "siaran.feed.requests",
        "{request}",
        "Requests for feeds, their directory in OPML, and changes."
    );

    /// <summary>The answer, which counts itself under what was asked for.</summary>
    public static IResult Counted(this IResult answer, FeedRequest asked) =>
        asked switch
        {
            FeedRequest.Asked { Format: var format } feed => new CountedResult(answer, feed.CountedAs, format?.Extension ?? "negotiated"),
            FeedRequest.Outline => new CountedResult(answer, "feeds", "opml"),
            _ => new CountedResult(answer, "unknown", "unknown"),
        };

    /// <summary>A partner's pull of the change log.</summary>
    public static IResult CountedAsChanges(this IResult answer) => new CountedResult(answer, "changes", "changes");

    private sealed class CountedResult(IResult answer, string key, string format) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await answer.ExecuteAsync(httpContext);
            var status = httpContext.Response.StatusCode;
            Requests.Add(
                1,
                // Anyone can ask for a feed that is not there, by any name.
                new("key", status >= 400 ? "unknown" : key),
                new("format", format),
                new("status", status.ToString(CultureInfo.InvariantCulture)),
                new("reader", UserAgents.FamilyOf(httpContext.Request.Headers.UserAgent))
            );
        }
    }
}
