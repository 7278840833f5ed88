using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Siaran.Intake;

/// <summary>The strict allow-list that every body passes last, whatever its format.</summary>
internal static class BodySanitiser
{
    private const string Tags =
        "html head body p h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption img table tbody "
        + "tr td th pre br a strong em u s del ins sub sup code cite mark small";

    private const string Attributes = "href src alt width height colspan rowspan start type value reversed";

    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>Leaves nothing in the document but known elements and attributes.</summary>
    public static void Sanitise(IHtmlDocument document) => Sanitizer.SanitizeDom(document);

    private static HashSet<string> Names(string list) => new(list.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = Names(Tags),
                AllowedAttributes = Names(Attributes),
                AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
                UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
                AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            }
        )
        {
            AllowDataAttributes = false,
            KeepChildNodes = false,
        };
        return sanitizer;
    }
}
