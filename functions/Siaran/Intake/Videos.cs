using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>Turns players into links, since a feed shows none: videos and recordings, of known hosts where they are frames.</summary>
internal static class Videos
{
    private static readonly string[] Hosts =
    [
        "youtube.com",
        "youtube-nocookie.com",
        "youtu.be",
        "vimeo.com",
        "dailymotion.com",
        "facebook.com",
        "tiktok.com",
        "instagram.com",
        "twitch.tv",
        "rumble.com",
        "spotify.com",
        "soundcloud.com",
        "vidio.com",
        "dai.ly",
        "drive.google.com",
        "streamable.com",
    ];

    private static readonly string[] Sources = ["src", "data-src", "data-lazy-src", "data-litespeed-src", "data-url"];

    private const int MostSources = 10;
    private const int LongestAddress = 2000;

    /// <summary>Where the video can be seen, or null where the element is no video.</summary>
    public static Uri? AddressOf(IElement element, Uri? baseAddress)
    {
        if (element.LocalName is "lite-youtube" or "amp-youtube" && IdOf(element) is { } id)
        {
            return new Uri($"https://www.youtube.com/watch?v={id}");
        }

        if (Posted(element) is { } posted)
        {
            return Links.Resolve(posted, baseAddress, allowMail: false) is { } post && IsHost(post) ? post : null;
        }

        var isFrame = element.LocalName is "iframe" or "embed" or "object" || (IsOfScript(element) && element.LocalName is not "amp-video");
        if (!isFrame && element.LocalName is not ("video" or "audio" or "amp-video"))
        {
            return null;
        }

        return
            Written(element)
                .Select(s => Links.Resolve(s, baseAddress, allowMail: false))
                .FirstOrDefault(a => a is not null && (!isFrame || IsHost(a)))
                is { } address
            ? Watched(address)
            : null;
    }

    /// <summary>An element with a hyphen in its name is one of a script's own (HTML Living Standard §4.13).</summary>
    private static bool IsOfScript(IElement element) => element.LocalName.Contains('-', StringComparison.Ordinal);

    /// <summary>The player that is shown to readers without scripts alone, or null where one is next to it.</summary>
    public static IElement? WithoutScript(IElement noscript, Uri? baseAddress) =>
        noscript.QuerySelector("iframe, video, audio") is { } player
        && AddressOf(player, baseAddress) is not null
        && !Plays(noscript.PreviousElementSibling, baseAddress)
        && !Plays(noscript.NextElementSibling, baseAddress)
            ? player
            : null;

    private static bool Plays(IElement? neighbour, Uri? baseAddress) =>
        neighbour is not null && AddressOf(neighbour, baseAddress) is not null;

    /// <summary>Where a player may name what it plays, some of it only for a script, or once a reader consents.</summary>
    private static IEnumerable<string> Written(IElement element) =>
        Sources
            .Select(element.GetAttribute)
            .Append(element.GetAttribute("data"))
            .Concat(element.QuerySelectorAll("source, param[name='movie' i], embed").Take(MostSources).SelectMany(Within))
            .Concat(
                element
                    .Attributes.Where(a =>
                        !IsOfScript(element) && a.Name.StartsWith("data-", StringComparison.Ordinal) && IsAddress(a.Value)
                    )
                    .Select(a => a.Value)
            )
            .OfType<string>()
            .Where(s => !string.IsNullOrWhiteSpace(s) && s != "about:blank");

    private static IEnumerable<string?> Within(IElement part) =>
        part.LocalName is "param" ? [part.GetAttribute("value")] : Sources.Select(part.GetAttribute);

    private static bool IsAddress(string value) =>
        value.Length <= LongestAddress
        && (value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith("//", StringComparison.Ordinal));

    /// <summary>
    /// The address that a paragraph or box is, where content systems show the video of it (oEmbed); null where it is none.
    /// </summary>
    public static Uri? AddressIn(IElement paragraph) =>
        paragraph is { ChildElementCount: 0, TextContent: var text }
        && text.Trim() is { Length: > 10 and <= 400 } address
        && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !address.Any(char.IsWhiteSpace)
        && Links.Absolute(address) is { } found
        && IsHost(found)
            ? found
            : null;

    /// <summary>What the link says.</summary>
    public static string TitleOf(IElement element, Uri address)
    {
        var title = Characters.Fold(
            Characters
                .Clean(
                    element.GetAttribute("title")
                        ?? element.GetAttribute("aria-label")
                        ?? element.GetAttribute("playlabel")
                        ?? Said(element)
                )
                .Text
        );
        return title.Length is > 0 and <= 200 ? title : $"Video: {address.Host.Replace("www.", "", StringComparison.Ordinal)}";
    }

    /// <summary>The address of a video's post that a script of its network would show in place of the element.</summary>
    private static string? Posted(IElement element) =>
        element.ClassList.Contains("fb-video") ? element.GetAttribute("data-href")
        : element.LocalName is "blockquote" && element.ClassList.Contains("tiktok-embed") ? element.GetAttribute("cite")
        : null;

    /// <summary>What a post says of its video.</summary>
    private static string Said(IElement element) => element.LocalName is "blockquote" ? element.TextContent : "";

    private static string? IdOf(IElement player) =>
        (player.GetAttribute("videoid") ?? player.GetAttribute("data-videoid")) is { Length: > 0 and <= 40 } id
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? id
            : null;

    private static bool IsHost(Uri address) =>
        Hosts.Any(h =>
            address.Host.Equals(h, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase)
        )
        && !address.AbsolutePath.StartsWith("/plugins/like", StringComparison.OrdinalIgnoreCase)
        && !address.AbsolutePath.StartsWith("/plugins/page", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a player's page: YouTube shows nothing at that of its frame, and Facebook names it in a query.</summary>
    private static Uri Watched(Uri address)
    {
        if (address.AbsolutePath == "/plugins/video.php")
        {
            var named = Array.Find(address.Query.TrimStart('?').Split('&'), part => part.StartsWith("href=", StringComparison.Ordinal));
            return Links.Absolute(named is null ? null : Uri.UnescapeDataString(named["href=".Length..])) is { } page && IsHost(page)
                ? page
                : address;
        }

        return
            address.Host.Contains("youtube", StringComparison.OrdinalIgnoreCase)
            && address.Segments is ["/", "embed/" or "v/" or "shorts/", { Length: > 0 and <= 40 } video]
            && video != "videoseries"
            ? new Uri($"https://www.youtube.com/watch?v={video.TrimEnd('/')}")
            : address;
    }
}
