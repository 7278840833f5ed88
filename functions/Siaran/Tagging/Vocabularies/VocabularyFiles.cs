using System.Security.Cryptography;
using System.Text;
using Siaran.Tagging.Models;

namespace Siaran.Tagging.Vocabularies;

/// <summary>A vocabulary of one language.</summary>
/// <param name="Language">BCP 47, the first part alone.</param>
/// <param name="Name">The file's name.</param>
public sealed record VocabularyFile(string Language, string Name);

/// <summary>
/// The vocabulary files: those of the project, each replaced by one of the same name where <paramref name="overrides"/> has it, and further
/// languages that it adds.
/// </summary>
public sealed class VocabularyFiles(IVocabularySource? overrides = null)
{
    private const string Prefix = "Siaran.Tagging.Vocabularies.";

    /// <summary>The names of all vocabulary files of the project, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(VocabularyFiles)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The vocabularies that may have a file for each language: <c>topics.en.tsv</c>.</summary>
    public static IReadOnlyList<string> Families { get; } =
    ["agencies", "lexicon", "region-names", "regulation-kinds", "regulation-words", "topics"];

    // Names are fixed at construction, texts are not: a vocabulary that appears later needs a new
    // tagger, which its version asks for.
    private readonly string[] all =
    [
        .. Names.Union(overrides?.Names.Where(IsVocabulary) ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Whether a file of this name is read: one of the project's, or one that adds a language (BCP 47, the first part alone) to a family.
    /// </summary>
    public static bool IsVocabulary(string name) => Names.Contains(name) || Families.Any(family => LanguageOf(family, name) is not null);

    /// <summary>The languages of a family and their files, in ordinal order.</summary>
    public IEnumerable<VocabularyFile> Languages(string family)
    {
        foreach (var name in all)
        {
            if (LanguageOf(family, name) is { } language)
            {
                yield return new(language, name);
            }
        }
    }

    /// <summary>Whether a vocabulary is read as the project has it.</summary>
    public bool IsOwn(string name) => overrides?.Find(name) is null;

    /// <summary>The text of a vocabulary.</summary>
    /// <exception cref="ArgumentException">There is no vocabulary of that name.</exception>
    // The override replaces the file as a whole; with merged rows nobody could remove one.
    public string Text(string name) => overrides?.Find(name) ?? Encoding.UTF8.GetString(OwnBytes(name).Span);

    /// <summary>The rows of a vocabulary: cells separated by tabs; empty lines and lines that begin with <c>#</c> left out.</summary>
    // Split and not parsed as CSV: the files hold no quotes and no tabs within cells, and a diff shows a
    // line for an entry.
    public IEnumerable<string[]> Rows(string name)
    {
        var text = Text(name);
        for (var at = 0; at < text.Length; )
        {
            var rest = text.AsSpan(at);
            var row = VocabularyText.CutRow(ref rest);
            at = text.Length - rest.Length;
            if (row.Length > 0)
            {
                yield return VocabularyText.Cells(row);
            }
        }
    }

    /// <summary>A hash of what all vocabularies say, 12 hexadecimal digits.</summary>
    public string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in all)
        {
            // The name too: the same text in two files says different things.
            hash.AppendData(Encoding.UTF8.GetBytes(name + '\n'));
            if (overrides?.Find(name) is { } text)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(text));
            }
            else
            {
                hash.AppendData(OwnBytes(name).Span);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string? LanguageOf(string family, string name) =>
        name.Split('.') is [var first, { Length: 2 or 3 } language, "tsv"] && first == family && language.All(char.IsAsciiLetterLower)
            ? language
            : null;

    private static MappedArray<byte> OwnBytes(string name)
    {
        using var stream = Open(name);
        return MappedArray<byte>.Read(stream, (int)stream.Length);
    }

    private static Stream Open(string name) =>
        typeof(VocabularyFiles).Assembly.GetManifestResourceStream(Prefix + name)
        ?? throw new ArgumentException($"There is no vocabulary named {name}.", nameof(name));
}
