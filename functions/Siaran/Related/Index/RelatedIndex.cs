using System.Collections.Concurrent;
using Siaran.Related.Words;

namespace Siaran.Related.Index;

/// <summary>
/// The index of related news: segments that never change and a manifest that names them (a log-structured merge-tree).
/// </summary>
internal sealed class RelatedIndex(IIndexStore store, TimeProvider clock, BlockCache cache)
{
    // Optimistic concurrency by one blob: whoever swaps the manifest wins, and whoever comes second
    // starts again from what is there now. So any number of instances may write without a lease, and a
    // death at any point leaves at most a blob that no manifest names.
    // An instance that opened the index before a merge still reads its segments; no batch should take as long as this.
    private static readonly TimeSpan KeepRetired = TimeSpan.FromMinutes(15);

    // A blob that no manifest names may belong to a writer that is about to swap its manifest in.
    private static readonly TimeSpan KeepOrphans = TimeSpan.FromHours(1);

    private volatile FrequencySum lastSum = new([], DocumentFrequencies.Empty);
    private readonly ConcurrentDictionary<string, (SegmentReader Reader, DocumentFrequencies Frequencies)> opened = new();

    /// <summary>With a cache of its own.</summary>
    public RelatedIndex(IIndexStore store, TimeProvider clock)
        : this(store, clock, new BlockCache(BlockCache.DefaultCapacity)) { }

