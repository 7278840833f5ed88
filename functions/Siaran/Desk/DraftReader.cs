using Siaran.Ingest;
using Siaran.Intake;
using Siaran.Intake.Attachments;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Desk;

/// <summary>A file that was dropped.</summary>
/// <param name="Name">As its editor calls it.</param>
/// <param name="ContentType">As the browser says.</param>
/// <param name="Bytes">All of it.</param>
public sealed record DroppedFile(string Name, string? ContentType, byte[] Bytes)
{
    public bool IsPicture => PictureFile.MediaTypeOf(Bytes) is not null;
}

/// <summary>A draft and the bytes of its files, in their order.</summary>
public sealed record DraftWithFiles(Draft Draft, IReadOnlyList<BinaryData> Files);

/// <summary>What would come of a draft if it were sent now.</summary>
/// <param name="Upload">What would be sent.</param>
/// <param name="Findings">What intake says of it.</param>
/// <param name="Tagged">The release as it would be; null where it would be refused.</param>
public sealed record DraftInspection(DraftUpload Upload, IReadOnlyList<Finding> Findings, TaggedRelease? Tagged);

/// <summary>Turns files into drafts and drafts into releases, by the same intake that every upload goes through.</summary>
public sealed class DraftReader(UploadReader reader, ITagger tagger, Site site, TimeProvider time)
{
    /// <summary>A draft of what a file says; null where intake cannot read it, and the findings say why.</summary>
    /// <param name="file">A document.</param>
    /// <param name="pictures">What was dropped with it.</param>
    /// <param name="findings">What intake says.</param>
    public DraftWithFiles? Read(DroppedFile file, IReadOnlyList<DroppedFile> pictures, out IReadOnlyList<Finding> findings)
    {
        var (name, contentType, content) = (file.Name, file.ContentType, BinaryData.FromBytes(file.Bytes));
        if (pictures.Count > 0)
        {
            (contentType, content) = FormOf([file, .. pictures]);
        }

        var upload = new IncomingUpload(name, default, time.GetUtcNow(), content.ToMemory().Length, contentType);
        findings = reader.Read(upload, content).Report.Findings;
        return reader.ReadAgain(upload, content) is IntakeResult.Accepted { Submission: { Content: { } said } submission } accepted
            ? Of(submission, said, accepted.Files, findings)
            : null;
    }

    /// <summary>A draft of the bare text of a file that intake does not take, for its editor to mend; null where it is no text.</summary>
    /// <param name="file">A document.</param>
    /// <param name="findings">Why it is not taken, which the draft shows.</param>
    public static DraftWithFiles? ReadBare(DroppedFile file, IReadOnlyList<Finding> findings)
    {
        if (BareText.Of(new UploadedDocument(file.Name, file.ContentType, file.Bytes)) is not { } bare)
        {
            return null;
        }

        // When it is to come out is asked of its editor, whatever could be read of it.
        var draft = new Draft
        {
            Headline = bare.Headline ?? "",
            Label = bare.Matter.Label ?? "",
            Agency = bare.Matter.Agency ?? "",
            Place = bare.Matter.Place ?? "",
            Summary = bare.Matter.Summary ?? "",
            Body = bare.Text,
            Tags = bare.Matter.Tags,
            SourceFindings = [.. findings.Where(finding => finding.Severity > Severity.Note)],
            Rest = new DraftRest
            {
                Language = bare.Matter.Language,
                CanonicalUrl = bare.Matter.CanonicalUrl?.AbsoluteUri,
                Licence = bare.Matter.Licence,
                RelatedNone = bare.Matter.Related.None,
                Related = bare.Matter.Related.Keys,
                TranslationOf = bare.Matter.TranslationOf,
                EditorKey = bare.Matter.Id,
            },
        };
        return new DraftWithFiles(draft, []);
    }

    /// <summary>A draft of what a stored release says, to be corrected.</summary>
    /// <param name="release">Its current revision.</param>
    /// <param name="read">What its text was last sent as, for its files; null where that is not to be had.</param>
    public DraftWithFiles ToCorrect(Release release, DraftWithFiles? read)
    {
        // Of what is public, and not of its original: that may be read otherwise by now.
        var files = read?.Draft.Files ?? [];
        var said = Of(release.Content, release.Slug, files);
        var draft = said with
        {
            Files = files,
            Target = release.Id,
            Seen = release.Revision,
            Rest = said.Rest with { TranslationOf = release.TranslationOf?.ToString() },
        };
        return new DraftWithFiles(draft, read?.Files ?? []);
    }

    /// <summary>A draft of a stored original; null where it brings no text, or cannot be read any more.</summary>
    public DraftWithFiles? ReadOriginal(string uploadName, DateTimeOffset uploadedAt, OriginalContent original)
    {
        var upload = new IncomingUpload(uploadName, default, uploadedAt, original.Content.ToMemory().Length, original.ContentType);
        return
            reader.ReadAgain(upload, original.Content)
                is IntakeResult.Accepted { Submission: { Content: { } said } submission, Files: var files }
            ? Of(submission, said, files, [])
            : null;
    }

