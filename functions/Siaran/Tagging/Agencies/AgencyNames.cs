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

    /// <summary>What sets it apart from other bodies.</summary>
    public AgencyTrait Trait { get; init; }

    /// <summary>A body on no list by its name.</summary>
    public static AgencyName Unlisted(string name, bool isLocal) => new(Releases.Slug.From(name), name, isLocal);
}

/// <summary>What sets a body apart from others, by the vocabulary's word for it.</summary>
internal enum AgencyTrait : byte
{
    None,

    /// <summary>A national body with a branch in each region, which is named with the region: <c>BPS NTB</c>.</summary>
    Branches,

    /// <summary>A region's government, whose own name has the level already: <c>Pemprov NTB</c>.</summary>
    Government,

    /// <summary>A word for the body of any level, which says nothing without its place: <c>Pemda</c>.</summary>
    AnyLevel,

    /// <summary>A body of which a region has several, so that the issuer's place does not say which: <c>RSUD</c>.</summary>
    NamedWithPlace,

    /// <summary>A short name that means the body only with its place, and other things without: <c>PMI Kota Malang</c>.</summary>
    OnlyWithPlace,

    /// <summary>A body that is named for its place, which may be a town that is no region: <c>BKSDA</c>.</summary>
    Seated,

    /// <summary>The same, but without a place it is the region's own: <c>Pengadilan Agama</c>.</summary>
    OwnOrSeated,

    /// <summary>A word for a kind of body, which says nothing without a place or a name of its own: <c>Rumah Sakit</c>.</summary>
    WithOwnName,
}

/// <summary>All names of public bodies, and the titles of those who head them.</summary>
internal sealed class AgencyNames
{
    private const string Ministry = "Kementerian ";
    private const string MisspeltMinistry = "Kementrian ";
    private const string EnglishMinistry = "Ministry of ";
    private const string And = " dan ";
    private const string Office = "Dinas ";
    private const string Directorate = "Direktorat Jenderal ";
    private const string ShortDirectorate = "Ditjen ";
    private const int ShortestWord = 3;
    private const int ShortestContraction = 5;

    private static readonly string[] ServicePrefixes = ["Dis", "Din", "Dik", "Bape", "Bapp"];

    /// <exception cref="InvalidDataException">A vocabulary has a role or a trait that nothing reads: most likely a typing
    /// mistake.</exception>
    public AgencyNames(VocabularyFiles files)
    {
        foreach (var row in files.Rows("agency-words.tsv"))
        {
            AddWords(row[0], row[1].Split('|'));
        }

        Add(files, "agencies.tsv", isLocal: false);
        Add(files, "local-agencies.tsv", isLocal: true);
        foreach (var (name, slug, trait) in bound)
        {
            Names.Add(name, BySlug[slug] with { Trait = trait, Serves = RegionCue.RegencyOrCity });
        }

        Languages = [.. files.Languages("agencies").Select(file => file.Language)];
        AddForeign(files);
    }

    /// <summary>Fields and how offices' names shorten them: <c>Lingkungan Hidup</c>, <c>LH</c>.</summary>
    private readonly List<(string Field, string Short)> shortForms = [];

    /// <summary>
    /// Words of names of bodies on no list, and how their slugs have them, with the spaces about them: <c>Direktorat Jenderal</c>,
    /// <c>Ditjen</c>.
    /// </summary>
    private readonly List<(string Written, string Meant)> spellings = [];

    /// <summary>National bodies whose branches have names of their own: in a province, and in a regency or city.</summary>
    private readonly Dictionary<string, (string Province, string Regency)> regional = [];

    /// <summary>Acronyms that mean a local body with its place alone: <c>KIP</c>.</summary>
    private readonly List<(string Name, string Slug, AgencyTrait Trait)> bound = [];

    /// <inheritdoc cref="spellings"/>
    public IReadOnlyList<(string Written, string Meant)> Spellings => spellings;

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

    /// <summary>The same words as text, for the words of the language that the names are in.</summary>
    public List<string> WordNames { get; } = [];

    /// <summary>The titles as text.</summary>
    public List<string> TitleNames { get; } = [];

