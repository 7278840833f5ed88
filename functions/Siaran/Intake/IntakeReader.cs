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
        if (Decode(upload, options, findings) is not { } decoded)
            return Rejected(report, findings);

        var (text, controls) = Characters.Clean(decoded.Text);
        if (controls > 0)
            findings.Add(Findings.ControlCharacters(controls));
        if (decoded.Unreadable > 0)
            findings.Add(Findings.UnreadableCharacters(decoded.Unreadable));

        var format = UploadFormats.Choose(upload, text);
        report = report with { Format = format.Name(), Encoding = decoded.Encoding };
        var submission =
            string.IsNullOrWhiteSpace(text) ? Fail(findings, Findings.Empty())
            : ForeignDocument.Of(text) is { } foreign ? Fail(findings, Findings.UnsupportedFormat(foreign))
            : Submission(upload.Name, text, format, options, findings);
        if (submission is null || findings.Exists(f => f.Severity is Severity.Error))
            return Rejected(report, findings);

        if (upload.IsConfirmed || submission.Status is ReleaseStatus.Withdrawn)
            IntakeReport.Confirm(findings);
        report = report with { Findings = IntakeReport.Ordered(findings) };
        return findings.Exists(f => f.Severity is Severity.Doubt)
            ? new IntakeResult.Doubtful(submission, report with { Outcome = UploadOutcome.Doubtful })
            : new IntakeResult.Accepted(submission, report with { Outcome = UploadOutcome.Accepted });
    }

    private static DecodedText? Decode(UploadedDocument upload, IntakeOptions options, List<Finding> findings)
    {
        var bytes = upload.Bytes.Span;
        if (bytes.Length > options.MaxBytes)
            findings.Add(Findings.TooLarge(bytes.Length, options.MaxBytes));
        else if (bytes.IsEmpty)
            findings.Add(Findings.Empty());
        else if (FileSignature.Of(bytes) is { } kind)
            findings.Add(Findings.Binary(kind));
        else if (UploadFormats.RefusedKind(upload) is { } refused)
            findings.Add(Findings.UnsupportedFormat(refused));
        else if (TextDecoding.Decode(bytes, upload.ContentType) is { } decoded)
            return decoded;
        else
            findings.Add(Findings.Binary(null));

        return null;
    }

    private static Submission? Submission(string upload, string text, UploadFormat format, IntakeOptions options, List<Finding> findings)
    {
        var section = FrontMatterSection.Part(text, format);
        if (section.Flaw is not null)
            return Fail(findings, section.Flaw);

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
            return matter.Id is null ? Fail(findings, Findings.WithdrawalWithoutId()) : submission;

        var draft = format switch
        {
            UploadFormat.Html => HtmlFormat.Read(section.Text, matter, options, findings),
            UploadFormat.Markdown => MarkdownFormat.ToHtml(section.Text) is { } html
                ? HtmlFormat.ReadFragment(html, matter, options, findings)
                : null,
            _ => PlainTextFormat.Read(section.Text),
        };
        if (draft is null)
            return Fail(findings, Findings.TooComplex());

        if (section.Yaml is not null && ForeignDocument.Of(section.Text) is { } foreign)
            return Fail(findings, Findings.UnsupportedFormat(foreign));

        var stated = new HoldCheck(matter, options.AgencyZone, findings).Check(upload, draft, section);
        var content = new ReleaseReading(matter, options, findings).Read(draft);
        if (stated is { } moment)
        {
            findings.Add(Findings.DateFromText(moment.ToOffset(options.AgencyZone.GetUtcOffset(moment))));
        }

        submission = submission with { Content = content, PublishAt = matter.PublishAt ?? Later(draft.PublishAt, stated) };
        if (matter.IsConfirmed is true)
            IntakeReport.Confirm(findings);
        else if (matter.IsConfirmed is false)
            findings.Add(Findings.Unconfirmed());
        if (submission.PublishAt is null && submission.Status is not ReleaseStatus.Withdrawn)
            findings.Add(Findings.NoDate());
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
