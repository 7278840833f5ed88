using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Feeds;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Pages;

/// <summary>Draws the pages as UTF-8 bytes of HTML. The same input always gives the same bytes. What it is given is shown: callers ask the gate first.</summary>
public sealed class PageRenderer(Site site)
{
    /// <summary>For <see cref="Siaran.Feeds.Site"/>'s pages: no script runs, nothing is framed, only our stylesheet and images from anywhere load.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' https: http: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>A release that may be seen (200).</summary>
    /// <param name="release">As the gate lets it through.</param>
    /// <param name="related">Without neighbours that the gate holds back; null where nothing is known yet.</param>
    public Task<byte[]> ReleaseAsync(TaggedRelease release, RelatedList? related) =>
        RenderAsync<ReleasePage>(release.Release.Content.Language, new() { ["Tagged"] = release, ["Related"] = related });

    /// <summary>What a withdrawn release leaves at its address (410).</summary>
    public Task<byte[]> WithdrawnAsync(Release release) =>
        RenderAsync<WithdrawnPage>(release.Content.Language, new() { ["Release"] = release });

    /// <summary>An address without a page, and an embargoed release's (404).</summary>
    /// <param name="nearest">Existing feeds with a name like the one asked for.</param>
    public Task<byte[]> NotFoundAsync(IReadOnlyList<NamedFeed>? nearest = null) =>
        RenderAsync<NotFoundPage>(null, new() { ["Nearest"] = nearest ?? [] });

    /// <summary>The front page.</summary>
    /// <param name="newest">Newest first.</param>
    /// <param name="feeds">A choice of feeds, to stand beside the releases.</param>
    public Task<byte[]> FrontAsync(IReadOnlyList<TaggedRelease> newest, IReadOnlyList<NamedFeed> feeds) =>
        RenderAsync<FrontPage>(null, new() { ["Newest"] = newest, ["Feeds"] = feeds });

    /// <summary>A feed's page for people.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="newest">Its newest releases, newest first.</param>
    public Task<byte[]> FeedAsync(NamedFeed feed, IReadOnlyList<TaggedRelease> newest) =>
        RenderAsync<FeedPage>(null, new() { ["Feed"] = feed, ["Newest"] = newest });

    /// <summary>All feeds, grouped by kind.</summary>
    /// <param name="feeds">In any order; that of all releases need not be among them.</param>
    /// <param name="opml">The root-relative path, without leading slash, of the same list as OPML, where there is one.</param>
    public Task<byte[]> FeedDirectoryAsync(IReadOnlyList<NamedFeed> feeds, string? opml = null) =>
        RenderAsync<FeedDirectoryPage>(null, new() { ["Feeds"] = feeds, ["Opml"] = opml });

    private async Task<byte[]> RenderAsync<TPage>(string? language, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        parameters["View"] = new PageView(site, language);
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            // The encoder writes every plus as a character reference, which programs that look for a feed's media type in the text do not decode.
            return Encoding.UTF8.GetBytes(root.ToHtmlString().Replace("&#x2B;", "+", StringComparison.Ordinal));
        });
    }
}
