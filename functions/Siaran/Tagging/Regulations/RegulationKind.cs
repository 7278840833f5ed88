using Siaran.Tagging.Regions;

namespace Siaran.Tagging.Regulations;

/// <summary>A kind of regulation.</summary>
/// <param name="Slug">The first part of a regulation's id, such as <c>inpres</c>.</param>
/// <param name="Label">The usual short form, such as <c>Inpres</c>.</param>
/// <param name="HasIssuer">Whether the office that issued it belongs to its identity (<c>Perda Kabupaten …</c>).</param>
internal sealed record RegulationKind(string Slug, string Label, bool HasIssuer)
{
    /// <summary>
    /// The level of region whose office issues it, <see cref="RegionCue.None"/> where each level has such; null where no region does.
    /// </summary>
    public RegionCue? IssuedBy { get; init; }

    /// <summary>How its number is written.</summary>
    public RegulationNumbering Numbering { get; init; }
}

/// <summary>How the number of a kind of regulation is written, by the vocabulary's word for it.</summary>
internal enum RegulationNumbering : byte
{
    /// <summary>A figure, and a year.</summary>
    Plain,

    /// <summary>The whole reference number counts, as in <c>90/PUU-XXI/2023</c>, not its first figure alone.</summary>
    WholeNumber,

    /// <summary>Several offices issue it together, so that several numbers are one regulation's.</summary>
    Joint,

    /// <summary>The constitution, which has a year and no number.</summary>
    Constitution,
}

/// <summary>One mention of a regulation.</summary>
/// <param name="Kind">What sort of regulation it is.</param>
/// <param name="Issuer">The office as a slug, where the mention names it.</param>
/// <param name="IssuerName">The office as written.</param>
/// <param name="Number">Its number as a slug.</param>
/// <param name="Year">Null where the mention leaves it out.</param>
/// <param name="Subject">What it is about, in the mention's own words.</param>
/// <param name="Start">Where the mention begins, in UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
internal sealed record Citation(
    RegulationKind Kind,
    string? Issuer,
    string? IssuerName,
    string Number,
    int? Year,
    string? Subject,
    int Start,
    int Length
)
{
    /// <summary>Whether it is cited by a name of its own, whose id the vocabulary gives whole.</summary>
    public bool IsNamed { get; init; }
}
