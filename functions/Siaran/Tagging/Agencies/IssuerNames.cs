using Siaran.Releases;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Reads the name of the body that issues a release, with nothing about it.</summary>
/// <param name="names">All names of bodies.</param>
/// <param name="places">Reads the place of a local body.</param>
/// <param name="offices">Reads the place of a national body's branch.</param>
internal sealed class IssuerNames(AgencyNames names, AgencyPlaces places, LocalOffices offices)
{
    /// <summary>What a name alone says, as an upload's <c>agency</c> gives it: the body and its place.</summary>
    public (string Slug, string Label, AgencyPlace? Place) Parse(string name)
    {
        // An upload's agency is a name and nothing else, so it is read stricter than running text: what
        // does not fit as a whole is a body of its own, with a slug of all its words. Better a feed too
        // many than an office's releases in another's feed.
        var tokens = Tokenizer.Read(name);
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = names.Names.Match(tokens, i, out var meanings);
            if (length == 0)
            {
                continue;
            }

            var at = i + length;
            var body = meanings[0];
            if (!body.IsLocal && names.HasBranches(body) && i == 0 && offices.BranchPlace(name, tokens, ref at) is { } branch)
            {
                return at == tokens.Length
                    ? (AgencyIdentity.Of(names.BranchOf(body, branch), branch).Slug, name, branch)
                    : (Slug.From(name), name, branch);
            }

            if (!body.IsLocal)
            {
                return at == tokens.Length && i == 0 ? (body.Slug, body.Name, null) : (Slug.From(name), name, null);
            }

            // "Biro Hukum Setda Provinsi NTB": a unit and the body it belongs to. The place comes
            // behind both.
            var superior =
                at < tokens.Length && names.Names.Match(tokens, at, out var above) is > 0 and var joined && above[0].IsLocal ? joined : 0;
            at += superior;
            var place =
                at < tokens.Length
                    ? places.Read(name, tokens, ref at, body.Serves)
                        ?? (i == 0 ? new AgencyPlace(Slug.From(name[tokens[at].Start..]), name[tokens[at].Start..]) : null)
                : body.IsForeign && places.Before(name, tokens, i, body.Serves) is { First: 0 } before ? before.Place
                : null;
            var isWhole = i == 0 || (body.IsForeign && place is not null);
            return isWhole ? (AgencyIdentity.Of(body, place).Slug, name, place) : (Slug.From(name), name, place);
        }

        return (Slug.From(name), name, null);
    }
}
