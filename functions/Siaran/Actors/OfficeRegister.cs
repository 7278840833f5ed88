using System.Text.Json.Serialization;
using Siaran.Releases;

namespace Siaran.Actors;

/// <summary>An office that issues releases.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; it never changes.</param>
/// <param name="Name">For people.</param>
public sealed record PressOffice(string Id, string Name)
{
    /// <summary>
    /// The names by which releases call it besides its own: a release that says one of them and notes no office belongs to it.
    /// </summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Whether someone other than its writer approves a draft before it is published from the desk.</summary>
    public bool SecondEyes { get; init; }

    /// <summary>Whether readers may write under its releases; a moderator looks at each reply before anybody sees it.</summary>
    public bool Replies { get; init; }

    /// <summary>Whether a release that gives this as its agency is its own.</summary>
    public bool IsNamed(string? agency) =>
        agency is not null && Agencies.Append(Name).Contains(agency.Trim(), StringComparer.OrdinalIgnoreCase);
}

[JsonConverter(typeof(JsonStringEnumConverter<HolderKind>))]
public enum HolderKind
{
    /// <summary>A function key: its id is the key's SHA-256, in lower-case hexadecimal digits.</summary>
    [JsonStringEnumMemberName("key")]
    Key,

    /// <summary>A person who signs in: the id is their object id or user name.</summary>
    [JsonStringEnumMemberName("identity")]
    Identity,

    /// <summary>Whoever may write to a folder of <c>incoming</c>: the id is the first part of the blob's name.</summary>
    [JsonStringEnumMemberName("folder")]
    Folder,
}

/// <summary>What may act for offices.</summary>
/// <param name="Kind">Says what <paramref name="Id"/> is.</param>
/// <param name="Id">Compared without regard to case.</param>
/// <param name="Name">As the audit calls it.</param>
/// <param name="Offices">Ids of offices, that of new releases first.</param>
public sealed record Holder(HolderKind Kind, string Id, string Name, IReadOnlyList<string> Offices);

/// <summary>The offices, and who may act for which. The operator keeps it; without any office, everyone acts for all.</summary>
public sealed record OfficeRegister
{
    /// <summary>Entries of a kind that a register may have.</summary>
    public const int Most = 500;

    private const int LongestName = 200;

    public static OfficeRegister None { get; } = new();

    public IReadOnlyList<PressOffice> Offices { get; init; } = [];

    public IReadOnlyList<Holder> Holders { get; init; } = [];

    /// <summary>Whether changes are kept apart by office.</summary>
    [JsonIgnore]
    public bool IsConfigured => Offices.Count > 0;

    /// <summary>What may act by this key, identity or folder; null where it is not known.</summary>
    public Holder? Find(HolderKind kind, string id) =>
        Holders.FirstOrDefault(holder => holder.Kind == kind && holder.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The office that a release belongs to; null where it belongs to none.</summary>
    public string? OfficeOf(Release release) =>
        release.Office ?? Offices.FirstOrDefault(office => office.IsNamed(release.Content.Agency))?.Id;

    /// <summary>Of an actor's offices the one that a new release belongs to: the one that it names, or else the first.</summary>
    /// <returns>Null where no offices are kept apart.</returns>
    public string? OfficeFor(Actor actor, string? agency) =>
        !IsConfigured ? null
        : Offices.FirstOrDefault(office => actor.ActsFor(office.Id) && office.IsNamed(agency)) is { } named ? named.Id
        : actor.Offices is { Count: > 0 } own ? own[0]
        : null;

    /// <summary>What is wrong with it, a sentence each; none where it may be kept.</summary>
    public IEnumerable<string> Flaws()
    {
        if (Offices.Count > Most || Holders.Count > Most)
        {
            yield return $"A register has at most {Most} offices and {Most} holders.";
        }

        foreach (var office in Offices)
        {
            // Read from JSON, where an element may be null whatever its type says.
            if (office is null || office.Id is not { Length: > 0 and <= 40 } id || Slug.From(id) != id || !IsName(office.Name))
            {
                yield return $"The office '{office?.Id}' needs an id of lower-case letters, digits and hyphens (at most 40), and a name.";
            }
        }

        foreach (var twice in Offices.GroupBy(office => office?.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"There is more than one office '{twice.Key}'.";
        }

        foreach (var flaw in Holders.Select(FlawOf).OfType<string>())
        {
            yield return flaw;
        }

        foreach (var twice in Holders.GroupBy(holder => (holder?.Kind, holder?.Id?.ToUpperInvariant())).Where(same => same.Count() > 1))
        {
            yield return $"There is more than one {twice.First()?.Kind} '{twice.First()?.Id}'.";
        }
    }

    private string? FlawOf(Holder? holder) =>
        holder is null || !IsName(holder.Id) || !IsName(holder.Name) ? $"The holder '{holder?.Name}' needs an id and a name."
        : holder.Kind is HolderKind.Key && !(holder.Id.Length == 64 && holder.Id.All(char.IsAsciiHexDigit))
            ? $"The key '{holder.Name}' is given by its SHA-256: 64 hexadecimal digits."
        : holder.Offices is not { Count: > 0 } offices ? $"The holder '{holder.Name}' acts for no office."
        : offices.FirstOrDefault(id => Offices.All(office => office?.Id != id)) is { } unknown
            ? $"The holder '{holder.Name}' acts for '{unknown}', which is no office."
        : null;

    private static bool IsName(string? name) => name is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);
}
