namespace Siaran.Related.Index;

/// <summary>
/// Blocks lately read, up to a number of bytes. A block stays on probation until it is asked for again (segmented LRU: Karedla, Love and
/// Wherry, Caching strategies to
/// improve disk system performance, 1994), so summaries that one batch looks at cannot drive out the postings that every batch needs.
/// </summary>
/// <param name="capacity">In bytes.</param>
internal sealed class BlockCache(long capacity)
{
    private const double Settled = 0.8;

    private readonly Dictionary<(string Segment, int Block), LinkedListNode<Entry>> held = [];
    private readonly LinkedList<Entry> probation = new();
    private readonly LinkedList<Entry> settled = new();
    private readonly Lock gate = new();
    private long size;
    private long settledSize;

    public ReadOnlyMemory<byte>? Find(string segment, int block)
    {
        lock (this.gate)
        {
            if (!this.held.TryGetValue((segment, block), out var node))
            {
                return null;
            }

            this.settledSize += node.List == this.settled ? 0 : node.Value.Content.Length;
            Move(node, this.settled);
            while (this.settledSize > Settled * capacity && this.settled.Last is { } oldest && oldest != node)
            {
                this.settledSize -= oldest.Value.Content.Length;
                Move(oldest, this.probation);
            }

            return node.Value.Content;
        }
    }

    public void Add(string segment, int block, ReadOnlyMemory<byte> content)
    {
        lock (this.gate)
        {
            if (this.held.ContainsKey((segment, block)))
            {
                return;
            }

            this.held[(segment, block)] = this.probation.AddFirst(new Entry((segment, block), content));
            for (this.size += content.Length; this.size > capacity && this.probation.Last is { } oldest; )
            {
                this.size -= oldest.Value.Content.Length;
                this.held.Remove(oldest.Value.Place);
                this.probation.RemoveLast();
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
