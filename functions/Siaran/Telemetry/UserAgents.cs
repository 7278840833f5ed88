namespace Siaran.Telemetry;

/// <summary>Which reader asks, by the family it belongs to: few enough names to count by.</summary>
internal static class UserAgents
{
    // Looked for in this order, since many say they are a browser too.
    private static readonly (string Part, string Family)[] Known =
    [
        ("feedly", "Feedly"),
        ("inoreader", "Inoreader"),
        ("newsblur", "NewsBlur"),
        ("feedbin", "Feedbin"),
        ("theoldreader", "The Old Reader"),
        ("miniflux", "Miniflux"),
        ("freshrss", "FreshRSS"),
        ("tiny tiny rss", "Tiny Tiny RSS"),
        ("netnewswire", "NetNewsWire"),
        ("reeder", "Reeder"),
        ("thunderbird", "Thunderbird"),
        ("newsboat", "Newsboat"),
        ("liferea", "Liferea"),
        ("akregator", "Akregator"),
        ("rssguard", "RSS Guard"),
        ("rss guard", "RSS Guard"),
        ("fluent reader", "Fluent Reader"),
        ("nextcloud", "Nextcloud News"),
        ("feedparser", "feedparser"),
        ("wordpress", "WordPress"),
        ("drupal", "Drupal"),
        ("simplepie", "SimplePie"),
        ("googlebot", "Googlebot"),
        ("bingbot", "Bingbot"),
        ("curl/", "curl"),
        ("wget/", "Wget"),
        ("python", "Python"),
        ("go-http-client", "Go"),
        ("okhttp", "OkHttp"),
        ("java/", "Java"),
        ("node", "Node.js"),
        ("axios", "Node.js"),
        ("bot", "robot"),
        ("spider", "robot"),
        ("crawler", "robot"),
        ("mozilla/", "browser"),
    ];

    /// <returns><c>none</c> where the reader does not say, <c>other</c> where it is not known.</returns>
    // A closed set of names: what readers write themselves would give a metric as many dimensions as
    // there are versions, and hostile ones without end.
    public static string FamilyOf(string? userAgent) =>
        string.IsNullOrWhiteSpace(userAgent)
            ? "none"
            : Known.FirstOrDefault(known => userAgent.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Family ?? "other";
}
