using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using static Siaran.Feeds.Formats.Namespaces;

namespace Siaran.Feeds.Formats;

/// <summary>Atom 1.0 (RFC 4287) with tombstones (RFC 6721) and archive links (RFC 5005).</summary>
public sealed class AtomFormat : IFeedFormat
{
    public string Extension => "atom";

    public string MediaType => "application/atom+xml; charset=utf-8";

    public string Name => "Atom";

    public byte[] Write(Feed feed)
    {
        var document = new SyndicationFeed
        {
            Id = feed.Id,
            Title = new TextSyndicationContent(feed.Title),
            Description = new TextSyndicationContent(feed.Description),
            Language = feed.Language,
            LastUpdatedTime = feed.UpdatedAt,
            Generator = SyndicationDocument.Generator,
            Items = feed.Entries.Select(entry => Entry(entry, feed)).ToList(),
        };
        document.Authors.Add(new SyndicationPerson { Name = feed.Site.Title, Uri = feed.Site.BaseAddress.AbsoluteUri });
        document.Links.Add(new SyndicationLink(feed.Home, "alternate", null, "text/html", 0));
        foreach (var link in FeedLinks.Of(feed, Extension))
        {
            document.Links.Add(new SyndicationLink(link.Address, link.Relation, null, link.MediaType, 0));
        }

        if (feed.Query.Page is not null)
        {
            SyndicationDocument.Add(document.ElementExtensions, "fh", new XElement(History + "archive"));
        }

        // Declared on the feed, so that not each tombstone declares the namespace again.
        if (feed.Tombstones.Count > 0)
        {
            SyndicationDocument.Declare(document, "at", Tombstones);
        }

        foreach (var tombstone in feed.Tombstones)
        {
            SyndicationDocument.Add(document.ElementExtensions, "at", Deleted(tombstone));
        }

        return SyndicationDocument.Write(new Atom10FeedFormatter(document));
    }

    private static SyndicationItem Entry(FeedEntry entry, Feed feed)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id.Urn,
            Title = new TextSyndicationContent(entry.Headline),
            Summary = new TextSyndicationContent(entry.Summary),
            Content = entry.Html is { } html ? SyndicationContent.CreateHtmlContent(html) : null,
            PublishDate = entry.PublishedAt,
            LastUpdatedTime = entry.UpdatedAt,
            Copyright = entry.Licence is { } licence ? new TextSyndicationContent(licence) : null,
        };
        // Only where it differs, since xml:lang is inherited.
        if (entry.Language != feed.Language)
        {
            item.AttributeExtensions.Add(new XmlQualifiedName("lang", XNamespace.Xml.NamespaceName), entry.Language);
        }

        item.Authors.Add(new SyndicationPerson { Name = entry.Agency ?? feed.Site.Title });
        item.Links.Add(new SyndicationLink(entry.Address, "alternate", null, "text/html", 0));
        if (entry.Canonical is { } canonical)
        {
            item.Links.Add(new SyndicationLink(canonical, "via", null, "text/html", 0));
        }

        if (entry.Image is { MediaType: { } type } image)
        {
            item.Links.Add(new SyndicationLink(image.Address, "enclosure", image.Alt, type, image.Length ?? 0));
        }

        foreach (var attachment in entry.Attachments)
        {
            item.Links.Add(new SyndicationLink(attachment.Address, "enclosure", attachment.Title, attachment.MediaType, attachment.Length));
        }

        foreach (var term in entry.Label is { } label ? [label, .. entry.Tags] : entry.Tags)
        {
            item.Categories.Add(new SyndicationCategory(term.Term, term.Scheme.AbsoluteUri, term.Title));
        }

        return item;
    }

    private static XElement Deleted(FeedTombstone tombstone) =>
        new(
            Tombstones + "deleted-entry",
            new XAttribute("ref", tombstone.Id.Urn),
            new XAttribute("when", XmlConvert.ToString(tombstone.WithdrawnAt)),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", tombstone.Address.AbsoluteUri)),
            tombstone.Reason is { } reason ? new XElement(Tombstones + "comment", reason) : null
        );
}
