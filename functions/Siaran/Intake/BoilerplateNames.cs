namespace Siaran.Intake;

/// <summary>Knows the class and id names that content systems give to what is around a text.</summary>
internal static class BoilerplateNames
{
    private static readonly string[] Prefixes =
    [
        "sharedaddy",
        "sd-sharing",
        "sd-block",
        "share-",
        "sharing",
        "jp-relatedposts",
        "related-post",
        "related-news",
        "related-article",
        "related-stor",
        "related-content",
        "related-link",
        "related-item",
        "related_",
        "relatedposts",
        "comment-",
        "comments-",
        "breadcrumb",
        "post-navigation",
        "nav-links",
        "navigation",
        "sidebar",
        "advert",
        "adsbygoogle",
        "ads-",
        "ad-container",
        "newsletter",
        "author-box",
        "saboxplugin",
        "molongui",
        "pp-multiple-authors",
        "wp-embedded-content",
        "about-author",
        "tags-links",
        "tag-links",
        "cat-links",
        "post-tags",
        "entry-tags",
        "entry-meta",
        "post-meta",
        "entry-footer",
        "post-views",
        "screen-reader-text",
        "baca-juga",
        "bacajuga",
        "read-also",
        "lihat-juga",
        "ez-toc",
        "toc_container",
        "wp-block-latest-posts",
        "wp-block-comments",
        "wp-block-social-links",
        "wp-block-buttons",
        "wp-block-navigation",
        "wp-block-search",
        "wp-block-post-navigation",
        "wp-block-post-terms",
        "wp-block-post-author",
        "pagination",
        "back-to-top",
        "scroll-to-top",
        "popular-",
        "trending",
        "cookie",
        "cli-",
        "gdpr",
        "consent",
        "cmplz",
        "onetrust",
        "modal-",
        "popup",
        "pum-",
        "subscribe",
        "a2a_kit",
        "addtoany",
        "heateor",
        "td-post-sharing",
        "td-post-next-prev",
        "jeg_share",
        "jnews_inline_related",
        "jnews_related",
        "site-footer",
        "site-header",
        "article-info",
        "must-log-in",
        "post-ratings",
        "wp-polls",
        "inline-related",
        "inline_related",
        "terkait",
        "berita-terkait",
    ];

    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "share",
        "modal",
        "social",
        "ads",
        "ad",
        "iklan",
        "widget",
        "byline",
        "hidden",
        "print",
        "nav",
        "footer",
        "tags",
        "related",
        "comment",
        "comments",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "show-for-sr",
    };

    /// <summary>Names that are whole and may as well be of the text: an article on advertisements, a share of something.</summary>
    private static readonly HashSet<string> WholeOfText = new(
        "share social ads ad iklan byline tags related".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Words of names whose furniture holds sentences itself, as comments do.</summary>
    private static readonly HashSet<string> OfSentences = new(
        (
            "comment comments komentar cookie cookies consent author authorbox penulis about footer sidebar aside copyright modal popup popular "
            + "share sharing iklan ads disclosure disclosures"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>How names begin that programmes make, and that no text is named by.</summary>
    private static readonly string[] OfProgrammes =
    [
        "cli-",
        "cmplz",
        "gdpr",
        "onetrust",
        "pum-",
        "jp-relatedposts",
        "sd-",
        "sharedaddy",
        "wp-",
        "jeg_",
        "jnews_",
        "td-",
        "ez-toc",
        "toc_container",
        "a2a_kit",
        "addtoany",
        "heateor",
        "must-log-in",
        "screen-reader-text",
        "back-to-top",
        "scroll-to-top",
        "saboxplugin",
        "molongui",
        "pp-multiple-authors",
    ];

    /// <summary>Words of names that say which part of a box something is.</summary>
    private static readonly HashSet<string> OfBoxes = new(
        (
            "list item items body form box area wrap wrapper container section block title heading head header foot inner outer content text message "
            + "link links button buttons btn bar banner notice info alert site policy settings overlay widget widgets reply respond meta avatar bio card "
            + "metadata count number date thread nav left right top bottom main primary secondary first second one two menu col column row panel "
            + "backdrop dialog dialogs window open close post posts article articles news berita entry page single tab tabs icon icons image img photo logo "
            + "name profile details description label line group grid wrapper holder root bg background dark light tooltip statement disclaimer eu"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What follows <c>social</c> where it is about the buttons of networks, and not about welfare or affairs.</summary>
    private static readonly HashSet<string> SocialParts = new(
        (
            "icon icons share sharing link links media bar buttons button btn follow network networks list nav menu login wrap wrapper box "
            + "block container area widget profiles profile counter counters feed top bottom footer header plugin like networking sites"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What a name ends with that says in which state a part is, or how it is spaced, and not what it is.</summary>
    private static readonly HashSet<string> States = new(
        "enabled disabled ready active inactive open closed on off visible space spacing less free none loaded supported".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Parts of names, between hyphens or underscores, that are furniture wherever they are.</summary>
    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        "footer",
        "komentar",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "copyright",
        "aside",
        "authorbox",
        "penulis",
        "disclosure",
        "disclosures",
    };

    /// <summary>Parts that are furniture at the end of a name: <c>post-share</c>, and not <c>share-holders</c>.</summary>
    private static readonly HashSet<string> LastParts = new(StringComparer.OrdinalIgnoreCase)
    {
        "share",
        "comment",
        "comments",
        "related",
        "bagikan",
    };

    /// <summary>Parts that a name of an author's box has after <c>author</c>.</summary>
    private static readonly HashSet<string> AuthorBoxes = new(StringComparer.OrdinalIgnoreCase)
    {
        "box",
        "bio",
        "biography",
        "info",
        "about",
        "card",
        "tooltip",
        "profile",
        "description",
        "details",
        "image",
        "avatar",
    };

    /// <summary>Whether an element of this name is furniture, as far as its name says.</summary>
    /// <param name="name">A class or an id.</param>
    public static bool IsOfFurniture(string name) =>
        !IsState(name)
        && (Whole.Contains(name) || Array.Exists(Prefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) || HasPart(name));

    /// <summary>
    /// Whether a name of furniture may as well be of a text about such a thing, so that what the element holds decides:
    /// <c>sharing-economy</c>, <c>comment-analysis</c>, and not <c>comment-list</c>.
    /// </summary>
    /// <param name="name">A class or an id.</param>
    public static bool MayBeOfText(string name)
    {
        if (Whole.Contains(name))
        {
            return WholeOfText.Contains(name);
        }

        var words = name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return !IsOfProgramme(name)
            && (
                !HoldsSentences(name)
                || (words.Any(word => !OfSentences.Contains(word)) && !words.Any(IsOfBox) && !OfSentences.Contains(words[^1]))
            );
    }

    /// <summary>Whether a name is one that a programme gives to what it adds to pages, and that no text is named by.</summary>
    /// <param name="name">A class or an id.</param>
    public static bool IsOfProgramme(string name) =>
        Array.Exists(OfProgrammes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static bool HoldsSentences(string name) =>
        name.Split('-', '_').Any(word => OfSentences.Any(of => word.StartsWith(of, StringComparison.OrdinalIgnoreCase)));

    private static bool IsOfBox(string word) => OfBoxes.Contains(word) || word.All(char.IsAsciiDigit);

    private static bool IsState(string name) => name.LastIndexOfAny(['-', '_']) is > 0 and var at && States.Contains(name[(at + 1)..]);

    private static bool HasPart(string name)
    {
        if (!name.AsSpan().ContainsAny('-', '_'))
        {
            return Parts.Contains(name);
        }

        var parts = name.Split('-', '_');
        return IsOfNetworks(parts) || LastParts.Contains(parts[^1]) || Array.Exists(parts, Parts.Contains) || IsOfAuthor(parts);
    }

    /// <summary>Buttons of social networks: a post of one that is embedded in the text is none.</summary>
    private static bool IsOfNetworks(string[] parts) =>
        parts[0].Equals("social", StringComparison.OrdinalIgnoreCase)
        && SocialParts.Contains(parts[1])
        && !parts.Contains("embed", StringComparer.OrdinalIgnoreCase);

    /// <summary>A box on who wrote the text: <c>author-info</c>, <c>entry-author-bio</c>.</summary>
    private static bool IsOfAuthor(string[] parts) =>
        Array.FindIndex(parts, part => part.Equals("author", StringComparison.OrdinalIgnoreCase)) is >= 0 and var at
        && (parts[(at + 1)..].Any(AuthorBoxes.Contains) || (at > 0 && parts[at - 1] is "about"));
}
