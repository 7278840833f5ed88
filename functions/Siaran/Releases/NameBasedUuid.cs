using System.Security.Cryptography;
using System.Text;

namespace Siaran.Releases;

/// <summary>
/// UUIDs computed from a name: the same name always gives the same UUID (RFC 9562 §5.8, version 8 over SHA-256, as its appendix B.2 shows).
/// </summary>
internal static class NameBasedUuid
{
    // Ours alone, and never to change: every id that was ever computed depends on it.
    private static readonly Guid Namespace = new("8a6f2c1e-5d0b-8e47-9c3a-51a7a4ba5e01");

    public static Guid Create(string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        // Version 8 and the variant of the RFC, so that no reader takes these bits for a random UUID or one of time.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
