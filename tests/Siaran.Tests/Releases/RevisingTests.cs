using Siaran.Releases;

namespace Siaran.Tests.Releases;

[TestClass]
public sealed class RevisingTests
{
    private static readonly DateTimeOffset Now = Some.Time.AddHours(2);

    [TestMethod]
    public void The_same_upload_again_changes_nothing()
    {
        var current = Some.Release();

        var outcome = Revising.Revise(current, Some.Submission(), Some.Source(at: Now), Now);

        Assert.AreEqual(new RevisionOutcome.Unchanged(current), outcome);
    }

    [TestMethod]
    public void A_minor_revision_keeps_id_address_place_and_dates()
    {
        var current = Some.Release();
        var submission = Some.Submission(Some.Content("Gubernur Meresmikan Jembatan Nusa Jaya")) with { Revision = RevisionKind.Minor };

        var revised = Revised(current, submission);

        Assert.AreEqual((current.Id, current.Slug, current.PublishAt, current.UpdatedAt, 2), (revised.Id, revised.Slug, revised.PublishAt, revised.UpdatedAt, revised.Revision));
        Assert.AreEqual("Gubernur Meresmikan Jembatan Nusa Jaya", revised.Content.Headline);
    }

    [TestMethod]
    public void A_major_revision_moves_updated_but_not_the_place()
    {
        var current = Some.Release();
        var submission = Some.Submission(Some.Content("Jembatan Nusa Jaya Dibuka Lebih Awal")) with { Revision = RevisionKind.Major, ChangeNote = "Waktu diperbarui." };

        var revised = Revised(current, submission);

        Assert.AreEqual((current.PublishAt, Now, "Waktu diperbarui."), (revised.PublishAt, revised.UpdatedAt, revised.ChangeNote));
    }

    [TestMethod]
    public void A_withdrawal_without_text_keeps_the_text_and_the_address()
    {
        var current = Some.Release();
        var submission = new Submission { EditorKey = "contoh-1", Status = ReleaseStatus.Withdrawn, WithdrawnReason = "Keliru tanggal." };

        var revised = Revised(current, submission);

        Assert.AreEqual((Visibility.Withdrawn, current.Slug, current.Content), (revised.VisibilityAt(Now), revised.Slug, revised.Content));
    }

    [TestMethod]
    public void A_withdrawal_before_the_release_time_leaves_no_trace()
    {
        var embargoed = Some.Release() with { PublishAt = Now.AddDays(1), UpdatedAt = Now.AddDays(1) };

        var revised = Revised(embargoed, Some.Submission() with { Status = ReleaseStatus.Withdrawn });

        Assert.AreEqual(Visibility.NeverShown, revised.VisibilityAt(Now.AddDays(2)));
    }

    [TestMethod]
    public void What_the_public_has_seen_cannot_be_put_under_an_embargo()
    {
        var outcome = Revising.Revise(Some.Release(), Some.Submission() with { PublishAt = Now.AddDays(1) }, Some.Source(at: Now), Now);

        Assert.AreEqual(new RevisionOutcome.Refused(Refusal.AlreadyPublic), outcome);
    }

    [TestMethod]
    public void An_upload_older_than_the_current_revision_does_not_replace_it()
    {
        var current = Some.Release() with { UploadedAt = Now };

        var outcome = Revising.Revise(current, Some.Submission(Some.Content("Judul lama")), Some.Source(at: Now.AddHours(-1)), Now);

        Assert.AreEqual(new RevisionOutcome.Superseded(current), outcome);
    }

    [TestMethod]
    public void Times_are_whole_seconds_in_utc()
    {
        var source = Some.Source(at: new DateTimeOffset(2025, 3, 4, 9, 30, 0, TimeSpan.FromHours(8)).AddTicks(1234567));

        var outcome = (RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey("x"), Some.Submission(), source);

        Assert.AreEqual(Some.Time, outcome.Release.PublishAt);
        Assert.AreEqual(TimeSpan.Zero, outcome.Release.PublishAt.Offset);
    }

    private static Release Revised(Release current, Submission submission) =>
        ((RevisionOutcome.Revised)Revising.Revise(current, submission, Some.Source(at: Now), Now)).Release;
}
