using System.Text;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Reads the marks in square brackets that WordPress and its extensions leave in stored texts: captions become figures, addresses become
/// links, the rest goes (WordPress Shortcode API).
/// </summary>
internal static class Shortcodes
{
    private const int ShortestName = 3;
    private const int LongestMark = 700;
    private const int LongestInside = 6000;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Name = new(
        @"^/?(caption|wp_caption|gallery|playlist|embed|audio|video|vc_[a-z_]+|et_pb_[a-z_]+|su_[a-z_]+|fusion_[a-z_]+|ux_[a-z_]+|contact-form(-7)?|wpforms|ninja_form|mc4wp_form|adrotate|rev_slider|smartslider3|elementor-template|ngg[a-z_]*|table|tablepress|pdf-embedder|embeddoc|gview|dropcap|column|row|section|button)(\s.*|/)?$",
        Options | RegexOptions.Singleline
    );

    private static readonly GuardedRegex Captioned = new(
        @"^\s*(?<picture>(<a\s[^<>]*>\s*)?<img\s[^<>]*>(\s*</a>)?)(?<text>[^\[\]]*)$",
        Options
    );

    private static readonly GuardedRegex GivenCaption = new("""\scaption=(["'])(?<text>[^"'\[\]<>]+)(["'])""", Options);

    private static readonly GuardedRegex Recording = new(
        """^(video|audio)\s.*?(src|mp4|m4v|webm|ogv|mp3|m4a|ogg|wav)=["'](?<address>https?://[^\s\[\]<>"']+)["']""",
        Options | RegexOptions.Singleline
    );

    private static readonly GuardedRegex Address = new(@"^\s*(?<address>https?://[^\s\[\]<>""]+)\s*$", Options);

    /// <summary>The HTML with figures, links and texts in place of the marks.</summary>
    public static string ToHtml(string html) => Replace(html, Shown);

    /// <summary>Text that is no HTML, without the marks.</summary>
    public static string Drop(string text) => Replace(text, (_, _) => null);

    private static string Replace(string text, Func<string, string, string?> show)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return text;
        }

        var (made, copied, at) = ((StringBuilder?)null, 0, 0);
        while (text.IndexOf('[', at) is >= 0 and var open)
        {
            if (MarkAt(text, open) is not { } mark)
            {
                at = open + 1;
                continue;
            }

            made ??= new StringBuilder(text.Length);
            made.Append(text, copied, open - copied);
            at = open + mark.Length + 2;
            if (Inside(text, at, mark.Text) is { } inside && show(mark.Text, inside) is { } shown)
            {
                made.Append(shown);
                at = text.IndexOf(']', at + inside.Length) + 1;
            }

            copied = at;
        }

        return made is null ? text : made.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The mark between the brackets that open there, where it is a known one.</summary>
    private static Mark? MarkAt(string text, int open)
    {
        var after = text.AsSpan(open + 1);
        var end = after.IndexOfAny('[', ']');
        if (end < ShortestName || after[end] != ']' || (end + 1 < after.Length && after[end + 1] == '('))
        {
            // What an address in parentheses follows is a link of Markdown's.
            return null;
        }

        var start = after[..Math.Min(end, LongestMark)];
        return Name.IsMatch(start) ? new(start.ToString(), end) : null;
    }

    /// <summary>What is between a mark and its end, or null where it has none near.</summary>
    private static string? Inside(string text, int at, string mark)
    {
        var name = mark.Split(' ', '\n', '\t')[0];
        var near = text.AsSpan(at, Math.Min(LongestInside, text.Length - at));
        var end = near.IndexOf($"[/{name}]", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : near[..end].ToString();
    }

    private static string? Shown(string mark, string inside)
    {
        if (mark.StartsWith("embed", StringComparison.OrdinalIgnoreCase) && Address.Match(inside) is { Success: true } address)
        {
            return $"""<a href="{address.Groups["address"].Value}">{address.Groups["address"].Value}</a>""";
        }

        if (Recording.Match(mark) is { Success: true } recording)
        {
            return $"""<video src="{recording.Groups["address"].Value}"></video>""";
        }

        if (!mark.Contains("caption", StringComparison.OrdinalIgnoreCase) || Captioned.Match(inside) is not { Success: true } match)
        {
            return null;
        }

        var text = match.Groups["text"].Value.Trim();
        text = text.Length > 0 ? text : GivenCaption.Match(mark).Groups["text"].Value;
        return $"<figure>{match.Groups["picture"].Value}<figcaption>{text}</figcaption></figure>";
    }

    /// <summary>A mark without its brackets.</summary>
    /// <param name="Text">Its beginning, where it is too long to mean anything.</param>
    /// <param name="Length">Of the whole, in UTF-16 code units.</param>
    private readonly record struct Mark(string Text, int Length);
}
