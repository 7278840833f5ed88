using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Feeds;
using Siaran.Intake;
using Siaran.Listings;
using Siaran.Pages.Revisions;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Pages;

/// <summary>
/// Draws the pages as UTF-8 bytes of HTML. The same input always gives the same bytes. What it is given is shown: callers ask the gate
/// first.
/// </summary>
public sealed class PageRenderer(Site site)
{
    public const string MediaType = "text/html; charset=utf-8";

    // The default encoder writes all letters beyond Basic Latin as character references.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>A release that may be seen (200).</summary>
    /// <param name="release">As the gate lets it through.</param>
    /// <param name="related">Without neighbours that the gate holds back; null where nothing is known yet.</param>
    /// <param name="language">Of the page around the release; null for the site's own.</param>
    /// <param name="history">Null where the public has seen one revision only.</param>
    /// <param name="replies">Null where none are taken.</param>
    public Task<byte[]> ReleaseAsync(
        TaggedRelease release,
        RelatedList? related,
        PageLanguage? language = null,
        RevisionHistory? history = null,
        ReplyThread? replies = null
    ) =>
        BytesAsync<ReleasePage>(
            language,
            new()
            {
                ["Tagged"] = release,
                ["Related"] = related,
                ["History"] = history,
                ["Replies"] = replies,
            }
        );

    /// <summary>What readers wrote under a release, and the form.</summary>
    /// <param name="release">As the gate lets it through.</param>
    /// <param name="replies">What is shown, and what was filled in.</param>
    /// <param name="language">Null for the site's own.</param>
    public Task<byte[]> RepliesAsync(Release release, ReplyThread replies, PageLanguage? language = null) =>
        BytesAsync<RepliesPage>(language, new() { ["Release"] = release, ["Replies"] = replies });

    /// <summary>What was changed in a release since the public first saw it.</summary>
    /// <param name="release">As the gate lets it through.</param>
    /// <param name="history">Its revisions.</param>
    /// <param name="language">Null for the site's own.</param>
    public Task<byte[]> RevisionsAsync(Release release, RevisionHistory history, PageLanguage? language = null) =>
        BytesAsync<RevisionsPage>(language, new() { ["Release"] = release, ["History"] = history });

    /// <summary>What a withdrawn release leaves at its address (410).</summary>
    public Task<byte[]> WithdrawnAsync(Release release, PageLanguage? language = null) =>
        BytesAsync<WithdrawnPage>(language, new() { ["Release"] = release });

    /// <summary>An address without a page, and an embargoed release's (404).</summary>
    /// <param name="nearest">Existing feeds with a name like the one asked for.</param>
    /// <param name="language">Null for the site's own.</param>
    public Task<byte[]> NotFoundAsync(IReadOnlyList<ListedKey>? nearest = null, PageLanguage? language = null) =>
        BytesAsync<NotFoundPage>(language, new() { ["Nearest"] = nearest ?? [] });

    /// <summary>An address below <c>/tags</c> where there is nothing (404).</summary>
    /// <param name="nearest">Tags with a name like the one asked for.</param>
    /// <param name="kinds">Kinds with a name like the one asked for.</param>
    /// <param name="language">Null for the site's own.</param>
    public Task<byte[]> NoTagAsync(IReadOnlyList<ListedKey> nearest, IReadOnlyList<TagKind> kinds, PageLanguage? language = null) =>
        BytesAsync<NotFoundPage>(language, new() { ["Tags"] = nearest, ["Kinds"] = kinds });

    /// <summary>A request that could not be answered.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="detail">What the problem is, in English.</param>
    /// <param name="language">Null for the site's own.</param>
    public Task<byte[]> ProblemAsync(int status, string? detail, PageLanguage? language = null) =>
        BytesAsync<NoticePage>(language, new() { ["Status"] = status, ["Detail"] = detail });

    /// <summary>An upload that was refused, with all that is to be mended.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="report">On the upload.</param>
    /// <param name="language">Null for the site's own.</param>
    public Task<byte[]> RefusedUploadAsync(int status, IntakeReport report, PageLanguage? language = null) =>
        BytesAsync<RefusedUploadPage>(language, new() { ["Status"] = status, ["Report"] = report });

    /// <summary>All kinds of tag.</summary>
    public Task<byte[]> TagKindsAsync(TagDirectory tags, PageLanguage? language = null) =>
        BytesAsync<TagKindsPage>(language, new() { ["Tags"] = tags });

    /// <summary>A page of the tags of a kind.</summary>
    public Task<byte[]> TagKindAsync(TagKind kind, KeyPage keys, PageLanguage? language = null) =>
        BytesAsync<TagKindPage>(language, new() { ["Kind"] = kind, ["Keys"] = keys });

    /// <summary>One tag.</summary>
    public Task<byte[]> TagAsync(TagView tag, PageLanguage? language = null) => BytesAsync<TagPage>(language, new() { ["Tag"] = tag });

    /// <summary>What is related to a release, for a frame on a portal's page.</summary>
    /// <param name="language">The words around the list (BCP 47); null for the site's.</param>
    /// <param name="related">As the gate lets it through; null for a page that shows nothing.</param>
    public Task<byte[]> WidgetAsync(string? language, RelatedList? related) =>
        BytesAsync<WidgetPage>(
            language is null || PageText.Find(language) is not { } text ? null : PageLanguage.Fixed(text.Language),
            new() { ["Related"] = related }
        );

    /// <summary>What a search finds.</summary>
    public Task<byte[]> SearchAsync(SearchView search, PageLanguage? language = null) =>
        BytesAsync<SearchPage>(language, new() { ["Search"] = search });

    /// <summary>Releases by year and month.</summary>
    public Task<byte[]> ArchiveAsync(ArchiveView archive, PageLanguage? language = null) =>
        BytesAsync<ArchivePage>(language, new() { ["Archive"] = archive });

    /// <summary>The front page.</summary>
    /// <param name="all">The feed of all releases.</param>
    /// <param name="feeds">Every feed; a dozen of the agencies and regions are shown next to the releases.</param>
    /// <param name="language">Null for the site's own.</param>
    public Task<byte[]> FrontAsync(Feed all, IReadOnlyList<ListedKey> feeds, PageLanguage? language = null) =>
        BytesAsync<FrontPage>(language, new() { ["All"] = all, ["Feeds"] = feeds });

    /// <summary>What a feed is, how to subscribe to it, and what is in it.</summary>
    public Task<byte[]> FeedAsync(Feed feed, PageLanguage? language = null) => BytesAsync<FeedPage>(language, new() { ["Feed"] = feed });

    /// <summary>A page of the feeds of a kind.</summary>
    public Task<byte[]> FeedKindAsync(FeedKind kind, KeyPage keys, PageLanguage? language = null) =>
        BytesAsync<FeedKindPage>(language, new() { ["Kind"] = kind, ["Keys"] = keys });

    /// <summary>The feeds that hold most, of every kind.</summary>
    public Task<byte[]> FeedDirectoryAsync(FeedDirectory directory, PageLanguage? language = null) =>
        BytesAsync<FeedDirectoryPage>(language, new() { ["Feeds"] = directory.Keys });

    private async Task<byte[]> BytesAsync<TPage>(PageLanguage? language, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        parameters["View"] = new PageView(site, language);
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));

            // The encoder writes every plus as a character reference, which programs that look for a feed's media type in the text do not
            // decode.
            return Encoding.UTF8.GetBytes(root.ToHtmlString().Replace("&#x2B;", "+", StringComparison.Ordinal));
        });
    }
}