    /// <exception cref="IndexDamagedException">Part of it is gone or not as it was written.</exception>
    public async Task<Snapshot> OpenAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            var stored = await store.ReadManifestAsync(cancellationToken);
            var manifest = stored is null ? Manifest.Empty : Manifest.Read(stored.Content.Span);
            try
            {
                return await OpenAsync(manifest, stored?.ETag, cancellationToken);
            }
            catch (IndexDamagedException) when (tries == 0)
            {
                // A segment may have been merged away between the two reads; then a newer manifest names another.
            }
        }
    }

    /// <summary>What the index consists of now; null where there is none.</summary>
    /// <exception cref="IndexDamagedException">The manifest is not as it was written.</exception>
    public async Task<Manifest?> ReadManifestAsync(CancellationToken cancellationToken) =>
        await store.ReadManifestAsync(cancellationToken) is { } stored ? Manifest.Read(stored.Content.Span) : null;

    /// <summary>Adds a batch to what <paramref name="at"/> holds; false where another instance has changed the index since.</summary>
    public async Task<bool> CommitAsync(
        Snapshot at,
        Addition addition,
        Func<Manifest, Manifest> change,
        CancellationToken cancellationToken
    )
    {
        // The segment is stored before the manifest names it, and until then nobody sees it.
        var entry = addition.HasEntries ? await WriteAsync(NewName(at.Manifest), addition, cancellationToken) : null;
        var next = change(
            at.Manifest with
            {
                NextNumber = addition.Numbered.Select(number => number + 1).Append(at.Manifest.NextNumber).Max(),
                Segments = entry is null ? at.Manifest.Segments : [.. at.Manifest.Segments, entry],
                Dead = [.. at.Manifest.Dead.Union(addition.Dead).Order()],
            }
        );
        if (await store.SwapManifestAsync(next.Write(), at.ETag, cancellationToken) is not null)
        {
            return true;
        }

        // Only tidiness: had the run died here, CleanAsync would find the blob after an hour.
        if (entry is not null)
        {
            await store.DeleteAsync(entry.Name, cancellationToken);
        }

        return false;
    }

    private async Task<SegmentEntry> WriteAsync(string name, Addition addition, CancellationToken cancellationToken)
    {
        SegmentEntry? entry = null;
        var entries = addition.Entries().ToList();
        await store.WriteAsync(
            name,
            async (stream, token) =>
            {
                var writer = new SegmentWriter(stream, entries.Count);
                foreach (var (key, value) in entries)
                {
                    await writer.AddAsync(key, value, token);
                }

                entry = await writer.FinishAsync(name, token);
            },
            cancellationToken
        );
        return entry!;
    }

    /// <summary>Swaps in an empty index; its blobs retire.</summary>
    /// <param name="at">What is there, where it was looked at just now; null for whatever is.</param>
    /// <param name="change">What the empty index says of itself.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>False where another instance has changed the index since.</returns>
    public async Task<bool> ClearAsync(Snapshot? at, Func<Manifest, Manifest> change, CancellationToken cancellationToken)
    {
        var etag = at is null ? (await store.ReadManifestAsync(cancellationToken))?.ETag : at.ETag;
        var now = clock.GetUtcNow();
        var retired = new List<RetiredSegment>();
        await foreach (var blob in store.ListAsync(cancellationToken))
        {
            retired.Add(new(blob.Name, now));
        }

        return await store.SwapManifestAsync(change(Manifest.Empty with { Retired = retired }).Write(), etag, cancellationToken)
            is not null;
    }

    /// <summary>Does the merge that is due, if any, and deletes what nobody reads any more. Answers whether it merged.</summary>
    public async Task<bool> MaintainAsync(CancellationToken cancellationToken)
    {
        // Segments are opened only where some are merged: that takes reads of each that was written since.
        if (await ReadManifestAsync(cancellationToken) is not { } manifest || SegmentMerge.Next(manifest).Count == 0)
        {
            return false;
        }

        var at = await OpenAsync(cancellationToken);
        var inputs = SegmentMerge.Next(at.Manifest);
        if (inputs.Count == 0)
        {
            return false;
        }

        var (entry, dropped) = await MergeAsync(at, inputs, cancellationToken);
        var merged = await SwapInAsync(entry, dropped, inputs, cancellationToken);
        await CleanAsync(cancellationToken);
        return merged;
    }

    private async Task<(SegmentEntry Entry, IReadOnlySet<long> Dropped)> MergeAsync(
        Snapshot at,
        IReadOnlyList<SegmentEntry> inputs,
        CancellationToken cancellationToken
    )
    {
        var name = NewName(at.Manifest);
        (SegmentEntry, IReadOnlySet<long>)? result = null;
        var readers = at.Readers.Where((_, i) => inputs.Contains(at.Manifest.Segments[i])).ToList();
        await store.WriteAsync(
            name,
            async (stream, token) => result = await SegmentMerge.WriteAsync(name, stream, readers, at.Dead, token),
            cancellationToken
        );
        return result!.Value;
    }

    /// <summary>A merge that does not get in is done again by the next run.</summary>
    private async Task<bool> SwapInAsync(
        SegmentEntry entry,
        IReadOnlySet<long> dropped,
        IReadOnlyList<SegmentEntry> inputs,
        CancellationToken cancellationToken
    )
    {
        var isIn = false;
        try
        {
            var swap = await OptimisticRetry.RunAsync("The manifest", ct => TrySwapInAsync(entry, dropped, inputs, ct), cancellationToken);
            isIn = swap.IsIn;
        }
        catch (ContentionException)
        {
            // As where another instance has merged the same.
        }

        if (!isIn)
        {
            await store.DeleteAsync(entry.Name, cancellationToken);
        }

        return isIn;
    }

    /// <returns>Null where another instance was faster.</returns>
    private async Task<Swap?> TrySwapInAsync(
        SegmentEntry entry,
        IReadOnlySet<long> dropped,
        IReadOnlyList<SegmentEntry> inputs,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.ReadManifestAsync(cancellationToken) is not { } stored
            || Manifest.Read(stored.Content.Span) is not { } manifest
            || inputs.Except(manifest.Segments).Any()
        )
        {
            return new Swap(false);
        }

        // In the place of its first part, so that segments stay in the order in which they were written.
        var first = manifest.Segments.TakeWhile(s => !inputs.Contains(s)).Count();
        var kept = manifest.Segments.Except(inputs).ToList();
        kept.Insert(first, entry);
        var now = clock.GetUtcNow();
        var next = manifest with
        {
            Segments = kept,
            // Only what this merge dropped. What died meanwhile is still in a segment, and must stay
            // dead.
            Dead = [.. manifest.Dead.Except(dropped)],
            Retired = [.. manifest.Retired, .. inputs.Select(i => new RetiredSegment(i.Name, now))],
        };
        return await store.SwapManifestAsync(next.Write(), stored.ETag, cancellationToken) is null ? null : new Swap(true);
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        if (await store.ReadManifestAsync(cancellationToken) is not { } stored)
        {
            return;
        }

        var manifest = Manifest.Read(stored.Content.Span);
        var now = clock.GetUtcNow();
        // A segment written after the manifest was read is in the list below and not in this set.
        // KeepOrphans protects it.
        var counting = manifest.Segments.Select(s => s.Name).Concat(manifest.Retired.Select(r => r.Name)).ToHashSet();
        await foreach (var blob in store.ListAsync(cancellationToken))
        {
            if (!counting.Contains(blob.Name) && blob.WrittenAt + KeepOrphans < now)
            {
                await store.DeleteAsync(blob.Name, cancellationToken);
            }
        }

        var over = manifest.Retired.Where(r => r.At + KeepRetired < now).ToList();
        // The blob first and its name afterwards: a run that dies between deletes it twice, and forgets
        // none.
        foreach (var retired in over)
        {
            await store.DeleteAsync(retired.Name, cancellationToken);
        }

        if (over.Count > 0)
        {
            // Where another instance is faster, the names stay in the manifest until the next time and no harm is done.
            await store.SwapManifestAsync(
                (manifest with { Retired = [.. manifest.Retired.Except(over)] }).Write(),
                stored.ETag,
                cancellationToken
            );
        }
    }

    private async Task<Snapshot> OpenAsync(Manifest manifest, string? etag, CancellationToken cancellationToken)
    {
        // Readers hold fences and filter in memory; those of merged segments are let go.
        foreach (var name in opened.Keys.Except(manifest.Segments.Select(s => s.Name)))
        {
            opened.TryRemove(name, out _);
        }

        var segments = new List<(SegmentReader Reader, DocumentFrequencies Frequencies)>();
        foreach (var entry in manifest.Segments)
        {
            if (!opened.TryGetValue(entry.Name, out var segment))
            {
                segment = await OpenAsync(entry, cancellationToken);
                opened[entry.Name] = segment;
            }

            segments.Add(segment);
        }

        return new(
            manifest,
            etag,
            [.. segments.Select(s => s.Reader)],
            SumOf([.. segments.Select(s => s.Frequencies).Where(c => c != DocumentFrequencies.Empty)])
        );
    }

    private async Task<(SegmentReader Reader, DocumentFrequencies Frequencies)> OpenAsync(
        SegmentEntry entry,
        CancellationToken cancellationToken
    )
    {
        var reader = await SegmentReader.OpenAsync(store, entry, cache, cancellationToken);
        var frequencies = DocumentFrequencies.Empty;
        await SegmentLookup.FindAsync(
            [reader.Ask([Key.Frequencies])],
            (_, value) => frequencies = DocumentFrequenciesFormat.Read(value.Span),
            cancellationToken
        );
        return (reader, frequencies);
    }

    /// <summary>Only large segments have document frequencies, so the sum mostly stays as it is from one batch to the next.</summary>
    private DocumentFrequencies SumOf(List<DocumentFrequencies> parts)
    {
        var summed = lastSum;
        if (!summed.Parts.SequenceEqual(parts))
        {
            lastSum = summed = new(parts, DocumentFrequencies.Sum(parts));
        }

        return summed.Whole;
    }

    // The number makes names sort by age for whoever looks into the container; the GUID keeps apart two
    // writers of the same number.
    private static string NewName(Manifest manifest) => $"{manifest.NextNumber:D12}-{Guid.NewGuid():N}.segment";

    /// <param name="IsIn">False where another instance has merged what went into it.</param>
    private sealed record Swap(bool IsIn);

    private sealed record FrequencySum(IReadOnlyList<DocumentFrequencies> Parts, DocumentFrequencies Whole);
}
