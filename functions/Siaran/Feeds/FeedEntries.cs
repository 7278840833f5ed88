using System.Net;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Feeds;

/// <summary>Turns listing entries into feed entries.</summary>
internal static class FeedEntries
{
    private static readonly Dictionary<string, string> ImageTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".avif"] = "image/avif",
        [".gif"] = "image/gif",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
    };

    public static FeedEntry Of(TaggedRelease tagged, Site site, bool summaryOnly)
    {
        var release = tagged.Release;
        var content = release.Content;
        var withoutText = summaryOnly || content.BodyHtml.Length == 0;
        var note = release.Revision > 1 && release.RevisionKind is RevisionKind.Major ? Readable(release.ChangeNote) : null;
        return new FeedEntry
        {
            Id = release.Id,
            Revision = release.Revision,
            Address = site.ReleaseAddress(release.Slug),
            Canonical = content.CanonicalUrl is { IsAbsoluteUri: true } canonical ? canonical : null,
            Headline = OneLine(content.Headline),
            Summary = OneLine(content.Lead),
            Html = withoutText ? null : XmlSafeText.Of(content.BodyHtml) + Note(note),
            Text = withoutText ? null : XmlSafeText.Of(content.BodyText),
            Label = Label(content.Label, site),
            Agency = Readable(content.Agency),
            Language = content.Language,
            TranslationOf = release.TranslationOf,
            Place = Readable(content.Place),
            PublishedAt = site.Local(release.PublishAt),
            UpdatedAt = site.Local(release.UpdatedAt),
            ChangeNote = note,
            Licence = Readable(content.Licence),
            Image = content.Image is { } image ? Image(image) : null,
            Picture = content.Attachments?.FirstOrDefault(attachment => attachment is { IsPicture: true, Width: > 0, Height: > 0 }),
            Attachments = [.. Attachments(release, site)],
            // Implied tags are for feeds and look-ups; a reader would see "Nusa Tenggara Barat" next to
            // each of its regencies.
            Tags = [.. tagged.Tags.Where(tag => !tag.Implied).Select(tag => Term(tag, site))],
        };
    }

    public static FeedTombstone Of(ListingEntry.Tombstone tombstone, Site site) =>
        new(tombstone.Id, site.ReleaseAddress(tombstone.Slug), site.Local(tombstone.WithdrawnAt), Readable(tombstone.Reason));

    private static FeedTerm? Label(string? label, Site site) =>
        FeedKey.From(FeedKind.Label, label) is { } key ? new(TagName.Label, key.Name, OneLine(label!), site.Address("tags/label")) : null;

    private static FeedTerm Term(Tag tag, Site site) =>
        new(tag.Id.Kind, tag.Id.Name, OneLine(tag.Label), site.Address($"tags/{tag.Id.Kind}")) { Tag = tag };

    private static IEnumerable<FeedAttachment> Attachments(Release release, Site site) =>
        from attachment in release.Content.Attachments ?? []
        let address = Attachment.AddressOf(site.BaseAddress, release.Slug, attachment.Name)
        where address != release.Content.Image?.Url
        select new FeedAttachment(
            address,
            attachment.MediaType,
            attachment.Length,
            Readable(attachment.Alt) ?? Readable(attachment.FileName) ?? attachment.Name,
            attachment.IsPicture
        );

    private static FeedImage Image(ReleaseImage image) =>
        new(
            image.Url,
            image.MediaType ?? ImageTypes.GetValueOrDefault(Path.GetExtension(image.Url.AbsolutePath)),
            image.Length,
            Readable(image.Alt)
        );

    private static string Note(string? note) => note is null ? "" : $"<p><em>Diperbarui: {WebUtility.HtmlEncode(note)}</em></p>";

    private static string? Readable(string? text) => string.IsNullOrWhiteSpace(text) ? null : OneLine(text);

    private static string OneLine(string text) =>
        string.Join(' ', XmlSafeText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
