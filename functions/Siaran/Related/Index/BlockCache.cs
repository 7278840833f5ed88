namespace Siaran.Related.Index;

/// <summary>
/// Blocks of the index lately read, up to a number of bytes. One for a process: what relating has read, searches find there.
/// </summary>
/// <param name="capacity">In bytes.</param>
public sealed class BlockCache(long capacity)
{
    // A search shows ten releases that hardly anybody asks for again, a phrase reads lists of megabytes once, and the lists of words are
    // what every search needs. In one queue the first two would drive out the third, whose misses cost a read for each word and segment.
    // So each kind has a share that the others cannot take from it, and room that one leaves the others may use.
    private const double DocumentShare = 0.12;
    private const double FollowersShare = 0.08;

    // An instance has 2 GB; of a smaller one it takes no more than a quarter.
    private const long Most = 320L << 20;

    private readonly Dictionary<(string Segment, int Block), LinkedListNode<HeldBlock>> held = [];
    private readonly BlockQueue documents = new((long)(DocumentShare * capacity));
    private readonly BlockQueue followers = new((long)(FollowersShare * capacity));
    private readonly BlockQueue lists = new((long)((1 - DocumentShare - FollowersShare) * capacity));

    // One lock guards all: a block is found in well under a microsecond, and reading it takes milliseconds.
    private readonly Lock gate = new();

    /// <summary>What a process may hold, in bytes.</summary>
    public static long DefaultCapacity { get; } = Math.Min(Most, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    /// <summary>What it may hold, in bytes.</summary>
    public long Capacity => capacity;

    /// <summary>Bytes that are held.</summary>
    public long Size
    {
        get
        {
            lock (gate)
            {
                return Held;
            }
        }
    }

    private long Held => documents.Size + followers.Size + lists.Size;

    /// <summary>Whether so many bytes of a kind could all be kept, whatever else is asked for.</summary>
    internal bool CouldHold(KeyKind kind, long bytes) => bytes <= QueueOf(kind).Share || Size + bytes <= capacity;

    internal ReadOnlyMemory<byte>? Find(string segment, int block)
    {
        lock (gate)
        {
            if (!held.TryGetValue((segment, block), out var node))
            {
                return null;
            }

            node.Value.Queue.Touch(node);
            return node.Value.Content;
        }
    }

    internal void Add(string segment, int block, KeyKind kind, ReadOnlyMemory<byte> content)
    {
        lock (gate)
        {
            // Two readers may have missed it at once. The first copy stays.
            if (held.ContainsKey((segment, block)))
            {
                return;
            }

            held[(segment, block)] = QueueOf(kind).Add((segment, block), content);
            // One that is larger than all the room drops itself in the end, and is served without being
            // kept.
            while (Held > capacity)
            {
                held.Remove(FurthestAbove().Drop());
            }
        }
    }

    private BlockQueue FurthestAbove()
    {
        var furthest = lists;
        furthest = documents.Above > furthest.Above ? documents : furthest;
        return followers.Above > furthest.Above ? followers : furthest;
    }

    private BlockQueue QueueOf(KeyKind kind) =>
        kind switch
        {
            KeyKind.Document => documents,
            KeyKind.Followers => followers,
            _ => lists,
        };
}
