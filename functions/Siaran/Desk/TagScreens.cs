using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>The tags of a release that is out or scheduled, without its text.</summary>
public sealed class TagScreens(OwnReleases own, UploadEntry entry)
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

    private static Task<IResult> ShowAsync(DeskVisit visit, StoredRelease stored, IReadOnlyList<string> wrong, int status) =>
        DeskRenderer.ShowAsync<TagsScreen>(visit.View, new() { ["Stored"] = stored, ["Wrong"] = wrong }, status);

    private async Task<IResult> SendAsync(DeskVisit visit, StoredRelease stored, CancellationToken cancellationToken)
    {
        var (id, tags) = (stored.Release.Id, DraftForm.TagsOf(visit).ToList());
        var seen = int.TryParse(visit.Field("seen"), CultureInfo.InvariantCulture, out var revision) ? revision : 0;
        var shown = new SeeOther(visit.View.Link($"desk/releases/{id}"));
        if (seen == stored.Release.Revision && tags.SequenceEqual(stored.Release.Content.EditorTags))
        {
            return shown;
        }

        var (upload, actor) = ReleaseUpload.Of(visit, stored.Release, "tanda", UploadOf(id, tags));
        var result = await entry.OutcomeAsync(await entry.EnterAsync(upload, actor, cancellationToken));
        string[] stale = ["Rilis ini diubah orang lain sementara Anda memilih tandanya. Lihat dahulu isinya yang sekarang."];
        return result.Outcome switch
        {
            CollectOutcome.Stale => await ShowAsync(visit, stored, stale, StatusCodes.Status412PreconditionFailed),
            CollectOutcome.Rejected or CollectOutcome.Doubtful => await ShowAsync(
                visit,
                stored,
                [.. result.Report.Findings.Select(finding => finding.Indonesian)],
                StatusCodes.Status422UnprocessableEntity
            ),
            _ => shown,
        };
    }
}
