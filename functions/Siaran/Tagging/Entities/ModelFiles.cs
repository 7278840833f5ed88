using System.Security.Cryptography;

namespace Siaran.Tagging.Entities;

/// <summary>The trained weights within the assembly.</summary>
internal static class ModelFiles
{
    private const string Prefix = "Siaran.Tagging.Models.";

    /// <summary>What <see cref="Hash"/> gives: the hash of 8 MB would be worked out at each cold start. A test compares them.</summary>
    // Part of the tagging version: other weights read the same release otherwise, and the archive
    // is then tagged again.
    public const string Version = "3c803af72795";

    /// <summary>A hash of all weights, 12 hexadecimal digits.</summary>
    public static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var name in typeof(ModelFiles)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = Open(name[Prefix.Length..]);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <exception cref="FileNotFoundException">There are no weights of that name.</exception>
    public static Stream Open(string name) =>
        typeof(ModelFiles).Assembly.GetManifestResourceStream(Prefix + name)
        ?? throw new FileNotFoundException($"There are no weights named {name}.", name);
}
