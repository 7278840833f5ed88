using System.Text.Json;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Related;

/// <summary>What relating a batch came to.</summary>
/// <param name="Related">How many releases of the batch may be seen and so have a list.</param>
/// <param name="RowsWritten">Table writes, refused ones included.</param>
public sealed record RelatingReport(int Related, int RowsWritten);

/// <summary>Finds what is related to what, and keeps the lists of all releases true.</summary>
public sealed class Relater(IIndexStore index, IRelatedStore rows, TimeProvider clock)
{
    private const int OlderListsEntered = 5;
    private const int MaxAttempts = 8;

    /// <summary>
    /// Takes the current revision of each release that is new, corrected, withdrawn, or whose embargo has ended. Repeating a batch changes nothing, so a
    /// run that died is mended by the next. Withdrawals should be given <em>before</em> they are made known elsewhere, all else after.
    /// Releases that may not be seen yet are passed over.
    /// </summary>
    public async Task<RelatingReport> RelateAsync(IReadOnlyList<TaggedRelease> batch, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var manifest = await index.ReadManifestAsync(cancellationToken);
            var known = await ReadAsync(manifest, cancellationToken);
            var now = clock.GetUtcNow();
            var ids = batch.Select(r => r.Release.Id).ToHashSet();
            var touched = known.Values.Where(s => s.Listed.Any(ids.Contains)).Select(s => s.Id).Union(ids).ToHashSet();
            foreach (var release in batch)
            {
                known.Remove(release.Release.Id);
                if (release.Release.At(now) is Visibility.Visible)
                {
                    known[release.Release.Id] = Sketch.Of(release);
                }
            }

            if (!await SwapAsync(manifest, known, cancellationToken))
            {
                continue;
            }

            var written = await WriteListsAsync(batch, known, touched, cancellationToken);
            return new(batch.Count(r => known.ContainsKey(r.Release.Id)), written);
        }

        throw new IOException("The manifest of related news changed hands too often.");
    }

    /// <summary>Makes the index and all lists anew from all releases there are, oldest first.</summary>
    public async Task RebuildAsync(IAsyncEnumerable<TaggedRelease> releases, CancellationToken cancellationToken)
    {
        var manifest = await index.ReadManifestAsync(cancellationToken);
        if (manifest is not null)
        {
            await SwapAsync(manifest, [], cancellationToken);
        }

        await foreach (var chunk in releases.Chunk(64).WithCancellation(cancellationToken))
        {
            await RelateAsync(chunk, cancellationToken);
        }
    }

    private async Task<int> WriteListsAsync(IReadOnlyList<TaggedRelease> batch, Dictionary<ReleaseId, Sketch> known, HashSet<ReleaseId> touched, CancellationToken cancellationToken)
    {
        foreach (var id in batch.Select(r => r.Release.Id).Where(known.ContainsKey))
        {
            touched.UnionWith(Neighbours(known[id], known).Take(OlderListsEntered).Select(n => n.Id));
        }

        var written = 0;
        for (var attempt = 0; touched.Count > 0 && attempt < MaxAttempts; attempt++)
        {
            var stored = await rows.ReadAsync(touched, cancellationToken);
            var changed = touched
                .Select(id => new RelatedRow(known.TryGetValue(id, out var s) ? List(s, known) : new RelatedList { Id = id }, stored.GetValueOrDefault(id)?.Version))
                .Where(row => !stored.TryGetValue(row.List.Id, out var old) || JsonSerializer.Serialize(old.List) != JsonSerializer.Serialize(row.List))
                .ToList();
            written += changed.Count;
            touched = [.. await rows.WriteAsync(changed, cancellationToken)];
        }

        return written;
    }

    private static RelatedList List(Sketch sketch, Dictionary<ReleaseId, Sketch> known) =>
        new() { Id = sketch.Id, Closed = sketch.Closed, Neighbours = sketch.Closed ? [] : Neighbours(sketch, known) };

    private static List<Neighbour> Neighbours(Sketch one, Dictionary<ReleaseId, Sketch> known)
    {
        var rarity = known.Values.SelectMany(s => s.Tags).GroupBy(t => t).ToDictionary(g => g.Key, g => Math.Log(1 + ((double)known.Count / g.Count())));
        var whole = one.Tags.Sum(t => rarity.GetValueOrDefault(t));
        return [.. known.Values
            .Where(other => other.Id != one.Id)
            .Select(other => (Other: other, Shared: one.Tags.Intersect(other.Tags).OrderByDescending(t => rarity[t]).ToList()))
            .Where(x => x.Shared.Count > 0)
            .Select(x => (x.Other, x.Shared, Score: x.Shared.Sum(t => rarity[t]) / whole))
            .OrderByDescending(x => x.Score).ThenByDescending(x => x.Other.PublishAt).ThenBy(x => x.Other.Id)
            .Take(RelatedList.MaxNeighbours)
            .Select(x => x.Other.AsNeighbourOf(one, x.Score, x.Shared))];
    }

    private async Task<Dictionary<ReleaseId, Sketch>> ReadAsync(StoredManifest? manifest, CancellationToken cancellationToken)
    {
        if (manifest is null)
        {
            return [];
        }

        var named = JsonSerializer.Deserialize<Manifest>(manifest.Content.Span)!;
        var content = new byte[named.Length];
        var read = await index.ReadAsync(named.Segment, 0, content, cancellationToken);
        return read == named.Length
            ? JsonSerializer.Deserialize<List<Sketch>>(content)!.ToDictionary(s => s.Id)
            : throw new InvalidDataException($"Segment {named.Segment} of the related news index is {read} bytes long, not {named.Length}.");
    }

    private async Task<bool> SwapAsync(StoredManifest? old, Dictionary<ReleaseId, Sketch> known, CancellationToken cancellationToken)
    {
        foreach (var sketch in known.Values.ToList())
        {
            known[sketch.Id] = sketch with { Listed = [.. List(sketch, known).Neighbours.Select(n => n.Id)] };
        }

        var content = JsonSerializer.SerializeToUtf8Bytes(known.Values);
        var name = $"{Guid.NewGuid():N}.json";
        await index.WriteAsync(name, async (stream, token) => await stream.WriteAsync(content, token), cancellationToken);
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new Manifest(name, content.Length));
        var swapped = await index.SwapManifestAsync(manifest, old?.ETag, cancellationToken) is not null;
        var stale = swapped ? old is null ? null : JsonSerializer.Deserialize<Manifest>(old.Content.Span)!.Segment : name;
        if (stale is not null)
        {
            await index.DeleteAsync(stale, cancellationToken);
        }

        return swapped;
    }

    private sealed record Manifest(string Segment, int Length);
}
