namespace Siaran.Pages;

/// <summary>The formats that the pages offer.</summary>
internal static class FeedTypes
{
    /// <summary>What readers subscribe to: extensions and media types, in the order of the offer.</summary>
    public static IReadOnlyList<(string Format, string MediaType)> ForReaders { get; } =
    [("rss", "application/rss+xml"), ("atom", "application/atom+xml"), ("json", "application/feed+json")];

    /// <summary>Every format of a feed; the last is for newsrooms, and no reader would find its way with it.</summary>
    public static IReadOnlyList<(string Format, string MediaType)> All { get; } = [.. ForReaders, ("ninjs", "application/json")];

    public static string Name(string format) =>
        format switch
        {
            "rss" => "RSS",
            "atom" => "Atom",
            "ninjs" => "ninjs",
            _ => "JSON Feed",
        };
}
