using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Desk.Screens;
using Siaran.Intake;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>An upload that was not published: why, and a draft of it to mend.</summary>
public sealed class MendScreens(
    DeskDoor door,
    RejectedUploads rejected,
    DoubtfulUploads doubtful,
    Drafts drafts,
    DraftReader reader,
    AuditTable audit
)
{
    private const long MostBytes = 16 * 1024;
    private const int LongestToken = 2048;

    /// <summary>What stands for an upload's name in addresses.</summary>
    public static string TokenOf(string upload) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(upload));

    /// <summary>What people call an upload: a file by its own name, wherever it came from.</summary>
    public static string TitleOf(string upload) =>
        upload.StartsWith("desk/", StringComparison.Ordinal) ? "Kiriman dari meja redaksi"
        : upload.StartsWith("http/", StringComparison.Ordinal) ? $"{upload.Split('/')[^1]} (dikirim lewat HTTP)"
        : upload;

    public Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Write,
            async (visit, ct) =>
                await FindAsync(visit, token, ct) is { } found
                    ? await ShowAsync(visit, found.Kept, await ReportAsync(found, ct), "", StatusCodes.Status200OK)
                    : await DeskRenderer.NotFoundAsync(visit.View),
            cancellationToken
        );

    /// <summary>Makes a draft of it, or with <c>act=settle</c> only takes it out of the list; what it was stays where it is.</summary>
    public Task<IResult> MendAsync(HttpRequest request, string token, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            async (visit, ct) =>
                await FindAsync(visit, token, ct) is not { } found ? await DeskRenderer.NotFoundAsync(visit.View)
                : visit.Field("act") == "settle" ? await SettleAsync(visit, found, ct)
                : await MendAsync(visit, found, ct),
            cancellationToken
        );

    private async Task<IResult> MendAsync(DeskVisit visit, FoundUpload found, CancellationToken cancellationToken)
    {
        if (await found.Store.ReadAsync(found.Kept.Name, cancellationToken) is not { } content)
        {
            return await DeskRenderer.NotFoundAsync(visit.View);
        }

        var file = new DroppedFile(found.Kept.Name, found.Kept.ContentType, content.ToArray());
        if ((reader.Read(file, [], out var findings) ?? DraftReader.ReadBare(file, findings)) is not { } draft)
        {
            const string how =
                "Berkas ini tidak dapat dibaca sebagai teks, jadi tidak dapat diperbaiki di sini. Perbaiki berkas aslinya, atau salin isinya ke Tulis, lalu kirim lagi. Sesudah itu keluarkan yang ini dari daftar.";
            return await ShowAsync(visit, found.Kept, findings, how, StatusCodes.Status422UnprocessableEntity);
        }

        var saved = await drafts.AddAsync(draft, DraftForm.OfficeOf(visit, draft.Draft.Agency), visit.User, cancellationToken);
        // After the draft is there: cut short in between, it is listed once more and not lost.
        await found.Store.SettleAsync(found.Kept.Name, cancellationToken);
        await NoteAsync(visit, found.Kept, "upload-mended", cancellationToken);
        return new SeeOther(visit.View.Link($"desk/drafts/{saved.Id}"));
    }

    private async Task<IResult> SettleAsync(DeskVisit visit, FoundUpload found, CancellationToken cancellationToken)
    {
        await found.Store.SettleAsync(found.Kept.Name, cancellationToken);
        await NoteAsync(visit, found.Kept, "upload-settled", cancellationToken);
        return new SeeOther(visit.View.Link("desk"));
    }

    private Task NoteAsync(DeskVisit visit, KeptUpload kept, string act, CancellationToken cancellationToken) =>
        audit.WriteAsync(
            [new AuditLine($"{kept.Name}\n{act}", visit.Now, visit.User.Actor.Name, act) { From = "desk", Detail = kept.Name }],
            cancellationToken
        );

    private static Task<IResult> ShowAsync(DeskVisit visit, KeptUpload kept, IReadOnlyList<Finding> findings, string how, int status) =>
        DeskRenderer.ShowAsync<MendScreen>(
            visit.View,
            new()
            {
                ["Kept"] = kept,
                ["Findings"] = findings,
                ["How"] = how,
            },
            status
        );

    private async Task<FoundUpload?> FindAsync(DeskVisit visit, string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
        {
            return null;
        }

        var name = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        foreach (var store in (ReportedUploads[])[doubtful, rejected])
        {
            if (await store.FindKeptAsync(name, cancellationToken) is { } kept && Shelf.MaySee(visit, kept))
            {
                return new FoundUpload(store, kept);
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<Finding>> ReportAsync(FoundUpload found, CancellationToken cancellationToken) =>
        await found.Store.ReportOfAsync(found.Kept.Name, cancellationToken) is { } report ? IntakeReport.FindingsIn(report) : [];

    private sealed record FoundUpload(ReportedUploads Store, KeptUpload Kept);
}
