namespace Siaran.Related.Index;

/// <summary>Blocks lately read, up to a number of bytes; the least lately used go first.</summary>
internal sealed class BlockCache(long capacity)
{
    private readonly Dictionary<(string Segment, int Block), LinkedListNode<((string, int) Place, ReadOnlyMemory<byte> Content)>> held = [];
    private readonly LinkedList<((string, int) Place, ReadOnlyMemory<byte> Content)> order = new();
    private readonly Lock gate = new();
    private long size;

    public ReadOnlyMemory<byte>? Find(string segment, int block)
    {
        lock (this.gate)
        {
            if (!this.held.TryGetValue((segment, block), out var node))
            {
                return null;
            }

            this.order.Remove(node);
            this.order.AddFirst(node);
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

            this.held[(segment, block)] = this.order.AddFirst(((segment, block), content));
            for (this.size += content.Length; this.size > capacity && this.order.Last is { } oldest;)
            {
                this.size -= oldest.Value.Content.Length;
                this.held.Remove(oldest.Value.Place);
                this.order.RemoveLast();
            }
        }
    }
}
