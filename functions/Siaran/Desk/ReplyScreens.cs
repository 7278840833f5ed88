using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Desk.Screens;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>What readers wrote under the releases of a moderator's offices: let through, refused, removed again.</summary>
public sealed class ReplyScreens(
    DeskDoor door,
    OwnReleases own,
    ReplyTable replies,
    ReleaseTable releases,
    AuditTable audit,
    DocumentCache cache
)
{
    private const long MostBytes = 16 * 1024;

    /// <summary>Bytes of HTML that the texts of one screen may have, so that it stays small.</summary>
    private const int MostText = 12 * 1024;

    /// <summary>What waits, or with <c>?release=</c> (an address or an id) what a release shows.</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Moderate,
            (visit, ct) =>
                visit.Query["release"].ToString() is { Length: > 0 } asked ? ShownAsync(visit, asked, ct) : WaitingAsync(visit, ct),
            cancellationToken
        );

    /// <summary>One press: <c>show</c> or <c>refuse</c> names one that waits, <c>remove</c> one that is shown.</summary>
    public Task<IResult> DecideAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.SendAsync(request, DeskRight.Moderate, MostBytes, DecideAsync, cancellationToken);

    private async Task<IResult> WaitingAsync(DeskVisit visit, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            visit.Offices.Select(office => replies.WaitingAsync(office.Id, cancellationToken).ToListAsync(cancellationToken).AsTask())
        );
        var waiting = lists.SelectMany(list => list).OrderBy(one => one.Reply.SentAt).ToList();
        var shown = Fitting(waiting, one => one.Reply);
        return await DeskRenderer.ShowAsync<RepliesScreen>(
            visit.View,
            new()
            {
                ["Visit"] = visit,
                ["Waiting"] = shown,
                ["Further"] = waiting.Count - shown.Count,
            }
        );
    }

    private async Task<IResult> ShownAsync(DeskVisit visit, string asked, CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, asked, cancellationToken) is not { } release)
        {
            return await DeskRenderer.NotFoundAsync(visit.View);
        }

        // Newest first: what has to be removed was mostly let through lately.
        var list = (await replies.ReadAsync(release.Id, cancellationToken)).Shown.Reverse().ToList();
        var shown = Fitting(list.Skip(SkippedOf(visit)).ToList(), one => one);
        return await DeskRenderer.ShowAsync<ShownRepliesScreen>(
            visit.View,
            new()
            {
                ["Release"] = release,
                ["Shown"] = shown,
                ["Next"] = SkippedOf(visit) + shown.Count < list.Count ? SkippedOf(visit) + shown.Count : 0,
            }
        );
    }

    private async Task<IResult> DecideAsync(DeskVisit visit, CancellationToken cancellationToken)
    {
        if (visit.Field("remove") is { Length: > 0 } removed)
        {
            return await RemoveAsync(visit, removed, cancellationToken);
        }

        var isShown = visit.Field("show").Length > 0;
        var named = visit.Field(isShown ? "show" : "refuse").Split('/');
        if (named is not [var office, var key])
        {
            return await DeskRenderer.NoticeAsync(
                visit.View,
                StatusCodes.Status422UnprocessableEntity,
                "Belum diputuskan",
                "Tekan Muat atau Jangan muat di bawah satu balasan."
            );
        }

        if (!visit.User.Actor.ActsFor(office) || await replies.FindWaitingAsync(office, key, cancellationToken) is not { } waiting)
        {
            return await GoneAsync(visit);
        }

        // Whoever decided first has done so, and may not have come to its end.
        if (waiting.DecidedAt != default)
        {
            await ShowAsync(waiting, visit.Now, cancellationToken);
            return isShown ? new SeeOther(visit.View.Link("desk/replies")) : await GoneAsync(visit);
        }

        return await (isShown ? LetThroughAsync(visit, waiting, cancellationToken) : RefuseAsync(visit, waiting, cancellationToken));
    }

    private async Task<IResult> RefuseAsync(DeskVisit visit, WaitingReply waiting, CancellationToken cancellationToken)
    {
        await NoteAsync(visit, "reply-refused", waiting.Office, waiting.Release, waiting.Reply.Id, cancellationToken);
        return await replies.TryRefuseAsync(waiting, cancellationToken)
            ? new SeeOther(visit.View.Link("desk/replies"))
            : await GoneAsync(visit);
    }

    private async Task<IResult> LetThroughAsync(DeskVisit visit, WaitingReply waiting, CancellationToken cancellationToken)
    {
        if (!await IsPublicAsync(waiting.Release, visit.Now, cancellationToken))
        {
            await ForgetAsync(waiting.Release, visit.Now, cancellationToken);
            return await DeskRenderer.NoticeAsync(
                visit.View,
                StatusCodes.Status412PreconditionFailed,
                "Rilisnya sudah ditarik",
                "Balasan di bawah rilis yang ditarik tidak dimuat, dan sudah dihapus."
            );
        }

        if ((await replies.ReadAsync(waiting.Release, cancellationToken)).IsFull)
        {
            return await DeskRenderer.NoticeAsync(
                visit.View,
                StatusCodes.Status422UnprocessableEntity,
                "Sudah penuh",
                $"Sebuah rilis memuat paling banyak {ReplyList.Most} balasan. Hapus yang tidak perlu, atau jangan muat yang ini."
            );
        }

        await NoteAsync(visit, "reply-shown", waiting.Office, waiting.Release, waiting.Reply.Id, cancellationToken);
        if (await replies.TryDecideAsync(waiting, visit.Now, cancellationToken) is not { } decided)
        {
            return await GoneAsync(visit);
        }

        await ShowAsync(decided, visit.Now, cancellationToken);
        return new SeeOther(visit.View.Link("desk/replies"));
    }

    private async Task ShowAsync(WaitingReply decided, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await replies.ShowAsync(decided, decided.DecidedAt, cancellationToken);
        // A withdrawal that came between has deleted what there was then, and not this one.
        if (!await IsPublicAsync(decided.Release, now, cancellationToken))
        {
            await ForgetAsync(decided.Release, now, cancellationToken);
        }

        cache.Expire();
    }

    /// <summary>Deletes all that was written under a release, where it is not public any more.</summary>
    private Task<int> ForgetAsync(ReleaseId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        replies.ForgetAsync(id, async () => !await IsPublicAsync(id, now, cancellationToken), cancellationToken);

    private async Task<IResult> RemoveAsync(DeskVisit visit, string removed, CancellationToken cancellationToken)
    {
        if (
            removed.Split('/') is not [var id, var key]
            || await FindAsync(visit, id, cancellationToken) is not { } release
            || (await replies.ReadAsync(release.Id, cancellationToken)).Shown.FirstOrDefault(one => one.Key == key) is not { } reply
        )
        {
            return await GoneAsync(visit);
        }

        await NoteAsync(visit, "reply-removed", visit.Register.OfficeOf(release), release.Id, reply.Id, cancellationToken);
        await replies.RemoveAsync(release.Id, key, visit.Now, cancellationToken);
        cache.Expire();
        return new SeeOther(visit.View.Link($"desk/replies?release={release.Id}"));
    }

    /// <summary>A public release of the moderator's offices, by its address or id.</summary>
    private async Task<Release?> FindAsync(DeskVisit visit, string asked, CancellationToken cancellationToken) =>
        await own.FindAsync(visit, asked, cancellationToken) is { } release && release.VisibilityAt(visit.Now) is Visibility.Visible
            ? release
            : null;

    private async Task<bool> IsPublicAsync(ReleaseId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await releases.FindAsync(id, cancellationToken))?.Release.VisibilityAt(now) is Visibility.Visible;

    /// <summary>Neither name nor text: the audit is kept longer than a reply that was removed.</summary>
    private Task NoteAsync(
        DeskVisit visit,
        string act,
        string? office,
        ReleaseId release,
        Guid reply,
        CancellationToken cancellationToken
    ) =>
        audit.WriteAsync(
            [
                new AuditLine($"{act}:{reply:N}", visit.Now, visit.User.Actor.Name, act)
                {
                    Office = office,
                    Release = release,
                    From = "desk",
                    Detail = $"balasan {reply:N}",
                },
            ],
            cancellationToken
        );

    private static Task<IResult> GoneAsync(DeskVisit visit) =>
        DeskRenderer.NoticeAsync(
            visit.View,
            StatusCodes.Status404NotFound,
            "Tidak ada di sini",
            "Balasan ini sudah diputuskan orang lain, sudah dihapus, atau bukan milik kantor Anda."
        );

    private static int SkippedOf(DeskVisit visit) =>
        int.TryParse(visit.Query["skip"], System.Globalization.CultureInfo.InvariantCulture, out var skip)
            ? Math.Clamp(skip, 0, ReplyList.Most)
            : 0;

    /// <summary>As many as a screen takes; at least one.</summary>
    private static List<T> Fitting<T>(IReadOnlyList<T> all, Func<T, Reply> of)
    {
        var (fitting, left) = (new List<T>(), MostText);
        foreach (var one in all)
        {
            left -= Encoding.UTF8.GetByteCount(WebUtility.HtmlEncode(of(one).Text)) + 512;
            if (left < 0 && fitting.Count > 0)
            {
                break;
            }

            fitting.Add(one);
        }

        return fitting;
    }
}
