using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Governments of states within one, which Malay writes with a small letter too: <c>kerajaan Kelantan</c>.</summary>
internal static class StateGovernments
{
    private const string Government = "kerajaan";
    private const string State = "negeri";
    private const string Within = "MY";
    private const int MostOf = 300;

    /// <summary>Adds those that are written small.</summary>
    public static void Add(ReleaseText text, Lexicon lexicon, List<NamedBody> found)
    {
        var tokens = text.Tokens;
        for (var i = 0; i + 1 < tokens.Length && found.Count < MostOf && lexicon.BodyHead.Count > 0 && !lexicon.IsModelled; i++)
        {
            if (tokens[i].Case is not TokenCase.Lower || text.Word(tokens[i]) is not Government)
            {
                continue;
            }

            var at = i + (text.Word(tokens[i + 1]).Equals(State, StringComparison.OrdinalIgnoreCase) ? 2 : 1);
            if (
                at < tokens.Length
                && tokens[at].IsCapital
                && lexicon.Country.Match(tokens, at, out var codes) is > 0 and var length
                && codes[0] == Within
                && lexicon.Currency.Match(tokens, at, out _) == 0
                && !(at + length < tokens.Length && tokens[at + length].IsCapital)
                && !UnlistedBodies.Covered(found, at)
            )
            {
                var label = $"Kerajaan {Spaces.Collapse(text.Words(i + 1, at + length - 1))}";
                found.Add(new(AgencyName.Unlisted(label, isLocal: false), null, i, at + length - 1));
            }
        }
    }
}
