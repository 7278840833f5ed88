using Siaran.Actors;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>The rules of an office that has each draft approved by someone other than its writer.</summary>
public static class SecondEyes
{
    /// <summary>Whether the office of a draft asks for it.</summary>
    public static bool AreAsked(OfficeRegister register, StoredDraft draft) => AreAsked(register, draft.Office);

    /// <summary>Whether an office asks for it; one that is not known does not.</summary>
    public static bool AreAsked(OfficeRegister register, string? id) =>
        register.Offices.FirstOrDefault(office => office.Id == id)?.SecondEyes is true;

    /// <summary>Whether it may be published without a reason.</summary>
    public static bool IsFree(OfficeRegister register, StoredDraft draft) =>
        !AreAsked(register, draft) || draft.Review.State is DraftState.Approved;

    /// <summary>Whether someone may approve it: a publisher who neither saved this text nor submitted it.</summary>
    public static bool MayApprove(DeskUser user, StoredDraft draft) =>
        user.May(DeskRight.Publish)
        && draft.Review.State is DraftState.Submitted
        && user.Id != draft.Review.Author
        && user.Id != draft.Review.Submitter;

    /// <summary>Whether someone may send it back to its writer.</summary>
    public static bool MayReturn(DeskUser user, StoredDraft draft) =>
        user.May(DeskRight.Publish) && draft.Review.State is (DraftState.Submitted or DraftState.Approved);
}
