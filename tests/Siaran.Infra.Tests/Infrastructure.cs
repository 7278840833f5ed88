namespace Siaran.Infra.Tests;

/// <summary>A copy of <c>infra/</c> that the compiler may write into; gone when disposed.</summary>
public sealed class Infrastructure : IDisposable
{
    public Infrastructure()
    {
        foreach (var file in Files)
        {
            var copy = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Source, file), copy);
        }
    }

    /// <summary>Every file under <c>infra/</c>, by its path from there.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("infra"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Source, file))
            .Order(),
    ];

    public string Folder { get; } = Directory.CreateTempSubdirectory("siaran-infra-").FullName;

    private static string Source => Repository.PathOf("infra");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
