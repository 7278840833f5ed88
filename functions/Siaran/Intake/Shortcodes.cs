using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Reads the marks in square brackets that WordPress and its extensions leave in stored texts: captions become figures, addresses become
/// links, the rest goes (WordPress Shortcode API).
/// </summary>
internal static class Shortcodes
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Given = @"(\s[^\[\]]*)?";

    private static readonly Regex Caption = new(
        $@"\[(wp_)?caption(?<given>{Given})\]\s*(?<picture>(<a\s[^<>]*>\s*)?<img\s[^<>]*>(\s*</a>)?)(?<text>[^\[\]]*)\[/(wp_)?caption\]",
        Options
    );

    private static readonly Regex GivenCaption = new("""\scaption=(["'])(?<text>[^"'\[\]<>]+)(["'])""", Options);

    private static readonly Regex Embed = new(@"\[embed[^\[\]]*\]\s*(?<address>https?://[^\s\[\]<>""]+)\s*\[/embed\]", Options);

    private static readonly Regex Known = new(
        $@"\[/?(caption|wp_caption|gallery|playlist|embed|audio|video|vc_[a-z_]+|et_pb_[a-z_]+|su_[a-z_]+|fusion_[a-z_]+|ux_[a-z_]+|contact-form(-7)?|wpforms|ninja_form|mc4wp_form|adrotate|rev_slider|smartslider3|elementor-template|ngg[a-z_]*|table|tablepress|pdf-embedder|embeddoc|gview|dropcap|column|row|section|button)({Given}|/)\]",
        Options
    );

    /// <summary>The HTML with figures, links and texts in place of the marks.</summary>
    public static string ToHtml(string html)
    {
        if (!html.Contains('[', StringComparison.Ordinal))
        {
            return html;
        }

        html = Caption.Replace(html, Figure);
        html = Embed.Replace(html, """<a href="${address}">${address}</a>""");
        return Known.Replace(html, "");
    }

    /// <summary>Text that is no HTML, without the marks.</summary>
    public static string Drop(string text) => text.Contains('[', StringComparison.Ordinal) ? Known.Replace(text, "") : text;

    private static string Figure(Match match)
    {
        var text = match.Groups["text"].Value.Trim();
        text = text.Length > 0 ? text : GivenCaption.Match(match.Groups["given"].Value).Groups["text"].Value;
        return $"<figure>{match.Groups["picture"].Value}<figcaption>{text}</figcaption></figure>";
    }
}
