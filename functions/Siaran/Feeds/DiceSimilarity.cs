using Siaran.Listings;

namespace Siaran.Feeds;

/// <summary>How like two names are: the pairs of letters that they share (Dice's coefficient, from 0 to 1).</summary>
internal static class DiceSimilarity
{
    // Below it, names that share a few letters by chance would be offered.
    private const double Least = 0.3;

    /// <summary>
    /// At most <paramref name="count"/> of <paramref name="among"/> that are like <paramref name="name"/>, the likest first, of equals in
    /// the order of their names.
    /// </summary>
    public static IEnumerable<T> Nearest<T>(IEnumerable<T> among, Func<T, string> nameOf, string name, int count = 5)
    {
        var wanted = Pairs(name.ToLowerInvariant());
        return among
            .Select(one => (One: one, Name: nameOf(one)))
            .Select(one => (one.One, one.Name, Similarity: Of(wanted, Pairs(one.Name))))
            .Where(one => one.Similarity > Least)
            .OrderByDescending(one => one.Similarity)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(one => one.One);
    }

    public static double Of(HashSet<int> one, HashSet<int> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * other.Count(one.Contains) / (one.Count + other.Count);

    /// <summary>The pairs of letters in the first characters of a name, as many as a feed's key can have.</summary>
    public static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var i = 1; i < Math.Min(text.Length, FeedKey.MaxLength); i++)
        {
            // A pair in one integer: 32 bits hold two UTF-16 units, so no string is cut.
            pairs.Add((text[i - 1] << 16) | text[i]);
        }

        return pairs;
    }
}
