namespace Siaran.Feeds.Formats;

/// <summary>JSON Feed 1.1. Withdrawn releases stand in the extension <c>_siaran</c>, since a reader would show any item.</summary>
public sealed class JsonFeedFormat : IFeedFormat
{
    public string Extension => "json";

    public string MediaType => "application/feed+json";

    public string Name => "JSON Feed";

    public byte[] Write(Feed feed) => JsonDocumentBytes.Write(Document(feed), JsonFeedContext.Instance.JsonFeedDocument);

    private JsonFeedDocument Document(Feed feed) =>
        new()
        {
            Title = feed.Title,
            HomePageUrl = feed.Home.AbsoluteUri,
            FeedUrl = feed.Self(Extension).AbsoluteUri,
            Description = feed.Description,
            NextUrl = feed.Previous is { } previous ? feed.Site.Address(previous.Address(Extension)).AbsoluteUri : null,
            Language = feed.Language,
            Authors = [new(feed.Site.Title, feed.Site.BaseAddress.AbsoluteUri)],
            Hubs = feed.Hub(Extension) is { } hub ? [new("WebSub", hub.AbsoluteUri)] : null,
            Items = feed.Entries.Select(entry => Item(entry, feed)),
            Extension = FeedExtension(feed),
        };

    private static JsonFeedItem Item(FeedEntry entry, Feed feed) =>
        new()
        {
            Id = entry.Id.Urn,
            Url = entry.Address.AbsoluteUri,
            ExternalUrl = entry.Canonical?.AbsoluteUri,
            Title = entry.Headline,
            ContentHtml = entry.Html,
            ContentText = entry.Html is null ? entry.Summary : null,
            Summary = entry.Summary,
            Image = entry.Image?.Address.AbsoluteUri,
            DatePublished = entry.PublishedAt,
            DateModified = entry.UpdatedAt,
            Authors = [new(entry.Agency ?? feed.Site.Title)],
            Tags = (entry.Label is { } label ? [label, .. entry.Tags] : entry.Tags)
                .Select(term => term.Title)
                .Distinct(StringComparer.Ordinal),
            Language = entry.Language,
            Attachments = Attachments(entry).ToArray() is { Length: > 0 } attachments ? attachments : null,
            Extension = new(
                About(feed),
                entry.Revision,
                entry.Label?.Title,
                entry.Place,
                entry.Licence,
                entry.ChangeNote,
                entry.TranslationOf?.Urn
            ),
        };

    private static IEnumerable<JsonFeedAttachment> Attachments(FeedEntry entry)
    {
        if (entry.Image is { MediaType: { } type } image)
        {
            yield return new(image.Address.AbsoluteUri, type, image.Alt, image.Length);
        }

        foreach (var attachment in entry.Attachments)
        {
            yield return new(attachment.Address.AbsoluteUri, attachment.MediaType, attachment.Title, attachment.Length);
        }
    }

    private JsonFeedExtension FeedExtension(Feed feed) =>
        new()
        {
            About = About(feed),
            DateModified = feed.UpdatedAt,
            Archive = feed.Query.Page is null ? null : true,
            CurrentUrl = feed.Query.Page is null ? null : feed.Current(Extension).AbsoluteUri,
            Expired = feed.Tombstones.Select(tombstone => new JsonFeedTombstone(
                tombstone.Id.Urn,
                tombstone.Address.AbsoluteUri,
                true,
                tombstone.WithdrawnAt,
                tombstone.Reason
            )),
        };

    private static string About(Feed feed) => feed.Site.Address("feeds").AbsoluteUri;
}
