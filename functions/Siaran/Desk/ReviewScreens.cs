using Microsoft.AspNetCore.Http;
using Siaran.Serving;

namespace Siaran.Desk;

/// <summary>A colleague's word on a draft that was submitted: approved, or returned with a remark.</summary>
public sealed class ReviewScreens(DeskDoor door, Drafts drafts, DraftReviews reviews)
{
    private const long MostBytes = 16 * 1024;

    public Task<IResult> ReviewAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Publish,
            MostBytes,
            (visit, ct) => drafts.ShowAsync(visit, id, open => ReviewAsync(visit, open, ct), ct),
            cancellationToken
        );

    private async Task<IResult> ReviewAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        var remark = string.Join(' ', visit.Field("remark").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (DraftForm.VersionOf(visit) != open.Row.Version)
        {
            return await ChangedAsync(visit);
        }

        return visit.Field("verdict") switch
        {
            "approve" when SecondEyes.MayApprove(visit.User, open.Row) => await LeadAsync(
                visit,
                await reviews.TryApproveAsync(visit, open, cancellationToken),
                $"desk/drafts/{open.Id}/when"
            ),
            "return" when SecondEyes.MayReturn(visit.User, open.Row) && remark.Length is > 0 and <= DraftReviews.LongestRemark =>
                await LeadAsync(visit, await reviews.TryReturnAsync(visit, open, remark, cancellationToken), "desk"),
            "return" => await DeskRenderer.NoticeAsync(
                visit.View,
                StatusCodes.Status422UnprocessableEntity,
                "Belum dikembalikan",
                $"Tulis apa yang harus diubah, paling panjang {DraftReviews.LongestRemark} huruf."
            ),
            _ => await DeskRenderer.NoticeAsync(
                visit.View,
                StatusCodes.Status422UnprocessableEntity,
                "Belum disetujui",
                "Yang menyetujui harus orang lain, bukan yang menulis atau mengajukannya, dan naskahnya harus sudah diajukan."
            ),
        };
    }

    private static async Task<IResult> LeadAsync(DeskVisit visit, bool isNoted, string address) =>
        isNoted ? new SeeOther(visit.View.Link(address)) : await ChangedAsync(visit);

    private static Task<IResult> ChangedAsync(DeskVisit visit) =>
        DeskRenderer.NoticeAsync(
            visit.View,
            StatusCodes.Status412PreconditionFailed,
            "Naskah ini sudah berubah",
            "Naskah disimpan lagi sementara Anda membacanya. Buka lagi dari daftar dan lihat isinya yang sekarang."
        );
}