    /// <summary>Words that names of public bodies begin with, and of those who act with them: <c>Dinas</c>.</summary>
    // The entity model decides what is an organisation, and this list only which of them count as public
    // bodies. Without it each company that a release names would become an agency with a feed.
    public HashSet<ulong> Heads { get; } = [];

    /// <summary>Heads behind which several fields are listed, since one office of a region has them all.</summary>
    public HashSet<ulong> ListHeads { get; } = [];

    /// <summary>Heads behind which several fields may be listed, and a place shows whose body it is: <c>Badan</c>.</summary>
    public HashSet<ulong> FieldHeads { get; } = [];

    /// <summary>Words that join the last field of a list: <c>dan</c>.</summary>
    public HashSet<ulong> Ands { get; } = [];

    /// <summary>Whoever heads a body or a region, so that another name begins: <c>Kepala</c>.</summary>
    public HashSet<ulong> Officers { get; } = [];

    /// <summary>Words that say in a body's name alone that a province follows: <c>Daerah</c>.</summary>
    public HashSet<ulong> ProvinceWords { get; } = [];

    /// <summary>Words between a national body and the place of its branch: <c>Cabang</c>.</summary>
    public HashSet<ulong> BranchWords { get; } = [];

    /// <summary>Words for units of a government, which are bodies with its name: <c>Biro</c>.</summary>
    public HashSet<ulong> UnitHeads { get; } = [];

    /// <summary>What is counted in schools, so that the number before it is no school's: <c>siswa</c>.</summary>
    public HashSet<ulong> Counted { get; } = [];

    /// <summary>Who heads an office, by a short title before the office's fields: <c>Kadis</c>.</summary>
    public HashSet<ulong> OfficeHeads { get; } = [];

    /// <summary>Who heads or runs an office, before its name: <c>Kepala</c>, and no <c>Ketua</c>, who heads clubs too.</summary>
    public HashSet<ulong> HeadsOfOffices { get; } = [];

    /// <summary>What leads from a government to the list of its offices: <c>seperti</c>.</summary>
    public HashSet<ulong> ListOpeners { get; } = [];

    /// <summary>What says, before a place, that offices of its government follow: <c>OPD</c>.</summary>
    public HashSet<ulong> OfficesOf { get; } = [];

    /// <summary>Words that begin as short names of offices do, and are none: <c>Distrik</c>.</summary>
    public HashSet<ulong> NoOffices { get; } = [];

    /// <summary>What is between a city's level and its name: <c>Administrasi</c>.</summary>
    public HashSet<ulong> Administrative { get; } = [];

    /// <summary>Words between <c>Tipe</c> and its letter: <c>Madya Pabean</c>.</summary>
    public HashSet<ulong> ClassWords { get; } = [];

    /// <summary>Slugs of bodies that are of no state: <c>world-bank</c>.</summary>
    public HashSet<string> International { get; } = [];

    /// <summary>Slugs of national bodies whose branch is meant wherever a text is of one region: <c>kpu</c>.</summary>
    public HashSet<string> OfText { get; } = [];

    /// <summary>Slugs of national bodies whose offices serve several regions, so that a regency's list names no own one.</summary>
    public HashSet<string> Wide { get; } = [];

    /// <summary>Slugs of bodies that are in the city where a city and a regency share the name that they are named with.</summary>
    public HashSet<string> InCities { get; } = [];

    /// <summary>Slugs of bodies that are any of their kind without their place: <c>lapas</c>.</summary>
    public HashSet<string> AnyOfKind { get; } = [];

    /// <summary>What units of a ministry begin with, which is named behind them: <c>Direktorat</c>.</summary>
    public HashSet<ulong> PartsOfMinistries { get; } = [];

    /// <summary>Names of the branches alone that a national body has in regions: <c>KPUD</c>.</summary>
    public HashSet<ulong> Regionals { get; } = [];

    /// <summary>What says behind a body that it is the place's own: <c>setempat</c>.</summary>
    public HashSet<ulong> Here { get; } = [];

