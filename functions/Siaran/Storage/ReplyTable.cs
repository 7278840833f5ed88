using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Siaran.Releases;
using Siaran.Replies;

namespace Siaran.Storage;

/// <summary>
/// Replies: those that wait in a partition for each office, those that are shown in one for each release. What is shown has no e-mail
/// address, so that none can be served.
/// </summary>
public sealed class ReplyTable(StorageAccount account)
{
    /// <summary>How many may wait for the moderators of one office.</summary>
    public const int MostWaiting = 500;

    /// <summary>How many of them under one release.</summary>
    public const int MostWaitingUnderRelease = 50;

    private const string Waiting = "waiting:";
    private const string AfterWaiting = "waiting;";
    private const string Shown = "shown:";

    private readonly TableClient table = account.Table(Names.Replies);

    /// <summary>What a release shows: one query.</summary>
    public async Task<ReplyList> ReadAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var (shown, changedAt) = (new List<Reply>(), (DateTimeOffset?)null);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Shown + release}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == TableKey.Head)
            {
                changedAt = row.GetDateTimeOffset("ChangedAt");
            }
            else
            {
                shown.Add(ReplyOf(row));
            }
        }

        return new ReplyList(shown, changedAt);
    }

    /// <summary>
    /// Has one wait for a moderator: a query, and a write where there is room. One that says the same as another that waits is that one,
    /// sent again.
    /// </summary>
    /// <returns>False where too many wait already.</returns>
    public async Task<bool> TryAddAsync(WaitingReply waiting, CancellationToken cancellationToken)
    {
        var (all, here, saying) = (0, 0, SayingOf(waiting));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Waiting + waiting.Office}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, MostWaiting, ["RowKey", "Release", "Saying"], cancellationToken))
        {
            if (row.GetString("Saying") == saying)
            {
                return true;
            }

            all++;
            here += row.GetString("Release") == waiting.Release.ToString() ? 1 : 0;
        }

        if (all >= MostWaiting || here >= MostWaitingUnderRelease)
        {
            return false;
        }

        // Nobody else has its key: what is there is of a try whose answer was lost.
        await table.UpsertEntityAsync(RowOf(waiting), TableUpdateMode.Replace, cancellationToken);
        return true;
    }

    /// <summary>Those that wait for the moderators of an office, oldest first.</summary>
    public async IAsyncEnumerable<WaitingReply> WaitingAsync(string office, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Waiting + office}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, MostWaiting, cancellationToken: cancellationToken))
        {
            yield return WaitingOf(row);
        }
    }

    /// <summary>One point read; null where it does not wait any more.</summary>
    public async Task<WaitingReply?> FindWaitingAsync(string office, string key, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Waiting + office, key, cancellationToken: cancellationToken);
        return row.HasValue ? WaitingOf(row.Value!) : null;
    }

    /// <summary>Decides to show one, which <see cref="ShowAsync"/> then does. What is decided once stays so.</summary>
    /// <param name="waiting">As found.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>As decided; null where something was decided of it since it was found.</returns>
    public async Task<WaitingReply?> TryDecideAsync(WaitingReply waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decided = waiting with { DecidedAt = now };
        try
        {
            var version = new ETag(waiting.Version);
            var written = await table.UpdateEntityAsync(RowOf(decided), version, TableUpdateMode.Replace, cancellationToken);
            return decided with { Version = written.Headers.ETag?.ToString() ?? "" };
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // Where the answer to the first try was lost, it is this very decision that is in the way.
            return await FindWaitingAsync(waiting.Office, waiting.Reply.Key, cancellationToken) is { } there && there.DecidedAt == now
                ? there
                : null;
        }
    }

    /// <summary>Lets one through. Repeating it after it was cut short goes on.</summary>
    public async Task ShowAsync(WaitingReply waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Shown first: where a run dies between the two, it is looked at once more and not lost.
        var partition = Shown + waiting.Release;
        await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, HeadOf(partition, now)),
                new(TableTransactionActionType.UpsertReplace, RowOf(partition, waiting.Reply with { ShownAt = now })),
            ],
            cancellationToken
        );
        await RefuseAsync(waiting, cancellationToken);
    }

    /// <summary>Deletes one that waits, whatever was decided of it.</summary>
    public Task RefuseAsync(WaitingReply waiting, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(Waiting + waiting.Office, waiting.Reply.Key, cancellationToken: cancellationToken);

    /// <summary>Deletes one that waits, unless something else was decided of it.</summary>
    /// <param name="waiting">As found.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where it was decided since to show it.</returns>
    public async Task<bool> TryRefuseAsync(WaitingReply waiting, CancellationToken cancellationToken)
    {
        var (partition, key, isThere) = (Waiting + waiting.Office, waiting.Reply.Key, true);
        var isDeleted = await Conditional.SucceedsAsync(async () =>
            isThere = (await table.DeleteEntityAsync(partition, key, new ETag(waiting.Version), cancellationToken)).Status != 404
        );
        // One that is gone was refused, by this very call where the answer to its first try was lost, or it is shown by now.
        return isDeleted
            && (
                isThere
                || !(
                    await table.GetEntityIfExistsAsync<TableEntity>(
                        Shown + waiting.Release,
                        key,
                        ["RowKey"],
                        cancellationToken: cancellationToken
                    )
                ).HasValue
            );
    }

    /// <summary>Deletes one that is shown. Repeating it changes nothing but the time.</summary>
    public async Task RemoveAsync(ReleaseId release, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The time first: a page that is made between the two would else keep its date without the reply.
        await table.UpsertEntityAsync(HeadOf(Shown + release, now), TableUpdateMode.Replace, cancellationToken);
        await table.DeleteEntityAsync(Shown + release, key, cancellationToken: cancellationToken);
    }

    /// <summary>Deletes all under a release, shown or not. Repeating it changes nothing.</summary>
    /// <param name="release">The release.</param>
    /// <param name="isMeant">Whether they are to go, asked once those that are there are known, and only where there are any: those
    /// that come later are never deleted.</param>
    /// <param name="cancellationToken">Ends it early; repeating it goes on.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> ForgetAsync(ReleaseId release, Func<Task<bool>> isMeant, CancellationToken cancellationToken)
    {
        var (id, found) = (release.ToString(), new List<TableEntity>());
        // Waiting ones of every office, since a release may have changed hands; few wait at any time.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Shown + id} or (PartitionKey ge {Waiting} and PartitionKey lt {AfterWaiting})"
        );
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, ["PartitionKey", "RowKey", "Release"], cancellationToken))
        {
            if (row.PartitionKey == Shown + id || row.GetString("Release") == id)
            {
                found.Add(row);
            }
        }

        if (found.Count == 0 || !await isMeant())
        {
            return 0;
        }

        foreach (var row in found.Where(row => row.RowKey != TableKey.Head))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        }

        // Where one was shown since, the time is that of it.
        foreach (var head in found.Where(row => row.RowKey == TableKey.Head))
        {
            await Conditional.SucceedsAsync(() => table.DeleteEntityAsync(head.PartitionKey, head.RowKey, head.ETag, cancellationToken));
        }

        return found.Count(row => row.RowKey != TableKey.Head);
    }

    /// <summary>Deletes those that nobody looked at: one query where there are none.</summary>
    /// <param name="before">What was written before it.</param>
    /// <param name="cancellationToken">Ends it early; repeating it goes on.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var replies = 0;
        var end = before.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Waiting} and PartitionKey lt {AfterWaiting} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, ["PartitionKey", "RowKey"], cancellationToken))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            replies++;
        }

        return replies;
    }

    /// <summary>What it says, to be compared: its key is another each time that it is sent.</summary>
    private static string SayingOf(WaitingReply waiting) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{waiting.Release}\n{waiting.Email}\n{waiting.Reply.Name}\n{waiting.Reply.Text}"))
        );

    private static TableEntity HeadOf(string partition, DateTimeOffset now) => new(partition, TableKey.Head) { ["ChangedAt"] = now };

    private static TableEntity RowOf(WaitingReply waiting)
    {
        var row = RowOf(Waiting + waiting.Office, waiting.Reply);
        (row["Release"], row["Headline"], row["Email"]) = (waiting.Release.ToString(), waiting.Headline, waiting.Email);
        row["Saying"] = SayingOf(waiting);
        if (waiting.DecidedAt != default)
        {
            row["DecidedAt"] = waiting.DecidedAt;
        }

        return row;
    }

    private static TableEntity RowOf(string partition, Reply reply)
    {
        var row = new TableEntity(partition, reply.Key) { ["Name"] = reply.Name, ["Text"] = reply.Text };
        if (reply.ShownAt != default)
        {
            row["ShownAt"] = reply.ShownAt;
        }

        return row;
    }

    private static WaitingReply WaitingOf(TableEntity row) =>
        new(
            ReplyOf(row),
            row.PartitionKey[Waiting.Length..],
            ReleaseId.TryParse(row.GetString("Release"), out var id) ? id : default,
            row.GetString("Headline") ?? "",
            row.GetString("Email") ?? ""
        )
        {
            DecidedAt = row.GetDateTimeOffset("DecidedAt") ?? default,
            Version = row.ETag.ToString(),
        };

    private static Reply ReplyOf(TableEntity row) =>
        new(
            Guid.TryParseExact(row.RowKey.Split(':')[^1], "N", out var id) ? id : default,
            TableKey.TimeIn(row.RowKey) ?? default,
            row.GetString("Name") ?? "",
            row.GetString("Text") ?? ""
        )
        {
            ShownAt = row.GetDateTimeOffset("ShownAt") ?? default,
        };
}
