namespace Siaran.Evaluation;

/// <summary>The folder of training data, which lies next to the repository.</summary>
internal static class DataFolder
{
    /// <summary>What <c>--data</c> names, or <c>../shared/data</c> next to the repository or above it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string From(string[] args)
    {
        var at = Array.IndexOf(args, "--data");
        if (at >= 0 && at + 1 < args.Length)
        {
            return args[at + 1];
        }

        for (var folder = Directory.GetParent(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        throw new DirectoryNotFoundException("The training data is missing: put it at ../shared/data or name it with --data.");
    }
}
