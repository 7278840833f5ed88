using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>What one run of re-tagging did.</summary>
/// <param name="Read">Releases looked at.</param>
/// <param name="Changed">Releases whose tags are others now.</param>
/// <param name="IsDone">Whether nothing is left to do.</param>
public sealed record RetagRun(int Read, int Changed, bool IsDone);

/// <summary>
/// Reads the archive again in bounded steps when the tagger's version has changed. Dates, order and the change log stay, except where tags
/// really changed.
/// </summary>
/// <remarks>
/// Its progress is in storage and moves on after each step. A release is written last, when its listings, the change log and
/// the lists of related
/// news know its tags, so a step that is cut short is done again and then changes nothing twice.
/// </remarks>
public sealed partial class Retagger(
    CurrentTagger tagger,
    ReleaseTable releases,
    RetagTable progress,
    RebuildProgress rebuild,
    Publisher publisher,
    HubPush push,
    DocumentCache cache,
    RetagOptions options,
    TimeProvider time,
    ILogger<Retagger> logger
)
{
    /// <summary>
    /// Goes on, or begins where the version is another. One point read, and a call to see the vocabularies, where there is nothing to do.
    /// </summary>
    public async Task<RetagRun> RunAsync(CancellationToken cancellationToken)
    {
        var isCurrent = await tagger.RefreshAsync(cancellationToken);
        var (read, changed) = (0, 0);
        var feeds = new HashSet<FeedKey>();
        var state = await progress.FindAsync(cancellationToken);
        if (!isCurrent)
        {
            // Instances may tag by different vocabularies until these are mended: then all is looked at once more.
            if (state is { IsDone: true })
            {
                await progress.WriteAsync(
                    state with
                    {
                        Pass = state.Pass + 1,
                        Since = time.GetUtcNow(),
                        Cursor = null,
                        IsDone = false,
                    },
                    cancellationToken
                );
            }

            return new RetagRun(0, 0, IsDone: false);
        }

        if (state is null || state.Version != tagger.Version)
        {
            state = await progress.WriteAsync(
                new RetagProgress(tagger.Version, (state?.Pass ?? 0) + 1, time.GetUtcNow(), null, false, state?.ETag ?? default),
                cancellationToken
            );
            LogBegun(tagger.Version);
        }

        if (!state.IsDone && await rebuild.IsUnderWayAsync(cancellationToken))
        {
            // What is tagged now, the rebuild would undo.
            return new RetagRun(0, 0, IsDone: false);
        }

        for (var step = 0; step < options.StepsInOneRun && !state.IsDone && time.GetUtcNow() - state.Since >= options.Settling; step++)
        {
            var page = await releases.ReadStoredAsync(state.Cursor, options.BatchSize, cancellationToken);
            changed += await RetagAsync(page.Releases, state.Pass, feeds, cancellationToken);
            read += page.Releases.Count;
            state = await progress.WriteAsync(state with { Cursor = page.Next, IsDone = page.Next is null }, cancellationToken);
            if (state.IsDone)
            {
                LogDone(state.Version);
            }
        }

        if (changed > 0)
        {
            cache.Expire();
            await push.PushAsync(feeds, cancellationToken);
        }

        return new RetagRun(read, changed, state.IsDone);
    }

    private async Task<int> RetagAsync(
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
    /// noted
    /// that it was read.
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
            if (stored.Release.Status is ReleaseStatus.Withdrawn || stored.Tagged.Annotations.Version == tagger.Version)
            {
                return new Prepared(stored, null);
            }

            var now = time.GetUtcNow();
            var read = new TaggedRelease(stored.Release, tagger.Read(stored.Release)) { TaggingPass = pass };
            var isChange = stored.Release.VisibilityAt(now) is Visibility.Visible && !SameTags(stored.Tagged.Tags, read.Tags);
            var feedKeys = isChange ? Publisher.FeedKeysOf(read, stored.FeedKeys, now) : stored.FeedKeys;
            if (isChange && feedKeys.SequenceEqual(stored.FeedKeys))
            {
                return new Prepared(stored, read);
            }

            if (
                await releases.TryReplaceAsync(
                    stored,
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
        Told(one).SequenceEqual(Told(other), StringComparer.Ordinal);

    private static IEnumerable<string> Told(IReadOnlyList<Tag> tags) =>
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

    [LoggerMessage(1111, LogLevel.Information, "The archive is to be tagged by version {Version}")]
    private partial void LogBegun(string version);

    [LoggerMessage(1112, LogLevel.Information, "The archive is tagged by version {Version}")]
    private partial void LogDone(string version);
}