    /// <summary>Who heads a body, and the word that the body's name begins with instead: <c>Kapolres</c>, <c>Polres</c>.</summary>
    public Dictionary<ulong, string> OfOfficers { get; } = [];

    /// <summary>Short words for a body's office, and what they are short for: <c>Kanim</c>, <c>Kantor Imigrasi</c>.</summary>
    public Dictionary<ulong, string> ShortHeads { get; } = [];

    /// <summary>What comes before such a short word where it is of another name: <c>Ditjen</c>.</summary>
    public HashSet<ulong> NoShortBehind { get; } = [];

    /// <summary>Words for parts of a force: <c>Kompi</c>.</summary>
    public HashSet<ulong> ForceParts { get; } = [];

    /// <summary>Slugs of two bodies that are one where a region has both: <c>kpu</c> and <c>kip</c>.</summary>
    public List<(string Slug, string Twin)> Twins { get; } = [];

    /// <summary>Slugs of the bodies that such units are of: <c>setda</c>.</summary>
    public HashSet<string> Superiors { get; } = [];

    /// <summary>What names of governments begin with: <c>Pemerintah</c>.</summary>
    public HashSet<ulong> GovernmentWords { get; } = [];

    /// <summary>What comes before the class of a court or a prison: <c>Kelas</c>.</summary>
    public HashSet<ulong> Classes { get; } = [];

    /// <summary>What says between a body of police and its place that it is a metropolis: <c>Metro</c>.</summary>
    public HashSet<ulong> Metropolis { get; } = [];

    /// <summary>What names of ministries begin or end with, of which each state has its own: <c>Kementerian</c>.</summary>
    public HashSet<ulong> Ministries { get; } = [];

    /// <summary>Words of kinds of bodies, which name none of them: <c>Sentral</c>.</summary>
    public HashSet<ulong> Generic { get; } = [];

    /// <summary>What English names of bodies end with: <c>Office</c>.</summary>
    public HashSet<ulong> Tails { get; } = [];

    /// <summary>Heads of names that are of persons and places, so that their words are names themselves: <c>Universitas</c>.</summary>
    public HashSet<ulong> NamedFor { get; } = [];

