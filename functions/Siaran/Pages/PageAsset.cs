using Siaran.Serving;

namespace Siaran.Pages;

/// <summary>A file that the pages ask for, of this assembly's own.</summary>
public sealed record PageAsset
{
    private PageAsset(string name, string contentType)
    {
        Name = name;
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream("Pages/Assets/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Content = bytes;
        Document = new Document(contentType, bytes, DateTimeOffset.UnixEpoch);
    }

    public static PageAsset Stylesheet { get; } = new("siaran.css", "text/css; charset=utf-8");

    /// <summary>The emblem, which is also the site's icon.</summary>
    public static PageAsset Emblem { get; } = new("siaran.svg", "image/svg+xml");

    /// <summary>The emblem as readers and older browsers ask for it, at the address that they all know.</summary>
    public static PageAsset Icon { get; } = new("favicon.ico", "image/x-icon");

    /// <summary>What a release's page can do besides with a script: copy its link, print.</summary>
    public static PageAsset Share { get; } = new("share.js", "text/javascript; charset=utf-8");

    /// <summary>Tells a portal how high the frame with related news is.</summary>
    public static PageAsset Frame { get; } = new("frame.js", "text/javascript; charset=utf-8");

    /// <summary>The widget that portals put under their copy of a release, by one script element.</summary>
    public static PageAsset Widget { get; } = new("widget.js", "text/javascript; charset=utf-8");

    /// <summary>Of the page that portals put in a frame.</summary>
    public static PageAsset WidgetStylesheet { get; } = new("widget.css", "text/css; charset=utf-8");

    /// <summary>Of the editors' desk.</summary>
    public static PageAsset DeskStylesheet { get; } = new("desk.css", "text/css; charset=utf-8");

    /// <summary>What the desk can do besides with a script: buttons for Markdown, and paste turned into it.</summary>
    public static PageAsset DeskScript { get; } = new("desk.js", "text/javascript; charset=utf-8");

    /// <summary>The screens of the desk for its guide, in the order of the steps, each of 720 by 448 pixels.</summary>
    public static IReadOnlyList<PageAsset> GuidePictures { get; } =
    [.. ((string[])["write", "check", "preview", "when", "replies"]).Select(step => new PageAsset($"guide-{step}.jpg", "image/jpeg"))];

    /// <summary>What follows <c>/assets/</c> in its address.</summary>
    public string Name { get; }

    public string ContentType => Document.MediaType;

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Twelve hexadecimal digits of the content's SHA-256. An address that carries it may be cached for good.</summary>
    public string Version => Document.Hash[..12];

    internal Document Document { get; }

    /// <summary>Within the site, and good for ever.</summary>
    internal string Address => $"assets/{Name}?v={Version}";

    /// <summary>Null for a name that is no asset's.</summary>
    public static PageAsset? Find(string name) =>
        new[] { Stylesheet, Emblem, Icon, Share, Frame, Widget, WidgetStylesheet, DeskStylesheet, DeskScript }
            .Concat(GuidePictures)
            .FirstOrDefault(asset => asset.Name == name);
}
