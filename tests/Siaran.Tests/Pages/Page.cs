using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Siaran.Tests.Pages;

/// <summary>A rendered page as a browser reads it.</summary>
internal sealed record Page(string Html, IDocument Document)
{
    public string Body => string.Join(' ', Document.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<Page> Of(Task<byte[]> rendered)
    {
        var html = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await rendered);
        return await Of(Task.FromResult(html));
    }

    public static async Task<Page> Of(Task<string> rendered)
    {
        var html = await rendered;
        return new Page(html, await new HtmlParser().ParseDocumentAsync(html));
    }

    public string? Meta(string name) => Document.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");

    public string? Text(string selector) => Document.QuerySelector(selector)?.TextContent.Trim();

    public IReadOnlyList<string> Texts(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];

    /// <summary>The texts separated by bars.</summary>
    public string Row(string selector) => string.Join(" | ", Texts(selector));
}
