namespace Siaran;

/// <summary>The working copy that a test or a program of this folder was built from.</summary>
internal static class Repository
{
    /// <summary>The nearest folder upwards that holds Siaran.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The releases that the app starts with.</summary>
    public static string Samples => PathOf("tests", "Samples");

    /// <summary>The whole of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    public static string PathOf(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Siaran.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Siaran.slnx is in no folder above this program.");
    }
}
