using Siaran.Releases;
using Siaran.Tagging.Agencies;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regulations;

/// <summary>
/// Gives the office that issued a regulation one slug, however the mention writes it: <c>Perda NTB</c>, <c>Perda Provinsi Nusa Tenggara
/// Barat</c>.
/// </summary>
/// <param name="gazetteer">All regions.</param>
/// <param name="cues">The words for levels of region.</param>
/// <param name="issuerPlace">The place of the release's own issuer, whose regulation it is where no mention says.</param>
internal sealed class RegulationIssuers(RegionGazetteer gazetteer, RegionCues cues, AgencyPlace? issuerPlace)
{
    private const string Province = "provinsi-";

    /// <summary>The citations with their issuers settled.</summary>
    // A regulation's id holds its issuer, and mentions write it in many ways or not at all: without
    // this, one Perda would be several tags. Where the mention says nothing, the law itself says whose
    // it can be: a governor's regulation in a province's release is that province's.
    public IEnumerable<Citation> Resolve(IEnumerable<Citation> citations) =>
        citations.Select(citation =>
            citation.IsNamed || citation.Kind.IssuedBy is not { } level ? citation
            : citation.IssuerName is { } written ? citation with { Issuer = SlugOf(written, level) }
            : issuerPlace is not null && RegionCues.Fits(level, issuerPlace.Level)
                ? citation with
                {
                    Issuer = issuerPlace.Slug,
                    IssuerName = issuerPlace.Label,
                }
            : citation
        );

    private string SlugOf(string written, RegionCue level)
    {
        var tokens = Tokenizer.Read(written);
        var (start, stated) =
            tokens.Length == 0 ? (0, level)
            : cues.LevelOf(tokens[0]) is not RegionCue.None and var named ? (1, named)
            : (0, level);
        start += start > 0 && start < tokens.Length && tokens[start].Kind is TokenKind.Mark ? 1 : 0;
        // The whole rest must be one region's name; a part would make two issuers one.
        if (
            start < tokens.Length
            && gazetteer.Names.Match(tokens, start, out var names) == tokens.Length - start
            && gazetteer.Highest(names, stated, level) is { } meant
        )
        {
            return gazetteer.SlugOf(meant);
        }

        // "Provinsi X" of an unlisted place and "X" are one issuer.
        var slug = Slug.From(written);
        return slug.StartsWith(Province, StringComparison.Ordinal) ? slug[Province.Length..] : slug;
    }
}
