using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Storage;

/// <summary>What a row of the table of releases holds, and what is done where it cannot be read.</summary>
internal sealed partial class ReleaseRows(StorageAccount account, ILogger logger)
{
    public const string RevisionColumn = "Revision";
    public const string TaggingPassColumn = "TaggingPass";
    public const string UploadVersionColumn = "UploadVersion";
    private const int LongestHeadline = 200;

    private readonly Payload payload = new(account);
    private readonly DamagedRows damaged = new(account);

    /// <summary>The row of one revision; a long one leaves its document in a blob.</summary>
    public async Task<TableEntity> WriteAsync(string key, StoredRelease stored, CancellationToken cancellationToken)
    {
        var (tagged, release) = (stored.Tagged, stored.Release);
        var headline = release.Content.Headline;
        var row = new TableEntity(release.Id.ToString(), key)
        {
            [RevisionColumn] = release.Revision,
            [TaggingPassColumn] = tagged.TaggingPass,
            ["Headline"] = headline[..Math.Min(headline.Length, LongestHeadline)],
            ["Status"] = release.Status.ToString(),
            // For FindKnownAsync to filter by. What was withdrawn unseen is known from no time on.
            ["PublishAt"] = release.KnownFrom(),
            ["Original"] = stored.Original,
            [UploadVersionColumn] = stored.UploadVersion,
        };
        await payload.WriteAsync(row, Payload.Pack(new Document(tagged, stored.FeedKeys)), cancellationToken);
        return row;
    }

    /// <exception cref="InvalidDataException">The row is damaged.</exception>
    public async Task<StoredRelease> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var document = await payload.ReadAsync<Document>(row, cancellationToken);
        return new StoredRelease(document.Tagged, row.GetString("Original"), document.FeedKeys, row.ETag, row.Timestamp ?? default)
        {
            UploadVersion = row.GetString(UploadVersionColumn) ?? "",
        };
    }

    /// <summary>Null where the row is damaged, which is noted.</summary>
    public async Task<StoredRelease?> ReadOrSkipAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(row, cancellationToken);
        }
        catch (InvalidDataException ex)
        {
            await NoteDamageAsync(row, ex, cancellationToken);
            return null;
        }
    }

    /// <exception cref="InvalidDataException">The row is damaged, which is noted.</exception>
    public async Task<StoredRelease> ReadOrNoteAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(row, cancellationToken);
        }
        catch (InvalidDataException ex)
        {
            await NoteDamageAsync(row, ex, cancellationToken);
            throw;
        }
    }

    private Task NoteDamageAsync(TableEntity row, InvalidDataException ex, CancellationToken cancellationToken)
    {
        LogDamagedRow(logger, ex, row.PartitionKey);
        return ReleaseId.TryParse(row.PartitionKey, out var id) ? damaged.NoteAsync(id, cancellationToken) : Task.CompletedTask;
    }

    [LoggerMessage(1201, LogLevel.Error, "The stored release {Id} cannot be read; the timer restores it from accepted")]
    private static partial void LogDamagedRow(ILogger logger, Exception ex, string id);

    private sealed record Document(TaggedRelease Tagged, [property: JsonPropertyName("Places")] IReadOnlyList<FeedKey> FeedKeys);
}
