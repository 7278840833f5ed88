using Siaran.Actors;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>Submits drafts, approves and returns them, and notes each step in the audit.</summary>
public sealed class DraftReviews(Drafts drafts, AuditTable audit)
{
    /// <summary>Of a remark or a reason, in characters.</summary>
    public const int LongestRemark = 500;

    /// <returns>False where it was saved again meanwhile.</returns>
    public Task<bool> TrySubmitAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken) =>
        TryAsync(
            visit,
            open,
            open.Row.Review with
            {
                State = DraftState.Submitted,
                Submitter = visit.User.Id,
                Remark = "",
            },
            "submitted",
            cancellationToken
        );

    /// <inheritdoc cref="TrySubmitAsync"/>
    public Task<bool> TryApproveAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken) =>
        TryAsync(visit, open, open.Row.Review with { State = DraftState.Approved, Remark = "" }, "approved", cancellationToken);

    /// <inheritdoc cref="TrySubmitAsync"/>
    public Task<bool> TryReturnAsync(DeskVisit visit, OpenDraft open, string remark, CancellationToken cancellationToken) =>
        TryAsync(visit, open, open.Row.Review with { State = DraftState.Returned, Remark = remark }, "returned", cancellationToken);

    /// <summary>Keeps the reason for which it is sent unapproved; before it is sent, so that none goes without.</summary>
    public Task NoteUnapprovedAsync(DeskVisit visit, OpenDraft open, string reason, CancellationToken cancellationToken) =>
        audit.WriteAsync([LineOf(visit, open.Row, open.Draft, "unapproved", reason)], cancellationToken);

    /// <summary>Notes what was done with it besides.</summary>
    public Task NoteAsync(DeskVisit visit, OpenDraft open, string act, CancellationToken cancellationToken) =>
        audit.WriteAsync([LineOf(visit, open.Row, open.Draft, act, "")], cancellationToken);

    private async Task<bool> TryAsync(DeskVisit visit, OpenDraft open, DraftReview review, string act, CancellationToken cancellationToken)
    {
        // Noted first, of the very text that was seen: no draft is approved without a line, and a run that dies between is repeated.
        await audit.WriteAsync([LineOf(visit, open.Row, open.Draft, act, review.Remark)], cancellationToken);
        return await drafts.TryReviewAsync(open, review with { By = visit.User.Name }, cancellationToken) is not null;
    }

    private static AuditLine LineOf(DeskVisit visit, StoredDraft row, Draft draft, string act, string detail) =>
        new($"desk/{row.Id}\n{row.Version}\n{act}", visit.Now, visit.User.Actor.Name, act)
        {
            Office = row.Office,
            Release = draft.Target ?? DraftUpload.ReleaseOf(row.Id, row.Office),
            Revision = draft.Seen,
            From = $"desk: desk/{row.Id}",
            Detail = detail.Length > 0 ? detail : null,
        };
}
