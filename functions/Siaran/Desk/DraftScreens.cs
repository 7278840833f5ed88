using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>A new draft, and the screen on which it is checked and mended.</summary>
public sealed class DraftScreens(
    DeskDoor door,
    OwnReleases own,
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
            async (visit, ct) =>
                await drafts.FindAsync(id, visit.User, ct) is { } open
                    ? await CheckAsync(visit, open, StatusCodes.Status200OK, ct)
                    : await own.InsteadOfDraftAsync(visit, id, ct),
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

    private Task<IResult> NewAsync(DeskVisit visit, int made, IReadOnlyList<UnreadFile> unread, int status) =>
        DeskRenderer.ShowAsync<NewScreen>(
            visit.View,
            new()
            {
                ["Visit"] = visit,
                ["Made"] = made,
                ["Unread"] = unread,
                ["Begun"] = drafts.Begin(),
                ["Wrong"] = IsEmpty(visit, made, unread) ? (string[])["Pilih berkas naskahnya, atau tulis judul dan isinya."] : [],
                // What has become a draft is not to become another.
                ["Headline"] = made > 0 ? "" : visit.Field("headline"),
                ["Body"] = made > 0 ? "" : visit.Field("body"),
            },
            status
        );

    private static bool IsEmpty(DeskVisit visit, int made, IReadOnlyList<UnreadFile> unread) =>
        visit.Form.Count > 0 && made == 0 && unread.Count == 0;

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
            var office = DraftForm.OfficeOf(visit, draft.Draft.Agency);
            made.Add((await drafts.AddAsync(draft, office, visit.User, visit.Field("begun"), cancellationToken)).Id);
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
        var original = await OriginalAsync(visit, written, cancellationToken);
        written = WithOriginal(written, open.Draft, original);
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

        return await GoOnAsync(visit, new OpenDraft(saved, draft), original, draft.Files.Any(IsToBeDescribed), cancellationToken);

        // A picture that came just now has been seen by nobody: what it shows is asked next to it.
        bool IsToBeDescribed(DraftFile file) => file is { IsPicture: true, Alt: "" } && added.ContainsKey(file.Name);
    }

    /// <summary>An address that was pasted becomes the release's id, and one that was taken out of a correction ends the link.</summary>
    private static Draft WithOriginal(Draft draft, Draft before, Release? found)
    {
        var original =
            draft.Rest.TranslationOf is { } asked ? found?.Id.ToString() ?? asked
            // Left out, a correction would keep it.
            : before is { Target: not null, Rest.TranslationOf: not null } ? Submission.NoOriginal
            : null;
        return draft with { Rest = draft.Rest with { TranslationOf = original } };
    }

    /// <summary>To where the button leads, or back to the check where something is to be decided there first.</summary>
    private async Task<IResult> GoOnAsync(
        DeskVisit visit,
        OpenDraft open,
        Release? original,
        bool isUndescribed,
        CancellationToken cancellationToken
    )
    {
        var next = visit.Field("next");
        if (next == "preview" && !isUndescribed)
        {
            return new SeeOther(visit.View.Link($"desk/drafts/{open.Id}/preview"));
        }

        var seen = await lookalikes.InspectAsync(open, cancellationToken);
        if (next is not ("when" or "submit") || isUndescribed)
        {
            return await CheckAsync(visit, open, seen, original, StatusCodes.Status200OK);
        }

        if (seen.Alike.Count > 0 || (next == "submit" && seen.Inspection.Tagged is null))
        {
            return await CheckAsync(visit, open, seen, original, StatusCodes.Status422UnprocessableEntity);
        }

        if (next == "submit")
        {
            await reviews.TrySubmitAsync(visit, open, cancellationToken);
        }

        return new SeeOther(visit.View.Link(next == "when" ? $"desk/drafts/{open.Id}/when" : $"desk/drafts/{open.Id}"));
    }

    private async Task<IResult> CheckAsync(DeskVisit visit, OpenDraft open, int status, CancellationToken cancellationToken)
    {
        var original = await OriginalAsync(visit, open.Draft, cancellationToken);
        return await CheckAsync(visit, open, await lookalikes.InspectAsync(open, cancellationToken), original, status);
    }

    private static async Task<IResult> CheckAsync(DeskVisit visit, OpenDraft open, DraftSeen seen, Release? original, int status) =>
        await DeskRenderer.ShowAsync<CheckScreen>(
            visit.View,
            new()
            {
                ["Visit"] = visit,
                ["Open"] = open,
                ["Seen"] = seen,
                ["Original"] = open.Draft.Rest.TranslationOf is { } asked ? TranslatedOriginal.Of(open, seen, asked, original) : null,
            },
            status
        );

    /// <summary>The release that a draft says it translates; null where it says nothing, or there is none.</summary>
    private async Task<Release?> OriginalAsync(DeskVisit visit, Draft draft, CancellationToken cancellationToken) =>
        draft.Rest.TranslationOf is { } asked ? await own.FindAsync(visit, asked, cancellationToken) : null;
}

/// <summary>The release that a draft says it translates.</summary>
/// <param name="Headline">Null where there is none.</param>
/// <param name="Fault">Why it cannot be; empty where it can.</param>
public sealed record TranslatedOriginal(string? Headline, string Fault)
{
    /// <param name="open">The draft.</param>
    /// <param name="seen">What would come of it.</param>
    /// <param name="asked">As the draft names it.</param>
    /// <param name="found">The release; null where there is none.</param>
    public static TranslatedOriginal Of(OpenDraft open, DraftSeen seen, string asked, Release? found)
    {
        var fault =
            asked.Equals(Submission.NoOriginal, StringComparison.OrdinalIgnoreCase) ? ""
            : found is null ? "Tidak ada rilis kantor Anda dengan alamat atau id itu."
            : found.Id == open.Draft.Target ? "Sebuah rilis bukan terjemahan dirinya sendiri."
            : found.Status is ReleaseStatus.Withdrawn ? "Rilis aslinya sudah ditarik."
            : found.Content.Language == (seen.Inspection.Tagged?.Release.Content.Language ?? open.Draft.Rest.Language)
                ? $"Bahasa naskah ini sama dengan bahasa aslinya ({found.Content.Language}): isi Bahasa dengan bahasa terjemahannya."
            : "";
        return new TranslatedOriginal(found?.Content.Headline, fault);
    }
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
