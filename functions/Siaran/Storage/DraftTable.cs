using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Siaran.Storage;

/// <summary>A draft among others: what a list shows of it.</summary>
/// <param name="Id">Lower-case hexadecimal digits.</param>
/// <param name="Title">Its headline, shortened.</param>
/// <param name="SavedAt">UTC.</param>
/// <param name="SavedBy">Who saved it last.</param>
public sealed record StoredDraft(string Id, string Title, DateTimeOffset SavedAt, string SavedBy)
{
    /// <summary>Id of the office that it belongs to; null where offices are not kept apart.</summary>
    public string? Office { get; init; }

    /// <summary>How far it is on its way to a colleague's approval.</summary>
    public DraftReview Review { get; init; } = new();

    /// <summary>The upload that it was last sent as; null where it never was.</summary>
    public string? Upload { get; init; }

    /// <summary>The text that it has claimed to send it, see <see cref="DraftTable.TryClaimAsync"/>; null where it has none.</summary>
    public string? Claim { get; init; }

    /// <summary>The blob that holds what it says; empty where it is new, or being discarded.</summary>
    public string Blob { get; init; } = "";

    /// <summary>Whether nothing more can become of it.</summary>
    public bool IsDiscarded => Blob.Length == 0 && Version != default;

    /// <summary>Changes each time that it is saved.</summary>
    public ETag Version { get; init; }
}

/// <summary>How far a draft is on its way to approval.</summary>
public enum DraftState
{
    /// <summary>Nobody has been asked yet, or its text was changed since.</summary>
    Writing,

    /// <summary>It waits for a colleague.</summary>
    Submitted,

    /// <summary>A colleague wants something changed.</summary>
    Returned,

    /// <summary>A colleague has approved this very text.</summary>
    Approved,
}

/// <summary>What was said of a draft. Each save of its text begins it from the start.</summary>
public sealed record DraftReview
{
    public DraftState State { get; init; }

    /// <summary>Id of the person who saved the text last.</summary>
    public string Author { get; init; } = "";

    /// <summary>Id of the person who submitted it; empty before.</summary>
    public string Submitter { get; init; } = "";

    /// <summary>Name of the person who submitted, returned or approved it.</summary>
    public string By { get; init; } = "";

    /// <summary>Why it was returned.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>That there are links to a draft's preview.</summary>
/// <param name="Key">In every link: without it, they all end.</param>
/// <param name="By">Name of whoever made the last one.</param>
/// <param name="EndsAt">When the last one ends, UTC.</param>
public sealed record DraftShare(string Key, string By, DateTimeOffset EndsAt);

/// <summary>
/// What editors are writing. The row names the blob that holds the text, so that a save that is cut short leaves the one before.
/// </summary>
public sealed class DraftTable(StorageAccount account)
{
    private const string Partition = "drafts";
    private const string Shares = "shares";
    private const string Claims = "claims";
    private const int LongestTitle = 200;

    /// <summary>A sender who has not come back by then has failed, unless the draft says that it was sent.</summary>
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(2);

    private readonly TableClient table = account.Table(Names.DraftTable);
    private readonly BlobContainerClient container = account.Container(Names.Drafts);
    private readonly Inbox inbox = new(account);

    /// <summary>All there are, oldest first.</summary>
    /// <param name="before">Only those that were begun before the draft of this id; null for all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async IAsyncEnumerable<StoredDraft> ListAsync(string? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Ids rise with time.
        var filter = before is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {Partition}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {before}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>One point read; null where there is none.</summary>
    public async Task<StoredDraft?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>What it says, as it was written; null where it is being discarded.</summary>
    public async Task<BinaryData?> ReadAsync(StoredDraft draft, CancellationToken cancellationToken) =>
        draft.IsDiscarded ? null : await ReadAsync(draft.Blob, cancellationToken);

    /// <summary>A file that belongs to it; null where there is none.</summary>
    public Task<BinaryData?> ReadFileAsync(string id, string name, CancellationToken cancellationToken) =>
        ReadAsync($"{id}/files/{name}", cancellationToken);

