using Siaran.Feeds;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tagging;

namespace Siaran.Collecting;

/// <summary>Lets out the releases whose time has come.</summary>
public sealed class Embargoes(ReleaseTable releases, Publisher publisher, TimeProvider time)
{
    private const int AtOnce = 50;

    /// <summary>One query where nothing is due.</summary>
    public async Task<(IReadOnlyList<TaggedRelease> Released, IReadOnlySet<FeedKey> Changed)> EndAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var released = new List<TaggedRelease>();
        var changed = new HashSet<FeedKey>();
        await foreach (var due in releases.EndedEmbargoesAsync(now, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var stored = new List<StoredRelease>();
            foreach (var embargo in due)
            {
                if (await PrepareAsync(embargo, now, cancellationToken) is { } release)
                {
                    stored.Add(release);
                }
            }

            changed.UnionWith(await publisher.PublishAsync(stored, cancellationToken));
            released.AddRange(stored.Select(release => release.Tagged));
            foreach (var embargo in due)
            {
                await releases.RemoveEmbargoAsync(embargo, cancellationToken);
            }
        }

        return (released, changed);
    }

    /// <returns>Null where the release was withdrawn meanwhile, or waits for a later time under another row.</returns>
    private async Task<StoredRelease?> PrepareAsync(Embargo embargo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await releases.FindAsync(embargo.Id, cancellationToken) is not { } stored || stored.Release.At(now) is not Visibility.Visible)
            {
                return null;
            }

            var places = Publisher.PlacesOf(stored.Tagged, stored.Places, now);
            if (places.SequenceEqual(stored.Places) || await releases.TryReplaceAsync(stored, stored.Tagged, places, cancellationToken))
            {
                return stored with { Places = places };
            }
        }
    }
}
