using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Siaran.Serving;

namespace Siaran.Feeds;

/// <summary>Puts the feeds into an app that has <see cref="Site"/>, <see cref="IListings"/>, <see cref="IFeedPages"/> and a <see cref="TimeProvider"/>.</summary>
public static class FeedsServices
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton(provider =>
        {
            var site = provider.GetRequiredService<Site>();
            return new DocumentCache(provider.GetRequiredService<TimeProvider>(), site.Freshness, site.CacheBytes, provider.GetRequiredService<ILogger<DocumentCache>>());
        })
        .AddSingleton<FeedService>()
        .AddSingleton<SitemapService>();
}
