using System.Security.Cryptography;
using Siaran.Releases;

namespace Siaran.Intake.Attachments;

/// <summary>Gathers the pictures and documents that come with one upload, each once.</summary>
internal sealed class EnclosedFiles(IntakeOptions options, List<Finding> findings)
{
    private const int Most = 40;
    private const int LongestName = 120;

    // A name that never resolves (RFC 2606 §2).
    private static readonly Uri NoSite = new("https://siaran.invalid/");

    private readonly List<AttachedFile> files = [];

    private readonly Dictionary<string, Attachment> byContentId = new(StringComparer.Ordinal);

    private readonly SortedSet<string> missing = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<AttachedFile> Files => files;

    /// <summary>The names of pictures that the document looks for next to itself, and that are not here.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    private Uri Site => options.PublicAddress ?? NoSite;

    /// <summary>Takes a file by its content.</summary>
    /// <param name="name">As its sender calls it.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="alt">What it shows, where that is said.</param>
    /// <param name="isOptional">Whether the release is taken without it where it cannot be: then it is warned of.</param>
    /// <returns>Null where it is not taken; the findings say why.</returns>
    public Attachment? Add(string name, ReadOnlyMemory<byte> bytes, string? alt, bool isOptional)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (files.Find(file => file.Attachment.Hash == hash) is { } known)
        {
            return known.Attachment;
        }

        name = SafeName(name);
        if (Flaw(name, bytes, out var mediaType) is { } flaw)
        {
            findings.Add(isOptional ? flaw with { Severity = Severity.Warning } : flaw);
            return null;
        }

        var described = Characters.Fold(Characters.Clean(alt ?? "").Text);
        var attachment = new Attachment(hash, mediaType!, name) { Alt = described.Length > 0 ? described : null };
        files.Add(new AttachedFile(attachment, bytes));
        return attachment;
    }

    /// <summary>Notes by which id a mail shows a picture.</summary>
    public void Identify(string? contentId, Attachment picture)
    {
        if (picture.IsPicture && contentId is { Length: > 0 })
        {
            byContentId.TryAdd(contentId, picture);
        }
    }

    /// <summary>Where the attachment will be, but for the slug of its release.</summary>
    public Uri AddressOf(Attachment attachment) => Attachment.AddressOf(Site, Attachment.NoSlug, attachment.Name);

    /// <summary>
    /// The picture that a document's source stands for: its own address or the name of its file; null for any other source, which is
    /// noted as missing where it can only mean a file next to the document.
    /// </summary>
    /// <param name="source">As the document writes it.</param>
    /// <param name="baseAddress">Where the document's relative addresses lead.</param>
    public Attachment? FindPicture(string source, Uri? baseAddress)
    {
        // As a mail names what is shown within it (RFC 2392).
        if (source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
        {
            return byContentId.GetValueOrDefault(Uri.UnescapeDataString(source["cid:".Length..]));
        }

        var file = source.Contains("://", StringComparison.Ordinal) ? "" : SafeName(Uri.UnescapeDataString(source));
        var found = files
            .Select(one => one.Attachment)
            .FirstOrDefault(one =>
                one.IsPicture
                && (
                    AddressOf(one).AbsoluteUri == source
                    || (file.Length > 0 && one.FileName.Equals(file, StringComparison.OrdinalIgnoreCase))
                )
            );
        var isNextToIt =
            found is null
            && !source.StartsWith('/')
            && !source.Contains(':', StringComparison.Ordinal)
            // A page that says where it was published means its pictures there.
            && baseAddress == options.PublicAddress
            && Path.GetExtension(file).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp";
        if (isNextToIt && missing.Count < Most)
        {
            missing.Add(file);
        }

        return found;
    }

    /// <summary>Lets go of the picture at an address of its own: it is no part of the release.</summary>
    public void Drop(string address) => files.RemoveAll(file => AddressOf(file.Attachment).AbsoluteUri == address);

    /// <summary>Notes what the document says that a picture shows.</summary>
    public void Describe(Attachment picture, string alt)
    {
        var at = files.FindIndex(file => file.Attachment.Hash == picture.Hash);
        if (alt.Length > 0 && files[at].Attachment.Alt is null)
        {
            files[at] = files[at] with { Attachment = files[at].Attachment with { Alt = alt } };
        }
    }

    private Finding? Flaw(string name, ReadOnlyMemory<byte> bytes, out string? mediaType)
    {
        mediaType = bytes.Span.StartsWith("%PDF-"u8) ? "application/pdf" : PictureFile.MediaTypeOf(bytes.Span);
        return files.Count >= Most ? Findings.TooManyAttachments(Most)
            : mediaType is null ? Findings.AttachmentNotTaken(name)
            : mediaType is "application/pdf" ? null
            : PictureFile.Check(bytes) switch
            {
                PictureFlaw.None => null,
                PictureFlaw.TooManyPixels => Findings.PictureTooLarge(name),
                _ => Findings.PictureDamaged(name),
            };
    }

    /// <summary>The last part of a name, without what headers and folders may not hold.</summary>
    public static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1].Split('?', '#')[0];
        var safe = string.Concat(Characters.Fold(Characters.Clean(last).Text).Where(c => c is not ('"' or '<' or '>' or '%' or ';')));
        // The end is kept, where the extension is.
        return safe.Length <= LongestName ? safe : safe[^LongestName..];
    }
}
