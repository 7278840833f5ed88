using System.Xml.Linq;
using Siaran.Listings;
using Siaran.Settings;

namespace Siaran.Feeds.Formats;

/// <summary>OPML 2.0 of all feeds, grouped by kind: what readers import to subscribe to them all.</summary>
public static class Opml
{
    public const string FileName = "index.opml";

    public const string MediaType = "text/x-opml; charset=utf-8";

    public static byte[] Write(FeedDirectory directory, Site site) =>
        XmlDocumentBytes.Write(
            new XElement(
                "opml",
                new XAttribute("version", "2.0"),
                new XElement("head", new XElement("title", XmlSafeText.Of(site.Title))),
                new XElement("body", directory.Groups.SelectMany(group => Outlines(group.Title, group.Keys, site)))
            )
        );

    private static IEnumerable<XElement> Outlines(string title, IReadOnlyList<ListedKey> keys, Site site)
    {
        var outlines = keys.Select(listed => Outline(listed, site));
        return keys[0].Key == FeedKey.All ? outlines : [new XElement("outline", new XAttribute("text", title), outlines)];
    }

    private static XElement Outline(ListedKey listed, Site site)
    {
        var query = FeedQuery.Of(listed.Key);
        var title = XmlSafeText.Of(listed.Title);
        return new XElement(
            "outline",
            new XAttribute("type", "rss"),
            new XAttribute("version", "RSS2"),
            new XAttribute("text", title),
            new XAttribute("title", title),
            new XAttribute("xmlUrl", site.Address(query.Address("rss")).AbsoluteUri),
            new XAttribute("htmlUrl", site.Address(query.Address("")).AbsoluteUri)
        );
    }
}
