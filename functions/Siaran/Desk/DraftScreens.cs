using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Intake;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>A new draft, and the screen on which it is checked and mended.</summary>
public sealed class DraftScreens(
    DeskDoor door,
    Drafts drafts,
    DraftReader reader,
    Lookalikes lookalikes,
    DraftReviews reviews,
    CollectOptions options
)
{
    private const int MostAtOnce = 20;
    private const long Around = 1024 * 1024;

    private long MostBytes => options.MaxFileBytes + Around;

    public Task<IResult> NewAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.OpenAsync(request, DeskRight.Write, (visit, _) => NewAsync(visit, 0, [], StatusCodes.Status200OK), cancellationToken);

    /// <summary>Makes a draft of each document that was dropped, or of what was written.</summary>
    public Task<IResult> DropAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.SendAsync(request, DeskRight.Write, MostBytes, DropAsync, cancellationToken);

    public Task<IResult> CheckAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Write,
            (visit, ct) => drafts.ShowAsync(visit, id, open => CheckAsync(visit, open, StatusCodes.Status200OK, ct), ct),
            cancellationToken
        );

    /// <summary>Saves the form, and goes where its button leads; 412 with both texts where someone else saved meanwhile.</summary>
    public Task<IResult> SaveAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            (visit, ct) => drafts.ShowAsync(visit, id, open => SaveAsync(visit, open, ct), ct),
            cancellationToken
        );

    public Task<IResult> DiscardAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            Around,
            (visit, ct) =>
                drafts.ShowAsync(
                    visit,
                    id,
                    async open =>
                        // Nobody throws away what they have not seen.
                        DraftForm.VersionOf(visit) == open.Row.Version
                        && await drafts.DiscardAsync(open, ct)
                            ? new SeeOther(visit.View.Link("desk"))
                            : await CheckAsync(visit, open, StatusCodes.Status412PreconditionFailed, ct),
                    ct
                ),
            cancellationToken
        );

    /// <summary>A picture of a draft, for its screens.</summary>
    public Task<IResult> FileAsync(HttpRequest request, string id, string file, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Write,
            async (visit, ct) =>
                await drafts.FindAsync(id, visit.User, ct) is { } open
                && open.Draft.Files.FirstOrDefault(one => one.Name == file) is { } known
                && await drafts.FileAsync(open, file, ct) is { } content
                    ? new DeskFile(known.MediaType, content, known.IsPicture ? null : known.Name)
                    : await DeskRenderer.NotFoundAsync(visit.View),
            cancellationToken
        );

    private static Task<IResult> NewAsync(DeskVisit visit, int made, IReadOnlyList<UnreadFile> unread, int status) =>
        DeskRenderer.ShowAsync<NewScreen>(
            visit.View,
            new()
            {
                ["Visit"] = visit,
                ["Made"] = made,
                ["Unread"] = unread,
                // What has become a draft is not to become another.
                ["Headline"] = made > 0 ? "" : visit.Field("headline"),
                ["Body"] = made > 0 ? "" : visit.Field("body"),
            },
            status
        );

    private async Task<IResult> DropAsync(DeskVisit visit, CancellationToken cancellationToken)
    {
        var files = await DraftForm.FilesOfAsync(visit.Form, MostAtOnce, cancellationToken);
        var (pictures, documents) = (files.Where(file => file.IsPicture).ToList(), files.Where(file => !file.IsPicture).ToList());
        var (read, unread) = (new List<DraftWithFiles>(), Unused(visit, documents.Count, pictures));
        foreach (var document in documents)
        {
            if (reader.Read(document, documents.Count == 1 ? pictures : [], out var findings) is { } draft)
            {
                read.Add(draft);
            }
            else
            {
                unread.Add(UnreadFile.Of(document.Name, findings));
            }
        }

        if (visit.Field("body").Length > 0 || visit.Field("headline").Length > 0)
        {
            read.Add(Written(visit, documents.Count == 0 ? pictures : []));
        }

        var made = new List<string>();
        foreach (var draft in read)
        {
            made.Add((await drafts.AddAsync(draft, DraftForm.OfficeOf(visit, draft.Draft.Agency), visit.User, cancellationToken)).Id);
        }

        return unread.Count > 0 || made.Count == 0 ? await NewAsync(visit, made.Count, unread, StatusCodes.Status422UnprocessableEntity)
            : made.Count == 1 ? new SeeOther(visit.View.Link($"desk/drafts/{made[0]}"))
            : new SeeOther(visit.View.Link("desk"));
    }

    /// <summary>Files that are in no draft, for whatever reason but their own.</summary>
    private static List<UnreadFile> Unused(DeskVisit visit, int documents, IReadOnlyList<DroppedFile> pictures) =>
        [
            .. DraftForm
                .FilesBeyond(visit.Form, MostAtOnce)
                .Select(name => new UnreadFile(name, [$"Paling banyak {MostAtOnce} berkas sekaligus. Kirim lagi berkas ini."])),
            .. pictures
                .Where(_ => documents > 1)
                .Select(picture => new UnreadFile(
                    picture.Name,
                    ["Beberapa naskah dikirim sekaligus, jadi tidak jelas gambar ini milik naskah mana. Tambahkan pada naskahnya."]
                )),
        ];

    /// <summary>What was typed. A text without a headline of its own is read as a file is, and may have everything in it.</summary>
    private DraftWithFiles Written(DeskVisit visit, IReadOnlyList<DroppedFile> pictures)
    {
        var typed = new DroppedFile("naskah.md", "text/markdown", Encoding.UTF8.GetBytes(visit.Field("body")));
        return string.IsNullOrWhiteSpace(visit.Field("headline")) && reader.Read(typed, pictures, out _) is { } read
            ? read
            : DraftForm.Written(visit, pictures);
    }

    private async Task<IResult> SaveAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        var (written, added) = await DraftForm.ReadAsync(visit, open.Draft, cancellationToken);
        var named = open.Row with { Office = DraftForm.OfficeOf(visit, open) };
        var (row, draft) = await lookalikes.ChooseAsync(visit, new OpenDraft(named, written), cancellationToken);
        if (await drafts.TrySaveAsync(row, DraftForm.VersionOf(visit), draft, added, visit.User, cancellationToken) is not { } saved)
        {
            return await DeskRenderer.ShowAsync<ConflictScreen>(
                visit.View,
                new()
                {
                    ["Theirs"] = open,
                    ["Mine"] = draft,
                    ["Form"] = visit.Form,
                },
                StatusCodes.Status412PreconditionFailed
            );
        }

        return visit.Field("next") switch
        {
            "when" => new SeeOther(visit.View.Link($"desk/drafts/{open.Id}/when")),
            "preview" => new SeeOther(visit.View.Link($"desk/drafts/{open.Id}/preview")),
            "submit" => await SubmitAsync(visit, new OpenDraft(saved, draft), cancellationToken),
            _ => await CheckAsync(visit, new OpenDraft(saved, draft), StatusCodes.Status200OK, cancellationToken),
        };
    }

    /// <summary>Asks a colleague to approve what can be published; what cannot is shown with its faults.</summary>
    private async Task<IResult> SubmitAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        var seen = await lookalikes.InspectAsync(open, cancellationToken);
        if (seen.Inspection.Tagged is null)
        {
            return await CheckAsync(visit, open, seen, StatusCodes.Status422UnprocessableEntity);
        }

        await reviews.TrySubmitAsync(visit, open, cancellationToken);
        return new SeeOther(visit.View.Link($"desk/drafts/{open.Id}"));
    }

    private async Task<IResult> CheckAsync(DeskVisit visit, OpenDraft open, int status, CancellationToken cancellationToken) =>
        await CheckAsync(visit, open, await lookalikes.InspectAsync(open, cancellationToken), status);

    private static Task<IResult> CheckAsync(DeskVisit visit, OpenDraft open, DraftSeen seen, int status) =>
        DeskRenderer.ShowAsync<CheckScreen>(
            visit.View,
            new()
            {
                ["Visit"] = visit,
                ["Open"] = open,
                ["Seen"] = seen,
            },
            status
        );
}

/// <summary>A file that is in no draft.</summary>
/// <param name="Name">As its editor calls it.</param>
/// <param name="Why">Sentences, each with how to mend it.</param>
public sealed record UnreadFile(string Name, IReadOnlyList<string> Why)
{
    public static UnreadFile Of(string name, IEnumerable<Finding> findings) =>
        new(
            name,
            [
                .. findings
                    .Where(finding => finding.Severity is Severity.Error)
                    .Select(finding => finding.Line is { } line ? $"Baris {line}: {finding.Indonesian}" : finding.Indonesian),
            ]
        );
}
