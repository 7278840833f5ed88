using Siaran.Feeds.Push;
using Siaran.Listings;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Tells the hub of a run's changes, and again of what it has not taken yet. Asks storage only where something may wait.</summary>
public sealed class HubPush(HubPublisher publisher, HubPings pings, Site site)
{
    /// <summary>Called with a feed before it changes.</summary>
    public Task EnqueueAsync(FeedKey changing, CancellationToken cancellationToken) => publisher.EnqueueAsync(changing, cancellationToken);

    /// <summary>Called with the feeds that changed; sends the pings.</summary>
    public async Task PushAsync(IReadOnlySet<FeedKey> changed, CancellationToken cancellationToken)
    {
        if (site.Hub is null)
        {
            return;
        }

        await publisher.NoteAsync([.. changed], cancellationToken);
        // MayWait saves a query in each run without changes, which is nearly every run.
        if (changed.Count > 0 || pings.MayWait)
        {
            await publisher.SendAsync(cancellationToken);
        }
    }
}

/// <summary>What is done before a change is announced.</summary>
public sealed class Announcing(HubPush push, ReplyUpkeep replies, DocumentCache cache)
{
    /// <summary>Releases are withdrawn, and with them what readers wrote.</summary>
    // A rebuild announces nothing, and so keeps the replies to a release that was withdrawn once and is
    // public again.
    public Task ForgetAsync(IEnumerable<StoredRelease> withdrawn, CancellationToken cancellationToken) =>
        replies.ForgetAsync(withdrawn.Select(stored => stored.Release), cancellationToken);

    /// <summary>A feed is about to change.</summary>
    public Task EnqueueAsync(FeedKey changing, CancellationToken cancellationToken) => push.EnqueueAsync(changing, cancellationToken);

    /// <summary>All is stored that readers are to see: what this instance held before counts no more.</summary>
    public void IsServed() => cache.Expire();
}
