using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>The withdrawal of a release: why, and what takes its place.</summary>
public sealed class WithdrawScreens(OwnReleases own, IListings listings, UploadEntry entry)
{
    private const long MostBytes = 64 * 1024;
    private const int LongestReason = 500;

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.OpenAsync(
            request,
            DeskRight.Publish,
            id,
            (visit, stored, ct) => WithdrawAsync(visit, stored, [], StatusCodes.Status200OK, ct),
            cancellationToken
        );

    /// <summary>Withdraws the revision that was seen; 412 where there is another by now.</summary>
    public Task<IResult> SendAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.SendAsync(request, DeskRight.Publish, MostBytes, id, SendWithdrawalAsync, cancellationToken);

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

        var successor = ReleaseId.TryParse(visit.Field("successor"), out var next) ? next : (ReleaseId?)null;
        var (upload, actor) = ReleaseUpload.Of(visit, stored.Release, "tarik", Withdrawal.Of(stored.Release.Id, reason, successor));
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
}
