using Siaran.Feeds;
using Siaran.Feeds.Push;
using Siaran.Storage;

namespace Siaran.Collecting;

/// <summary>Tells the hub of a run's changes, and again of what it has not taken yet. Asks storage only where something may wait.</summary>
public sealed class HubPush(HubPublisher publisher, HubPings pings, Site site)
{
    public async Task PushAsync(IReadOnlySet<FeedKey> changed, CancellationToken cancellationToken)
    {
        if (site.Hub is null)
        {
            return;
        }

        await publisher.NoteAsync([.. changed], cancellationToken);
        if (pings.MayWait)
        {
            await publisher.SendAsync(cancellationToken);
        }
    }
}
