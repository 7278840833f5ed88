using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>Reads a page of the archive again, and makes known what changed.</summary>
public sealed class RetagBatch(CurrentTagger tagger, ReleaseTable releases, Publisher publisher, TimeProvider time)
{
    /// <summary>The next releases of the archive.</summary>
    public Task<StoredPage> ReadAsync(string? cursor, int count, CancellationToken cancellationToken) =>
        releases.ReadStoredAsync(cursor, count, cancellationToken);

    /// <returns>How many releases have other tags now.</returns>
    public async Task<int> RetagAsync(
        IReadOnlyList<StoredRelease> page,
        int pass,
        HashSet<FeedKey> feeds,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<(StoredRelease Stored, TaggedRelease Read)>();
        foreach (var release in page)
        {
            if (await PrepareAsync(release, pass, cancellationToken) is { } prepared)
            {
                changed.Add(prepared);
            }
        }

        // The release is written last. Until then its row has the old tags and version, so that a step
        // which was cut short does all of it again.
        feeds.UnionWith(await publisher.RetagAsync([.. changed.Select(one => one.Stored with { Tagged = one.Read })], cancellationToken));
        foreach (var (stored, read) in changed)
        {
            if (
                !await releases.TryReplaceAsync(stored, read, stored.FeedKeys, cancellationToken)
                && await releases.FindAsync(stored.Release.Id, cancellationToken) is { } newer
            )
            {
                // Whoever was faster made it known before this did: what it is now counts.
                feeds.UnionWith(await publisher.PublishAsync([newer], cancellationToken));
            }
        }

        return changed.Count;
    }

    /// <summary>
    /// Reads a release again. Where it has other tags, the feeds that it will enter are remembered first; where it has not, it is just
    /// noted that it was read.
    /// </summary>
    /// <returns>Null where the public sees no change.</returns>
    private async Task<(StoredRelease Stored, TaggedRelease Read)?> PrepareAsync(
        StoredRelease stored,
        int pass,
        CancellationToken cancellationToken
    )
    {
        var prepared = await OptimisticRetry.RunAsync($"The release {stored.Release.Id}", TryAsync, cancellationToken);
        return prepared.Read is { } other ? (prepared.Stored, other) : null;

        async Task<Prepared?> TryAsync(CancellationToken ct)
        {
            // Withdrawn ones show no tags. Others may have been tagged by this version already, as new
            // uploads are.
            if (stored.Release.Status is ReleaseStatus.Withdrawn || stored.Tagged.Annotations.Version == tagger.Version)
            {
                return new Prepared(stored, null);
            }

            var now = time.GetUtcNow();
            var read = new TaggedRelease(stored.Release, tagger.Read(stored.Release)) { TaggingPass = pass };
            var isChange = stored.Release.VisibilityAt(now) is Visibility.Visible && !SameTags(stored.Tagged.Tags, read.Tags);
            var feedKeys = isChange ? Publisher.FeedKeysOf(read, stored.FeedKeys, now) : stored.FeedKeys;
            // The feeds are remembered already: nothing to write before publishing.
            if (isChange && feedKeys.SequenceEqual(stored.FeedKeys))
            {
                return new Prepared(stored, read);
            }

            if (
                await releases.TryReplaceAsync(
                    stored,
                    // Other feeds are remembered with the old tags, and then it is looked at again;
                    // where nothing visible changed, only the version of the reading is noted.
                    isChange ? stored.Tagged : read with { TaggingPass = stored.Tagged.TaggingPass },
                    feedKeys,
                    ct
                ) && !isChange
            )
            {
                return new Prepared(stored, null);
            }

            // Read again for its new version in storage, whoever wrote it.
            stored = await releases.FindAsync(stored.Release.Id, ct) ?? stored;
            return null;
        }
    }

    /// <param name="Stored">The release as it is.</param>
    /// <param name="Read">As it is read now; null where the public sees no change.</param>
    private sealed record Prepared(StoredRelease Stored, TaggedRelease? Read);

    /// <summary>Whether readers and partners see the same: confidence and evidence may differ.</summary>
    private static bool SameTags(IReadOnlyList<Tag> one, IReadOnlyList<Tag> other) =>
        VisibleFactsOf(one).SequenceEqual(VisibleFactsOf(other), StringComparer.Ordinal);

    private static IEnumerable<string> VisibleFactsOf(IReadOnlyList<Tag> tags) =>
        tags.Select(tag =>
                string.Join(
                    '\u001f',
                    [
                        tag.Id.ToString(),
                        tag.Label,
                        tag.Code,
                        tag.Scheme,
                        tag.Implied.ToString(),
                        .. tag.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}"),
                    ]
                )
            )
            .Order(StringComparer.Ordinal);
}
