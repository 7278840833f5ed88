using System.Buffers;
using System.Text.RegularExpressions;
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

    /// <summary>Where elements of scripts give a video's id.</summary>
    private static readonly string[] OfElements = ["videoid", "data-videoid", "video-id", "data-id", "video"];

    /// <summary>Where boxes that a script fills give it.</summary>
    private static readonly string[] OfBoxes =
    [
        "data-id",
        "data-video-id",
        "data-videoid",
        "data-video",
        "data-youtube-id",
        "data-youtube",
        "data-yt-id",
        "data-ytid",
        "data-embed",
        "data-vimeo-id",
        "data-plyr-embed-id",
    ];

    /// <summary>Classes of boxes that a script makes a player of.</summary>
    private static readonly GuardedRegex Player = new(
        @"(^|[\s_-])(lite-?)?(youtube|yt|(?<vimeo>vimeo)|(?<any>video))([_-]?(player|video|embed|lite|lazy|lazyload|facade|container|wrapper|placeholder|thumb|thumbnail|iframe))*(--?[a-z0-9-]{1,30})?(\s|$)",
        RegexOptions.IgnoreCase
    );

    private static readonly SearchValues<string> NamesOfPlayers = SearchValues.Create(
        ["youtube", "yt", "vimeo", "video"],
        StringComparison.OrdinalIgnoreCase
    );

    private const int LettersOfId = 11;
    private const int LongestTitle = 200;
    private const int LongestName = 200;
    private const int MostSources = 10;
    private const int LongestAddress = 2000;

    /// <summary>Where the video can be seen, or null where the element is no video.</summary>
    public static Uri? AddressOf(IElement element, Uri? baseAddress)
    {
        if (Named(element) is { } named)
        {
            return named;
        }

        if (Posted(element) is { } posted)
        {
            return Links.Resolve(posted, baseAddress, allowMail: false) is { } post && IsHost(post) ? post : null;
        }

        var isFrame =
            element.LocalName is "iframe" or "embed" or "object"
            || (IsOfScript(element) && element.LocalName is not "amp-video")
            || IsBoxOfPlayer(element);
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

    /// <summary>A box that is empty until a script plays in it what it names.</summary>
    private static bool IsBoxOfPlayer(IElement element) => PlayerOf(element) is not null && Sources.Any(element.HasAttribute);

    /// <summary>An element with a hyphen in its name is one of a script's own (HTML Living Standard §4.13).</summary>
    private static bool IsOfScript(IElement element) => element.LocalName.Contains('-', StringComparison.Ordinal);

    /// <summary>The player that is shown to readers without scripts alone and where it leads, or null where one is next to it.</summary>
    public static (IElement Player, Uri Address)? WithoutScript(IElement noscript, IElement? before, IElement? after, Uri? baseAddress) =>
        noscript.QuerySelector("iframe, video, audio") is { } player
        && AddressOf(player, baseAddress) is { } address
        && !Plays(before, baseAddress)
        && !Plays(after, baseAddress)
            ? (player, address)
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

    /// <summary>Where the video is seen of which an element that a script makes a player of gives no more than the id.</summary>
    private static Uri? Named(IElement element)
    {
        if (element.LocalName is "lite-youtube" or "amp-youtube" or "youtube-video" or "lite-vimeo")
        {
            return IdOf(element, OfElements) is { } id ? Watched(element.LocalName is "lite-vimeo", id) : null;
        }

        // A box of any video names one of YouTube's by its eleven letters alone.
        return
            PlayerOf(element) is { } player
            && IdOf(element, OfBoxes) is { } given
            && (!player.Groups["any"].Success || given.Length == LettersOfId)
            ? Watched(player.Groups["vimeo"].Success, given)
            : null;
    }

    /// <summary>
    /// What the class of a box says of the player that a script puts into it; null where it is none, or holds one or a text.
    /// </summary>
    private static Match? PlayerOf(IElement element) =>
        element.LocalName is "div" or "span" or "figure"
        && element.ClassName is { Length: > 0 and <= LongestName } name
        && name.AsSpan().ContainsAny(NamesOfPlayers)
        && Player.Match(name) is { Success: true } player
        && element.TextContent.Length <= LongestTitle
        && element.QuerySelector("iframe, video, p") is null
            ? player
            : null;

    private static Uri? Watched(bool isVimeo, string id) =>
        !isVimeo ? new Uri($"https://www.youtube.com/watch?v={id}")
        : id.All(char.IsAsciiDigit) ? new Uri($"https://vimeo.com/{id}")
        : null;

    private static string? IdOf(IElement player, string[] names) => names.Select(player.GetAttribute).FirstOrDefault(IsId);

    private static bool IsId(string? id) => id is { Length: > 0 and <= 40 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

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
