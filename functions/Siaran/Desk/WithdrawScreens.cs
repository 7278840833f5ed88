using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>The withdrawal of a release: why, and what takes its place.</summary>
public sealed class WithdrawScreens(OwnReleases own, Shelf shelf, UploadEntry entry)
{
    private const long MostBytes = 64 * 1024;
    private const int LongestReason = 500;
    private const int LongestWords = 100;
    private const int MostOthers = 50;

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.OpenAsync(
            request,
            DeskRight.Publish,
            id,
            (visit, stored, ct) => WithdrawAsync(visit, stored, [], StatusCodes.Status200OK, ct),
            cancellationToken
        );

    /// <summary>
    /// Withdraws the revision that was seen; 412 where there is another by now. With <c>act=find</c> it only looks for what may take its
    /// place.
    /// </summary>
    public Task<IResult> SendAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.SendAsync(request, DeskRight.Publish, MostBytes, id, DecideAsync, cancellationToken);

    private async Task<IResult> WithdrawAsync(
        DeskVisit visit,
        StoredRelease stored,
        IReadOnlyList<string> wrong,
        int status,
        CancellationToken cancellationToken
    ) => await ShowAsync(visit, stored, await OthersAsync(visit, stored.Release.Id, cancellationToken), wrong, status);

    private static Task<IResult> ShowAsync(
        DeskVisit visit,
        StoredRelease stored,
        IReadOnlyList<Shelved> others,
        IReadOnlyList<string> wrong,
        int status
    ) =>
        DeskRenderer.ShowAsync<WithdrawScreen>(
            visit.View,
            new()
            {
                ["Stored"] = stored,
                ["Reason"] = visit.Field("reason"),
                ["Find"] = visit.Field("find"),
                ["Successor"] = visit.Field("successor"),
                ["Others"] = others,
                ["Wrong"] = wrong,
            },
            status
        );

    /// <summary>
    /// Public releases of the user's offices, any of which may take a withdrawn one's place: the one at the address that was written, those
    /// with the words that were written, or else the newest.
    /// </summary>
    private async Task<IReadOnlyList<Shelved>> OthersAsync(DeskVisit visit, ReleaseId withdrawn, CancellationToken cancellationToken)
    {
        var asked = visit.Field("find");
        if (
            await own.FindAsync(visit, asked, cancellationToken) is { } named
            && named.Id != withdrawn
            && named.VisibilityAt(visit.Now) is Visibility.Visible
        )
        {
            return [new Shelved(named.Id, named.Content.Headline, visit.Register.OfficeOf(named), named.PublishAt)];
        }

        var words = asked[..Math.Min(asked.Length, LongestWords)];
        return [.. (await shelf.FindPublicAsync(visit, words, cancellationToken)).Where(one => one.Id != withdrawn).Take(MostOthers)];
    }

    private async Task<IResult> DecideAsync(DeskVisit visit, StoredRelease stored, CancellationToken cancellationToken)
    {
        if (visit.Field("act") == "find")
        {
            var others = await OthersAsync(visit, stored.Release.Id, cancellationToken);
            string[] none = others.Count == 0 ? ["Tidak ada rilis kantor Anda yang terbit dengan kata atau alamat itu."] : [];
            return await ShowAsync(visit, stored, others, none, StatusCodes.Status200OK);
        }

        if (visit.Field("find").Length > 0 && visit.Field("successor").Length == 0)
        {
            string[] unclear = ["Pilih penggantinya di bawah isian pencarian, atau kosongkan isian itu."];
            return await WithdrawAsync(visit, stored, unclear, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        return await SendAsync(visit, stored, cancellationToken);
    }

    private async Task<IResult> SendAsync(DeskVisit visit, StoredRelease stored, CancellationToken cancellationToken)
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
