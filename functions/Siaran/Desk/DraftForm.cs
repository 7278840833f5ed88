using System.Security.Cryptography;
using Azure;
using Microsoft.AspNetCore.Http;
using Siaran.Intake.Attachments;
using Siaran.Releases;

namespace Siaran.Desk;

/// <summary>What the forms of a draft send.</summary>
public static class DraftForm
{
    private const int MostFiles = 40;

    /// <summary>For the field <c>revises</c>: none of the releases that seem to say the same is meant.</summary>
    public const string Other = "none";

    /// <summary>
    /// The office that a draft is for: the one chosen, the one that it names, or the user's first; null where none are kept apart.
    /// </summary>
    public static string? OfficeOf(DeskVisit visit, string agency)
    {
        var chosen = visit.Offices.FirstOrDefault(office => office.Id == visit.Field("office"))?.Id;
        return chosen ?? visit.Register.OfficeFor(visit.User.Actor, agency);
    }

    /// <summary>The office that an opened draft is for: a correction stays with the office of its release.</summary>
    public static string? OfficeOf(DeskVisit visit, OpenDraft open) =>
        open.Draft.Target is null && open.Row.Office is not null && visit.Form.ContainsKey("office")
            ? OfficeOf(visit, "")
            : open.Row.Office;

    /// <summary>The version that a form was made from; one that no draft has where it is missing.</summary>
    public static ETag VersionOf(DeskVisit visit) =>
        new(visit.Field("version") is { Length: > 0 and < 200 } version ? version : "\"none\"");

    /// <summary>The files of a form, at most as many as given; empty ones are fields that were left alone.</summary>
    public static async Task<IReadOnlyList<DroppedFile>> FilesOfAsync(IFormCollection form, int most, CancellationToken cancellationToken)
    {
        var files = new List<DroppedFile>();
        foreach (var file in Filled(form).Take(most))
        {
            await using var stream = file.OpenReadStream();
            var content = await BinaryData.FromStreamAsync(stream, cancellationToken);
            files.Add(new DroppedFile(file.FileName, file.ContentType, content.ToArray()));
        }

        return files;
    }

    /// <summary>The names of files that a form holds beyond what is read of them.</summary>
    public static IEnumerable<string> FilesBeyond(IFormCollection form, int most) => Filled(form).Skip(most).Select(file => file.FileName);

    /// <summary>A draft of what was written into the form of a new one.</summary>
    public static DraftWithFiles Written(DeskVisit visit, IReadOnlyList<DroppedFile> pictures)
    {
        var files = pictures.Select(picture => (File: FileOf(picture, AltOf(visit, pictures)), picture.Bytes)).ToList();
        var office = visit.Offices.FirstOrDefault(one => one.Id == OfficeOf(visit, ""));
        var draft = new Draft
        {
            Headline = Line(visit, "headline"),
            Body = Text(visit, "body"),
            Label = "Siaran Pers",
            Agency = office?.Name ?? "",
            Files = [.. files.Select(one => one.File)],
        };
        return new DraftWithFiles(draft, [.. files.Select(one => BinaryData.FromBytes(one.Bytes))]);
    }

    /// <summary>The draft as the form of the check says, over what it said before; and the files that are new with it.</summary>
    public static async Task<DraftEdit> ReadAsync(DeskVisit visit, Draft before, CancellationToken cancellationToken)
    {
        var kept = before
            .Files.Where(file => visit.Form[$"remove-{file.Name}"].Count == 0)
            .Select(file => file with { Alt = visit.Form.ContainsKey($"alt-{file.Name}") ? Line(visit, $"alt-{file.Name}") : file.Alt })
            .ToList();
        var sent = (await FilesOfAsync(visit.Form, MostFiles, cancellationToken))
            .Where(file => file.IsPicture || file.Bytes.AsSpan().StartsWith("%PDF-"u8))
            .ToList();
        var added = sent.Select(file => (File: FileOf(file, AltOf(visit, sent)), file.Bytes))
            .Where(one => kept.TrueForAll(file => file.Name != one.File.Name))
            .DistinctBy(one => one.File.Name)
            .Take(Math.Max(0, MostFiles - kept.Count))
            .ToList();
        var draft = before with
        {
            Headline = Line(visit, "headline"),
            Label = Line(visit, "label"),
            Agency = Line(visit, "agency"),
            Place = Line(visit, "place"),
            Summary = Line(visit, "summary"),
            Body = Text(visit, "body"),
            Tags = [.. TagsOf(visit)],
            Rest = RestOf(visit, before.Rest),
            Others = visit.Field("revises") == Other ? [.. before.Others.Union(AlikeIn(visit))] : before.Others,
            Kind = visit.Field("kind") == "major" ? RevisionKind.Major : RevisionKind.Minor,
            ChangeNote = Line(visit, "note"),
            Files = [.. kept, .. added.Select(one => one.File)],
        };
        return new DraftEdit(
            draft,
            added.ToDictionary(one => one.File.Name, one => BinaryData.FromBytes(one.Bytes), StringComparer.Ordinal)
        );
    }

