namespace Siaran.Infra.Tests;

/// <summary>The working copy that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The whole of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Siaran.slnx")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("Siaran.slnx is in no folder above the tests.");
    }
}
