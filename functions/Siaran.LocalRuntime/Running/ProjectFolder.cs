namespace Siaran.LocalRuntime.Running;

/// <summary>The folder of the project that the running app was built in.</summary>
internal static class ProjectFolder
{
    private static readonly string[] Marks = ["local.settings.json", "local.settings.sample.json", "host.json"];

    /// <summary>The nearest folder above the app's own, then above the current one, that holds settings or host.json; else the current one.</summary>
    public static string Find()
    {
        var above = Above(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
        return above ?? Above(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;
    }

    /// <summary>A file of that name beside the app, else in <paramref name="folder"/>; null where there is none.</summary>
    public static string? File(string folder, string name)
        => new[] { Path.Combine(AppContext.BaseDirectory, name), Path.Combine(folder, name) }.FirstOrDefault(System.IO.File.Exists);

    private static string? Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Marks.Any(mark => System.IO.File.Exists(Path.Combine(folder, mark))))
                return folder;
        }

        return null;
    }
}
