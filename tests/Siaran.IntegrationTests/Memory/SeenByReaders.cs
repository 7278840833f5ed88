using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Memory;

/// <summary>Compares what readers and partners are shown of each release with what a model expects.</summary>
/// <param name="storage">Says what was written since it was read last, so that only that is read again.</param>
/// <param name="room">An instance over it.</param>
internal sealed class SeenByReaders(MemoryStorage storage, PressRoom room)
{
    private readonly Dictionary<string, (long Version, object? Value)> known = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    /// <summary>What does not agree of the releases themselves and of uploads, a line each.</summary>
    /// <param name="expected">By the number of the release; null where there is none.</param>
    /// <param name="now">The time.</param>
    public async Task<IReadOnlyList<string>> ReleasesAsync(IReadOnlyList<Expected?> expected, DateTimeOffset now)
    {
        faults.Clear();
        for (var which = 0; which < expected.Count; which++)
        {
            var stored = await FindAsync(which);
            Expect(IsStoredAs(stored, expected[which]), $"release {which} is stored as {Described(stored)}, not as {expected[which]}");
            if (stored is not null && expected[which] is { } release)
            {
                var visibility = stored.Release.VisibilityAt(now);
                Expect(visibility == VisibilityOf(release, now), $"release {which} is {visibility} at {now:HH:mm:ss}, not as {release}");
            }
        }

        await foreach (var blob in room.Service<StorageAccount>().Container(Names.Incoming).GetBlobsAsync())
        {
            faults.Add($"{blob.Name} is left in incoming");
        }

        return [.. faults];
    }

    /// <summary>What does not agree of feeds and the change log, a line each.</summary>
    public async Task<IReadOnlyList<string>> FeedsAsync(IReadOnlyList<Expected?> expected, DateTimeOffset now)
    {
        faults.Clear();
        await CheckFeedAsync(FeedKey.All, expected, _ => true, now);
        foreach (var word in expected.OfType<Expected>().SelectMany(release => release.Tags).Distinct().Order(StringComparer.Ordinal))
        {
            var key = FeedKey.Of(new TagId(TagKind.Keyword, word));
            await CheckFeedAsync(key, expected, release => release.Tags.Contains(word), now);
        }

        await CheckChangesAsync(expected, now);
        return [.. faults];
    }

    public Task<StoredRelease?> FindAsync(int which) =>
        ReadAsync(IdOf(which).ToString(), () => room.Service<ReleaseTable>().FindAsync(IdOf(which), CancellationToken.None));

    /// <summary>What the rows of a partition say, read again where one was written since.</summary>
    private async Task<T?> ReadAsync<T>(string partition, Func<Task<T?>> read)
        where T : class
    {
        var version = storage.VersionOf(partition);
        if (!known.TryGetValue(partition, out var found) || found.Version != version)
        {
            known[partition] = found = (version, await read());
        }

        return (T?)found.Value;
    }

    /// <summary>Whether the current revision is the one expected.</summary>
    public static bool IsStoredAs(StoredRelease? stored, Expected? expected) =>
        (stored, expected) switch
        {
            (null, null) => true,
            ({ Release: var release }, { } wanted) => release.Content.Headline == wanted.Headline
                && release.Revision == wanted.Revision
                && release.PublishAt == wanted.Until
                && release.Status is ReleaseStatus.Withdrawn == wanted.IsWithdrawn
                && release.Successor == (wanted.Successor is { } successor ? IdOf(successor) : null)
                && wanted.Tags.All(word => stored.Tagged.Tags.Any(tag => tag.Id == new TagId(TagKind.Keyword, word))),
            _ => false,
        };

    private static ReleaseId IdOf(int which) => ReleaseId.FromEditorKey($"model-{which}");

    private static Visibility VisibilityOf(Expected release, DateTimeOffset now) =>
        release.IsWithdrawn ? (release.WasSeen ? Visibility.Withdrawn : Visibility.NeverShown)
        : release.IsVisible(now) ? Visibility.Visible
        : Visibility.Embargoed;

    private async Task CheckFeedAsync(FeedKey key, IReadOnlyList<Expected?> expected, Func<Expected, bool> belongs, DateTimeOffset now)
    {
        var listing = await ReadAsync(key.ToString(), () => room.Service<ListingTable>().ReadAsync(key, CancellationToken.None));
        var listed = listing?.Entries.OfType<ListingEntry.Live>().ToDictionary(entry => entry.Id) ?? [];
        var count = 0;
        for (var which = 0; which < expected.Count; which++)
        {
            var entry = listed.GetValueOrDefault(IdOf(which));
            if (expected[which] is { } release && belongs(release) && release.IsListed(now))
            {
                count++;
                Expect(
                    entry?.Tagged.Release.Content.Headline == release.Headline,
                    $"{key} shows of {which} {entry?.Tagged.Release.Content.Headline}, not {release}"
                );
            }
            else
            {
                Expect(entry is null, $"{key} shows {which}, which is {expected[which]}");
            }
        }

        Expect((listing?.Head.Count ?? 0) == count, $"{key} counts {listing?.Head.Count}, not {count}");
    }

    private async Task CheckChangesAsync(IReadOnlyList<Expected?> expected, DateTimeOffset now)
    {
        var last = (await room.Service<ChangeLog>().ReadAsync(0, 1000, CancellationToken.None))
            .GroupBy(change => change.Id)
            .ToDictionary(changes => changes.Key, changes => changes.MaxBy(change => change.Cursor)!);
        for (var which = 0; which < expected.Count; which++)
        {
            var described = last.GetValueOrDefault(IdOf(which));
            var holds = expected[which] switch
            {
                { IsWithdrawn: true, WasSeen: true } release => described is { Kind: ChangeKind.Withdrawn }
                    && described.Revision == release.Revision,
                { } release when release.IsListed(now) => described is not (null or { Kind: ChangeKind.Withdrawn })
                    && described.Revision == release.Revision,
                _ => described is null,
            };
            Expect(holds, $"partners are described of {which} {described}, which is {expected[which]}");
        }
    }

    private static string Described(StoredRelease? stored) =>
        stored is null
            ? "nothing"
            : $"{stored.Release.Content.Headline} {stored.Release.Status} {stored.Release.Revision} {stored.Release.PublishAt:HH:mm:ss} [{string.Join(' ', stored.Tagged.Tags.Select(tag => tag.Id))}]";

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}
