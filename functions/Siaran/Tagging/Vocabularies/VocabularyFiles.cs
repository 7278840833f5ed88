using System.Security.Cryptography;
using System.Text;

namespace Siaran.Tagging.Vocabularies;

/// <summary>The vocabulary files: those of the project, each replaced by one of the same name where <paramref name="overrides"/> has it.</summary>
public sealed class VocabularyFiles(IVocabularySource? overrides = null)
{
    private const string Prefix = "Siaran.Tagging.Vocabularies.";

    /// <summary>The names of all vocabulary files of the project, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(VocabularyFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a vocabulary.</summary>
    /// <exception cref="ArgumentException">There is no vocabulary of that name.</exception>
    public string Text(string name) => overrides?.Find(name) ?? Own(name);

    /// <summary>The rows of a vocabulary: cells parted by tabs; empty lines and lines that begin with <c>#</c> left out.</summary>
    public IEnumerable<string[]> Rows(string name) =>
        Text(name).Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t', StringSplitOptions.TrimEntries));

    /// <summary>A hash of what all vocabularies say, 12 hexadecimal digits.</summary>
    public string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + '\n' + Text(name)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string Own(string name)
    {
        using var stream = typeof(VocabularyFiles).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"There is no vocabulary named {name}.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
