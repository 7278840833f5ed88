namespace Siaran.Intake;

/// <summary>
/// Words that intake goes by, in files of two columns: what a word does, and the word. They are no part of the vocabularies for tags: what
/// was taken in once is never read again because such a file has changed.
/// </summary>
internal static class IntakeVocabulary
{
    private const string Prefix = "Siaran.Intake.Vocabularies.";

    /// <summary>The words of a file by what they do.</summary>
    /// <exception cref="InvalidOperationException">The file is missing from the assembly, or a row of it has not two columns.</exception>
    public static ILookup<string, string> Read(string name)
    {
        using var stream =
            typeof(IntakeVocabulary).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The vocabulary {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            rows.Add(
                line.Split('\t') is { Length: 2 } row
                    ? row
                    : throw new InvalidOperationException($"The vocabulary {name} has a row without two columns: {line}")
            );
        }

        return rows.ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);
    }
}
