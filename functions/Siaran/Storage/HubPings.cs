using Azure;
using Azure.Data.Tables;
using Siaran.Listings;

namespace Siaran.Storage;

/// <summary>Pings that the WebSub hub has still to take: they outlive the process.</summary>
public sealed class HubPings(StorageAccount account, TimeProvider time) : IHubPings
{
    private const string Partition = "pings";

    // Another instance may have left some meanwhile, and be gone.
    private static readonly TimeSpan RecheckAfter = TimeSpan.FromMinutes(5);

    private readonly TableClient table = account.Table(Names.Push);
    private long emptyAt;

    /// <summary>
    /// Whether something may wait. False for a while once this instance has seen that nothing does; then a run needs not ask.
    /// </summary>
    public bool MayWait => time.GetUtcNow().UtcTicks - Volatile.Read(ref emptyAt) >= RecheckAfter.Ticks;

    public async Task AddAsync(IReadOnlyCollection<Uri> topics, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        // Before the write: were it after, a run between the two would believe that nothing waits.
        Volatile.Write(ref emptyAt, 0);
        // A topic is one row, so a feed that changes ten times before the hub answers is pinged once.
        foreach (var batch in topics.Distinct().Select(topic => Row(topic, 0, dueAt)).Chunk(100))
        {
            await table.SubmitTransactionAsync(
                batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken
            );
        }
    }

    public async Task<IReadOnlyList<HubPing>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        // All are read, for there are as many as feeds changed since the hub last answered; only so is
        // it known that nothing waits.
        var waiting = new List<HubPing>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"),
                cancellationToken: cancellationToken
            )
        )
        {
            waiting.Add(
                new HubPing(
                    new Uri(row.GetString("Topic")),
                    row.GetInt32("Attempts") ?? 0,
                    row.GetDateTimeOffset("DueAt") ?? default,
                    row.ETag.ToString()
                )
            );
        }

        Volatile.Write(ref emptyAt, waiting.Count > 0 ? 0 : now.UtcTicks);
        return [.. waiting.Where(ping => ping.DueAt <= now).OrderBy(ping => ping.DueAt).Take(limit)];
    }

    public async Task RemoveAsync(HubPing ping, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, KeyOf(ping.Topic), new ETag(ping.Version), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // Its topic changed again meanwhile and waits again, or another instance was faster.
        }
    }

    public async Task PostponeAsync(HubPing ping, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(
                Row(ping.Topic, ping.Attempts, dueAt),
                new ETag(ping.Version),
                TableUpdateMode.Replace,
                cancellationToken
            );
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // As above.
        }
    }

    private static TableEntity Row(Uri topic, int attempts, DateTimeOffset dueAt) =>
        new(Partition, KeyOf(topic))
        {
            ["Topic"] = topic.AbsoluteUri,
            ["Attempts"] = attempts,
            ["DueAt"] = dueAt,
        };

    private static string KeyOf(Uri topic) => TableKey.Hash("topic", topic.AbsoluteUri);
}
