using Azure;
using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Tests.Ingest;

/// <summary>What the audit says of an upload.</summary>
[TestClass]
public sealed class UploadAuditTests
{
    private static readonly Release Made = Some.Release() with
    {
        UploadName = "dishub/a.md",
        Revision = 3,
        ChangeNote = "Angka diperbaiki.",
    };

    [TestMethod]
    public void A_revision_is_noted_with_its_number_and_its_note_for_the_office_of_the_release()
    {
        var line = LineOf(CollectOutcome.Revised, Made with { Office = "dishub" }, office: "dinkes");

        Assert.AreEqual(
            new AuditLine("dishub/a.md\n7", Some.Time, "folder:dishub", "revised")
            {
                Office = "dishub",
                Release = Made.Id,
                Revision = 3,
                From = "incoming: dishub/a.md",
                Detail = "Angka diperbaiki.",
            },
            line
        );
        Assert.AreEqual("created", LineOf(CollectOutcome.Created, Made).Act);
        Assert.AreEqual("dinkes", LineOf(CollectOutcome.Revised, Made, office: "dinkes").Office);
        Assert.IsNull(LineOf(CollectOutcome.Revised, Made).Office);
    }

    [TestMethod]
    public void A_withdrawal_is_called_by_its_name_with_its_reason()
    {
        var withdrawn = Made with { Status = ReleaseStatus.Withdrawn, WithdrawnReason = "Keliru." };

        Assert.AreEqual(("withdrawn", "Keliru.", 3), Said(LineOf(CollectOutcome.Revised, withdrawn)));
        Assert.AreEqual(
            ("withdrawn", "Angka diperbaiki.", 3),
            Said(LineOf(CollectOutcome.Revised, withdrawn with { WithdrawnReason = null }))
        );
    }

    [TestMethod]
    [DataRow(CollectOutcome.Unchanged, "unchanged")]
    [DataRow(CollectOutcome.Stale, "stale")]
    [DataRow(CollectOutcome.Rejected, "rejected")]
    [DataRow(CollectOutcome.Doubtful, "doubtful")]
    public void What_made_no_revision_names_its_release_and_no_revision(CollectOutcome outcome, string act)
    {
        var line = LineOf(outcome, Made with { Status = ReleaseStatus.Withdrawn });

        Assert.AreEqual((act, null, null), Said(line));
        Assert.AreEqual(Made.Id, line.Release);
        Assert.IsNull(LineOf(outcome, null).Release);
    }

    [TestMethod]
    public void A_release_that_another_upload_revised_meanwhile_is_not_said_to_be_of_this_one() =>
        Assert.AreEqual(("revised", null, null), Said(LineOf(CollectOutcome.Revised, Made with { UploadName = "lain.md" })));

    [TestMethod]
    [DataRow("http/2026/a.md", "http: http/2026/a.md")]
    [DataRow("desk/a.md", "desk: desk/a.md")]
    [DataRow("http", "http: http")]
    [DataRow("https/a.md", "incoming: https/a.md")]
    [DataRow("a.md", "incoming: a.md")]
    public void The_way_that_it_came_is_the_first_part_of_its_name(string name, string from) =>
        Assert.AreEqual(from, LineOf(CollectOutcome.Rejected, null, name: name).From);

    private static (string, string?, int?) Said(AuditLine line) => (line.Act, line.Detail, line.Revision);

    private static AuditLine LineOf(CollectOutcome outcome, Release? release, string? office = null, string name = "dishub/a.md")
    {
        var upload = new IncomingUpload(name, new ETag("7"), Some.Time, 10, null);
        var tagged = release is null ? null : new TaggedRelease(release, new Annotations { Version = "1" });
        var report = new IntakeReport { Upload = name, Outcome = UploadOutcome.Accepted };
        return UploadAudit.LineOf(
            new TakenUpload(upload, null, null, new IngestResult(name, outcome, tagged, report), null)
            {
                Actor = new Actor("folder:dishub", null),
                Office = office,
            }
        );
    }
}
