using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>When a draft comes out: asked, echoed, asked about where it is odd, and then sent.</summary>
public sealed class SendScreens(
    OwnReleases own,
    DeskDoor door,
    Drafts drafts,
    Lookalikes lookalikes,
    DraftReviews reviews,
    DeskOptions options,
    Site site
)
{
    private const long MostBytes = 64 * 1024;

    public Task<IResult> WhenAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Publish,
            (visit, ct) => OpenAsync(visit, id, sending => ShowAsync(sending, null, [], StatusCodes.Status200OK), ct),
            cancellationToken
        );

    /// <summary>First the echo of what was chosen; what is confirmed is sent.</summary>
    public Task<IResult> SendAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Publish,
            MostBytes,
            (visit, ct) => OpenAsync(visit, id, sending => DecideAsync(sending, ct), ct),
            cancellationToken
        );

    /// <summary>Goes on with a correction over the revision that there is now, which its writer has seen next to it.</summary>
    public Task<IResult> RebaseAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            (visit, ct) => OpenAsync(visit, id, sending => RebaseAsync(sending, ct), ct),
            cancellationToken
        );

    /// <summary>A draft of one's own offices; one that is out leads to its release.</summary>
    private async Task<IResult> OpenAsync(
        DeskVisit visit,
        string id,
        Func<Sending, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) =>
        await drafts.FindAsync(id, visit.User, cancellationToken) is { } open
            ? await screen(new Sending(visit, open, await lookalikes.CurrentAsync(open, cancellationToken)))
            : await own.InsteadOfDraftAsync(visit, id, cancellationToken);

    private async Task<IResult> RebaseAsync(Sending sending, CancellationToken cancellationToken)
    {
        var (visit, open) = (sending.Visit, sending.Open);
        var draft = new SeeOther(visit.View.Link($"desk/drafts/{open.Id}"));
        if (sending.Current is not { } current)
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

    private async Task<IResult> DecideAsync(Sending sending, CancellationToken cancellationToken)
    {
        var (visit, open) = (sending.Visit, sending.Open);
        if (MomentOf(visit) is not { } moment)
        {
            return await RefuseAsync(sending, "Tulis tanggal dan jamnya, misalnya 2026-11-30 dan 09:30.");
        }

        if (!SecondEyes.IsFree(visit.Register, open.Row) && visit.Field("anyway").Length is 0 or > DraftReviews.LongestRemark)
        {
            return await RefuseAsync(
                sending,
                $"Belum ada rekan yang menyetujui isi ini. Ajukan dahulu, atau tulis alasan menerbitkannya tanpa persetujuan (paling panjang {DraftReviews.LongestRemark} huruf)."
            );
        }

        if (visit.Field("confirmed") != "yes")
        {
            return await ShowAsync(sending, moment, [], StatusCodes.Status200OK);
        }

        if (DraftForm.VersionOf(visit) != open.Row.Version)
        {
            string[] changed = ["Naskah ini disimpan lagi sementara Anda memilih waktu. Periksa dahulu isinya."];
            return open.Row.Upload is null
                ? await ShowAsync(sending, null, changed, StatusCodes.Status412PreconditionFailed)
                : await SentElsewhereAsync(visit);
        }

        // A correction that gives no time keeps that of its release.
        var at = moment.Way == "now" && sending.Scheduled is not null ? visit.Now : moment.At;
        return await SendAsync(sending with { Open = open with { Draft = open.Draft with { PublishAt = at } } }, cancellationToken);
    }

    private Moment? MomentOf(DeskVisit visit) =>
        visit.Field("way") switch
        {
            "at" => Moment.Of(visit.Field("date"), visit.Field("hour"), visit.Now, site, options),
            "keep" => Moment.Kept,
            _ => Moment.Now(visit.Now, site, options),
        };

    private async Task<IResult> SendAsync(Sending sending, CancellationToken cancellationToken)
    {
        var (visit, open) = (sending.Visit, sending.Open);
        // Before it is looked at: of two at once the second finds the first one's claim, or else its release.
        if (!await drafts.TryClaimAsync(open, cancellationToken))
        {
            return await RefuseUnlessSentAsync(
                sending,
                "Naskah lain dengan isi yang sama sedang dikirim. Lihat daftar sebentar lagi: bila rilisnya sudah ada, naskah ini tidak perlu dikirim.",
                cancellationToken
            );
        }

        var seen = await lookalikes.InspectAsync(open, sending.Current, cancellationToken);
        if (seen.Alike is [var alike, ..])
        {
            return await RefuseUnlessSentAsync(sending, TwiceText(alike), cancellationToken);
        }

        if (seen.Inspection.Tagged is null)
        {
            await drafts.EndClaimAsync(open, cancellationToken);
            return await RefuseAsync(sending, ErrorsIn(seen.Inspection.Findings));
        }

        if (!SecondEyes.IsFree(visit.Register, open.Row))
        {
            await reviews.NoteUnapprovedAsync(visit, open, visit.Field("anyway"), cancellationToken);
        }

        return await drafts.SendAsync(open, seen.Inspection.Upload, visit.User, cancellationToken) is { } result
            ? await AnswerAsync(sending, result, cancellationToken)
            : await SentElsewhereAsync(visit);
    }

    private async Task<IResult> AnswerAsync(Sending sending, IngestResult result, CancellationToken cancellationToken)
    {
        var view = sending.Visit.View;
        return result.Outcome switch
        {
            CollectOutcome.Created or CollectOutcome.Revised => new SeeOther(view.Link($"desk/releases/{result.Release!.Release.Id}")),
            CollectOutcome.Unchanged => new SeeOther(view.Link($"desk/releases/{result.Release!.Release.Id}?sent=unchanged")),
            CollectOutcome.Failed or CollectOutcome.Queued => await DeskRenderer.NoticeAsync(
                view,
                StatusCodes.Status202Accepted,
                "Sedang diproses",
                "Naskah sudah tersimpan dan akan terbit sendiri. Lihat daftar sebentar lagi; tidak perlu mengirim ulang."
            ),
            CollectOutcome.Stale => await StaleAsync(sending.Visit, sending.Open.Id, cancellationToken),
            _ => await RefuseAsync(sending, ErrorsIn(result.Report.Findings)),
        };
    }

    private static string TwiceText(Release alike) =>
        $"Naskah ini mirip rilis “{alike.Content.Headline}” yang sudah ada, dan akan terbit untuk kedua kalinya. Buka Periksa dan pilih: perbaikan rilis itu, atau rilis lain.";

    private static Task<IResult> SentElsewhereAsync(DeskVisit visit) =>
        DeskRenderer.NoticeAsync(
            visit.View,
            StatusCodes.Status202Accepted,
            "Sudah dikirim",
            "Naskah ini sudah dikirim atau disimpan lagi dari jendela lain. Lihat hasilnya di daftar; tidak perlu mengirim ulang."
        );

    /// <summary>Someone else has corrected or withdrawn the release meanwhile: both texts, and the choice.</summary>
    private async Task<IResult> StaleAsync(DeskVisit visit, string id, CancellationToken cancellationToken)
    {
        var open = await drafts.FindAsync(id, visit.User, cancellationToken);
        return open is null || await lookalikes.CurrentAsync(open, cancellationToken) is not { } current
            ? await DeskRenderer.NotFoundAsync(visit.View)
            : await DeskRenderer.ShowAsync<StaleScreen>(
                visit.View,
                new()
                {
                    ["Open"] = open,
                    ["Current"] = current,
                    ["Theirs"] = lookalikes.AsDraft(current, open.Draft),
                },
                StatusCodes.Status412PreconditionFailed
            );
    }

    private static Task<IResult> ShowAsync(Sending sending, Moment? moment, IReadOnlyList<string> wrong, int status)
    {
        const string again = "Rilis ini sudah ditarik: mengirim naskah ini menerbitkannya lagi.";
        var isBack = sending.Current?.Status is ReleaseStatus.Withdrawn;
        return DeskRenderer.ShowAsync<WhenScreen>(
            sending.Visit.View,
            new()
            {
                ["Visit"] = sending.Visit,
                ["Open"] = sending.Open,
                ["Moment"] = moment is not null && isBack ? moment with { Doubts = [.. moment.Doubts, again] } : moment,
                ["Scheduled"] = sending.Scheduled,
                ["Wrong"] = wrong,
            },
            status
        );
    }

    private static Task<IResult> RefuseAsync(Sending sending, params string[] why) =>
        ShowAsync(sending, null, why, StatusCodes.Status422UnprocessableEntity);

    /// <summary>
    /// Why it is not sent; or that it is, where another window has sent it since it was opened: what is like it is then its own release.
    /// </summary>
    private async Task<IResult> RefuseUnlessSentAsync(Sending sending, string why, CancellationToken cancellationToken)
    {
        var now = await drafts.FindAsync(sending.Open.Id, cancellationToken);
        // A window that is sending it keeps the claim.
        if (now?.Row.Upload is null)
        {
            await drafts.EndClaimAsync(sending.Open, cancellationToken);
        }

        return now?.Row.Version == sending.Open.Row.Version ? await RefuseAsync(sending, why) : await SentElsewhereAsync(sending.Visit);
    }

    private static string[] ErrorsIn(IEnumerable<Intake.Finding> findings) =>
        [.. findings.Where(finding => finding.Severity is Intake.Severity.Error).Select(finding => finding.Indonesian)];

    /// <param name="Visit">Who sends it.</param>
    /// <param name="Open">What is sent.</param>
    /// <param name="Current">The release that it corrects, as it was when the draft was opened; null for a new one.</param>
    private sealed record Sending(DeskVisit Visit, OpenDraft Open, Release? Current)
    {
        /// <summary>When the release that is corrected comes out; null where it has, or is withdrawn.</summary>
        public DateTimeOffset? Scheduled => Current?.VisibilityAt(Visit.Now) is Visibility.Embargoed ? Current.PublishAt : null;
    }
}
