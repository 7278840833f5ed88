namespace Siaran.Pages;

/// <summary>The formats that the pages offer to people.</summary>
internal static class FeedTypes
{
    /// <summary>Extensions and media types, in the order of the offer.</summary>
    public static IReadOnlyList<(string Format, string MediaType)> All { get; } =
    [
        ("rss", "application/rss+xml"),
        ("atom", "application/atom+xml"),
        ("json", "application/feed+json"),
    ];

    public static string Name(string format) => format switch
    {
        "rss" => "RSS",
        "atom" => "Atom",
        _ => "JSON Feed",
    };
}
