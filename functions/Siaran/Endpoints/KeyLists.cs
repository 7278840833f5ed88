using System.Collections.Concurrent;
using Siaran.Listings;
using Siaran.Pages;

namespace Siaran.Endpoints;

/// <summary>Long lists of feeds or tags by their kind and language, each put in order once. Safe for concurrent use.</summary>
internal sealed class KeyLists<TKind>
    where TKind : notnull
{
    private readonly ConcurrentDictionary<(TKind Kind, string Language), KeyPages> lists = new();

    /// <summary>About how many bytes they take in memory.</summary>
    public long Size => lists.Values.Sum(list => list.Size);

    /// <param name="kind">One that there is, so that no more lists are kept than there are kinds.</param>
    /// <param name="keys">All of the kind.</param>
    /// <param name="view">Of the page.</param>
    public KeyPages Of(TKind kind, IEnumerable<ListedKey> keys, PageView view) =>
        lists.GetOrAdd((kind, view.Language.Code), _ => new KeyPages(keys, view));
}
