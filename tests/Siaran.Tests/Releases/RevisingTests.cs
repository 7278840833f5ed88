using Siaran.Releases;

namespace Siaran.Tests.Releases;

[TestClass]
public sealed class RevisingTests
{
    [TestMethod]
    public void A_time_between_two_seconds_is_never_cut_so_that_nothing_comes_out_before_it()
    {
        var asked = Some.Time.AddDays(1).AddMilliseconds(900);
        var submission = Some.Submission() with { PublishAt = asked };

        var created = ((RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey("a"), submission, Some.Source())).Release;
        var revised = (
            (RevisionOutcome.Revised)
                Revising.Revise(
                    Some.Release(),
                    submission with
                    {
                        PublishAt = Some.Time.AddMilliseconds(1),
                    },
                    Some.Source(at: Some.Time.AddMinutes(1)),
                    Some.Time.AddMinutes(1)
                )
        ).Release;

        Assert.AreEqual(Some.Time.AddDays(1).AddSeconds(1), created.PublishAt);
        Assert.AreEqual(Visibility.Embargoed, created.VisibilityAt(asked));
        Assert.AreEqual(Some.Time.AddSeconds(1), revised.PublishAt);
    }

    private static readonly DateTimeOffset Now = Some.Time.AddHours(2);

    [TestMethod]
    public void The_same_upload_again_changes_nothing()
    {
        var current = Some.Release();

        var outcome = Revising.Revise(current, Some.Submission(), Some.Source(at: Now), Now);

        Assert.AreEqual(new RevisionOutcome.Unchanged(current), outcome);
    }

    [TestMethod]
    public void A_clock_that_is_behind_refuses_no_correction_of_what_readers_have_seen()
    {
        var current = Some.Release() with { PublishAt = Now };
        var behind = Now.AddSeconds(-1);
        var withdrawal = new Submission { Status = ReleaseStatus.Withdrawn, WithdrawnReason = "Keliru" };

        var withdrawn = Revising.Revise(current, withdrawal, Some.Source(at: behind), behind, wasListed: true);
        var held = Revising.Revise(
            current,
            Some.Submission() with
            {
                PublishAt = Now.AddMinutes(1),
            },
            Some.Source(at: behind),
            behind,
            wasListed: true
        );

        var release = ((RevisionOutcome.Revised)withdrawn).Release;
        Assert.AreEqual(Visibility.Withdrawn, release.VisibilityAt(behind));
        Assert.AreEqual(new RevisionOutcome.Refused(Refusal.AlreadyPublic), held);
    }

    [TestMethod]
    public void Two_uploads_of_one_second_both_count_and_an_earlier_one_does_not()
    {
        var current = Some.Release();
        var submission = Some.Submission(Some.Content("Gubernur Resmikan Jembatan Kedua"));

        var same = Revising.Revise(current, submission, Some.Source(at: current.UploadedAt), Now);
        var earlier = Revising.Revise(current, submission, Some.Source(at: current.UploadedAt.AddSeconds(-1)), Now);

        Assert.AreEqual(2, ((RevisionOutcome.Revised)same).Release.Revision);
        Assert.AreEqual(new RevisionOutcome.Superseded(current), earlier);
    }

    [TestMethod]
    public void Nobody_forbids_related_news_by_saying_nothing()
    {
        Assert.IsFalse(EditorRelated.Unsaid.None);
        Assert.IsTrue(EditorRelated.Forbidden.None);
        Assert.AreNotEqual(EditorRelated.Unsaid, EditorRelated.Forbidden);
    }

    [TestMethod]
    public void Two_texts_without_a_word_in_common_or_without_words_are_no_one_release()
    {
        var one = Some.Content("Gubernur Resmikan Jembatan", "Gubernur meresmikan jembatan.");
        var empty = one with { Headline = "Panen Raya", Paragraphs = [] };

        Assert.IsFalse(ReleaseSimilarity.IsSameRelease(one, empty));
        Assert.IsFalse(ReleaseSimilarity.IsSameRelease(empty, one));
        Assert.IsFalse(ReleaseSimilarity.IsSameRelease(empty, empty with { Headline = "Pasar Dibuka" }));
    }

    [TestMethod]
    public void A_minor_revision_keeps_id_address_place_and_dates()
    {
        var current = Some.Release();
        var submission = Some.Submission(Some.Content("Gubernur Meresmikan Jembatan Nusa Jaya")) with { Revision = RevisionKind.Minor };

        var revised = Revised(current, submission);

        Assert.AreEqual(
            (current.Id, current.Slug, current.PublishAt, current.UpdatedAt, 2),
            (revised.Id, revised.Slug, revised.PublishAt, revised.UpdatedAt, revised.Revision)
        );
        Assert.AreEqual("Gubernur Meresmikan Jembatan Nusa Jaya", revised.Content.Headline);
    }

