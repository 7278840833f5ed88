namespace Siaran.Related.Index;

/// <summary>Blocks next to each other that come in one request.</summary>
/// <param name="reader">Of their segment.</param>
/// <param name="first">The first.</param>
/// <param name="end">One past the last.</param>
internal sealed class BlockRange(SegmentReader reader, int first, int end)
{
    private int end = end;
    private ReadOnlyMemory<byte>[] blocks = [];

    /// <summary>A block of it, once it is read.</summary>
    public ReadOnlyMemory<byte> this[int block] => blocks[block - first];

    public bool Has(int block) => block >= first && block < end;

    /// <summary>Whether it brings a block behind its first too; it grows by one that is near enough.</summary>
    public bool Takes(int block)
    {
        if (!Has(block) && reader.IsNear(first, block))
        {
            end = block + 1;
        }

        return Has(block);
    }

    /// <exception cref="IndexDamagedException">A block is not as written.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken) => blocks = await reader.BlocksAsync(first, end, cancellationToken);

    /// <summary>Lets the next to ask for a block have it at once.</summary>
    public void Keep()
    {
        for (var block = first; block < end; block++)
        {
            reader.Keep(block, this[block]);
        }
    }
}
