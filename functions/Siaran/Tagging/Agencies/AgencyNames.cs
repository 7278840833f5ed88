using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Agencies;

/// <summary>A public body by one of its names.</summary>
/// <param name="Slug">Its slug; a local body's without the region.</param>
/// <param name="Name">Its official name.</param>
/// <param name="IsLocal">Whether each province, regency or city has one of its own.</param>
internal sealed record AgencyName(string Slug, string Name, bool IsLocal)
{
    /// <summary>The level of region that has such a body; <see cref="RegionCue.None"/> where several have.</summary>
    public RegionCue Serves { get; init; }

    /// <summary>
    /// Whether it is a name in another language, with the place on either side: <c>NTB Health Office</c>.
    /// </summary>
    public bool IsForeign { get; init; }
}

/// <summary>All names of public bodies, and the titles of those who head them.</summary>
internal sealed class AgencyNames
{
    private const string Ministry = "Kementerian ";
    private const string EnglishMinistry = "Ministry of ";
    private const int ShortestWord = 3;

    // Not in a vocabulary file: the entity model decides what is an organisation, and this list only
    // which of them count as public bodies. Without it each company that a release names would become
    // an agency with a feed.
    private static readonly string[] Heads =
    [
        "dinas",
        "badan",
        "biro",
        "balai",
        "kantor",
        "kementerian",
        "lembaga",
        "komisi",
        "direktorat",
        "inspektorat",
        "unit",
        "uptd",
        "upt",
        "rsud",
        "puskesmas",
        "universitas",
        "institut",
        "politeknik",
        "otoritas",
        "sekretariat",
        "kejaksaan",
        "pengadilan",
        "perum",
        "perumda",
        "perusda",
        "majelis",
        "dewan",
        "satgas",
        "kanwil",
        "bank",
    ];

    public AgencyNames(VocabularyFiles files)
    {
        Add(files, "agencies.tsv", isLocal: false);
        Add(files, "local-agencies.tsv", isLocal: true);
        Languages = [.. files.Languages("agencies").Select(file => file.Language)];
        foreach (var row in files.Languages("agencies").SelectMany(file => files.Rows(file.Name)))
        {
            // Files of other languages only add names to bodies that the Indonesian files define. A
            // slug that those do not have throws as soon as the vocabularies are loaded, whatever the
            // release.
            var agency = BySlug[row[0]];
            var names = row[1].Split('|');
            foreach (var name in names)
            {
                Names.Add(name, agency with { Name = agency.IsLocal ? agency.Name : names[0], IsForeign = true });
                AddWords(name);
                // A minister's title follows from the ministry's name, so that it is derived and never
                // listed.
                if (name.StartsWith(EnglishMinistry, StringComparison.Ordinal))
                {
                    Titles.Add("Minister of " + name[EnglishMinistry.Length..], agency);
                    Titles.Add(name[EnglishMinistry.Length..] + " Minister", agency);
                }
            }
        }
    }

    public PhraseMap<AgencyName> Names { get; } = new();

    /// <summary>Titles that name the body too: <c>Menteri Sosial</c>, <c>Mensos</c>, <c>Kapolda</c>.</summary>
    public PhraseMap<AgencyName> Titles { get; } = new();

    /// <summary>The languages that name bodies of this state by a file of their own.</summary>
    public HashSet<string> Languages { get; }

    public Dictionary<string, AgencyName> BySlug { get; } = [];

    /// <summary>
    /// The words that listed bodies are named by, such as <c>Sosial</c> and <c>Informatika</c>: behind an office they are part of it and no
    /// name.
    /// </summary>
    public HashSet<ulong> Words { get; } = [];

    /// <summary>Whether a name that begins with this word is a public body's, or one that acts with them.</summary>
    public static bool IsHead(ReadOnlySpan<char> word)
    {
        foreach (var head in Heads)
        {
            if (word.Equals(head, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(VocabularyFiles files, string file, bool isLocal)
    {
        foreach (var row in files.Rows(file))
        {
            var serves = row.Length > 4 && row[4].Length > 0 ? Enum.Parse<RegionCue>(row[4], ignoreCase: true) : RegionCue.None;
            var agency = BySlug[row[0]] = new AgencyName(row[0], row[1], isLocal) { Serves = serves };
            foreach (var name in Cell(row, 2).Prepend(row[1]).SelectMany(Spellings).Distinct())
            {
                Names.Add(name, agency);
                AddWords(name);
                // "RI" sets the national body apart from a local one of the same name, and belongs to
                // the span.
                if (!isLocal)
                {
                    Names.Add(name + " RI", agency);
                }

                if (name.StartsWith(Ministry, StringComparison.Ordinal))
                {
                    Titles.Add("Menteri " + name[Ministry.Length..], agency);
                }
            }

            foreach (var title in Cell(row, 3))
            {
                Titles.Add(title, agency);
            }
        }
    }

    private void AddWords(string name)
    {
        // Short words ("dan", "RI") are in persons' names and sentences too.
        foreach (var word in name.Split(' ').Where(word => word.Length > ShortestWord))
        {
            // By hash, as tokens have it: the look-up behind an office allocates nothing.
            Words.Add(Tokenizer.Hash(word.AsSpan().TrimEnd(',')));
        }
    }

    /// <summary>The ways in which a name with commas is written.</summary>
    // Offices drop the comma before "dan", or all of them. The list keeps the official name alone.
    private static IEnumerable<string> Spellings(string name) =>
        name.Contains(',', StringComparison.Ordinal)
            ? [name, name.Replace(", dan ", " dan ", StringComparison.Ordinal), name.Replace(",", "", StringComparison.Ordinal)]
            : [name];

    private static string[] Cell(string[] row, int at) => row.Length > at && row[at].Length > 0 ? row[at].Split('|') : [];
}
