using System.Globalization;
using System.Net;
using System.Text;
using Siaran.Intake.Attachments;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Stores what comes with a release before the release itself, and writes into its text where that can be had.</summary>
public sealed class AttachmentKeeper(AttachmentContainer container, Site site)
{
    /// <summary>
    /// The content with every attachment stored and at its address. An attachment that is stored already costs one call and is not unpacked
    /// again. Repeating it changes nothing.
    /// </summary>
    /// <param name="release">With its final slug.</param>
    /// <param name="files">What the upload brought; empty where it brought no text either.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<ReleaseContent> KeepAsync(Release release, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        // Without files there is nothing to store: a withdrawal without a text keeps what is there.
        if (release.Content.Attachments is not { Count: > 0 } stated || files.Count == 0)
        {
            return release.Content;
        }

        var kept = new List<Attachment>();
        foreach (var attachment in stated)
        {
            var file = files.First(one => one.Attachment.Hash == attachment.Hash);
            kept.Add(await container.FindAsync(attachment, cancellationToken) ?? await KeepAsync(file, cancellationToken));
        }

        return At(release.Content with { Attachments = kept }, kept, release.Slug);
    }

    private async Task<Attachment> KeepAsync(AttachedFile file, CancellationToken cancellationToken)
    {
        var attachment = file.Attachment;
        if (!attachment.IsPicture)
        {
            attachment = attachment with { Length = file.Bytes.Length };
            await container.KeepAsync(attachment, [new(attachment.Name, BinaryData.FromBytes(file.Bytes))], cancellationToken);
            return attachment;
        }

        // Decoded and encoded again: what a camera wrote into a picture (place, device) is gone, and so
        // is anything that is no picture.
        var picture = PictureFile.Clean(file.Bytes);
        attachment = attachment with
        {
            Length = picture.Bytes.Length,
            Width = picture.Width,
            Height = picture.Height,
            Widths = [.. picture.Narrower.Select(narrow => narrow.Width)],
        };
        var narrower = picture.Narrower.Select(narrow => new StoredFile(
            attachment.NameAt(narrow.Width),
            BinaryData.FromBytes(narrow.Bytes)
        ));
        await container.KeepAsync(attachment, [.. narrower, new(attachment.Name, BinaryData.FromBytes(picture.Bytes))], cancellationToken);
        return attachment;
    }

    private ReleaseContent At(ReleaseContent content, IReadOnlyList<Attachment> attachments, string slug)
    {
        var (html, image) = (content.BodyHtml, content.Image);
        foreach (var picture in attachments.Where(one => one.IsPicture))
        {
            // Intake writes addresses before the slug is known, with "-" in its place.
            var unplaced = Attachment.AddressOf(site.BaseAddress, Attachment.NoSlug, picture.Name);
            var address = Attachment.AddressOf(site.BaseAddress, slug, picture.Name);
            html = html.Replace(
                $"src=\"{WebUtility.HtmlEncode(unplaced.AbsoluteUri)}\"",
                $"src=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\"{Sizes(picture, slug)}",
                StringComparison.Ordinal
            );
            if (image?.Url == unplaced)
            {
                image = image with { Url = address, MediaType = picture.MediaType, Length = picture.Length };
            }
        }

        return content with
        {
            BodyHtml = html,
            Image = image,
        };
    }

    /// <summary>So that a page does not jump while it loads, and small screens load small pictures.</summary>
    private string Sizes(Attachment picture, string slug)
    {
        var sizes = new StringBuilder();
        sizes.Append(CultureInfo.InvariantCulture, $" width=\"{picture.Width}\" height=\"{picture.Height}\"");
        if (picture.Widths.Count > 0)
        {
            var all = picture
                .Widths.Select(width => (Width: width, Name: picture.NameAt(width)))
                .Append((Width: picture.Width!.Value, Name: picture.Name));
            var set = all.Select(one =>
                string.Create(CultureInfo.InvariantCulture, $"{Attachment.AddressOf(site.BaseAddress, slug, one.Name)} {one.Width}w")
            );
            sizes
                .Append(" srcset=\"")
                .Append(WebUtility.HtmlEncode(string.Join(", ", set)))
                .Append("\" sizes=\"(max-width: 45rem) 100vw, 45rem\"");
        }

        return sizes.ToString();
    }
}
