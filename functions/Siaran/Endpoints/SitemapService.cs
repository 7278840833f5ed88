using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Answers <c>/sitemap.xml</c> and <c>/robots.txt</c>.</summary>
/// <remarks>All sitemaps are at the root, distinguished by a parameter, since a sitemap speaks only for what lies below it.</remarks>
public sealed class SitemapService(IListings listings, DocumentCache cache, Site site, TimeProvider time)
{
    /// <summary>Closed pages that share one sitemap.</summary>
    // A thousand releases each: the protocol takes fifty thousand, but each sitemap is held and
    // rendered as a whole.
    private const int PagesEach = 40;

    private const string Open = "newest";
    private const string News = "news";

    /// <summary>The index; with <c>?of=</c> <c>news</c>, <c>newest</c> or a number from 1 one of the sitemaps it names.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var of = request.Query["of"].ToString();
        // Only as the index writes it, without zeros in front: each way to write a number would be kept apart.
        var isNumber =
            int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && number.ToString(CultureInfo.InvariantCulture) == of;
        if (!isNumber && of is not ("" or News or Open))
        {
            return ProblemResult.BadRequest($"of is {News}, {Open} or a number from 1.");
        }

        var state = await cache.GetAsync<Sitemap>("sitemap:" + of, (held, ct) => ReadAsync(of, number, held, ct), cancellationToken);
        return state is null
            ? ProblemResult.NotFound("There is no such sitemap.")
            : new DocumentResult(state.Document, new CachePolicy(site.MaxAge), time.GetUtcNow());
    }

    /// <summary>Everything may be crawled but what only programs call.</summary>
    public IResult GetRobots()
    {
        var text =
            $"User-agent: *\nDisallow: /admin/\nAllow: /\n\nSitemap: {site.Address("sitemap.xml").AbsoluteUri}\nSitemap: {site.Address("sitemap.xml?of=" + News).AbsoluteUri}\n";
        return new DocumentResult(
            new Document("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), null),
            new CachePolicy(TimeSpan.FromHours(1)),
            time.GetUtcNow()
        );
    }

    private async Task<Sitemap?> ReadAsync(string of, int number, Sitemap? held, CancellationToken cancellationToken)
    {
        var head = await listings.ReadHeadAsync(FeedKey.All, cancellationToken);
        if (held is not null && held.Head == head)
        {
            return held;
        }

        var sitemaps = ((head?.ClosedPages ?? 0) + PagesEach - 1) / PagesEach;
        if (number > sitemaps)
        {
            return null;
        }

        var bytes = of switch
        {
            "" => await WriteIndexAsync(sitemaps, cancellationToken),
            News => Sitemaps.WriteNews(await ReadNewsAsync(cancellationToken), site),
            Open => Sitemaps.Write(await ReadOpenAsync(cancellationToken)),
            _ => Sitemaps.Write(await ReadClosedAsync(number, head!.ClosedPages, cancellationToken)),
        };
        return new Sitemap(head, new Document(Sitemaps.MediaType, bytes, head?.LastModified));
    }

    private async Task<byte[]> WriteIndexAsync(int sitemaps, CancellationToken cancellationToken)
    {
        var open = await ReadOpenAsync(cancellationToken);
        var updated = open.Count > 0 ? open.Max(entry => entry.UpdatedAt) : (DateTimeOffset?)null;
        return Sitemaps.WriteIndex([
            (site.Address($"sitemap.xml?of={News}"), updated),
            (site.Address($"sitemap.xml?of={Open}"), updated),
            .. Enumerable
                .Range(1, sitemaps)
                .Select(number => (site.Address($"sitemap.xml?of={number.ToString(CultureInfo.InvariantCulture)}"), (DateTimeOffset?)null)),
        ]);
    }

    private async Task<IReadOnlyList<FeedEntry>> ReadOpenAsync(CancellationToken cancellationToken) =>
        Entries((await listings.ReadAsync(FeedKey.All, cancellationToken))?.Entries ?? []);

    private async Task<IReadOnlyList<FeedEntry>> ReadClosedAsync(int number, int closedPages, CancellationToken cancellationToken)
    {
        var entries = new List<ListingEntry>();
        for (var page = ((number - 1) * PagesEach) + 1; page <= Math.Min(number * PagesEach, closedPages); page++)
        {
            entries.AddRange((await listings.ReadPageAsync(FeedKey.All, page, cancellationToken))?.Entries ?? []);
        }

        return Entries(entries);
    }

    private async Task<IReadOnlyList<FeedEntry>> ReadNewsAsync(CancellationToken cancellationToken)
    {
        if (await listings.ReadAsync(FeedKey.All, cancellationToken) is not { Entries.Count: > 0 } listing)
        {
            return [];
        }

        var entries = listing.Entries.ToList();
        var since = entries.Max(entry => entry.PublishAt) - Sitemaps.NewsPeriod;
        for (var page = listing.Head.ClosedPages; page > 0 && entries.Count < Sitemaps.MostNews; page--)
        {
            var closed = await listings.ReadPageAsync(FeedKey.All, page, cancellationToken);
            if (closed is null || closed.Entries.All(entry => entry.PublishAt < since))
            {
                break;
            }

            entries.AddRange(closed.Entries);
        }

        return [.. Entries(entries).Where(entry => entry.PublishedAt >= since).Take(Sitemaps.MostNews)];
    }

    /// <summary>Each release once, by its latest revision; what is withdrawn or under embargo is left out.</summary>
    private List<FeedEntry> Entries(IEnumerable<ListingEntry> entries) =>
        [
            .. ListingMerge
                .Distinct(entries)
                .Order(Archive.Order)
                .OfType<ListingEntry.Live>()
                .Where(entry => entry.Tagged.Release.VisibilityAt(time.GetUtcNow()) is Visibility.Visible)
                .Select(entry => FeedEntries.Of(entry.Tagged, site, summaryOnly: true)),
        ];

    private sealed record Sitemap(ListingHead? Head, Document Document) : ICached
    {
        public long Size => Document.Size;
    }
}
