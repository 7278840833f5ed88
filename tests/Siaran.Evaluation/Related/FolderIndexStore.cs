using System.Runtime.CompilerServices;
using Siaran.Related;

namespace Siaran.Evaluation.Related;

/// <summary>Blobs as files of a folder, for archives that memory should not hold; one process at a time.</summary>
internal sealed class FolderIndexStore(string folder) : IIndexStore
{
    private const string ManifestName = "manifest";
    private int version;

    public long BytesWritten { get; private set; }

    public long BytesRead { get; private set; }

    public int Reads { get; private set; }

    public long BytesHeld(IEnumerable<string> names) => names.Sum(n => new FileInfo(Path.Combine(folder, n)).Length);

    public async Task<StoredManifest?> ReadManifestAsync(CancellationToken cancellationToken)
    {
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
        return $"{++this.version}";
    }

    public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var file = File.Create(Path.Combine(folder, name));
        await write(file, cancellationToken);
        BytesWritten += file.Length;
    }

    public async Task<int> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return -1;
        }

        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        var read = await RandomAccess.ReadAsync(file, buffer, offset, cancellationToken);
        BytesRead += read;
        Reads++;
        return read;
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        File.Delete(Path.Combine(folder, name));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredSegment> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(f => f.Name != ManifestName))
        {
            yield return new(file.Name, file.Length, file.LastWriteTimeUtc);
        }
    }
}
