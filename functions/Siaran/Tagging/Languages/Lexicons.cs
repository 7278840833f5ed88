using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Languages;

/// <summary>The languages that have a file <c>lexicon.LANGUAGE.tsv</c>.</summary>
internal sealed class Lexicons
{
    private const string Usual = "id";

    private readonly Dictionary<string, Lazy<Lexicon>> byLanguage = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="files">The vocabularies.</param>
    /// <param name="titles">Titles of those who head listed bodies, which are offices of the usual language.</param>
    /// <param name="fields">Words that listed bodies are named by, which are fields of offices there.</param>
    public Lexicons(VocabularyFiles files, IEnumerable<string> titles, IEnumerable<string> fields)
    {
        foreach (var (language, name) in files.Languages("lexicon"))
        {
            // The project's own are made when a release of the language comes, and tests hold them. One
            // that an editor changed is made at once, so that a mistake in it shows at once.
            byLanguage[language] = files.IsOwn(name) ? new(() => new Lexicon(files, name)) : new(new Lexicon(files, name));
        }

        var usual = byLanguage[Usual].Value;
        foreach (var title in titles)
        {
            usual.Office.Add(title, title);
        }

        foreach (var field in fields)
        {
            usual.Field.Add(field, field);
        }
    }

    /// <summary>The lexicon of a language tag (BCP 47), or the Indonesian one.</summary>
    // A text of an unknown language is read as Indonesian: most uploads name no language and are
    // Indonesian.
    public Lexicon For(string language) => (byLanguage.GetValueOrDefault(language.Split('-')[0]) ?? byLanguage[Usual]).Value;
}
