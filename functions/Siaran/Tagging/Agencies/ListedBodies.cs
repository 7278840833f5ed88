using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Looks bodies up by an acronym, by a misspelt name with one, or by the whole name.</summary>
/// <param name="names">All names of bodies.</param>
internal sealed class ListedBodies(AgencyNames names)
{
    private const int Most = 3;
    private const int Shortest = 12;
    private const int Longest = 80;

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

    /// <summary>
    /// The listed body of an acronym behind the beginning of its name, or behind the name misspelt: <c>Badan Penanggulangan (BPBD)</c>,
    /// <c>Badan Penangulangan Bencana Daerah (BPBD)</c>; null where the acronym is of none, or of another.
    /// </summary>
    public AgencyName? Meant(ReadOnlySpan<Token> tokens, string written, int acronym)
    {
        if (names.Names.Match(tokens, acronym, out var listed) != 1)
        {
            return null;
        }

        var name = listed[0].Name;
        return name.StartsWith(written + " ", StringComparison.OrdinalIgnoreCase) || AreNear(written, name, Most) ? listed[0] : null;
    }

    /// <summary>The office of regions whose name is a letter or two from a misspelt one: <c>Dinas Kesahatan</c>; null for none.</summary>
    public AgencyName? Near(string written)
    {
        foreach (var body in names.BySlug.Values)
        {
            if (body.IsLocal && body.Name.Length >= Shortest && AreNear(written, body.Name, Most - 1))
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>Whether two names begin with the same word and differ in a few letters alone.</summary>
    private static bool AreNear(string written, string name, int most)
    {
        var head = name.IndexOf(' ', StringComparison.Ordinal);
        return head > 0
            && Math.Abs(written.Length - name.Length) <= most
            && written.Length <= Longest
            && name.Length <= Longest
            && written.AsSpan().StartsWith(name.AsSpan(0, head + 1), StringComparison.OrdinalIgnoreCase)
            && Distance(written.AsSpan(head), name.AsSpan(head)) <= most;
    }

    /// <summary>How many letters are to be put in, taken out or changed.</summary>
    // By rows of the usual table: O(letters²), for names that no list has alone.
    private static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }

    /// <summary>The listed body of exactly a name; null where there is none.</summary>
    public AgencyName? Named(string name)
    {
        var tokens = Tokenizer.Read(name);
        return tokens.Length > 0 && names.Names.Match(tokens, 0, out var found) == tokens.Length ? found[0] : null;
    }
}
