using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Regulations;

/// <summary>The words by which regulations are recognised.</summary>
public sealed class RegulationWords
{
    public static readonly ulong Number = Tokenizer.Hash("nomor");
    public static readonly ulong NumberShort = Tokenizer.Hash("no");
    public static readonly ulong Year = Tokenizer.Hash("tahun");
    public static readonly ulong About = Tokenizer.Hash("tentang");
    public static readonly ulong And = Tokenizer.Hash("dan");
    public static readonly ulong AndAlso = Tokenizer.Hash("serta");
    public static readonly ulong Over = Tokenizer.Hash("atas");
    public static readonly ulong Republic = Tokenizer.Hash("republik");
    public static readonly ulong Indonesia = Tokenizer.Hash("indonesia");
    public static readonly ulong RepublicShort = Tokenizer.Hash("ri");

    private static readonly string[] BreakingWords = ["yang", "sebagaimana", "adalah", "akan", "menjadi", "telah", "sudah", "merupakan", "agar", "karena", "tersebut", "ini", "itu"];

    public RegulationWords(VocabularyFiles files)
    {
        foreach (var row in files.Rows("regulation-kinds.tsv"))
        {
            var kind = new RegulationKind(row[0], row[1], row[2] == "after");
            foreach (var name in row[3].Split('|'))
            {
                Kinds.Add(name, kind);
            }

            BySlug[kind.Slug] = kind;
        }

        foreach (var row in files.Rows("regulations.tsv"))
        {
            Subjects[row[0]] = row[1];
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

    /// <summary>Words that end a regulation's subject.</summary>
    public HashSet<ulong> SubjectEnds { get; } = [.. BreakingWords.Select(word => Tokenizer.Hash(word))];
}
