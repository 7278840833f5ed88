using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Microsoft.AspNetCore.Http;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>A draft as it was opened.</summary>
/// <param name="Row">What the list shows, and the version that was opened.</param>
/// <param name="Draft">What it says.</param>
public sealed record OpenDraft(StoredDraft Row, Draft Draft)
{
    public string Id => Row.Id;

    /// <summary>The version, for a form's field.</summary>
    public string Version => Row.Version.ToString();
}

/// <summary>Some of a person's drafts, newest first.</summary>
/// <param name="Rows">What the list shows of each.</param>
/// <param name="Before">Where older ones go on; null where there are none.</param>
public sealed record DraftPage(IReadOnlyList<StoredDraft> Rows, string? Before);

/// <summary>Drafts of a person's offices: opened, saved, sent and discarded.</summary>
public sealed partial class Drafts(DraftTable table, IntakeTable intake, ReleaseTable releases, UploadEntry entry, TimeProvider time)
{
    /// <summary>On one page of them.</summary>
    public const int Most = 25;

    /// <summary>Of an id: milliseconds since 1970 (RFC 9562, UUID version 7).</summary>
    private const int TimeDigits = 12;

    /// <summary>Newest first, those that are asked for; what was published as it was sent is discarded on the way.</summary>
    /// <param name="user">Whose they are.</param>
    /// <param name="isAsked">Which of them.</param>
    /// <param name="before">The id of a draft, to go on with older ones; null for the newest.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<DraftPage> ListAsync(
        DeskUser user,
        Func<StoredDraft, bool> isAsked,
        string? before,
        CancellationToken cancellationToken
    )
    {
        var (newest, hasOlder) = (new Queue<StoredDraft>(), false);
        await foreach (var row in table.ListAsync(before, cancellationToken).Where(row => MayOpen(user, row) && isAsked(row)))
        {
            newest.Enqueue(row);
            if (newest.Count > Most)
            {
                newest.Dequeue();
                hasOlder = true;
            }
        }

        var page = new List<StoredDraft>();
        foreach (var row in newest.Reverse())
        {
            if (!await EndsAsync(row, cancellationToken))
            {
                page.Add(row);
            }
        }

        return new DraftPage(page, hasOlder ? newest.Peek().Id : null);
    }

    /// <summary>Whether nothing of it is left to show: it was discarded, or published as it was sent.</summary>
    private async Task<bool> EndsAsync(StoredDraft row, CancellationToken cancellationToken)
    {
        var isPublished = row.Upload is { } upload && await IsPublishedAsync(upload, cancellationToken);
        // What was saved since stays.
        return row.IsDiscarded || isPublished ? await table.DiscardAsync(row, cancellationToken) || row.IsDiscarded : false;
    }

    /// <summary>What was written before offices were kept apart belongs to none: whoever saved it last still has it.</summary>
    private static bool MayOpen(DeskUser user, StoredDraft row) =>
        user.Actor.ActsFor(row.Office) || (row.Office is null && row.Review.Author == user.Id);

    /// <returns>Null where there is no such draft, or it is another office's.</returns>
    public async Task<OpenDraft?> FindAsync(string id, DeskUser user, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } open && MayOpen(user, open.Row) ? open : null;

    /// <summary>A screen of a draft of one's own offices, or the one that says that there is none.</summary>
    public async Task<IResult> ShowAsync(
        DeskVisit visit,
        string id,
        Func<OpenDraft, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(id, visit.User, cancellationToken) is { } open
            ? await screen(open)
            : await DeskRenderer.NotFoundAsync(visit.View, visit.Form);

    /// <summary>For a colleague who was given a link to it.</summary>
    public async Task<OpenDraft?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!IdPattern().IsMatch(id))
        {
            return null;
        }

        // What it said goes as soon as it is saved over: a row that is another by then leads to what it says now.
        ETag? looked = null;
        while (await table.FindAsync(id, cancellationToken) is { } row && row.Version != looked)
        {
            if (await table.ReadAsync(row, cancellationToken) is { } content)
            {
                return content.ToObjectFromJson<Draft>() is { } draft ? new OpenDraft(row, draft) : null;
            }

            looked = row.Version;
        }

        return null;
    }

    public async Task<DraftWithFiles> WithFilesAsync(OpenDraft open, CancellationToken cancellationToken)
    {
        var files = new List<BinaryData>();
        foreach (var file in open.Draft.Files)
        {
            files.Add(
                await table.ReadFileAsync(open.Id, file.Name, cancellationToken)
                    ?? throw new InvalidDataException($"The file {file.Name} of a draft is gone.")
            );
        }

        return new DraftWithFiles(open.Draft, files);
    }

    /// <returns>Null where the draft has no such file.</returns>
    public async Task<BinaryData?> FileAsync(OpenDraft open, string name, CancellationToken cancellationToken) =>
        open.Draft.Files.Any(file => file.Name == name) ? await table.ReadFileAsync(open.Id, name, cancellationToken) : null;

    /// <summary>What a screen for new drafts sends back, so that what is sent twice from it is one draft.</summary>
    public string Begin() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    /// <summary>A draft of its own, whatever there is.</summary>
    public Task<StoredDraft> AddAsync(DraftWithFiles draft, string? office, DeskUser user, CancellationToken cancellationToken) =>
        AddAsync(draft, office, user, null, cancellationToken);

    /// <summary>A new draft of an office.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="office">Id of the office; null where offices are not kept apart.</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="begun">Of <see cref="Begin"/>; null for a draft of its own whatever there is.</param>
    /// <param name="cancellationToken">Ends the save.</param>
    /// <returns>The draft that is there already where the same was sent from the same screen.</returns>
    public async Task<StoredDraft> AddAsync(
        DraftWithFiles draft,
        string? office,
        DeskUser user,
        string? begun,
        CancellationToken cancellationToken
    )
    {
        var id = begun is not null && IdPattern().IsMatch(begun) ? IdOf(begun, draft.Draft, office, user) : Begin();
        // What has become a release keeps the name to itself.
        if (begun is not null && await IsReleaseAsync(id, office, cancellationToken))
        {
            id = Begin();
        }

        var row = new StoredDraft(id, draft.Draft.Headline, time.GetUtcNow(), user.Name)
        {
            Office = office,
            Review = new DraftReview { Author = user.Id },
        };
        await KeepFilesAsync(id, draft, cancellationToken);
        return await table.TrySaveAsync(row, Json(draft.Draft), cancellationToken)
            ?? await table.FindAsync(id, cancellationToken)
            ?? throw new ContentionException("A new draft was discarded while it was made.");
    }

    /// <summary>The same for the same text from the same screen; ids rise with time, which its first part holds.</summary>
    private static string IdOf(string begun, Draft draft, string? office, DeskUser user)
    {
        var said = Encoding.UTF8.GetBytes($"{begun}\n{user.Id}\n{office}\n").Concat(JsonSerializer.SerializeToUtf8Bytes(draft)).ToArray();
        return begun[..TimeDigits] + Convert.ToHexStringLower(SHA256.HashData(said))[..(begun.Length - TimeDigits)];
    }

    private async Task<bool> IsReleaseAsync(string id, string? office, CancellationToken cancellationToken) =>
        await releases.FindAsync(DraftUpload.ReleaseOf(id, office), cancellationToken) is not null;

    /// <param name="opened">As it is stored now.</param>
    /// <param name="seen">The version that the form was made from.</param>
    /// <param name="draft">What it says now.</param>
    /// <param name="added">Files that are new with it, by name.</param>
    /// <param name="user">Who saves it.</param>
    /// <param name="cancellationToken">Ends the save.</param>
    /// <returns>Null where someone else saved another meanwhile.</returns>
    public async Task<StoredDraft?> TrySaveAsync(
        StoredDraft opened,
        ETag seen,
        Draft draft,
        IReadOnlyDictionary<string, BinaryData> added,
        DeskUser user,
        CancellationToken cancellationToken
    )
    {
        if (seen != opened.Version)
        {
            return null;
        }

        foreach (var (name, content) in added)
        {
            await table.KeepFileAsync(opened.Id, name, content, cancellationToken);
        }

        var row = opened with
        {
            Title = draft.Headline,
            SavedAt = time.GetUtcNow(),
            SavedBy = user.Name,
            // What was sent, if anything, was another text: its publication does not end this one.
            Upload = null,
            Claim = null,
            // An approval is of a text: of another one it says nothing.
            Review = new DraftReview { Author = user.Id },
        };
        return await table.TrySaveAsync(row, Json(draft), cancellationToken);
    }

    /// <summary>Notes what was said of it, and leaves its text as it is.</summary>
    /// <returns>As noted; null where it was saved again since it was opened.</returns>
    public Task<StoredDraft?> TryReviewAsync(OpenDraft open, DraftReview review, CancellationToken cancellationToken) =>
        table.TrySaveAsync(open.Row with { Review = review }, Json(open.Draft), cancellationToken);

    /// <summary>
    /// Keeps the text of a new release for one draft until that is sent, so that two drafts of the same text at once make one release.
    /// Whoever has it looks for releases that are like it, and then sends.
    /// </summary>
    /// <returns>False where another draft with the same text is being sent.</returns>
    public async Task<bool> TryClaimAsync(OpenDraft open, CancellationToken cancellationToken) =>
        open.Draft.Target is not null || await table.TryClaimAsync(TextOf(open), open.Id, time.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Sends it the way that every upload goes. It is discarded once it is published; where that is not known in time, the list does so.
    /// </summary>
    /// <returns>
    /// Null where it was saved or sent by someone else since it was opened, or another draft with its text is being sent.
    /// </returns>
    public async Task<IngestResult?> SendAsync(OpenDraft open, DraftUpload upload, DeskUser user, CancellationToken cancellationToken)
    {
        var name = $"desk/{open.Id}/{upload.FileName}";
        var row = open.Row with { Upload = name, Claim = open.Draft.Target is null ? TextOf(open) : null };
        if (await table.TrySaveAsync(row, Json(open.Draft), cancellationToken) is not { } sent)
        {
            return null;
        }

        // Whoever sends slowly may have lost its claim in the meantime.
        if (row.Claim is { } claim && !await table.KeepClaimAsync(claim, open.Id, name, time.GetUtcNow(), cancellationToken))
        {
            await table.TrySaveAsync(sent with { Upload = null, Claim = null }, Json(open.Draft), cancellationToken);
            return null;
        }

        var incoming = new NewUpload(name, upload.Content, upload.ContentType)
        {
            Metadata = new UploadMetadata
            {
                IsConfirmed = true,
                Target = open.Draft.Target?.ToString(),
                ExpectedRevision = open.Draft.Seen,
            },
        };
        var actor = open.Row.Office is { } office ? user.Actor with { Offices = [office] } : user.Actor;
        var result = await entry.OutcomeAsync(await entry.EnterAsync(incoming, actor, cancellationToken));
        if (result.Outcome is CollectOutcome.Created or CollectOutcome.Revised or CollectOutcome.Unchanged)
        {
            // What was saved over it in the meantime stays a draft.
            await table.DiscardAsync(sent, cancellationToken);
        }

        // What waits comes out by itself, and may not come twice.
        if (result.Outcome is not (CollectOutcome.Queued or CollectOutcome.Failed))
        {
            await EndClaimAsync(open, cancellationToken);
        }

        return result;
    }

    /// <summary>Lets another draft with the text be sent. Repeating it changes nothing.</summary>
    public Task EndClaimAsync(OpenDraft open, CancellationToken cancellationToken) =>
        open.Draft.Target is null ? table.EndClaimAsync(TextOf(open), open.Id, cancellationToken) : Task.CompletedTask;

    private static string TextOf(OpenDraft open)
    {
        using var hash = new WordHash();
        foreach (var part in (string[])[open.Row.Office ?? "", open.Draft.Headline, open.Draft.Body])
        {
            hash.Append(part);
            hash.EndPart();
        }

        return hash.Value();
    }

    /// <returns>False where it was saved since it was opened: it stays.</returns>
    public Task<bool> DiscardAsync(OpenDraft open, CancellationToken cancellationToken) => table.DiscardAsync(open.Row, cancellationToken);

    private async Task<bool> IsPublishedAsync(string upload, CancellationToken cancellationToken) =>
        (await intake.FindAsync(upload, cancellationToken))?.Outcome is "created" or "revised" or "unchanged";

    private async Task KeepFilesAsync(string id, DraftWithFiles draft, CancellationToken cancellationToken)
    {
        foreach (var (file, content) in draft.Draft.Files.Zip(draft.Files))
        {
            await table.KeepFileAsync(id, file.Name, content, cancellationToken);
        }
    }

    private static BinaryData Json(Draft draft) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(draft));

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex IdPattern();
}
