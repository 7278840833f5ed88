using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Siaran.Intake.Attachments;

namespace Siaran.Intake;

/// <summary>Takes a document's pictures over: absolute addresses, no embedded data, no tracking.</summary>
internal sealed class Pictures(List<Finding> findings, EnclosedFiles? enclosed = null)
{
    private static readonly string[] LazyAttributes =
    [
        "data-src",
        "data-lazy-src",
        "data-original",
        "data-orig-file",
        "data-lazy",
        "data-lazyload",
        "data-large-file",
        "data-full-url",
        "data-hi-res-src",
        "data-image",
        "data-img",
        "data-echo",
        "data-url",
        "nitro-lazy-src",
        "lazy-src",
    ];

    /// <summary>How addresses of photographs end: an attribute of a script that holds one names the picture.</summary>
    private static readonly string[] Photographs = [".jpg", ".jpeg", ".png", ".webp", ".avif"];

    /// <summary>Words of the names of files that are shown until the picture has come.</summary>
    private static readonly HashSet<string> Placeholders = new(
        "placeholder lazyload lazy blank spacer transparent loading loader spinner preloader 1x1".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] SetAttributes = ["data-srcset", "data-lazy-srcset", "nitro-lazy-srcset", "srcset"];

    private const int LongestSet = 20_000;

    private static readonly string[] Trackers =
    [
        "pixel.wp.com",
        "stats.wp.com",
        "doubleclick.net",
        "google-analytics.com",
        "googletagmanager.com",
        "facebook.com/tr",
        "scorecardresearch.com",
        "histats.com",
        "statcounter.com",
        "quantserve.com",
        "bat.bing.com",
        "mc.yandex.ru",
        "whos.amung.us",
        "pixel.gif",
    ];

    private bool toldEmbedded;

    /// <summary>The character that a picture of an emoji stands for, or null.</summary>
    public static string? Replacement(IElement image) =>
        image.GetAttribute("alt") is { Length: > 0 and <= 16 } alt
        && (image.ClassList.Contains("emoji") || image.ClassList.Contains("wp-smiley"))
            ? alt
            : null;

    /// <summary>
    /// The picture that is shown to readers without scripts alone, or null where its figure, its paragraph or what is next to it shows one.
    /// </summary>
    public static IElement? WithoutScript(IElement noscript, IElement? before, IElement? after)
    {
        if (noscript.QuerySelector("img") is not { } only || BoilerplateMarkup.IsHidden(only))
        {
            return null;
        }

        var isShown = noscript.Closest("figure, p") is { } around
            ? around.QuerySelectorAll("img").Any(image => image.Closest("noscript") is null && IsShown(Source(image)))
            : Shows(before) || Shows(after);
        return isShown ? null : only;
    }

    private static bool Shows(IElement? neighbour) =>
        neighbour is { LocalName: not "noscript" }
        && (neighbour.LocalName is "img" ? neighbour : neighbour.QuerySelector("img")) is { } image
        && IsShown(Source(image));

    /// <summary>A clean copy, or null where it is not to be shown.</summary>
    public IElement? Copy(IElement image, IHtmlDocument target, Uri? baseAddress)
    {
        var source = Source(image);
        if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            if (!toldEmbedded)
            {
                findings.Add(Findings.ImageEmbedded());
            }

            toldEmbedded = true;
            return null;
        }

        if (source.Length == 0 || IsTracker(image, source))
        {
            return null;
        }

        var own = enclosed?.FindPicture(source, baseAddress);
        if ((own is null ? Links.Resolve(source, baseAddress, allowMail: false) : enclosed!.AddressOf(own)) is not { } address)
        {
            Tell(Findings.LinkUnusable(source));
            return null;
        }

        var alt = Characters.Fold(Characters.Clean(image.GetAttribute("alt") ?? "").Text);
        if (own is not null)
        {
            enclosed!.Describe(own, alt);
        }

        if (alt.Length == 0)
        {
            Tell(Findings.ImageWithoutAlt(address.AbsoluteUri));
        }

        var copy = target.CreateElement("img");
        copy.SetAttribute("src", address.AbsoluteUri);
        copy.SetAttribute("alt", alt);
        if (own is null)
        {
            CopySize(image, copy);
        }

