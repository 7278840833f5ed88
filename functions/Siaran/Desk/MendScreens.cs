using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Intake;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>An upload that was not published: why, and a draft of it to mend.</summary>
public sealed class MendScreens(DeskDoor door, RejectedUploads rejected, DoubtfulUploads doubtful, Drafts drafts, DraftReader reader)
{
    private const long MostBytes = 16 * 1024;
    private const int LongestToken = 2048;

    /// <summary>What stands for an upload's name in addresses.</summary>
    public static string TokenOf(string upload) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(upload));

    public Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Write,
            async (visit, ct) =>
            {
                var (store, kept) = await FindAsync(visit, token, ct);
                return kept is null
                    ? await DeskRenderer.NotFoundAsync(visit.View)
                    : await ShowAsync(visit, kept, await ReportAsync(store!, kept, ct), StatusCodes.Status200OK);
            },
            cancellationToken
        );

    /// <summary>Makes a draft of it; what it was stays where it is.</summary>
    public Task<IResult> MendAsync(HttpRequest request, string token, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            async (visit, ct) =>
            {
                var (store, kept) = await FindAsync(visit, token, ct);
                if (kept is null || await store!.ReadAsync(kept.Name, ct) is not { } content)
                {
                    return await DeskRenderer.NotFoundAsync(visit.View);
                }

                var file = new DroppedFile(kept.Name, kept.ContentType, content.ToArray());
                if (reader.Read(file, [], out var findings) is not { } draft)
                {
                    return await ShowAsync(visit, kept, findings, StatusCodes.Status422UnprocessableEntity);
                }

                var office = DraftForm.OfficeOf(visit, draft.Draft.Agency);
                var saved = await drafts.AddAsync(draft, office, visit.User, ct);
                return new SeeOther(visit.View.Link($"desk/drafts/{saved.Id}"));
            },
            cancellationToken
        );

    private static Task<IResult> ShowAsync(DeskVisit visit, KeptUpload kept, IReadOnlyList<Finding> findings, int status) =>
        DeskRenderer.ShowAsync<MendScreen>(visit.View, new() { ["Kept"] = kept, ["Findings"] = findings }, status);

    private async Task<(ReportedUploads? Store, KeptUpload? Kept)> FindAsync(
        DeskVisit visit,
        string token,
        CancellationToken cancellationToken
    )
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
        {
            return (null, null);
        }

        var name = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        foreach (var store in (ReportedUploads[])[doubtful, rejected])
        {
            if (await store.FindKeptAsync(name, cancellationToken) is { } kept && Shelf.MaySee(visit, kept))
            {
                return (store, kept);
            }
        }

        return (null, null);
    }

    private static async Task<IReadOnlyList<Finding>> ReportAsync(
        ReportedUploads store,
        KeptUpload kept,
        CancellationToken cancellationToken
    ) => await store.ReportOfAsync(kept.Name, cancellationToken) is { } report ? IntakeReport.FindingsIn(report) : [];
}
