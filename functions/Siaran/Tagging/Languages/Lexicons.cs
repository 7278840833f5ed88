using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Languages;

/// <summary>The languages that have a file <c>lexicon.LANGUAGE.tsv</c>.</summary>
internal sealed class Lexicons
{
    private const string Usual = "id";

    private readonly Dictionary<string, Lexicon> byLanguage = new(StringComparer.OrdinalIgnoreCase);

    public Lexicons(VocabularyFiles files)
    {
        foreach (var (language, name) in files.Languages("lexicon"))
        {
            byLanguage[language] = new(files, name);
        }
    }

    /// <summary>The lexicon of a language tag (BCP 47), or the Indonesian one.</summary>
    // A text of an unknown language is read as Indonesian: most uploads name no language and are
    // Indonesian.
    public Lexicon For(string language) => byLanguage.GetValueOrDefault(language.Split('-')[0]) ?? byLanguage[Usual];
}
