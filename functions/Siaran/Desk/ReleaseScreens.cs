using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Listings;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>The outcome of a release, and what may be done with it: corrected, compared.</summary>
public sealed class ReleaseScreens(
    OwnReleases own,
    ReleaseTable releases,
    AcceptedUploads accepted,
    AuditTable audit,
    Drafts drafts,
    DraftReader reader
)
{
    private const long MostBytes = 64 * 1024;

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.OpenAsync(request, DeskRight.Read, id, ShowAsync, cancellationToken);

    /// <summary>A draft of what the release says, to be changed and sent as a correction.</summary>
    public Task<IResult> CorrectAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            id,
            async (visit, stored, ct) =>
            {
                var draft = reader.ToCorrect(stored.Release, await LastTextAsync(stored, ct));
                var saved = await drafts.AddAsync(draft, visit.Register.OfficeOf(stored.Release), visit.User, ct);
                return new SeeOther(visit.View.Link($"desk/drafts/{saved.Id}"));
            },
            cancellationToken
        );

    /// <summary>Two revisions, word by word: <c>?from=1&amp;to=3</c>; by default the last change.</summary>
    public Task<IResult> HistoryAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        own.OpenAsync(request, DeskRight.Read, id, HistoryAsync, cancellationToken);

    /// <summary>What its text was last sent as; null where no original that is left says.</summary>
    private async Task<DraftWithFiles?> LastTextAsync(StoredRelease stored, CancellationToken cancellationToken)
    {
        var release = stored.Release;
        if (
            await accepted.ReadAsync(stored.Original, cancellationToken) is { } current
            && reader.ReadOriginal(release.UploadName, release.UploadedAt, current) is { } draft
        )
        {
            return draft;
        }

        // The current revision brought tags alone: its text is that of one before.
        var originals = await accepted.ListAsync(release.Id, cancellationToken).ToListAsync(cancellationToken);
        foreach (var original in originals.OrderByDescending(one => one.Revision).Where(one => one.Revision < release.Revision))
        {
            if (
                await accepted.ReadAsync(original.Blob, cancellationToken) is { } content
                && reader.ReadOriginal(original.Upload.Name, original.Upload.UploadedAt, content) is { } earlier
            )
            {
                return earlier;
            }
        }

        return null;
    }

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