    /// <summary>Whether a word begins as short names of offices do: <c>Dinporabudpar</c>.</summary>
    public static bool BeginsAsService(ReadOnlySpan<char> word)
    {
        foreach (var prefix in ServicePrefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a national body has branches, which are named with their region: <c>KPU Bima</c>.</summary>
    public bool HasBranches(AgencyName body) => body.Trait is AgencyTrait.Branches || regional.ContainsKey(body.Slug);

    /// <summary>Whether a body is a national one's branch by a name of its own: <c>Kanwil Kemenag</c>.</summary>
    public bool IsRegional(AgencyName body) =>
        body.IsLocal && regional.Values.Any(offices => body.Slug == offices.Province || body.Slug == offices.Regency);

    /// <summary>The branch that a national body has in a place: the <c>Kanwil Kemenag</c> where <c>Kemenag</c> is a province's.</summary>
    public AgencyName BranchOf(AgencyName body, AgencyPlace place) =>
        regional.TryGetValue(body.Slug, out var offices)
            ? BySlug[place.Level is RegionLevel.Province ? offices.Province : offices.Regency]
            : body with
            {
                IsLocal = true,
            };

    /// <summary>Words of a role, or pairs and triples of them.</summary>
    private void AddWords(string role, string[] words)
    {
        var pairs = words.Select(word => word.Split('='));
        switch (role)
        {
            case "short":
                shortForms.AddRange(pairs.Select(pair => (pair[0], pair[1])));
                break;
            case "spelling":
                spellings.AddRange(pairs.Select(pair => ($" {pair[0]} ", $" {pair[1]} ")));
                break;
            case "regional":
                foreach (var of in pairs)
                {
                    regional.Add(of[0], (of[1], of[2]));
                }

                break;
            case "only-with-place" or "seated":
                bound.AddRange(pairs.Select(pair => (pair[0], pair[1], TraitOf(role))));
                break;
            case "of-officer" or "short-head":
                var heads = role is "short-head" ? ShortHeads : OfOfficers;
                foreach (var of in pairs)
                {
                    heads.Add(Tokenizer.Hash(of[0]), of[1]);
                }

                break;
            case "twin":
                Twins.AddRange(pairs.Select(pair => (pair[0], pair[1])));
                break;
            case var _ when SlugsOf(role) is { } slugs:
                slugs.UnionWith(words);
                break;
            default:
                Role(role).UnionWith(words.Select(word => Tokenizer.Hash(word)));
                break;
        }
    }

    private void AddForeign(VocabularyFiles files)
    {
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
                    Names.Add(name[EnglishMinistry.Length..] + " Ministry", agency with { Name = names[0], IsForeign = true });
                    Titles.Add("Minister of " + name[EnglishMinistry.Length..], agency);
                    Titles.Add(name[EnglishMinistry.Length..] + " Minister", agency);
                }
            }
        }
    }

    /// <summary>The slugs of a role; null where it is one of words.</summary>
    private HashSet<string>? SlugsOf(string role) =>
        role switch
        {
            "of-text" => OfText,
            "any-of-kind" => AnyOfKind,
            "in-city" => InCities,
            "wide" => Wide,
            "superior" => Superiors,
            "international" => International,
            _ => null,
        };

    private HashSet<ulong> Role(string name) =>
        name switch
        {
            "head" => Heads,
            "list-head" => ListHeads,
            "field-head" => FieldHeads,
            "and" => Ands,
            "officer" => Officers,
            "province" => ProvinceWords,
            "generic" => Generic,
            "ministry" => Ministries,
            "tail" => Tails,
            "named-for" => NamedFor,
            "branch" => BranchWords,
            "class" => Classes,
            "unit-head" => UnitHeads,
            "counted" => Counted,
            "office-head" => OfficeHeads,
            "head-of-office" => HeadsOfOffices,
            "list-opener" => ListOpeners,
            "offices-of" => OfficesOf,
            "no-office" => NoOffices,
            "administrative" => Administrative,
            "class-word" => ClassWords,
            "metropolis" => Metropolis,
            "regional-name" => Regionals,
            "here" => Here,
            "part-of-ministry" => PartsOfMinistries,
            "no-short-behind" => NoShortBehind,
            "force-part" => ForceParts,
            _ => throw new InvalidDataException($"There is no role of words in names of bodies named {name}."),
        };

    private static AgencyTrait TraitOf(string name) =>
        name switch
        {
            "" => AgencyTrait.None,
            "branches" => AgencyTrait.Branches,
            "government" => AgencyTrait.Government,
            "any-level" => AgencyTrait.AnyLevel,
            "named-with-place" => AgencyTrait.NamedWithPlace,
            "only-with-place" => AgencyTrait.OnlyWithPlace,
            "seated" => AgencyTrait.Seated,
            "own-or-seated" => AgencyTrait.OwnOrSeated,
            "with-own-name" => AgencyTrait.WithOwnName,
            _ => throw new InvalidDataException($"There is no trait of bodies named {name}."),
        };

    private void Add(VocabularyFiles files, string file, bool isLocal)
    {
        foreach (var row in files.Rows(file))
        {
            var agency = BySlug[row[0]] = new AgencyName(row[0], row[1], isLocal)
            {
                Serves = row.Length > 4 && row[4].Length > 0 ? Enum.Parse<RegionCue>(row[4], ignoreCase: true) : RegionCue.None,
                Trait = TraitOf(row.Length > 5 ? row[5] : ""),
            };
            foreach (var name in Cell(row, 2).Prepend(row[1]).SelectMany(Written).Distinct())
            {
                Names.Add(name, agency);
                AddWords(name);
                if (agency.Trait is AgencyTrait.Government)
                {
                    GovernmentWords.Add(Tokenizer.Hash(name.Split(' ')[0]));
                }

                // "RI" sets the national body apart from a local one of the same name, and belongs to
                // the span.
                if (!isLocal)
                {
                    Names.Add(name + " RI", agency);
                    Names.Add(name + " Republik Indonesia", agency);
                }

                foreach (var title in TitlesOf(name))
                {
                    AddTitle(title, agency);
                }
            }

            foreach (var title in Cell(row, 3))
            {
                AddTitle(title, agency);
            }
        }
    }

    private void AddTitle(string title, AgencyName agency)
    {
        Titles.Add(title, agency);
        TitleNames.Add(title);
    }

    /// <summary>What those who head a body of this name are called, as the name itself tells.</summary>
    // Titles are contracted as the bodies are: whoever heads the Disdag is the Kadisdag. Derived, for no
    // list of them keeps up with the names.
    private static IEnumerable<string> TitlesOf(string name)
    {
        if (name.StartsWith(Ministry, StringComparison.Ordinal))
        {
            var field = name[Ministry.Length..];
            return ["Menteri " + field, "Wakil Menteri " + field, "Mentri " + field, "Wakil Mentri " + field];
        }

        if (name.StartsWith(Directorate, StringComparison.Ordinal) || name.StartsWith(ShortDirectorate, StringComparison.Ordinal))
        {
            var field = name[(name.StartsWith(Directorate, StringComparison.Ordinal) ? Directorate : ShortDirectorate).Length..];
            return ["Direktur Jenderal " + field, "Dirjen " + field];
        }

        if (name.Contains(' ', StringComparison.Ordinal) || name.Length < ShortestContraction)
        {
            return [];
        }

        var small = name.ToLowerInvariant();
        return name.StartsWith("Kemen", StringComparison.Ordinal)
                ? [$"Men{small[5..]}", $"Wamen{small[5..]}", $"Sesmen{small[5..]}", $"Seskemen{small[5..]}", $"Irjen {name}"]
            : ServicePrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) ? [$"Ka{small}", $"Sek{small}"]
            : [];
    }

    private void AddWords(string name)
    {
        if (NamedFor.Contains(Tokenizer.Hash(name.Split(' ')[0])))
        {
            return;
        }

        // Short words ("dan", "RI") are in persons' names and sentences too.
        foreach (var word in name.Split(' ').Where(word => word.Length > ShortestWord))
        {
            // By hash, as tokens have it: the look-up behind an office allocates nothing.
            var bare = word.TrimEnd(',');
            if (Words.Add(Tokenizer.Hash(bare)))
            {
                WordNames.Add(bare);
            }
        }
    }

    /// <summary>A name as it is spelt, with its fields short, and a ministry's as it is often misspelt.</summary>
    private IEnumerable<string> Written(string name) =>
        [
            .. Listed(name),
            .. Shortened(name),
            .. name.StartsWith(Directorate, StringComparison.Ordinal)
                ? Listed(ShortDirectorate + name[Directorate.Length..])
                : Array.Empty<string>(),
            .. name.StartsWith(Ministry, StringComparison.Ordinal) ? [MisspeltMinistry + name[Ministry.Length..]] : Array.Empty<string>(),
        ];

    /// <summary>A list of words may be written with a comma before its last, without one, or with none at all.</summary>
    // Offices drop the comma before "dan", or all of them. The list keeps the official name alone.
    private static string[] Listed(string name) =>
        name.Contains(',', StringComparison.Ordinal)
            ? [name, name.Replace(", dan ", " dan ", StringComparison.Ordinal), name.Replace(",", "", StringComparison.Ordinal)]
        : name.Contains(And, StringComparison.Ordinal) ? [name, name.Replace(And, " & ", StringComparison.Ordinal)]
        : [name];

    /// <summary>An office's name with one or all of its fields short: <c>Dinas LH</c>.</summary>
    private IEnumerable<string> Shortened(string name)
    {
        if (!name.StartsWith(Office, StringComparison.Ordinal))
        {
            yield break;
        }

        var all = name;
        foreach (var (field, shorter) in shortForms.Where(pair => name.Contains(' ' + pair.Field, StringComparison.Ordinal)))
        {
            all = all.Replace(' ' + field, ' ' + shorter, StringComparison.Ordinal);
            yield return name.Replace(' ' + field, ' ' + shorter, StringComparison.Ordinal);
        }

        yield return all;
    }

    private static string[] Cell(string[] row, int at) => row.Length > at && row[at].Length > 0 ? row[at].Split('|') : [];
}
