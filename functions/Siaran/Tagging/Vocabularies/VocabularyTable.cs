using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Vocabularies;

/// <summary>
/// What long vocabularies say, as a file next to them that is read without being loaded. <c>Siaran.Training -- tables</c> makes it, and a
/// test holds it to the vocabularies.
/// </summary>
/// <param name="file">Its name.</param>
/// <param name="sources">The names of the vocabularies that it is made of.</param>
/// <param name="fill">Gathers what they say.</param>
internal sealed class VocabularyTable(
    string file,
    Func<VocabularyFiles, IEnumerable<string>> sources,
    Action<VocabularyFiles, PhraseTableBuilder> fill
)
{
    public string File => file;

    /// <summary>The table; where one of the vocabularies is not the project's it is made of what they say.</summary>
    public PhraseTable Of(VocabularyFiles files)
    {
        if (sources(files).All(files.IsOwn))
        {
            using var own = Open();
            return PhraseTable.Read(own);
        }

        using var made = new MemoryStream();
        Write(files, made);
        made.Position = 0;
        return PhraseTable.Read(made);
    }

    /// <summary>The file within the assembly.</summary>
    /// <exception cref="FileNotFoundException">There is none yet.</exception>
    public Stream Open() =>
        typeof(VocabularyTable).Assembly.GetManifestResourceStream("Siaran.Tagging.Tables." + file)
        ?? throw new FileNotFoundException($"There is no table named {file}.", file);

    public void Write(VocabularyFiles files, Stream stream)
    {
        var table = new PhraseTableBuilder();
        fill(files, table);
        table.Write(stream);
    }
}
