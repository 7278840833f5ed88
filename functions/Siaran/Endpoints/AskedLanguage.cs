using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>The language that a request asks its page in.</summary>
/// <param name="Page">What the page is to speak.</param>
/// <param name="ByHeader">Whether <c>Accept-Language</c> had a say, since the address names no language.</param>
internal sealed record AskedLanguage(PageLanguage Page, bool ByHeader)
{
    /// <summary>Equal for two requests that get the same page of the same state.</summary>
    public string Key => Page.IsNegotiated ? "~" + Page.Prefix : Page.Prefix;

    /// <summary>That of the address (<c>/en/…</c>), else the one that the browser prefers, else the site's own.</summary>
    public static AskedLanguage Of(HttpRequest request, Site site)
    {
        if (OfAddress(request.Path) is { } named)
        {
            return new(PageLanguage.Fixed(named), ByHeader: false);
        }

        var choice = ContentNegotiation.ChooseLanguage(request.Headers.AcceptLanguage, PageText.Languages);
        return new(choice < 0 ? PageLanguage.Of(site) : PageLanguage.Preferred(PageText.Languages[choice], site), ByHeader: true);
    }

    /// <summary>Where a page of the site is, in the way in which it was asked for: without a language where none was named.</summary>
    public string AddressOf(Site site, string path) => site.Address((ByHeader ? "" : Page.Prefix) + path).AbsoluteUri;

    /// <summary>The language that an address begins with; null where it begins with none that there are words for.</summary>
    public static string? OfAddress(PathString path) =>
        PageText.Languages.FirstOrDefault(language => path.StartsWithSegments("/" + language, StringComparison.OrdinalIgnoreCase));
}
