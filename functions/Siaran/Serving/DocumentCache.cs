using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Siaran.Serving;

/// <summary>What the cache holds.</summary>
public interface ICached
{
    /// <summary>Bytes of memory, roughly; may grow as documents are written.</summary>
    long Size { get; }
}

/// <summary>Keeps what is asked for often ready in memory, bounded by bytes. What is fresh is served unasked; what is not is refreshed, once at a time for each key.</summary>
public sealed partial class DocumentCache(TimeProvider time, TimeSpan freshness, long capacity, ILogger<DocumentCache> logger)
{
    /// <summary>How long something that cannot be refreshed is still served.</summary>
    public static readonly TimeSpan StaleIfError = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Slot> slots = new(StringComparer.Ordinal);
    private int expirations;

    /// <summary>The newest known value, or null where there is none.</summary>
    /// <param name="key">Names one value of type <typeparamref name="T"/>.</param>
    /// <param name="refresh">Given the value held, if any: the same one if it still holds good, another if it does not, null if it is no more.</param>
    /// <param name="cancellationToken">Ends the waiting, not the refreshing that others may wait for.</param>
    /// <exception cref="Exception">That of <paramref name="refresh"/>, where nothing is held that could be served instead.</exception>
    public async Task<T?> GetAsync<T>(string key, Func<T?, CancellationToken, Task<T?>> refresh, CancellationToken cancellationToken)
        where T : class, ICached
    {
        var slot = slots.GetOrAdd(key, static _ => new Slot());
        slot.UsedAt = time.GetTimestamp();
        if (slot.Held is { Value: T fresh } held && time.GetUtcNow() is var now && now - held.CheckedAt < freshness && now >= held.CheckedAt)
        {
            return fresh;
        }

        return (T?)await slot.RefreshOnce(() => RefreshAsync(key, slot, refresh)).WaitAsync(cancellationToken).ConfigureAwait(false);
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

    private async Task<object?> RefreshAsync<T>(string key, Slot slot, Func<T?, CancellationToken, Task<T?>> refresh)
        where T : class, ICached
    {
        var held = slot.Held;
        var now = time.GetUtcNow();
        var expirationsBefore = Volatile.Read(ref expirations);
        try
        {
            var value = await refresh(held?.Value as T, CancellationToken.None).ConfigureAwait(false);
            slot.Held = value is null ? null : new(value, now, now);
            if (Volatile.Read(ref expirations) != expirationsBefore)
            {
                slot.Expire();
            }

            if (value is null)
            {
                slots.TryRemove(new(key, slot));
            }
            else if (!ReferenceEquals(value, held?.Value))
            {
                MakeRoom(slot);
            }

            return value;
        }
        catch (Exception ex) when (held is { Value: T } && now - held.ProvenAt < StaleIfError)
        {
            LogStale(ex, key, held.ProvenAt);
            slot.Held = held with { CheckedAt = now };
            return held.Value;
        }
        catch
        {
            if (slot.Held is null)
            {
                slots.TryRemove(new(key, slot));
            }

            throw;
        }
    }

    private void MakeRoom(Slot newest)
    {
        var total = slots.Values.Sum(slot => slot.Size);
        foreach (var (key, slot) in slots.OrderBy(pair => pair.Value.UsedAt))
        {
            if (total <= capacity)
            {
                return;
            }

            if (slot != newest && slots.TryRemove(new(key, slot)))
            {
                total -= slot.Size;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Key} is served as it stood at {ProvenAt:O}, since it could not be refreshed")]
    private partial void LogStale(Exception ex, string key, DateTimeOffset provenAt);

    /// <param name="Value">What is held.</param>
    /// <param name="CheckedAt">When it was last asked for; the past for one that is to be asked for again.</param>
    /// <param name="ProvenAt">When it was last known to hold good.</param>
    private sealed record Held(ICached Value, DateTimeOffset CheckedAt, DateTimeOffset ProvenAt);

    private sealed class Slot
    {
        private readonly Lock gate = new();
        private volatile Held? held;
        private Task<object?>? refreshing;

        public long UsedAt { get; set; }

        public Held? Held
        {
            get => held;
            set => held = value;
        }

        public long Size => held?.Value.Size ?? 0;

        public void Expire()
        {
            if (held is { } current)
            {
                held = current with { CheckedAt = DateTimeOffset.MinValue };
            }
        }

        public Task<object?> RefreshOnce(Func<Task<object?>> refresh)
        {
            lock (gate)
            {
                return refreshing is { IsCompleted: false } ? refreshing : refreshing = Task.Run(refresh);
            }
        }
    }
}
