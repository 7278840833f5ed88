using System.Globalization;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Settings;
using Siaran.Tagging.Topics;
using Siaran.Tags;

namespace Siaran.Pages;

/// <summary>What every page is drawn with: the site, the words of one language, and how they give times and addresses.</summary>
public sealed class PageView
{
    private readonly string root;

    /// <param name="site">Its zone and language must exist.</param>
    /// <param name="language">What the page speaks; null for the site's own language.</param>
    public PageView(Site site, PageLanguage? language = null)
    {
        Site = site;
        Language = language ?? PageLanguage.Of(site);
        Text = PageText.In(Language.Code, site.Language);
        root = site.BaseAddress.AbsolutePath.TrimEnd('/');
    }

    public Site Site { get; }

    public PageText Text { get; }

    public PageLanguage Language { get; }

    /// <summary>
    /// The link to another page of the site, root-relative, in the page's language. <paramref name="relative"/> is as
    /// <see cref="Siaran.Settings.Site.Address"/> takes it.
    /// </summary>
    public string Link(string relative) => $"{root}/{Language.Prefix}{relative}";

    /// <summary>The link to a page whose address is known without a language.</summary>
    /// <param name="page">Absolute, within the site.</param>
    public string Link(Uri page) => Link(page.AbsoluteUri[(Site.BaseAddress.AbsoluteUri.TrimEnd('/').Length + 1)..]);

    /// <summary>The link to what has no language: a feed's document, a file.</summary>
    public string File(string relative) => $"{root}/{relative}";

    public string File(PageAsset asset) => File(asset.Address);

    /// <summary>The link to the same page in another language, which the reader keeps from there on.</summary>
    public string Switch(string relative, string language) => $"{root}/{PageLanguage.Fixed(language).Prefix}{relative}";

    /// <summary>The one address of a page in its language.</summary>
    public Uri Address(string relative) => AddressIn(Language.Code, relative);

    /// <summary>
    /// The address that search engines keep a page under: where the browser chose the language it is the one without a language, which
    /// shows
    /// others the site's own.
    /// </summary>
    public Uri Canonical(string relative) => Language.IsNegotiated ? Site.Address(relative) : Address(relative);

    /// <summary>The one address of a page in a language, for search engines and for others to keep.</summary>
    public Uri AddressIn(string language, string relative) => Site.Address(PageLanguage.Preferred(language, Site).Prefix + relative);

    public static string ReleasePath(string slug) => "releases/" + Uri.EscapeDataString(slug);

    /// <summary>What was changed in a release since the public first saw it.</summary>
    public static string RevisionsPath(string slug) => ReleasePath(slug) + "/revisions";

    /// <summary>What readers wrote under a release, and where they send it.</summary>
    public static string RepliesPath(string slug) => ReleasePath(slug) + "/replies";

    /// <summary>A feed's page, which is also where its documents are negotiated.</summary>
    public static string FeedPath(FeedKey key) => $"feeds/{key}";

    /// <param name="key">The feed.</param>
    /// <param name="format"><c>rss</c>, <c>atom</c> or <c>json</c>.</param>
    public static string FeedPath(FeedKey key, string format) => $"feeds/{key}.{format}";

    /// <summary>All tags of a kind, or a later page of them.</summary>
    public static string TagKindPath(TagKind kind, int page = 1) => page == 1 ? $"tags/{kind}" : $"tags/{kind}?page={Digits(page)}";

    /// <summary>All feeds of a kind that is no kind of tag, or a later page of them.</summary>
    public static string FeedKindPath(FeedKind kind, int page = 1) =>
        $"feeds?kind={kind.ToString().ToLowerInvariant()}{(page == 1 ? "" : $"&page={Digits(page)}")}";

    /// <summary>All that is shown of one tag.</summary>
    public static string TagPath(TagId tag) => $"tags/{tag.Kind}/{tag.Name}";

