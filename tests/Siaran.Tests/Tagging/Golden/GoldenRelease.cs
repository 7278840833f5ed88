using System.Globalization;
using Siaran.Releases;

namespace Siaran.Tests.Tagging.Golden;

/// <summary>A made-up release and how it is to be read: one block of a file under <c>Releases</c>.</summary>
/// <param name="Name">Unique over all files.</param>
/// <param name="Text">The block's release, as it is in the file.</param>
/// <param name="Reading">The annotations written by hand, a line each; the format is that of <see cref="GoldenText"/>.</param>
internal sealed record GoldenRelease(string Name, string Text, string Reading)
{
    private const string Opening = "=== ";
    private const string Between = "--- reading";

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Siaran.Tests", "Tagging", "Golden", "Releases");

    public static IReadOnlyList<GoldenRelease> All { get; } =
    [.. Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(file => Parse(File.ReadAllText(file)))];

    /// <summary>The releases of one file's text.</summary>
    /// <exception cref="FormatException">A block has no name, no headline or no reading.</exception>
    public static IEnumerable<GoldenRelease> Parse(string file)
    {
        foreach (var block in ("\n" + file.ReplaceLineEndings("\n")).Split("\n" + Opening).Skip(1))
        {
            var name = block[..block.IndexOf('\n', StringComparison.Ordinal)].Trim();
            var parts = block[name.Length..].Split("\n" + Between + "\n");
            yield return parts.Length == 2 && name.Length > 0
                ? new(name, parts[0].Trim(), parts[1].Trim())
                : throw new FormatException($"The block '{name}' must have a name and one line '{Between}'.");
        }
    }

    /// <summary>The release as intake would make it.</summary>
    public Release Release()
    {
        var head = Text.Split("\n\n", 2);
        var fields = head[0].Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(field => field[0], field => field[1].Trim());
        var at = DateTimeOffset.ParseExact(
            fields.GetValueOrDefault("published", "2025-03-04"),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
        var content = new ReleaseContent
        {
            Headline = fields["headline"],
            Language = fields.GetValueOrDefault("language", "id"),
            Agency = fields.GetValueOrDefault("agency"),
            Place = fields.GetValueOrDefault("place"),
            EditorTags = fields.GetValueOrDefault("tags")?.Split(", ") ?? [],
            Paragraphs = head[1].Split("\n\n"),
            BodyHtml = "",
        };
        var submission = new Submission { Content = content, PublishAt = at };
        return ((RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey(Name), submission, new UploadSource(Name, at))).Release;
    }
}
