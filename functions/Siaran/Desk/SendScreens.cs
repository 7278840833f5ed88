using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>When a draft comes out: asked, echoed, asked about where it is odd, and then sent.</summary>
public sealed class SendScreens(DeskDoor door, Drafts drafts, Lookalikes lookalikes, DraftReviews reviews, DeskOptions options, Site site)
{
    private const long MostBytes = 64 * 1024;

    public Task<IResult> WhenAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Publish,
            (visit, ct) => drafts.ShowAsync(visit, id, open => ShowAsync(visit, open, null, [], StatusCodes.Status200OK, ct), ct),
            cancellationToken
        );

    /// <summary>First the echo of what was chosen; what is confirmed is sent.</summary>
    public Task<IResult> SendAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Publish,
            MostBytes,
            (visit, ct) => drafts.ShowAsync(visit, id, open => DecideAsync(visit, open, ct), ct),
            cancellationToken
        );

    /// <summary>Goes on with a correction over the revision that there is now, which its writer has seen next to it.</summary>
    public Task<IResult> RebaseAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            (visit, ct) => drafts.ShowAsync(visit, id, open => RebaseAsync(visit, open, ct), ct),
            cancellationToken
        );

    private async Task<IResult> RebaseAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        var draft = new SeeOther(visit.View.Link($"desk/drafts/{open.Id}"));
        if (await lookalikes.CurrentAsync(open, cancellationToken) is not { } current)
        {
            return draft;
        }

        // Only over what was shown: whatever came after that is shown first.
        var isSeen = visit.Field("seen") == current.Revision.ToString(CultureInfo.InvariantCulture);
        var isMeant = current.Status is not ReleaseStatus.Withdrawn || visit.Field("again") == "yes";
        var over = open.Draft with { Seen = current.Revision };
        var none = new Dictionary<string, BinaryData>();
        return
            isSeen
            && isMeant
            && await drafts.TrySaveAsync(open.Row, DraftForm.VersionOf(visit), over, none, visit.User, cancellationToken) is not null
            ? draft
            : await StaleAsync(visit, open.Id, cancellationToken);
    }

    private async Task<IResult> DecideAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        var moment = visit.Field("way") switch
        {
            "at" => Moment.Of(visit.Field("date"), visit.Field("hour"), visit.Now, site, options),
            "keep" => Moment.Kept,
            _ => Moment.Now(visit.Now, site, options),
        };
        if (moment is null)
        {
            string[] unclear = ["Tulis tanggal dan jamnya, misalnya 2026-11-30 dan 09:30."];
            return await ShowAsync(visit, open, null, unclear, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        if (!SecondEyes.IsFree(visit.Register, open.Row) && visit.Field("anyway").Length is 0 or > DraftReviews.LongestRemark)
        {
            string[] unapproved =
            [
                $"Belum ada rekan yang menyetujui isi ini. Ajukan dahulu, atau tulis alasan menerbitkannya tanpa persetujuan (paling panjang {DraftReviews.LongestRemark} huruf).",
            ];
            return await ShowAsync(visit, open, null, unapproved, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        if (visit.Field("confirmed") != "yes")
        {
            return await ShowAsync(visit, open, moment, [], StatusCodes.Status200OK, cancellationToken);
        }

        if (DraftForm.VersionOf(visit) != open.Row.Version)
        {
            string[] changed = ["Naskah ini disimpan lagi sementara Anda memilih waktu. Periksa dahulu isinya."];
            return await ShowAsync(visit, open, null, changed, StatusCodes.Status412PreconditionFailed, cancellationToken);
        }

        // A correction that gives no time keeps that of its release.
        var isScheduled = Scheduled(visit, await lookalikes.CurrentAsync(open, cancellationToken)) is not null;
        var at = moment.Way == "now" && isScheduled ? visit.Now : moment.At;
        return await SendAsync(visit, open with { Draft = open.Draft with { PublishAt = at } }, cancellationToken);
    }

    private async Task<IResult> SendAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        var seen = await lookalikes.InspectAsync(open, cancellationToken);
        if (seen.Inspection.Tagged is null)
        {
            return await RefuseAsync(visit, open, seen.Inspection.Findings, cancellationToken);
        }

        if (seen.Alike is [var alike, ..])
        {
            string[] twice =
            [
                $"Naskah ini mirip rilis “{alike.Content.Headline}” yang sudah ada, dan akan terbit untuk kedua kalinya. Buka Periksa dan pilih: perbaikan rilis itu, atau rilis lain.",
            ];
            return await ShowAsync(visit, open, null, twice, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        if (!SecondEyes.IsFree(visit.Register, open.Row))
        {
            await reviews.NoteUnapprovedAsync(visit, open, visit.Field("anyway"), cancellationToken);
        }

        var result = await drafts.SendAsync(open, seen.Inspection.Upload, visit.User, cancellationToken);
        return result.Outcome switch
        {
            CollectOutcome.Created or CollectOutcome.Revised or CollectOutcome.Unchanged => new SeeOther(
                visit.View.Link($"desk/releases/{result.Release!.Release.Id}")
            ),
            CollectOutcome.Failed or CollectOutcome.Queued => await DeskRenderer.NoticeAsync(
                visit.View,
                StatusCodes.Status202Accepted,
                "Sedang diproses",
                "Naskah sudah tersimpan dan akan terbit sendiri. Lihat daftar sebentar lagi; tidak perlu mengirim ulang."
            ),
            CollectOutcome.Stale => await StaleAsync(visit, open.Id, cancellationToken),
            _ => await RefuseAsync(visit, open, result.Report.Findings, cancellationToken),
        };
    }

    /// <summary>Someone else has corrected or withdrawn the release meanwhile: both texts, and the choice.</summary>
    private async Task<IResult> StaleAsync(DeskVisit visit, string id, CancellationToken cancellationToken)
    {
        var open = await drafts.FindAsync(id, visit.User, cancellationToken);
        return open is null || await lookalikes.CurrentAsync(open, cancellationToken) is not { } current
            ? await DeskRenderer.NotFoundAsync(visit.View)
            : await DeskRenderer.ShowAsync<StaleScreen>(
                visit.View,
                new() { ["Open"] = open, ["Current"] = current },
                StatusCodes.Status412PreconditionFailed
            );
    }

    private async Task<IResult> ShowAsync(
        DeskVisit visit,
        OpenDraft open,
        Moment? moment,
        IReadOnlyList<string> wrong,
        int status,
        CancellationToken cancellationToken
    )
    {
        var current = await lookalikes.CurrentAsync(open, cancellationToken);
        return await DeskRenderer.ShowAsync<WhenScreen>(
            visit.View,
            new()
            {
                ["Visit"] = visit,
                ["Open"] = open,
                ["Moment"] =
                    moment is not null && current?.Status is ReleaseStatus.Withdrawn
                        ? moment with
                        {
                            Doubts = [.. moment.Doubts, "Rilis ini sudah ditarik: mengirim naskah ini menerbitkannya lagi."],
                        }
                        : moment,
                ["Scheduled"] = Scheduled(visit, current),
                ["Wrong"] = wrong,
            },
            status
        );
    }

    /// <summary>When the release that is corrected comes out; null where it has, or is withdrawn.</summary>
    private static DateTimeOffset? Scheduled(DeskVisit visit, Release? current) =>
        current?.VisibilityAt(visit.Now) is Visibility.Embargoed ? current.PublishAt : null;

    private Task<IResult> RefuseAsync(
        DeskVisit visit,
        OpenDraft open,
        IEnumerable<Intake.Finding> findings,
        CancellationToken cancellationToken
    )
    {
        string[] said = [.. findings.Where(finding => finding.Severity is Intake.Severity.Error).Select(finding => finding.Indonesian)];
        return ShowAsync(visit, open, null, said, StatusCodes.Status422UnprocessableEntity, cancellationToken);
    }
}
