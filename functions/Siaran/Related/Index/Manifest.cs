using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Related.Index;

/// <summary>A segment that counts.</summary>
/// <param name="Name">Its blob.</param>
/// <param name="Length">In bytes, fences and filter included.</param>
/// <param name="FencesAt">Where its fences start.</param>
/// <param name="FilterAt">Where the filter of its keys starts, to its end.</param>
/// <param name="TailHash">What fences and filter must hash to.</param>
/// <param name="Documents">Releases in it, those since corrected or withdrawn included.</param>
/// <param name="Keys">Entries in it.</param>
internal sealed record SegmentEntry(string Name, long Length, long FencesAt, long FilterAt, ulong TailHash, long Documents, long Keys);

/// <summary>A segment that counts no more, and since when; a reader may still be using it.</summary>
internal sealed record RetiredSegment(string Name, DateTimeOffset At);

/// <summary>What the index consists of at one moment.</summary>
internal sealed record Manifest
{
    /// <summary>What segments hold; an index of an earlier format is built again.</summary>
    private const int CurrentFormat = 4;

    public static Manifest Empty { get; } = new() { Format = CurrentFormat };

    /// <summary>0 where it was written before formats had numbers.</summary>
    public int Format { get; init; }

    [JsonIgnore]
    public bool IsOutdated => Format < CurrentFormat;

    /// <summary>The number of the next release to come.</summary>
    public long NextNumber { get; init; } = 1;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<SegmentEntry> Segments { get; init; } = [];

    /// <summary>Numbers that stand for no release any more and that no merge has dropped yet.</summary>
    public IReadOnlyList<long> Dead { get; init; } = [];

    public IReadOnlyList<RetiredSegment> Retired { get; init; } = [];

    /// <summary>True while the index is being built again.</summary>
    public bool Rebuilding { get; init; }

    /// <summary>Where in the archive the rebuilding goes on; null for its start.</summary>
    public string? RebuiltUpTo { get; init; }

    public byte[] Write()
    {
        // JSON accepts what damage may leave, such as another digit in an offset. The hash in front
        // does not, and reading a wrong manifest would lose segments for good.
        var json = JsonSerializer.SerializeToUtf8Bytes(this);
        return [.. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(XxHash3.Hash(json))), (byte)'\n', .. json];
    }

    /// <exception cref="IndexDamagedException">The bytes are not what was written.</exception>
    public static Manifest Read(ReadOnlySpan<byte> bytes)
    {
        const int hashLength = 16;
        if (
            bytes.Length <= hashLength + 1
            || !bytes[..hashLength]
                .SequenceEqual(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(XxHash3.Hash(bytes[(hashLength + 1)..]))))
        )
        {
            throw new IndexDamagedException("The manifest of the related news index is damaged.");
        }

        return JsonSerializer.Deserialize<Manifest>(bytes[(hashLength + 1)..])!;
    }
}
