using System.Text.Json;

namespace Siaran.Feeds.Formats;

/// <summary>JSON Feed 1.1. Withdrawn releases stand in the extension <c>_siaran</c>, since a reader would show any item.</summary>
public sealed class JsonFeedFormat : IFeedFormat
{
    public string Extension => "json";

    public string MediaType => "application/feed+json";

    public string Name => "JSON Feed";

    public byte[] Write(Feed feed) =>
        JsonDocumentBytes.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Home.AbsoluteUri);
            json.WriteString("feed_url", feed.Self(Extension).AbsoluteUri);
            json.WriteString("description", feed.Description);
            if (feed.Previous is { } previous)
            {
                json.WriteString("next_url", feed.Site.Address(previous.Address(Extension)).AbsoluteUri);
            }

            json.WriteString("language", feed.Language);
            WriteAuthor(json, feed.Site.Title, feed.Site.BaseAddress);
            if (feed.Hub(Extension) is { } hub)
            {
                json.WriteStartArray("hubs");
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub.AbsoluteUri);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                WriteItem(json, entry, feed);
            }

            json.WriteEndArray();
            WriteExtension(json, feed);
            json.WriteEndObject();
        });

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry, Feed feed)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id.Urn);
        json.WriteString("url", entry.Address.AbsoluteUri);
        if (entry.Canonical is { } canonical)
        {
            json.WriteString("external_url", canonical.AbsoluteUri);
        }

        json.WriteString("title", entry.Headline);
        if (entry.Html is { } html)
        {
            json.WriteString("content_html", html);
        }
        else
        {
            json.WriteString("content_text", entry.Summary);
        }

        json.WriteString("summary", entry.Summary);
        if (entry.Image is { } image)
        {
            json.WriteString("image", image.Address.AbsoluteUri);
        }

        json.WriteString("date_published", entry.PublishedAt);
        json.WriteString("date_modified", entry.UpdatedAt);
        WriteAuthor(json, entry.Agency ?? feed.Site.Title, null);
        WriteTags(json, entry);
        json.WriteString("language", entry.Language);
        if (entry.Image is { MediaType: { } type } attached)
        {
            WriteAttachment(json, attached, type);
        }

        json.WriteStartObject("_siaran");
        json.WriteString("about", feed.Site.Address("feeds").AbsoluteUri);
        json.WriteNumber("revision", entry.Revision);
        WriteOptional(json, "label", entry.Label?.Title);
        WriteOptional(json, "place", entry.Place);
        WriteOptional(json, "licence", entry.Licence);
        WriteOptional(json, "change_note", entry.ChangeNote);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAuthor(Utf8JsonWriter json, string name, Uri? address)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", name);
        WriteOptional(json, "url", address?.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartArray("tags");
        foreach (
            var title in (entry.Label is { } label ? [label, .. entry.Tags] : entry.Tags)
                .Select(term => term.Title)
                .Distinct(StringComparer.Ordinal)
        )
        {
            json.WriteStringValue(title);
        }

        json.WriteEndArray();
    }

    private static void WriteAttachment(Utf8JsonWriter json, FeedImage image, string type)
    {
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("url", image.Address.AbsoluteUri);
        json.WriteString("mime_type", type);
        WriteOptional(json, "title", image.Alt);
        if (image.Length is { } length)
        {
            json.WriteNumber("size_in_bytes", length);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteExtension(Utf8JsonWriter json, Feed feed)
    {
        json.WriteStartObject("_siaran");
        json.WriteString("about", feed.Site.Address("feeds").AbsoluteUri);
        json.WriteString("date_modified", feed.UpdatedAt);
        if (feed.Query.Page is not null)
        {
            json.WriteBoolean("archive", true);
            json.WriteString("current_url", feed.Current(Extension).AbsoluteUri);
        }

        json.WriteStartArray("expired");
        foreach (var tombstone in feed.Tombstones)
        {
            json.WriteStartObject();
            json.WriteString("id", tombstone.Id.Urn);
            json.WriteString("url", tombstone.Address.AbsoluteUri);
            json.WriteBoolean("expired", true);
            json.WriteString("date_expired", tombstone.WithdrawnAt);
            WriteOptional(json, "reason", tombstone.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
