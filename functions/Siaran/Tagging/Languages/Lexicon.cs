using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Languages;

/// <summary>The words of one language by which figures, dates, quotes and offices are read.</summary>
internal sealed class Lexicon
{
    private static readonly PhraseMap<string> None = new();

    private readonly Dictionary<string, PhraseMap<string>> lists = [];

    public Lexicon(VocabularyFiles files, string file)
    {
        foreach (var row in files.Rows(file))
        {
            if (row[0] == "decimal")
            {
                DecimalMark = row[1][0];
                continue;
            }

            if (row[0] == "verb-prefix")
            {
                VerbPrefixes = row[1].Split('|');
                continue;
            }

            var list = lists.TryGetValue(row[0], out var known) ? known : lists[row[0]] = new();
            foreach (var word in row[1].Split('|'))
            {
                list.Add(word, row[2]);
            }
        }
    }

    /// <summary>What parts whole numbers from fractions.</summary>
    public char DecimalMark { get; } = ',';

    /// <summary>What verbs begin with, in a language where that tells them from nouns: <c>di</c>, <c>ber</c>.</summary>
    public IReadOnlyList<string> VerbPrefixes { get; } = [];

    /// <summary>A list; empty where the language has none of that name.</summary>
    public PhraseMap<string> this[string list] => lists.GetValueOrDefault(list, None);
}
