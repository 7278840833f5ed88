using System.Security.Cryptography;

namespace Siaran.Pages;

/// <summary>A file that the pages ask for, of this assembly's own.</summary>
public sealed record PageAsset
{
    private PageAsset(string name, string contentType)
    {
        Name = name;
        ContentType = contentType;
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream("Pages/Assets/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Content = bytes;
        Version = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
    }

    public static PageAsset Stylesheet { get; } = new("siaran.css", "text/css; charset=utf-8");

    /// <summary>The emblem, which is also the site's icon.</summary>
    public static PageAsset Emblem { get; } = new("siaran.svg", "image/svg+xml");

    /// <summary>What follows <c>/assets/</c> in its address.</summary>
    public string Name { get; }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Twelve hexadecimal digits of the content's SHA-256. An address that carries it may be cached for good.</summary>
    public string Version { get; }

    internal string Path => $"assets/{Name}?v={Version}";

    /// <summary>Null for a name that is no asset's.</summary>
    public static PageAsset? Find(string name) =>
        name == Stylesheet.Name ? Stylesheet : name == Emblem.Name ? Emblem : null;
}
