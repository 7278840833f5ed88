using System.IO.Compression;
using System.Text.Json;
using Siaran.Intake;

namespace Siaran.Evaluation.Intake;

/// <summary>One document and what its release should be. What is null or empty is not looked at.</summary>
internal sealed record GoldDocument
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Relative to the folder that the gold file is in; also the upload's name.</summary>
    public required string File { get; init; }

    /// <summary>A line of the table.</summary>
    public string Kind { get; init; } = "all";

    /// <summary>The media type that it is sent with.</summary>
    public string? Type { get; init; }

    /// <summary>Phrases of the release: of its headline, label or text.</summary>
    public IReadOnlyList<string> Must { get; init; } = [];

    /// <summary>Phrases of what surrounds it.</summary>
    public IReadOnlyList<string> MustNot { get; init; } = [];

    public string? Headline { get; init; }

    public string? Label { get; init; }

    public string? Agency { get; init; }

    public string? Place { get; init; }

    public string? Outlet { get; init; }

    public string? Language { get; init; }

    public int? Paragraphs { get; init; }

    public bool? SignedOff { get; init; }

    /// <summary>When it is published.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The day of which it tells.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary><c>accepted</c>, <c>doubtful</c>, <c>rejected</c>, or several with a bar between.</summary>
    public string? Outcome { get; init; }

    /// <summary>
    /// The documents of a folder, by its <c>gold.jsonl</c>, <c>gold.jsonl.gz</c> or <c>expected.md</c>; none where it has none.
    /// </summary>
    public static IReadOnlyList<GoldDocument> In(string folder)
    {
        var (plain, packed, table) = (
            Path.Combine(folder, "gold.jsonl"),
            Path.Combine(folder, "gold.jsonl.gz"),
            Path.Combine(folder, "expected.md")
        );
        return System.IO.File.Exists(plain) ? [.. System.IO.File.ReadLines(plain).Where(l => l.Length > 0).Select(Parse)]
            : System.IO.File.Exists(packed) ? [.. JsonLines.Rows(packed).Select(row => row.Deserialize<GoldDocument>(Json)!)]
            : System.IO.File.Exists(table) ? ExpectedTable.Read(System.IO.File.ReadLines(table))
            : [];
    }

    /// <summary>The document as it would be sent now.</summary>
    public UploadedDocument Open(string folder) =>
        new(File.EndsWith(".gz", StringComparison.Ordinal) ? File[..^3] : File, Type, Read(folder))
        {
            UploadedAt = TimeProvider.System.GetUtcNow(),
        };

    /// <summary>The document's bytes; a file that ends in <c>.gz</c> is unpacked.</summary>
    private byte[] Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!File.EndsWith(".gz", StringComparison.Ordinal))
        {
            return System.IO.File.ReadAllBytes(path);
        }

        using var packed = new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static GoldDocument Parse(string line) => JsonSerializer.Deserialize<GoldDocument>(line, Json)!;
}