    /// <summary>Keeps a file before the draft that names it is saved. Repeating it changes nothing.</summary>
    public Task KeepFileAsync(string id, string name, BinaryData content, CancellationToken cancellationToken) =>
        container.GetBlobClient($"{id}/files/{name}").UploadAsync(content, overwrite: true, cancellationToken);

    /// <summary>Saves it.</summary>
    /// <param name="draft">Its <see cref="StoredDraft.Version"/> and <see cref="StoredDraft.Blob"/> are as found; default for a new
    /// one.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellationToken">Ends the save.</param>
    /// <returns>As saved; null where another one was saved meanwhile, or it was discarded.</returns>
    public async Task<StoredDraft?> TrySaveAsync(StoredDraft draft, BinaryData content, CancellationToken cancellationToken)
    {
        var saved = draft with { Blob = $"{draft.Id}/{Guid.NewGuid():N}.json" };
        // Nobody else writes under this name: what is there is of a try whose answer was lost.
        await container.GetBlobClient(saved.Blob).UploadAsync(content, overwrite: true, cancellationToken);
        var row = RowOf(saved);
        try
        {
            var written =
                draft.Version == default
                    ? await table.AddEntityAsync(row, cancellationToken)
                    : await table.UpdateEntityAsync(row, draft.Version, TableUpdateMode.Replace, cancellationToken);
            if (draft.Blob.Length > 0)
            {
                await container.GetBlobClient(draft.Blob).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            }

            return saved with
            {
                Version = written.Headers.ETag ?? default,
            };
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            // Where the answer to the first try was lost, it is this very save that is in the way.
            if (await FindAsync(draft.Id, cancellationToken) is { } there && there.Blob == saved.Blob)
            {
                return there;
            }

            await container.GetBlobClient(saved.Blob).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            return null;
        }
    }

    /// <summary>Takes it away with all that belongs to it. Repeating it after it was cut short goes on.</summary>
    /// <param name="draft">As found.</param>
    /// <param name="cancellationToken">Ends it in between.</param>
    /// <returns>False where it was saved meanwhile: it stays.</returns>
    public async Task<bool> DiscardAsync(StoredDraft draft, CancellationToken cancellationToken)
    {
        try
        {
            // From here on nobody can save it any more, and nothing that was saved is deleted unseen.
            await table.UpdateEntityAsync(RowOf(draft with { Blob = "" }), draft.Version, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return false;
        }

        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = draft.Id + "/" }, cancellationToken))
        {
            await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }

        await EndShareAsync(draft.Id, cancellationToken);
        if (draft.Claim is { } claim)
        {
            await EndClaimAsync(claim, draft.Id, cancellationToken);
        }

