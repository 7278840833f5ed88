using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml.Linq;
using Siaran.Listings;
using static Siaran.Feeds.Formats.Namespaces;

namespace Siaran.Feeds.Formats;

/// <summary>RSS 2.0 with <c>content:encoded</c>, Dublin Core, Media RSS and the links of Atom.</summary>
/// <remarks>A withdrawn release is simply not there. When an item was revised is shown in Atom's <c>updated</c>.</remarks>
public sealed class RssFormat : IFeedFormat
{
    // Rss20FeedFormatter would write a full text as an Atom content, an author without an address as an
    // Atom author, and links under a prefix of its own, so all of these are added as elements. An item
    // may not bear both pubDate and dc:date, so that the latter is the channel's.
    private const string Ending = "rss";

    public string Extension => Ending;

    public string MediaType => "application/rss+xml; charset=utf-8";

    public string Name => "RSS";

    public byte[] Write(Feed feed)
    {
        var channel = new SyndicationFeed
        {
            Title = new TextSyndicationContent(feed.Title),
            Description = new TextSyndicationContent(Escaped(feed.Description)),
            Language = feed.Language,
            LastUpdatedTime = feed.UpdatedAt,
            Generator = SyndicationDocument.Generator,
            TimeToLive = feed.Site.Ttl,
            Items = feed.Entries.Select(entry => Item(entry, feed)).ToList(),
        };
        channel.Links.Add(SyndicationLink.CreateAlternateLink(feed.Home));
        SyndicationDocument.Declare(channel, "atom", Atom);
        SyndicationDocument.Declare(channel, "content", Content);
        SyndicationDocument.Declare(channel, "dc", DublinCore);
        SyndicationDocument.Declare(channel, "media", Media);
        Add(channel.ElementExtensions, "dc", new XElement(DublinCore + "date", W3C(feed.UpdatedAt)));
        foreach (var link in FeedLinks.Of(feed, Extension))
        {
            Add(
                channel.ElementExtensions,
                "atom",
                new XElement(
                    Atom + "link",
                    new XAttribute("href", link.Address.AbsoluteUri),
                    new XAttribute("rel", link.Relation),
                    Type(link)
                )
            );
        }

        if (feed.Query.Page is not null)
        {
            Add(channel.ElementExtensions, "fh", new XElement(History + "archive"));
        }

        // Without Atom extensions: the library would write dates and authors as Atom elements that RSS
        // readers pass over.
        var formatter = new Rss20FeedFormatter(channel, serializeExtensionsAsAtom: false);
        return XmlDocumentBytes.Write(writer => formatter.WriteTo(new RssWriter(writer)));
    }

    private static SyndicationItem Item(FeedEntry entry, Feed feed)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id.Urn,
            Title = new TextSyndicationContent(entry.Headline),
            Summary = new TextSyndicationContent(Escaped(entry.Summary)),
            PublishDate = entry.PublishedAt,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(entry.Address));
        foreach (var term in entry.Label is { } label ? [label, .. entry.Tags] : entry.Tags)
        {
            item.Categories.Add(new SyndicationCategory(term.Title, term.Scheme.AbsoluteUri, term.Title));
        }

        Extend(item.ElementExtensions, entry, feed);
        return item;
    }

    private static void Extend(SyndicationElementExtensionCollection extensions, FeedEntry entry, Feed feed)
    {
        if (entry.Html is { } html)
        {
            Add(extensions, "content", new XElement(Content + "encoded", html));
        }

        Add(extensions, "dc", new XElement(DublinCore + "creator", entry.Agency ?? feed.Site.Title));
        Add(extensions, "atom", new XElement(Atom + "updated", W3C(entry.UpdatedAt)));
        Add(extensions, "dc", new XElement(DublinCore + "language", entry.Language));
        if (entry.Licence is { } licence)
        {
            Add(extensions, "dc", new XElement(DublinCore + "rights", licence));
        }

        if (entry.Canonical is { } canonical)
        {
            var link = new XElement(Atom + "link", new XAttribute("href", canonical.AbsoluteUri), new XAttribute("rel", "via"));
            Add(extensions, "atom", link);
        }

        if (entry.Image is { } image)
        {
            AddImage(extensions, image);
        }

        AddAttachments(extensions, entry);

        Add(
            extensions,
            "",
            new XElement(
                "source",
                new XAttribute("url", feed.Site.Address(FeedQuery.Of(FeedKey.All).Address(Ending)).AbsoluteUri),
                feed.Site.Title
            )
        );
    }

    private static void AddImage(SyndicationElementExtensionCollection extensions, FeedImage image)
    {
        // An enclosure must have a length and a type (RSS 2.0); Media RSS below needs neither.
        if (image is { MediaType: { } type, Length: { } length })
        {
            Add(
                extensions,
                "",
                new XElement(
                    "enclosure",
                    new XAttribute("url", image.Address.AbsoluteUri),
                    new XAttribute("length", length),
                    new XAttribute("type", type)
                )
            );
        }

        Add(
            extensions,
            "media",
            new XElement(
                Media + "content",
                new XAttribute("url", image.Address.AbsoluteUri),
                new XAttribute("medium", "image"),
                image.MediaType is null ? null : new XAttribute("type", image.MediaType),
                image.Length is null ? null : new XAttribute("fileSize", image.Length),
                image.Alt is null ? null : new XElement(Media + "description", new XAttribute("type", "plain"), image.Alt)
            )
        );
    }

    /// <summary>An item bears one enclosure at most (RSS Best Practices Profile), so the others are Media RSS alone.</summary>
    private static void AddAttachments(SyndicationElementExtensionCollection extensions, FeedEntry entry)
    {
        if (entry is { Image: not { MediaType: not null, Length: not null }, Attachments: [var first, ..] })
        {
            Add(
                extensions,
                "",
                new XElement(
                    "enclosure",
                    new XAttribute("url", first.Address.AbsoluteUri),
                    new XAttribute("length", first.Length),
                    new XAttribute("type", first.MediaType)
                )
            );
        }

        foreach (var attachment in entry.Attachments)
        {
            Add(
                extensions,
                "media",
                new XElement(
                    Media + "content",
                    new XAttribute("url", attachment.Address.AbsoluteUri),
                    new XAttribute("medium", attachment.IsPicture ? "image" : "document"),
                    new XAttribute("type", attachment.MediaType),
                    new XAttribute("fileSize", attachment.Length),
                    new XElement(Media + "description", new XAttribute("type", "plain"), attachment.Title)
                )
            );
        }
    }

    private static XAttribute? Type(FeedLink link) => link.MediaType is null ? null : new XAttribute("type", link.MediaType);

    private static string W3C(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A description is HTML to its readers, so plain text is escaped once for HTML before it is for XML.</summary>
    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static void Add(SyndicationElementExtensionCollection extensions, string prefix, XElement element) =>
        SyndicationDocument.Add(extensions, prefix, element);
}
