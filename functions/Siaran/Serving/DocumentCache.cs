using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Siaran.Serving;

/// <summary>What the cache holds.</summary>
public interface ICached
{
    /// <summary>Bytes of memory, roughly; may grow as documents are written.</summary>
    long Size { get; }
}

/// <summary>Keeps what is asked for often ready in memory, bounded by bytes.</summary>
public sealed partial class DocumentCache(TimeProvider time, TimeSpan freshness, long capacity, ILogger<DocumentCache> logger)
{
    /// <summary>How long something that cannot be refreshed is still served.</summary>
    public static readonly TimeSpan StaleIfError = TimeSpan.FromDays(1);

    /// <summary>
    /// How long a refresh may keep readers waiting while a copy is held: long enough for storage that is well, so that what was withdrawn a
    /// while ago is not shown once more.
    /// </summary>
    public static readonly TimeSpan PatienceWithCopy = TimeSpan.FromMilliseconds(250);

    /// <summary>Sizes grow as documents are written, so they are added up once in so many reads.</summary>
    private const int ReadsBetweenWeighings = 16;

    /// <summary>Bytes by which a value may grow before that counts at its next read.</summary>
    private const long WorthWeighing = 256 * 1024;

    // Fresh values are served unasked. Others are refreshed, one refresh for each key at a time, and
    // served as they are where that takes long: stale-while-revalidate and stale-if-error (RFC 5861)
    // within the service. So storage is asked once in a freshness for each key, however many readers
    // come.
    private readonly ConcurrentDictionary<string, Slot> slots = new(StringComparer.Ordinal);
    private int expirations;
    private int reads;

    /// <summary>Bytes held in memory now, roughly.</summary>
    public long Size => slots.Values.Sum(slot => slot.Size);

    /// <summary>The newest known value, or null where there is none.</summary>
    /// <param name="key">Names one value of type <typeparamref name="T"/>.</param>
    /// <param name="refresh">Given the value held, if any: the same one if it still holds good, another if it does not, null if it is no
    /// more.</param>
    /// <param name="cancellationToken">Ends the waiting, not the refreshing that others may wait for.</param>
    /// <exception cref="TimeoutException">Nothing is held, and <paramref name="refresh"/> takes longer than
    /// <see cref="Availability.Patience"/>.</exception>
    /// <exception cref="Exception">That of <paramref name="refresh"/>, where nothing is held that could be served instead.</exception>
    public Task<T?> GetAsync<T>(string key, Func<T?, CancellationToken, Task<T?>> refresh, CancellationToken cancellationToken)
        where T : class, ICached => GetAsync(key, TimeSpan.Zero, refresh, cancellationToken);

    /// <summary>
    /// As above; a copy that was fresh no longer than <paramref name="tolerance"/> ago is answered at once and refreshed behind, so that
    /// what the refresh takes shows in no answer.
    /// </summary>
    public async Task<T?> GetAsync<T>(
        string key,
        TimeSpan tolerance,
        Func<T?, CancellationToken, Task<T?>> refresh,
        CancellationToken cancellationToken
    )
        where T : class, ICached
    {
        var slot = slots.GetOrAdd(key, static _ => new Slot());
        slot.UsedAt = time.GetTimestamp();
        // Every sixteenth read, for adding up all sizes is O(keys); and where this value has grown since,
        // as a large document written of it makes it.
        if (Interlocked.Increment(ref reads) % ReadsBetweenWeighings == 0 || slot.HasGrown)
        {
            MakeRoom();
        }

        var now = time.GetUtcNow();
        if (slot.Held is { Value: T fresh } && IsWithin(slot.Held, freshness, now))
        {
            return fresh;
        }

        // One refresh for all who wait: when a popular feed ages, a thousand readers must not become a thousand reads of storage.
        var refreshing = slot.RefreshOnce(time.GetTimestamp(), () => RefreshAsync(key, slot, refresh));
        var copy = slot.Held is { Value: T stale } known && IsServable(known, now) ? stale : null;
        var patience =
            (
                copy is null ? Availability.Patience
                : IsWithin(slot.Held, freshness + tolerance, now) ? TimeSpan.Zero
                : PatienceWithCopy
            ) - time.GetElapsedTime(refreshing.BegunAt);
        try
        {
            return (T?)await refreshing.Task.WaitAsync(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time, cancellationToken);
        }
        // Slow storage must not make a popular page slow: the copy is answered, and the refresh goes on
        // behind.
        catch (TimeoutException) when (copy is not null)
        {
            return copy;
        }
    }

    /// <summary>The value held under a key while it needs no refreshing; null otherwise.</summary>
    public T? Find<T>(string key)
        where T : class, ICached
    {
        if (
            !slots.TryGetValue(key, out var slot)
            || slot.Held is not { Value: T fresh } held
            || !IsWithin(held, freshness, time.GetUtcNow())
        )
        {
            return null;
        }

        slot.UsedAt = time.GetTimestamp();
        return fresh;
    }

