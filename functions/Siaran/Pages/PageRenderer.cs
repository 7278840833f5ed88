using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Pages;

/// <summary>
/// Draws the pages as UTF-8 bytes of HTML. The same input always gives the same bytes. What it is given is shown: callers ask the gate
/// first.
/// </summary>
public sealed class PageRenderer(Site site) : IFeedPages
{
    public const string MediaType = "text/html; charset=utf-8";

    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>A release that may be seen (200).</summary>
    /// <param name="release">As the gate lets it through.</param>
    /// <param name="related">Without neighbours that the gate holds back; null where nothing is known yet.</param>
    public Task<byte[]> ReleaseAsync(TaggedRelease release, RelatedList? related) =>
        BytesAsync<ReleasePage>(release.Release.Content.Language, new() { ["Tagged"] = release, ["Related"] = related });

    /// <summary>What a withdrawn release leaves at its address (410).</summary>
    public Task<byte[]> WithdrawnAsync(Release release) =>
        BytesAsync<WithdrawnPage>(release.Content.Language, new() { ["Release"] = release });

    /// <summary>An address without a page, and an embargoed release's (404).</summary>
    /// <param name="nearest">Existing feeds with a name like the one asked for.</param>
    public Task<byte[]> NotFoundAsync(IReadOnlyList<ListedKey>? nearest = null) =>
        BytesAsync<NotFoundPage>(null, new() { ["Nearest"] = nearest ?? [] });

    /// <summary>An address below <c>/tags</c> where there is nothing (404).</summary>
    /// <param name="nearest">Tags with a name like the one asked for.</param>
    /// <param name="kinds">Kinds with a name like the one asked for.</param>
    public Task<byte[]> NoTagAsync(IReadOnlyList<ListedKey> nearest, IReadOnlyList<string> kinds) =>
        BytesAsync<NotFoundPage>(null, new() { ["Tags"] = nearest, ["Kinds"] = kinds });

    /// <summary>All kinds of tag.</summary>
    public Task<byte[]> TagKindsAsync(TagDirectory tags) => BytesAsync<TagKindsPage>(null, new() { ["Tags"] = tags });

    /// <summary>All tags of a kind.</summary>
    public Task<byte[]> TagKindAsync(TagKind tags) => BytesAsync<TagKindPage>(null, new() { ["Tags"] = tags });

    /// <summary>One tag.</summary>
    public Task<byte[]> TagAsync(TagView tag) => BytesAsync<TagPage>(null, new() { ["Tag"] = tag });

    /// <summary>What is related to a release, for a frame on a portal's page.</summary>
    /// <param name="language">The words around the list (BCP 47); null for the site's.</param>
    /// <param name="related">As the gate lets it through; null for a page that shows nothing.</param>
    public Task<byte[]> WidgetAsync(string? language, RelatedList? related) =>
        BytesAsync<WidgetPage>(language, new() { ["Related"] = related, ["Language"] = related?.Subject?.Language ?? site.Language });

    /// <summary>What a search finds.</summary>
    public Task<byte[]> SearchAsync(SearchView search) => BytesAsync<SearchPage>(null, new() { ["Search"] = search });

    /// <summary>Releases by year and month.</summary>
    public Task<byte[]> ArchiveAsync(ArchiveView archive) => BytesAsync<ArchivePage>(null, new() { ["Archive"] = archive });

    /// <summary>The front page.</summary>
    /// <param name="all">The feed of all releases.</param>
    /// <param name="feeds">Every feed; a dozen of the agencies and regions are shown next to the releases.</param>
    public Task<byte[]> FrontAsync(Feed all, IReadOnlyList<ListedKey> feeds) =>
        BytesAsync<FrontPage>(null, new() { ["All"] = all, ["Feeds"] = feeds });

    /// <inheritdoc/>
    public Task<string> WriteFeedAsync(Feed feed, CancellationToken cancellationToken) =>
        TextAsync<FeedPage>(null, new() { ["Feed"] = feed });

    /// <inheritdoc/>
    public Task<string> WriteDirectoryAsync(FeedDirectory directory, CancellationToken cancellationToken) =>
        TextAsync<FeedDirectoryPage>(null, new() { ["Feeds"] = directory.Keys });

    private async Task<byte[]> BytesAsync<TPage>(string? language, Dictionary<string, object?> parameters)
        where TPage : IComponent => Encoding.UTF8.GetBytes(await TextAsync<TPage>(language, parameters));

    private async Task<string> TextAsync<TPage>(string? language, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        parameters["View"] = new PageView(site, language);
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));

            // The encoder writes every plus as a character reference, which programs that look for a feed's media type in the text do not
            // decode.
            return root.ToHtmlString().Replace("&#x2B;", "+", StringComparison.Ordinal);
        });
    }
}
