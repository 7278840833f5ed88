using Siaran.Tagging.Agencies;
using Siaran.Tagging.Languages;
using Siaran.Tags;

namespace Siaran.Tagging.People;

/// <summary>Tells which body an office belongs to.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="reader">Reads bodies and their places.</param>
/// <param name="agencies">Public bodies found.</param>
/// <param name="issuerPlace">The place of the issuing body.</param>
internal sealed class OfficeBodies(
    Tokens.ReleaseText text,
    Lexicon lexicon,
    AgencyReader reader,
    IReadOnlyList<AgencyMention> agencies,
    AgencyPlace? issuerPlace
)
{
    /// <summary>Whether a word is one that bodies are named by, and no name of a person behind an office.</summary>
    public bool IsBodyWord(Tokens.Token token) => reader.IsBodyWord(token) || (token.IsWord && lexicon.Field.Match([token], 0, out _) == 1);

    /// <summary>
    /// How many tokens from one on are an office, with the field it is for where a body bears it: <c>Menteri Sosial</c>; 0 where none
    /// begins.
    /// </summary>
    public int OfficeAt(int at)
    {
        var tokens = text.Tokens;
        return Math.Max(lexicon.Office.Match(tokens, at, out _), tokens[at].IsCapital ? reader.TitleAt(tokens, at) : 0);
    }

    /// <summary>The body whose name begins at a token; null where none does.</summary>
    public AgencyMention? BodyAt(int token) => agencies.FirstOrDefault(agency => agency.First == token);

    /// <summary>
    /// Whether a title that ends right before a token is of a national body, which no region's name follows: <c>Wamendagri</c>.
    /// </summary>
    public bool IsNational(int at) => reader.NationalTitleBehind(text.Tokens, at);

    /// <summary>The id and label of the body that the office names, or that one of that title heads; nulls where nothing tells.</summary>
    /// <param name="office">Where the office is.</param>
    public (string? Id, string? Label) Of(Tokens.TokenSpan office)
    {
        // A body within the office's own words first, then the title alone ("Mensos" heads one
        // ministry), then the government that an office like "Bupati" heads. The last two need a place,
        // which the text, the issuer or an unlisted name gives.
        if (agencies.FirstOrDefault(agency => agency.First <= office.Last && agency.Last >= office.First) is { } named)
        {
            return Link(named.Slug, named.Label);
        }

        if (reader.HeadedBy(text, office.First, office.Last) is { } headed)
        {
            return headed.Body.IsLocal ? Local(headed.Body, headed.Place) : Link(headed.Body.Slug, headed.Body.Name);
        }

        for (var i = office.First; i <= office.Last; i++)
        {
            if (
                lexicon.GovernmentOf.Match(text.Tokens, i, out var slugs) is > 0 and var length
                && reader.Government(slugs[0]) is { } government
            )
            {
                var behind = PastParentheses(i + length, office.Last);
                return Local(government, reader.PlaceAt(text, behind, government.Serves) ?? Unlisted(behind, office.Last));
            }
        }

        return (null, null);
    }

    /// <summary>A local body by its place, or else the only such body of the text, or else that of the issuer's place.</summary>
    private (string?, string?) Local(AgencyName body, AgencyPlace? place)
    {
        if (place is null)
        {
            var inText = agencies
                .Where(agency => agency.Slug.StartsWith(body.Slug + "-", StringComparison.Ordinal))
                .DistinctBy(agency => agency.Slug)
                .Take(2)
                .ToList();
            // Only where the text has one such body: with two, the office could be of either, and a
            // wrong body is worse than none.
            if (inText is [var only])
            {
                return Link(only.Slug, only.Label);
            }
        }

        return
            (place ?? AgencyIdentity.IssuerPlaceFor(body, issuerPlace)) is { } served
            && AgencyIdentity.Of(body, served) is var (slug, label)
            ? Link(slug, label)
            : (null, null);
    }

    /// <summary>The token behind a short form in parentheses: <c>Wakil Gubernur (Wagub) …</c>.</summary>
    private int PastParentheses(int at, int last)
    {
        var tokens = text.Tokens;
        return at + 2 < last && text.Word(tokens[at]) is "(" && text.Word(tokens[at + 2]) is ")" ? at + 3 : at;
    }

    /// <summary>The rest of an office as a place on no list: <c>Bupati Teluk Jaya</c>; null where a word of it is small.</summary>
    private AgencyPlace? Unlisted(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!text.Tokens[i].IsCapital)
            {
                return null;
            }
        }

        return first > last ? null : new(Releases.Slug.From(text.Words(first, last).ToString()), text.Words(first, last).ToString());
    }

    private static (string, string) Link(string slug, string label) => ($"{TagKind.Agency}:{slug}", label);
}
