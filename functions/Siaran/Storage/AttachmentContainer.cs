using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>One file of an attachment: the whole, or a picture in another width.</summary>
/// <param name="Name">From <see cref="Attachment.Name"/> or <see cref="Attachment.NameAt"/>.</param>
/// <param name="Content">The bytes as they are served.</param>
public sealed record StoredFile(string Name, BinaryData Content);

/// <summary>
/// Pictures and documents of releases, each stored once under the hash of what came. Whether anybody may see one is for the gate of its
/// release to say, never for its name.
/// </summary>
public sealed class AttachmentContainer(StorageAccount account)
{
    private const string WidthKey = "width";
    private const string HeightKey = "height";
    private const string WidthsKey = "widths";

    private readonly BlobContainerClient attachments = account.Container(Names.Attachments);

    /// <summary>The attachment with all that is known of it once it is stored; null where it is not. One call.</summary>
    public async Task<Attachment?> FindAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await attachments.GetBlobClient(attachment.Name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return attachment with
            {
                Length = found.ContentLength,
                Width = Number(found.Metadata, WidthKey),
                Height = Number(found.Metadata, HeightKey),
                Widths =
                [
                    .. (found.Metadata.TryGetValue(WidthsKey, out var widths) ? widths : "")
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(width => int.Parse(width, CultureInfo.InvariantCulture)),
                ],
            };
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    /// <summary>Stores an attachment: its other widths first, so that where the whole is, all is. Repeating it changes nothing.</summary>
    /// <param name="attachment">As <see cref="FindAsync"/> will give it.</param>
    /// <param name="files">The whole last.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task KeepAsync(Attachment attachment, IEnumerable<StoredFile> files, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string> { [WidthsKey] = string.Join(' ', attachment.Widths) };
        if (attachment is { Width: { } width, Height: { } height })
        {
            metadata[WidthKey] = width.ToString(CultureInfo.InvariantCulture);
            metadata[HeightKey] = height.ToString(CultureInfo.InvariantCulture);
        }

        // In the given order and not at once: the whole file comes last, and FindAsync looks for the
        // whole alone.
        foreach (var file in files)
        {
            var options = new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = attachment.MediaType },
                Metadata = metadata,
            };
            await attachments.GetBlobClient(file.Name).UploadAsync(file.Content, options, cancellationToken);
        }
    }

    /// <returns>Null where it is not there.</returns>
    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await attachments.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            return null;
        }
    }

    private static int? Number(IDictionary<string, string> metadata, string key) =>
        metadata.TryGetValue(key, out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
