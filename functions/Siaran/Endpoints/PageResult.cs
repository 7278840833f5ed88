using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Answers with pages, and says to caches what they depend on.</summary>
internal static class PageResult
{
    /// <summary>A page that others may keep as long as the site allows.</summary>
    /// <param name="page">As rendered.</param>
    /// <param name="language">As asked for.</param>
    /// <param name="site">Says how long.</param>
    /// <param name="now">The moment of the gate.</param>
    /// <param name="isChosen">Whether <c>Accept</c> could have had something else.</param>
    public static DocumentResult Of(Document page, AskedLanguage language, Site site, DateTimeOffset now, bool isChosen = true) =>
        new(page, new CachePolicy(site.MaxAge), now)
        {
            VariesByAccept = isChosen,
            VariesByLanguage = language.ByHeader,
            Language = language.Page.Code,
        };

    /// <summary>A page for what was withdrawn (410).</summary>
    public static DocumentResult Gone(Document page, AskedLanguage language, Site site, DateTimeOffset now) =>
        new(page, new CachePolicy(site.MaxAge), now)
        {
            StatusCode = StatusCodes.Status410Gone,
            VariesByAccept = true,
            VariesByLanguage = language.ByHeader,
            Language = language.Page.Code,
        };

    /// <summary>A page for what is not there (404), which no cache keeps.</summary>
    public static DocumentResult NotFound(byte[] page, AskedLanguage language, DateTimeOffset now) =>
        new(new Document(PageRenderer.MediaType, page, null), CachePolicy.None, now)
        {
            StatusCode = StatusCodes.Status404NotFound,
            VariesByAccept = true,
            VariesByLanguage = language.ByHeader,
            Language = language.Page.Code,
        };
}
