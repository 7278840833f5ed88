using Siaran.Releases;

namespace Siaran.Tests.Releases;

/// <summary>A translation is never seen before what it translates.</summary>
[TestClass]
public sealed class OriginalTests
{
    private static readonly DateTimeOffset Now = Some.Time.AddHours(2);
    private static readonly Original Held = new(ReleaseId.FromEditorKey("asli"), Now.AddHours(5));
    private static readonly Original Public = Held with { KnownFrom = Some.Time };

    [TestMethod]
    public void What_is_not_there_holds_its_translations_for_ever()
    {
        Assert.AreEqual(DateTimeOffset.MaxValue, Original.Of(Held.Id, null).KnownFrom);
        Assert.AreEqual(Some.Time, Original.Of(Held.Id, Some.Release()).KnownFrom);
    }

    [TestMethod]
    public void A_first_revision_waits_for_its_original_and_remembers_what_it_asked_for()
    {
        var held = Created(Held);
        Assert.AreEqual((Held.KnownFrom, Held.KnownFrom, Some.Time), (held.PublishAt, held.UpdatedAt, held.AskedAt));
        Assert.AreEqual(Held.Id, held.TranslationOf);

        var free = Created(Public);
        Assert.AreEqual((Some.Time, Some.Time), (free.PublishAt, free.AskedAt));

        var own = Created(null);
        Assert.AreEqual((Some.Time, null, null), (own.PublishAt, own.AskedAt, own.TranslationOf));
    }

    [TestMethod]
    public void A_correction_of_a_translation_that_waits_keeps_what_it_asked_for()
    {
        // Its original came out meanwhile, or is not its original any more.
        Assert.AreEqual((Some.Time, Some.Time), TimesOf(Revised(Created(Held), Some.Submission(New()), Public)));
        Assert.AreEqual((Some.Time, null), TimesOf(Revised(Created(Held), Some.Submission(New()), null)));
        Assert.AreEqual((Held.KnownFrom, Some.Time), TimesOf(Revised(Created(Held), Some.Submission(New()), Held)));

        // What it asks for now counts where it asks for something.
        var later = Some.Submission(New()) with
        {
            PublishAt = Held.KnownFrom.AddHours(1),
        };
        Assert.AreEqual((Held.KnownFrom.AddHours(1), Held.KnownFrom.AddHours(1)), TimesOf(Revised(Created(Held), later, Held)));

        // A release that waits and named no original so far.
        var waiting = Created(null) with
        {
            PublishAt = Now.AddHours(1),
        };
        Assert.AreEqual((Held.KnownFrom, Now.AddHours(1)), TimesOf(Revised(waiting, Some.Submission(New()), Held)));
        Assert.AreEqual((Now.AddHours(1), null), TimesOf(Revised(waiting, Some.Submission(New()), null)));
    }

    [TestMethod]
    public void What_was_seen_keeps_its_place_and_gets_no_original_that_is_not_public()
    {
        var current = Some.Release();
        var refused = new RevisionOutcome.Refused(Refusal.OriginalNotPublic);

        Assert.AreEqual(refused, Revise(current, Some.Submission(New()), Held));
        Assert.AreEqual(refused, Revise(current, Some.Submission(New()), Held with { KnownFrom = Now.AddTicks(1) }));
        Assert.AreEqual(current.PublishAt, Revised(current, Some.Submission(New()), Held with { KnownFrom = Now }).PublishAt);

        // Nothing keeps it from being corrected once it names that one, whatever happened to the original since.
        var named = current with
        {
            TranslationOf = Held.Id,
        };
        Assert.AreEqual(current.PublishAt, Revised(named, Some.Submission(New()), Held).PublishAt);
    }

    [TestMethod]
    public void A_translation_moves_with_its_original_and_back_to_what_it_asked_for()
    {
        var waiting = Created(Held);
        var further = Held with { KnownFrom = Held.KnownFrom.AddHours(1).AddTicks(7) };

        Assert.AreEqual((further.KnownFrom.AddTicks(-7), Some.Time), TimesOf(further.Move(waiting)));
        Assert.AreEqual(further.KnownFrom.AddTicks(-7), further.Move(waiting).UpdatedAt);
        Assert.AreEqual((Some.Time, Some.Time), TimesOf(Public.Move(waiting)));
        Assert.AreEqual(Some.Time, Public.Move(waiting).UpdatedAt);
        Assert.AreSame(waiting, Held.Move(waiting));
        Assert.AreEqual(Held.KnownFrom, Held.Move(Some.Release()).PublishAt);
    }

    [TestMethod]
    public void Its_own_later_date_stays_when_it_moves()
    {
        var dated = Created(Held) with { UpdatedAt = Held.KnownFrom.AddHours(3) };

        Assert.AreEqual(dated.UpdatedAt, Public.Move(dated).UpdatedAt);
        Assert.AreEqual(Held.KnownFrom.AddHours(4), (Held with { KnownFrom = Held.KnownFrom.AddHours(4) }).Move(dated).UpdatedAt);
    }

    [TestMethod]
    public void A_major_revision_that_dates_itself_no_later_than_its_place_moves_to_its_upload()
    {
        var submission = Some.Submission(New()) with { Revision = RevisionKind.Major, UpdatedAt = Some.Time };

        Assert.AreEqual(Now, Revised(Some.Release(), submission, null).UpdatedAt);
    }

    private static ReleaseContent New() => Some.Content("Jembatan Nusa Jaya Dibuka Lebih Awal");

    private static (DateTimeOffset PublishAt, DateTimeOffset? AskedAt) TimesOf(Release release) => (release.PublishAt, release.AskedAt);

    private static Release Created(Original? original) =>
        (
            (RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey("terjemahan"), Some.Submission(), Some.Source(), original)
        ).Release;

    private static RevisionOutcome Revise(Release current, Submission submission, Original? original) =>
        Revising.Revise(current, submission, Some.Source(at: Now), Now, wasListed: false, original);

    private static Release Revised(Release current, Submission submission, Original? original) =>
        ((RevisionOutcome.Revised)Revise(current, submission, original)).Release;
}
