using System.Globalization;
using System.Text.Json;
using Siaran.Tags;

namespace Siaran.Feeds.Formats;

/// <summary>
/// IPTC ninjs 3.1, for newsrooms: the feed as a composite whose associations are the releases; a withdrawn one is canceled.
/// </summary>
public sealed class NinjsFormat : IFeedFormat
{
    private const string MediaTopic = "medtop:";

    public string Extension => "ninjs";

    public string MediaType => "application/json";

    public string Name => "ninjs";

    public byte[] Write(Feed feed) =>
        JsonDocumentBytes.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("uri", feed.Id);
            json.WriteString("type", "composite");
            json.WriteStartObject("standard");
            json.WriteString("name", "ninjs");
            json.WriteString("version", "3.1");
            json.WriteString("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
            json.WriteEndObject();
            json.WriteString("representationType", feed.Query.SummaryOnly ? "partial" : "full");
            json.WriteString("versionCreated", feed.UpdatedAt);
            json.WriteString("pubStatus", "usable");
            json.WriteString("language", feed.Language);
            json.WriteString("title", feed.Title);
            WriteAltIds(
                json,
                [
                    ("self", feed.Self(Extension)),
                    ("previous", feed.Previous is { } previous ? feed.Site.Address(previous.Address(Extension)) : null),
                ]
            );
            json.WriteStartArray("associations");
            foreach (var entry in feed.Entries)
            {
                WriteEntry(json, entry);
            }

            foreach (var tombstone in feed.Tombstones)
            {
                WriteTombstone(json, tombstone);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteEntry(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("name", entry.Id.ToString());
        json.WriteString("uri", entry.Id.Urn);
        json.WriteString("type", "text");
        json.WriteString("representationType", entry.Html is null ? "partial" : "full");
        json.WriteString("version", entry.Revision.ToString(CultureInfo.InvariantCulture));
        json.WriteString("contentCreated", entry.PublishedAt);
        json.WriteString("versionCreated", entry.UpdatedAt);
        json.WriteString("pubStatus", "usable");
        json.WriteString("language", entry.Language);
        WriteTexts(json, "headlines", ("main", "text/plain", entry.Headline));
        WriteTexts(json, "descriptions", ("summary", "text/plain", entry.Summary));
        if (entry is { Html: { } html, Text: { } text })
        {
            WriteTexts(json, "bodies", ("main", "text/html", html), ("plain", "text/plain", text));
        }

        WriteOptional(json, "by", entry.Agency);
        WriteOptional(json, "located", entry.Place);
        WriteOptional(json, "edNote", entry.ChangeNote);
        if (entry.Agency is { } agency)
        {
            WriteNamed(json, "infoSources", [(agency, "publisher")]);
        }

        if (entry.Label is { } label)
        {
            json.WriteStartArray("genres");
            json.WriteStartObject();
            json.WriteString("name", label.Title);
            json.WriteString("uri", Address(label));
            json.WriteString("literal", label.Term);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        WriteTags(json, entry.Tags);
        WriteRights(json, entry.Licence);
        if (entry.Image is { } image)
        {
            WriteImage(json, image);
        }

        WriteAltIds(json, [("page", entry.Address), ("canonical", entry.Canonical)]);
        json.WriteEndObject();
    }

    private static void WriteTombstone(Utf8JsonWriter json, FeedTombstone tombstone)
    {
        json.WriteStartObject();
        json.WriteString("name", tombstone.Id.ToString());
        json.WriteString("uri", tombstone.Id.Urn);
        json.WriteString("versionCreated", tombstone.WithdrawnAt);
        json.WriteString("pubStatus", "canceled");
        WriteOptional(json, "edNote", tombstone.Reason);
        WriteAltIds(json, [("page", tombstone.Address)]);
        json.WriteEndObject();
    }

    /// <summary>Every tag is a subject, with its confidence; people, offices and places stand in their own fields too.</summary>
    private static void WriteTags(Utf8JsonWriter json, IReadOnlyList<FeedTerm> terms)
    {
        json.WriteStartArray("subjects");
        foreach (var term in terms)
        {
            json.WriteStartObject();
            WriteConcept(json, term);
            json.WriteString("creator", term.Tag!.Source);
            json.WriteNumber("confidence", (int)Math.Round(Math.Clamp(term.Tag.Confidence, 0, 1) * 100));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        foreach (
            var (field, kind) in new[] { ("people", TagKinds.Person), ("organisations", TagKinds.Agency), ("places", TagKinds.Region) }
        )
        {
            var own = terms.Where(term => term.Kind == kind).ToList();
            if (own.Count > 0)
            {
                json.WriteStartArray(field);
                own.ForEach(term =>
                {
                    json.WriteStartObject();
                    WriteConcept(json, term);
                    json.WriteEndObject();
                });
                json.WriteEndArray();
            }
        }
    }

    private static void WriteConcept(Utf8JsonWriter json, FeedTerm term)
    {
        json.WriteString("name", term.Title);
        json.WriteString("rel", "about");
        json.WriteString("uri", Address(term));
        json.WriteString("literal", term.Tag?.Code ?? $"{term.Kind}:{term.Term}");
    }

    private static void WriteTexts(Utf8JsonWriter json, string field, params (string Role, string MediaType, string Value)[] texts)
    {
        json.WriteStartArray(field);
        foreach (var (role, mediaType, value) in texts)
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            json.WriteString("contentType", mediaType);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNamed(Utf8JsonWriter json, string field, (string Name, string Role)[] names)
    {
        json.WriteStartArray(field);
        foreach (var (name, role) in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("role", role);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAltIds(Utf8JsonWriter json, (string Role, Uri? Address)[] ids)
    {
        json.WriteStartArray("altIds");
        foreach (var (role, address) in ids.Where(id => id.Address is not null))
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            json.WriteString("value", address!.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRights(Utf8JsonWriter json, string? licence)
    {
        if (Uri.TryCreate(licence, UriKind.Absolute, out var address))
        {
            json.WriteStartObject("rightsInfo");
            json.WriteString("linkedRights", address.AbsoluteUri);
            json.WriteEndObject();
        }
        else
        {
            WriteOptional(json, "usageTerms", licence);
        }
    }

    private static void WriteImage(Utf8JsonWriter json, FeedImage image)
    {
        json.WriteStartArray("renditions");
        json.WriteStartObject();
        json.WriteString("name", "image");
        json.WriteString("href", image.Address.AbsoluteUri);
        WriteOptional(json, "contentType", image.MediaType);
        WriteOptional(json, "title", image.Alt);
        if (image.Length is { } length)
        {
            json.WriteNumber("sizeInBytes", length);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Address(FeedTerm term) =>
        term.Tag?.Code is { } code && code.StartsWith(MediaTopic, StringComparison.Ordinal)
            ? "http://cv.iptc.org/newscodes/mediatopic/" + code[MediaTopic.Length..]
            : $"{term.Scheme.AbsoluteUri}/{term.Term}";

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