        await table.DeleteEntityAsync(Partition, draft.Id, cancellationToken: cancellationToken);
        return true;
    }

    /// <summary>By what a draft's links are known; null where there are none.</summary>
    public async Task<DraftShare?> FindShareAsync(string id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Shares, id, cancellationToken: cancellationToken);
        return row.HasValue
            ? new DraftShare(
                row.Value!.GetString("Key") ?? "",
                row.Value.GetString("By") ?? "",
                row.Value.GetDateTimeOffset("EndsAt") ?? default
            )
            : null;
    }

    /// <summary>Notes that there are links, in a row of its own: no save of the draft is in its way.</summary>
    public Task ShareAsync(string id, DraftShare share, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(
            new TableEntity(Shares, id)
            {
                ["Key"] = share.Key,
                ["By"] = share.By,
                ["EndsAt"] = share.EndsAt,
            },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>Ends all links to a draft. Repeating it changes nothing.</summary>
    public Task EndShareAsync(string id, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(Shares, id, cancellationToken: cancellationToken);

    /// <summary>
    /// Notes which draft sends a text, so that no other draft with the same text is sent meanwhile. Repeating it changes nothing.
    /// </summary>
    /// <param name="text">Stands for the text: letters and digits.</param>
    /// <param name="id">The draft that is about to be sent.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>False where another draft is being sent with it, or its upload waits.</returns>
    public async Task<bool> TryClaimAsync(string text, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claim = new TableEntity(Claims, text) { ["Draft"] = id, ["At"] = now };
        var held = await HolderAsync(text, cancellationToken);
        if (held is not null && held.GetString("Draft") is { } other)
        {
            if (other == id)
            {
                return true;
            }

            if (
                now - held.GetDateTimeOffset("At") < ClaimLasts
                || await FindAsync(other, cancellationToken) is { Upload: not null }
                // It was sent, though its draft was saved over since.
                || (held.GetString("Upload") is { } upload && await inbox.HasAsync(upload, cancellationToken))
            )
            {
                return false;
            }
        }

        try
        {
            await (
                held is null
                    ? table.AddEntityAsync(claim, cancellationToken)
                    : table.UpdateEntityAsync(claim, held.ETag, TableUpdateMode.Replace, cancellationToken)
            );
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            // Where the answer to the first try was lost, it is this very claim that is in the way.
            return await HolderAsync(text, cancellationToken) is { } taken && taken.GetString("Draft") == id;
        }
    }

    /// <summary>
    /// Keeps a claim for an upload that is about to be stored. The draft must say by then that it is sent: whoever looks at the claim
    /// afterwards finds that, and whoever looked before it is too late to take it over.
    /// </summary>
    /// <param name="text">As claimed.</param>
    /// <param name="id">The draft.</param>
    /// <param name="upload">Its upload's name.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>False where another draft has taken it over: its text is that one's to send.</returns>
    public async Task<bool> KeepClaimAsync(string text, string id, string upload, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await HolderAsync(text, cancellationToken) is not { } held || held.GetString("Draft") != id)
        {
            return false;
        }

        (held["Upload"], held["At"]) = (upload, now);
        try
        {
            await table.UpdateEntityAsync(held, held.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // Where the answer to the first try was lost, it is this very claim that is in the way.
            return await HolderAsync(text, cancellationToken) is { } taken
                && taken.GetString("Draft") == id
                && taken.GetString("Upload") == upload;
        }
    }

    /// <summary>
    /// Lets other drafts with the text be sent. Repeating it changes nothing, and nor does it where another has taken it over.
    /// </summary>
    public async Task EndClaimAsync(string text, string id, CancellationToken cancellationToken)
    {
        if (await HolderAsync(text, cancellationToken) is { } held && held.GetString("Draft") == id)
        {
            // One that was taken over in between is no longer its own.
            await Conditional.SucceedsAsync(() => table.DeleteEntityAsync(held, held.ETag, cancellationToken));
        }
    }

    private async Task<TableEntity?> HolderAsync(string text, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Claims, text, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    private static TableEntity RowOf(StoredDraft draft)
    {
        var row = new TableEntity(Partition, draft.Id)
        {
            ["Title"] = draft.Title[..Math.Min(draft.Title.Length, LongestTitle)],
            ["SavedAt"] = draft.SavedAt,
            ["SavedBy"] = draft.SavedBy,
            ["Blob"] = draft.Blob,
            ["State"] = draft.Review.State.ToString(),
            ["Author"] = draft.Review.Author,
            ["Submitter"] = draft.Review.Submitter,
            ["ReviewedBy"] = draft.Review.By,
            ["Remark"] = draft.Review.Remark,
        };
        if (draft.Office is { } office)
        {
            row["Office"] = office;
        }

        if (draft.Upload is { } upload)
        {
            row["Upload"] = upload;
        }

        if (draft.Claim is { } claim)
        {
            row["Claim"] = claim;
        }

        return row;
    }

    private static StoredDraft Read(TableEntity row) =>
        new(row.RowKey, row.GetString("Title") ?? "", row.GetDateTimeOffset("SavedAt") ?? default, row.GetString("SavedBy") ?? "")
        {
            Office = row.GetString("Office"),
            Upload = row.GetString("Upload"),
            Claim = row.GetString("Claim"),
            Blob = row.GetString("Blob") ?? "",
            Review = ReviewOf(row),
            Version = row.ETag,
        };

    private static DraftReview ReviewOf(TableEntity row) =>
        new()
        {
            State = Enum.TryParse<DraftState>(row.GetString("State"), out var state) ? state : DraftState.Writing,
            Author = row.GetString("Author") ?? "",
            Submitter = row.GetString("Submitter") ?? "",
            By = row.GetString("ReviewedBy") ?? "",
            Remark = row.GetString("Remark") ?? "",
        };
}
