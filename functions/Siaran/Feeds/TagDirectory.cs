using Siaran.Listings;
using Siaran.Tags;

namespace Siaran.Feeds;

/// <summary>
/// A tag's name in addresses: <c>/tags/{kind}/{name}</c>. Labels, which offices give to their releases, count as a kind of tag there.
/// </summary>
public static class TagName
{
    public static readonly TagKind Label = new("label");

    /// <summary>Null for feeds that are of no tag.</summary>
    public static TagId? Of(FeedKey key) => key.Kind is FeedKind.Label ? new TagId(Label, key.Name) : key.Tag;

    /// <summary>The listing of a tag; null where the two are no tag's name.</summary>
    public static FeedKey? Key(string kind, string name) =>
        !TagId.TryParse($"{kind}:{name}", out var id) ? null
        : id.Kind == Label ? FeedKey.From(FeedKind.Label, name)
        : FeedKey.Of(id);
}

/// <summary>The tags of one kind that stand on some release.</summary>
/// <param name="Kind">Such as <c>topic</c>.</param>
/// <param name="Tags">By title.</param>
public sealed record TagsOfKind(TagKind Kind, IReadOnlyList<ListedKey> Tags);

/// <summary>Every tag that there is, as one version of the listings' directory has it.</summary>
public sealed class TagDirectory
{
    private static readonly TagKind[] Order = [.. TagKind.Own, TagName.Label];

    private readonly Dictionary<TagKind, TagsOfKind> kinds;
    private readonly int tags;

    public TagDirectory(long version, IEnumerable<ListedKey> keys)
    {
        Version = version;
        Kinds =
        [
            // A tag whose last release was withdrawn keeps its listing with a count of none, and is on
            // no release any more.
            .. keys.Where(key => key.Count > 0 && TagName.Of(key.Key) is not null)
                .GroupBy(key => TagName.Of(key.Key)!.Value.Kind)
                .OrderBy(kind => Array.IndexOf(Order, kind.Key) is var place and >= 0 ? place : Order.Length)
                .ThenBy(kind => kind.Key.Name, StringComparer.Ordinal)
                .Select(kind => new TagsOfKind(
                    kind.Key,
                    [.. kind.OrderBy(tag => tag.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(tag => tag.Key)]
                )),
        ];
        kinds = Kinds.ToDictionary(kind => kind.Kind);
        tags = Kinds.Sum(kind => kind.Tags.Count);
    }

    public long Version { get; }

    /// <summary>Those that Siaran knows in their order, then others.</summary>
    public IReadOnlyList<TagsOfKind> Kinds { get; }

    /// <summary>About how many bytes it takes in memory.</summary>
    public long Size => 4096 + (300L * tags);

    /// <summary>Null for a kind that no editor or reader ever gave; one of Siaran's own is there before its first tag.</summary>
    public TagsOfKind? Find(TagKind kind) => kinds.GetValueOrDefault(kind) ?? (Order.Contains(kind) ? new TagsOfKind(kind, []) : null);

    /// <summary>At most five tags whose names are most like the one asked for, of the same kind where that has any.</summary>
    public IReadOnlyList<ListedKey> Nearest(TagKind kind, string name)
    {
        var among = kinds.TryGetValue(kind, out var same) ? same.Tags : [.. Kinds.SelectMany(each => each.Tags)];
        return [.. DiceSimilarity.Nearest(among, tag => TagName.Of(tag.Key)!.Value.Name, name)];
    }

    /// <summary>At most five kinds whose names are most like the one asked for.</summary>
    public IReadOnlyList<TagKind> NearestKinds(string kind) =>
        [.. DiceSimilarity.Nearest(Kinds.Select(each => each.Kind).Union(Order), each => each.Name, kind)];
}
