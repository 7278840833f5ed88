using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;
using Siaran.Related;

namespace Siaran.Evaluation.Related;

/// <summary>Blobs as files of a folder, for archives that memory should not hold; one process at a time.</summary>
/// <param name="folder">Theirs.</param>
/// <param name="version">Of the manifest that is there; 0 where none is.</param>
internal sealed class FolderIndexStore(string folder, int version = 0) : IIndexStore, IDisposable
{
    private const string ManifestName = "manifest";
    private readonly ConcurrentDictionary<string, SafeFileHandle> open = new();
    private int version = version;
    private long bytesRead;
    private int reads;
    private int manifestReads;

    public int Version => this.version;

    /// <summary>That of a folder in which an index may be already.</summary>
    public static FolderIndexStore Open(string folder) => new(folder, File.Exists(Path.Combine(folder, ManifestName)) ? 1 : 0);

    public long BytesWritten { get; private set; }

    public long BytesRead => bytesRead;

    public int Reads => reads;

    public int ManifestReads => manifestReads;

    /// <summary>Of segments and manifests.</summary>
    public int Writes { get; private set; }

    public async Task<StoredManifest?> ReadManifestAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref manifestReads);
        var file = Path.Combine(folder, ManifestName);
        return File.Exists(file) ? new(await File.ReadAllBytesAsync(file, cancellationToken), $"{this.version}") : null;
    }

    public async Task<string?> SwapManifestAsync(ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken)
    {
        if (ifMatch != (this.version == 0 ? null : $"{this.version}"))
        {
            return null;
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, ManifestName), content, cancellationToken);
        BytesWritten += content.Length;
        Writes++;
        return $"{++this.version}";
    }

    public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var file = File.Create(Path.Combine(folder, name));
        await write(file, cancellationToken);
        BytesWritten += file.Length;
        Writes++;
    }

    public Task<int> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (!open.TryGetValue(name, out var file))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                return Task.FromResult(-1);
            }

            file = open.GetOrAdd(name, _ => File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete));
        }

        var read = RandomAccess.Read(file, buffer.Span, offset);
        Interlocked.Add(ref bytesRead, read);
        Interlocked.Increment(ref reads);
        return Task.FromResult(read);
    }

    /// <summary>Copies what is there to another folder.</summary>
    public void CopyTo(string other)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(other, file.Name));
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (open.TryRemove(name, out var file))
        {
            file.Dispose();
        }

        File.Delete(Path.Combine(folder, name));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredSegment> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(f => f.Name != ManifestName))
        {
            yield return new(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
        }
    }

    public void Dispose()
    {
        foreach (var file in open.Values)
        {
            file.Dispose();
        }
    }
}
