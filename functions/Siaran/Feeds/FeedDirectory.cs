using Siaran.Listings;
using Siaran.Tags;

namespace Siaran.Feeds;

/// <param name="Title">What the keys gather releases by, for people.</param>
/// <param name="Keys">In their order.</param>
public sealed record FeedGroup(string Title, IReadOnlyList<ListedKey> Keys);

/// <summary>Every feed that there is, in the order of the keys, and what is near a name that there is not.</summary>
public sealed class FeedDirectory
{
    private static readonly Dictionary<TagKind, (int Place, string Title)> TagGroups = new()
    {
        [TagKind.Topic] = (5, "Topik"),
        [TagKind.Regulation] = (6, "Peraturan"),
        [TagKind.Programme] = (7, "Program"),
        [TagKind.Agency] = (8, "Instansi yang disebut"),
        [TagKind.Person] = (9, "Tokoh"),
    };

    private readonly (ListedKey Listed, HashSet<int> Pairs)[] keys;

    public FeedDirectory(IReadOnlyList<ListedKey> listed)
    {
        Keys = listed;
        keys = [.. listed.Select(key => (key, DiceSimilarity.Pairs(key.Key.ToString())))];
    }

    public IReadOnlyList<ListedKey> Keys { get; }

    /// <summary>The keys by what they gather releases by, for people.</summary>
    public IEnumerable<FeedGroup> Groups =>
        Keys.GroupBy(listed => GroupOf(listed.Key))
            .OrderBy(group => group.Key.Place)
            .Select(group => new FeedGroup(group.Key.Title, [.. group]));

    /// <summary>The feeds of a kind, by title.</summary>
    public IReadOnlyList<ListedKey> OfKind(FeedKind kind) =>
        [
            .. Keys.Where(listed => listed.Key.Kind == kind)
                .DistinctBy(listed => listed.Key)
                .OrderBy(listed => listed.Title, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(listed => listed.Key),
        ];

    /// <summary>About how many bytes it takes in memory.</summary>
    public long Size => keys.Sum(key => 400L + (16L * key.Pairs.Count));

    /// <summary>
    /// At most <paramref name="count"/> keys that share most pairs of letters with <paramref name="name"/> (Dice's coefficient), nearest
    /// first.
    /// </summary>
    public IReadOnlyList<ListedKey> Nearest(string name, int count = 5)
    {
        var wanted = DiceSimilarity.Pairs(name.ToLowerInvariant());
        return
        [
            .. keys.Select(key => (key.Listed, Similarity: DiceSimilarity.Of(wanted, key.Pairs)))
                .Where(key => key.Similarity > 0.3)
                .OrderByDescending(key => key.Similarity)
                .ThenBy(key => key.Listed.Key)
                .Take(count)
                .Select(key => key.Listed),
        ];
    }

    private static (int Place, string Title) GroupOf(FeedKey key) =>
        key.Kind switch
        {
            FeedKind.All => (0, FeedKeys.AllTitle),
            FeedKind.Agency => (1, "Instansi penerbit"),
            FeedKind.Region => (2, "Wilayah"),
            FeedKind.Label => (3, "Jenis siaran"),
            FeedKind.Language => (4, "Bahasa"),
            _ => key.Tag is { } tag && TagGroups.TryGetValue(tag.Kind, out var group) ? group : (10, "Kata kunci"),
        };
}
