using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Agencies;

/// <summary>A public body by one of its names.</summary>
/// <param name="Slug">Its slug; a local body's without the region.</param>
/// <param name="Name">Its official name.</param>
/// <param name="IsLocal">Whether each province, regency or city has one of its own.</param>
public sealed record AgencyName(string Slug, string Name, bool IsLocal);

/// <summary>All names of public bodies.</summary>
public sealed class AgencyNames
{
    private static readonly string[] Heads =
    [
        "dinas", "badan", "biro", "balai", "kantor", "kementerian", "lembaga", "komisi", "direktorat", "inspektorat", "unit", "uptd", "upt", "rsud", "puskesmas", "universitas", "institut", "politeknik",
        "otoritas", "sekretariat", "kejaksaan", "pengadilan", "perum", "pt", "perumda", "perusda", "majelis", "dewan", "forum", "tim", "satgas", "bagian", "bidang", "kanwil", "bank",
    ];

    public AgencyNames(VocabularyFiles files)
    {
        Add(files, "agencies.tsv", isLocal: false);
        Add(files, "local-agencies.tsv", isLocal: true);
        foreach (var row in files.Languages("agencies").SelectMany(file => files.Rows(file.Name)))
        {
            foreach (var name in row[1].Split('|'))
            {
                Names.Add(name, BySlug[row[0]]);
            }
        }
    }

    public PhraseMap<AgencyName> Names { get; } = new();

    public Dictionary<string, AgencyName> BySlug { get; } = [];

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
            var agency = BySlug[row[0]] = new AgencyName(row[0], row[1], isLocal);
            Names.Add(row[1], agency);
            foreach (var name in row.Length > 2 && row[2].Length > 0 ? row[2].Split('|') : [])
            {
                Names.Add(name, agency);
            }
        }
    }
}
