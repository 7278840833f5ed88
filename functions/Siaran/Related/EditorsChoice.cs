using Siaran.Related.Index;
using Siaran.Releases;

namespace Siaran.Related;

/// <summary>
/// How an editor names another release: by its UUID, by the key it was uploaded with, or by the last part of its address.
/// </summary>
internal static class EditorsChoice
{
    public static bool Names(string key, ReleaseId id, string slug) => key == slug || ReleaseId.FromEditorKey(key) == id;

    public static bool Names(DocumentSummary by, DocumentSummary other) => by.Chosen.Any(key => Names(key, other.Id, other.Slug));

    /// <summary>Where the index would have its number.</summary>
    // A key does not say whether it is an id, an upload's key or a slug: both places are looked at, in
    // one read.
    public static IEnumerable<Key> NumberKeys(string key) => [Key.Number(ReleaseId.FromEditorKey(key)), Key.Number(key)];

    /// <summary>Where the index keeps who waits for it.</summary>
    public static IEnumerable<Key> ListedByKeys(string key) => [Key.ListedBy(ReleaseId.FromEditorKey(key)), Key.ListedBy(key)];
}