    /// <summary>Holds a value that is true for good and never needs refreshing.</summary>
    public void Keep(string key, ICached value)
    {
        var now = time.GetUtcNow();
        slots[key] = new Slot
        {
            UsedAt = time.GetTimestamp(),
            Held = new(value, now, now) { IsForGood = true },
        };
    }

    /// <summary>Makes every next read ask again, as after a run of collecting on this instance.</summary>
    public void Expire()
    {
        Interlocked.Increment(ref expirations);
        foreach (var slot in slots.Values)
        {
            slot.Expire();
        }
    }

    private static bool IsWithin(Held? held, TimeSpan age, DateTimeOffset now) =>
        held is not null && (held.IsForGood || (now >= held.CheckedAt && now - held.CheckedAt < age));

    private static bool IsServable(Held held, DateTimeOffset now) => now - held.ProvenAt < StaleIfError;

    private async Task<object?> RefreshAsync<T>(string key, Slot slot, Func<T?, CancellationToken, Task<T?>> refresh)
        where T : class, ICached
    {
        var held = slot.Held;
        var now = time.GetUtcNow();
        // A run may end while this reads what was there before it. What is read then must not count as fresh.
        var expirationsBefore = Volatile.Read(ref expirations);
        try
        {
            // Not the reader's token: others wait for the same refresh.
            var value = await refresh(held?.Value as T, CancellationToken.None);
            slot.Held = value is null ? null : new(value, now, now);
            if (Volatile.Read(ref expirations) != expirationsBefore)
            {
                slot.Expire();
            }

            MakeRoom(key, slot, isNew: !ReferenceEquals(value, held?.Value));
            return value;
        }
        catch (Exception ex) when (held is { Value: T } && IsServable(held, now))
        {
            LogStale(ex, key, held.ProvenAt);
            // It counts as checked, so that storage that is down is asked once in a freshness and not by each reader.
            slot.Held = held with
            {
                CheckedAt = time.GetUtcNow(),
            };
            return held.Value;
        }
        catch
        {
            // Only an empty slot: one that holds a copy is worth more than its place.
            if (slot.Held is null)
            {
                slots.TryRemove(new(key, slot));
            }

            throw;
        }
    }

    /// <summary>Forgets an address that has no document any more, and what was asked for longest ago where there is a new one.</summary>
    private void MakeRoom(string key, Slot slot, bool isNew)
    {
        if (slot.Held is null)
        {
            slots.TryRemove(new(key, slot));
        }
        else if (isNew)
        {
            MakeRoom();
        }
    }

    /// <summary>
    /// Lets go of what was not asked for longest, until the rest is within the bound: of everything where one value alone is not.
    /// </summary>
    private void MakeRoom()
    {
        var held = slots.Select(pair => (Pair: pair, Size: pair.Value.Weigh(), pair.Value.UsedAt)).ToList();
        var total = held.Sum(slot => slot.Size);
        if (total <= capacity)
        {
            return;
        }

        // Least recently used first, sorted each time: it happens when memory is full and a new value
        // came, not at each read.
        foreach (var (pair, size, _) in held.Where(slot => slot.Size > 0).OrderBy(slot => slot.UsedAt))
        {
            if (slots.TryRemove(pair) && (total -= size) <= capacity)
            {
                return;
            }
        }
    }

    [LoggerMessage(3103, LogLevel.Warning, "{Key} is served as it was at {ProvenAt:O}, since it could not be refreshed")]
    private partial void LogStale(Exception ex, string key, DateTimeOffset provenAt);

    /// <param name="Value">What is held.</param>
    /// <param name="CheckedAt">When it was last asked for; the past for one that is to be asked for again.</param>
    /// <param name="ProvenAt">When it was last known to hold good.</param>
    private sealed record Held(ICached Value, DateTimeOffset CheckedAt, DateTimeOffset ProvenAt)
    {
        public bool IsForGood { get; init; }
    }

    /// <param name="Task">Ends with the value, or null.</param>
    /// <param name="BegunAt">A timestamp.</param>
    private sealed record Refreshing(Task<object?> Task, long BegunAt);

    private sealed class Slot
    {
        private readonly Lock gate = new();
        private volatile Held? held;
        private Refreshing? refreshing;
        private long weight;

        public long UsedAt { get; set; }

        public Held? Held
        {
            get => held;
            set => held = value;
        }

        public long Size => held?.Value.Size ?? 0;

        /// <summary>Whether it takes much more than when it was last weighed.</summary>
        public bool HasGrown => Size - Volatile.Read(ref weight) > WorthWeighing;

        public long Weigh()
        {
            var size = Size;
            Volatile.Write(ref weight, size);
            return size;
        }

        public void Expire()
        {
            if (held is { } current)
            {
                held = current with { CheckedAt = DateTimeOffset.MinValue };
            }
        }

        public Refreshing RefreshOnce(long now, Func<Task<object?>> refresh)
        {
            lock (gate)
            {
                // A refresh that has failed is completed too, and the next reader begins another.
                return refreshing is { Task.IsCompleted: false } ? refreshing : refreshing = new(Task.Run(refresh), now);
            }
        }
    }
}
