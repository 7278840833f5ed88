using System.Security.Cryptography;
using System.Text;

namespace Siaran.Storage;

/// <summary>Names of blobs that are made from names that others chose.</summary>
internal static class BlobName
{
    /// <summary>Characters that storage takes.</summary>
    public const int Longest = 1024;

    private const int LongestExtension = 16;

    /// <summary>
    /// The name itself where it has at most so many characters, else its beginning, a hash of all of it, and its extension.
    /// </summary>
    public static string Shorten(string name, int most)
    {
        if (name.Length <= most)
        {
            return name;
        }

        // The hash of the whole name keeps two long names apart that begin alike. The extension stays,
        // since it decides by which format an upload is read.
        var dot = name.LastIndexOf('.');
        var extension = dot >= name.Length - LongestExtension && !name[dot..].Contains('/', StringComparison.Ordinal) ? name[dot..] : "";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        var end = most - extension.Length - hash.Length - 1;
        // Half a surrogate pair would be no name.
        return $"{name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)]}-{hash}{extension}";
    }
}
