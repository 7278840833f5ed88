using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>Knows what portals put around a release: share bars, related news, comment forms.</summary>
internal static class BoilerplateMarkup
{
    private const int LongestId = 200;

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

    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "navigation",
        "complementary",
        "search",
        "banner",
        "contentinfo",
        "dialog",
    };

    private static readonly HashSet<string> Droppable = new(
        "div section ul ol p span header article h2 h3 h4 h5 h6 a figure table blockquote".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Tells, within one document, which elements are furniture; never one that holds half of the text.</summary>
    internal sealed class Elements
    {
        private int most = int.MaxValue;

        /// <summary>How many were dropped.</summary>
        public int Count { get; private set; }

        /// <summary>How the first one's text begins.</summary>
        public string First { get; private set; } = "";

        public void Measure(IElement root) => most = Math.Max(root.TextContent.Length / 2, 1);

        /// <summary>Whether the page's article leaves an element out.</summary>
        public bool Leaves(IElement element, Articles.Article article)
        {
            if (!article.Drops(element))
            {
                return false;
            }

            if (article.StartOf(element) is { Length: > 0 } start)
            {
                First = Count == 0 ? start : First;
                Count++;
            }

            return true;
        }

        public bool Drops(IElement element)
        {
            if (!Droppable.Contains(element.LocalName) || !IsMarked(element))
            {
                return false;
            }

            var text = element.TextContent;
            if (text.Length > most)
            {
                return false;
            }

            text = Characters.Fold(text);
            if (text.Length > 0)
            {
                First = Count == 0 ? text : First;
                Count++;
            }

            return true;
        }
    }

    /// <summary>Hidden on small screens alone, as utility classes say it (<c>hidden md:block</c>).</summary>
    private static bool IsShownWhenWide(IElement element) =>
        element.ClassList.Any(n =>
            n.Replace("!", "", StringComparison.Ordinal).Split(':')
                is [.. { Length: > 0 }, "block" or "flex" or "grid" or "inline" or "inline-block" or "inline-flex" or "contents" or "table"]
                    and { Length: 2 }
        );

    /// <summary>Whether an element is hidden until a script shows it.</summary>
    public static bool IsHidden(IElement element) => IsNotShown(element) || element.ClassList.Contains("hidden");

    private static bool IsNotShown(IElement element) =>
        element.HasAttribute("hidden")
        || (
            element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) is { } style
            && (
                style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            )
        );

    public static bool IsMarked(IElement element)
    {
        if (IsNotShown(element) || Roles.Contains(element.GetAttribute("role") ?? ""))
        {
            return true;
        }

        // Ids of headings and of their sections are made from their words, so they say nothing of their part in the page.
        var names =
            element.LocalName[0] is 'h' || IsOfHeading(element) ? [.. element.ClassList] : element.ClassList.Append(element.Id ?? "");
        return names
            .Take(40)
            .Where(n => !IsState(n))
            .Any(n =>
                (Whole.Contains(n) && !(n is "hidden" && IsShownWhenWide(element)))
                || Prefixes.Any(p => n.StartsWith(p, StringComparison.OrdinalIgnoreCase))
                || HasPart(n)
            );
    }

    /// <summary>Whether a section's id is made from its heading: two words of that at least, and no others.</summary>
    private static bool IsOfHeading(IElement element)
    {
        if (element.Id is not { Length: <= LongestId } id || !id.AsSpan().ContainsAny('-', '_'))
        {
            return false;
        }

        return element.FirstElementChild is { LocalName: ['h', >= '1' and <= '6'], TextContent: var heading }
            && id.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 } words
            && words.All(word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

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
