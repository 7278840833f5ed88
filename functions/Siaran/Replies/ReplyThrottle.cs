using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Siaran.Replies;

/// <summary>How many replies this instance takes in a while: from one address, and under one release.</summary>
/// <remarks>
/// Counts are by a hash under a key that the process draws and nobody keeps, so that no address is held. What waits in storage is bounded
/// besides, for all instances together.
/// </remarks>
public sealed class ReplyThrottle(TimeProvider time)
{
    public const int MostFromAddress = 10;
    public const int MostUnderRelease = 30;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Addresses and releases that are counted at once. Where there are more, further ones wait for the next window.</summary>
    public const int MostCounted = 10_000;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock gate = new();
    private readonly Dictionary<ulong, int> counts = [];
    private DateTimeOffset begun;

    /// <summary>Counts one more.</summary>
    /// <param name="what">An address, or a release.</param>
    /// <param name="most">How many are taken in a window.</param>
    /// <returns>False where that is one too many.</returns>
    public bool TryTake(string what, int most)
    {
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(what)));
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (now < begun || now - begun >= Window)
            {
                counts.Clear();
                begun = now;
            }

            var taken = counts.GetValueOrDefault(hash);
            if (taken >= most || (taken == 0 && counts.Count >= MostCounted))
            {
                return false;
            }

            counts[hash] = taken + 1;
            return true;
        }
    }
}
