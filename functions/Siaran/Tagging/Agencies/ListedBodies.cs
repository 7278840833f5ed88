using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Looks bodies up by an acronym, by a misspelt name with one, or by the whole name.</summary>
/// <param name="names">All names of bodies.</param>
internal sealed class ListedBodies(AgencyNames names)
{
    /// <summary>The listed national body of an acronym; null where it is of none.</summary>
    public AgencyName? NationalAt(ReadOnlySpan<Token> tokens, int acronym) =>
        names.Names.Match(tokens, acronym, out var listed) == 1 && !listed[0].IsLocal ? listed[0] : null;

    /// <summary>
    /// The national body of an acronym behind a name that begins and ends as the list's does: <c>Badan Meterologi, … Geofisika (BMKG)</c>.
    /// </summary>
    public AgencyName? Misspelt(ReleaseText text, string written, int acronym) =>
        NationalAt(text.Tokens, acronym) is { } listed
        && written.StartsWith(listed.Name.Split(' ')[0] + " ", StringComparison.OrdinalIgnoreCase)
        && written.EndsWith(" " + listed.Name.Split(' ')[^1], StringComparison.OrdinalIgnoreCase)
            ? listed
            : null;

    /// <summary>The listed body of exactly a name; null where there is none.</summary>
    public AgencyName? Named(string name)
    {
        var tokens = Tokenizer.Read(name);
        return tokens.Length > 0 && names.Names.Match(tokens, 0, out var found) == tokens.Length ? found[0] : null;
    }
}
