namespace Siaran.Tagging.Entities;

/// <summary>The trained weights within the assembly.</summary>
public static class ModelFiles
{
    private const string Prefix = "Siaran.Tagging.Models.";

    /// <exception cref="FileNotFoundException">There are no weights of that name.</exception>
    public static Stream Open(string name) =>
        typeof(ModelFiles).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new FileNotFoundException($"There are no weights named {name}.", name);
}
