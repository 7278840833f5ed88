using System.Runtime.CompilerServices;
using Siaran.Related;

namespace Siaran.Tests.Related;

/// <summary>Blobs in memory. <see cref="BeforeEach"/> sees every call before it takes effect, and may throw in its place.</summary>
internal sealed class InMemoryIndexStore(TimeProvider? clock = null) : IIndexStore
{
    private readonly Dictionary<string, (byte[] Content, DateTimeOffset WrittenAt)> blobs = [];
    private readonly Lock gate = new();
    private (byte[] Content, int Version)? manifest;

    public Action<string>? BeforeEach { get; set; }

    public long BytesWritten { get; private set; }

    public long BytesRead { get; private set; }

    public int Reads { get; private set; }

    public long BytesHeld => blobs.Values.Sum(b => (long)b.Content.Length);

    public Dictionary<string, byte[]> Blobs => blobs.ToDictionary(b => b.Key, b => b.Value.Content);

    public byte[]? Manifest => manifest?.Content;

    /// <summary>Does harm to the largest segment, the manifest, or all.</summary>
    public void Spoil(string what)
    {
        var (name, (content, writtenAt)) = blobs.MaxBy(b => b.Value.Content.Length);
        switch (what)
        {
            case "lose a segment":
                blobs.Remove(name);
                break;
            case "lose everything":
                blobs.Clear();
                manifest = null;
                break;
            case "damage a segment":
                content[content.Length / 3] ^= 0x10;
                break;
            case "cut a segment":
                blobs[name] = (content[..^9], writtenAt);
                break;
            case "damage the manifest":
                manifest!.Value.Content[^5] ^= 0x01;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "No such harm.");
        }
    }

    public Task<StoredManifest?> ReadManifestAsync(CancellationToken cancellationToken)
    {
        BeforeEach?.Invoke("read manifest");
        return Task.FromResult(manifest is { } m ? new StoredManifest(m.Content, $"\"{m.Version}\"") : null);
    }

    public Task<string?> SwapManifestAsync(ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken)
    {
        BeforeEach?.Invoke("swap manifest");
        lock (gate)
        {
            if (ifMatch != (manifest is { } m ? $"\"{m.Version}\"" : null))
            {
                return Task.FromResult<string?>(null);
            }

            BytesWritten += content.Length;
            manifest = (content.ToArray(), (manifest?.Version ?? 0) + 1);
            return Task.FromResult<string?>($"\"{manifest.Value.Version}\"");
        }
    }

    public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        BeforeEach?.Invoke($"write {name}");
        lock (gate)
        {
            BytesWritten += stream.Length;
            blobs.Add(name, (stream.ToArray(), (clock ?? TimeProvider.System).GetUtcNow()));
        }
    }

    public Task<int> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        BeforeEach?.Invoke($"read {name}");
        lock (gate)
        {
            if (!blobs.TryGetValue(name, out var blob))
            {
                return Task.FromResult(-1);
            }

            var length = (int)Math.Clamp(blob.Content.Length - offset, 0, buffer.Length);
            blob.Content.AsSpan((int)offset, length).CopyTo(buffer.Span);
            BytesRead += length;
            Reads++;
            return Task.FromResult(length);
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        BeforeEach?.Invoke($"delete {name}");
        lock (gate)
        {
            blobs.Remove(name);
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredSegment> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BeforeEach?.Invoke("list");
        await Task.CompletedTask;
        foreach (var (name, blob) in blobs.ToList())
        {
            yield return new(name, blob.Content.Length, blob.WrittenAt);
        }
    }
}
