using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>The outcome of a release, and what may be done with it: corrected, withdrawn, compared.</summary>
public sealed class ReleaseScreens(
    DeskDoor door,
    ReleaseTable releases,
    AcceptedUploads accepted,
    IListings listings,
    AuditTable audit,
    Drafts drafts,
    DraftReader reader,
    UploadEntry entry
)
{
    private const long MostBytes = 64 * 1024;
    private const int LongestReason = 500;

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        LookAsync(request, DeskRight.Read, id, ShowAsync, cancellationToken);

    /// <summary>A draft of what the release says, to be changed and sent as a correction.</summary>
    public Task<IResult> CorrectAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            async (visit, ct) =>
            {
                if (await FindAsync(visit, id, ct) is not { } stored)
                {
                    return await DeskRenderer.NotFoundAsync(visit.View);
                }

                var draft = reader.ToCorrect(stored, await accepted.ReadAsync(stored.Original, ct));
                var saved = await drafts.AddAsync(draft, visit.Register.OfficeOf(stored.Release), visit.User, ct);
                return new SeeOther(visit.View.Link($"desk/drafts/{saved.Id}"));
            },
            cancellationToken
        );

    public Task<IResult> WithdrawAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        LookAsync(
            request,
            DeskRight.Publish,
            id,
            (visit, stored, ct) => WithdrawAsync(visit, stored, [], StatusCodes.Status200OK, ct),
            cancellationToken
        );

    /// <summary>Withdraws the revision that was seen; 412 where there is another by now.</summary>
    public Task<IResult> SendWithdrawalAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Publish,
            MostBytes,
            async (visit, ct) =>
                await FindAsync(visit, id, ct) is { } stored
                    ? await SendWithdrawalAsync(visit, stored, ct)
                    : await DeskRenderer.NotFoundAsync(visit.View),
            cancellationToken
        );

    /// <summary>Two revisions, word by word: <c>?from=1&amp;to=3</c>; by default the last change.</summary>
    public Task<IResult> HistoryAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        LookAsync(request, DeskRight.Read, id, HistoryAsync, cancellationToken);

    private Task<IResult> LookAsync(
        HttpRequest request,
        DeskRight right,
        string id,
        Func<DeskVisit, StoredRelease, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) =>
        door.OpenAsync(
            request,
            right,
            async (visit, ct) =>
                await FindAsync(visit, id, ct) is { } stored
                    ? await screen(visit, stored, ct)
                    : await DeskRenderer.NotFoundAsync(visit.View),
            cancellationToken
        );

    /// <returns>Null where there is none, or it is another office's.</returns>
    private async Task<StoredRelease?> FindAsync(DeskVisit visit, string id, CancellationToken cancellationToken) =>
        ReleaseId.TryParse(id, out var parsed)
        && await releases.FindAsync(parsed, cancellationToken) is { } stored
        && visit.User.Actor.ActsFor(visit.Register.OfficeOf(stored.Release))
            ? stored
            : null;

    private async Task<IResult> ShowAsync(DeskVisit visit, StoredRelease stored, CancellationToken cancellationToken)
    {
        var first = await releases.FindRevisionAsync(stored.Release.Id, 1, cancellationToken);
        var from = (first?.Release.UploadedAt ?? stored.Release.UploadedAt).AddMonths(-1);
        var lines = await audit
            .ReadAsync(from, DateTimeOffset.MaxValue, stored.Release.Id, cancellationToken)
            .ToListAsync(cancellationToken);
        return await DeskRenderer.ShowAsync<ReleaseScreen>(
            visit.View,
            new()
            {
                ["Visit"] = visit,
                ["Stored"] = stored,
                ["ListedIn"] = FeedKeys.Named(stored.Tagged).DistinctBy(feed => feed.Title).ToList(),
                ["Audit"] = lines.OrderByDescending(line => line.At).ToList(),
            }
        );
    }

    private async Task<IResult> WithdrawAsync(
        DeskVisit visit,
        StoredRelease stored,
        IReadOnlyList<string> wrong,
        int status,
        CancellationToken cancellationToken
    ) =>
        await DeskRenderer.ShowAsync<WithdrawScreen>(
            visit.View,
            new()
            {
                ["Stored"] = stored,
                ["Reason"] = visit.Field("reason"),
                ["Successor"] = visit.Field("successor"),
                ["Others"] = await OthersAsync(visit, stored.Release.Id, cancellationToken),
                ["Wrong"] = wrong,
            },
            status
        );

    /// <summary>The newest public releases of the user's offices, any of which may take a withdrawn one's place.</summary>
    private async Task<IReadOnlyList<Release>> OthersAsync(DeskVisit visit, ReleaseId withdrawn, CancellationToken cancellationToken) =>
        [
            .. ((await listings.ReadAsync(FeedKey.All, cancellationToken))?.Entries ?? [])
                .OfType<ListingEntry.Live>()
                .Select(entry => entry.Tagged.Release)
                .Where(other => other.Id != withdrawn && other.VisibilityAt(visit.Now) is Visibility.Visible)
                .Where(other => visit.User.Actor.ActsFor(visit.Register.OfficeOf(other))),
        ];

    private async Task<IResult> SendWithdrawalAsync(DeskVisit visit, StoredRelease stored, CancellationToken cancellationToken)
    {
        var reason = string.Join(' ', visit.Field("reason").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (reason.Length is 0 or > LongestReason)
        {
            string[] wrong = [$"Tulis alasannya, paling panjang {LongestReason} huruf: pembaca melihatnya di alamat rilis."];
            return await WithdrawAsync(visit, stored, wrong, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        var seen = int.TryParse(visit.Field("seen"), System.Globalization.CultureInfo.InvariantCulture, out var revision) ? revision : 0;
        var upload = new NewUpload(
            $"desk/{stored.Release.Id}/tarik-{seen}.md",
            BinaryData.FromString(
                Withdrawal.Of(stored.Release.Id, reason, ReleaseId.TryParse(visit.Field("successor"), out var next) ? next : null)
            ),
            "text/markdown; charset=utf-8"
        )
        {
            Metadata = new UploadMetadata
            {
                IsConfirmed = true,
                Target = stored.Release.Id.ToString(),
                ExpectedRevision = seen,
            },
        };
        var actor = visit.Register.OfficeOf(stored.Release) is { } office ? visit.User.Actor with { Offices = [office] } : visit.User.Actor;
        var result = await entry.OutcomeAsync(await entry.EnterAsync(upload, actor, cancellationToken));
        string[] stale = ["Rilis ini diubah orang lain sementara Anda menulis alasannya. Lihat dahulu isinya yang sekarang."];
        return result.Outcome switch
        {
            CollectOutcome.Stale => await WithdrawAsync(visit, stored, stale, StatusCodes.Status412PreconditionFailed, cancellationToken),
            CollectOutcome.Rejected or CollectOutcome.Doubtful => await WithdrawAsync(
                visit,
                stored,
                [.. result.Report.Findings.Select(finding => finding.Indonesian)],
                StatusCodes.Status422UnprocessableEntity,
                cancellationToken
            ),
            _ => new SeeOther(visit.View.Link($"desk/releases/{stored.Release.Id}")),
        };
    }

    private async Task<IResult> HistoryAsync(DeskVisit visit, StoredRelease stored, CancellationToken cancellationToken)
    {
        var (last, id) = (stored.Release.Revision, stored.Release.Id);
        var to = Numbered(visit.Query["to"], last) ?? last;
        var from = Numbered(visit.Query["from"], last) ?? Math.Max(1, to - 1);
        var (before, after) = (
            await releases.FindRevisionAsync(id, from, cancellationToken),
            await releases.FindRevisionAsync(id, to, cancellationToken)
        );
        return await DeskRenderer.ShowAsync<HistoryScreen>(
            visit.View,
            new()
            {
                ["Stored"] = stored,
                ["Before"] = before,
                ["After"] = after,
            }
        );
    }

    private static int? Numbered(string? text, int most) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : null;
}
