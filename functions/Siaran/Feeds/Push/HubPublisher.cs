using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Settings;

namespace Siaran.Feeds.Push;

/// <summary>Tells the WebSub hub which feeds changed. Does nothing where no hub is set.</summary>
/// <param name="http">Reaches the hub; its timeout bounds one ping.</param>
/// <param name="pings">Where pings wait.</param>
/// <param name="site">Names the hub.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs pings that were given up.</param>
public sealed partial class HubPublisher(HttpClient http, IHubPings pings, Site site, TimeProvider time, ILogger<HubPublisher> logger)
{
    /// <summary>With these waits in between, a hub may be down for two days.</summary>
    public const int MostAttempts = 16;

    /// <summary>How long the ping of a change that is under way is left to the run that makes it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private const int EachRun = 500;
    private const int AtOnce = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>
    /// Remembers a feed that is about to change, so that its ping is sent even where the process ends before <see cref="NoteAsync"/>. A
    /// ping too many does no harm.
    /// </summary>
    public async Task EnqueueAsync(FeedKey changing, CancellationToken cancellationToken)
    {
        // At-least-once: noted before the change, sent after it. A ping too many costs the hub one
        // look; a lost one costs every subscriber the news.
        if (site.Hub is not null)
        {
            await pings.AddAsync(HubTopics.Of([changing], site), time.GetUtcNow() + Grace, cancellationToken);
        }
    }

    /// <summary>
    /// Remembers the feeds of a run that changed them, before anything is sent: as due once no instance can serve any of them as it was
    /// before.
    /// </summary>
    public async Task NoteAsync(IReadOnlyCollection<FeedKey> changed, CancellationToken cancellationToken)
    {
        // Due only after Site.Freshness: until then another instance may answer the hub from its
        // memory, and the hub would see nothing new and ask no more.
        if (site.Hub is not null && changed.Count > 0)
        {
            await pings.AddAsync(HubTopics.Of(changed, site), time.GetUtcNow() + site.Freshness, cancellationToken);
        }
    }

    /// <summary>Sends what is due, now and from earlier runs. A hub that fails is asked again by a later run.</summary>
    /// <returns>How many topics the hub took.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        if (site.Hub is not { } hub)
        {
            return 0;
        }

        var taken = 0;
        var isReachable = true;
        var due = await pings.ReadDueAsync(time.GetUtcNow(), EachRun, cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            due,
            options,
            async (ping, ct) =>
            {
                // A hub that is not there keeps an editor's upload waiting once, and not once for each topic.
                var answer = Volatile.Read(ref isReachable) ? await TakesAsync(hub, ping.Topic, ct) : null;
                if (answer is null)
                {
                    Volatile.Write(ref isReachable, false);
                }

                if (answer is true)
                {
                    Interlocked.Increment(ref taken);
                    await pings.RemoveAsync(ping, ct);
                }
                else if (ping.Attempts + 1 >= MostAttempts)
                {
                    LogGivenUp(ping.Topic, MostAttempts);
                    await pings.RemoveAsync(ping, ct);
                }
                else
                {
                    await pings.PostponeAsync(ping with { Attempts = ping.Attempts + 1 }, time.GetUtcNow() + WaitAfter(ping.Attempts), ct);
                }
            }
        );
        return taken;
    }

    private static TimeSpan WaitAfter(int attempts)
    {
        // Exponential back-off, from a minute to six hours: sixteen attempts span two days.
        var wait = FirstWait * Math.Pow(2, attempts);
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <returns>Null where the hub could not be reached.</returns>
    private async Task<bool?> TakesAsync(Uri hub, Uri topic, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([
            new("hub.mode", "publish"),
            new("hub.url", topic.AbsoluteUri),
            new("hub.topic", topic.AbsoluteUri),
        ]);
        try
        {
            using var answer = await http.PostAsync(hub, form, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                LogRefused(topic, (int)answer.StatusCode);
            }

            return answer.IsSuccessStatusCode;
        }
        catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogUnreachable(ex, topic);
            return null;
        }
    }

    [LoggerMessage(1301, LogLevel.Warning, "The hub answered the ping of {Topic} with {Status}")]
    private partial void LogRefused(Uri topic, int status);

    [LoggerMessage(1302, LogLevel.Warning, "The hub could not be reached with the ping of {Topic}")]
    private partial void LogUnreachable(Exception ex, Uri topic);

    [LoggerMessage(1303, LogLevel.Error, "The ping of {Topic} was given up after {Attempts} attempts")]
    private partial void LogGivenUp(Uri topic, int attempts);
}