    [TestMethod]
    public void A_major_revision_moves_updated_but_not_the_place()
    {
        var current = Some.Release();
        var submission = Some.Submission(Some.Content("Jembatan Nusa Jaya Dibuka Lebih Awal")) with
        {
            Revision = RevisionKind.Major,
            ChangeNote = "Waktu diperbarui.",
        };

        var revised = Revised(current, submission);

        Assert.AreEqual((current.PublishAt, Now, "Waktu diperbarui."), (revised.PublishAt, revised.UpdatedAt, revised.ChangeNote));
    }

    [TestMethod]
    public void A_withdrawal_without_text_keeps_the_text_and_the_address()
    {
        var current = Some.Release();
        var submission = new Submission
        {
            EditorKey = "contoh-1",
            Status = ReleaseStatus.Withdrawn,
            WithdrawnReason = "Keliru tanggal.",
        };

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

    [TestMethod]
    public void A_headline_that_makes_no_slug_leaves_the_id_alone_in_the_address()
    {
        Assert.AreEqual(Some.Release().Id.Suffix, Some.Release(Some.Content("— …")).Slug);
        Assert.AreEqual("judul-" + Some.Release().Id.Suffix, Some.Release(Some.Content("Judul")).Slug);
    }

    [TestMethod]
    public void A_release_may_come_withdrawn_and_says_when_it_was_updated()
    {
        var submission = Some.Submission() with
        {
            Status = ReleaseStatus.Withdrawn,
            WithdrawnReason = "Keliru.",
            PublishAt = Some.Time,
            UpdatedAt = Some.Time.AddMinutes(5),
        };
        var later = Created(submission);
        var same = Created(submission with { UpdatedAt = Some.Time });
        var earlier = Created(submission with { UpdatedAt = Some.Time.AddMinutes(-5) });

        Assert.AreEqual(
            (ReleaseStatus.Withdrawn, "Keliru.", Some.Time.AddMinutes(5)),
            (later.Status, later.WithdrawnReason, later.UpdatedAt)
        );
        Assert.AreEqual((Some.Time, Some.Time), (same.UpdatedAt, earlier.UpdatedAt));
        Assert.AreEqual(ReleaseStatus.Published, Created(Some.Submission()).Status);
        Assert.AreEqual(
            new RevisionOutcome.Refused(Refusal.NothingToWithdraw),
            Revising.Create(Some.Release().Id, new Submission(), Some.Source())
        );

        static Release Created(Submission submission) =>
            ((RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey("x"), submission, Some.Source())).Release;
    }

    [TestMethod]
    public void Tags_alone_leave_the_text_its_place_and_its_dates()
    {
        var current = Some.Release();
        var tags = new Submission { Revision = RevisionKind.Minor, Tags = ["ekonomi"] };

        var revised = Revised(current, tags);

        Assert.AreEqual(current.Revision + 1, revised.Revision);
        CollectionAssert.AreEqual(new[] { "ekonomi" }, revised.Content.EditorTags.ToList());
        Assert.AreEqual(current.Content.BodyHtml, revised.Content.BodyHtml);
        Assert.AreEqual((current.PublishAt, current.UpdatedAt, current.Status), (revised.PublishAt, revised.UpdatedAt, revised.Status));
    }

    [TestMethod]
    public void Tags_alone_neither_make_a_release_nor_bring_a_withdrawn_one_back()
    {
        var tags = new Submission { Revision = RevisionKind.Minor, Tags = ["ekonomi"] };
        var withdrawn = Revised(Some.Release(), Some.Submission() with { Status = ReleaseStatus.Withdrawn });

        var refused = new RevisionOutcome.Refused(Refusal.NothingToTag);
        Assert.AreEqual(refused, Revising.Create(Some.Release().Id, tags, Some.Source()));
        Assert.AreEqual(refused, Revising.Revise(withdrawn, tags, Some.Source(at: Now.AddMinutes(1)), Now.AddMinutes(1)));
    }

    [TestMethod]
    public void A_text_that_says_nothing_of_it_does_not_bring_a_withdrawn_release_back()
    {
        var withdrawn = Revised(Some.Release(), Some.Submission() with { Status = ReleaseStatus.Withdrawn });
        var text = Some.Submission(Some.Content("Judul yang diperbaiki"));
        var (source, later) = (Some.Source(at: Now.AddMinutes(1)), Now.AddMinutes(1));

        Assert.AreEqual(new RevisionOutcome.Refused(Refusal.Withdrawn), Revising.Revise(withdrawn, text, source, later));
        Assert.IsInstanceOfType<RevisionOutcome.Revised>(
            Revising.Revise(withdrawn, text with { Status = ReleaseStatus.Published }, source, later)
        );
        Assert.IsInstanceOfType<RevisionOutcome.Revised>(Revising.Revise(withdrawn, text, source, later, wasAccepted: true));
    }

    [TestMethod]
    public void What_an_upload_does_not_say_leaves_its_fingerprint_as_it_was()
    {
        // Of this very text as it was before uploads could name tags alone or a successor: stored fingerprints hold for good.
        var json = System.Text.Json.JsonSerializer.Serialize(new Submission { EditorKey = "a" });

        Assert.DoesNotContain("\"Tags\"", json);
        Assert.DoesNotContain("Successor", json);
    }

    [TestMethod]
    public void A_change_of_status_is_news_and_the_reason_goes_with_the_withdrawal()
    {
        var minor = Some.Submission() with { Revision = RevisionKind.Minor, WithdrawnReason = "Keliru." };
        var withdrawn = Revised(Some.Release(), minor with { Status = ReleaseStatus.Withdrawn });
        var back = Revised(withdrawn with { UploadedAt = Some.Time }, minor with { Status = ReleaseStatus.Published });

        Assert.AreEqual((RevisionKind.Major, "Keliru.", Now), (withdrawn.RevisionKind, withdrawn.WithdrawnReason, withdrawn.UpdatedAt));
        Assert.AreEqual(
            (RevisionKind.Major, null, ReleaseStatus.Published, true),
            (back.RevisionKind, back.WithdrawnReason, back.Status, back.EverShown)
        );
    }

    [TestMethod]
    public void What_was_seen_may_be_dated_up_to_now_and_an_embargo_may_be_moved()
    {
        var seen = Revised(Some.Release(), Some.Submission() with { PublishAt = Now });
        var waiting = Some.Release() with { PublishAt = Now.AddDays(1), UpdatedAt = Now.AddDays(1) };
        var longer = Revised(waiting, Some.Submission() with { PublishAt = Now.AddDays(2) });
        var shorter = Revised(waiting, Some.Submission() with { PublishAt = Now.AddHours(1) });
        var updated = Revised(waiting, Some.Submission() with { PublishAt = Now.AddDays(1), UpdatedAt = Now.AddDays(3) });

        Assert.AreEqual((Now, Now), (seen.PublishAt, seen.UpdatedAt));
        Assert.AreEqual((Now.AddDays(2), Now.AddDays(2), false), (longer.PublishAt, longer.UpdatedAt, longer.EverShown));
        Assert.AreEqual((Now.AddHours(1), Now.AddDays(1)), (shorter.PublishAt, shorter.UpdatedAt));
        Assert.AreEqual(Now.AddDays(3), updated.UpdatedAt);
        Assert.AreEqual(Now.AddDays(1), Revised(waiting, Some.Submission(Some.Content("Judul lain")) with { UpdatedAt = Now }).UpdatedAt);
    }

    [TestMethod]
    public void An_upload_speaks_of_a_release_where_it_says_so_or_says_much_the_same()
    {
        var (current, other) = (Some.Release(), Some.Submission(Some.Content("Panen Raya", "Petani menuai padi.")));

        Assert.IsFalse(other.RefersTo(current));
        Assert.IsTrue(Some.Submission(Some.Content(paragraphs: "Isi yang lain sama sekali.")).RefersTo(current));
        Assert.IsTrue((other with { Content = null }).RefersTo(current));
        Assert.IsTrue((other with { Revision = RevisionKind.Minor }).RefersTo(current));
        Assert.IsTrue((other with { UpdatedAt = Now }).RefersTo(current));
        Assert.IsTrue((other with { Status = ReleaseStatus.Withdrawn }).RefersTo(current));
        Assert.IsFalse((other with { Status = ReleaseStatus.Published }).RefersTo(current));
    }

    [TestMethod]
    public void The_last_second_there_is_is_not_rounded_beyond_the_calendar()
    {
        Assert.AreEqual(DateTimeOffset.MaxValue.AddTicks(1 - TimeSpan.TicksPerSecond), WholeSeconds.Up(DateTimeOffset.MaxValue));
        Assert.AreEqual(Some.Time, WholeSeconds.Up(Some.Time));
        Assert.AreEqual(Some.Time.AddSeconds(1), WholeSeconds.Up(Some.Time.AddTicks(1)));
        Assert.AreEqual((Now, Now), (WholeSeconds.Later(Some.Time, Now), WholeSeconds.Later(Now, Some.Time)));
    }

    private static Release Revised(Release current, Submission submission) =>
        ((RevisionOutcome.Revised)Revising.Revise(current, submission, Some.Source(at: Now), Now)).Release;
}
