using AngleSharp;
using AngleSharp.Dom;
using Siaran.Intake;

namespace Siaran.Desk;

/// <summary>
/// The body of a release as Markdown that editors can change. Intake reads the very same body out of it: each block is written as simply as
/// says all of it, and what Markdown has no words for is HTML within it.
/// </summary>
public static class MarkdownText
{
    /// <summary>Where a name that is no address leads while it is only compared.</summary>
    private static readonly Uri Nowhere = new("https://nowhere.invalid/");

    private static readonly MarkdownWriter[] Writers = [new(usesMarks: true), new(usesMarks: false)];

    private static readonly IMarkupFormatter[] Markups = [new BlockMarkup(escapesMarks: false), new BlockMarkup(escapesMarks: true)];

    /// <param name="html">A body as intake made it.</param>
    /// <param name="pictureName">Gives a picture's address as the text is to name it.</param>
    /// <exception cref="ArgumentException">The body is too large or too deep to have been made by intake.</exception>
    public static string Of(string html, Func<string, string> pictureName)
    {
        var body = Normal(html, pictureName);
        var said = body.InnerHtml;
        Unname(body);
        var simple = Joined(body.Children.Select(block => Writers[0].Write(block)));
        if (Says(simple, said))
        {
            return simple!;
        }

        var chosen = Joined(body.Children.Select((block, at) => Chosen(block, at > 0 ? body.Children[at - 1] : null)));
        return Says(chosen, said) ? chosen! : Joined(body.Children.Select(block => block.ToHtml(Markups[1])))!;
    }

    /// <summary>Text that Markdown shows as it is.</summary>
    public static string Escape(string text) => MarkdownWriter.Escape(text, startsLine: true);

    /// <summary>The simplest way to write one block that says all of it.</summary>
    private static string Chosen(IElement block, IElement? before)
    {
        // Next to each other, Markdown makes one list of two.
        var isMerged = before is not null && IsList(block) && IsList(before);
        var ways = Writers.Where(_ => !isMerged).Select(writer => writer.Write(block)).Concat(Markups.Select(block.ToHtml));
        var said = Named(block.OuterHtml);
        return ways.FirstOrDefault(way => Says(way, said)) ?? block.ToHtml(Markups[1]);
    }

    private static bool IsList(IElement block) => block.LocalName is "ul" or "ol";

    private static bool Says(string? markdown, string body) => markdown is not null && MarkdownFormat.BodyOf(markdown, Nowhere) == body;

    private static string? Joined(IEnumerable<string?> blocks)
    {
        var all = blocks.ToList();
        return all.Contains(null) ? null : string.Join("\n\n", all);
    }

    /// <summary>As intake would make it once more, pictures by their names.</summary>
    private static IElement Normal(string html, Func<string, string> pictureName)
    {
        var read = HtmlPage.ParseBody(html) ?? throw new ArgumentException("The body was not made by intake.", nameof(html));
        foreach (var picture in read.QuerySelectorAll("img[src]"))
        {
            var address = picture.GetAttribute("src")!;
            var name = pictureName(address);
            picture.SetAttribute("src", name);
            foreach (var size in name == address ? (ReadOnlySpan<string>)[] : ["width", "height", "srcset", "sizes"])
            {
                // Measured when the release is stored.
                picture.RemoveAttribute(size);
            }
        }

        return HtmlFormat.BodyOf(read, Nowhere);
    }

    private static void Unname(IElement body)
    {
        foreach (var picture in body.QuerySelectorAll("img[src]"))
        {
            var source = picture.GetAttribute("src")!;
            picture.SetAttribute(
                "src",
                source.StartsWith(Nowhere.AbsoluteUri, StringComparison.Ordinal) ? source[Nowhere.AbsoluteUri.Length..] : source
            );
        }
    }

    private static string Named(string block)
    {
        using var read = HtmlPage.ParseBody(block)!;
        return HtmlFormat.BodyOf(read, Nowhere).InnerHtml;
    }
}
