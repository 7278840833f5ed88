using Siaran.Settings;

namespace Siaran.Pages;

/// <summary>The language that a page speaks, and whether its links keep to it.</summary>
/// <remarks>
/// The address without a language is the site's own language, and speaks another one to browsers that prefer it. <c>/en/…</c> and
/// <c>/id/…</c> speak one language to everybody. So each language has one address that search engines keep: that of the site's own
/// language is the address without it.
/// </remarks>
public sealed record PageLanguage
{
    private PageLanguage(string code, string prefix, bool isNegotiated = false) =>
        (Code, Prefix, IsNegotiated) = (code, prefix, isNegotiated);

    /// <summary>BCP 47; there are words for it.</summary>
    public string Code { get; }

    /// <summary>What the addresses of its pages begin with: <c>en/</c>, or nothing.</summary>
    public string Prefix { get; }

    /// <summary>Whether a browser preferred it to the site's own, at an address that names none.</summary>
    public bool IsNegotiated { get; }

    /// <summary>The site's own language, under addresses that name none.</summary>
    public static PageLanguage Of(Site site) => new(PageText.In(site.Language, site.Language).Language, "");

    /// <summary>A language that the reader's browser prefers, under an address that names none.</summary>
    /// <param name="code">One of <see cref="PageText.Languages"/>.</param>
    /// <param name="site">Whose own language needs no name in links.</param>
    public static PageLanguage Preferred(string code, Site site) =>
        Of(site) is var own && own.Code == code ? own : new(code, code + "/", isNegotiated: true);

    /// <summary>A language that the address names.</summary>
    /// <param name="code">One of <see cref="PageText.Languages"/>.</param>
    public static PageLanguage Fixed(string code) => new(code, code + "/");
}
