using System.Text.Json.Serialization;

namespace Siaran.Releases;

/// <summary>A picture or document that came with a release, and is served with it and as long as it.</summary>
/// <param name="Hash">SHA-256 of the file as it came: 64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="FileName">The last part of the name that its editor gave it.</param>
public sealed record Attachment(string Hash, string MediaType, string FileName)
{
    /// <summary>The place of the release's slug in addresses, as long as that is not known: while the upload is read.</summary>
    public const string NoSlug = "-";

    /// <summary>What a picture shows.</summary>
    public string? Alt { get; init; }

    /// <summary>Bytes as it is served; 0 until it is stored.</summary>
    public long Length { get; init; }

    /// <summary>Pixels, of a picture that is stored.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, of a picture that is stored.</summary>
    public int? Height { get; init; }

    /// <summary>Further widths in which a picture is stored, in pixels, ascending.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    [JsonIgnore]
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>What it is stored and served as.</summary>
    [JsonIgnore]
    public string Name => Hash[..32] + Extension;

    /// <summary>The same for one of <see cref="Widths"/>.</summary>
    public string NameAt(int width) => string.Create(null, $"{Hash[..32]}-{width}{Extension}");

    /// <summary>Whether a name is its own, in whatever width.</summary>
    public bool IsNamed(string name) => name == Name || Widths.Any(width => name == NameAt(width));

    /// <param name="site">The public address of the service.</param>
    /// <param name="slug">The release's, or <see cref="NoSlug"/>.</param>
    /// <param name="name">From <see cref="Name"/> or <see cref="NameAt"/>.</param>
    public static Uri AddressOf(Uri site, string slug, string name) => new($"{site.AbsoluteUri.TrimEnd('/')}/releases/{slug}/files/{name}");

    private string Extension =>
        MediaType switch
        {
            "image/jpeg" => ".jpg",
            "image/png" => ".png",
            "image/webp" => ".webp",
            _ => ".pdf",
        };
}