    /// <summary>A feed's name for people; of all releases, of a language and of a topic it is in the page's words.</summary>
    public string TitleOf(FeedKey key, string title) =>
        key.Kind switch
        {
            FeedKind.All => Text.Furniture.AllFeed,
            FeedKind.Language => Text.LanguageNames.GetValueOrDefault(key.Name, title),
            FeedKind.Tag => NameOf(key.Tag!.Value, title),
            _ => title,
        };

    /// <summary>A tag's name for people: of a topic in the page's language, of any other as its releases have it.</summary>
    public string NameOf(TagId tag, string label) => TopicNames.In(Language.Code, tag, label);

    /// <summary>Why two releases are related, in the page's words.</summary>
    /// <param name="reason">As it is stored.</param>
    public string ReasonOf(string reason) => Reasons.In(reason, Text.Language == "en", topic => TopicNames.In(Language.Code, topic));

    /// <summary>The heading of a feed among others.</summary>
    public string KindOf(FeedKey key) =>
        key.Tag is not { } tag ? KindOf(key.Kind)
        : tag.Kind == TagKind.Agency ? Text.Feed.AgenciesDiscussed
        : Text.Kind(tag.Kind);

    /// <summary>The heading of the feeds of a kind that is no kind of tag.</summary>
    public string KindOf(FeedKind kind) => kind is FeedKind.Agency ? Text.Feed.Issuers : Text.Kind(kind.ToString().ToLowerInvariant());

    /// <summary><c>Senin, 11 November 2024, 09.30 WITA</c>.</summary>
    public string DateTime(DateTimeOffset time)
    {
        var local = Site.Local(time);
        return Fill(Text.Dates.WithTime, Date(time), local.ToString(Text.Dates.Time, CultureInfo.InvariantCulture), ZoneName(local));
    }

    /// <summary><c>Senin, 11 November 2024</c>.</summary>
    public string Date(DateTimeOffset time) => Date(DayOf(time));

    /// <inheritdoc cref="Date(DateTimeOffset)"/>
    public string Date(DateOnly day) =>
        Fill(Text.Dates.Full, Text.Dates.Weekdays[(int)day.DayOfWeek], Digits(day.Day), Text.Dates.Months[day.Month - 1], Digits(day.Year));

    /// <summary><c>11 November 2024</c>.</summary>
    public string ShortDate(DateTimeOffset time) => ShortDate(DayOf(time));

    /// <inheritdoc cref="ShortDate(DateTimeOffset)"/>
    public string ShortDate(DateOnly day) => Fill(Text.Dates.Brief, Digits(day.Day), Text.Dates.Months[day.Month - 1], Digits(day.Year));

    /// <summary><c>09.30 WITA</c>.</summary>
    public string Hour(DateTimeOffset time)
    {
        var local = Site.Local(time);
        return $"{local.ToString(Text.Dates.Time, CultureInfo.InvariantCulture)} {ZoneName(local)}";
    }

    /// <summary>The day it is in the site's zone.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(Site.Local(time).DateTime);

    /// <summary>For machines, with the zone's offset (RFC 3339).</summary>
    public string Machine(DateTimeOffset time) => Site.Local(time).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary><c>1.250</c>.</summary>
    public string Number(int value) => value.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = Text.Thousands });

    /// <summary>Null where <paramref name="language"/> is the page's own, so that the attribute is left out.</summary>
    public string? LangOf(string language) => string.Equals(language, Text.Language, StringComparison.OrdinalIgnoreCase) ? null : language;

    /// <summary>The page's language, to return to it within text in <paramref name="language"/>; null where they are one.</summary>
    public string? BackFrom(string language) => LangOf(language) is null ? null : Text.Language;

    internal static string Fill(string pattern, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, pattern, values);

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string ZoneName(DateTimeOffset local) =>
        Text.Dates.Zones.TryGetValue(Site.TimeZone, out var name) ? name : "UTC" + local.ToString("zzz", CultureInfo.InvariantCulture);
}
