using System.Text.Json;
using Siaran.Intake.Attachments;
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
        var enclosed = new EnclosedFiles(options, findings);
        options = options with { Enclosed = enclosed };
        if (SeveralFiles.IsWhat(upload) || MailFile.IsWhat(upload))
        {
            return ReadSeveral(upload, report, options, findings);
        }

        return ReadDocument(upload, report, options, findings);
    }

    /// <summary>Letters and signs as they are, so that an address is found by its own.</summary>
    private static readonly JsonSerializerOptions AsWritten = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An upload that holds others: one of them is the document, the rest is enclosed with it.</summary>
    private static IntakeResult ReadSeveral(UploadedDocument upload, IntakeReport report, IntakeOptions options, List<Finding> findings)
    {
        if (upload.Bytes.Length > options.MaxFileBytes)
        {
            return Rejected(report, [Findings.TooLarge(upload.Bytes.Length, options.MaxFileBytes)]);
        }

        var enclosed = options.Enclosed!;
        if (SeveralFiles.IsWhat(upload))
        {
            return SeveralFiles.Open(upload, enclosed, findings) is { } sent && !HasError(findings)
                ? ReadDocument(sent, report, options, findings)
                : Rejected(report, findings);
        }

        report = report with { Format = UploadFormat.Mail.Name() };
        if (
            MailFile.Read(upload.Bytes, findings) is not { } mail
            || mail.Open(upload, enclosed, findings) is not { } document
            || HasError(findings)
        )
        {
            return Rejected(report, findings);
        }

        var result = ReadDocument(document, report, options, findings);
        var submission = (result as IntakeResult.Accepted)?.Submission ?? (result as IntakeResult.Doubtful)?.Submission;
        return submission is not null && mail.IsNamedIn(JsonSerializer.Serialize(submission, AsWritten))
            ? Rejected(report, [Findings.MailAddressLeft()])
            : result;
    }

    private static bool HasError(List<Finding> findings) => findings.Exists(finding => finding.Severity is Severity.Error);

    private static IntakeResult ReadDocument(UploadedDocument upload, IntakeReport report, IntakeOptions options, List<Finding> findings)
    {
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

        report = report with { Format = report.Format ?? source.Format.Name(), Encoding = source.Encoding };
        var submission = Submission(upload, source, options, findings);
        if (submission is null || findings.Exists(f => f.Severity is Severity.Error))
        {
            return Rejected(report, findings);
        }

        var missing = options.Enclosed!.Missing;
        if (missing.Count > 0)
        {
            findings.Add(Findings.PicturesMissing([.. missing]));
        }

        if (upload.IsConfirmed || submission.Status is ReleaseStatus.Withdrawn)
        {
            IntakeReport.Confirm(findings);
        }

        report = report with { Findings = IntakeReport.Ordered(findings) };
        return findings.Exists(f => f.Severity is Severity.Doubt)
            ? new IntakeResult.Doubtful(submission, report with { Outcome = UploadOutcome.Doubtful }) { MissingPictures = [.. missing] }
            : new IntakeResult.Accepted(submission, report with { Outcome = UploadOutcome.Accepted })
            {
                Files = options.Enclosed.Files,
                MissingPictures = [.. missing],
            };
    }

    /// <summary>Why the upload is not even opened, or null.</summary>
    private static Finding? Refusal(UploadedDocument upload, UploadFormat? format, IntakeOptions options)
    {
        var bytes = upload.Bytes.Span;
        var most = format is null ? options.MaxBytes : options.MaxFileBytes;
        return bytes.Length > most ? Findings.TooLarge(bytes.Length, most)
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
        if (string.IsNullOrWhiteSpace(section.Text) && (matter.IsOfTagsAlone || matter.Status is ReleaseStatus.Withdrawn))
        {
            return matter.Id is null
                ? Fail(findings, Findings.WithdrawalWithoutId())
                : StatedBy(matter) with
                {
                    Tags = matter.IsOfTagsAlone ? matter.Tags : null,
                };
        }

        if (source.Read(matter) is not { } draft)
        {
            return findings.Exists(f => f.Severity is Severity.Error) ? null : Fail(findings, Findings.TooComplex());
        }

        var lines = draft.Lines ?? section.Text.Split('\n');
        if (NoRelease(draft, section, lines, draft.IsOut(upload.UploadedAt), findings) is { } kind)
        {
            return Fail(findings, Findings.UnsupportedFormat(kind));
        }

        var hold = new HoldCheck(matter, options.AgencyZone, source.Encoding is null ? null : section, findings);
        var stated = hold.Check(upload, draft, section, lines);
        var content = new ReleaseReading(matter, options, findings).Read(draft);
        var submission = StatedBy(matter) with { Content = content, PublishAt = matter.PublishAt ?? Later(draft.PublishAt, stated) };
        if (stated is { } moment)
        {
            findings.Add(Findings.DateFromText(moment.ToOffset(options.AgencyZone.GetUtcOffset(moment))));
        }

        NoteUndecided(submission, matter, findings);
        return submission;
    }

    /// <summary>
    /// What a document is that holds no release, by its lines and text as they were read; else null. What may be none, or more than one, is
    /// among the findings.
    /// </summary>
    private static string? NoRelease(
        Draft draft,
        FrontMatterSection section,
        IReadOnlyList<string> lines,
        bool isOut,
        List<Finding> findings
    )
    {
        var texts = draft.Blocks.ConvertAll(block => block.Text);
        if (OtherTexts.Of(texts) is var (indonesian, english))
        {
            findings.Add(Findings.KindUnsure(indonesian, english));
        }

        // A page that holds two is unsure of its article.
        if (!draft.IsPage && SeveralReleases.Second(texts) is { } second)
        {
            findings.Add(Findings.SeveralReleases(second));
        }

        return (section.Yaml is null ? null : ForeignDocument.Of(section.Text))
            ?? (PastedMail.IsIn(lines) ? "e-mail pasted as text" : null)
            ?? Unfinished(texts, draft.IsPage, isOut, findings);
    }

    /// <summary>
    /// What a text is that nobody has written yet. A page that is out, or is a text for the most part, may tell of blanks, give a form to
    /// fill in or hold parts that its site never filled, so an editor decides.
    /// </summary>
    private static string? Unfinished(IReadOnlyList<string> texts, bool isPage, bool isOut, List<Finding> findings)
    {
        if (UnfinishedText.Of(texts) is not { } kind)
        {
            return null;
        }

        if (!(isPage && kind.IsInWrittenText) && !(isOut && kind.Name is UnfinishedText.Template))
        {
            return kind.Name;
        }

        findings.Add(Findings.KindUnsure("naskah yang belum diisi", kind.Name is UnfinishedText.Template ? $"an {kind.Name}" : kind.Name));
        return null;
    }

    /// <summary>The submission as far as front matter alone makes it.</summary>
    private static Submission StatedBy(FrontMatter matter) =>
        new()
        {
            EditorKey = matter.Id,
            TranslationOf = matter.TranslationOf,
            PublishAt = matter.PublishAt,
            UpdatedAt = matter.UpdatedAt,
            Revision = matter.Revision,
            ChangeNote = matter.ChangeNote,
            Status = matter.Status,
            WithdrawnReason = matter.Status is ReleaseStatus.Withdrawn ? matter.WithdrawnReason : null,
            Successor = matter.Status is ReleaseStatus.Withdrawn ? matter.Successor : null,
        };

    /// <summary>Whether its editor vouches for how it is read, and that it has no date of its own.</summary>
    private static void NoteUndecided(Submission submission, FrontMatter matter, List<Finding> findings)
    {
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
