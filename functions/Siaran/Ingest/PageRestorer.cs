using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>Makes a closed page of a listing again from the releases that it held.</summary>
public sealed partial class PageRestorer(ListingTable listings, ReleaseTable releases, TimeProvider time, ILogger<PageRestorer> logger)
{
    /// <summary>Each release as it was when the page was last written, and a tombstone for each that is withdrawn by now.</summary>
    /// <exception cref="InvalidDataException">A release of the page is damaged itself, which is noted.</exception>
    /// <exception cref="InvalidOperationException">The listing changed meanwhile.</exception>
    public async Task RestoreAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        // Head first: what changes while releases are read changes it, and nothing is written then.
        if (
            await listings.ReadHeadAsync(key, cancellationToken) is not { } head
            || await listings.ReadPageAsync(key, page, cancellationToken) is not { IsDamaged: true } damaged
        )
        {
            return;
        }

        var writtenAt = damaged.LastModified == default ? time.GetUtcNow() : damaged.LastModified;
        var entries = new List<ListingEntry>();
        foreach (var id in await listings.IdsOfPageAsync(key, page, cancellationToken))
        {
            if (await EntryAsync(key, id, writtenAt, cancellationToken) is { } entry)
            {
                entries.Add(entry);
            }
        }

        if (!await listings.RestorePageAsync(head, page, [.. entries.Order(Archive.Order)], cancellationToken))
        {
            throw new InvalidOperationException($"The listing {key} changed while its page {page} was made again.");
        }

        LogRestored(page, key, entries.Count);
    }

    /// <returns>Null where nothing may be seen of the release now.</returns>
    private async Task<ListingEntry?> EntryAsync(FeedKey key, ReleaseId id, DateTimeOffset writtenAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await releases.FindAsync(id, cancellationToken) is not { Tagged: var current })
        {
            return null;
        }

        if (ListingEntry.Of(current, now) is not ListingEntry.Live live)
        {
            return ListingEntry.Of(current, now);
        }

        if (WasThere(current))
        {
            return live;
        }

        await foreach (var older in releases.ReadOlderAsync(id, 1, current.Release.Revision - 1, cancellationToken))
        {
            if (older.Tagged is { } then && WasThere(then))
            {
                return ListingEntry.Of(then, now);
            }
        }

        return live;

        // A page keeps what a release was when it closed, in the feeds that it had then.
        bool WasThere(TaggedRelease tagged) =>
            tagged.Release.UploadedAt <= writtenAt
            && tagged.Release.VisibilityAt(now) is Visibility.Visible
            && FeedKeys.Of(tagged).Contains(key);
    }

    [LoggerMessage(1013, LogLevel.Warning, "The damaged page {Page} of the listing {Key} is made again, with {Count} entries")]
    private partial void LogRestored(int page, FeedKey key, int count);
}
