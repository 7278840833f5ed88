namespace Siaran.Related.Index;

/// <summary>A block that is held.</summary>
/// <param name="Queue">The one that it is in.</param>
/// <param name="Place">Its segment, and its place there.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record HeldBlock(BlockQueue Queue, (string Segment, int Block) Place, ReadOnlyMemory<byte> Content);

/// <summary>
/// Blocks of one kind, in the order in which they are let go (segmented LRU). Whoever uses it sees to it that one does at a time.
/// </summary>
/// <param name="share">Bytes that other kinds cannot take from it.</param>
internal sealed class BlockQueue(long share)
{
    // Segmented LRU (Karedla, Love and Wherry, Caching strategies to improve disk system performance,
    // 1994): a block is on probation until it is asked for again, so that summaries which one batch
    // looks at cannot drive out the postings that every batch needs.
    // Plain LRU is one long scan away from being empty of what matters; ARC and 2Q adapt better but keep lists of what they dropped.
    // All is O(1).
    private const double ProtectedShare = 0.8;

    private readonly LinkedList<HeldBlock> probation = new();
    private readonly LinkedList<HeldBlock> protectedBlocks = new();
    private long protectedSize;

    /// <summary>Bytes that other kinds cannot take from it.</summary>
    public long Share => share;

    /// <summary>Bytes that are held.</summary>
    public long Size { get; private set; }

    /// <summary>Bytes that it holds more than its share.</summary>
    public long Above => Size - share;

    public LinkedListNode<HeldBlock> Add((string Segment, int Block) place, ReadOnlyMemory<byte> content)
    {
        Size += content.Length;
        return probation.AddFirst(new HeldBlock(this, place, content));
    }

    /// <summary>The block was asked for again.</summary>
    public void Touch(LinkedListNode<HeldBlock> block)
    {
        protectedSize += block.List == protectedBlocks ? 0 : block.Value.Content.Length;
        Move(block, protectedBlocks);
        // What is pushed out of the protected part gets a second life on probation.
        while (protectedSize > ProtectedShare * Math.Max(share, Size) && protectedBlocks.Last is { } oldest && oldest != block)
        {
            protectedSize -= oldest.Value.Content.Length;
            Move(oldest, probation);
        }
    }

    /// <summary>Lets go of the block that is least worth keeping, and answers where it is from.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public (string Segment, int Block) Drop()
    {
        var list = probation.Count > 0 ? probation : protectedBlocks;
        var block = list.Last?.Value ?? throw new InvalidOperationException("There is no block to let go of.");
        list.RemoveLast();
        protectedSize -= list == protectedBlocks ? block.Content.Length : 0;
        Size -= block.Content.Length;
        return block.Place;
    }

    private static void Move(LinkedListNode<HeldBlock> block, LinkedList<HeldBlock> to)
    {
        block.List!.Remove(block);
        to.AddFirst(block);
    }
}
