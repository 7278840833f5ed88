namespace Siaran.LocalHost.Running;

/// <summary>The folder of the project that an app was built in.</summary>
internal static class ProjectFolder
{
    private static readonly string[] Marks = ["local.settings.json", "local.settings.sample.json", "host.json"];

    /// <summary>
    /// The nearest folder above the one that the app was built into, then above the current one, that holds settings or host.json; else the
    /// current one.
    /// </summary>
    public static string Find(string builtInto)
    {
        var above = Above(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(builtInto)));
        return above ?? Above(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;
    }

    private static string? Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Marks.Any(mark => File.Exists(Path.Combine(folder, mark))))
            {
                return folder;
            }
        }

        return null;
    }
}