        return copy;
    }

    private static void CopySize(IElement from, IElement to)
    {
        foreach (var name in (ReadOnlySpan<string>)["width", "height"])
        {
            if (Pixels(from, name) is { } pixels and > 0 and <= 10_000)
            {
                to.SetAttribute(name, pixels.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private void Tell(Finding finding)
    {
        if (findings.Count < 200)
        {
            findings.Add(finding);
        }
    }

    private static string Source(IElement image)
    {
        var source = image.GetAttribute("src")?.Trim() ?? "";
        return IsShown(source) && !IsPlaceholder(source) && !IsDrawn(source) ? source
            : LazyAttributes.Select(image.GetAttribute).FirstOrDefault(s => !string.IsNullOrWhiteSpace(s))?.Trim() is { } lazy ? lazy
            : SetAttributes
                .Select(image.GetAttribute)
                .Concat(OfPicture(image))
                .Select(Largest)
                .Append(OfScript(image))
                .FirstOrDefault(s => s is not null)
                ?? source;
    }

    /// <summary>The photograph that an attribute of some script names, or null.</summary>
    private static string? OfScript(IElement image) =>
        image
            .Attributes.Where(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal))
            .Select(attribute => attribute.Value.Trim())
            .FirstOrDefault(IsPhotograph);

    private static bool IsPhotograph(string value) =>
        value.Length is > 4 and <= 2000
        && !value.Any(char.IsWhiteSpace)
        && IsShown(value)
        && !IsPlaceholder(value)
        && Photographs.Contains(Path.GetExtension(value.Split('?', '#')[0]), StringComparer.OrdinalIgnoreCase);

    private static bool IsShown(string source) => source.Length > 0 && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Of a kind that is a photograph nowhere: where another is named for later, that one is meant.</summary>
    private static bool IsDrawn(string source) =>
        Path.GetExtension(source.Split('?', '#')[0]) is var kind
        && (kind.Equals(".svg", StringComparison.OrdinalIgnoreCase) || kind.Equals(".gif", StringComparison.OrdinalIgnoreCase));

    /// <summary>What a page shows until its script has loaded the picture.</summary>
    private static bool IsPlaceholder(string source) =>
        Path.GetFileNameWithoutExtension(source.Split('?')[0]).Split('-', '_', '.', ' ').Any(Placeholders.Contains);

    private static IEnumerable<string?> OfPicture(IElement image) =>
        image.ParentElement is { LocalName: "picture" } picture
            ? picture.Children.Where(c => c.LocalName is "source").SelectMany(c => SetAttributes.Select(c.GetAttribute))
            : [];

    /// <summary>The widest picture of a set (HTML §4.8.4.2.1), or null.</summary>
    private static string? Largest(string? set) =>
        set is null or { Length: > LongestSet }
            ? null
            : Candidates(set).Where(c => IsShown(c.Address)).OrderByDescending(c => c.Width).FirstOrDefault().Address;

    /// <summary>An address goes to the next white space, for it may hold commas; what is behind it goes to the next comma.</summary>
    private static IEnumerable<(string Address, double Width)> Candidates(string set)
    {
        for (var at = 0; at < set.Length; )
        {
            if (char.IsWhiteSpace(set[at]) || set[at] == ',')
            {
                at++;
                continue;
            }

            var end = at;
            while (end < set.Length && !char.IsWhiteSpace(set[end]))
            {
                end++;
            }

            var address = set[at..end];
            var isAlone = address[^1] == ',';
            var next = isAlone ? end : set.IndexOf(',', end);
            next = next < 0 ? set.Length : next;
            yield return (address.TrimEnd(','), isAlone ? 1 : Width(set[end..next].Trim()));
            at = next;
        }
    }

    private static double Width(string descriptor) =>
        double.TryParse(descriptor.TrimEnd('w', 'x'), NumberStyles.Float, CultureInfo.InvariantCulture, out var width) ? width : 1;

    // A picture of three pixels shows nothing; it counts readers.
    private static bool IsTracker(IElement image, string source) =>
        Pixels(image, "width") is <= 3
        || Pixels(image, "height") is <= 3
        || Trackers.Any(t => source.Contains(t, StringComparison.OrdinalIgnoreCase));

    private static int? Pixels(IElement image, string name) =>
        int.TryParse(image.GetAttribute(name), CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}
