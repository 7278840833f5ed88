using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Regulations;

/// <summary>The words by which regulations are recognised.</summary>
internal sealed class RegulationWords
{
    public RegulationWords(VocabularyFiles files)
    {
        foreach (var row in files.Rows("regulation-kinds.tsv"))
        {
            var kind = BySlug[row[0]] = new RegulationKind(row[0], row[1], row[2] == "after")
            {
                IssuedBy = row.Length > 4 ? LevelOf(row[4]) : null,
                Numbering = NumberingOf(row.Length > 5 ? row[5] : ""),
            };
            AddNames(kind, row[3]);
        }

        foreach (var row in files.Languages("regulation-kinds").SelectMany(file => files.Rows(file.Name)))
        {
            AddNames(BySlug[row[0]], row[1]);
        }

        foreach (var row in files.Languages("regulation-words").SelectMany(file => files.Rows(file.Name)))
        {
            Role(row[0]).UnionWith(row[1].Split('|').Select(word => Tokenizer.Hash(word)));
        }

        foreach (var row in files.Rows("regulations.tsv"))
        {
            Subjects[row[0]] = row[1];
            // A code without a number ("kuhp") is a kind of its own.
            if (!row[0].Contains('-', StringComparison.Ordinal))
            {
                BySlug[row[0]] = new RegulationKind(row[0], row[2].Split('|')[0], HasIssuer: false);
            }

            foreach (var name in row.Length > 2 && row[2].Length > 0 ? row[2].Split('|') : [])
            {
                Names.Add(name, row[0]);
            }
        }
    }

    public PhraseMap<RegulationKind> Kinds { get; } = new();

    /// <summary>Regulations that have a name of their own (<c>UU Desa</c>), to their slugs.</summary>
    public PhraseMap<string> Names { get; } = new();

    /// <summary>What well-known regulations are about, by slug.</summary>
    public Dictionary<string, string> Subjects { get; } = [];

    public Dictionary<string, RegulationKind> BySlug { get; } = [];

    /// <summary>Words that announce a number: <c>nomor</c>, <c>no</c>.</summary>
    public HashSet<ulong> Numbers { get; } = [];

    /// <summary>Words that announce a year: <c>tahun</c>.</summary>
    public HashSet<ulong> Years { get; } = [];

    /// <summary>Words that announce a subject: <c>tentang</c>.</summary>
    public HashSet<ulong> Abouts { get; } = [];

    /// <summary>Words that join numbers or titles: <c>dan</c>, <c>serta</c>.</summary>
    public HashSet<ulong> Ands { get; } = [];

    /// <summary>Words of the state's name, which may stand after a kind: <c>Republik</c>.</summary>
    public HashSet<ulong> States { get; } = [];

    /// <summary>Words that end a regulation's subject.</summary>
    public HashSet<ulong> SubjectEnds { get; } = [];

    /// <summary>Words that a title writes small: <c>dan</c>, <c>dalam</c>.</summary>
    public HashSet<ulong> Within { get; } = [];

    /// <summary>Words between a kind and its number where a regulation speaks of itself: <c>Surat edaran ini bernomor …</c>.</summary>
    public HashSet<ulong> These { get; } = [];

    /// <summary>Names of kinds that are short and yet no acronyms: <c>Law</c>.</summary>
    public HashSet<ulong> ShortWords { get; } = [];

    private HashSet<ulong> Role(string name) =>
        name switch
        {
            "number" => Numbers,
            "year" => Years,
            "about" => Abouts,
            "and" => Ands,
            "state" => States,
            "end" => SubjectEnds,
            "within" => Within,
            "this" => These,
            _ => throw new InvalidDataException($"There is no role of words in citations named {name}."),
        };

    private static RegionCue? LevelOf(string name) =>
        name switch
        {
            "" => null,
            "any" => RegionCue.None,
            _ => Enum.Parse<RegionCue>(name, ignoreCase: true),
        };

    private static RegulationNumbering NumberingOf(string name) =>
        name switch
        {
            "" => RegulationNumbering.Plain,
            "whole-number" => RegulationNumbering.WholeNumber,
            "joint" => RegulationNumbering.Joint,
            "constitution" => RegulationNumbering.Constitution,
            _ => throw new InvalidDataException($"There is no trait of regulations named {name}."),
        };

    private void AddNames(RegulationKind kind, string names)
    {
        foreach (var name in names.Split('|').SelectMany(WithShortForm))
        {
            Kinds.Add(name, kind);
            // "Law" is as short as an acronym, but a word: it is exempt from the rule of capitals.
            if (name.Length <= RegulationReader.LongestShortForm && name.Any(char.IsLower))
            {
                ShortWords.Add(Tokenizer.Hash(name));
            }
        }
    }

    /// <summary>Whoever writes <c>Peraturan Menteri</c> may write <c>Permen</c> too.</summary>
    private static IEnumerable<string> WithShortForm(string name) =>
        name.StartsWith("Peraturan Menteri ", StringComparison.Ordinal) ? [name, "Permen " + name["Peraturan Menteri ".Length..]]
        : name.StartsWith("Keputusan Menteri ", StringComparison.Ordinal) ? [name, "Kepmen " + name["Keputusan Menteri ".Length..]]
        : [name];
}
