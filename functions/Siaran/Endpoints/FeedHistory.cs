using Siaran.Feeds;
using Siaran.Releases;

namespace Siaran.Endpoints;

/// <summary>
/// What recent documents of a feed held, to tell what is new to a reader who has one of them (RFC 3229). Safe for concurrent use.
/// </summary>
internal sealed class FeedHistory
{
    // Hashes of entries and not the documents: sixteen versions of a feed cost some tens of kilobytes.
    // A reader who was away for longer gets the whole feed.
    private const int Kept = 16;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Hash, HashSet<EntryVersion> Versions)> documents = [];

    public long Size
    {
        get
        {
            lock (gate)
            {
                return documents.Sum(document => 64L * document.Versions.Count);
            }
        }
    }

    public void Remember(string hash, Feed feed)
    {
        lock (gate)
        {
            if (documents.Any(document => document.Hash == hash))
            {
                return;
            }

            documents.AddFirst((hash, [.. feed.Entries.Select(Of), .. feed.Tombstones.Select(Of)]));
            if (documents.Count > Kept)
            {
                documents.RemoveLast();
            }
        }
    }

    /// <summary>Only what the reader of an earlier document has not seen; null where no such document is remembered.</summary>
    public Feed? Since(IEnumerable<string> hashes, Feed feed)
    {
        lock (gate)
        {
            var known = hashes.ToHashSet();
            if (documents.FirstOrDefault(document => known.Contains(document.Hash)).Versions is not { } seen)
            {
                return null;
            }

            return feed with
            {
                Entries = [.. feed.Entries.Where(entry => !seen.Contains(Of(entry)))],
                Tombstones = [.. feed.Tombstones.Where(tombstone => !seen.Contains(Of(tombstone)))],
            };
        }
    }

    private static EntryVersion Of(FeedEntry entry) => new(entry.Id, entry.Revision, entry.UpdatedAt.UtcTicks);

    private static EntryVersion Of(FeedTombstone tombstone) => new(tombstone.Id, 0, tombstone.WithdrawnAt.UtcTicks);

    private readonly record struct EntryVersion(ReleaseId Id, int Revision, long UpdatedAt);
}
