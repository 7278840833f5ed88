namespace Siaran.Listings;

/// <summary>A topic whose ping has still to be sent to the hub.</summary>
/// <param name="Topic">Names the ping: a topic waits at most once.</param>
/// <param name="Attempts">How often the hub has refused it since the topic last changed.</param>
/// <param name="DueAt">When to try.</param>
/// <param name="Version">Changes whenever the topic is added again; opaque, such as a row's ETag.</param>
public sealed record HubPing(Uri Topic, int Attempts, DateTimeOffset DueAt, string Version);

/// <summary>The pings that wait, kept where they outlive the process.</summary>
public interface IHubPings
{
    /// <summary>Makes each topic due at <paramref name="dueAt"/> with no attempts, whether it waits already or not.</summary>
    Task AddAsync(IReadOnlyCollection<Uri> topics, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Those due, longest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<HubPing>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets a ping, unless the topic was added again meanwhile (another <see cref="HubPing.Version"/>).</summary>
    Task RemoveAsync(HubPing ping, CancellationToken cancellationToken);

    /// <summary>Puts a ping off, under the same condition.</summary>
    Task PostponeAsync(HubPing ping, DateTimeOffset dueAt, CancellationToken cancellationToken);
}