    /// <summary>What would come of it.</summary>
    /// <param name="draft">The draft with its files.</param>
    /// <param name="id">Its id.</param>
    /// <param name="current">The release that it corrects; null for a new one.</param>
    public DraftInspection Inspect(DraftWithFiles draft, string id, Release? current)
    {
        var upload = DraftUpload.Of(draft.Draft, id, draft.Files);
        var now = time.GetUtcNow();
        var incoming = new IncomingUpload(
            $"desk/{id}/{upload.FileName}",
            default,
            now,
            upload.Content.ToMemory().Length,
            upload.ContentType
        );
        var read = reader.ReadAgain(incoming, upload.Content);
        var tagged = read is IntakeResult.Accepted { Submission: { Content: not null } submission }
            ? Tag(submission, id, current, now)
            : null;
        var report = tagged is null ? read.Report : UnknownTags.AddedTo(read.Report, tagged, tagger);
        return new DraftInspection(upload, report.Findings, tagged);
    }

    private TaggedRelease? Tag(Submission submission, string id, Release? current, DateTimeOffset now)
    {
        var source = new UploadSource($"desk/{id}", now);
        var outcome = current is null
            ? Revising.Create(ReleaseId.FromEditorKey(DraftUpload.KeyOf(id)), submission, source)
            : Revising.Revise(current, submission, source, now);
        var release = outcome switch
        {
            RevisionOutcome.Created created => created.Release,
            RevisionOutcome.Revised revised => revised.Release,
            RevisionOutcome.Unchanged unchanged => unchanged.Release,
            _ => null,
        };
        return release is null ? null : new TaggedRelease(release, tagger.Read(release));
    }

    private DraftWithFiles Of(
        Submission submission,
        ReleaseContent said,
        IReadOnlyList<AttachedFile> files,
        IReadOnlyList<Finding> findings
    )
    {
        DraftFile[] own =
        [
            .. files
                .Select(file => file.Attachment)
                .Select(file => new DraftFile(file.Name, file.FileName, file.MediaType, file.Alt ?? "")),
        ];
        var draft = Of(said, Attachment.NoSlug, own);
        return new DraftWithFiles(
            draft with
            {
                PublishAt = submission.PublishAt,
                SourceFindings = [.. findings.Where(finding => finding.Severity > Severity.Note)],
                Files = own,
                Rest = draft.Rest with { TranslationOf = submission.TranslationOf, EditorKey = submission.EditorKey },
            },
            [.. files.Select(file => new BinaryData(file.Bytes))]
        );
    }

    /// <param name="said">What a release says.</param>
    /// <param name="slug">In the addresses of its files.</param>
    /// <param name="files">Those that go with the draft, which its text names by their names.</param>
    private Draft Of(ReleaseContent said, string slug, IReadOnlyList<DraftFile> files)
    {
        var prefix = Attachment.AddressOf(site.BaseAddress, slug, "").AbsoluteUri;
        var body = MarkdownText.Of(
            said.BodyHtml,
            address =>
                address.StartsWith(prefix, StringComparison.Ordinal) && files.Any(file => file.Name == address[prefix.Length..])
                    ? address[prefix.Length..]
                    : address
        );
        var isOwnImage = said.Image?.Url.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal) ?? true;
        return new Draft
        {
            Headline = said.Headline,
            Label = said.Label ?? "",
            Agency = said.Agency ?? "",
            Place = said.Place ?? "",
            Summary = said.Summary ?? "",
            Body = said.SignedOff ? $"{body}\n\n(*)" : body,
            Tags = said.EditorTags,
            Rest = RestOf(said, isOwnImage),
        };
    }

    private static DraftRest RestOf(ReleaseContent said, bool isOwnImage) =>
        new()
        {
            Language = said.Language,
            Image = isOwnImage ? null : said.Image!.Url.AbsoluteUri,
            ImageAlt = isOwnImage ? null : said.Image!.Alt,
            CanonicalUrl = said.CanonicalUrl?.AbsoluteUri,
            Licence = said.Licence,
            RelatedNone = said.Related.None,
            Related = said.Related.Keys,
        };

    private static (string ContentType, BinaryData Content) FormOf(IReadOnlyList<DroppedFile> files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Bytes);
            if (System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(file.ContentType, out var type))
            {
                part.Headers.ContentType = type;
            }

            form.Add(part, "file", Slug.From(Path.GetFileNameWithoutExtension(file.Name)) + Path.GetExtension(file.Name));
        }

        using var content = new MemoryStream();
        form.CopyTo(content, null, CancellationToken.None);
        return (form.Headers.ContentType!.ToString(), BinaryData.FromBytes(content.ToArray()));
    }
}
