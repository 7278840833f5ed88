using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace Siaran.Related.Index;

/// <summary>
/// Writes a segment from start to end: blocks of entries in the order of their keys, each block closed by its hash, then the fences, which
/// are each block's first key
/// and place (a sorted string table, as in O'Neil et al., The log-structured merge-tree, 1996), then the filter of its keys.
/// </summary>
/// <param name="output">Takes it.</param>
/// <param name="mostKeys">As many entries as there may be.</param>
internal sealed class SegmentWriter(Stream output, long mostKeys)
{
    private const int BlockSize = 4096;
    private const int FlushSize = 1 << 20;

    private readonly ArrayBufferWriter<byte> block = new(2 * BlockSize);
    private readonly ArrayBufferWriter<byte> pending = new(FlushSize + (4 * BlockSize));
    private readonly ArrayBufferWriter<byte> fences = new();
    private readonly BloomFilter filter = BloomFilter.For(mostKeys);
    private ulong firstInBlock;
    private ulong last;
    private ulong lastFence;
    private long written;
    private long entries;

    /// <summary>The documents among the entries.</summary>
    public long Documents { get; private set; }

    /// <summary>Adds an entry, whose key must be above all before it.</summary>
    public ValueTask AddAsync(Key key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        if (this.entries > 0 && key.Value <= this.last)
        {
            throw new ArgumentException("Keys must rise.", nameof(key));
        }

        if (this.block.WrittenCount == 0)
        {
            this.firstInBlock = key.Value;
        }

        Varint.Write(this.block, key.Value - (this.block.WrittenCount == 0 ? 0 : this.last));
        Varint.Write(this.block, (ulong)value.Length);
        this.block.Write(value.Span);
        this.filter.Add(key);
        this.last = key.Value;
        this.entries++;
        Documents += key.Kind is KeyKind.Summary ? 1 : 0;
        if (this.block.WrittenCount >= BlockSize)
        {
            CloseBlock();
        }

        return this.pending.WrittenCount >= FlushSize ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Ends the segment and says where its parts are.</summary>
    public async Task<SegmentEntry> FinishAsync(string name, CancellationToken cancellationToken)
    {
        if (this.block.WrittenCount > 0)
        {
            CloseBlock();
        }

        await FlushAsync(cancellationToken);
        var filterAt = this.written + this.fences.WrittenCount;
        this.fences.Write(this.filter.Write());
        await output.WriteAsync(this.fences.WrittenMemory, cancellationToken);
        return new(
            name,
            this.written + this.fences.WrittenCount,
            this.written,
            filterAt,
            XxHash3.HashToUInt64(this.fences.WrittenSpan),
            Documents,
            this.entries
        );
    }

    private void CloseBlock()
    {
        var hash = XxHash3.HashToUInt64(this.block.WrittenSpan);
        Varint.Write(this.fences, this.firstInBlock - this.lastFence);
        Varint.Write(this.fences, (ulong)this.block.WrittenCount + sizeof(ulong));
        this.pending.Write(this.block.WrittenSpan);
        BinaryPrimitives.WriteUInt64LittleEndian(this.pending.GetSpan(sizeof(ulong)), hash);
        this.pending.Advance(sizeof(ulong));
        this.lastFence = this.firstInBlock;
        this.block.ResetWrittenCount();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(this.pending.WrittenMemory, cancellationToken);
        this.written += this.pending.WrittenCount;
        this.pending.ResetWrittenCount();
    }
}
