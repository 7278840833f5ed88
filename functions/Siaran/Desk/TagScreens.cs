using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>
/// The tags of a release that is out or scheduled, without its text. No draft is made of them that a colleague could approve: where second
/// eyes are asked for, that goes by way of a correction, and here a publisher says why it could not.
/// </summary>
public sealed class TagScreens(OwnReleases own, UploadEntry entry, AuditTable audit)
{
    private const long MostBytes = 64 * 1024;

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.OpenAsync(
            request,
            DeskRight.Publish,
            id,
            (visit, stored, _) => ShowAsync(visit, stored, [], StatusCodes.Status200OK),
            cancellationToken
        );

    /// <summary>Sends them as an upload that brings no text; 412 where there is another revision by now.</summary>
    public Task<IResult> SendAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.SendAsync(request, DeskRight.Publish, MostBytes, id, SendAsync, cancellationToken);

    /// <summary>An upload of nothing but tags.</summary>
    internal static string UploadOf(ReleaseId id, IEnumerable<string> tags) =>
        $"---\nid: {id}\nrevision: minor\ntags: [{string.Join(", ", tags.Select(FrontMatterText.Quote))}]\n---\n";

    private static Task<IResult> ShowAsync(DeskVisit visit, StoredRelease stored, string[] wrong, int status) =>
        DeskRenderer.ShowAsync<TagsScreen>(
            visit.View,
            new()
            {
                ["Stored"] = stored,
                ["Written"] = wrong.Length > 0 ? DraftForm.TagsOf(visit).ToList() : stored.Release.Content.EditorTags,
                ["SecondEyes"] = AreAsked(visit, stored),
                ["Anyway"] = visit.Field("anyway"),
                ["Wrong"] = wrong,
            },
            status
        );

    private static bool AreAsked(DeskVisit visit, StoredRelease stored) =>
        SecondEyes.AreAsked(visit.Register, visit.Register.OfficeOf(stored.Release));

    private async Task<IResult> SendAsync(DeskVisit visit, StoredRelease stored, CancellationToken cancellationToken)
    {
        var (id, tags) = (stored.Release.Id, DraftForm.TagsOf(visit).ToList());
        var seen = int.TryParse(visit.Field("seen"), CultureInfo.InvariantCulture, out var revision) ? revision : 0;
        var shown = new SeeOther(visit.View.Link($"desk/releases/{id}"));
        if (seen == stored.Release.Revision && tags.SequenceEqual(stored.Release.Content.EditorTags))
        {
            return shown;
        }

        if (AreAsked(visit, stored) && visit.Field("anyway").Length is 0 or > DraftReviews.LongestRemark)
        {
            string[] unapproved =
            [
                $"Kantor ini meminta persetujuan rekan. Ubah tandanya lewat Perbaiki lalu ajukan, atau tulis alasan mengubahnya sendiri (paling panjang {DraftReviews.LongestRemark} huruf).",
            ];
            return await ShowAsync(visit, stored, unapproved, StatusCodes.Status422UnprocessableEntity);
        }

        var sent = ReleaseUpload.Of(visit, stored.Release, "tanda", UploadOf(id, tags));
        if (AreAsked(visit, stored))
        {
            // Before it is sent, so that none goes without.
            await audit.WriteAsync([UnapprovedLine(visit, stored.Release, seen, sent)], cancellationToken);
        }

        var result = await entry.OutcomeAsync(await entry.EnterAsync(sent.Upload, sent.Actor, cancellationToken));
        return result.Outcome switch
        {
            CollectOutcome.Stale => await ShowAsync(visit, stored, [StaleText(stored.Release)], StatusCodes.Status412PreconditionFailed),
            CollectOutcome.Rejected or CollectOutcome.Doubtful => await ShowAsync(
                visit,
                stored,
                [.. result.Report.Findings.Select(finding => finding.Indonesian)],
                StatusCodes.Status422UnprocessableEntity
            ),
            _ => shown,
        };
    }

    private static string StaleText(Release now) =>
        "Rilis ini diubah orang lain sementara Anda memilih tandanya. Di bawah ini pilihan Anda; tanda dari redaksi yang tersimpan sekarang: "
        + (now.Content.EditorTags.Count > 0 ? string.Join(", ", now.Content.EditorTags) : "tidak ada")
        + ".";

    private static AuditLine UnapprovedLine(DeskVisit visit, Release release, int seen, ReleaseUpload sent) =>
        new($"{sent.Upload.Name}\nunapproved", visit.Now, visit.User.Actor.Name, "unapproved")
        {
            Office = visit.Register.OfficeOf(release),
            Release = release.Id,
            Revision = seen,
            From = $"desk: {sent.Upload.Name}",
            Detail = visit.Field("anyway"),
        };
}
