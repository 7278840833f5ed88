using Siaran.Tagging.Agencies.Patterns;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Makes bodies on no list one by the acronyms that a text gives them, in languages that the model did not learn: two spellings of a name
/// with the same letters behind them, the letters alone, a unit with its body's letters, <c>Jabatan Sungai MPD</c> and <c>Jabatan Sungai,
/// Majlis Perbandaran Damar (MPD)</c>, and letters for the words before them within a longer name.
/// </summary>
internal static class SameAcronyms
{
    private const int ShortestAcronym = 3;

    /// <summary>Gives the bodies the names of those that they are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Its bodies, renamed in place.</param>
    /// <param name="names">All listed bodies, which keep their names.</param>
    public static void Unite(ReleaseText text, List<NamedBody> found, AgencyNames names)
    {
        var given = Given(text, found, names);
        Dictionary<string, NamedBody> meant = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (acronym, body) in given)
        {
            meant.TryAdd(acronym, body);
        }

        AddWithin(text, found, names, meant);
        var units = found.Where(body => IsUnitOf(text, body, meant)).DistinctBy(body => body.Name.Slug).ToList();
        if (meant.Count == 0 && units.Count == 0)
        {
            return;
        }

        Dictionary<string, AgencyName> wholes = [];
        foreach (var body in found)
        {
            if (!IsListed(body, names) && WholeOf(text, body, meant, units) is { } whole)
            {
                wholes.TryAdd(body.Name.Slug, whole.Name);
            }
        }

        // By slug, for the letters alone stand for the name too.
        for (var i = 0; i < found.Count && wholes.Count > 0; i++)
        {
            found[i] = wholes.TryGetValue(found[i].Name.Slug, out var whole) ? found[i] with { Name = whole } : found[i];
        }
    }

    private static NamedBody? WholeOf(ReleaseText text, NamedBody body, Dictionary<string, NamedBody> meant, List<NamedBody> units) =>
        meant.GetValueOrDefault(body.Name.Name)
        ?? (AcronymBehind(text, body) is { } letters && meant.TryGetValue(letters, out var same) && AreAlike(body, same) ? same : null)
        ?? OnlyUnit(units, body, text);

    /// <summary>The acronyms that the text gives bodies on no list, each with the longest name before them.</summary>
    private static Dictionary<string, NamedBody> Given(ReleaseText text, List<NamedBody> found, AgencyNames names)
    {
        Dictionary<string, NamedBody> given = [];
        foreach (var body in found)
        {
            if (
                !IsListed(body, names)
                && body.Last > body.First
                && AcronymBehind(text, body) is { } acronym
                && (!given.TryGetValue(acronym, out var known) || (AreAlike(body, known) && known.Name.Name.Length < body.Name.Name.Length))
            )
            {
                given[acronym] = body;
            }
        }

        return given;
    }

    /// <summary>Adds what longer names are called by the acronym within them: <c>DBU Health Board</c>.</summary>
    private static void AddWithin(ReleaseText text, List<NamedBody> found, AgencyNames names, Dictionary<string, NamedBody> meant)
    {
        foreach (var body in found)
        {
            for (var i = body.First + 1; !IsListed(body, names) && i + 2 < body.Last; i++)
            {
                if (IsGivenAt(text, i))
                {
                    meant.TryAdd($"{text.Word(text.Tokens[i + 1])} {Spaces.Collapse(text.Words(i + 3, body.Last))}", body);
                }
            }
        }
    }

    /// <summary>Whether a body's name ends with the letters that the text gives another.</summary>
    private static bool IsUnitOf(ReleaseText text, NamedBody body, Dictionary<string, NamedBody> meant) =>
        body.Last > body.First + 1
        && text.Tokens[body.Last].Length >= ShortestAcronym
        && NameStops.IsAcronym(text, text.Tokens[body.Last])
        && (meant.ContainsKey(text.Word(text.Tokens[body.Last]).ToString()) || IsGivenAnywhere(text, text.Tokens[body.Last]));

    /// <summary>The only unit that has a body's name and the letters of another behind it; null where there is none, or several.</summary>
    private static NamedBody? OnlyUnit(List<NamedBody> units, NamedBody body, ReleaseText text)
    {
        NamedBody? only = null;
        foreach (var unit in units)
        {
            var length = unit.Name.Name.Length - text.Tokens[unit.Last].Length - 1;
            if (length == body.Name.Name.Length && unit.Name.Name.StartsWith(body.Name.Name, StringComparison.OrdinalIgnoreCase))
            {
                if (only is not null)
                {
                    return null;
                }

                only = unit;
            }
        }

        return only;
    }

    private static bool IsGivenAnywhere(ReleaseText text, Token letters)
    {
        for (var i = 1; i + 2 < text.Tokens.Length; i++)
        {
            if (text.Tokens[i + 1].Hash == letters.Hash && IsGivenAt(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two bodies are named by the same first word.</summary>
    private static bool AreAlike(NamedBody one, NamedBody other)
    {
        var (name, same) = (one.Name.Name, other.Name.Name);
        var length = name.IndexOf(' ', StringComparison.Ordinal);
        return length > 0 && same.StartsWith(name[..(length + 1)], StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsListed(NamedBody body, AgencyNames names) => body.Name.IsLocal || names.BySlug.ContainsKey(body.Name.Slug);

    private static string? AcronymBehind(ReleaseText text, NamedBody body) =>
        IsGivenAt(text, body.Last + 1) ? text.Word(text.Tokens[body.Last + 2]).ToString() : null;

    /// <summary>Whether letters in brackets are at a token.</summary>
    private static bool IsGivenAt(ReleaseText text, int open) =>
        open > 0
        && open + 2 < text.Tokens.Length
        && text.IsMark(text.Tokens[open], '(')
        && text.IsMark(text.Tokens[open + 2], ')')
        && text.Tokens[open + 1].Length >= ShortestAcronym
        && NameStops.IsAcronym(text, text.Tokens[open + 1]);
}
