using System.Text;
using CsCheck;

namespace Siaran.Tests.Fuzzing;

/// <summary>Inputs that were valid once: some bytes of them changed, cut, doubled, or replaced by words that the reader knows.</summary>
internal static class Mutations
{
    private const int Longest = 64 * 1024;

    /// <summary>Each begins as one of the seeds and goes through up to 24 edits.</summary>
    public static Gen<byte[]> Of(IReadOnlyList<byte[]> seeds, params string[] words)
    {
        byte[][] tokens = [.. words.Select(Encoding.UTF8.GetBytes), [0], [0xFF], [0xC3, 0x28], Encoding.UTF8.GetBytes(new string('9', 40))];
        var edits = Gen.Select(Gen.Int[0, 5], Gen.UInt, Gen.UInt, Gen.Int[0, tokens.Length - 1]).Array[0, 24];
        return Gen.Select(Gen.Int[0, seeds.Count - 1], edits)
            .Select(
                (seed, all) =>
                    all.Aggregate(seeds[seed], (bytes, edit) => Edit(bytes, edit.Item1, edit.Item2, edit.Item3, tokens[edit.Item4]))
            );
    }

    private static byte[] Edit(byte[] bytes, int kind, uint where, uint to, byte[] token)
    {
        var at = (int)(where % (uint)(bytes.Length + 1));
        var end = at + (int)(to % (uint)Math.Min(64, bytes.Length - at + 1));
        var edited = kind switch
        {
            0 when at < bytes.Length => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (int)(to % 8))), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[at..]],
            3 => bytes[..at],
            _ => [.. bytes[..at], .. token, .. bytes[at..]],
        };
        return edited.Length <= Longest ? edited : edited[..Longest];
    }
}
