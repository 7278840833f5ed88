using System.Security.Cryptography;
using System.Text;

namespace Siaran.Releases;

/// <summary>What a release says, as a hash: equal for two uploads that differ only in encoding, white space or file format.</summary>
/// <param name="Value">SHA-256 as 64 lower-case hexadecimal digits.</param>
public readonly record struct Fingerprint(string Value)
{
    /// <summary>Over the agency, the headline and the paragraphs: what makes one release another's copy.</summary>
    public static Fingerprint OfText(ReleaseContent content) => Of([content.Agency ?? "", content.Headline, .. content.Paragraphs]);

    /// <summary>Over all that an editor can set: two equal ones need no new revision.</summary>
    public static Fingerprint OfEverything(Submission submission) => Of([System.Text.Json.JsonSerializer.Serialize(submission)]);

    private static Fingerprint Of(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
            hash.AppendData("\n"u8);
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
