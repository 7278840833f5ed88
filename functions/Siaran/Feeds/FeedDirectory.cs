using Siaran.Serving;

namespace Siaran.Feeds;

/// <summary>Every feed that there is, in the order of the keys, and what is near a name that there is not.</summary>
public sealed class FeedDirectory : ICached
{
    private readonly (ListedKey Listed, HashSet<int> Pairs)[] keys;

    public FeedDirectory(IReadOnlyList<ListedKey> listed)
    {
        Keys = listed;
        keys = [.. listed.Select(key => (key, Pairs(key.Key.ToString())))];
    }

    public IReadOnlyList<ListedKey> Keys { get; }

    public long Size => keys.Sum(key => 200L + (16L * key.Pairs.Count));

    /// <summary>At most <paramref name="count"/> keys that share most pairs of letters with <paramref name="name"/> (Dice's coefficient), nearest first.</summary>
    public IReadOnlyList<ListedKey> Nearest(string name, int count = 5)
    {
        var wanted = Pairs(name.ToLowerInvariant());
        return
        [
            .. keys
                .Select(key => (key.Listed, Likeness: wanted.Count == 0 ? 0 : 2.0 * key.Pairs.Count(wanted.Contains) / (key.Pairs.Count + wanted.Count)))
                .Where(key => key.Likeness > 0.3)
                .OrderByDescending(key => key.Likeness)
                .ThenBy(key => key.Listed.Key)
                .Take(count)
                .Select(key => key.Listed),
        ];
    }

    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var i = 1; i < Math.Min(text.Length, FeedKey.MaxLength); i++)
        {
            pairs.Add((text[i - 1] << 16) | text[i]);
        }

        return pairs;
    }
}
