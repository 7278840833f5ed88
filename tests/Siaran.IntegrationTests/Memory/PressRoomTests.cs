using Azure.Core;
using Siaran.Actors;
using Siaran.Listings;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Memory;

/// <summary>Tests over instances that share one storage in memory and one clock.</summary>
public abstract class PressRoomTests
{
    private protected PressRoomTests() => Storage = new MemoryStorage(Clock);

    private protected StillClock Clock { get; } = new(StillClock.Start);

    private protected MemoryStorage Storage { get; }

    /// <summary>An instance, with containers and tables made.</summary>
    /// <param name="passing">See <see cref="MemoryTransport"/>.</param>
    /// <param name="settings">By their configuration names.</param>
    private protected async Task<PressRoom> OpenAsync(
        Func<HttpMessage, ValueTask<Func<ValueTask>?>>? passing = null,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var room = new PressRoom(Storage, Clock, passing, settings);
        await room.CreateAsync();
        return room;
    }

    /// <summary>Cuts the line for the requests that are meant.</summary>
    private protected static Func<HttpMessage, ValueTask<Func<ValueTask>?>> Cutting(Func<HttpMessage, bool> isMeant) =>
        message => isMeant(message) ? throw new IOException("The line to storage is cut.") : new(default(Func<ValueTask>?));

    /// <summary>Shows every request before it is carried out, one after another.</summary>
    private protected static Func<HttpMessage, ValueTask<Func<ValueTask>?>> Watching(Action<HttpMessage> see)
    {
        var one = new Lock();
        return message =>
        {
            lock (one)
            {
                see(message);
            }

            return new(default(Func<ValueTask>?));
        };
    }

    /// <summary>Carries out the first write to an address that has a part in it, and says that it failed.</summary>
    private protected static Func<HttpMessage, ValueTask<Func<ValueTask>?>> LosingTheFirstAnswer(string part)
    {
        var isFirst = true;
        return message =>
        {
            var loses = isFirst && Writes(message, part);
            isFirst &= !loses;
            return new(loses ? () => throw new IOException("The answer was lost.") : default(Func<ValueTask>?));
        };
    }

    /// <summary>Runs the timer of an instance that is stopped at a call, and dies there or goes on afterwards.</summary>
    /// <param name="storage">What it shares with others.</param>
    /// <param name="clock">The same.</param>
    /// <param name="stop">The call, from 0.</param>
    /// <param name="dies">Whether it dies there.</param>
    /// <param name="meanwhile">What is done there.</param>
    /// <param name="passing">See <see cref="MemoryTransport"/>, for the calls that it makes.</param>
    /// <returns>How many calls it made.</returns>
    private protected static async Task<int> RunStoppedAsync(
        MemoryStorage storage,
        StillClock clock,
        int stop,
        bool dies,
        Func<Task> meanwhile,
        Func<HttpMessage, ValueTask<Func<ValueTask>?>>? passing = null
    )
    {
        var calls = 0;
        await using var room = new PressRoom(
            storage,
            clock,
            async message =>
            {
                if (calls++ == stop)
                {
                    await meanwhile();
                }

                return dies && calls > stop ? throw new IOException("The process has died.")
                    : passing is null ? null
                    : await passing(message);
            }
        );
        try
        {
            await room.RunAsync();
        }
        catch (Exception) when (dies) { }

        return calls;
    }

    /// <summary>Whether a request is of a method and its address ends so.</summary>
    private protected static bool Is(HttpMessage message, string method, string end) =>
        message.Request.Method.Method == method && message.Request.Uri.ToString().EndsWith(end, StringComparison.Ordinal);

    /// <summary>Whether a request writes, and its address and body have all these parts.</summary>
    private protected static bool Writes(HttpMessage message, params string[] parts)
    {
        if (message.Request.Method.Method == "GET")
        {
            return false;
        }

        var text = TextOf(message);
        return parts.All(part => text.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>A request's address and body.</summary>
    private protected static string TextOf(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, CancellationToken.None);
        return message.Request.Uri.ToUri().AbsoluteUri + System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>A register of these offices, each with a folder of its id.</summary>
    private protected static OfficeRegister OfficesOf(params string[] ids) =>
        new()
        {
            Offices = [.. ids.Select(id => new PressOffice(id, id is "dishub" ? "Dinas Perhubungan" : $"Dinas {id}"))],
            Holders = [.. ids.Select(id => new Holder(HolderKind.Folder, id, id, [id]))],
        };

    private protected static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private protected static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Yield();
        }
    }

    /// <summary>Puts a vocabulary in place of the project's, or of the one before.</summary>
    internal static async Task PutVocabularyAsync(PressRoom room, string name, BinaryData content) =>
        await room.Service<StorageAccount>().Container(Names.Vocabulary).GetBlobClient(name).UploadAsync(content, overwrite: true);

    /// <summary>All that readers and partners can see, as text.</summary>
    private protected static async Task<string> SeenAsync(PressRoom room)
    {
        var lines = new List<string>();
        foreach (var stored in (await new Truth(room).ReleasesAsync()).Values)
        {
            lines.Add(
                $"page {stored.Release.Slug} {stored.Release.Revision} {stored.Release.Content.Headline} {stored.Original.Length > 0}"
            );
            var related = await room.Service<RelatedTable>().FindAsync(stored.Release.Id, CancellationToken.None);
            lines.Add(
                $"related {stored.Release.Slug} {related?.List.Subject?.Headline}: {string.Join(", ", related?.List.Neighbours.Select(one => one.Headline) ?? [])}"
            );
        }

        var listings = room.Service<ListingTable>();
        foreach (var listed in await listings.ListKeysAsync(null, int.MaxValue, CancellationToken.None))
        {
            var entries = (await listings.ReadAsync(listed.Key, CancellationToken.None))!.Entries;
            if (entries.Count > 0 || listed.Count > 0)
            {
                lines.Add(
                    $"feed {listed.Key} {listed.Count}: {string.Join(", ", entries.Select(entry => $"{entry.Id} {(entry as ListingEntry.Live)?.Tagged.Release.Content.Headline}"))}"
                );
            }
        }

        lines.AddRange(
            (await room.Service<ChangeLog>().ReadAsync(0, 1000, CancellationToken.None)).Select(change =>
                $"change {change.Cursor} {change.Kind} {change.Slug} {change.Revision}"
            )
        );
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>Blobs in a container, without the journal and what says that an upload was refused.</summary>
    internal static async Task<int> CountAsync(PressRoom room, string container)
    {
        var count = 0;
        await foreach (var blob in room.Service<StorageAccount>().Container(container).GetBlobsAsync())
        {
            count += blob.Name.StartsWith("journal/", StringComparison.Ordinal) || blob.Properties.ContentLength == 0 ? 0 : 1;
        }

        return count;
    }
}
