using Siaran.Intake;
using Siaran.Intake.Attachments;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>The pictures that belong to a document in <c>incoming</c>, and all of it as one original.</summary>
/// <param name="Files">Those that lie in its folder, as they were listed.</param>
/// <param name="Versions">As <see cref="IntakeRecord.Pictures"/>.</param>
/// <param name="Form">The document and the pictures (RFC 7578): the same files give the same bytes.</param>
/// <param name="ContentType">Of <paramref name="Form"/>, with its boundary.</param>
public sealed record UploadPictures(IReadOnlyList<IncomingUpload> Files, string Versions, BinaryData Form, string ContentType);

/// <summary>
/// Finds the pictures that belong to a document in <c>incoming</c>: in its folder, and with what came under its name before.
/// </summary>
public sealed class FolderPictures(Inbox inbox, ReleaseTable releases, AcceptedUploads accepted, CollectOptions options)
{
    /// <summary>The document, read again with its pictures where there are any. Without pictures it asks storage nothing.</summary>
    /// <param name="read">As it reads alone.</param>
    /// <param name="hand">With the pictures of its folder.</param>
    /// <param name="readForm">Reads document and pictures as one upload.</param>
    /// <param name="cancellationToken">Ends the downloads.</param>
    /// <returns>Null where a picture was replaced or taken away since it was listed: the next run sees what is there then.</returns>
    public async Task<ReadUpload?> AddAsync(
        ReadUpload read,
        UploadInHand hand,
        Func<IncomingUpload, BinaryData, Task<IntakeResult>> readForm,
        CancellationToken cancellationToken
    )
    {
        // A withdrawal, or tags alone, leaves the release's pictures as they are.
        var content =
            (read.Result as IntakeResult.Accepted)?.Submission.Content ?? (read.Result as IntakeResult.Doubtful)?.Submission.Content;
        if (content is null || read.Content is null)
        {
            return read;
        }

        var chosen = hand.TakesAllPictures ? hand.Pictures : [.. hand.Pictures.Where(one => read.Result.IsMissing(FileOf(one.Name)))];
        var all = read.Upload.Length + chosen.Sum(picture => picture.Length);
        if (chosen.Count > 0 && all > options.MaxFileBytes)
        {
            return read with { Result = new IntakeResult.Rejected(read.Result.Report.With(Findings.TooLarge(all, options.MaxFileBytes))) };
        }

        var pictures = await EarlierAsync(read, chosen, cancellationToken);
        foreach (var picture in chosen)
        {
            if (await inbox.ReadAsync(picture, cancellationToken) is not { } bytes)
            {
                return null;
            }

            pictures.Add(new UploadedDocument(picture.Name, picture.ContentType, bytes.ToMemory()));
        }

        return pictures.Count == 0 ? read : await TogetherAsync(read, chosen, pictures, readForm);
    }

    private static async Task<ReadUpload> TogetherAsync(
        ReadUpload read,
        IReadOnlyList<IncomingUpload> chosen,
        List<UploadedDocument> pictures,
        Func<IncomingUpload, BinaryData, Task<IntakeResult>> readForm
    )
    {
        var form = SeveralFiles.Of(
            new UploadedDocument(read.Upload.Name, read.Upload.ContentType, read.Content!.ToMemory()),
            [.. pictures.OrderBy(picture => FileOf(picture.Name), StringComparer.Ordinal)]
        );
        var versions = chosen.Count > 0 ? string.Join(',', chosen.Select(picture => picture.VersionName)) : read.SameName!.Pictures!;
        var whole = new UploadPictures(chosen, versions, BinaryData.FromBytes(form.Bytes), form.ContentType!);
        return read with { Pictures = whole, Result = await readForm(read.Upload with { ContentType = form.ContentType }, whole.Form) };
    }

    /// <summary>A correction keeps the pictures that it has no others for: they are in <c>incoming</c> no longer.</summary>
    private async Task<List<UploadedDocument>> EarlierAsync(
        ReadUpload read,
        IReadOnlyList<IncomingUpload> chosen,
        CancellationToken cancellationToken
    )
    {
        if (
            read.SameName is not { Pictures: not null, Id: { } id }
            || !UploadFolders.TakesPictures(read.Upload)
            || await releases.FindAsync(id, cancellationToken) is not { } stored
            || await LastFormAsync(stored, cancellationToken) is not { } form
        )
        {
            return [];
        }

        var there = chosen.Select(picture => FileOf(picture.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. SeveralFiles
                .PicturesOf(form)
                .Where(picture => chosen.Count == 0 || (read.Result.IsMissing(picture.Name) && !there.Contains(picture.Name))),
        ];
    }

    /// <summary>The last original that was a form: a withdrawal, or tags alone, brings no pictures and takes none away.</summary>
    private async Task<UploadedDocument?> LastFormAsync(StoredRelease stored, CancellationToken cancellationToken)
    {
        var blob = stored.Original;
        if (await FormAsync(blob, cancellationToken) is { } current)
        {
            return current;
        }

        var originals = await accepted.ListAsync(stored.Release.Id, cancellationToken).ToListAsync(cancellationToken);
        var last = originals
            .Where(one => one.Blob != blob && SeveralFiles.IsWhat(new UploadedDocument(one.Upload.Name, one.Upload.ContentType, default)))
            .OrderByDescending(one => one.Revision)
            .ThenByDescending(one => one.CollectedAt)
            .FirstOrDefault();
        return last is null ? null : await FormAsync(last.Blob, cancellationToken);
    }

    private async Task<UploadedDocument?> FormAsync(string blob, CancellationToken cancellationToken) =>
        await accepted.ReadAsync(blob, cancellationToken) is { } original
        && new UploadedDocument(blob, original.ContentType, original.Content.ToMemory()) is var read
        && SeveralFiles.IsWhat(read)
            ? read
            : null;

    private static string FileOf(string name) => name[(name.LastIndexOf('/') + 1)..];
}
