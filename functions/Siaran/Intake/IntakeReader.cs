using Siaran.Intake.Documents;
using Siaran.Releases;

namespace Siaran.Intake;

/// <summary>Reads one uploaded document: its bytes go in, a release or a report of what is wrong comes out.</summary>
public static class IntakeReader
{
    /// <summary>
    /// Reads <paramref name="upload"/>. Never throws for what the bytes hold, and gives the same result for the same bytes.
    /// </summary>
    public static IntakeResult Read(UploadedDocument upload, IntakeOptions? options = null)
    {
        options ??= IntakeOptions.Default;
        var findings = new List<Finding>();
        var report = new IntakeReport { Upload = upload.Name, Outcome = UploadOutcome.Rejected };
        var format = DocumentFiles.FormatOf(upload);
        if (Refusal(upload, format, options) is { } refusal)
        {
            return Rejected(report, [refusal]);
        }

        var source = format is { } file ? DocumentSource.Open(upload, file, options, findings) : TextSource.Open(upload, options, findings);
        if (source is null)
        {
            return Rejected(report, findings);
        }

        report = report with { Format = source.Format.Name(), Encoding = source.Encoding };
        var submission = Submission(upload, source, options, findings);
        if (submission is null || findings.Exists(f => f.Severity is Severity.Error))
        {
            return Rejected(report, findings);
        }

        if (upload.IsConfirmed || submission.Status is ReleaseStatus.Withdrawn)
        {
            IntakeReport.Confirm(findings);
        }

        report = report with { Findings = IntakeReport.Ordered(findings) };
        return findings.Exists(f => f.Severity is Severity.Doubt)
            ? new IntakeResult.Doubtful(submission, report with { Outcome = UploadOutcome.Doubtful })
            : new IntakeResult.Accepted(submission, report with { Outcome = UploadOutcome.Accepted });
    }

    /// <summary>Why the upload is not even opened, or null.</summary>
    private static Finding? Refusal(UploadedDocument upload, UploadFormat? format, IntakeOptions options)
    {
        var bytes = upload.Bytes.Span;
        return bytes.Length > options.MaxBytes ? Findings.TooLarge(bytes.Length, options.MaxBytes)
            : bytes.IsEmpty ? Findings.Empty()
            : format is null && FileSignature.Of(bytes) is { } kind ? Findings.Binary(kind)
            : UploadFormats.RefusedKind(upload) is { } refused ? Findings.UnsupportedFormat(refused)
            : null;
    }

    private static Submission? Submission(UploadedDocument upload, IntakeSource source, IntakeOptions options, List<Finding> findings)
    {
        var section = source.Section;
        if (section.Flaw is not null)
        {
            return Fail(findings, section.Flaw);
        }

        var matter = section.Yaml is null
            ? FrontMatter.None
            : new FrontMatterReader(options.AgencyZone, findings).Read(section.Yaml, section.YamlLine);
        var submission = new Submission
        {
            EditorKey = matter.Id,
            PublishAt = matter.PublishAt,
            UpdatedAt = matter.UpdatedAt,
            Revision = matter.Revision,
            ChangeNote = matter.ChangeNote,
            Status = matter.Status,
            WithdrawnReason = matter.Status is ReleaseStatus.Withdrawn ? matter.WithdrawnReason : null,
        };
        if (string.IsNullOrWhiteSpace(section.Text) && matter.Status is ReleaseStatus.Withdrawn)
        {
            return matter.Id is null ? Fail(findings, Findings.WithdrawalWithoutId()) : submission;
        }

        if (source.Read(matter) is not { } draft)
        {
            return findings.Exists(f => f.Severity is Severity.Error) ? null : Fail(findings, Findings.TooComplex());
        }

        if (section.Yaml is not null && ForeignDocument.Of(section.Text) is { } foreign)
        {
            return Fail(findings, Findings.UnsupportedFormat(foreign));
        }

        var stated = new HoldCheck(matter, options.AgencyZone, source.Encoding is null ? null : section, findings).Check(
            upload,
            draft,
            section
        );
        var content = new ReleaseReading(matter, options, findings).Read(draft);
        if (stated is { } moment)
        {
            findings.Add(Findings.DateFromText(moment.ToOffset(options.AgencyZone.GetUtcOffset(moment))));
        }

        submission = submission with { Content = content, PublishAt = matter.PublishAt ?? Later(draft.PublishAt, stated) };
        if (matter.IsConfirmed is true)
        {
            IntakeReport.Confirm(findings);
        }
        else if (matter.IsConfirmed is false)
        {
            findings.Add(Findings.Unconfirmed());
        }

        if (submission.PublishAt is null && submission.Status is not ReleaseStatus.Withdrawn)
        {
            findings.Add(Findings.NoDate());
        }

        return submission;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private static Submission? Fail(List<Finding> findings, Finding finding)
    {
        findings.Add(finding);
        return null;
    }

    private static IntakeResult.Rejected Rejected(IntakeReport report, List<Finding> findings) =>
        new(report with { Findings = IntakeReport.Ordered(findings) });
}