    /// <summary>What was written, what of the inferred is certain, and what is not wanted.</summary>
    public static IEnumerable<string> TagsOf(DeskVisit visit) =>
        visit
            .Field("tags")
            .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(visit.Form["keep"].OfType<string>())
            .Concat(visit.Form["drop"].OfType<string>().Select(tag => "-" + tag.TrimStart('-')))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What one picture shows; of several each is asked for by itself, next to the picture.</summary>
    private static string AltOf(DeskVisit visit, IReadOnlyList<DroppedFile> sent) =>
        sent.Count(file => file.IsPicture) == 1 ? Line(visit, "alt") : "";

    private static DraftRest RestOf(DeskVisit visit, DraftRest before)
    {
        var related = ItemsOf(visit, "related", before.Related);
        return before with
        {
            EditorKey = Said("key", before.EditorKey),
            Language = Said("language", before.Language),
            TranslationOf = Said("translation", before.TranslationOf),
            Licence = Said("licence", before.Licence),
            CanonicalUrl = Said("canonical", before.CanonicalUrl),
            Related = related is [EditorRelated.NoneKey] ? [] : related,
            RelatedNone = visit.Form.ContainsKey("related") ? related is [EditorRelated.NoneKey] : before.RelatedNone,
        };

        string? Said(string name, string? held) =>
            !visit.Form.ContainsKey(name) ? held
            : Line(visit, name) is { Length: > 0 } text ? text
            : null;
    }

    /// <summary>Names of releases; of an address that was pasted, its last part, by which intake knows the release.</summary>
    private static IReadOnlyList<string> ItemsOf(DeskVisit visit, string name, IReadOnlyList<string> held) =>
        !visit.Form.ContainsKey(name)
            ? held
            :
            [
                .. visit
                    .Field(name)
                    .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(item => item.Contains("://", StringComparison.Ordinal) ? Slug.InAddress(item) : item)
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ];

    /// <summary>The releases that the form asked about.</summary>
    private static IEnumerable<ReleaseId> AlikeIn(DeskVisit visit) =>
        visit
            .Form["alike"]
            .Select(text => ReleaseId.TryParse(text, out var id) ? (ReleaseId?)id : null)
            .OfType<ReleaseId>()
            .Take(MostFiles);

    private static IEnumerable<IFormFile> Filled(IFormCollection form) => form.Files.Where(file => file.Length > 0);

    private static DraftFile FileOf(DroppedFile file, string alt)
    {
        var mediaType = PictureFile.MediaTypeOf(file.Bytes) ?? "application/pdf";
        var attachment = new Attachment(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), mediaType, file.Name);
        return new DraftFile(attachment.Name, file.Name, mediaType, attachment.IsPicture ? alt : "");
    }

    /// <summary>Whole, however long: intake says what is too long, and a form is bounded by its bytes.</summary>
    private static string Line(DeskVisit visit, string name) =>
        string.Join(' ', visit.Field(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(DeskVisit visit, string name) => visit.Field(name).ReplaceLineEndings("\n");
}

/// <summary>A draft as a form changed it.</summary>
/// <param name="Draft">What it says now.</param>
/// <param name="Added">Files that are new with it, by name.</param>
public sealed record DraftEdit(Draft Draft, IReadOnlyDictionary<string, BinaryData> Added);
