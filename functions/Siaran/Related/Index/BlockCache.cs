namespace Siaran.Related.Index;

/// <summary>
/// Blocks of the index lately read, up to a number of bytes (segmented LRU). One for a process: what relating has read, searches find
/// there.
/// </summary>
/// <param name="capacity">In bytes.</param>
public sealed class BlockCache(long capacity)
{
    /// <summary>What a process may hold, in bytes.</summary>
    public const long DefaultCapacity = 192L << 20;

    // Segmented LRU (Karedla, Love and Wherry, Caching strategies to improve disk system performance,
    // 1994): a block is on probation until it is asked for again, so that summaries which one batch
    // looks at cannot drive out the postings that every batch needs.
    // Plain LRU is one long scan away from being empty of what matters; ARC and 2Q adapt better but keep lists of what they dropped.
    // Two lists and no history do here, since there are two kinds of block only: looked at once, and needed by every batch.
    // Find and Add are O(1). One lock guards all: a block is found in well under a microsecond, and reading it takes milliseconds.
    private const double ProtectedShare = 0.8;

    /// <summary>What it may hold, in bytes.</summary>
    public long Capacity => capacity;

    private readonly Dictionary<(string Segment, int Block), LinkedListNode<Entry>> held = [];
    private readonly LinkedList<Entry> probation = new();
    private readonly LinkedList<Entry> protectedBlocks = new();
    private readonly Lock gate = new();
    private long size;
    private long protectedSize;

    /// <summary>Bytes that are held.</summary>
    public long Size
    {
        get
        {
            lock (gate)
            {
                return size;
            }
        }
    }

    public ReadOnlyMemory<byte>? Find(string segment, int block)
    {
        lock (gate)
        {
            if (!held.TryGetValue((segment, block), out var node))
            {
                return null;
            }

            protectedSize += node.List == protectedBlocks ? 0 : node.Value.Content.Length;
            Move(node, protectedBlocks);
            // What is pushed out of the protected part gets a second life on probation; only probation loses blocks for good.
            while (protectedSize > ProtectedShare * capacity && protectedBlocks.Last is { } oldest && oldest != node)
            {
                protectedSize -= oldest.Value.Content.Length;
                Move(oldest, probation);
            }

            return node.Value.Content;
        }
    }

    public void Add(string segment, int block, ReadOnlyMemory<byte> content)
    {
        lock (gate)
        {
            // Two readers may have missed it at once. The first copy stays.
            if (held.ContainsKey((segment, block)))
            {
                return;
            }

            held[(segment, block)] = probation.AddFirst(new Entry((segment, block), content));
            // The new block is on probation too: one that is larger than all the room evicts itself,
            // and is served without being kept.
            for (size += content.Length; size > capacity && probation.Last is { } oldest; )
            {
                size -= oldest.Value.Content.Length;
                held.Remove(oldest.Value.Place);
                probation.RemoveLast();
            }
        }
    }

    private static void Move(LinkedListNode<Entry> node, LinkedList<Entry> to)
    {
        node.List!.Remove(node);
        to.AddFirst(node);
    }

    private readonly record struct Entry((string, int) Place, ReadOnlyMemory<byte> Content);
}
