using System.Globalization;
using System.Xml.Linq;
using Siaran.Settings;

namespace Siaran.Feeds.Formats;

/// <summary>Sitemaps (sitemaps.org 0.9) and their news extension. What they say follows from the releases alone.</summary>
internal static class Sitemaps
{
    public const string MediaType = "application/xml; charset=utf-8";

    /// <summary>Most entries of one news sitemap, by the rules of its inventor.</summary>
    public const int MostNews = 1000;

    /// <summary>How long before the newest release one still is news.</summary>
    // Counted back from the newest release and not from now: a sitemap that changed by the clock alone
    // would have another ETag at each reading.
    public static readonly TimeSpan NewsPeriod = TimeSpan.FromDays(2);

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>The sitemaps there are, with the time of their last change where it is known.</summary>
    public static byte[] WriteIndex(IEnumerable<(Uri Address, DateTimeOffset? UpdatedAt)> sitemaps) =>
        XmlDocumentBytes.Write(
            new XElement(
                Sitemap + "sitemapindex",
                sitemaps.Select(sitemap => new XElement(
                    Sitemap + "sitemap",
                    new XElement(Sitemap + "loc", sitemap.Address.AbsoluteUri),
                    sitemap.UpdatedAt is { } updated ? new XElement(Sitemap + "lastmod", Text(updated)) : null
                ))
            )
        );

    public static byte[] Write(IEnumerable<FeedEntry> entries) =>
        XmlDocumentBytes.Write(new XElement(Sitemap + "urlset", entries.Select(entry => Url(entry, null))));

    public static byte[] WriteNews(IEnumerable<FeedEntry> entries, Site site) =>
        XmlDocumentBytes.Write(
            new XElement(
                Sitemap + "urlset",
                new XAttribute(XNamespace.Xmlns + "news", News.NamespaceName),
                entries.Select(entry =>
                    Url(
                        entry,
                        new XElement(
                            News + "news",
                            new XElement(
                                News + "publication",
                                new XElement(News + "name", XmlSafeText.Of(site.Title)),
                                new XElement(News + "language", Iso639(entry.Language))
                            ),
                            new XElement(News + "publication_date", Text(entry.PublishedAt)),
                            new XElement(News + "title", entry.Headline)
                        )
                    )
                )
            )
        );

    private static XElement Url(FeedEntry entry, XElement? extension) =>
        new(
            Sitemap + "url",
            new XElement(Sitemap + "loc", entry.Address.AbsoluteUri),
            new XElement(Sitemap + "lastmod", Text(entry.UpdatedAt)),
            extension
        );

    /// <summary>The news extension takes codes of ISO 639 alone, and two of China's besides.</summary>
    private static string Iso639(string language) =>
        language.ToLowerInvariant() is ("zh-cn" or "zh-tw") and var chinese ? chinese : language.Split('-')[0].ToLowerInvariant();

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
