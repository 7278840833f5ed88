using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Siaran.Storage;

/// <summary>
/// Marks an upload as let in by this service: whoever may write to <c>incoming</c> may write any metadata, so who acts, for which offices
/// and upon which release is believed only under a seal.
/// </summary>
public static class UploadSeal
{
    /// <summary>HMAC-SHA256 (RFC 2104) over the upload's name, bytes, actor, offices, target and expected revision, as base64url.</summary>
    /// <remarks>Not over the confirmation, which may be given by hand, nor over what may change on the way.</remarks>
    public static string Of(ReadOnlySpan<byte> secret, string name, BinaryData content, UploadMetadata metadata)
    {
        string?[] parts =
        [
            name,
            Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span)),
            metadata.Actor,
            metadata.Offices,
            metadata.Target,
            metadata.ExpectedRevision?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
        // Escaped and marked, so that no two uploads are sealed as the same text: an empty part (+) is
        // not a missing one (-), and no part can hold the line break that ends it.
        var said = string.Join('\n', parts.Select(part => part is null ? "-" : "+" + Uri.EscapeDataString(part)));
        return Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(said)));
    }

    /// <summary>The upload under a seal.</summary>
    public static NewUpload Seal(NewUpload upload, ReadOnlyMemory<byte> secret) =>
        upload with
        {
            Metadata = upload.Metadata with { Seal = Of(secret.Span, upload.Name, upload.Content, upload.Metadata) },
        };

    /// <summary>Whether an upload bears the seal that is due to it.</summary>
    public static bool IsWhole(IncomingUpload upload, BinaryData content, ReadOnlyMemory<byte>? secret) =>
        secret is { } known
        && upload.Metadata.Seal is { } seal
        // In constant time: how long it took would tell how many characters of a forged seal are right.
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(seal),
            Encoding.UTF8.GetBytes(Of(known.Span, upload.Name, content, upload.Metadata))
        );
}
