using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Siaran.Desk;

/// <summary>Short texts that only this service can have written, and that hold for a while.</summary>
public static class DeskSession
{
    /// <summary>Who signed in among made-up people.</summary>
    public const string Cookie = "siaran-desk";

    /// <summary>How long a form may stay open before it is sent, and a made-up session lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private const int Longest = 2048;

    /// <summary>The text, when it ends and a mark (HMAC-SHA256) over both and what it is for.</summary>
    /// <param name="purpose">Keeps what was given for one thing from being used for another.</param>
    /// <param name="text">What is said; anyone may read it.</param>
    /// <param name="ends">After this it holds no more.</param>
    /// <param name="secret">From the table of offices.</param>
    public static string Write(string purpose, string text, DateTimeOffset ends, ReadOnlyMemory<byte> secret)
    {
        var said =
            $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}.{ends.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        return $"{said}.{MarkOf(purpose, said, secret)}";
    }

    /// <returns>The text; null where another wrote it, it was changed, or it has ended.</returns>
    public static string? Read(string purpose, string? written, DateTimeOffset now, ReadOnlyMemory<byte> secret)
    {
        if (written is not { Length: > 0 and <= Longest } || written.Split('.') is not [var text, var ends, var mark])
        {
            return null;
        }

        var isOurs = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(mark),
            Encoding.UTF8.GetBytes(MarkOf(purpose, $"{text}.{ends}", secret))
        );
        return isOurs && long.TryParse(ends, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end >= now.ToUnixTimeSeconds()
            ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))
            : null;
    }

    private static string MarkOf(string purpose, string said, ReadOnlyMemory<byte> secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes($"{purpose}\n{said}")));
}
