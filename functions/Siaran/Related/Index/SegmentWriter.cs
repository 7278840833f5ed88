using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace Siaran.Related.Index;

/// <summary>Writes a segment from start to end: blocks of entries, then the fences, then the filter of its keys.</summary>
/// <param name="output">Takes it.</param>
/// <param name="mostKeys">As many entries as there may be.</param>
internal sealed class SegmentWriter(Stream output, long mostKeys)
{
    // A sorted string table, as log-structured merge trees write them (O'Neil et al., 1996): blocks of
    // entries in the order of their keys, each closed by its hash; fences, which are each block's first
    // key and place.
    // One block of a large segment is one request on a miss. Smaller ones would not come faster (the
    // round trip dominates), larger ones would fill the cache with neighbours that nobody asked for.
    // Of a small segment many blocks come at once (SegmentReader).
    private const int BlockSize = 4096;

    // A search shows ten releases from anywhere in the archive, and of a large one their neighbours are of no use.
    private const int DocumentBlockSize = 1024;
    private const int FlushSize = 1 << 20;

    private readonly ArrayBufferWriter<byte> block = new(2 * BlockSize);

    // Grows: the segment of one batch is far smaller than what is written at once.
    private readonly ArrayBufferWriter<byte> pending = new();
    private readonly ArrayBufferWriter<byte> fences = new();
    private readonly BloomFilter filter = BloomFilter.For(mostKeys);
    private ulong firstInBlock;
    private ulong last;
    private ulong lastFence;
    private long written;
    private long entries;
    private long summaries;
    private long documents;

    /// <summary>The releases among the entries.</summary>
    public long Documents => Math.Max(summaries, documents);

    /// <summary>Adds an entry, whose key must be above all before it.</summary>
    public ValueTask AddAsync(Key key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        if (entries > 0 && key.Value <= last)
        {
            throw new ArgumentException("Keys must rise.", nameof(key));
        }

        if (block.WrittenCount > 0 && key.Kind != new Key(last).Kind)
        {
            CloseBlock();
        }

        if (block.WrittenCount == 0)
        {
            firstInBlock = key.Value;
        }

        // The first key of a block is whole, so that a block can be read by itself.
        Varint.Write(block, key.Value - (block.WrittenCount == 0 ? 0 : last));
        Varint.Write(block, (ulong)value.Length);
        block.Write(value.Span);
        filter.Add(key);
        last = key.Value;
        entries++;
        summaries += key.Kind is KeyKind.Summary ? 1 : 0;
        documents += key.Kind is KeyKind.Document ? 1 : 0;
        if (block.WrittenCount >= SizeOf(key.Kind))
        {
            CloseBlock();
        }

        return pending.WrittenCount >= FlushSize ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Ends the segment and says where its parts are.</summary>
    public async Task<SegmentEntry> FinishAsync(string name, CancellationToken cancellationToken)
    {
        if (block.WrittenCount > 0)
        {
            CloseBlock();
        }

        // Fences and filter come last, when they are known: memory does not grow with the entries
        // before them, and nothing is written twice.
        await FlushAsync(cancellationToken);
        var filterAt = written + fences.WrittenCount;
        fences.Write(filter.Write());
        await output.WriteAsync(fences.WrittenMemory, cancellationToken);
        return new(name, written + fences.WrittenCount, written, filterAt, XxHash3.HashToUInt64(fences.WrittenSpan), Documents, entries);
    }

    private static int SizeOf(KeyKind kind) => kind is KeyKind.Document ? DocumentBlockSize : BlockSize;

    private void CloseBlock()
    {
        var hash = XxHash3.HashToUInt64(block.WrittenSpan);
        Varint.Write(fences, firstInBlock - lastFence);
        Varint.Write(fences, (ulong)block.WrittenCount + sizeof(ulong));
        pending.Write(block.WrittenSpan);
        BinaryPrimitives.WriteUInt64LittleEndian(pending.GetSpan(sizeof(ulong)), hash);
        pending.Advance(sizeof(ulong));
        lastFence = firstInBlock;
        block.ResetWrittenCount();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(pending.WrittenMemory, cancellationToken);
        written += pending.WrittenCount;
        pending.ResetWrittenCount();
    }
}
